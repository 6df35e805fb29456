import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayReuse

extension Command {
  static let reuse = Command(
    name: "reuse", usage: "[dN|FILE|OUTLET]",
    summary: "text that articles share: how much, which passages, who probably had it first",
    example: "reuse", takes: .words("an article", isRequired: false), subject: .article,
    clauses: [.top, .as, .to],
    answer: { (query, session) throws(LineProblem) in
      guard !session.articles.isEmpty else { return session.nothingLoaded() }
      guard case .words(let phrase) = query.argument else {
        return session.reuseReply(top: query.clauses.top)
      }
      let documents = try session.documents(session.articleReference(phrase))
      return session.reuseReply(of: documents, top: query.clauses.top)
    })
}

extension Session {
  /// `d3` by its number, anything else by its words.
  fileprivate func articleReference(_ phrase: Phrase) -> Reference {
    if phrase.text.first == "d", let number = Int(phrase.text.dropFirst()), number >= 0 {
      return .article(number, phrase.range)
    }
    return .words(phrase)
  }

  // MARK: - All pairs

  fileprivate func reuseReply(top: Int?) -> Reply {
    let reuse = textReuse()
    let pairs = Array(reuse.pairs.sorted(by: sharesMore).prefix(top ?? reuse.pairs.count))
    guard !pairs.isEmpty else { return Reply(notes: noReuse(reuse)) }
    var reply = Reply(counted(pairs.count, "pair") + " of articles share text")
    reply.sections = [
      Reply.Section(
        columns: [
          Reply.Column("ARTICLES", .whole), Reply.Column("IN COMMON", .whole),
          Reply.Column("PASSAGES", .number), Reply.Column("PROBABLE SOURCE"),
          Reply.Column("LONGEST", .words), .place,
        ], rows: pairs.map { pairRow($0, reuse) })
    ]
    reply.notes = reuseNotes(reuse)
    reply.data = pairs.map { reuseData($0, reuse) }
    return reply
  }

  /// Copies first, then by how much is shared; then in the order of the articles.
  private func sharesMore(_ one: ReusePair, _ other: ReusePair) -> Bool {
    let shares = [one, other].map { max($0.shareOfOne, $0.shareOfOther) }
    if one.relation != other.relation { return one.relation == .copy }
    if shares[0] != shares[1] { return shares[0] > shares[1] }
    return (one.one, one.other) < (other.one, other.other)
  }

  private func pairRow(_ pair: ReusePair, _ reuse: TextReuse) -> Reply.Row {
    let longest = pair.passages.max { $0.words < $1.words } ?? pair.passages[0]
    return Reply.Row([
      "d\(pair.one) and d\(pair.other)",
      "\(pair.shareOfOne)% of d\(pair.one), \(pair.shareOfOther)% of d\(pair.other)",
      String(pair.passages.count), sourceText(pair, reuse), passageWords(longest, pair),
      passagePlace(longest, pair),
    ])
  }

  private func sourceText(_ pair: ReusePair, _ reuse: TextReuse) -> String {
    guard let source = source(of: pair, reuse) else {
      guard pair.relation == .copy else { return "-" }
      let others = reuse.sources.filter { [pair.one, pair.other].contains($0.article) }
      if others.count == 2, others[0].source == others[1].source {
        return "d\(others[0].source) of both"
      }
      return "nothing tells"
    }
    return "d\(source.source), \(source.basis.words)"
  }

  /// The source found for one of the pair, when the other is it.
  private func source(of pair: ReusePair, _ reuse: TextReuse) -> ProbableSource? {
    reuse.sources.first { source in
      Set([source.article, source.source]) == Set([pair.one, pair.other])
    }
  }

  private func noReuse(_ reuse: TextReuse) -> [String] {
    ["no two articles share a passage"] + reuseNotes(reuse)
  }

  private func reuseNotes(_ reuse: TextReuse) -> [String] {
    var notes: [String] = []
    if reuse.boilerplate > 0 {
      notes.append("put aside: \(counted(reuse.boilerplate, "run")) of words on many pages")
    }
    if reuse.isCut {
      notes.append("a text stands in so many articles that not each was held against each")
    }
    return notes
  }

