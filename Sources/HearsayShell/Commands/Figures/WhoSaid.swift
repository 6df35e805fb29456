import HearsayCore
import HearsayGraph

extension Command {
  static let whoSaid = Command(
    name: "who said", usage: "NUMBER|\"WORDS\"",
    summary: "everybody behind a number or words, by origin, with the chain",
    example: "who said 800", takes: .quantityOrWords, clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in
      if let literal = query.literal {
        let answer = session.graph.whoSaid(.words(literal.text))
        if !answer.meanings.isEmpty { return session.whoSaidReply(answer, literal.text) }
      }
      let scope = try session.scope(query.clauses)
      let (said, phrase) = session.said(query.argument)
      let answer = session.graph.whoSaid(said, scope)
      if answer.meanings.isEmpty, case .words = said, !query.clauses.narrows, let phrase {
        throw session.nobodySaid(phrase)
      }
      return session.whoSaidReply(answer, phrase?.text ?? "")
    })

  static let trace = Command(
    name: "trace", usage: "CLAIM|\"WORDS\"", summary: "the way words took, from origin to article",
    example: "trace 1", takes: .references("a claim or words"), subject: .claim,
    answer: { (query, session) throws(LineProblem) in
      guard let reference = query.references.first else { return Reply() }
      if case .words(let phrase) = reference {
        let (said, _) = session.said(.words(Phrase(text: phrase.text, range: phrase.range)))
        let answer: TraceAnswer
        if case .number(let interval) = said {
          answer = session.graph.trace(.number(interval))
        } else {
          answer = session.graph.trace(.words(phrase.text))
        }
        if answer.appearances.isEmpty { throw session.nobodySaid(phrase) }
        return session.traceReply(answer, phrase.text)
      }
      return session.traceReply(session.graph.trace(.claim(try session.oneClaim(reference))))
    })
}

extension Session {
  /// A number in the shell's grammar, one as articles write it, or words.
  func said(_ argument: Request.Argument) -> (Said, Phrase?) {
    switch argument {
    case .quantity(let quantity, let phrase): return (.number(quantity.interval), phrase)
    case .words(let phrase):
      if !phrase.isQuoted, let quantity = quantity(in: phrase.text), quantity.vague == nil {
        return (.number(quantity.interval), phrase)
      }
      return (.words(phrase.text), phrase)
    default: return (.words(""), nil)
    }
  }

  func nobodySaid(_ phrase: Phrase) -> LineProblem {
    let known = Set(graph.claims.flatMap { foldedWords($0.sentence.text) })
    let unknown = foldedWords(phrase.text).first { !known.contains($0) && $0.count > 3 }
    return LineProblem(
      "no-such-words", phrase.range, "no claim has the words '\(phrase.text)'",
      suggestions: unknown.map { nearestWords(to: $0, among: known.sorted()) } ?? [],
      allowed: graph.claims.isEmpty ? "nothing is loaded" : nil)
  }

  func whoSaidReply(_ answer: WhoSaidAnswer, _ typed: String) -> Reply {
    var reply = Reply()
    for meaning in answer.meanings {
      for origin in meaning.origins {
        reply.sections.append(section(origin, meaning, typed))
        reply.claims += origin.claims
      }
    }
    let session = forLater
    // Only the rows are kept until somebody asks.
    let origins = answer.meanings.flatMap { $0.origins.map(\.claims) }
    reply.addData { origins.flatMap(session.data) }
    if answer.isNear, !answer.meanings.isEmpty {
      let missing =
        answer.missing.isEmpty ? "" : ", without \(answer.missing.joined(separator: ", "))"
      reply.notes.append("nobody says \(typed) word for word; these come nearest\(missing)")
    }
    if answer.meanings.isEmpty { reply.notes.append("nobody says \(typed)") }
    if answer.meanings.count > 1 {
      reply.notes.append("\(typed) means \(answer.meanings.count) different things here")
    }
    return reply
  }

  /// The claims of one origin as data.
  private func data(_ rows: [Int]) -> [JSONObject] {
    zip(rows, graph.origins(of: rows)).map { data($0, $1) }
  }

