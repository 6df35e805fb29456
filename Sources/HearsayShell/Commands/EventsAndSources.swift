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
      try session.checkWords(query.clauses)
      var clauses = query.clauses
      clauses.top = nil
      let rows = session.select(session.graph.sorted(session.rows), clauses)
      return session.sourcesReply(rows, top: query.clauses.top)
    })
}

extension Session {
  /// Claims by what one would ask for: the topic, else the predicate, else the counted noun.
  fileprivate func eventsReply(_ top: Int?) -> Reply {
    guard !graph.claims.isEmpty else { return nothingLoaded() }
    var groups: [String: [Int]] = [:]
    for row in rows {
      let proposition = graph.claims[row].proposition
      guard graph.claims[row].kind == .figure || proposition.topic != nil,
        let name = proposition.topic ?? proposition.predicate ?? proposition.quantity?.unit
      else { continue }
      groups[name, default: []].append(row)
    }
    var sorted = groups.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }
    if let top { sorted = Array(sorted.prefix(top)) }
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("EVENT"), Reply.Column("CLAIMS", .number), Reply.Column("FIGURES", .number),
          Reply.Column("SPEAKERS", .number), Reply.Column("ARTICLES", .number),
          Reply.Column("FIRST", .place),
        ], rows: sorted.map { eventRow($0.key, $0.value) })
    ]
    reply.data = sorted.map { eventData($0.key, $0.value) }
    return reply
  }

  private func counts(_ rows: [Int]) -> (figures: Int, speakers: Int, articles: Int) {
    (
      rows.count { graph.claims[$0].kind == .figure },
      Set(graph.origins(of: rows).map(\.key)).count,
      Set(rows.map { graph.claims[$0].document }).count
    )
  }

  private func eventRow(_ name: String, _ rows: [Int]) -> Reply.Row {
    let counts = counts(rows)
    let numbers = [rows.count, counts.figures, counts.speakers, counts.articles].map(String.init)
    return Reply.Row([name] + numbers + [place(rows[0])])
  }

  private func eventData(_ name: String, _ rows: [Int]) -> JSONObject {
    let counts = counts(rows)
    var object = JSONObject()
    object.add("row", "event")
    object.add("event", name)
    object.add("claims", rows.count)
    object.add("figures", counts.figures)
    object.add("speakers", counts.speakers)
    object.add("articles", counts.articles)
    object.add("file", graph.document(of: rows[0]).file)
    object.add("line", graph.claims[rows[0]].span.line)
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
    let all = sourceList(graph.sorted(self.rows)).map(\.key)
    var origins = sourceList(rows)
    if let top { origins = Array(origins.prefix(top)) }
    var reply = Reply(counted(origins.count, "source"))
    var section = Reply.Section(columns: [
      Reply.Column("ID"), Reply.Column("SOURCE"), .kind, Reply.Column("CLAIMS", .number),
      Reply.Column("ARTICLES"), Reply.Column("DESCRIBED AS", .words),
      Reply.Column("FIRST", .place),
    ])
    for origin in origins {
      let id = "s\((all.firstIndex(of: origin.key) ?? 0) + 1)"
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
    return Reply.Row([
      id, who(origin.claims[0], of: origin), origin.kind.words, String(origin.claims.count),
      documents, described.joined(separator: ", "), place(origin.claims[0]),
    ])
  }

  /// The name of an origin; the article's own voice by its outlet.
  func who(_ row: Int, of origin: Origin) -> String {
    origin.kind == .unattributed
      ? "no source given (\(outlet(graph.claims[row].document)))" : origin.name
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
