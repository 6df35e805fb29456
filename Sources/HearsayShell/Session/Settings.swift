package import HearsayCore

/// How answers are written, as the person chose.
package struct Settings: Hashable, Sendable {
  /// The format of answers; `nil` when each command takes its own.
  package var output: OutputFormat?
  /// Whether signs are ASCII.
  package var isASCII = false
  /// Whether answers are meant for a screen reader: sentences, words for signs, no colour.
  package var isAccessible = false
  /// Whether the time a command took is told, on stderr.
  package var showsTime = false
  /// Whether an answer taller than the window is shown by the page.
  package var usesPager = true
  /// The day that `today`, weekdays and `2 days ago` count from; `nil` for the newest article's.
  package var today: Day?

  package init() {}

  /// One thing that can be set.
  struct Choice: Sendable {
    let name: String
    let summary: String
    /// The values, with what they mean; none where any day is one.
    let values: [(name: String, summary: String)]
    let get: @Sendable (Settings) -> String
    let set: @Sendable (inout Settings, String) -> Void
  }

  /// All of them, in the order of `set`.
  static let choices: [Choice] = [
    Choice(
      name: "output", summary: "how answers are written",
      values: [("auto", "a plot for compare at a terminal, else a table")]
        + OutputFormat.allCases.map { ($0.rawValue, $0.summary) },
      get: { $0.output?.rawValue ?? "auto" }, set: { $0.output = OutputFormat(rawValue: $1) }),
    Choice(
      name: "glyphs", summary: "the signs of plots",
      values: [("unicode", "● ├ ┤ ▶"), ("ascii", "* | | >")],
      get: { $0.isASCII ? "ascii" : "unicode" }, set: { $0.isASCII = $1 == "ascii" }),
    Choice(
      name: "accessible", summary: "answers for a screen reader",
      values: [("on", "each row a sentence, words for signs"), ("off", "tables and plots")],
      get: { $0.isAccessible ? "on" : "off" }, set: { $0.isAccessible = $1 == "on" }),
    Choice(
      name: "timer", summary: "how long a command took, on stderr",
      values: [("on", "told behind each answer"), ("off", "not told")],
      get: { $0.showsTime ? "on" : "off" }, set: { $0.showsTime = $1 == "on" }),
    Choice(
      name: "pager", summary: "answers taller than the window by the page ($PAGER, else less)",
      values: [("auto", "at a terminal, when it is too tall"), ("off", "never")],
      get: { $0.usesPager ? "auto" : "off" }, set: { $0.usesPager = $1 == "auto" }),
    Choice(
      name: "today", summary: "the day that weekdays and `2 days ago` count from",
      values: [("auto", "the newest article's"), ("2026-01-14", "or any other day")],
      get: { $0.today?.description ?? "auto" }, set: { $0.today = Day(iso: $1) }),
  ]

  /// The format of an answer when the command does not say; at a terminal a person looks at it.
  func format(of command: String, isTerminal: Bool) -> OutputFormat {
    if let output { return output }
    if isAccessible { return .lines }
    return isTerminal && command == "compare" ? .plot : .table
  }

  /// The canvas as the person wants it: at a terminal with what to type next.
  func applied(to canvas: Canvas) -> Canvas {
    var canvas = canvas
    canvas.showsNext = canvas.width != nil
    canvas.isASCII = isASCII || isAccessible
    canvas.isSpoken = isAccessible
    if isAccessible { canvas.style = .plain }
    return canvas
  }
}
