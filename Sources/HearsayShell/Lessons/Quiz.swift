import HearsayCore
import HearsayGraph

// Questions made of what is loaded, with the graph as the answer key. The same articles always give
// the same questions.

extension Session {
  /// A lesson of questions about an event, or about everything.
  ///
  /// - Throws: when the event is unknown, or nothing can be asked.
  mutating func quiz(about phrase: Phrase?, range: Range<Int>) throws(LineProblem) -> Lesson {
    var asked: Asked?
    if let phrase { asked = try self.asked(phrase) }
    let name = asked.map { "quiz \($0.phrase)" } ?? "quiz"
    var lesson = Lesson(file: name, name: name, title: name)
    let questions = conflictQuestions(asked) + firstQuestions(asked) + originQuestions(asked)
    lesson.blocks = questions.map { Lesson.Block(line: $0.line, kind: .question($0)) }
    lesson.skip = .shown
    if lesson.blocks.isEmpty {
      throw LineProblem("nothing-to-ask", range, "nothing here makes a question")
    }
    return lesson
  }

  private static let mostOfAKind = 2

  // MARK: - Which of these two conflict?

  private func conflictQuestions(_ asked: Asked?) -> [LessonQuestion] {
    let pairs = quizPairs(asked)
    let clashes = pairs.filter(\.isConflict)
    let others = pairs.filter { !$0.isConflict }
    return zip(clashes, others).prefix(Self.mostOfAKind).enumerated().map { place, pair in
      var question = LessonQuestion(id: "conflict-\(place + 1)", kind: .choice, line: place + 1)
      question.prompt = "Which of these two cannot stand side by side?"
      let options = [pair.0, pair.1].map {
        LessonQuestion.Option(text: words($0), isRight: $0.isConflict)
      }
      // The right one stands now first, now last.
      question.options = place % 2 == 0 ? options.reversed() : options
      question.hints = ["`why \(pair.0.from) \(pair.0.to)`", "`why \(pair.1.from) \(pair.1.to)`"]
      question.show = ["`why \(pair.0.from) \(pair.0.to)`"]
      question.right = "both cannot be right of the same people at the same time"
      return question
    }
  }

  private struct Pair {
    var from: Int
    var to: Int
    var isConflict: Bool
  }

  private func quizPairs(_ asked: Asked?) -> [Pair] {
    var copy = self
    copy.beSafe()
    let name = asked.map { " \"\($0.phrase)\"" } ?? ""
    var pairs: [Pair] = []
    for (command, isConflict) in [("conflicts", true), ("compatible", false)] {
      _ = copy.performCommands(command + name, on: Canvas())
      for row in copy.last?.reply?.pairRows ?? [] {
        guard let from = Int(row["from"]?.plain ?? ""), let to = Int(row["to"]?.plain ?? "") else {
          continue
        }
        pairs.append(Pair(from: from, to: to, isConflict: isConflict))
      }
    }
    return pairs
  }

  private func words(_ pair: Pair) -> String {
    let ends = [pair.from, pair.to].compactMap { row(numbered: $0) }
    return ends.map { "\"\(claimWords($0))\" (\(who($0)))" }.joined(separator: " / ")
  }

  private func who(_ row: Int) -> String {
    graph.claims[row].chain.last?.speaker.name ?? place(row)
  }

  // MARK: - Who counted first?

  private func firstQuestions(_ asked: Asked?) -> [LessonQuestion] {
    let dated = quizFigures(asked).filter { graph.day(of: $0) != nil && isNamed($0) }
    let byDay = dated.sorted {
      (graph.day(of: $0)?.number ?? 0, $0) < (graph.day(of: $1)?.number ?? 0, $1)
    }
    guard let first = byDay.first,
      let second = byDay.dropFirst().first(where: {
        graph.day(of: $0) != graph.day(of: first) && who($0) != who(first)
      })
    else { return [] }
    var question = LessonQuestion(id: "first", kind: .source, line: 10)
    question.prompt =
      "Of those that are named, whose figure holds for the earliest day: \(who(second)) or \(who(first))?"
    question.answers = [who(first)]
    question.wrongs = [
      LessonQuestion.Wrong(answer: who(second), remark: "Theirs is for a later day.", line: 10)
    ]
    question.hints = ["`show \(number(first)) \(number(second))`"]
    question.show = ["`show \(number(first))`"]
    return [question]
  }

  private func isNamed(_ row: Int) -> Bool {
    !graph.claims[row].chain.isEmpty && !origins(named: who(row)).isEmpty
      && graph.origins(of: [row]).first?.kind == .identified
  }

  private func quizFigures(_ asked: Asked?) -> [Int] {
    var copy = self
    copy.beSafe()
    let name = asked.map { " \"\($0.phrase)\"" } ?? ""
    _ = copy.performCommands("timeline" + name, on: Canvas())
    return (copy.last?.reply?.claims ?? []).filter { graph.claims[$0].kind == .figure }
  }

  // MARK: - Which two are one origin?

  private func originQuestions(_ asked: Asked?) -> [LessonQuestion] {
    let rows = quizFigures(asked)
    let keys = graph.origins(of: rows).map(\.key)
    var seen: [String: Int] = [:]
    for (row, key) in zip(rows, keys) {
      guard let earlier = seen[key] else {
        seen[key] = row
        continue
      }
      guard graph.claims[earlier].document != graph.claims[row].document,
        let other = zip(rows, keys).first(where: { $0.1 != key })?.0
      else { continue }
      return [originQuestion(earlier, row, other)]
    }
    return []
  }

  private func originQuestion(_ one: Int, _ same: Int, _ other: Int) -> LessonQuestion {
    var question = LessonQuestion(id: "origin", kind: .choice, line: 20)
    question.prompt =
      "\"\(claimWords(one))\" stands at \(place(one)). Which of these goes back to the same origin?"
    question.options = [
      LessonQuestion.Option(text: "\"\(claimWords(other))\", \(place(other))", isRight: false),
      LessonQuestion.Option(text: "\"\(claimWords(same))\", \(place(same))", isRight: true),
    ]
    question.hints = ["`show \(number(one)) \(number(same))`"]
    question.right = "two papers, one witness"
    question.show = ["`show \(number(same))`"]
    return question
  }
}
