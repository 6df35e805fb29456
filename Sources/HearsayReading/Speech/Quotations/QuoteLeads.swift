import HearsayCore
import HearsayText

/// Where a content that leads up to a quotation starts.
extension SpeechScanner {
  /// No content begins further before its quotation.
  static let longestLead = 400

  /// Whether the head of a verb of saying stands here, with its own content behind it.
  private func ownsWhatFollows(_ row: Int) -> Bool {
    guard groupAt[row] >= 0, tags(row).has(.quoteVerb) else { return false }
    let group = groups[Int(groupAt[row])]
    guard group.head == row, group.form == .finite else { return false }
    switch frame(after: group, lemma: group.lemma).frame {
    case .quote, .that, .clause: return true
    default: return false
    }
  }

  /// A colon or semicolon.
  private func partsClauses(_ row: Int) -> Bool {
    tokens[row].kind == .mark
      && (byte(row) == UInt8(ascii: ":") || byte(row) == UInt8(ascii: ";"))
  }

  /// Where the content that ends in this quotation begins; `nil` when another cue owns it.
  func contentStart(before row: Int) -> Int? {
    if row > start, byte(row - 1) == UInt8(ascii: "(") { return row }
    var first = row
    let lowest = max(start, row - Self.longestLead)
    while first > lowest, !taken[first - 1] {
      let here = first - 1
      if mask[here] < 0 {
        if partsClauses(here) { break }
        if ownsWhatFollows(here) { return nil }
      }
      first = here
    }
    while first < row, kind(first) == .conjunction || kind(first) == .mark { first += 1 }
    return first
  }
}
