import HearsayCore
import HearsayFormats
import HearsayGraph

/// A line of an article as answers print it: `d3-signal-wire.txt:14`, or `d3:14`.
struct ArticleLine: Hashable, Sendable {
  var document: Int
  /// From 1.
  var line: Int
}

extension Session {
  /// The line that words name, when an article is called so; an error when it has no such line.
  func articleLine(_ phrase: Phrase) throws(LineProblem) -> ArticleLine? {
    guard let colon = phrase.text.lastIndex(of: ":"),
      let line = Int(phrase.text[phrase.text.index(after: colon)...]),
      let document = document(named: String(phrase.text[..<colon]))
    else { return nil }
    let text = articles[document].article.text
    let endsItsLast = text.lineStarts.last.map(Int.init) == text.bytes.count
    let lines = max(1, text.lineStarts.count - (endsItsLast ? 1 : 0))
    guard (1...lines).contains(line) else {
      throw LineProblem(
        "no-such-line", phrase.range, "there is no line \(line)",
        allowed: "`\(Path.leaf(graph.documents[document].file))` has 1 to \(lines)")
    }
    return ArticleLine(document: document, line: line)
  }

  /// By number, by the name that answers print, or by the whole path.
  private func document(named name: String) -> Int? {
    let file = documentName(name)
    return graph.documents.indices.first {
      graph.documents[$0].file == file || place(document: $0, line: nil) == file
    }
  }

  /// The claims whose words begin on the line.
  func claimRows(on line: ArticleLine) -> [Int] {
    graph.claimRows[line.document].filter { graph.claims[$0].span.line == line.line }
  }

  /// The line's sentences, whole, and what was read of them.
  func show(_ line: ArticleLine, in reply: inout Reply) {
    var section = Reply.Section(
      place(document: line.document, line: line.line), columns: [Reply.Column("", .prose)])
    section.rows = words(of: line).map { Reply.Row([$0]) }
    if section.rows.isEmpty { section.notes = ["no words stand there"] }
    reply.sections.append(section)
    let rows = claimRows(on: line)
    if !rows.isEmpty {
      reply.sections.append(claimSection(rows, heading: counted(rows.count, "claim")))
    }
    append(rows, to: &reply)
  }

  /// Sentences that begin on the line; of furniture and the like, which has none, its text.
  private func words(of line: ArticleLine) -> [String] {
    let item = articles[line.document]
    let text = item.article.text
    let sentences = item.reading.sentences.filter { text.line(at: $0.range.start) == line.line }
    if !sentences.isEmpty { return sentences.map { text.text($0.range) } }
    let starts = text.lineStarts
    let start = Int(starts[line.line - 1])
    let end = line.line < starts.count ? Int(starts[line.line]) : text.bytes.count
    let words = printable(text.text(ByteRange(start, end)))
    return words.isEmpty ? [] : [words]
  }
}
