import HearsayCore
import HearsayFormats

// Learning: lessons from files, and questions made of what is loaded.

extension Command {
  static let lesson = Command(
    name: "lesson", usage: "FILE", summary: "learn: a lesson that tells, shows and asks",
    example: "lesson lessons/1-numbers-have-bounds.lesson.md", takes: .paths(isRequired: true),
    subject: .path, clauses: [], isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      guard let path = query.paths.first else { return Reply() }
      let lesson = try session.lesson(try session.text(of: path), at: path)
      var reply = Reply()
      let problems = session.openStory(of: lesson)
      reply.warnings = problems.map { messageText($0, for: session.format) }
      guard problems.isEmpty else {
        reply.isPartial = true
        return reply
      }
      reply.effect = .teach(lesson)
      return reply
    })

  static let quiz = Command(
    name: "quiz", usage: "[EVENT]", summary: "questions made of what is loaded, with their keys",
    example: "quiz", takes: .words("an event", isRequired: false), subject: .event,
    clauses: [], isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      let phrase: Phrase? = if case .words(let words) = query.argument { words } else { nil }
      let lesson = try session.quiz(about: phrase, range: query.range)
      var reply = Reply()
      reply.effect = .teach(lesson)
      return reply
    })
}

extension Session {
  /// A lesson from its text.
  ///
  /// - Throws: the first thing that is wrong with it.
  func lesson(_ text: String, at path: Phrase) throws(LineProblem) -> Lesson {
    var reader = LessonReader(text, file: path.text)
    let lesson = reader.read()
    if let first = reader.diagnostics.first {
      let place = first.place.map { ":\($0.line)" } ?? ""
      throw LineProblem(
        "bad-lesson", path.range, "\(path.text)\(place): \(first.message)", allowed: first.help)
    }
    return lesson
  }

  /// Loads the articles a lesson is about, unless they are what is loaded.
  mutating func openStory(of lesson: Lesson) -> [Diagnostic] {
    guard let corpus = lesson.corpus else { return [] }
    let path = Path.join(Path.folder(lesson.file), corpus)
    if corpusPaths == [path] { return [] }
    return open([path]).filter { $0.severity == .error }
  }

  /// Begins a lesson, or goes on where it was left.
  mutating func begin(_ lesson: Lesson, on canvas: Canvas) -> LineResult {
    var run = LessonRun(lesson, at: place(in: lesson))
    if !isSafe { run.filesBefore = files }
    run.todayBefore = settings.today
    if let today = lesson.today { settings.today = today }
    self.lesson = run
    beSafe()
    var canvas = canvas
    // The lesson says itself what is next.
    canvas.showsNext = false
    var result = LineResult()
    if run.at > 0, run.at < lesson.blocks.count,
      case .heading(let text) = lesson.blocks[run.headingBefore(run.at)].kind
    {
      result.output = canvas.style.draw(printable(text), .heading) + "\n\n"
    }
    result.add(goOn(on: canvas))
    return result
  }
}
