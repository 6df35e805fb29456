import HearsayCore
import HearsayGraph

extension Command {
  static let events = Command(
    name: "events", summary: "what the articles tell of, with the number of claims",
    example: "events", clauses: [.top, .as, .to],
    answer: { (query, session) throws(LineProblem) in session.eventsReply(query.clauses.top) })

  static let sources = Command(
    name: "sources", summary: "who says something, of what kind, and what rests on them",
    example: "sources", clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in
      var clauses = query.clauses
      clauses.top = nil
      let rows = session.graph.claimList(nil, try session.scope(clauses))
      return session.sourcesReply(rows, top: query.clauses.top)
    })
}

extension Session {
  /// The topics of the rules, then what else figures are told of.
  fileprivate func eventsReply(_ top: Int?) -> Reply {
    guard !graph.claims.isEmpty else { return nothingLoaded() }
    let topics = graph.topics(Scope(top: top)).filter { $0.isNamed || $0.figures > 0 }
    var reply = Reply()
    var section = Reply.Section(columns: [
      Reply.Column("EVENT"), Reply.Column("CLAIMS", .number), Reply.Column("FIGURES", .number),
      Reply.Column("SPEAKERS", .number), Reply.Column("ARTICLES", .number),
      Reply.Column("FIRST", .place),
    ])
    for topic in topics {
      let first = graph.sorted(graph.claims(for: Asked(topic.name)).map(\.row)).first
      let numbers = [topic.claims, topic.figures, topic.speakers, topic.documents].map(String.init)
      section.rows.append(Reply.Row([topic.name] + numbers + [first.map(place) ?? ""]))
      reply.data.append(eventData(topic, first))
    }
    reply.sections = [section]
    return reply
  }

  private func eventData(_ topic: TopicRow, _ first: Int?) -> JSONObject {
    var object = JSONObject()
    object.add("row", "event")
    object.add("event", topic.name)
    object.add("named", topic.isNamed)
    object.add("claims", topic.claims)
    object.add("figures", topic.figures)
    object.add("speakers", topic.speakers)
    object.add("articles", topic.documents)
    object.add("file", first.map { graph.document(of: $0).file })
    object.add("line", number: first.map { String(graph.claims[$0].span.line) })
    return object
  }

  /// The origins of the claims, those with most claims first; `s1` is the first of all.
  func sourceList(_ rows: [Int]) -> [Origin] {
    graph.originList(of: rows).sorted {
      $0.claims.count != $1.claims.count
        ? $0.claims.count > $1.claims.count : ($0.name, $0.key) < ($1.name, $1.key)
    }
  }

  fileprivate func sourcesReply(_ rows: [Int], top: Int?) -> Reply {
    guard !graph.claims.isEmpty else { return nothingLoaded() }
    let all = sourceList(graph.sorted(self.rows)).enumerated().map { ($1.key, $0 + 1) }
    let numbers = Dictionary(all) { first, _ in first }
    var origins = sourceList(rows)
    if let top { origins = Array(origins.prefix(top)) }
    var reply = Reply(counted(origins.count, "source"))
    var section = Reply.Section(columns: [
      Reply.Column("ID"), Reply.Column("SOURCE"), .kind, Reply.Column("CLAIMS", .number),
      Reply.Column("ARTICLES"), Reply.Column("DESCRIBED AS", .words),
      Reply.Column("FIRST", .place),
    ])
    for origin in graph.wanted(origins) {
      let id = "s\(numbers[origin.key] ?? 1)"
      section.rows.append(sourceRow(origin, id))
      reply.data.append(sourceData(origin, id))
    }
    reply.sections = [section]
    return reply
  }

  private func sourceRow(_ origin: Origin, _ id: String) -> Reply.Row {
    let first = graph.claims[origin.claims[0]]
    let speaker = first.origin.speaker
    var described = [speaker.role, speaker.organisation].compactMap { $0 }
    if let reason = speaker.anonymity?.reason { described.append("unnamed: " + reason) }
    let documents = origin.documents.map { "d\($0)" }.joined(separator: " ")
    return Reply.Row(
      [
        id, who(origin.claims[0], of: origin), origin.kind.words, String(origin.claims.count),
        documents, described.joined(separator: ", "), place(origin.claims[0]),
      ], details: speakers(for: origin).map { "speaks for it: \($0)" })
  }

  /// Those by whose mouth a body speaks, with their roles.
  private func speakers(for origin: Origin) -> [String] {
    let body = folded(origin.name)
    var seen: Set<String> = []
    var speakers: [String] = []
    for evidence in origin.evidence where evidence.rule == .spokesperson {
      let speaker = graph.claims[evidence.claim].origin.speaker
      let doubt = evidence.confidence == .certain ? nil : evidence.confidence.rawValue
      let text = [speaker.name, speaker.role, doubt].compactMap { $0 }.joined(separator: ", ")
      if folded(speaker.name) != body, seen.insert(text).inserted { speakers.append(text) }
    }
    return speakers
  }

  /// The name of an origin; the article's own voice by its outlet.
  func who(_ row: Int, of origin: Origin) -> String {
    origin.kind == .unattributed
      ? "no source (\(outlet(graph.claims[row].document)))" : origin.name
  }

  private func sourceData(_ origin: Origin, _ id: String) -> JSONObject {
    let speaker = graph.claims[origin.claims[0]].origin.speaker
    var object = JSONObject()
    object.add("row", "source")
    object.add("id", id)
    object.add("key", origin.key)
    object.add("name", origin.name)
    object.add("kind", origin.kind.rawValue)
    object.add("role", speaker.role)
    object.add("organisation", speaker.organisation)
    object.add("reason", speaker.anonymity?.reason)
    object.add("reasonKind", speaker.anonymity?.reasonKind)
    object.add("claims", origin.claims.map(number))
    object.add("documents", origin.documents.map { graph.documents[$0].file })
    object.add("speakers", speakers(for: origin))
    return object
  }
}

extension OriginKind {
  /// The kind in plain words.
  var words: String {
    switch self {
    case .identified: "named"
    case .anonymous: "unnamed"
    case .collective: "a group"
    case .document: "a document"
    case .unattributed: "no source"
    case .outletOnly: "an outlet's word"
    }
  }
}
