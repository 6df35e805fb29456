import HearsayCore
import HearsayReading
import HearsayRules
import HearsayTestSupport

/// Reads texts for the tests of the quantity stage.
struct FigureProbe {
  static let shared = try? FigureProbe()

  private let reader: Reader

  init() throws { reader = Reader(rules: try testRules()) }

  /// The quantities of a text, without the marks in it.
  func read(_ text: String) -> [Found<Quantity>] {
    var reader = reader
    let plain = MarkedText(text).text
    return reader.read(Article(text: SourceText(name: "test", text: plain))).quantities
  }

  /// The draft of a text, for what leaves no trace in the reading.
  func draft(_ text: String) -> Draft {
    var reader = reader
    return reader.draft(Article(text: SourceText(name: "test", text: text)))
  }
}

extension Quantity {
  /// The interval as in a textbook: `[4,∞)`, `(24,∞)`, `~[45,55]`.
  var drawn: String {
    let low = interval.low.map { (interval.lowOpen ? "(" : "[") + $0.description } ?? "(-∞"
    let high = interval.high.map { $0.description + (interval.highOpen ? ")" : "]") } ?? "∞)"
    return (approximate ? "~" : "") + low + "," + high
  }
}

extension [Found<Quantity>] {
  /// The byte ranges, for comparing with marks.
  var ranges: [Range<Int>] { map { $0.range.start..<$0.range.end } }
}
