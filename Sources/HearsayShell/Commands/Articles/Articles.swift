import HearsayCore
import HearsayFormats
import HearsayGraph

extension Command {
  static let articles = Command(
    name: "articles", summary: "the articles, and how the date of each is known",
    example: "articles",
    answer: { (_, session) throws(LineProblem) in session.articlesReply() })

  static let leftovers = Command(
    name: "leftovers", summary: "page furniture, repeated text and what a machine left behind",
    example: "leftovers",
    answer: { (_, session) throws(LineProblem) in session.leftoversReply() })
}

extension Session {
  fileprivate func articlesReply() -> Reply {
    guard !articles.isEmpty else { return nothingLoaded() }
    var reply = Reply(title)
    var section = Reply.Section(columns: [
      Reply.Column("DOC"), Reply.Column("OUTLET"), Reply.Column("PUBLISHED"),
      Reply.Column("CLAIMS", .number), Reply.Column("HEADLINE", .words), .place,
    ])
    for document in articles.indices { section.rows.append(articleRow(document)) }
    reply.sections = [section]
    reply.data = articles.indices.map(articleData)
    if let folder = folderNote { reply.notes.append("files in \(folder)/") }
    return reply
  }

  private func articleRow(_ document: Int) -> Reply.Row {
    let facts = graph.documents[document].facts
    let published = facts.published.map(timeText) ?? "unknown"
    var details = [dateDerivation(facts)]
    if !facts.bylines.isEmpty { details.append("by " + facts.bylines.joined(separator: ", ")) }
    if !facts.flags.isEmpty {
      details.append("flaws: " + facts.flags.map(\.words).joined(separator: ", "))
    }
    return Reply.Row(
      [
        "d\(document)", outlet(document), published, String(graph.claimRows[document].count),
        headline(document) ?? "(no headline)",
        place(document: document, line: headlineLine(document)),
      ], details: details)
  }

  func headline(_ document: Int) -> String? {
    let item = articles[document]
    let found = graph.documents[document].facts.headline
    return found.map { item.article.text.text($0) } ?? item.article.known.headline
  }

  private func headlineLine(_ document: Int) -> Int {
    let found = graph.documents[document].facts.headline
    return found.map { articles[document].article.text.line(at: $0.start) } ?? 1
  }

  private func dateDerivation(_ facts: DocumentFacts) -> String {
    let derivation = facts.published.map(\.derivation).flatMap { $0.isEmpty ? nil : $0 }
    switch facts.publishedBasis {
    case .manifest: return "date: " + (derivation ?? "given with the article")
    case .dateline: return "date: " + (derivation ?? "its dateline says so")
    case .constraints: return "date: " + (derivation ?? "what its words leave open")
    case .unknown: return "date: nothing says when it was published"
    }
  }

  private func articleData(_ document: Int) -> JSONObject {
    let facts = graph.documents[document].facts
    var object = JSONObject()
    object.add("row", "article")
    object.add("doc", "d\(document)")
    object.add("file", graph.documents[document].file)
    object.add("line", headlineLine(document))
    object.add("outlet", facts.outlet)
    object.add("republisher", facts.republisher)
    object.add("headline", headline(document))
    object.add("bylines", facts.bylines)
    object.add("published", facts.published?.value)
    object.add("publishedBasis", facts.publishedBasis.rawValue)
    object.add("derivation", dateDerivation(facts))
    object.add("flags", facts.flags.map(\.rawValue))
    object.add("claims", graph.claimRows[document].count)
    return object
  }

  fileprivate func leftoversReply() -> Reply {
    var reply = Reply()
    var section = Reply.Section(columns: [
      Reply.Column("WHAT"), .words, .place,
    ])
    for (document, item) in articles.enumerated() {
      for zone in item.zones where zone.kind.isLeftover {
        let text = item.article.text
        let line = text.line(at: zone.range.start)
        let words = excerpt(text.text(zone.range), around: "", most: 100)
        section.rows.append(
          Reply.Row([zone.kind.words, words, place(document: document, line: line)]))
        reply.data.append(leftoverData(zone, text, line))
      }
    }
    if section.rows.isEmpty { reply.notes.append("nothing but articles was found") }
    reply.title = section.rows.isEmpty ? nil : counted(section.rows.count, "piece")
    reply.sections = [section]
    return reply
  }

  private func leftoverData(_ zone: Zone, _ text: SourceText, _ line: Int) -> JSONObject {
    var object = JSONObject()
    object.add("row", "zone")
    object.add("file", text.name)
    object.add("line", line)
    object.add("start", zone.range.start)
    object.add("end", zone.range.end)
    object.add("zone", zone.kind.rawValue)
    object.add("text", text.text(zone.range))
    object.add("rule", zone.rule)
    return object
  }

  func nothingLoaded() -> Reply {
    Reply(notes: ["nothing is loaded: `load FOLDER` reads articles"])
  }
}

extension ZoneKind {
  fileprivate var isLeftover: Bool {
    [.boilerplate, .related, .duplicate, .residue].contains(self)
  }

  fileprivate var words: String {
    switch self {
    case .boilerplate: "page furniture"
    case .related: "related links"
    case .duplicate: "printed twice"
    case .residue: "machine residue"
    default: rawValue
    }
  }
}

extension DocumentFlag {
  var words: String {
    switch self {
    case .noOutlet: "no outlet"
    case .noDate: "no date"
    case .noByline: "no byline"
    case .duplicateText: "text printed twice"
    case .machineResidue: "machine residue"
    case .emptySourceList: "an empty list of sources"
    case .truncated: "cut off"
    case .republished: "republished"
    }
  }
}
