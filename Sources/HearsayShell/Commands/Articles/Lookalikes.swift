import HearsayCore
import HearsayGraph

extension Command {
  static let compatible = aboutEvent(
    "compatible", "what looks like a conflict and is none, and why"
  ) { session, asked, scope in
    session.compatibleReply(session.graph.lookalikes(asked, scope), top: scope.top)
  }

  static let explain = Command(
    name: "explain", usage: "CLAIM CLAIM",
    summary: "how two claims are compared, step by step with the numbers put in",
    example: "explain 1 2", takes: .references("two claims"), subject: .claim,
    answer: { (query, session) throws(LineProblem) in
      let rows = try query.references.map { reference throws(LineProblem) in
        try session.oneClaim(reference)
      }
      guard rows.count == 2 else {
        let place = query.references.last?.range ?? query.range
        throw LineProblem(
          "two-claims", place, "'explain' takes two claims", allowed: "as in: explain 1 2")
      }
      return session.whyReply(rows[0], rows[1])
    })
}

extension Session {
  fileprivate func compatibleReply(_ all: [Lookalike], top: Int?) -> Reply {
    let pairs = Array(all.prefix(top ?? all.count))
    guard !pairs.isEmpty else {
      return Reply(notes: ["no two figures here look like a conflict and are none"])
    }
    var reply = Reply(counted(pairs.count, "pair") + " that only look like a conflict")
    let rows = pairs.map { pair in
      let (one, other) = (pair.one, pair.other)
      var details = ["because " + pair.comparison.reasons.joined(separator: "; ")]
      if !pair.comparison.assumptions.isEmpty {
        details.append("assuming that " + pair.comparison.assumptions.joined(separator: "; "))
      }
      return Reply.Row(
        [
          pair.comparison.verdict.name, "\(number(one)) and \(number(other))",
          "\(figureAndTopic(one)) / \(figureAndTopic(other))", "\(place(one)), \(place(other))",
        ], details: details)
    }
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("VERDICT", .whole), Reply.Column("#", .whole), .sentence, .place,
        ], rows: rows)
    ]
    reply.claims = pairs.flatMap { [$0.one, $0.other] }
    reply.data = pairs.map(lookalikeData)
    return reply
  }

  private func lookalikeData(_ pair: Lookalike) -> JSONObject {
    var object = JSONObject()
    object.add("row", "lookalike")
    object.add("verdict", pair.comparison.verdict.name)
    object.add("from", number(pair.one))
    object.add("to", number(pair.other))
    object.add("reasons", pair.comparison.reasons)
    object.add("assumptions", pair.comparison.assumptions)
    addPlace(pair.one, to: &object)
    return object
  }

  /// `56 released (2026-01-12)`.
  func figureAndTopic(_ row: Int) -> String {
    let proposition = graph.claims[row].proposition
    let figure = proposition.quantity.map(figureText) ?? claimWords(row)
    let topic = (proposition.topic ?? proposition.predicate).map { " " + $0 } ?? ""
    return "\(figure)\(topic) (\(asOfText(row)))"
  }

  /// File and line of a claim, for programs.
  func addPlace(_ row: Int, to object: inout JSONObject) {
    object.add("file", graph.document(of: row).file)
    object.add("line", graph.claims[row].span.line)
  }
}
