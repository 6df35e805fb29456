import HearsayCore
import HearsayFormats
import HearsayGraph

extension Command {
  static let show = Command(
    name: "show", usage: "CLAIM…|dN|FILE:LINE|sN|@ROW|\"WORDS\"",
    summary: "a claim in its sentence with the neighbours; an article or a line of it; a source",
    example: "show 1", takes: .references("a claim, an article, a line of one or a source"),
    subject: .claim,
    answer: { (query, session) throws(LineProblem) in
      var reply = Reply()
      for reference in query.references { try session.show(reference, in: &reply) }
      return reply
    })

  static let why = Command(
    name: "why", usage: "CLAIM [CLAIM]|sN|\"SENTENCE\"",
    summary: "the rules behind a claim, the steps by which two are compared, or every step of"
      + " reading a sentence",
    example: "why 1", takes: .references("one claim or two, or a sentence in quotation marks"),
    subject: .claim,
    answer: { (query, session) throws(LineProblem) in
      if query.references.count == 1, case .words(let phrase) = query.references[0], phrase.isQuoted
      {
        return try session.whyReply(phrase)
      }
      if query.references.count == 1, case .source(let number, let range) = query.references[0] {
        let origin = try session.source(number, range)
        return Reply(sections: [session.whyOrigin(origin)])
      }
      let rows = try query.references.map { reference throws(LineProblem) in
        try session.oneClaim(reference)
      }
      switch rows.count {
      case 1: return session.whyReply(rows[0])
      case 2: return session.whyReply(rows[0], rows[1])
      default:
        throw LineProblem(
          "too-many", query.references[2].range, "'why' takes one claim or two")
      }
    })
}

extension Request {
  var references: [Reference] {
    if case .references(let references) = argument { return references }
    return []
  }
}

extension Session {
  /// The claims a reference means; for words every claim whose sentence holds them.
  func claimRows(_ reference: Reference) throws(LineProblem) -> [Int] {
    switch reference {
    case .claim(let number, let range):
      guard let row = row(numbered: number) else {
        throw LineProblem(
          "no-such-claim", range, "there is no claim \(number)",
          allowed: graph.claims.isEmpty ? "nothing is loaded" : "1 to \(graph.claims.count)")
      }
      return [row]
    case .row(let number, let range):
      guard let rows = try meaning(ofRow: number, range).claimRows else {
        throw LineProblem("no-claim", range, "row \(number) of the last answer is no claim")
      }
      return rows
    case .article(let number, let range):
      return Array(graph.claimRows[try document(number, range)])
    case .source(let number, let range): return try source(number, range).claims
    case .words(let phrase):
      if let line = try articleLine(phrase) { return claimRows(on: line) }
      let found = claimsWith(words: phrase.text)
      if found.isEmpty {
        throw LineProblem("no-such-words", phrase.range, "no claim has the words '\(phrase.text)'")
      }
      return found
    }
  }

  func oneClaim(_ reference: Reference) throws(LineProblem) -> Int {
    let rows = try claimRows(reference)
    if rows.isEmpty { throw LineProblem("no-claims", reference.range, "it has no claims") }
    return rows[0]
  }

  func document(_ number: Int, _ range: Range<Int>) throws(LineProblem) -> Int {
    if articles.indices.contains(number) { return number }
    throw LineProblem(
      "no-such-article", range, "there is no article d\(number)",
      allowed: articles.isEmpty ? "nothing is loaded" : "d0 to d\(articles.count - 1)")
  }

  func source(_ number: Int, _ range: Range<Int>) throws(LineProblem) -> Origin {
    let sources = sourceList(graph.sorted(rows))
    if sources.indices.contains(number - 1) { return sources[number - 1] }
    throw LineProblem(
      "no-such-source", range, "there is no source s\(number)",
      allowed: sources.isEmpty ? "nothing is loaded" : "s1 to s\(sources.count)")
  }

  /// Claims whose own words, quotation or sentence hold the words.
  func claimsWith(words: String) -> [Int] {
    graph.sorted(graph.whoSaid(.words(words)).claims)
  }

  // MARK: - show

  func show(_ reference: Reference, in reply: inout Reply) throws(LineProblem) {
    switch reference {
    case .article(let number, let range): show(document: try document(number, range), in: &reply)
    case .source(let number, let range):
      let origin = try source(number, range)
      reply.sections.append(claimSection(origin.claims, heading: origin.name))
      append(origin.claims, to: &reply)
    case .words(let phrase):
      if let line = try articleLine(phrase) { return show(line, in: &reply) }
      for row in try claimRows(reference) { show(row, in: &reply) }
    default:
      for row in try claimRows(reference) { show(row, in: &reply) }
    }
  }

