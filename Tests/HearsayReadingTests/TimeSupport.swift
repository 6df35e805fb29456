import HearsayCore
import HearsayReading
import HearsayRules
import HearsayTestSupport

/// Reads times with the rules of English and events that a test pins.
struct TimeProbe: Sendable {
  let reader: Reader

  static let shared = Result { try TimeProbe(pinned: "") }
  /// A story in which one event is pinned to a day.
  static let pinned = Result {
    try TimeProbe(pinned: "events:\n  the flood: {date: 2026-01-03, words: [dam broke]}\n")
  }

  init(pinned: String) throws {
    let story = SourceText(name: "story.yaml", text: "hearsay: 1\nextends: english\n" + pinned)
    let english = try englishFiles.map(projectFile)
    let loaded = RulesLoader.load(pinned.isEmpty ? english : english + [story])
    guard let rules = loaded.rules else { throw NoRules(diagnostics: loaded.diagnostics) }
    reader = Reader(rules: rules)
  }

  /// The draft of a text, published on a day or nobody knows when.
  func draft(_ text: String, published: String? = "2026-01-14") -> Draft {
    var reader = reader
    let known = KnownFacts(published: published.flatMap(Day.init(iso:)))
    return reader.draft(Article(text: SourceText(name: "a.txt", text: text), known: known))
  }
}

extension Draft {
  /// Every time as `value` or `value/mod`.
  var timeValues: [String] {
    times.map { time in
      time.value.mod.map { "\(time.value.value)/\($0)" } ?? time.value.value
    }
  }

  /// The bytes of every time.
  var timeRanges: [Range<Int>] {
    times.map { time in
      let bytes = bytes(time.tokens)
      return bytes.start..<bytes.end
    }
  }
}

/// The rules of a test do not load.
private struct NoRules: Error {
  let diagnostics: [Diagnostic]
}
