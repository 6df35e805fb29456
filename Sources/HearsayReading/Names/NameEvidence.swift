import HearsayCore
import HearsayText

/// How the words of one article are written where a capital says something: not at the start of a
/// sentence or quotation, and not in a headline in title case.
struct NameEvidence: Sendable {
  private var seen: SeenWords
  /// For each sentence, whether its capitals say nothing.
  private(set) var titled: [Bool]

  private static let capital: UInt8 = 1
  private static let lower: UInt8 = 2
  private static let mixed: UInt8 = 4

  init(_ draft: Draft, _ lexicon: Lexicon) {
    seen = SeenWords(draft.tokens.count)
    titled = draft.sentences.map { Self.isTitled($0.tokens, draft) }
    for (row, sentence) in draft.sentences.enumerated() {
      note(sentence.tokens, draft.tokens, titled: titled[row])
    }
  }

  /// Whether the article writes the word with a capital where none is due.
  func hasCapital(_ word: WordID) -> Bool { flags(word) & Self.capital != 0 }

  /// Whether the article writes the word with only its first letter a capital, where none is due.
  func hasMixedCapital(_ word: WordID) -> Bool { flags(word) & Self.mixed != 0 }

  /// Whether the article writes the word without a capital.
  func isLower(_ word: WordID) -> Bool { flags(word) & Self.lower != 0 }

  private func flags(_ word: WordID) -> UInt8 { seen[word] }

  private mutating func note(_ range: TokenRange, _ tokens: [Token], titled: Bool) {
    for row in range.indices {
      let token = tokens[row]
      guard token.kind == .word else { continue }
      if !token.flags.contains(.capital) {
        seen.add(Self.lower, token.word)
      } else if !titled, !beginsSpeech(row, range.start, tokens) {
        seen.add(
          token.flags.contains(.allCapitals) ? Self.capital : Self.capital | Self.mixed, token.word)
      }
    }
  }

  /// Whether most longer words after the first have a capital, and no verb is without; in a line
  /// without a full stop one such word is enough.
  private static func isTitled(_ range: TokenRange, _ draft: Draft) -> Bool {
    guard range.count > 0 else { return false }
    var capitals = 0
    var lowers = 0
    for row in range.indices.dropFirst() where draft.tokens[row].kind == .word {
      let token = draft.tokens[row]
      if token.flags.contains(.capital) {
        capitals += token.length > 3 ? 1 : 0
      } else if isVerb(row, draft) {
        return false
      } else if token.length > 3 {
        lowers += 1
      }
    }
    let last = draft.tokens[range.end - 1].kind
    if lowers == 0, capitals > 0, last == .word, draft.tokens[range.start].flags.contains(.line) {
      return true
    }
    return capitals > 3 && capitals > 4 * lowers
  }

  private static func isVerb(_ row: Int, _ draft: Draft) -> Bool {
    guard row < draft.classes.count else { return false }
    return draft.classes[row].isVerb || draft.classes[row].isAuxiliary
      || draft.classes[row] == .subjectPronoun
  }
}

/// Whether a word stands where any word has a capital: first in a sentence, in a quotation, or
/// after a list mark.
func beginsSpeech(_ row: Int, _ start: Int, _ tokens: [Token]) -> Bool {
  guard row > start else { return true }
  let before = tokens[row - 1]
  switch before.kind {
  case .word, .number: return false
  case .stop: return true
  case .quote: return !tokens[row].flags.contains(.spaced)
  case .mark, .symbol, .other:
    return row - 1 == start
  }
}
