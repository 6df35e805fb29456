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
          Reply.Column("PRINTED BY", .number), Reply.Column("HELD TOGETHER BY", .sentence), .place,
        ], rows: origins.map(originRow))
    ]
    reply.notes = ["named and not known to be linked: \(independence.text)"] + independence.notes
    reply.data = origins.map(originData)
    reply.claims = origins.map { $0.claims[0] }
    return reply
  }

  private func originRow(_ origin: Origin) -> Reply.Row {
    Reply.Row(
      [
        who(origin.claims[0], of: origin), origin.kind.words, String(origin.claims.count),
        String(origin.documents.count), heldTogether(origin), places(origin.claims),
      ], details: inferences(origin))
  }

  private func heldTogether(_ origin: Origin) -> String {
    guard origin.claims.count > 1 else { return "" }
    let doubt = origin.confidence == .certain ? "" : " (\(origin.confidence.rawValue))"
    return origin.rule.words + doubt
  }

  /// What was inferred and by what, the first few.
  private func inferences(_ origin: Origin) -> [String] {
    let inferred = origin.evidence.filter { $0.confidence != .certain }
    let lines = inferred.prefix(3).map(text)
    return inferred.count > 3 ? lines + ["and \(inferred.count - 3) more"] : lines
  }

  /// `12 (Luis Vega) by the body they speak for: probable`, `14 as 3: the same text`.
  private func text(_ evidence: OriginEvidence) -> String {
    let place = place(evidence.claim)
    let like = evidence.joinedTo.map { " goes back to \(number($0)) (\(self.place($0)))" } ?? ""
    let who = evidence.joinedTo == nil ? " is said by \(speakerText(evidence.claim))" : ""
    let doubt = evidence.confidence == .certain ? "" : ", \(evidence.confidence.rawValue)"
    return "\(number(evidence.claim)) (\(place))\(who)\(like): \(evidence.rule.words)\(doubt)"
  }

  /// A speaker with what is said of them: `Carlos Vega, interior minister`.
  private func speakerText(_ row: Int) -> String {
    let speaker = graph.claims[row].origin.speaker
    return [speaker.name, speaker.role].compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: - why of an origin

  /// Who stands behind a claim, and every claim that is counted with it.
  func whyOrigin(of row: Int) -> Reply.Section? {
    let all = graph.sorted(rows)
    guard let origin = graph.originList(of: all).first(where: { $0.claims.contains(row) }) else {
      return nil
    }
    return whyOrigin(origin, but: row)
  }

  /// The claims of an origin, each with why it is counted there.
  func whyOrigin(_ origin: Origin, but row: Int? = nil) -> Reply.Section {
    let reasons = Dictionary(origin.evidence.map { ($0.claim, $0) }) { first, _ in first }
    var section = Reply.Section(
      "goes back to: \(who(origin.claims[0], of: origin)) (\(origin.kind.words))",
      columns: [.claim, Reply.Column("COUNTED THERE BECAUSE OF"), .words, .place])
    let shown = origin.claims.filter { $0 == row } + origin.claims.filter { $0 != row }.prefix(12)
    section.rows = shown.map { row in
      Reply.Row([
        String(number(row)), reasons[row].map(because) ?? ownReason(origin), claimWords(row),
        place(row),
      ])
    }
    if origin.claims.count > shown.count {
      section.notes.append("and \(origin.claims.count - shown.count) more")
    }
    return section
  }

  private func because(_ evidence: OriginEvidence) -> String {
    let doubt = evidence.confidence == .certain ? "" : ", \(evidence.confidence.rawValue)"
    let like =
      evidence.joinedTo.map { " as in \(number($0))" } ?? ": \(speakerText(evidence.claim))"
    return evidence.rule.words + like + doubt
  }

  private func ownReason(_ origin: Origin) -> String {
    switch origin.kind {
    case .identified, .document: "it names the source"
    case .anonymous: "an unnamed source of this article"
    case .collective: "a group in this article"
    case .outletOnly: "it names an outlet"
    case .unattributed: "the article's own voice"
    }
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
    object.add("evidence", origin.evidence.map(evidenceData))
    return object
  }

  private func evidenceData(_ evidence: OriginEvidence) -> JSONObject {
    var object = JSONObject()
    object.add("claim", number(evidence.claim))
    object.add("rule", evidence.rule.rawValue)
    object.add("confidence", evidence.confidence.rawValue)
    object.add("joinedTo", number: evidence.joinedTo.map { String(number($0)) })
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

  /// Each origin once.
  private func originNames(_ figure: SupportedFigure) -> String {
    var names: [String] = []
    for key in figure.origins {
      let name = who(figure.claim, key)
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
    object.add("originConfidence", figure.origins.map(\.confidence.rawValue))
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
