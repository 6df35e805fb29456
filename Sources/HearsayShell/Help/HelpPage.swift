/// What the help of one command shows beside what is declared with it: examples with remarks.
///
/// Words in braces stand for something of what is loaded (``CorpusWords``), so that every example
/// can be typed as it is shown.
struct HelpPage: Sendable {
  let command: String
  let examples: [Example]

  /// A line to type, and what it does.
  struct Example: Sendable {
    var line: String
    let remark: String
  }

  init(_ command: String, _ examples: [(line: String, remark: String)]) {
    self.command = command
    self.examples = examples.map { Example(line: $0.line, remark: $0.remark) }
  }
}

/// What a person wants to do, and the commands for it: a line of the one screen of help.
struct HelpTask: Sendable {
  let title: String
  let pages: [HelpPage]

  init(_ title: String, _ pages: [HelpPage]) {
    self.title = title
    self.pages = pages
  }

  /// All of them, in the order of a day's work; every command stands in one.
  static let all = [
    lookingAround, sayings, fitting, origins, opening, weighing, deciding, learning, scripts, shell,
  ]

  /// The page of a command.
  static func page(of command: Command) -> HelpPage? {
    all.lazy.flatMap(\.pages).first { $0.command == command.name }
  }
}
