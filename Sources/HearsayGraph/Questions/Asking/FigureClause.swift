import HearsayCore

/// The words around a figure as far as they may bear on it.
struct FigureClause {
  struct Word {
    var text: String
    /// What stands before it: nothing, a comma, or a mark that ends a clause.
    var mark: Mark
    var isFigure: Bool
  }

  enum Mark: Int { case none, comma, border }

  var words: [Word] = []
  /// Where the figure with its noun begins and ends.
  var start = 0
  var end = 0
  let shared: SharedRules
  var rules: GraphRules { _read { yield shared.rules } }

  /// `others` are the other figures of the sentence, as ranges of the article.
  init(_ claim: Claim, others: [ByteRange], _ rules: GraphRules) {
    self = FigureClause(claim.sentence, SharedRules(rules)).around(claim.span.range, others)
  }

  /// The words of a sentence, around no figure yet.
  init(_ sentence: Evidence, _ rules: SharedRules) {
    shared = rules
    cut(sentence.text, sentence.range.start)
    candidates = rules.rules.phrases(of: words.lazy.map(\.text))
  }

  /// The same words around one of its figures.
  func around(_ span: ByteRange, _ others: [ByteRange]) -> FigureClause {
    var clause = self
    clause.start = starts.firstIndex { $0 >= span.start } ?? words.count
    clause.end = max(clause.start, starts.firstIndex { $0 >= span.end } ?? words.count)
    for other in others {
      for place in words.indices
      where other.start < ends[place] && starts[place] < other.end {
        clause.words[place].isFigure = true
      }
    }
    return clause
  }

  /// The phrases of the rules of which a word that must be there stands in the sentence: no other
  /// one can bear on the figure.
  private(set) var candidates: [PhraseTable.Place] = []
  /// Where each word begins and ends in the article.
  var starts: [Int] = []
  var ends: [Int] = []

