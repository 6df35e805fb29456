import HearsayCore
import HearsayGraph

extension Command {
  static let conflicts = aboutEvent(
    "conflicts", "what cannot stand side by side, and why"
  ) { session, asked, scope in
    session.conflictsReply(session.graph.conflicts(asked, scope))
  }
}

extension Session {
  func conflictsReply(_ answer: ConflictsAnswer) -> Reply {
    var reply = Reply()
    let parts: [(String, (ConflictRow) -> Bool)] = [
      ("within one article", { $0.isInsideOneArticle }),
      ("by the numbers", { !$0.isInsideOneArticle && $0.link.verdict == .conflict(.strict) }),
      ("by the text itself", { !$0.isInsideOneArticle && $0.link.verdict == .conflict(.explicit) }),
      (
        "if both mean the same people",
        { row in
          !row.isInsideOneArticle && row.link.verdict != .conflict(.strict)
            && row.link.verdict != .conflict(.explicit)
        }
      ),
    ]
    for (heading, belongs) in parts { add(answer.conflicts.filter(belongs), heading, to: &reply) }
    add(answer.tensions, "tensions: odd, but possible", to: &reply)
    if answer.conflicts.isEmpty { reply.notes.append("nothing here contradicts anything else") }
    if !answer.conflicts.isEmpty { reply.title = counted(answer.conflicts.count, "conflict") }
    reply.claims = (answer.conflicts + answer.tensions).flatMap { [$0.link.from, $0.link.to] }
    appendFigures(of: reply.claims, to: &reply)
    reply.data += (answer.conflicts + answer.tensions).map { data($0.link) }
    return reply
  }

  private func add(_ rows: [ConflictRow], _ heading: String, to reply: inout Reply) {
    guard !rows.isEmpty else { return }
    var section = linkSection(rows.map(\.link), heading: heading)
    for (index, row) in rows.enumerated() {
      section.rows[index].cells[0] = row.question.topic
    }
    reply.sections.append(section)
  }

  /// The claims that relations point at, each once.
  private func appendFigures(of rows: [Int], to reply: inout Reply) {
    let each = graph.sorted(Set(rows))
    reply.data += zip(each, graph.origins(of: each)).map { data($0, $1) }
  }
}
