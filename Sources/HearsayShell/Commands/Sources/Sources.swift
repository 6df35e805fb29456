import HearsayCore
import HearsayGraph
import HearsayReuse

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
        return session.citesReply(
          session.graph.creditedTexts(scope: scope), top: scope.top, silent: session.silentCopies(),
          loose: query.clauses.narrows ? [] : session.looseCredits())
      }
      let known = session.graph.creditedTexts(scope: .all)
      let credits = session.graph.creditedTexts(to: phrase.text, scope)
      let loose = query.clauses.narrows ? [] : session.looseCredits(to: phrase.text)
      if credits.isEmpty, loose.isEmpty, !known.isEmpty, !query.clauses.narrows {
        throw LineProblem(
          "unknown-outlet", phrase.range, "nothing is credited to '\(phrase.text)'",
          suggestions: nearestWords(to: phrase.text, among: Set(known.map(\.outlet)).sorted()),
          allowed: "`cites` lists every credit")
      }
      return session.citesReply(credits, top: scope.top, silent: [], loose: loose)
    })

  static let grade = Command(
    name: "grade", usage: "[NAME]",
    summary: "the letter the rules give a source, and apart from it what stands behind its figures",
    example: "grade", takes: .words("a name", isRequired: false), subject: .name,
    answer: { (query, session) throws(LineProblem) in
      let all = session.sourceList(session.graph.sorted(session.rows))
      guard case .words(let phrase) = query.argument else {
        return session.gradeReply(
          all.filter { $0.kind != .unattributed }, outlets: session.gradedOutlets())
      }
      let found = session.origins(named: phrase.text)
      let outlets = session.outlets(named: phrase.text)
      if found.isEmpty, outlets.isEmpty { throw session.unknownName(phrase) }
      return session.gradeReply(found, outlets: outlets)
    })
}

