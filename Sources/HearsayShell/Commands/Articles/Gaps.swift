import HearsayCore
import HearsayFormats
import HearsayGraph

extension Command {
  static let unknown = Command(
    name: "unknown", summary: "what nobody says: gaps with their names", example: "unknown",
    clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in
      let scope = try session.scope(query.clauses)
      return session.gapsReply(session.graph.gaps(scope), top: scope.top)
    })

  static let criteria = Command(
    name: "criteria", usage: "dN|FILE|OUTLET",
    summary: "the four questions put to an article: what it is, how near, on whom it rests, whose"
      + " interest",
    example: "criteria d0", takes: .references("an article"), subject: .article,
    answer: { (query, session) throws(LineProblem) in
      guard let reference = query.references.first else { return Reply() }
      return session.criteriaReply(try session.documents(reference))
    })
}

extension Session {
  // MARK: - unknown

  fileprivate func gapsReply(_ all: [Gap], top: Int?) -> Reply {
    guard !graph.claims.isEmpty else { return nothingLoaded() }
    let gaps = Array(all.prefix(top ?? all.count))
    guard !gaps.isEmpty else { return Reply(notes: ["no gap was found"]) }
    var reply = Reply(counted(gaps.count, "gap"))
    for kind in Gap.Kind.allCases {
      let here = gaps.filter { $0.kind == kind }
      guard !here.isEmpty else { continue }
      reply.sections.append(
        Reply.Section(
          "\(kind.words): \(here.count)",
          columns: [Reply.Column("#", .whole), .words, .place], rows: here.map(gapRow)))
    }
    reply.claims = gaps.compactMap(\.claim)
    reply.data = gaps.map(gapData)
    return reply
  }

  private func gapRow(_ gap: Gap) -> Reply.Row {
    guard let row = gap.claim else {
      return Reply.Row([
        "d\(gap.document)", headline(gap.document) ?? "(no headline)",
        place(document: gap.document, line: 1),
      ])
    }
    return Reply.Row([String(number(row)), claimWords(row), place(row)])
  }

  private func gapData(_ gap: Gap) -> JSONObject {
    var object = JSONObject()
    object.add("row", "gap")
    object.add("gap", gap.kind.rawValue)
    object.add("claim", number: gap.claim.map { String(number($0)) })
    object.add("file", graph.documents[gap.document].file)
    object.add("line", gap.claim.map { graph.claims[$0].span.line } ?? 1)
    return object
  }

  // MARK: - criteria

  /// Articles by number, file, or outlet.
  func documents(_ reference: Reference) throws(LineProblem) -> [Int] {
    switch reference {
    case .article(let number, let range): return [try document(number, range)]
    case .words(let phrase):
      let wanted = foldedWords(phrase.text)
      let found = graph.documents.indices.filter { document in
        mentions(Path.leaf(graph.documents[document].file), wanted)
          || mentions(outlet(document), wanted)
      }
      if !found.isEmpty { return found }
      let names =
        graph.documents.map { Path.leaf($0.file) } + graph.documents.compactMap(\.facts.outlet)
      throw LineProblem(
        "no-such-article", phrase.range, "no article is named '\(phrase.text)'",
        suggestions: nearestWords(to: phrase.text, among: Set(names).sorted()),
        allowed: "`articles` lists them")
    default:
      throw LineProblem(
        "not-an-article", reference.range, "an article such as d0 is wanted",
        allowed: "`articles` lists them")
    }
  }

  fileprivate func criteriaReply(_ documents: [Int]) -> Reply {
    var reply = Reply()
    for document in documents {
      let answer = graph.criteria(document)
      let heading = "d\(document)  \(headline(document) ?? graph.documents[document].file)"
      reply.sections.append(
        Reply.Section(
          heading, columns: [Reply.Column(""), .sentence, .place],
          rows: answer.findings.map { row(of: $0, document) }))
      reply.data += answer.findings.map { criterionData($0, document) }
      reply.claims += answer.findings.flatMap(\.claims)
    }
    reply.notes = ["grounds for doubt, no verdict: none of this says that a claim is false"]
    return reply
  }

  private func row(of finding: CriteriaAnswer.Finding, _ document: Int) -> Reply.Row {
    let first = finding.claims.first.map { place($0) }
    let numbers = finding.claims.prefix(12).map { String(number($0)) }.joined(separator: " ")
    let more = finding.claims.count > 12 ? " …" : ""
    return Reply.Row(
      [
        finding.criterion.words, finding.fact.words, first ?? place(document: document, line: 1),
      ], details: numbers.isEmpty ? [] : ["claims: " + numbers + more])
  }

  private func criterionData(_ finding: CriteriaAnswer.Finding, _ document: Int) -> JSONObject {
    var object = JSONObject()
    object.add("row", "criterion")
    object.add("criterion", finding.criterion.rawValue)
    object.add("finding", finding.fact.words)
    object.add("claims", finding.claims.map(number))
    object.add("file", graph.documents[document].file)
    object.add("line", finding.claims.first.map { graph.claims[$0].span.line } ?? 1)
    return object
  }
}

extension Gap.Kind {
  /// The gap in plain words.
  fileprivate var words: String {
    switch self {
    case .outlet: "articles without an outlet"
    case .date: "articles whose day is not known"
    case .byline: "articles without a writer"
    case .time: "figures that do not say for when they hold"
    case .source: "figures without a source"
    case .reason: "unnamed sources without a reason"
    case .number: "amounts without a number"
    case .speaker: "claims whose speaker could not be told"
    }
  }
}

extension CriteriaAnswer.Criterion {
  fileprivate var words: String {
    switch self {
    case .authenticity: "what it is"
    case .time: "how near in time"
    case .dependence: "on whom it rests"
    case .tendency: "whose interest"
    }
  }
}

extension CriteriaAnswer.Fact {
  /// The finding in plain words.
  fileprivate var words: String {
    switch self {
    case .publisher(let outlet?): "published by \(outlet)"
    case .publisher(nil): "nothing says who published it"
    case .writers(let names) where names.isEmpty: "no writer is named"
    case .writers(let names): "by " + names.joined(separator: ", ")
    case .republisher(let outlet): "printed again by \(outlet)"
    case .flaw(let flag): "flaw: " + flag.words
    case .dated(let count, let all): "\(count) of \(all) figures say for when they hold"
    case .noDay: "its day is not known"
    case .oldFigures(let count): counted(count, "figure") + " older than the day before it"
    case .near(let proximity, let count, let all): "\(count) of \(all) claims \(proximity.words)"
    case .credits(let outlets): "it credits " + outlets.joined(separator: ", ")
    case .sharedQuotations(let count):
      counted(count, "quotation") + " printed by other articles too"
    case .party(let side, let count): counted(count, "claim") + " by \(side), who have a stake"
    case .unnamed(let count): counted(count, "claim") + " on the word of unnamed people"
    case .nobodyWithAStake: "nobody with a stake speaks, as far as rules tell"
    }
  }
}

extension Proximity {
  /// After `3 of 8 claims`.
  fileprivate var words: String {
    switch self {
    case .ownVoice: "are told in its own voice"
    case .secondary: "come from somebody who did, saw, counted or issued it"
    case .tertiary: "come through another outlet or from people without a name"
    }
  }
}
