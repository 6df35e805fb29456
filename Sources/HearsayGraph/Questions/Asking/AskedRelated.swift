import HearsayCore
internal import Synchronization

/// How a figure came to answer.
enum AskedBy: Int, Comparable, Sendable {
  /// Words beside it say so: `41 people on board`.
  case said
  /// It counts the very noun.
  case noun

  static func < (one: AskedBy, other: AskedBy) -> Bool { one.rawValue < other.rawValue }
}

/// The claims that belong to what was asked.
struct FoundClaims: Sendable {
  var closeness: [Int: Closeness] = [:]
  /// Found by words of the rules, or by the counted noun.
  var by: [Int: AskedBy] = [:]
  /// Counted beside the question: some of them, of whom another thing is told.
  var asides: Set<Int> = []
  /// Wholes here though they are parts elsewhere: of all that a noun counts.
  var wholes: Set<Int> = []
  /// Taken up for the number of another figure.
  var sameNumber: [Int: Int] = [:]
  /// What they are held to be about.
  var topic: String?
  /// Whether plans and demands answer as well as deeds.
  var isIntended = false
  /// Whether there are so many that not each was looked at.
  var isTooMany = false
  /// Whose figures are wholes here though they are parts elsewhere: `children killed`.
  var isOfSome = false
}

/// What was found for the words asked last: whoever asks whether anything is known of them asks next
/// what it is.
final class FoundCache: Sendable {
  private let last = Mutex<(asked: Asked, found: FoundClaims)?>(nil)
  private let related = Mutex<[[String]: [Int: AskedBy]]>([:])

  /// So many rows of related words are kept at most: some 8 MB.
  private static let most = 1 << 18

  func found(_ asked: Asked) -> FoundClaims? {
    last.withLock { $0?.asked == asked ? $0?.found : nil }
  }

  func keep(_ found: FoundClaims, _ asked: Asked) { last.withLock { $0 = (asked, found) } }

  /// What related words were found to say: they are asked for by many phrases, and with many clauses.
  func rows(of words: RelatedWords) -> [Int: AskedBy]? {
    related.withLock { $0[[words.name] + words.asks] }
  }

  func keep(_ rows: [Int: AskedBy], of words: RelatedWords) {
    related.withLock { known in
      let count = known.values.reduce(rows.count) { $0 + $1.count }
      if count > Self.most { known = [:] }
      known[[words.name] + words.asks] = rows
    }
  }
}

extension ClaimGraph {
  /// The related words that what was typed stands for.
  func related(to asked: Asked) -> RelatedWords? {
    let phrase = folded(asked.phrase)
    if let known = rules.relatedWords(askedBy: phrase) { return known }
    guard asked.words.count == 1 else { return nil }
    return asked.words[0].lazy.compactMap(rules.relatedWords).first
  }

  /// Figures that answer by the words beside them or by what they count.
  func rows(of related: RelatedWords) -> [Int: AskedBy] {
    if let known = lastFound.rows(of: related) { return known }
    let rows = lookedFor(related)
    if !isGivenUp { lastFound.keep(rows, of: related) }
    return rows
  }

  private func lookedFor(_ related: RelatedWords) -> [Int: AskedBy] {
    var found: [Int: AskedBy] = [:]
    var phrases: [Int32: [FigurePhrase]] = [:]
    var lists: [String: [Int32]] = [:]
    for phrase in related.says {
      for sentence in sentences(holding: phrase, &lists) {
        phrases[sentence, default: []].append(phrase)
      }
    }
    for (sentence, phrases) in phrases {
      for row in index.sentences.rows(of: sentence) where mayAnswer(row, related) {
        let clause = clause(row)
        if clause.isNone { continue }
        let isElse = isToldElse(row, related) && !(clause.isCountedOut || clause.isIncluded)
        let phrases = phrases.filter { !$0.needsNoun || related.mayCountLoosely(about(row)) }
        let weight = phrases.filter { clause.says($0) == .ofIt }.map(\.weight).max()
        let isBeside = weight != nil || (!isElse && phrases.contains { clause.says($0) != nil })
        guard isBeside else { continue }
        if isElse, bears(claims[row].proposition.topic, on: clause) { continue }
        if clause.isDenied(phrases) { continue }
        if isRivals(row, related, clause, above: weight ?? 0) { continue }
        found[row] = .said
      }
    }
    for row in rowsCounting(related) where found[row] == nil { found[row] = .noun }
    for topic in related.takes {
      for row in index.topics[index.strings.id(of: topic)].map(Int.init)
      where found[row] == nil && isOfKind(row, related) { found[row] = .said }
    }
    for row in rowsLinked(to: related, &lists) { found[row] = .said }
    return found
  }

