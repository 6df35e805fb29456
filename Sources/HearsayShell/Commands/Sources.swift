import HearsayCore
import HearsayGraph

// One source or outlet: what goes back to it, who credits it, how it is graded.

extension Command {
  static let source = Command(
    name: "source", usage: "NAME|sN", summary: "everything that goes back to somebody",
    example: "source s1", takes: .references("a name or a source"), subject: .name,
    clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in
      guard let reference = query.references.first else { return Reply() }
      let scope = try session.scope(query.clauses)
      switch reference {
      case .source(let number, let range):
        return session.sourceReply([try session.source(number, range)], scope)
      case .words(let phrase):
        let found = session.origins(named: phrase.text)
        if found.isEmpty { throw session.unknownName(phrase) }
        return session.sourceReply(found, scope, asked: phrase.text)
      default:
        throw LineProblem(
          "not-a-source", reference.range, "a name or a source such as s2 is wanted",
          allowed: "`sources` lists them")
      }
    })

  static let cites = Command(
    name: "cites", usage: "[OUTLET]", summary: "credits to other outlets, and what each covers",
    example: "cites", takes: .words("an outlet", isRequired: false), subject: .name,
    clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in
      let scope = try session.scope(query.clauses)
      guard case .words(let phrase) = query.argument else {
        return session.citesReply(session.graph.credits(scope))
      }
      let known = session.graph.credits()
      let credits = session.graph.credits(to: phrase.text, scope)
      if credits.isEmpty, !known.isEmpty, !query.clauses.narrows {
        throw LineProblem(
          "unknown-outlet", phrase.range, "nothing is credited to '\(phrase.text)'",
          suggestions: nearestWords(to: phrase.text, among: Set(known.map(\.outlet)).sorted()),
          allowed: "`cites` lists every credit")
      }
      return session.citesReply(credits)
    })

  static let grade = Command(
    name: "grade", usage: "[NAME]",
    summary: "the letter the rules give a source, and apart from it what stands behind its figures",
    example: "grade", takes: .words("a name", isRequired: false), subject: .name,
    answer: { (query, session) throws(LineProblem) in
      let all = session.sourceList(session.graph.sorted(session.rows))
      guard case .words(let phrase) = query.argument else {
        return session.gradeReply(all.filter { $0.kind != .unattributed })
      }
      let found = session.origins(named: phrase.text)
      if found.isEmpty { throw session.unknownName(phrase) }
      return session.gradeReply(found)
    })
}

extension ClaimGraph {
  fileprivate func credits(_ scope: Scope) -> [Credit] { credits(to: nil, scope) }
}

extension Session {
  /// Origins under a name: each bearer of a surname by itself, with those who speak for a body.
  func origins(named name: String) -> [Origin] {
    let wanted = foldedWords(name)
    let canonical = Set(graph.whoIs(name).map(\.name)).map(foldedWords)
    return sourceList(graph.sorted(rows)).filter { origin in
      let names = Set([origin.name] + origin.claims.map { graph.claims[$0].origin.speaker.name })
      return origin.kind != .unattributed
        && names.contains { canonical.contains(foldedWords($0)) || mentions($0, wanted) }
    }
  }

  // MARK: - source

  fileprivate func sourceReply(
    _ origins: [Origin], _ scope: Scope, asked: String? = nil
  ) -> Reply {
    var reply = Reply()
    for origin in origins {
      let rows = origin.claims.filter { graph.matches($0, scope) }
      guard !rows.isEmpty else { continue }
      var section = claimSection(Array(rows.prefix(scope.top ?? rows.count)), heading: origin.name)
      section.notes = about(origin)
      reply.sections.append(section)
      reply.claims += rows
      reply.data += zip(rows, graph.origins(of: rows)).map { data($0, $1) }
    }
    if reply.sections.isEmpty { reply.notes.append("nothing of it lies within the clauses") }
    if let asked, origins.count > 1 {
      reply.notes.append("'\(asked)' may mean \(origins.count) sources: they are kept apart")
    }
    return reply
  }

  private func about(_ origin: Origin) -> [String] {
    let speaker = graph.claims[origin.claims[0]].origin.speaker
    var facts = [origin.kind.words]
    facts += [speaker.role, speaker.organisation.map { "speaks for \($0)" }].compactMap { $0 }
    if let side = origin.claims.lazy.compactMap({ graph.stake(of: $0) }).first {
      facts.append("a party: \(side)")
    }
    facts.append("grade \(graph.grade(of: origin.name) ?? "F")")
    if let reason = speaker.anonymity?.reason { facts.append("unnamed: \(reason)") }
    var lines = [facts.joined(separator: "; ")]
    if origin.confidence != .certain {
      lines.append("held together by \(origin.rule.words): \(origin.confidence.rawValue)")
    }
    return lines
  }

