import HearsayCore
import HearsayGraph

// Who stands behind what: origins are counted, not outlets.

extension Command {
  static let origins = aboutEvent(
    "origins", "who the claims go back to, and what holds each origin together"
  ) { session, asked, scope in
    session.originsReply(session.graph.claimList(asked, scope.uncut), top: scope.top)
  }

  static let singleSource = aboutEvent(
    "single-source", "figures that go back to one origin, however many articles print them"
  ) { session, asked, scope in
    let figures = session.graph.supportedFigures(asked, scope)
    return session.supportReply(
      figures.filter { $0.independence.upper == 1 }, top: scope.top, what: "with one origin",
      none: "no figure rests on one origin alone")
  }

  static let corroborated = aboutEvent(
    "corroborated", "figures with two or more named origins that are not known to be linked"
  ) { session, asked, scope in
    let figures = session.graph.supportedFigures(asked, scope)
    return session.supportReply(
      figures.filter { $0.independence.lower > 1 }, top: scope.top,
      what: "with several named origins", none: "no figure has two named origins")
  }

  static let interested = aboutEvent(
    "interested", "claims of those who have a stake in them, by the rules' sides"
  ) { session, asked, scope in
    session.interestedReply(session.graph.interested(asked, scope))
  }
}

extension Session {
  // MARK: - origins

  fileprivate func originsReply(_ rows: [Int], top: Int?) -> Reply {
    guard !graph.claims.isEmpty else { return nothingLoaded() }
    var origins = sourceList(rows)
    let independence = graph.independence(of: rows)
    if let top { origins = Array(origins.prefix(top)) }
    var reply = Reply("\(counted(origins.count, "origin")) of \(counted(rows.count, "claim"))")
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("ORIGIN"), .kind, Reply.Column("CLAIMS", .number),
          Reply.Column("PRINTED BY", .number), Reply.Column("HELD TOGETHER BY"), .place,
        ], rows: origins.map(originRow))
    ]
    reply.notes = ["named and not known to be linked: \(independence.text)"] + independence.notes
    reply.data = origins.map(originData)
    reply.claims = origins.map { $0.claims[0] }
    return reply
  }

  private func originRow(_ origin: Origin) -> Reply.Row {
    var rule = origin.claims.count > 1 ? origin.rule.words : ""
    if !rule.isEmpty, origin.confidence != .certain { rule += " (\(origin.confidence.rawValue))" }
    return Reply.Row([
      who(origin.claims[0], of: origin), origin.kind.words, String(origin.claims.count),
      String(origin.documents.count), rule, places(origin.claims),
    ])
  }

  private func originData(_ origin: Origin) -> JSONObject {
    var object = JSONObject()
    object.add("row", "origin")
    object.add("key", origin.key)
    object.add("name", origin.name)
    object.add("kind", origin.kind.rawValue)
    object.add("rule", origin.rule.rawValue)
    object.add("confidence", origin.confidence.rawValue)
    object.add("claims", origin.claims.map(number))
    object.add("documents", origin.documents.map { graph.documents[$0].file })
    addPlace(origin.claims[0], to: &object)
    return object
  }

  // MARK: - single-source, corroborated

  fileprivate func supportReply(
    _ all: [SupportedFigure], top: Int?, what: String, none: String
  ) -> Reply {
    let figures = Array(all.prefix(top ?? all.count))
    guard !figures.isEmpty else { return Reply(notes: [none]) }
    var reply = Reply("\(counted(figures.count, "figure")) \(what)")
    let rows = figures.map { figure in
      Reply.Row(
        [
          String(number(figure.claim)), figure.question.topic,
          graph.claims[figure.claim].proposition.quantity.map(figureText) ?? "",
          populationText(figure.claim), figure.independence.text, originNames(figure),
          String(Set(figure.claims.map { graph.claims[$0].document }).count),
          places(figure.claims),
        ], details: figure.independence.notes)
    }
    reply.sections = [
      Reply.Section(
        columns: [
          .claim, Reply.Column("EVENT"), .figure, Reply.Column("OF"), Reply.Column("ORIGINS"), .who,
          Reply.Column("PRINTED BY", .number), .place,
        ], rows: rows)
    ]
    reply.claims = figures.map(\.claim)
    reply.data = figures.map(supportData)
    return reply
  }

  /// Each origin once; a merge that is inferred says so.
  private func originNames(_ figure: SupportedFigure) -> String {
    var names: [String] = []
    for key in figure.origins {
      let name = who(figure.claim, key) + (key.confidence == .certain ? "" : " (probable)")
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: "; ")
  }

  private func supportData(_ figure: SupportedFigure) -> JSONObject {
    var object = JSONObject()
    object.add("row", "support")
    object.add("topic", figure.question.topic)
    object.add("claim", number(figure.claim))
    object.add("claims", figure.claims.map(number))
    object.add("independentLow", figure.independence.lower)
    object.add("independentHigh", figure.independence.upper)
    object.add("origins", figure.origins.map(\.name))
    object.add("notes", figure.independence.notes)
    addPlace(figure.claim, to: &object)
    return object
  }

  // MARK: - interested

  fileprivate func interestedReply(_ all: [InterestedClaim]) -> Reply {
    guard !all.isEmpty else {
      return Reply(notes: ["nobody with a stake says anything here, as far as the rules tell"])
    }
    var reply = Reply(counted(all.count, "claim") + " by people with a stake")
    let keys = graph.origins(of: all.map(\.claim))
    let rows = zip(all, keys).map { claim, key in
      Reply.Row(
        [
          String(number(claim.claim)), who(claim.claim, key), claim.side, claim.topic,
          graph.claims[claim.claim].proposition.quantity.map(figureText) ?? "",
          claimWords(claim.claim), place(claim.claim),
        ],
        details: claim.agreeing.isEmpty
          ? [] : ["the same is said by " + claim.agreeing.joined(separator: ", ")])
    }
    reply.sections = [
      Reply.Section(
        columns: [
          .claim, .who, Reply.Column("SIDE"), Reply.Column("STAKE IN"), .figure, .words, .place,
        ], rows: rows)
    ]
    reply.claims = all.map(\.claim)
    reply.data = zip(all, keys).map { claim, key in
      var object = data(claim.claim, key)
      object.add("side", claim.side)
      object.add("agreeing", claim.agreeing)
      return object
    }
    return reply
  }
}