  /// The claims of one origin, the chain of each spelled out.
  private func section(_ origin: Origin, _ meaning: Meaning, _ asked: String) -> Reply.Section {
    let rows = origin.claims.map { row in
      let claim = graph.claims[row]
      return Reply.Row(
        [
          String(number(row)), claim.proposition.quantity.map(figureText) ?? "", asOfText(row),
          told(claim, asked), place(document: claim.document, line: claim.span.line),
        ], details: [chainText(claim)])
    }
    let name = who(origin.claims[0], of: origin)
    let doubt = origin.confidence == .certain ? "" : ", \(origin.confidence.rawValue)"
    let subject = meaning.name == "words" || meaning.name.isEmpty ? "" : "\(meaning.name): "
    return Reply.Section(
      "\(subject)\(name) (\(origin.kind.words)\(doubt))",
      columns: Self.saidColumns, rows: rows)
  }

  private static let saidColumns: [Reply.Column] = [.claim, .figure, .asOf, .sentence, .place]

  /// The claim's sentence, or its quotation where only that goes on to the words asked for.
  private func told(_ claim: Claim, _ asked: String) -> String {
    let words = folded(asked)
    if let quote = claim.quote, !words.isEmpty, folded(quote).contains(words),
      !folded(claim.sentence.text).contains(words)
    {
      return "“" + excerpt(quote, around: asked) + "”"
    }
    return excerpt(claim.sentence.text, around: claim.span.text)
  }

  func traceReply(_ answer: TraceAnswer, _ asked: String = "") -> Reply {
    var reply = Reply(counted(answer.appearances.count, "appearance"))
    var section = Reply.Section(columns: [
      .claim, Reply.Column("PUBLISHED"), Reply.Column("CHAIN"), .sentence, .place,
    ])
    for appearance in answer.appearances {
      let claim = graph.claims[appearance.claim]
      var details: [String] = []
      if appearance.claim == answer.first { details.append("the first that is dated") }
      if !appearance.shift.isEmpty {
        details.append("changed: " + appearance.shift.map(\.words).joined(separator: ", "))
      }
      section.rows.append(
        Reply.Row(
          [
            String(number(appearance.claim)), appearance.published?.description ?? "unknown",
            appearance.chain.joined(separator: " → "),
            told(claim, asked), place(appearance.claim),
          ], details: details))
    }
    reply.sections = [section]
    reply.sections.append(originsSection(answer.origins))
    reply.claims = answer.appearances.map(\.claim)
    let keys = graph.origins(of: reply.claims)
    reply.data = zip(reply.claims, keys).map { data($0, $1) } + answer.links.map(data)
    return reply
  }

  private func originsSection(_ origins: [Origin]) -> Reply.Section {
    Reply.Section(
      counted(origins.count, "origin"),
      columns: [
        Reply.Column("SOURCE"), .kind, Reply.Column("HELD TOGETHER BY", .sentence), .place,
      ],
      rows: origins.map { origin in
        Reply.Row([
          who(origin.claims[0], of: origin), origin.kind.words,
          origin.claims.count > 1 ? origin.rule.words : "", places(origin.claims),
        ])
      })
  }

  // MARK: - why A B

  func whyReply(_ one: Int, _ other: Int) -> Reply {
    var reply = Reply("\(brief(one)) and \(brief(other))")
    guard let comparison = graph.explain(one, other) else { return reply }
    let steps = comparison.steps.map { Reply.Row(["step \($0.number)", $0.text]) }
    reply.sections = [
      Reply.Section(
        nil, columns: [Reply.Column(""), Reply.Column("", .prose)], rows: steps,
        notes: conclusion(comparison))
    ]
    reply.notes = ["\(number(one)): \(place(one))", "\(number(other)): \(place(other))"]
    reply.claims = [one, other]
    var object = JSONObject()
    object.add("row", "comparison")
    object.add("from", number(one))
    object.add("to", number(other))
    object.add("verdicts", comparison.verdicts.map(\.name))
    object.add("reasons", comparison.reasons)
    object.add("assumptions", comparison.assumptions)
    object.add("confidence", comparison.confidence.rawValue)
    object.add("steps", comparison.steps.map { "\($0.number): \($0.text)" })
    reply.data = [object]
    return reply
  }

  private func conclusion(_ comparison: Comparison) -> [String] {
    var lines = ["verdict: " + comparison.verdicts.map(\.name).joined(separator: ", ")]
    if !comparison.reasons.isEmpty {
      lines.append("because " + comparison.reasons.joined(separator: "; "))
    }
    if !comparison.assumptions.isEmpty {
      lines.append("assuming that " + comparison.assumptions.joined(separator: "; and that "))
    }
    return lines
  }
}