  // MARK: - cites

  fileprivate func citesReply(_ credits: [Credit]) -> Reply {
    guard !credits.isEmpty else { return Reply(notes: ["no outlet is credited"]) }
    var reply = Reply(counted(credits.count, "credit"))
    let rows = credits.map { credit in
      Reply.Row(
        [
          credit.outlet, String(number(credit.claim)), outlet(graph.claims[credit.claim].document),
          claimWords(credit.claim), place(credit.claim),
        ], details: [scopeOf(credit)])
    }
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("CREDITED"), .claim, Reply.Column("BY"), Reply.Column("FOR", .words), .place,
        ], rows: rows)
    ]
    reply.claims = credits.map(\.claim)
    reply.data = credits.map(creditData)
    return reply
  }

  /// How far the credit reaches, and whether the credited article is here.
  private func scopeOf(_ credit: Credit) -> String {
    let reach =
      "for this claim only; its sentence: "
      + excerpt(graph.claims[credit.claim].sentence.text, around: credit.outlet, most: 120)
    if let original = credit.original {
      return "\(reach); there it is \(number(original)), \(place(original))"
    }
    return credit.document == nil
      ? "\(reach); its own article is not here"
      : "\(reach); its article d\(credit.document ?? 0) is here and does not say so"
  }

  private func creditData(_ credit: Credit) -> JSONObject {
    var object = JSONObject()
    object.add("row", "credit")
    object.add("outlet", credit.outlet)
    object.add("claim", number(credit.claim))
    object.add("cue", credit.cue)
    object.add("document", credit.document.map { graph.documents[$0].file })
    object.add("original", number: credit.original.map { String(number($0)) })
    addPlace(credit.claim, to: &object)
    return object
  }

  // MARK: - grade

  fileprivate func gradeReply(_ origins: [Origin]) -> Reply {
    guard !origins.isEmpty else { return Reply(notes: ["nobody says anything here"]) }
    let figures = graph.supportedFigures()
    var reply = Reply(counted(origins.count, "source"))
    let rows = origins.map { origin -> Reply.Row in
      let own = figures.filter { $0.origins.contains { $0.key == origin.key } }
      let backed = own.count { $0.independence.lower > 1 }
      let letter = graph.grade(of: origin.name)
      reply.data.append(gradeData(origin, letter, own.count, backed))
      return Reply.Row([
        who(origin.claims[0], of: origin), letter ?? "F",
        letter == nil ? "the rules do not say" : "by the rules", String(own.count),
        String(backed), place(origin.claims[0]),
      ])
    }
    let outlets = outletRows(found: origins)
    reply.data += outlets.map(\.data)
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("SOURCE"), Reply.Column("GRADE"), Reply.Column("GIVEN"),
          Reply.Column("FIGURES", .number), Reply.Column("ALSO BY OTHERS", .number), .place,
        ], rows: rows + outlets.map(\.row))
    ]
    reply.notes = [
      "A to F grades the source (F: cannot be judged); how many others say the same is another matter"
    ]
    reply.claims = origins.map { $0.claims[0] }
    return reply
  }

  /// Outlets that the rules grade and that are no origin by themselves.
  private func outletRows(found: [Origin]) -> [(row: Reply.Row, data: JSONObject)] {
    let names = Set(found.map { folded($0.name) })
    return graph.documents.indices.compactMap { document in
      guard let name = graph.documents[document].facts.outlet, !names.contains(folded(name)),
        let letter = graph.grade(of: name)
      else { return nil }
      var object = JSONObject()
      object.add("row", "grade")
      object.add("name", name)
      object.add("kind", "outlet")
      object.add("grade", letter)
      object.add("given", true)
      object.add("file", graph.documents[document].file)
      object.add("line", 1)
      let place = place(document: document, line: 1)
      return (Reply.Row([name, letter, "by the rules, as an outlet", "", "", place]), object)
    }
  }

  private func gradeData(_ origin: Origin, _ letter: String?, _ figures: Int, _ backed: Int)
    -> JSONObject
  {
    var object = JSONObject()
    object.add("row", "grade")
    object.add("name", origin.name)
    object.add("kind", origin.kind.rawValue)
    object.add("grade", letter ?? "F")
    object.add("given", letter != nil)
    object.add("figures", figures)
    object.add("corroborated", backed)
    addPlace(origin.claims[0], to: &object)
    return object
  }
}
