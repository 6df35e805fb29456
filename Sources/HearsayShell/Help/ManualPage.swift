import HearsayGraph

/// The manual page in the `man` macros, made of what help is made of.
///
/// `options` are those of the command line, each with what it does; `programs` are its other
/// commands with their usage, what they do and their options.
package func manualPage(
  version: String, options: [(name: String, summary: String)],
  programs: [(usage: String, summary: String, options: [(name: String, summary: String)])]
) -> String {
  var page = ManualPage()
  page.out = ".TH HEARSAY 1 \"\" \"\(version)\" \"User Commands\"\n"
  page.section("NAME")
  page.text("hearsay - who said what, and does it fit?")
  page.section("SYNOPSIS")
  page.text("hearsay [CORPUS...] [OPTION...]", isBold: true)
  for program in programs {
    page.out += ".br\n"
    page.text("hearsay " + program.usage, isBold: true)
  }
  page.section("DESCRIPTION")
  for paragraph in ManualPage.description { page.paragraph(paragraph) }
  page.section("OPTIONS")
  for option in options { page.item(option.name, option.summary) }
  for task in HelpTask.all { page.add(task) }
  page.section("CLAUSES")
  for clause in ClauseKeyword.allCases { page.item(clause.rawValue, clause.summary) }
  page.item("| PROGRAM", "gives the answer to a program, as a file would get it")
  page.section("FIELDS OF WHERE")
  for field in FilterField.allCases { page.item(field.rawValue, field.summary) }
  page.section("FORMATS")
  for format in OutputFormat.allCases { page.item(format.rawValue, format.summary) }
  page.section("SETTINGS")
  for choice in Settings.choices {
    page.item(
      "set \(choice.name) \(choice.values.map(\.name).joined(separator: "|"))", choice.summary)
  }
  page.section("KEYS")
  for key in HelpKey.all { page.item(key.keys, key.use) }
  page.section("OTHER PROGRAMS")
  for program in programs {
    page.item("hearsay " + program.usage, program.summary)
    page.indented { for option in program.options { $0.item(option.name, option.summary) } }
  }
  for (title, items) in ManualPage.surroundings {
    page.section(title)
    for (name, use) in items { page.item(name, use) }
  }
  return page.out
}

private struct ManualPage {
  var out = ""

  static let description = [
    "An interactive shell for source criticism. It reads news articles about one story, works out"
      + " who said what (figures, times, quotations, chains of attribution), and answers questions:"
      + " compare released, who said 800, conflicts.",
    "CORPUS is a folder with or without a corpus.yaml, or files. Without one, the first story of"
      + " seeds/ is opened. It never says what is true: it says who said what, when, on whose"
      + " word, and what fits with what.",
    "In the shell, help lists the commands by what one wants to do, help COMMAND has three"
      + " examples of each that work on what is loaded, and Tab completes.",
  ]

  static let surroundings: [(String, [(String, String)])] = [
    (
      "ENVIRONMENT",
      [
        ("HEARSAY_ACCESSIBLE", "1, on, yes or true: each row a sentence, words for signs"),
        ("NO_COLOR", "any value: no colour"),
        ("PAGER", "shows answers taller than the window; without it less does"),
        ("EDITRC", "keys of the line editor, else ~/.editrc; see editrc(5)"),
        ("XDG_CONFIG_HOME, XDG_STATE_HOME", "where the files below lie"),
      ]
    ),
    (
      "FILES",
      [
        ("~/.config/hearsay/rc", "commands done at every start at a terminal"),
        ("~/.local/state/hearsay/history", "lines typed; nobody else can read it"),
        ("~/.local/state/hearsay/lessons", "where lessons were left"),
        ("corpus.yaml, manifest.tsv", "beside articles: what is known of them"),
        ("corrections.hearsay", "beside articles: what was decided by hand"),
      ]
    ),
    (
      "EXIT STATUS",
      [
        ("0", "all is well"), ("1", "a command or a file failed"), ("2", "wrong usage"),
        ("3", "an expectation was not met"), ("130, 143", "stopped by a signal"),
      ]
    ),
  ]

  mutating func section(_ title: String) { out += ".SH " + quoted(title) + "\n" }

  mutating func text(_ text: String, isBold: Bool = false) {
    out += isBold ? ".B " + quoted(text) + "\n" : escaped(text) + "\n"
  }

  mutating func paragraph(_ text: String) { out += ".PP\n" + escaped(text) + "\n" }

  mutating func item(_ name: String, _ text: String) {
    out += ".TP\n.B " + quoted(name) + "\n" + escaped(text) + "\n"
  }

  mutating func indented(_ body: (inout ManualPage) -> Void) {
    out += ".RS\n"
    body(&self)
    out += ".RE\n"
  }

  /// The commands for one thing a person wants to do.
  mutating func add(_ task: HelpTask) {
    section("COMMANDS: " + task.title.uppercased())
    let words = CorpusWords.ofFirstSeed
    for page in task.pages {
      guard let command = Command.named(page.command) else { continue }
      item(command.synopsis, command.summary)
      indented { manual in
        for example in page.examples { manual.item(words(example.line), example.remark) }
      }
    }
  }

  /// A line that begins with a dot would be a command of the macros, and a hyphen a dash.
  private func escaped(_ text: String) -> String {
    var out = ""
    for character in printable(text) {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "’": out += "\\(cq"
      case "…": out += "..."
      default: out.append(character)
      }
    }
    return out.first.map { ".'".contains($0) } == true ? "\\&" + out : out
  }

  /// In the argument of a macro a quotation mark is written twice.
  private func quoted(_ text: String) -> String {
    "\""
      + escaped(text).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\\(dq") + "\""
  }
}