  mutating func cut(_ text: String, _ base: Int) {
    var word: [UInt8] = []
    var at = 0
    var mark = Mark.none
    func isLetter(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
      default: false
      }
    }
    for byte in text.utf8 {
      if isLetter(byte) {
        word.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      } else {
        add(&word, base + at, &mark)
        switch byte {
        case UInt8(ascii: ","): if mark == .none { mark = .comma }
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
          UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
          mark = .border
        default: break
        }
      }
      at += 1
    }
    add(&word, base + at, &mark)
  }

  mutating func add(_ word: inout [UInt8], _ end: Int, _ mark: inout Mark) {
    guard !word.isEmpty else { return }
    let start = end - word.count
    var text = String(decoding: word, as: UTF8.self)
    if word.contains(where: { $0 >= 0x80 }) { text = folded(text) }
    word.removeAll(keepingCapacity: true)
    // A dash or a quotation mark alone.
    guard !text.isEmpty else { return }
    // `4,300` and `2.36` are one number.
    let isNumber = text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    if isNumber, words.last?.text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false {
      mark = .none
    }
    words.append(Word(text: text, mark: mark, isFigure: false))
    starts.append(start)
    ends.append(end)
    mark = .none
  }

  // MARK: - Phrases

  /// How closely a phrase bears on the figure: of it, or only in a clause on those counted; `nil`
  /// when it does not.
  func says(_ phrase: FigurePhrase) -> Bearing? {
    if phrase.before.isEmpty {
      return follows(phrase, phrase.reach) ?? stands(phrase.after)
    }
    guard precedes(phrase.before, phrase.reach) else { return nil }
    return phrase.after.isEmpty ? .ofIt : follows(phrase, phrase.reach)
  }

  /// Whether what a phrase says is of the figure, or only told of those counted beside it.
  enum Bearing: Int { case ofIt, aside }

  func follows(_ phrase: FigurePhrase, _ reach: Int) -> Bearing? {
    let elements = phrase.after
    // `attended by hundreds of people was held`: who acts is no subject.
    if !phrase.isOfAgents, start > 0, rules.clauses.doers.contains(words[start - 1].text) {
      return nil
    }
    let isRelative = end < words.count && rules.clauses.relatives.contains(words[end].text)
    for place in end..<min(words.count, end + mostAfter + 1) {
      guard isOpen(from: end, to: place), isWithin(reach, end..<place) else { break }
      if let after = match(elements[...], at: place, before: words.count), joins(place) {
        // `six robbers who held nine people` were not held.
        if !phrase.isOfAgents, phrase.before.isEmpty, after < words.count, words[after].isFigure,
          words[after].mark == .none
        {
          continue
        }
        if phrase.isAdjacent, place > end { break }
        if phrase.isPassive, isActive(place, after) || isOfOther(place) { continue }
        if phrase.isDone, (!isRelative && isWhole) || isSufferedBy(phrase, place) { continue }
        return isRelative ? .aside : .ofIt
      }
    }
    return isRelative && goesOn(elements) ? .ofIt : nil
  }

  /// Whether no more words than these stand between, beside those that only join.
  func isWithin(_ reach: Int, _ rows: Range<Int>) -> Bool {
    rows.count {
      !rules.clauses.links.contains(words[$0].text)
        && !rules.clauses.auxiliaries.contains(words[$0].text)
        && !rules.clauses.relatives.contains(words[$0].text)
    } <= reach
  }

  /// `391 inmates who absconded from the centre have been recaptured`: the verb of the sentence
  /// behind the clause.
  func goesOn(_ elements: [FigurePhrase.Element]) -> Bool {
    for place in end + 2..<max(end + 2, min(words.count, end + mostClause)) {
      if words[place].mark == .border || words[place].isFigure { return false }
      if rules.clauses.auxiliaries.contains(words[place - 1].text), place - 1 > end + 1,
        match(elements[...], at: place, before: words.count) != nil
      {
        return true
      }
    }
    return false
  }

  /// `the number of inmates who got out to 629`, `The number displaced stands at 17,800`.
  func stands(_ elements: [FigurePhrase.Element]) -> Bearing? {
    var link = start
    while link > 0, start - link < mostLinks, rules.clauses.links.contains(words[link - 1].text) {
      if words[link - 1].isFigure { return nil }
      link -= 1
    }
    guard link < start else { return nil }
    let first = max(0, link - mostClause)
    for place in first..<link {
      // The links may hold the last words of the phrase: `taken to`.
      guard let after = match(elements[...], at: place, before: start), after >= link else {
        continue
      }
      if (first..<place).contains(where: { rules.clauses.figureNouns.contains(words[$0].text) }),
        !(place..<start).contains(where: { words[$0].isFigure || words[$0].mark == .border })
      {
        return .ofIt
      }
    }
    return nil
  }

  func precedes(_ elements: [FigurePhrase.Element], _ reach: Int) -> Bool {
    var place = start - 1
    while place >= 0, place >= start - mostBefore - 3 * elements.count {
      if let after = match(elements[...], at: place, before: start),
        start - after <= mostBefore, isWithin(reach, after..<start), isClear(from: after)
      {
        return true
      }
      place -= 1
    }
    return false
  }

  /// The first word behind the elements; `nil` when they do not stand at `place`.
  func match(
    _ elements: ArraySlice<FigurePhrase.Element>, at place: Int, before limit: Int
  ) -> Int? {
    guard let first = elements.first else { return place }
    let rest = elements.dropFirst()
    for next in place...(place + first.gap) where next < limit {
      if next > place, isBorder(next) { break }
      if first.words.contains(words[next].text) {
        let isApart = !rest.isEmpty && next + 1 < limit && words[next + 1].mark == .border
        if !isApart, let end = match(rest, at: next + 1, before: limit) { return end }
      }
    }
    return first.isOptional ? match(rest, at: place, before: limit) : nil
  }

  /// Whether a clause ends before `place`.
  func isBorder(_ place: Int) -> Bool {
    words[place].mark == .border || words[place].isFigure
      || rules.clauses.borders.contains(words[place].text)
  }

  /// Whether the words between the figure and `place` still speak of it.
  func isOpen(from first: Int, to place: Int) -> Bool {
    guard place < words.count, words[place].mark != .border, !words[place].isFigure else {
      return false
    }
    for row in first..<place {
      let word = words[row]
      if word.mark == .border || word.isFigure { return false }
      // `five men who robbed a dealer`.
      if rules.clauses.borders.contains(word.text),
        row > first || !rules.clauses.relatives.contains(word.text)
      {
        return false
      }
    }
    return true
  }

  /// `12 dead and injured two`, `15 guards and had broken`: what `and` begins is of another; and
  /// a comma stands alone before what is of another.
  func joins(_ place: Int) -> Bool {
    if place > end, rules.clauses.joins.contains(words[place - 1].text) { return false }
    for row in end..<place where rules.clauses.joins.contains(words[row].text) {
      if row + 1 < words.count, rules.clauses.auxiliaries.contains(words[row + 1].text) {
        return false
      }
    }
    let commas = (end...place).count { words[$0].mark == .comma }
    return commas != 1
  }

  /// Whether nothing between a verb and the figure belongs to another.
  func isClear(from first: Int) -> Bool {
    (first...start).allSatisfy { row in
      guard row < words.count, words[row].mark == .none else { return false }
      if row == start { return true }
      return !words[row].isFigure
        && !rules.clauses.borders.contains(words[row].text)
        && !rules.clauses.joins.contains(words[row].text)
    }
  }
}

private let mostBefore = 6
private let mostAfter = 6
let mostLinks = 8
private let mostClause = 14
