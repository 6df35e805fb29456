import HearsayCore
import HearsayText

/// A stretch of tokens that clauses are built of: a noun group without what hangs from it, a verb
/// group, a mark, a block that is read apart.
struct Chunk: Sendable {
  enum Kind: UInt8, Sendable {
    case noun, time, verb, preposition, comma, strong, conjunction
    case that, subordinator, relative, wh, adjective, adverb, quote, bracket, other
  }

  var kind: Kind
  var start: Int
  var end: Int
  /// The head noun; the row of the verb group; the opening word.
  var head: Int

  /// Opens a clause.
  var isOpener: Bool {
    switch kind {
    case .that, .subordinator, .relative, .wh: true
    default: false
    }
  }
}

extension ClauseScanner {
  /// Cuts a stretch into chunks.
  mutating func cut(_ range: Range<Int>, level: Int) {
    chunks.removeAll(keepingCapacity: true)
    var here = range.lowerBound
    var group = partitionPoint(groups.count) { groups[$0].tokens.start < here }
    var time = partitionPoint(draft.times.count) { draft.times[$0].tokens.start < here }
    while here < range.upperBound {
      while group < groups.count, groups[group].tokens.start < here { group += 1 }
      while time < draft.times.count, draft.times[time].tokens.start < here { time += 1 }
      let before = here
      if let block = block(here, range, level: level) {
        chunks.append(block)
        here = block.end
      } else if group < groups.count, groups[group].tokens.start == here,
        !isModifier(here, range), !isNoun(group, here, range)
      {
        let end = min(groups[group].tokens.end, range.upperBound)
        chunks.append(Chunk(kind: .verb, start: here, end: end, head: group))
        here = end
      } else if time < draft.times.count, let end = adjunctTime(time, here, range) {
        chunks.append(Chunk(kind: .time, start: here, end: end, head: end - 1))
        here = end
      } else if standsForNoun(here, range) {
        chunks.append(Chunk(kind: .noun, start: here, end: here + 1, head: here))
        here += 1
      } else if let noun = noun(here, range, time: time) {
        chunks.append(noun)
        here = noun.end
      } else {
        chunks.append(Chunk(kind: plainKind(here), start: here, end: here + 1, head: here))
        here += 1
      }
      if here <= before { here = before + 1 }
    }
  }

  /// A quotation or bracket as one block, read apart later.
  private mutating func block(_ row: Int, _ range: Range<Int>, level: Int) -> Chunk? {
    if quoteFrom[row] >= 0, level < Self.deepest, !goesOn(row, range) {
      let quote = draft.quotes[Int(quoteFrom[row])]
      let end = min(max(quote.tokens.end, row + 1), range.upperBound)
      readLater(quote.inner.start..<min(quote.inner.end, end), level + 1)
      return Chunk(kind: .quote, start: row, end: end, head: row)
    }
    guard tokens[row].kind == .mark, level < Self.deepest, isOpenBracket(row),
      let close = closingBracket(row, range.upperBound),
      byte(row) == UInt8(ascii: "(") || close > row + 5
    else { return nil }
    readLater(row + 1..<close, level + 1)
    return Chunk(kind: .bracket, start: row, end: close + 1, head: row)
  }

  /// `Lima "was not prepared for it"`: the quotation begins with the verb of the clause around it.
  func goesOn(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row > range.lowerBound, row + 1 < range.upperBound, groupAt[row + 1] >= 0,
      !tokens[row + 1].flags.contains(.capital)
    else { return false }
    return tokens[row - 1].kind == .word && groups[Int(groupAt[row + 1])].form == .finite
  }

  private func isOpenBracket(_ row: Int) -> Bool {
    byte(row) == UInt8(ascii: "(") || byte(row) == UInt8(ascii: "[")
  }

  private func closingBracket(_ row: Int, _ end: Int) -> Int? {
    var here = row + 1
    while here < end, here < row + 60 {
      if byte(here) == UInt8(ascii: ")") || byte(here) == UInt8(ascii: "]") {
        return tokens[here].kind == .mark ? here : nil
      }
      if quoteFrom[here] >= 0 { return nil }
      here += 1
    }
    return nil
  }

  private func plainKind(_ row: Int) -> Chunk.Kind {
    switch classes[row] {
    case .preposition, .to: return .preposition
    case .conjunction: return .conjunction
    case .subordinator where isBeforeTime(row): return .preposition
    case .subordinator: return tokens[row].word == function.that ? .that : .subordinator
    case .relative: return .relative
    case .whWord: return .wh
    case .adverb, .negation: return .adverb
    case .day: return .time
    case .stop: return .strong
    case .mark: return markKind(row)
    default: return .other
    }
  }

  /// `which until Tuesday had spoken`: right behind a relative word a time follows, no clause.
  private func isBeforeTime(_ row: Int) -> Bool {
    guard row > 0, classes[row - 1] == .relative, row + 1 < classes.count else { return false }
    if classes[row + 1] == .day { return true }
    let time = partitionPoint(draft.times.count) { draft.times[$0].tokens.start <= row }
    return time < draft.times.count && draft.times[time].tokens.start == row + 1
  }

  private func markKind(_ row: Int) -> Chunk.Kind {
    switch byte(row) {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ";"), UInt8(ascii: ":"): return .strong
    case UInt8(ascii: "-"):
      return tokens[row].length >= 2 || tokens[row].flags.contains(.spaced) ? .comma : .other
    case 0xE2: return .comma
    default: return .other
    }
  }
}

/// A noun group while it is being read.
struct NounState {
  let start: Int
  var here: Int
  var head = -1
  var determined = false
  /// The first time that may stand here.
  var time = 0

  init(start: Int) {
    self.start = start
    here = start
  }
}

extension WordClass {
  /// A noun, or what leads to one for sure.
  var isHeadClass: Bool {
    switch self {
    case .noun, .name, .adjective, .number: true
    default: false
    }
  }
}