  // MARK: - One article

  fileprivate func reuseReply(of documents: [Int], top: Int?) -> Reply {
    let reuse = textReuse()
    var reply = Reply()
    for document in documents {
      let pairs = reuse.pairs.filter { $0.one == document || $0.other == document }
        .sorted(by: sharesMore)
      for pair in pairs.prefix(top ?? pairs.count) {
        reply.sections.append(passageSection(pair, of: document, reuse))
        reply.data.append(reuseData(pair, reuse))
      }
      if pairs.isEmpty {
        let place = place(document: document, line: nil)
        reply.notes.append("d\(document) (\(place)) shares no passage with another article")
      }
    }
    reply.notes += reuseNotes(reuse)
    return reply
  }

  private func passageSection(_ pair: ReusePair, of document: Int, _ reuse: TextReuse)
    -> Reply.Section
  {
    let other = pair.one == document ? pair.other : pair.one
    let shares =
      pair.one == document
      ? (pair.shareOfOne, pair.shareOfOther) : (pair.shareOfOther, pair.shareOfOne)
    var heading = "d\(document) and d\(other) (\(outlet(other))): \(shares.0)% of d\(document)"
    heading += ", \(shares.1)% of d\(other)"
    let rows = pair.passages.map { passage in
      Reply.Row([
        String(passage.words), passageWords(passage, pair), passagePlace(passage, pair),
      ])
    }
    var section = Reply.Section(
      heading, columns: [Reply.Column("SHARED", .number), .words, .place], rows: rows)
    if let source = source(of: pair, reuse) {
      section.notes = [
        "d\(source.article) is probably from d\(source.source): \(source.basis.words)"
      ]
    }
    return section
  }

  private func passageWords(_ passage: SharedPassage, _ pair: ReusePair) -> String {
    excerpt(articles[pair.other].article.text.text(passage.other), around: "", most: 100)
  }

  private func passagePlace(_ passage: SharedPassage, _ pair: ReusePair) -> String {
    [(pair.one, passage.one), (pair.other, passage.other)].map { document, range in
      place(document: document, line: articles[document].article.text.line(at: range.start))
    }.joined(separator: ", ")
  }

  // MARK: - For programs

  private func reuseData(_ pair: ReusePair, _ reuse: TextReuse) -> JSONObject {
    let source = source(of: pair, reuse)
    var object = JSONObject()
    object.add("row", "reuse")
    object.add("a", graph.documents[pair.one].file)
    object.add("b", graph.documents[pair.other].file)
    object.add("relation", pair.relation.rawValue)
    object.add("aShare", pair.shareOfOne)
    object.add("bShare", pair.shareOfOther)
    object.add("source", source.map { graph.documents[$0.source].file })
    object.add("basis", source?.basis.rawValue)
    object.add("passages", pair.passages.map { passageData($0, pair) })
    object.add("file", graph.documents[pair.other].file)
    object.add("line", lineOf(pair.passages[0].other, pair.other))
    return object
  }

  private func passageData(_ passage: SharedPassage, _ pair: ReusePair) -> JSONObject {
    var object = JSONObject()
    object.add("aStart", passage.one.start)
    object.add("aEnd", passage.one.end)
    object.add("aLine", lineOf(passage.one, pair.one))
    object.add("bStart", passage.other.start)
    object.add("bEnd", passage.other.end)
    object.add("bLine", lineOf(passage.other, pair.other))
    object.add("words", passage.words)
    return object
  }

  private func lineOf(_ range: ByteRange, _ document: Int) -> Int {
    articles[document].article.text.line(at: range.start)
  }
}

extension ProbableSource.Basis {
  /// What tells the direction, in plain words.
  fileprivate var words: String {
    switch self {
    case .date: "the earlier one"
    case .credit: "credited by the other"
    case .length: "the longer one; no date tells"
    }
  }
}
