import HearsayCore
import HearsayFormats

// Sessions as scripts and scripts as tests.

extension Session {
  /// The code of an expectation that was not met.
  static let disappointed = "not-as-expected"
}

extension Command {
  static let expect = Command(
    name: "expect", usage: "WHAT", summary: "holds the last answer against what it should be",
    example: "expect no words \"the whole truth\"", takes: .expectation, clauses: [],
    isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      guard case .expectation(let expectation) = query.argument else { return Reply() }
      if let found = try session.disappointment(expectation, at: query.range) {
        throw LineProblem(
          Session.disappointed, query.range, "wanted \(found.wanted); got \(found.got)")
      }
      return Reply()
    })

  static let last = Command(
    name: "last", summary: "the last answer again, in another format or to a file",
    example: "last as csv", isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      guard var reply = session.last?.reply else {
        throw LineProblem("no-answer", query.range, "nothing has been answered yet")
      }
      reply.effect = .none
      reply.warnings = []
      return reply
    })

  static let run = Command(
    name: "run", usage: "FILE", summary: "do the commands of a script or a lesson",
    example: "run seeds/first-look.hearsay", takes: .paths(isRequired: true), subject: .path,
    clauses: [],
    isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      var reply = Reply()
      guard let path = query.paths.first else { return reply }
      let text = try session.text(of: path)
      if path.text.hasSuffix(".md") {
        let lesson = try session.lesson(text, at: path)
        let problems = session.openStory(of: lesson)
        reply.warnings = problems.map { messageText($0, for: session.format) }
        reply.isPartial = !problems.isEmpty
        if problems.isEmpty { reply.effect = .run(lesson.script) }
      } else {
        reply.effect = .run(Script(name: path.text, text: text))
      }
      return reply
    })

  static let record = Command(
    name: "record", usage: "on FILE|off",
    summary: "write down what is typed: a script, or a lesson when FILE ends in .md",
    example: "record on session.hearsay", takes: .paths(isRequired: true), subject: .path,
    clauses: [], isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      let words = query.paths
      switch words.first?.text.lowercased() {
      case "off" where words.count == 1: return try session.stopRecording(words[0])
      case "on" where words.count == 2: return try session.startRecording(words[1])
      default:
        throw LineProblem(
          "missing", query.range, "`record` takes `on FILE` or `off`",
          allowed: "as in: record on session.hearsay")
      }
    })
}

extension Session {
  fileprivate mutating func startRecording(_ phrase: Phrase) throws(LineProblem) -> Reply {
    let path = phrase.text
    if isSafe { throw LineProblem("safe", phrase.range, "in safe mode no file is written") }
    guard files.kind(path) == .missing else {
      throw LineProblem(
        "would-overwrite", phrase.range, "'\(path)' exists: nothing is written over it")
    }
    let new = Recording(path: path)
    guard files.replace(path, Array(new.text(title: title, corpus: corpusPaths).utf8)) else {
      throw cannotWrite(phrase)
    }
    recording = new
    return Reply(notes: ["recording to \(path); `record off` ends it"])
  }

  fileprivate mutating func stopRecording(_ phrase: Phrase) throws(LineProblem) -> Reply {
    guard let ended = recording else {
      throw LineProblem("not-recording", phrase.range, "nothing is being recorded")
    }
    recording = nil
    return Reply(notes: ["\(counted(ended.count, "command")) in \(ended.path)"])
  }
}
