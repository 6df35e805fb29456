import HearsayCore
import HearsayGraph

extension Command {
  static let history = Command(
    name: "history", usage: "[NUMBER|WORDS]",
    summary: "the last lines typed, or those with some words in them",
    example: "history compare", takes: .words("a number or words", isRequired: false),
    isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      let phrase: Phrase? = if case .words(let words) = query.argument { words } else { nil }
      return try session.historyReply(phrase)
    })
}

extension Session {
  /// Numbered from the first line kept, so that a line has one number however it was asked for.
  fileprivate func historyReply(_ phrase: Phrase?) throws(LineProblem) -> Reply {
    guard let typedLines else {
      return Reply(notes: ["lines are kept only where somebody types them"])
    }
    let all = Array(typedLines.enumerated())
    let found: [(offset: Int, element: String)]
    let number = phrase.flatMap { $0.isQuoted ? nil : Int($0.text) }.flatMap { $0 > 0 ? $0 : nil }
    if let phrase, number == nil {
      found = all.filter { folded($0.element).contains(folded(phrase.text)) }
      if found.isEmpty { throw noSuchLine(phrase) }
    } else {
      found = all.suffix(number ?? Self.mostLinesShown)
    }
    return historyReply(found, of: all.count)
  }

  private static let mostLinesShown = 20

  private func noSuchLine(_ phrase: Phrase) -> LineProblem {
    LineProblem(
      "no-such-line", phrase.range, "no line was typed with '\(phrase.text)' in it",
      allowed: "`history` has the last ones")
  }

  private func historyReply(_ lines: [(offset: Int, element: String)], of all: Int) -> Reply {
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column("", .number), Reply.Column("LINE", .words)],
        rows: lines.map { Reply.Row([String($0.offset + 1), onOneRow($0.element)]) })
    ]
    reply.notes = [
      "\(lines.count) of \(counted(all, "line")); Ctrl-R finds one, Up brings back what begins so"
    ]
    reply.data = lines.map { line in
      var object = JSONObject()
      object.add("row", "line")
      object.add("line", line.offset + 1)
      object.add("text", line.element)
      return object
    }
    return reply
  }

  /// A pasted entry may hold several lines.
  private func onOneRow(_ entry: String) -> String {
    entry.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
  }
}
