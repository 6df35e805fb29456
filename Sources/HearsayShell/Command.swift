/// One thing to type, declared once: help, completion and the parser are made from it.
package struct Command: Sendable {
  /// What stands between the name and the clauses.
  package enum Takes: Hashable, Sendable {
    case nothing
    case words(String, isRequired: Bool)
    case quantityOrWords
    case references(String)
    case paths(isRequired: Bool)
    /// A sentence in quotation marks, or a claim, and then words.
    case sentenceAndWords
    /// What the last answer should be like.
    case expectation
    /// `NAME = COMMAND`.
    case definition
    /// The rest of the line; in quotation marks when clauses follow.
    case statement
  }

  /// What the words after the name mean, for completion and suggestions.
  package enum Subject: Hashable, Sendable {
    case none, event, name, claim, command, path, setting, topic, article
  }

  /// Works out the answer.
  ///
  /// It prints nothing; what it changes is the session.
  package typealias Answer =
    @Sendable (Request, inout Session) throws(LineProblem) -> Reply

  package let name: String
  package let usage: String
  package let summary: String
  package let example: String
  package let takes: Takes
  package let subject: Subject
  package let clauses: Set<ClauseKeyword>
  package let answer: Answer
  /// Whether it asks about the last answer, and so is none itself.
  package let isAboutTheLastAnswer: Bool

  init(
    name: String, usage: String = "", summary: String, example: String, takes: Takes = .nothing,
    subject: Subject = .none, clauses: Set<ClauseKeyword> = .writing,
    isAboutTheLastAnswer: Bool = false, answer: @escaping Answer
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.example = example
    self.takes = takes
    self.subject = subject
    self.clauses = clauses
    self.isAboutTheLastAnswer = isAboutTheLastAnswer
    self.answer = answer
  }

  /// All commands, in the order of `help`.
  package static let all: [Command] = [
    compare, whoSaid, check, conflicts, compatible, claims, timeline, when, known, trace, show, why,
    whyNot, explain, articles, criteria, events, sources, source, origins, singleSource,
    corroborated, cites, interested, grade, whoIs, aliases, anonymous, unattributed, hedged,
    shifts, quotes, reuse, duplicates, stale, framing, unknown, leftovers,
    merge, split, same, notSame, note, undo, redo, edits,
    expect, last, history, run, record, lesson, quiz,
    help, status, load, rules, ruleStats, diffRules, reload, set, alias, quit,
  ]

  /// The command of a name.
  package static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}

extension Set where Element == ClauseKeyword {
  /// How an answer is written.
  static let writing: Set = [.as, .to]
  /// Which claims an answer is about.
  static let choosing: Set = [
    .where, .by, .in, .since, .until, .on, .sort, .top, .as, .to,
  ]
}
