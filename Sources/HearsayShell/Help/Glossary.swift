import HearsayCore
import HearsayGraph

// The vocabulary of source criticism, each word with an example from what is loaded.

/// A word, what it means, and where to see it.
struct GlossaryWord: Sendable {
  let word: String
  let meaning: String
  /// A command that shows it.
  let command: String
  /// A claim that is an example; `nil` when nothing loaded is.
  let example: @Sendable (ClaimGraph, Int) -> Bool
}

extension GlossaryWord {
  /// In the order in which one learns them.
  static let all: [GlossaryWord] = [
    GlossaryWord(
      word: "claim", meaning: "one thing somebody says: a figure, or a statement",
      command: "claims",
      example: { _, _ in true }),
    GlossaryWord(
      word: "bound", meaning: "an end a number has or lacks: at least, more than, up to",
      command: "compare",
      example: { graph, row in
        let interval = graph.claims[row].proposition.quantity?.interval
        return interval.map { ($0.low == nil) != ($0.high == nil) } ?? false
      }),
    GlossaryWord(
      word: "approximate", meaning: "a number that names a neighbourhood: about, some, nearly",
      command: "compare",
      example: { graph, row in graph.claims[row].proposition.quantity?.approximate ?? false }),
    GlossaryWord(
      word: "vague", meaning: "a count without a number: dozens, several, a handful",
      command: "compare",
      example: { graph, row in graph.claims[row].proposition.quantity?.vague != nil }),
    GlossaryWord(
      word: "as of", meaning: "the time a figure was counted for, not the time it was printed",
      command: "timeline", example: { graph, row in graph.asOfBasis(row) == .stated }),
    GlossaryWord(
      word: "chain", meaning: "who says that somebody says: paper, agency, official",
      command: "trace", example: { graph, row in graph.claims[row].chain.count > 2 }),
    GlossaryWord(
      word: "origin", meaning: "the last link of a chain, whose word it is in the end",
      command: "origins", example: { graph, row in graph.claims[row].chain.count > 1 }),
    GlossaryWord(
      word: "unnamed source", meaning: "somebody who speaks without a name", command: "anonymous",
      example: { graph, row in graph.claims[row].origin.speaker.kind == .anonymous }),
    GlossaryWord(
      word: "own voice", meaning: "what a paper says without naming anybody",
      command: "unattributed", example: { graph, row in graph.claims[row].chain.count == 1 }),
    GlossaryWord(
      word: "quotation", meaning: "words in marks: whose they are can be seen", command: "quotes",
      example: { graph, row in graph.claims[row].quote != nil }),
  ]
}

extension Session {
  /// `help words`.
  func glossaryReply() -> Reply {
    var reply = Reply("The vocabulary of source criticism")
    var section = Reply.Section(columns: [Reply.Column(""), Reply.Column("", .prose)])
    section.rows = GlossaryWord.all.map { word in
      var row = Reply.Row([word.word, "\(word.meaning); see `\(word.command)`"])
      row.details = example(of: word).map { [$0] } ?? []
      return row
    }
    reply.sections = [section]
    reply.data = GlossaryWord.all.map(data)
    return reply
  }

  private func example(of word: GlossaryWord) -> String? {
    let row =
      rows.first {
        graph.claims[$0].proposition.quantity?.kind == .count && word.example(graph, $0)
      } ?? rows.first { word.example(graph, $0) }
    return row.map { "for example “\(claimWords($0))”, \(place($0))" }
  }

  private func data(_ word: GlossaryWord) -> JSONObject {
    var object = JSONObject()
    object.add("row", "word")
    object.add("word", word.word)
    object.add("meaning", word.meaning)
    object.add("see", word.command)
    object.add("example", example(of: word))
    return object
  }

  /// `help search WORDS`: commands, clauses, settings and words of the vocabulary that speak of it.
  func searchReply(_ words: String) -> Reply {
    let wanted = folded(words)
    func speaks(_ texts: String...) -> Bool { texts.contains { folded($0).contains(wanted) } }
    var found: [[String]] = []
    for command in Command.all where speaks(command.name, command.summary, command.example) {
      found.append([command.synopsis, command.summary])
    }
    for clause in ClauseKeyword.allCases where speaks(clause.rawValue, clause.summary) {
      found.append([clause.rawValue, clause.summary])
    }
    for choice in Settings.choices where speaks(choice.name, choice.summary) {
      found.append(["set " + choice.name, choice.summary])
    }
    for word in GlossaryWord.all where speaks(word.word, word.meaning) {
      found.append([word.word, "\(word.meaning); see \(word.command)"])
    }
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column(""), Reply.Column("", .prose)], rows: found.map { Reply.Row($0) })
    ]
    if found.isEmpty { reply.notes = ["no page of help speaks of '\(words)'"] }
    reply.data = found.map { cells in
      var object = JSONObject()
      object.add("row", "page")
      object.add("name", cells[0])
      object.add("summary", cells[1])
      return object
    }
    return reply
  }
}
