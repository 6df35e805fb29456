package import HearsayCore

/// A lesson: what is told, what is shown, and what is asked, in order.
///
/// `NAME.lesson.md` reads well anywhere as CommonMark, runs as a script and tests itself.
package struct Lesson: Sendable, Hashable {
  /// What happens when somebody does not want to answer.
  package enum Skip: String, Sendable, Hashable, CaseIterable {
    case allowed
    /// Answer and evidence are shown, and it is counted.
    case shown
    case no
  }

  /// The file, as the person named it.
  package var file: String
  /// A name for its place and its report.
  package var name: String
  package var title: String
  /// The articles it is about, as seen from its folder.
  package var corpus: String?
  package var skip = Skip.allowed
  /// The day that weekdays and `2 days ago` count from; `nil` for the newest article's.
  package var today: Day?
  package var blocks: [Block] = []

  /// One piece of it.
  package struct Block: Sendable, Hashable {
    /// The line it begins at, counted from 1.
    package var line: Int
    package var kind: Kind
  }

  /// What a piece is.
  package enum Kind: Sendable, Hashable {
    /// `# Heading`.
    case heading(String)
    /// Paragraphs, as written.
    case prose(String)
    /// Commands that are shown and done.
    case commands([Script.Line])
    /// A command the learner types; any other with the same result will do.
    case typed(Script.Line)
    /// What the last answer should be like.
    case expectations([Script.Line])
    /// What the last answer looked like.
    case output(String)
    case question(LessonQuestion)
  }

  /// Its commands and expectations, without a word of the rest.
  package var script: Script {
    var lines: [Script.Line] = []
    if let today { lines.append(Script.Line(number: 1, text: "set today \(today)")) }
    for block in blocks {
      switch block.kind {
      case .commands(let commands): lines += commands
      case .typed(let command): lines.append(command)
      case .expectations(let expected):
        lines += expected.map { Script.Line(number: $0.number, text: "expect " + $0.text) }
      default: break
      }
    }
    if today != nil { lines.append(Script.Line(number: 1, text: "set today auto")) }
    return Script(name: file, lines: lines)
  }

  /// The questions, in order.
  package var questions: [LessonQuestion] {
    blocks.compactMap { block in
      if case .question(let question) = block.kind { return question }
      return nil
    }
  }
}

/// A question of a lesson, with its key.
package struct LessonQuestion: Sendable, Hashable {
  /// How an answer is compared.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Digits, words, ranges: `56`, `fifty-six`, `60 to 70`.
    case number
    /// One of the options.
    case choice
    /// Some of the options.
    case choices
    /// Words; case, accents and punctuation do not count.
    case words
    case claim, claims
    /// Somebody, under any of the names the rules know.
    case source
    /// A command: its result, never its text.
    case command
    /// Anything; kept, and a model is shown.
    case free
  }

  /// A remark on one wrong answer.
  package struct Wrong: Sendable, Hashable {
    package var answer: String
    package var remark: String
    package var line: Int
  }

  /// One option of a choice.
  package struct Option: Sendable, Hashable {
    package var text: String
    package var isRight: Bool
  }

  package var id: String
  package var kind: Kind
  package var line: Int
  package var prompt = ""
  package var options: [Option] = []
  package var answers: [String] = []
  package var wrongs: [Wrong] = []
  package var hints: [String] = []
  /// Said for a right answer.
  package var right: String?
  /// Commands that show the evidence, once it is answered.
  package var show: [String] = []
  /// A good answer to a free question.
  package var model: String?
  package var points = 1

  /// The right answer, as it may be shown.
  package var key: String {
    switch kind {
    case .choice, .choices:
      options.indices.filter { options[$0].isRight }.map { "\($0 + 1)" }.joined(separator: ", ")
    case .free: model ?? ""
    default: answers.first ?? ""
    }
  }

  /// The commands between backticks in what it says.
  package var commandsInWords: [String] {
    (([prompt, right, model].compactMap { $0 }) + hints + wrongs.map(\.remark) + show)
      .flatMap(wordsInBackticks)
  }
}

/// What stands between single backticks.
func wordsInBackticks(_ text: String) -> [String] {
  let parts = text.split(separator: "`", omittingEmptySubsequences: false)
  return parts.indices.filter { $0 % 2 == 1 && $0 < parts.count - 1 }.map { String(parts[$0]) }
}
