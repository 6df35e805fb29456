/// A text with marks in it: `⟦` and `⟧` stand around what a test asks for, so nobody counts bytes.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// The marked byte ranges, in order.
  public let answers: [Range<Int>]

  /// Takes the marks out of `marked`.
  public init(_ marked: String) {
    var plain = ""
    var open: [Int] = []
    var found: [Range<Int>] = []
    for character in marked.unicodeScalars {
      switch character {
      case "⟦": open.append(plain.utf8.count)
      case "⟧": if let start = open.popLast() { found.append(start..<plain.utf8.count) }
      default: plain.unicodeScalars.append(character)
      }
    }
    text = plain
    answers = found.sorted { $0.lowerBound < $1.lowerBound }
  }
}