  /// Whether the words beside a figure say that it answers another question than this one.
  func isRivals(
    _ row: Int, _ related: RelatedWords?, _ clause: FigureClause, above weight: Int = 0
  ) -> Bool {
    guard !clause.candidates.isEmpty else { return false }
    let own = related?.name
    let filed = sharedRules.rules.concepts.filed
    return clause.candidates.contains { place in
      guard filed.all[place.entry].name != own,
        related?.rivals.contains(filed.all[place.entry].name) != false
      else { return false }
      let phrase = filed.all[place.entry].says[place.phrase]
      return !phrase.isLoose && phrase.weight > weight && clause.says(phrase) == .ofIt
    }
  }

  /// Sentences that may hold a word of each element.
  ///
  /// Of the rarest elements only: `to` and `in` stand in half of all sentences, and to look into the
  /// few that are left takes less.
  private func sentences(
    holding phrase: FigurePhrase, _ lists: inout [String: [Int32]]
  ) -> [Int32] {
    let elements = phrase.needed.map { element in
      (words: element.words, most: element.words.reduce(0) { $0 + mostSentences(of: $1) })
    }.sorted { $0.most < $1.most }
    var common: [Int32]?
    for element in elements {
      if let common, element.most > mostSpared * (common.count + 8) { break }
      var here: [Int32] = []
      for word in element.words { here = union(here, sentences(of: word, &lists)) }
      common = common.map { intersection($0, here) } ?? here
      if common?.isEmpty == true { return [] }
    }
    return common ?? []
  }

  private func mostSentences(of word: String) -> Int {
    index.words.mostRows(index.strings.id(of: word))
  }

  private func sentences(of word: String, _ lists: inout [String: [Int32]]) -> [Int32] {
    if let known = lists[word] { return known }
    let list = index.words[index.strings.id(of: word)]
    lists[word] = list
    return list
  }

  private func about(_ row: Int) -> [String] { claims.countedWords(of: row) }

  private func rowsCounting(_ related: RelatedWords) -> [Int] {
    guard related.counted == .people || related.counted == .things || related.counted == .any else {
      return []
    }
    let heads = Set((related.nouns + related.events).compactMap(\.last)).sorted()
    return index.rows(withAnyTermOf: heads).map(Int.init).filter { row in
      let counted = claims.countedWords(of: row)
      return claims.isFigure(row) && (related.counts(counted) || related.countsEvents(counted))
        && claims[row].proposition.quantity?.kind == .count
    }
  }

  /// `the attackers, thought to number around 100`.
  private func rowsLinked(
    to related: RelatedWords, _ lists: inout [String: [Int32]]
  ) -> [Int] {
    guard !related.nouns.isEmpty else { return [] }
    var here: [Int32] = []
    for noun in related.nouns where noun.count == 1 {
      here = union(here, sentences(of: noun[0], &lists))
    }
    return here.flatMap { index.sentences.rows(of: $0) }.filter { row in
      guard mayAnswer(row, related), !isToldElse(row, related) else { return false }
      if let head = claims.countedWords(of: row).last, !isGeneric(head),
        claims[row].proposition.quantity?.kind == .count
      {
        return false
      }
      return clause(row).isLinked(to: related) || clause(row).isNamed(by: related)
    }
  }

  /// Whether a noun is of people: known, or with a capital, as `Malaysians`.
  private func isPerson(_ head: String, _ about: Proposition) -> Bool {
    if rules.asking.isThing(head) { return false }
    return rules.asking.persons.contains(head) || about.nounSort(rules) == .subgroup
      || rules.related.contains { $0.counted == .people && $0.counts(about.countedWords) }
      || rules.asking.personEndings.contains(where: head.hasSuffix)
  }

  private func isGeneric(_ head: String) -> Bool {
    rules.nouns.sort(of: head) == .generic
  }

  /// The words around a figure.
  ///
  /// Those of all figures of its sentence are made at once: it is cut into words only once.
  func clause(_ row: Int) -> FigureClause {
    if let known = clauses.clause(row) { return known }
    let words = FigureClause(claims[row].sentence, sharedRules)
    // Those near its neighbours are no further away than this.
    let all = index.sentences.rows(withSentenceOf: row).filter {
      abs($0 - row) <= mostNeighbours * 2 && (claims.isFigure($0) || $0 == row)
    }
    let made = all.filter { isNear($0, row) }.map { ($0, clause($0, of: words, among: all)) }
    clauses.keep(made)
    return clause(row, of: words, among: all)
  }

