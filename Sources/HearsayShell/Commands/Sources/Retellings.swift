import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayReuse

// What happens to words and figures on the way from article to article.

extension Command {
  static let shifts = aboutEvent(
    "shifts", "what changed between two tellings of one origin"
  ) { session, asked, scope in
    session.shiftsReply(session.graph.changes(asked, scope), top: scope.top)
  }

  static let quotes = aboutEvent(
    "quotes", "quotations in several articles: lost marks, cuts, other speakers and days"
  ) { session, asked, scope in
    let rows = session.graph.claimList(asked, scope.uncut)
    return session.quotesReply(session.graph.quotations(rows), top: scope.top)
  }

  static let duplicates = Command(
    name: "duplicates", summary: "text printed twice, within an article or in several",
    example: "duplicates", clauses: [.top, .as, .to],
    answer: { (query, session) throws(LineProblem) in
      session.duplicatesReply(top: query.clauses.top)
    })

  static let stale = aboutEvent(
    "stale", "figures older than their report, or overtaken"
  ) { session, asked, scope in
    session.staleReply(session.graph.stale(asked, scope), top: scope.top)
  }
}

extension Session {
  // MARK: - shifts

  fileprivate func shiftsReply(_ all: [Link], top: Int?) -> Reply {
    let links = Array(all.prefix(top ?? all.count))
    guard !links.isEmpty else {
      return Reply(notes: ["nothing changed between tellings of one origin"])
    }
    var reply = Reply(counted(links.count, "change") + " between tellings")
    let rows = links.map { link in
      Reply.Row(
        [
          "\(number(link.to)) → \(number(link.from))",
          link.shift.map(\.words).joined(separator: ", "),
          "\(claimWords(link.to)) → \(claimWords(link.from))",
          "\(place(link.to)), \(place(link.from))",
        ], details: details(of: link))
    }
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("#", .whole), Reply.Column("CHANGED"),
          Reply.Column("BEFORE → AFTER", .words),
          .place,
        ], rows: rows)
    ]
    reply.claims = links.flatMap { [$0.to, $0.from] }
    reply.data = links.map { link in
      var object = data(link)
      addPlace(link.from, to: &object)
      return object
    }
    return reply
  }

  private func details(of link: Link) -> [String] {
    var lines: [String] = []
    let (before, after) = (graph.claims[link.to], graph.claims[link.from])
    for shift in link.shift {
      switch shift {
      case .time: lines.append("time: \(asOfText(link.to)) → \(asOfText(link.from))")
      case .population:
        let who = [link.to, link.from].map { row in
          populationText(row).isEmpty ? "not said" : populationText(row)
        }
        lines.append("who: \(who[0]) → \(who[1])")
      case .label:
        let names = [before, after].map(\.origin.speaker.name)
        if names[0] != names[1] { lines.append("speaker: \(names[0]) → \(names[1])") }
      case .modality:
        lines.append(
          "said as: \(before.proposition.modality.rawValue) → \(after.proposition.modality.rawValue)"
        )
      default: break
      }
    }
    if link.confidence != .certain { lines.append("confidence: " + link.confidence.rawValue) }
    return lines
  }

  // MARK: - quotes

  fileprivate func quotesReply(_ all: [QuotationRow], top: Int?) -> Reply {
    let shown = Array(all.prefix(top ?? all.count))
    guard !shown.isEmpty else { return Reply(notes: ["no two articles print the same quotation"]) }
    var reply = Reply(counted(shown.count, "quotation") + " printed again")
    let rows = shown.map { row in
      Reply.Row(
        [
          "\(number(row.to)) → \(number(row.from))", row.fates.map(\.words).joined(separator: ", "),
          "“\(excerpt(row.words, around: "", most: 100))”", "\(place(row.to)), \(place(row.from))",
        ], details: details(of: row))
    }
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("#", .whole), Reply.Column("WHAT BECAME OF IT"), .words, .place,
        ], rows: rows)
    ]
    reply.claims = shown.flatMap { [$0.to, $0.from] }
    reply.data = shown.map(quotationData)
    return reply
  }

  private func details(of row: QuotationRow) -> [String] {
    let (first, again) = (graph.claims[row.to], graph.claims[row.from])
    var lines: [String] = []
    if row.fates.contains(.otherSpeaker) {
      lines.append("speaker: \(first.origin.speaker.name) → \(again.origin.speaker.name)")
    }
    if row.fates.contains(.otherDay) {
      let days = [first, again].map { $0.origin.saidAt.map(timeText) ?? "unknown" }
      lines.append("said: \(days[0]) → \(days[1])")
    }
    return lines
  }

  private func quotationData(_ row: QuotationRow) -> JSONObject {
    var object = JSONObject()
    object.add("row", "quotation")
    object.add("words", row.words)
    object.add("from", number(row.from))
    object.add("to", number(row.to))
    object.add("fate", row.fates.map(\.rawValue))
    addPlace(row.from, to: &object)
    return object
  }

  // MARK: - duplicates

  fileprivate func duplicatesReply(top: Int?) -> Reply {
    let passages = sharedPassages()
    let all = repeatedZones() + passages.twins + repeatedSentences(but: passages.ranges)
    let found = Array(all.prefix(top ?? all.count))
    guard !found.isEmpty else { return Reply(notes: ["no text is printed twice"]) }
    var reply = Reply(counted(found.count, "stretch") + " printed twice")
    reply.title = "\(found.count) stretch\(found.count == 1 ? "" : "es") of text printed twice"
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column("WHERE"), .words, .place],
        rows: found.map { twin in
          let places = twin.places.map { place(document: $0.document, line: $0.line) }
          return Reply.Row([
            twin.isInside ? "one article" : "several articles",
            excerpt(twin.words, around: "", most: 100), places.joined(separator: ", "),
          ])
        })
    ]
    reply.data = found.map(twinData)
    return reply
  }

  private struct Twin {
    var words: String
    var isInside: Bool
    var places: [(document: Int, line: Int)]
  }

  /// What the layout of an article shows twice.
  private func repeatedZones() -> [Twin] {
    articles.enumerated().flatMap { document, item in
      item.zones.compactMap { zone -> Twin? in
        guard zone.kind == .duplicate, let original = zone.original else { return nil }
        let text = item.article.text
        return Twin(
          words: text.text(zone.range), isInside: true,
          places: [original, zone.range].map { (document, text.line(at: $0.start)) })
      }
    }
  }

  /// Passages that several articles have; the same words are one, however many have them.
  private func sharedPassages() -> (twins: [Twin], ranges: [[ByteRange]]) {
    var ranges = [[ByteRange]](repeating: [], count: articles.count)
    var rows: [String: Int] = [:]
    var twins: [Twin] = []
    for pair in textReuse().pairs {
      for passage in pair.passages {
        let ends = [(pair.one, passage.one), (pair.other, passage.other)]
        let words = articles[pair.one].article.text.text(passage.one)
        let name = folded(words)
        let row = rows[name] ?? twins.count
        if row == twins.count {
          rows[name] = row
          twins.append(Twin(words: words, isInside: false, places: []))
        }
        for (document, range) in ends {
          ranges[document].append(range)
          let line = articles[document].article.text.line(at: range.start)
          if !twins[row].places.contains(where: { $0 == (document, line) }) {
            twins[row].places.append((document, line))
          }
        }
      }
    }
    return (twins, ranges.map { $0.sorted() })
  }

  /// Whole sentences of eight words and more that stand twice, but for those in `passages`.
  private func repeatedSentences(but passages: [[ByteRange]]) -> [Twin] {
    var order: [String] = []
    var twins: [String: Twin] = [:]
    var isTold: Set<String> = []
    for (document, item) in articles.enumerated() {
      var told = passages[document][...]
      for sentence in item.reading.sentences where sentence.zone != .duplicate {
        let words = item.article.text.text(sentence.range)
        let key = foldedWords(words)
        guard key.count >= 8 else { continue }
        let line = item.article.text.line(at: sentence.range.start)
        let name = key.joined(separator: " ")
        if twins[name] == nil { order.append(name) }
        twins[name, default: Twin(words: words, isInside: true, places: [])].places
          .append((document, line))
        while let first = told.first, first.end <= sentence.range.start { told.removeFirst() }
        if told.first?.overlaps(sentence.range) == true { isTold.insert(name) }
      }
    }
    return order.compactMap { name in
      guard var twin = twins[name], twin.places.count > 1 else { return nil }
      twin.isInside = Set(twin.places.map(\.document)).count == 1
      return twin.isInside || !isTold.contains(name) ? twin : nil
    }
  }

  private func twinData(_ twin: Twin) -> JSONObject {
    var object = JSONObject()
    object.add("row", "duplicate")
    object.add("text", twin.words)
    object.add("within", twin.isInside ? "article" : "corpus")
    object.add(
      "places",
      twin.places.map { place -> JSONObject in
        var object = JSONObject()
        object.add("file", graph.documents[place.document].file)
        object.add("line", place.line)
        return object
      })
    return object
  }

  // MARK: - stale

  fileprivate func staleReply(_ all: [StaleFigure], top: Int?) -> Reply {
    let shown = Array(all.prefix(top ?? all.count))
    guard !shown.isEmpty else { return Reply(notes: ["no figure is older than it looks"]) }
    var reply = Reply(counted(shown.count, "figure") + " older than it looks")
    if shown.count > 1 { reply.title = "\(shown.count) figures older than they look" }
    let keys = graph.origins(of: shown.map(\.claim))
    let rows = zip(shown, keys).map { figure, key in
      let row = figure.claim
      return Reply.Row(
        [
          String(number(row)), graph.claims[row].proposition.quantity.map(figureText) ?? "",
          asOfText(row), who(row, key), claimWords(row), place(row),
        ], details: [words(figure.why)])
    }
    reply.sections = [
      Reply.Section(columns: [.claim, .figure, .asOf, .who, .words, .place], rows: rows)
    ]
    reply.claims = shown.map(\.claim)
    reply.data = zip(shown, keys).map { figure, key in
      var object = data(figure.claim, key)
      object.add("stale", words(figure.why))
      return object
    }
    return reply
  }

  private func words(_ why: Staleness) -> String {
    switch why {
    case .olderThanReport(let days): "it holds for \(days) days before its article"
    case .overtaken(let newer):
      "overtaken: \(figureAndTopic(newer)) was out before, \(number(newer)) \(place(newer))"
    case .unchanged(let older):
      "the same figure was given for \(asOfText(older)), \(number(older)) \(place(older))"
    }
  }
}

extension QuotationRow.Fate {
  var words: String {
    switch self {
    case .marksLost: "marks lost"
    case .cut: "cut"
    case .otherSpeaker: "another speaker"
    case .otherDay: "another day"
    case .same: "the same words"
    }
  }
}
