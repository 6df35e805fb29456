import HearsayCore
import HearsayGraph

extension Command {
  static let help = Command(
    name: "help", usage: "[COMMAND|CLAUSE|keys|words|questions|search WORDS]",
    summary: "one screen of everything, or one command with examples",
    example: "help compare", takes: .words("a command", isRequired: false), subject: .command,
    answer: { (query, session) throws(LineProblem) in
      var reply = try session.helpReply(query)
      reply.isPage = true
      return reply
    })

  /// `compare EVENT`.
  var synopsis: String { usage.isEmpty ? name : name + " " + usage }
}

extension Session {
  /// Pages of help that are about no command.
  static let helpTopics = ["keys", "words", "questions", "search"]

  fileprivate func helpReply(_ query: Request) throws(LineProblem) -> Reply {
    guard case .words(let phrase) = query.argument else { return helpOverview() }
    let name = phrase.text.lowercased()
    switch name {
    case "keys": return keysReply()
    case "questions": return questionsReply()
    case "words": return glossaryReply()
    case "search":
      throw LineProblem(
        "missing", phrase.range.upperBound..<phrase.range.upperBound,
        "what to search for is missing",
        allowed: "as in: help search source")
    default: break
    }
    if name.hasPrefix("search ") { return searchReply(String(name.dropFirst("search ".count))) }
    if let command = Command.named(name) { return manual(command) }
    if let keyword = ClauseKeyword(rawValue: name) { return manual(keyword) }
    throw LineProblem(
      "unknown-command", phrase.range, "no command is named '\(phrase.text)'",
      suggestions: nearestWords(
        to: name,
        among: Command.all.map(\.name) + ClauseKeyword.allCases.map(\.rawValue)
          + Self.helpTopics), allowed: "`help` lists the commands")
  }

  // MARK: - One command

  private func manual(_ command: Command) -> Reply {
    var reply = Reply(command.synopsis)
    let corpus = CorpusWords(self)
    let page = HelpTask.page(of: command)
    let examples = (page?.examples ?? []).map { (corpus.filled($0.line), $0.remark) }
    reply.sections = [Reply.Section(notes: [command.summary]), exampleSection(examples)]
    let clauses = ClauseKeyword.allCases.filter(command.clauses.contains)
    if !clauses.isEmpty {
      reply.sections.append(pageSection("Clauses", clauses.map { ($0.rawValue, $0.summary) }))
    }
    if clauses.contains(.where) {
      reply.sections.append(
        pageSection(
          "Fields of where", FilterField.allCases.map { ($0.rawValue, $0.summary) }))
    }
    reply.data = [command.data(examples.map(\.0))]
    return reply
  }

  private func exampleSection(_ examples: [(String, String)]) -> Reply.Section {
    Reply.Section(
      "Examples", columns: [Reply.Column("", .prose)],
      rows: examples.map { Reply.Row([$0.0], details: [$0.1]) })
  }

  private func pageSection(_ heading: String?, _ rows: [(String, String)]) -> Reply.Section {
    Reply.Section(
      heading, columns: [Reply.Column(""), Reply.Column("", .prose)],
      rows: rows.map { Reply.Row([$0.0, $0.1]) })
  }

  // MARK: - One clause

  private func manual(_ keyword: ClauseKeyword) -> Reply {
    let corpus = CorpusWords(self)
    let commands = Command.all.filter { $0.clauses.contains(keyword) }.map(\.name)
    var reply = Reply(keyword.rawValue)
    reply.sections = [
      Reply.Section(notes: [keyword.summary]),
      exampleSection(keyword.examples.map { (corpus.filled($0.line), $0.remark) }),
    ]
    if keyword == .where {
      reply.sections.append(
        pageSection("Fields", FilterField.allCases.map { ($0.rawValue, $0.summary) }))
    }
    if keyword == .as {
      reply.sections.append(
        pageSection("Formats", OutputFormat.allCases.map { ($0.rawValue, $0.summary) }))
    }
    reply.notes = ["after: " + commands.joined(separator: ", ")]
    return reply
  }

  // MARK: - Keys

  private func keysReply() -> Reply {
    var reply = Reply("Keys")
    reply.sections = [pageSection(nil, HelpKey.all.map { ($0.keys, $0.use) })]
    reply.notes = ["others as in ~/.editrc, see editrc(5); a line `bind -v` there gives vi keys"]
    reply.data = HelpKey.all.map { key in
      var object = JSONObject()
      object.add("row", "key")
      object.add("keys", key.keys)
      object.add("use", key.use)
      return object
    }
    return reply
  }
}

extension Command {
  func data(_ examples: [String]) -> JSONObject {
    var object = JSONObject()
    object.add("row", "command")
    object.add("name", name)
    object.add("usage", synopsis)
    object.add("summary", summary)
    object.add("example", example)
    object.add("clauses", ClauseKeyword.allCases.filter(clauses.contains).map(\.rawValue))
    object.add("examples", examples)
    return object
  }
}
