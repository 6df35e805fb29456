import HearsayCore
import HearsayGraph

extension Command {
  static let whoIs = Command(
    name: "who is", usage: "NAME", summary: "every bearer of a name, with its roles and spellings",
    example: "who is Rodríguez", takes: .words("a name", isRequired: true), subject: .name,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else { return Reply() }
      let bearers = session.graph.whoIs(phrase.text)
      if bearers.isEmpty { throw session.unknownName(phrase) }
      return session.namesReply(bearers)
    })

  static let aliases = Command(
    name: "aliases", usage: "[NAME]", summary: "the spellings under which each name occurs",
    example: "aliases", takes: .words("a name", isRequired: false), subject: .name,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else { return session.aliasesReply() }
      let bearers = session.graph.whoIs(phrase.text)
      if bearers.isEmpty { throw session.unknownName(phrase) }
      return session.namesReply(bearers)
    })
}

extension Session {
  /// Everybody with more than one spelling, and pairs of names that a person should decide on.
  fileprivate func aliasesReply() -> Reply {
    var reply = namesReply(graph.bearers().filter { !$0.aliases.isEmpty && !$0.documents.isEmpty })
    let proposals = graph.aliasProposals()
    if !proposals.isEmpty {
      reply.sections.append(
        Reply.Section(
          "perhaps the same, for you to decide",
          columns: [Reply.Column(""), Reply.Column(""), Reply.Column("")],
          rows: proposals.map { Reply.Row([$0.one, $0.other, $0.reason.words]) }))
    }
    return reply
  }

  fileprivate func namesReply(_ bearers: [NameRow]) -> Reply {
    var reply = Reply(counted(bearers.count, "name"))
    var section = Reply.Section(columns: [
      Reply.Column("NAME"), .kind, Reply.Column("ROLE"), Reply.Column("ALSO", .words),
      Reply.Column("CLAIMS", .number), Reply.Column("FIRST", .place),
    ])
    for bearer in bearers {
      section.rows.append(nameRow(bearer))
      reply.data.append(nameData(bearer))
    }
    reply.sections = [section]
    return reply
  }

  private func nameRow(_ bearer: NameRow) -> Reply.Row {
    var details: [String] = []
    if !bearer.mayAlsoBe.isEmpty {
      details.append("cannot be resolved here: " + bearer.mayAlsoBe.joined(separator: " or "))
    }
    let first = firstMention(bearer).map { place(document: $0.document, line: $0.line) }
    return Reply.Row(
      [
        bearer.name, bearer.kind.rawValue,
        [bearer.role, bearer.organisation].compactMap { $0 }.joined(separator: ", "),
        bearer.aliases.filter { $0 != bearer.name }.joined(separator: ", "),
        String(bearer.claims.count), first ?? "not in these articles",
      ], details: details)
  }

  private func firstMention(_ bearer: NameRow) -> (document: Int, line: Int)? {
    let spellings = Set(([bearer.name] + bearer.aliases).map(folded))
    for document in bearer.documents {
      let item = articles[document]
      for mention in item.reading.names {
        guard item.reading.entities.indices.contains(mention.entity) else { continue }
        let entity = item.reading.entities[mention.entity]
        if spellings.contains(folded(entity.canonical)) {
          return (document, item.article.text.line(at: mention.range.start))
        }
      }
    }
    return bearer.claims.first.map {
      (graph.claims[$0].document, graph.claims[$0].span.line)
    }
  }

  private func nameData(_ bearer: NameRow) -> JSONObject {
    let first = firstMention(bearer)
    var object = JSONObject()
    object.add("row", "name")
    object.add("name", bearer.name)
    object.add("class", bearer.kind.rawValue)
    object.add("role", bearer.role)
    object.add("organisation", bearer.organisation)
    object.add("aliases", bearer.aliases)
    object.add("mayAlsoBe", bearer.mayAlsoBe)
    object.add("claims", bearer.claims.map(number))
    object.add("file", first.map { graph.documents[$0.document].file })
    object.add("line", number: first.map { String($0.line) })
    return object
  }
}

extension AliasProposal.Reason {
  /// Why the two may be one, in plain words.
  fileprivate var words: String {
    switch self {
    case .diacritics: "differ in accents"
    case .order: "the same words in another order"
    case .spelling: "differ in spelling"
    case .initials: "an initial for a given name"
    case .acronym: "its first letters"
    case .fuller: "the fuller name"
    case .surname: "the surname alone"
    }
  }
}
