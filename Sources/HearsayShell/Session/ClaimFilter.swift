import HearsayCore
import HearsayFormats
import HearsayGraph

/// Whether the words stand in the text one after another; the number of a noun does not matter.
func mentions(_ text: String?, _ words: [String]) -> Bool {
  guard let text, let first = words.first else { return false }
  let have = foldedWords(text)
  guard words.count <= have.count else { return false }
  return (0...(have.count - words.count)).contains { start in
    sameWord(have[start], first)
      && zip(have[start...], words).allSatisfy { sameWord($0, $1) }
  }
}

private func sameWord(_ one: String, _ other: String) -> Bool {
  one == other || singular(one) == singular(other)
}

/// Only the plainest plural; the reading has done the real work.
private func singular(_ word: String) -> String {
  guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
  return String(word.dropLast())
}

/// One command's clauses, ready to be asked about claims.
struct ClaimFilter {
  let session: Session
  let clauses: Clauses
  let newest: Day

  init(_ session: Session, _ clauses: Clauses) {
    self.session = session
    self.clauses = clauses
    newest = session.newestDay ?? Day(number: 0)
  }

  /// Whether a claim stays.
  func keeps(_ row: Int) -> Bool {
    if let filter = clauses.filter, !holds(filter, row) { return false }
    if let speaker = clauses.speaker, !isBy(foldedWords(speaker.text), row) { return false }
    if let place = clauses.place, !isIn(place.text, row) { return false }
    return fitsTime(row)
  }

  private func fitsTime(_ row: Int) -> Bool {
    guard clauses.since != nil || clauses.until != nil || clauses.on != nil else { return true }
    guard let time = session.graph.asOf(row) else { return false }
    if let since = clauses.since?.earliest(newest: newest), let latest = time.latest,
      latest < since
    {
      return false
    }
    if let until = clauses.until?.latest(newest: newest), let earliest = time.earliest,
      earliest > until
    {
      return false
    }
    guard let on = clauses.on else { return true }
    let wanted = TimeValue(
      earliest: on.earliest(newest: newest), latest: on.latest(newest: newest), type: .date,
      value: "")
    return time.mayOverlap(wanted)
  }

  private func holds(_ filter: Filter, _ row: Int) -> Bool {
    switch filter {
    case .all(let filters): filters.allSatisfy { holds($0, row) }
    case .any(let filters): filters.contains { holds($0, row) }
    case .not(let filter): !holds(filter, row)
    case .words(let phrase): isAbout(foldedWords(phrase.text), row)
    case .field(let field, let comparator, let value): compare(field, comparator, value, row)
    }
  }

  private func compare(
    _ field: Field, _ comparator: Comparator, _ value: FilterValue, _ row: Int
  ) -> Bool {
    switch value {
    case .quantity(let wanted):
      guard let quantity = session.graph.claims[row].proposition.quantity else { return false }
      return compareNumbers(quantity, comparator, wanted)
    case .words(let phrase):
      let holds = values(field, row).contains { mentions($0, foldedWords(phrase.text)) }
      return comparator == .notEqual ? !holds : holds
    }
  }

  /// What a field of a claim says.
  func values(_ field: Field, _ row: Int) -> [String?] {
    let graph = session.graph
    let claim = graph.claims[row]
    let proposition = claim.proposition
    switch field {
    case .speaker: return claim.chain.map(\.speaker.name)
    case .outlet: return [graph.documents[claim.document].facts.outlet]
    case .doc:
      let file = graph.documents[claim.document].file
      return ["d\(claim.document)", file, Path.leaf(file)]
    case .event: return [proposition.topic, proposition.predicate] + proposition.terms
    case .group:
      return [proposition.population, proposition.populationText, proposition.quantity?.unit]
    case .place: return [proposition.place, proposition.part]
    case .value: return []
    case .hedge: return claim.hedges + [proposition.quantity?.hedge]
    case .rule: return claim.trail.map(\.rule)
    case .status: return [graph.origins(of: [row]).first?.kind.rawValue, claim.mode.rawValue]
    case .kind: return [claim.kind.rawValue, proposition.quantity?.kind.rawValue]
    }
  }

