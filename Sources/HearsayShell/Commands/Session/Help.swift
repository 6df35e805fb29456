import HearsayCore
import HearsayGraph

extension Command {
  static let help = Command(
    name: "help", usage: "[COMMAND|questions|words|search WORDS]",
    summary: "this list, one command with an example, or the questions in plain words",
    example: "help compare", takes: .words("a command", isRequired: false), subject: .command,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else { return overview() }
      let name = phrase.text.lowercased()
      if name == "questions" { return session.questionsReply() }
      if name == "words" { return session.glossaryReply() }
      if name.hasPrefix("search ") {
        return session.searchReply(String(name.dropFirst("search ".count)))
      }
      if let command = named(name) { return manual(command) }
      if let keyword = ClauseKeyword(rawValue: name) { return manual(keyword) }
      throw LineProblem(
        "unknown-command", phrase.range, "no command is named '\(phrase.text)'",
        suggestions: nearestWords(to: name, among: all.map(\.name)))
    })

  private static func overview() -> Reply {
    let columns = [Reply.Column(""), Reply.Column("")]
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        "Commands", columns: columns,
        rows: all.map { Reply.Row([$0.synopsis, $0.summary]) }),
      Reply.Section(
        "Clauses, in any order", columns: columns,
        rows: ClauseKeyword.allCases.map { Reply.Row([$0.rawValue, $0.summary]) }),
    ]
    reply.notes = [
      "`help words` explains the vocabulary, `help search WORDS` finds a page.",
      "`help questions` lists what may be asked in plain words, as in: how many were released?",
      "`help COMMAND` says more. `;` parts commands, `#` begins a comment."
        + " 31 is a claim, d3 an article, s2 a source, @1 a row of the last answer.",
    ]
    reply.data = all.map(\.data)
    return reply
  }

  private static func manual(_ command: Command) -> Reply {
    var reply = Reply(command.synopsis)
    reply.notes = [command.summary, "example: " + command.example]
    let clauses = ClauseKeyword.allCases.filter(command.clauses.contains)
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column(""), Reply.Column("")],
        rows: clauses.map { Reply.Row([$0.rawValue, $0.summary]) })
    ]
    if clauses.contains(.where) {
      reply.sections.append(
        Reply.Section(
          "Fields of where", columns: [Reply.Column(""), Reply.Column("")],
          rows: FilterField.allCases.map { Reply.Row([$0.rawValue, $0.summary]) }))
    }
    reply.data = [command.data]
    return reply
  }

  private static func manual(_ keyword: ClauseKeyword) -> Reply {
    let commands = all.filter { $0.clauses.contains(keyword) }.map(\.name)
    return Reply(
      keyword.rawValue, notes: [keyword.summary, "after: " + commands.joined(separator: ", ")])
  }

  /// `compare EVENT`.
  var synopsis: String { usage.isEmpty ? name : name + " " + usage }

  private var data: JSONObject {
    var object = JSONObject()
    object.add("row", "command")
    object.add("name", name)
    object.add("usage", synopsis)
    object.add("summary", summary)
    object.add("example", example)
    object.add("clauses", ClauseKeyword.allCases.filter(clauses.contains).map(\.rawValue))
    return object
  }
}
