import HearsayCore
import HearsayText

/// Looks round an expression for what sends its clause into the past or the future, and for the
/// word that joins it to its clause.
struct TenseFinder {
  let tokens: [Token]
  let classes: [WordClass]
  let tables: TimeTables
  let lexicon: Lexicon

  /// How far it looks, in tokens.
  static let reach = 14

  private static var relationBit: UInt16 { 1 << UInt16(TimePhrase.Kind.relation.rawValue) }

  /// The tense of the clause: the nearest cue, of two equally near ones the left.
  func tense(of range: TokenRange, in sentence: TokenRange) -> Tense {
    if range.start > sentence.start, tables.word(tokens[range.start - 1].word).has(.until) {
      return .future
    }
    let left = cue(
      stride(from: range.start - 1, through: max(sentence.start, range.start - Self.reach), by: -1))
    let right = cue(stride(from: range.end, to: min(sentence.end, range.end + Self.reach), by: 1))
    if let left, let right { return left.distance <= right.distance + 6 ? left.tense : right.tense }
    return left?.tense ?? right?.tense ?? .none
  }

  private func cue(_ rows: StrideThrough<Int>) -> (tense: Tense, distance: Int)? {
    for (distance, row) in rows.enumerated() {
      if let tense = tense(at: row) { return (tense, distance) }
    }
    return nil
  }

  private func cue(_ rows: StrideTo<Int>) -> (tense: Tense, distance: Int)? {
    for (distance, row) in rows.enumerated() {
      if let tense = tense(at: row) { return (tense, distance) }
    }
    return nil
  }

  private func tense(at row: Int) -> Tense? {
    guard row >= 0, row < tokens.count, tokens[row].kind == .word else { return nil }
    let tags = lexicon.tags(tokens[row].word)
    if tags.has(.futureCue) { return .future }
    if tags.has(.pastCue) { return .past }
    if isToBe(row) { return .future }
    if row < classes.count, classes[row] == .verbPast { return .past }
    if row < classes.count, classes[row] != .other, classes[row] != .verbParticiple { return nil }
    return hasPastEnding(row) ? .past : nil
  }

  /// `is to resume`.
  private func isToBe(_ row: Int) -> Bool {
    row > 0 && row < classes.count && classes[row - 1] == .be
      && tables.word(tokens[row].word).has(.infinitive)
  }

  private func hasPastEnding(_ row: Int) -> Bool {
    let form = lexicon.vocabulary.form(tokens[row].word)
    return tables.pastEndings.contains {
      form.count > $0.count + 2 && form.suffix($0.count).elementsEqual($0)
    }
  }

  /// Whether `in` stands directly before it.
  func isLedByIn(_ range: TokenRange) -> Bool {
    range.start > 0 && lexicon.tags(tokens[range.start - 1].word).has(.inCue)
  }

  /// The words directly before it, or `alone` directly after it.
  func relation(of range: TokenRange) -> TimeRelation {
    if range.end < tokens.count, tables.word(tokens[range.end].word).has(.alone) { return .alone }
    for length in stride(from: min(3, range.start), through: 1, by: -1) {
      let start = range.start - length
      let row = tables.phraseRow(tokens[start].word)
      guard tables.phraseKinds[row] & Self.relationBit != 0 else { continue }
      for phrase in tables.phraseGroups[row]
      where phrase.kind == .relation && phrase.words.count == length {
        if phrase.words.indices.allSatisfy({ tokens[start + $0].word == phrase.words[$0] }) {
          return TimeRelation(phraseKey: phrase.value)
        }
      }
    }
    return .at
  }
}

extension TimeRelation {
  init(phraseKey: String) {
    self = phraseKey == "as-of" ? .asOf : TimeRelation(rawValue: phraseKey) ?? .at
  }
}