  /// Words without a field: who is counted, who says it, where, in which article.
  private func isAbout(_ words: [String], _ row: Int) -> Bool {
    let fields: [Field] = [.group, .speaker, .outlet, .place, .doc, .event]
    return fields.contains { values($0, row).contains { mentions($0, words) } }
  }

  private func isBy(_ words: [String], _ row: Int) -> Bool {
    values(.speaker, row).contains { mentions($0, words) }
      || session.sameBearer(words, session.graph.claims[row])
  }

  private func isIn(_ text: String, _ row: Int) -> Bool {
    let words = foldedWords(text)
    return [.doc, .outlet, .place].contains { field in
      values(field, row).contains { mentions($0, words) }
    }
  }
}

/// `value = 60..70` asks for exactly these bounds, `=` one number also for it as the stated one;
/// `~` for any overlap; `<` and `>` for what is surely below or above.
private func compareNumbers(
  _ quantity: Quantity, _ comparator: Comparator, _ wanted: Quantity
) -> Bool {
  let interval = quantity.interval
  let isSame = interval == wanted.interval || (quantity.stated == wanted.stated
    && wanted.stated != nil && wanted.interval.low == wanted.interval.high)
  switch comparator {
  case .equal: return isSame
  case .notEqual: return !isSame
  case .like: return interval.intersects(wanted.interval)
  case .greater: return wanted.interval.isBelow(interval)
  case .less: return interval.isBelow(wanted.interval)
  case .greaterOrEqual:
    guard let low = interval.low, let bound = wanted.interval.low else { return false }
    return low >= bound
  case .lessOrEqual:
    guard let high = interval.high, let bound = wanted.interval.high else { return false }
    return high <= bound
  }
}

extension Session {
  /// Whether the rules or the article know a speaker of the claim under these words.
  func sameBearer(_ words: [String], _ claim: Claim) -> Bool {
    let names = graph.rules.names.filter { name in
      ([name.canonical] + name.aliases).contains { mentions($0, words) }
    }
    guard !names.isEmpty else { return false }
    return claim.chain.contains { step in
      names.contains { $0.canonical == step.speaker.name || $0.aliases.contains(step.speaker.name) }
        || step.speaker.organisation.map { organisation in
          names.contains { $0.canonical == organisation }
        } ?? false
    }
  }

  /// The rows that stay, in order of article and place, as `sort` and `top` say.
  func select(_ rows: some Sequence<Int>, _ clauses: Clauses) -> [Int] {
    let filter = ClaimFilter(self, clauses)
    var kept = rows.filter { !clauses.narrows || filter.keeps($0) }
    if let key = clauses.sort { kept = sort(kept, by: key) }
    return clauses.top.map { Array(kept.prefix($0)) } ?? kept
  }

  private func sort(_ rows: [Int], by key: SortKey) -> [Int] {
    let keyed = rows.enumerated().map { offset, row in
      (row: row, key: sortText(row, key), size: sortSize(row, key), offset: offset)
    }
    return keyed.sorted {
      if $0.size != $1.size { return $0.size < $1.size }
      return $0.key != $1.key ? $0.key < $1.key : $0.offset < $1.offset
    }.map(\.row)
  }

  private func sortSize(_ row: Int, _ key: SortKey) -> ExactNumber {
    let far = ExactNumber(999_999_999_999_999_999)
    switch key {
    case .value:
      let quantity = graph.claims[row].proposition.quantity
      return quantity?.stated ?? quantity?.interval.low ?? quantity?.interval.high ?? far
    case .time: return (graph.asOf(row)?.latest).map { ExactNumber($0.minutes) } ?? far
    case .doc: return ExactNumber(graph.claims[row].document)
    case .speaker, .outlet: return .zero
    }
  }

  private func sortText(_ row: Int, _ key: SortKey) -> String {
    switch key {
    case .speaker: folded(graph.claims[row].origin.speaker.name)
    case .outlet: folded(outlet(graph.claims[row].document))
    case .value, .time, .doc: ""
    }
  }
}
