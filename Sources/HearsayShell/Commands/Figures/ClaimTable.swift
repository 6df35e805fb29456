import HearsayCore
import HearsayGraph

extension Reply.Column {
  static let claim = Reply.Column("#", .number)
  static let figure = Reply.Column("FIGURE", .number)
  static let asOf = Reply.Column("AS OF", .whole)
  static let who = Reply.Column("WHO")
  static let kind = Reply.Column("KIND")
  static let words = Reply.Column("WORDS", .words)
  static let sentence = Reply.Column("WORDS", .sentence)
  static let place = Reply.Column("", .place)
}

extension Session {
  /// A table of claims, one a line.
  func claimSection(_ rows: [Int], heading: String? = nil, keys: [OriginKey]? = nil)
    -> Reply.Section
  {
    let keys = keys ?? graph.origins(of: rows)
    let lines = zip(rows, keys).map { row, key in
      let claim = graph.claims[row]
      return Reply.Row([
        String(number(row)), claim.proposition.quantity.map(figureText) ?? "", asOfText(row),
        who(row, key), claimWords(row), place(row),
      ])
    }
    return Reply.Section(
      heading, columns: [.claim, .figure, .asOf, .who, .words, .place], rows: lines)
  }

  /// A figure by its words, a statement by its quotation or content.
  func claimWords(_ row: Int) -> String {
    let claim = graph.claims[row]
    if claim.kind == .statement, let quote = claim.quote {
      return "“" + excerpt(quote, around: "", most: 120) + "”"
    }
    return excerpt(claim.span.text, around: "", most: 120)
  }

  /// A reply of claims with its rows for programs.
  func claimReply(_ rows: [Int], title: String, none: String) -> Reply {
    let keys = graph.origins(of: rows)
    var reply = Reply(rows.isEmpty ? nil : title)
    if rows.isEmpty {
      reply.notes.append(none)
    } else {
      reply.sections.append(claimSection(rows, keys: keys))
    }
    reply.data = zip(rows, keys).map { data($0, $1) }
    reply.claims = rows
    return reply
  }

  /// Every word by which one may ask, for suggestions.
  var eventWords: [String] {
    var words = Set(graph.rules.topics.map(\.name))
    // Of a large corpus those under which claims are found: to make all its claims takes seconds.
    if graph.claims.count > Self.fewClaims { return words.union(graph.termsKnown).sorted() }
    for claim in graph.claims {
      words.formUnion(claim.proposition.terms)
      if let topic = claim.proposition.topic { words.insert(topic) }
    }
    return words.sorted()
  }

  private static let fewClaims = 20_000

  /// No claim is about the words: the nearest words that some claim is about.
  func unknownEvent(_ phrase: Phrase) -> LineProblem {
    if graph.claims.isEmpty {
      return LineProblem(
        "nothing-loaded", phrase.range, "no article is loaded", allowed: "`load FOLDER` reads some")
    }
    if let problem = misspeltClause(phrase) { return problem }
    return LineProblem(
      "unknown-event", phrase.range, "no claim is about '\(phrase.text)'",
      suggestions: nearestWords(to: phrase.text, among: eventWords),
      allowed: "`events` lists what the articles tell of")
  }

  /// `compare released wher americans`: the words before it are an event, and it is almost a clause.
  private func misspeltClause(_ phrase: Phrase) -> LineProblem? {
    let words = phrase.text.split(separator: " ").map(String.init)
    guard !phrase.isQuoted, phrase.text.unicodeScalars.count == phrase.range.count else {
      return nil
    }
    var start = phrase.range.lowerBound + (words.first?.unicodeScalars.count ?? 0) + 1
    for (place, word) in words.enumerated().dropFirst() {
      let event = words[..<place].joined(separator: " ")
      let near = nearestWords(to: word, among: ClauseKeyword.allCases.map(\.rawValue))
      if !near.isEmpty, word.count > 2, eventWords.contains(where: { folded($0) == folded(event) })
      {
        return LineProblem(
          "unknown-clause", start..<(start + word.unicodeScalars.count),
          "no clause is named '\(word)'", suggestions: near, allowed: "`help compare` lists them")
      }
      start += word.unicodeScalars.count + 1
    }
    return nil
  }
}

/// Whether the words stand in the text one after another; the number of a noun does not matter.
func mentions(_ text: String?, _ words: [String]) -> Bool {
  guard let text, !words.isEmpty else { return false }
  let have = foldedWords(text)
  guard words.count <= have.count else { return false }
  return (0...(have.count - words.count)).contains { start in
    zip(have[start...], words).allSatisfy(==)
  }
}