  private func clause(_ row: Int, of words: FigureClause, among all: [Int]) -> FigureClause {
    let others = all.filter { $0 != row && isNear($0, row) && claims.isFigure($0) }
    return words.around(claims.span(of: row), others.map { claims.span(of: $0) })
  }

  private func isNear(_ row: Int, _ other: Int) -> Bool { abs(row - other) <= mostNeighbours }

  /// Whether a figure is of the kind that answers.
  private func mayAnswer(_ row: Int, _ related: RelatedWords) -> Bool {
    claims.isFigure(row) && isOfKind(row, related)
  }

  /// Whether another thing is told of the people it counts.
  private func isToldElse(_ row: Int, _ related: RelatedWords) -> Bool {
    guard let topic = claims.topic(of: row), topic != related.name else { return false }
    return !related.over.contains(topic) && rules.asking.peopleTopics.contains(topic)
      && rules.asking.peopleTopics.contains(related.name)
  }

  /// Whether the words beside a figure say of it what its topic is; `eight who had been arrested are
  /// free` says so only of who they are.
  private func bears(_ topic: String?, on clause: FigureClause) -> Bool {
    let concepts = rules.related
    guard concepts.contains(where: { $0.name == topic }) else { return true }
    return clause.candidates.contains { place in
      concepts[place.entry].name == topic
        && clause.says(concepts[place.entry].says[place.phrase]) == .ofIt
    }
  }

  /// Whether a figure counts or measures what the question is for.
  ///
  /// What was found for its words may count whom no list names: `compatriots`.
  func isOfKind(_ row: Int, _ related: RelatedWords, isFound: Bool = false) -> Bool {
    let counted = claims.countedWords(of: row)
    if related.neverCounts(counted) { return false }
    let claim = claims[row]
    guard let quantity = claim.proposition.quantity else { return false }
    switch related.counted {
    case .any: return related.units.isEmpty || hasUnit(quantity, related)
    case .people, .things:
      guard quantity.kind == .count else { return false }
      guard let head = counted.last else {
        return related.counted == .people || (quantity.stated ?? .one) < leastSum
      }
      if isFound, related.counted == .things { return !isPerson(head, claim.proposition) }
      if related.mayCount(counted) || related.countsEvents(counted) { return true }
      if isGeneric(head) { return related.counted == .people }
      return related.counted == .people
        && (isFound ? !rules.asking.isThing(head) : isPerson(head, claim.proposition))
    case .money:
      return quantity.kind == .money
        || (quantity.kind == .count && quantity.unit == nil
          && (quantity.stated ?? .one) >= leastSum)
    case .percent: return quantity.kind == .percent
    case .time:
      return quantity.kind == .measure && hasUnit(quantity, related)
        && ["hours", "months"].contains(unitFamily(quantity.unit, rules))
    case .measure:
      return (quantity.kind == .measure || quantity.kind == .other) && hasUnit(quantity, related)
    }
  }

  private func hasUnit(_ quantity: Quantity, _ related: RelatedWords) -> Bool {
    guard !related.units.isEmpty, let unit = quantity.unit else { return true }
    return related.units.contains(folded(unit))
  }

  /// Whether somebody is counted of whom the article tells another thing: `60 workers killed` is no
  /// answer to how many workers there were.
  func isToldOtherwise(_ row: Int, _ related: RelatedWords?) -> Bool {
    guard let topic = claims[row].proposition.topic, rules.asking.peopleTopics.contains(topic)
    else {
      return false
    }
    guard topic != related?.name, related?.over.contains(topic) != true else { return false }
    return !clause(row).hasBeside(rules.totalWords, 1, 0)
      && !foldedWords(claims[row].span.text).contains(where: rules.totalWords.contains)
  }

  /// Whether it says how many there might be: `can carry 840`, `built for 36`.
  func isCapacity(_ row: Int) -> Bool {
    guard !rules.asking.capacity.isEmpty else { return false }
    if foldedWords(claims[row].proposition.quantity?.unit ?? "").contains(
      where: rules.asking.capacity.contains)
    {
      return true
    }
    return clause(row).hasBeside(rules.asking.capacity, 4, 2)
  }
}

/// Claims of one sentence lie near each other.
private let mostNeighbours = 12

/// A list that is so many times longer than the sentences known is not gone through for them.
private let mostSpared = 16

/// A bare number is a sum of money from here on.
private let leastSum = ExactNumber(1000)
