import HearsayCore
import HearsayGraph

extension Command {
  static let whoIs = Command(
    name: "who is", usage: "NAME", summary: "every bearer of a name, with its roles and spellings",
    example: "who is Rodríguez", takes: .words("a name", isRequired: true), subject: .name,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else { return Reply() }
      let bearers = session.bearers(named: phrase.text)
      if bearers.isEmpty { throw session.unknownName(phrase) }
      return session.bearersReply(bearers, about: phrase.text)
    })

  static let aliases = Command(
    name: "aliases", usage: "[NAME]", summary: "the spellings under which each name occurs",
    example: "aliases", takes: .words("a name", isRequired: false), subject: .name,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else {
        return session.bearersReply(
          session.bearers(named: nil).filter { !$0.spellings.isEmpty }, about: nil)
      }
      let bearers = session.bearers(named: phrase.text)
      if bearers.isEmpty { throw session.unknownName(phrase) }
      return session.bearersReply(bearers, about: phrase.text)
    })
}

/// One bearer of names, over all articles. The same surname gives no common bearer.
struct Bearer {
  var name: String
  var kind: EntityClass
  var roles: [String] = []
  var spellings: [String] = []
  /// Other bearers that a bare mention could also mean.
  var candidates: [String] = []
  /// Document and line of the mentions, in order.
  var places: [(document: Int, line: Int)] = []
}

extension Session {
  /// Everybody whose name or spelling holds the words, by name.
  func bearers(named words: String?) -> [Bearer] {
    var found: [String: Bearer] = [:]
    for (document, item) in articles.enumerated() {
      for (row, entity) in item.reading.entities.enumerated() {
        add(entity, mentions: item.reading.names.filter { $0.entity == row }, document, to: &found)
      }
    }
    let wanted = words.map(foldedWords)
    let bearers = found.values.filter { bearer in
      guard let wanted else { return true }
      return ([bearer.name] + bearer.spellings).contains { mentions($0, wanted) }
    }
    return bearers.sorted { ($0.name, $0.kind.rawValue) < ($1.name, $1.kind.rawValue) }
  }

  private func add(
    _ entity: Entity, mentions: [NameMention], _ document: Int, to found: inout [String: Bearer]
  ) {
    let key = entity.canonical + "\u{0}" + entity.kind.rawValue
      + (entity.candidates.isEmpty ? "" : "\u{0}?")
    var bearer = found[key] ?? Bearer(name: entity.canonical, kind: entity.kind)
    let rule = graph.rules.names.first { $0.canonical == entity.canonical }
    for role in [entity.role, rule?.role, entity.organisation].compactMap({ $0 })
    where !bearer.roles.contains(role) {
      bearer.roles.append(role)
    }
    for spelling in entity.aliases + (rule?.aliases ?? [])
    where spelling != bearer.name && !bearer.spellings.contains(spelling) {
      bearer.spellings.append(spelling)
    }
    for name in entity.candidates where !bearer.candidates.contains(name) {
      bearer.candidates.append(name)
    }
    let text = articles[document].article.text
    bearer.places += mentions.map { (document, text.line(at: $0.range.start)) }
    found[key] = bearer
  }

  func bearersReply(_ bearers: [Bearer], about words: String?) -> Reply {
    var reply = Reply(counted(bearers.count, "name"))
    var section = Reply.Section(columns: [
      Reply.Column("NAME"), .kind, Reply.Column("ROLE"), Reply.Column("ALSO", .words),
      Reply.Column("TIMES", .number), Reply.Column("FIRST", .place),
    ])
    for bearer in bearers {
      section.rows.append(bearerRow(bearer))
      reply.data.append(bearerData(bearer))
    }
    reply.sections = [section]
    return reply
  }

  private func bearerRow(_ bearer: Bearer) -> Reply.Row {
    let first = bearer.places.first.map { place(document: $0.document, line: $0.line) }
    var details: [String] = []
    if !bearer.candidates.isEmpty {
      details.append("cannot be resolved here: " + bearer.candidates.joined(separator: " or "))
    }
    return Reply.Row(
      [
        bearer.name, bearer.kind.rawValue, bearer.roles.joined(separator: "; "),
        bearer.spellings.joined(separator: ", "), String(bearer.places.count), first ?? "",
      ], details: details)
  }

  private func bearerData(_ bearer: Bearer) -> JSONObject {
    var object = JSONObject()
    object.add("row", "name")
    object.add("name", bearer.name)
    object.add("class", bearer.kind.rawValue)
    object.add("roles", bearer.roles)
    object.add("aliases", bearer.spellings)
    object.add("candidates", bearer.candidates)
    object.add(
      "mentions",
      bearer.places.map { place in
        var object = JSONObject()
        object.add("file", graph.documents[place.document].file)
        object.add("line", place.line)
        return object
      })
    return object
  }
}
