import HearsayCore
import HearsayGraph

/// What a row of an answer is about: what `@1` stands for.
enum RowMeaning: Hashable, Sendable {
  /// A claim, as in nearly all rows: it takes no memory of its own.
  case claim(Int)
  /// The two of a pair.
  case claims([Int])
  /// An article by its file, because its number may change.
  case article(String)
  /// A source by its key, for the same reason.
  case source(String)
  /// An event, a name, an outlet.
  case words(String)

  /// The rows of its claims; `nil` when it is about something else.
  var claimRows: [Int]? {
    switch self {
    case .claim(let row): [row]
    case .claims(let rows): rows
    case .article, .source, .words: nil
    }
  }
}

extension Session {
  /// The rows of an answer in the order they stand, each by the name it begins with: `20`,
  /// `82 and 86`, `d3`, `s1`, an event.
  ///
  /// It is read off what is shown, so that what a person counts is what is meant.
  func rowMeanings(_ reply: Reply) -> [RowMeaning] {
    let hasSources = reply.sections.contains { $0.columns.first?.title == "ID" }
    let sources = hasSources ? sourceList(graph.sorted(rows)).map(\.key) : []
    let rows = reply.sections.flatMap { section in
      section.rows.map { meaning(of: $0, under: section.columns, sources) }
    }
    let known = rows.compactMap { $0 }
    return known.isEmpty ? reply.claims.map { .claim($0) } : known
  }

  private func meaning(
    of row: Reply.Row, under columns: [Reply.Column], _ sources: [String]
  ) -> RowMeaning? {
    for (column, cell) in zip(columns, row.cells) {
      switch column.title {
      case "#", "ID", "DOC", "ARTICLE", "ARTICLES":
        if let found = named(cell, sources) { return found }
      case "" where column.kind == .whole: if let found = named(cell, sources) { return found }
      case "EVENT", "NAME", "SOURCE", "OUTLET": return .words(cell)
      default: break
      }
    }
    return nil
  }

  /// `20`, `82 and 86`, `20 → 85`, `d3`, `s1`.
  private func named(_ cell: String, _ sources: [String]) -> RowMeaning? {
    // As nearly all are: a long answer is not cut into words for it.
    if let number = Int(cell), let row = row(numbered: number) { return .claim(row) }
    let words = cell.split(separator: " ")
    guard let first = words.first else { return nil }
    let claims = words.compactMap { Int($0) }.compactMap { row(numbered: $0) }
    if Int(first) != nil, !claims.isEmpty { return .claims(claims) }
    guard let number = Int(first.dropFirst()) else { return nil }
    switch first.first {
    case "d" where articles.indices.contains(number):
      return .article(graph.documents[number].file)
    case "s" where sources.indices.contains(number - 1): return .source(sources[number - 1])
    default: return nil
    }
  }

  // MARK: - @N in a command

  /// The command with every `@N` replaced by what it stands for.
  mutating func withRows(_ query: Request) throws(LineProblem) -> Request {
    let subject = Command.named(query.name)?.subject ?? .none
    var query = query
    switch query.argument {
    case .references(let references):
      var all: [Reference] = []
      for reference in references { all += try named(reference, as: subject) }
      query.argument = .references(all)
    case .words(let phrase):
      if let words = try named(phrase, as: subject) { query.argument = .words(words) }
    case .sentence(let reference, let phrase):
      let claim = try named(reference, as: .claim).first ?? reference
      query.argument = .sentence(claim, phrase)
    default: break
    }
    if let phrase = query.clauses.speaker {
      query.clauses.speaker = try named(phrase, as: .name) ?? phrase
    }
    if let phrase = query.clauses.place {
      query.clauses.place = try named(phrase, as: .article) ?? phrase
    }
    return query
  }

  private func named(_ reference: Reference, as subject: Command.Subject) throws(LineProblem)
    -> [Reference]
  {
    guard case .row(let number, let range) = reference else { return [reference] }
    let meaning = try meaning(ofRow: number, range)
    if subject == .name {
      return [.words(Phrase(text: words(for: meaning, as: .name), range: range, isQuoted: true))]
    }
    switch meaning {
    case .claim(let row): return [.claim(self.number(row), range)]
    case .claims(let rows): return rows.map { .claim(self.number($0), range) }
    case .article(let file):
      guard let document = graph.documents.firstIndex(where: { $0.file == file }) else {
        throw gone(number, range)
      }
      return [.article(document, range)]
    case .source(let key):
      let keys = sourceList(graph.sorted(rows)).map(\.key)
      guard let place = keys.firstIndex(of: key) else { throw gone(number, range) }
      return [.source(place + 1, range)]
    case .words(let words):
      return [.words(Phrase(text: words, range: range, isQuoted: true))]
    }
  }

  private func named(_ phrase: Phrase, as subject: Command.Subject) throws(LineProblem) -> Phrase? {
    guard !phrase.isQuoted, phrase.text.first == "@", let number = Int(phrase.text.dropFirst())
    else { return nil }
    let words = words(for: try meaning(ofRow: number, phrase.range), as: subject)
    return Phrase(text: words, range: phrase.range, isQuoted: subject != .article)
  }

  func meaning(ofRow number: Int, _ range: Range<Int>) throws(LineProblem) -> RowMeaning {
    if lastRows.indices.contains(number - 1) { return lastRows[number - 1] }
    throw LineProblem(
      "no-such-row", range, "the last answer has no row \(number)",
      allowed: lastRows.isEmpty
        ? "ask something first, as in: events" : "@1 to @\(lastRows.count)")
  }

  private func gone(_ number: Int, _ range: Range<Int>) -> LineProblem {
    LineProblem(
      "no-such-row", range, "what row \(number) stood for is not loaded any more",
      allowed: "`last` shows the answer again")
  }

  /// What a row is called where an event, a name, an article or other words are wanted.
  private func words(for meaning: RowMeaning, as subject: Command.Subject) -> String {
    switch meaning {
    case .words(let words): return words
    case .article(let file):
      let document = graph.documents.firstIndex { $0.file == file } ?? 0
      return subject == .name ? outlet(document) : "d\(document)"
    case .source(let key):
      return sourceList(graph.sorted(rows)).first { $0.key == key }?.name ?? key
    case .claim, .claims:
      guard let row = meaning.claimRows?.first else { return "" }
      let claim = graph.claims[row]
      switch subject {
      case .event: return claim.proposition.topic ?? claim.proposition.predicate ?? claim.span.text
      case .name: return graph.origins(of: [row]).first?.name ?? claim.origin.speaker.name
      case .article: return "d\(claim.document)"
      default: return claim.span.text
      }
    }
  }
}