  func append(_ rows: [Int], to reply: inout Reply) {
    reply.data += zip(rows, graph.origins(of: rows)).map { data($0, $1) }
    reply.claims += rows
  }

  private func show(document: Int, in reply: inout Reply) {
    let rows = Array(graph.claimRows[document])
    let heading = "d\(document)  \(headline(document) ?? place(document: document, line: nil))"
    reply.sections.append(claimSection(rows, heading: heading))
    append(rows, to: &reply)
  }

  private func show(_ row: Int, in reply: inout Reply) {
    let claim = graph.claims[row]
    var section = Reply.Section(
      "claim \(number(row))", columns: [Reply.Column(""), .sentence, .place])
    section.rows = neighbours(row)
    reply.sections.append(section)
    reply.sections.append(facts(claim, row))
    append([row], to: &reply)
  }

  /// The sentence before, its own, the one after: each whole, with its line.
  private func neighbours(_ row: Int) -> [Reply.Row] {
    let claim = graph.claims[row]
    let item = articles[claim.document]
    let sentences = item.reading.sentences
    guard let at = sentences.firstIndex(where: { $0.range.overlaps(claim.sentence.range) }) else {
      return [Reply.Row(["▸", claim.sentence.text, place(row)])]
    }
    return (at - 1...at + 1).filter(sentences.indices.contains).map { index in
      let range = sentences[index].range
      let line = item.article.text.line(at: range.start)
      let place = place(document: claim.document, line: line)
      let words = item.article.text.text(range)
      return index == at
        ? Reply.Row(["▸", words, place]) : Reply.Row(["", words, place], meaning: .faint)
    }
  }

  private func facts(_ claim: Claim, _ row: Int) -> Reply.Section {
    let proposition = claim.proposition
    var lines: [(String, String?)] = [
      ("figure", proposition.quantity.map(figureText)),
      ("of", populationText(row).isEmpty ? nil : populationText(row)),
      ("topic", proposition.topic ?? proposition.predicate),
      ("as of", asOfText(row)),
      ("derived", proposition.asOf.flatMap { $0.derivation.isEmpty ? nil : $0.derivation }),
      ("happened", proposition.eventTime.map(timeText)),
      ("said by", chainText(claim)),
      ("quote", claim.quote.map { "“\($0)”" }),
      ("hedge", hedge(claim)),
      ("part", proposition.part),
      ("other event", proposition.otherEvent),
    ]
    if proposition.modality != .event { lines.append(("modality", proposition.modality.rawValue)) }
    if let anonymity = claim.origin.speaker.anonymity {
      lines.append(("unnamed", anonymity.reason.map { "reason: \($0)" } ?? "no reason given"))
    }
    let again = claim.repeats.map { place(document: claim.document, line: $0.line) }
    if !again.isEmpty { lines.append(("again at", again.joined(separator: ", "))) }
    let rows = lines.compactMap { name, value in value.map { Reply.Row([name, $0]) } }
    return Reply.Section(columns: [Reply.Column(""), Reply.Column("", .prose)], rows: rows)
  }

  // MARK: - why

  func whyReply(_ row: Int) -> Reply {
    let claim = graph.claims[row]
    let item = articles[claim.document]
    var section = Reply.Section(columns: [
      Reply.Column("RULE"), Reply.Column("GIVES"), .words, .place,
    ])
    var reply = Reply("claim \(number(row)): \(brief(row))")
    let trail = graph.claims.trail(of: row)
    for firing in trail {
      let text = item.article.text
      let words = excerpt(text.text(firing.range), around: "", most: 80)
      let line = text.line(at: firing.range.start)
      section.rows.append(
        Reply.Row([firing.rule, firing.note, words, place(document: claim.document, line: line)]))
      reply.data.append(firingData(firing, row, text, line))
    }
    reply.sections = [section] + [whyOrigin(of: row)].compactMap { $0 }
    if trail.isEmpty { reply.notes.append("no rule is noted for it") }
    reply.claims = [row]
    return reply
  }

  private func firingData(
    _ firing: RuleFiring, _ row: Int, _ text: SourceText, _ line: Int
  ) -> JSONObject {
    var object = JSONObject()
    object.add("row", "firing")
    object.add("claim", number(row))
    object.add("rule", firing.rule)
    object.add("note", firing.note)
    object.add("file", text.name)
    object.add("line", line)
    object.add("start", firing.range.start)
    object.add("end", firing.range.end)
    object.add("text", text.text(firing.range))
    return object
  }
}
