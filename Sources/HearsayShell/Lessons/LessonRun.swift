import HearsayCore
import HearsayFormats

/// Somebody in a lesson: where they are and how it went.
struct LessonRun: Sendable {
  let lesson: Lesson
  /// The next block to be shown, or the one that waits for the learner.
  var at = 0
  /// What became of each question, by its name.
  var records: [String: Record] = [:]
  /// The files as they were before the lesson, which writes none.
  var filesBefore: FileAccess?
  /// The day weekdays counted from before the lesson.
  var todayBefore: Day?

  /// What became of a question or of a command to type.
  struct Record: Sendable, Hashable {
    var tries = 0
    var hints = 0
    var isRight = false
    var wasSkipped = false
    /// What was written to a free question.
    var text: String?
  }

  init(_ lesson: Lesson, at: Int = 0) {
    self.lesson = lesson
    self.at = min(max(0, at), lesson.blocks.count)
  }

  /// What the learner is to do.
  enum Wait: Hashable {
    case enter
    case typed(Script.Line)
    case question(LessonQuestion)
    case nothing
  }

  /// What the block at hand waits for.
  var wait: Wait {
    guard at < lesson.blocks.count else { return .nothing }
    switch lesson.blocks[at].kind {
    case .typed(let command): return .typed(command)
    case .question(let question): return .question(question)
    default: return .enter
    }
  }

  /// The question's name; a command to type is named by its line.
  var recordName: String? {
    switch wait {
    case .question(let question): question.id
    case .typed(let command): "line \(command.number)"
    case .enter, .nothing: nil
    }
  }

  var record: Record {
    get { recordName.flatMap { records[$0] } ?? Record() }
    set { if let recordName { records[recordName] = newValue } }
  }

  /// The heading before the block at hand, where `back` goes.
  func headingBefore(_ place: Int) -> Int {
    var row = min(place, lesson.blocks.count) - 1
    while row > 0 {
      if case .heading = lesson.blocks[row].kind { return row }
      row -= 1
    }
    return 0
  }
}

extension LessonRun {
  /// `3 of 5 questions, 2 hints, 1 skipped`.
  var progress: String {
    let questions = lesson.questions
    let done = questions.count { records[$0.id]?.isRight ?? false }
    let hints = records.values.reduce(0) { $0 + $1.hints }
    let skipped = questions.count { records[$0.id]?.wasSkipped ?? false }
    let points = questions.filter { records[$0.id]?.isRight ?? false }.reduce(0) { $0 + $1.points }
    let all = questions.reduce(0) { $0 + $1.points }
    var text = "\(done) of \(counted(questions.count, "question")) answered"
    text += ", \(points) of \(counted(all, "point"))"
    if hints > 0 { text += ", \(counted(hints, "hint"))" }
    if skipped > 0 { text += ", \(skipped) skipped" }
    return text
  }

  /// How it went, for the one who teaches; nothing of it leaves the machine by itself.
  var report: JSONObject {
    var object = JSONObject()
    object.add("row", "lesson")
    object.add("lesson", lesson.name)
    object.add("title", lesson.title)
    object.add("isFinished", at >= lesson.blocks.count)
    object.add("questions", lesson.questions.map(row))
    return object
  }

  private func row(_ question: LessonQuestion) -> JSONObject {
    let record = records[question.id] ?? Record()
    var object = JSONObject()
    object.add("id", question.id)
    object.add("kind", question.kind.rawValue)
    object.add("tries", record.tries)
    object.add("hints", record.hints)
    object.add("isRight", record.isRight)
    object.add("wasSkipped", record.wasSkipped)
    object.add("points", record.isRight ? question.points : 0)
    object.add("of", question.points)
    if let text = record.text { object.add("text", text) }
    return object
  }
}

extension Session {
  /// Whether the next line is for a lesson.
  package var isInLesson: Bool { lesson != nil }

  /// How the lesson at hand, or the one that ended last, went: one JSON object.
  package var lessonReport: String? { (lesson ?? lastLesson)?.report.line }
}
