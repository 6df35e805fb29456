import HearsayGraph

extension Command {
  /// A command about an event or about everything: `NAME [EVENT]` and clauses that choose claims.
  ///
  /// What was asked and which claims are wanted is worked out once, here.
  static func aboutEvent(
    _ name: String, _ summary: String, example: String? = nil,
    answer: @escaping @Sendable (inout Session, Asked?, Scope) -> Reply
  ) -> Command {
    Command(
      name: name, usage: "[EVENT]", summary: summary, example: example ?? name,
      takes: .words("an event", isRequired: false), subject: .event, clauses: .choosing,
      answer: { (query, session) throws(LineProblem) in
        var asked: Asked?
        if case .words(let phrase) = query.argument { asked = try session.asked(phrase) }
        let scope = try session.scope(query.clauses)
        return answer(&session, asked, scope)
      })
  }
}