extension ClaimGraph {
  fileprivate func creditedTexts(scope: Scope) -> [CreditedText] { creditedTexts(to: nil, scope) }
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
    let isInside = graph.isInside(scope)
    for origin in origins {
      let rows = origin.claims.filter(isInside)
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

  fileprivate func citesReply(
    _ all: [CreditedText], top: Int?, silent: [ProbableSource], loose: [LooseCredit]
  ) -> Reply {
    let credits = Array(all.prefix(top ?? all.count))
    let count = credits.count + loose.count
    var reply = Reply(count == 0 ? nil : counted(count, "credit"))
    if count == 0 { reply.notes.append("no outlet is credited") }
    let rows = credits.map { credit in
      Reply.Row(
        [
          credit.outlet, credit.claims.prefix(3).map { String(number($0)) }.joined(separator: " "),
          outlet(credit.document), reachText(credit), places([credit.claims[0]]),
        ], details: details(of: credit))
    }
    if !rows.isEmpty {
      reply.sections.append(
        Reply.Section(
          columns: [
            Reply.Column("CREDITED"), .claim, Reply.Column("BY"), Reply.Column("FOR", .words),
            .place,
          ], rows: rows))
    }
    if !loose.isEmpty { reply.sections.append(looseSection(loose)) }
    if !silent.isEmpty { reply.sections.append(silentSection(silent)) }
    reply.claims = credits.map { $0.claims[0] }
    reply.data = credits.map(creditData) + loose.map(data) + silent.map(silentData)
    return reply
  }

  /// How far the credit reaches.
  private func reachText(_ credit: CreditedText) -> String {
    switch credit.reach {
    case .article: return "the whole article: \(counted(credit.all, "claim"))"
    case .sentence:
      return credit.all == 1
        ? "its sentence: \(claimWords(credit.claims[0]))" : "its sentence: \(credit.all) claims"
    case .part:
      let words = credit.claims.prefix(2).map(claimWords).joined(separator: "; ")
      return "\(credit.claims.count) of the \(credit.all) claims of its sentence: \(words)"
    }
  }

  /// The sentence, and whether the credited article is here and says so.
  private func details(of credit: CreditedText) -> [String] {
    var lines: [String] = []
    if credit.reach == .article {
      if let cue = credit.cue { lines.append(cue) }
    } else {
      let sentence = graph.claims[credit.claims[0]].sentence.text
      lines.append(excerpt(sentence, around: credit.outlet, most: 120))
    }
    if let original = credit.original {
      lines.append("there it is \(number(original)), \(place(original))")
    } else if let printed = credit.printed {
      lines.append("its article d\(printed) is here and does not say so")
    } else {
      lines.append("its own article is not here")
    }
    return lines
  }

  private func creditData(_ credit: CreditedText) -> JSONObject {
    var object = JSONObject()
    object.add("row", "credit")
    object.add("outlet", credit.outlet)
    object.add("claim", number(credit.claims[0]))
    object.add("cue", credit.cue)
    object.add("document", credit.printed.map { graph.documents[$0].file })
    object.add("original", number: credit.original.map { String(number($0)) })
    addPlace(credit.claims[0], to: &object)
    object.add("reach", credit.reach.rawValue)
    object.add("claims", credit.claims.map(number))
    object.add("of", credit.all)
    return object
  }

  /// Copies of an article here whose outlet they do not credit.
  fileprivate func silentCopies() -> [ProbableSource] {
    textReuse().sources.filter { source in
      !articlesCredited(by: source.article).contains(source.source)
    }
  }

  private func silentSection(_ sources: [ProbableSource]) -> Reply.Section {
    Reply.Section(
      "text in common without a credit",
      columns: [
        Reply.Column("ARTICLE", .whole), Reply.Column("BY"), Reply.Column("TEXT OF"),
        Reply.Column("SHARE", .number), .place,
      ],
      rows: sources.map { source in
        Reply.Row([
          "d\(source.article)", outlet(source.article),
          "d\(source.source), \(outlet(source.source)) (probable)", "\(source.share)%",
          place(document: source.article, line: 1),
        ])
      })
  }

  private func silentData(_ source: ProbableSource) -> JSONObject {
    var object = JSONObject()
    object.add("row", "uncredited")
    object.add("file", graph.documents[source.article].file)
    object.add("line", 1)
    object.add("source", graph.documents[source.source].file)
    object.add("share", source.share)
    object.add("basis", source.basis.rawValue)
    return object
  }

  // MARK: - grade

  fileprivate func gradeReply(_ origins: [Origin], outlets documents: [Int]) -> Reply {
    guard !origins.isEmpty || !documents.isEmpty else {
      return Reply(notes: ["nobody says anything here"])
    }
    let figures = graph.supportedFigures()
    let names = Set(origins.map { folded($0.name) })
    let outlets = documents.filter { !names.contains(folded(outlet($0))) }.map(outletRow)
    var reply = Reply(counted(origins.count + outlets.count, "source"))
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

  /// The first article of each outlet that the rules grade.
  fileprivate func gradedOutlets() -> [Int] {
    firstArticles { graph.grade(of: $0) != nil }
  }

  /// The first article of each outlet under a name.
  fileprivate func outlets(named name: String) -> [Int] {
    let wanted = foldedWords(name)
    return firstArticles { mentions($0, wanted) }
  }

  private func firstArticles(where isWanted: (String) -> Bool) -> [Int] {
    var seen: Set<String> = []
    return graph.documents.indices.filter { document in
      guard let name = graph.documents[document].facts.outlet else { return false }
      return isWanted(name) && seen.insert(folded(name)).inserted
    }
  }

  /// An outlet stands for its articles, not for what others say in them.
  private func outletRow(_ document: Int) -> (row: Reply.Row, data: JSONObject) {
    let name = outlet(document)
    let letter = graph.grade(of: name)
    var object = JSONObject()
    object.add("row", "grade")
    object.add("name", name)
    object.add("kind", "outlet")
    object.add("grade", letter ?? "F")
    object.add("given", letter != nil)
    object.add("file", graph.documents[document].file)
    object.add("line", 1)
    let given = letter == nil ? "the rules do not say" : "by the rules"
    let place = place(document: document, line: 1)
    return (Reply.Row([name, letter ?? "F", given + ", as an outlet", "", "", place]), object)
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
