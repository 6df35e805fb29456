import HearsayCore

// What a person sets for a session.

extension Command {
  static let set = Command(
    name: "set", usage: "[WHAT VALUE]", summary: "how answers are written from now on",
    example: "set output table", takes: .paths(isRequired: false),
    subject: .setting, clauses: [], isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      guard let first = query.paths.first, let last = query.paths.last else {
        return session.settingsReply()
      }
      let words = query.paths.map { $0.text.lowercased() }
      let phrase = Phrase(
        text: words.joined(separator: " "),
        range: first.range.lowerBound..<last.range.upperBound)
      let names = Settings.choices.map(\.name)
      guard let choice = Settings.choices.first(where: { $0.name == words[0] }) else {
        throw LineProblem(
          "unknown-setting", phrase.range, "'\(words[0])' cannot be set",
          suggestions: nearestWords(to: words[0], among: names),
          allowed: names.joined(separator: ", "))
      }
      let values = choice.values.map(\.name)
      let isDay = choice.name == "today" && words.count == 2 && Day(iso: words[1]) != nil
      guard words.count == 2, isDay || values.contains(words[1]) else {
        let value = words.dropFirst().joined(separator: " ")
        throw LineProblem(
          choice.name == "output" ? "unknown-format" : "unknown-value", phrase.range,
          value.isEmpty ? "a value is missing" : "'\(value)' is no value of \(choice.name)",
          suggestions: nearestWords(to: value, among: values),
          allowed: values.joined(separator: ", "))
      }
      choice.set(&session.settings, words[1])
      return Reply()
    })

  static let alias = Command(
    name: "alias", usage: "[NAME = COMMAND]",
    summary: "a name of your own for a command; $1 stands for the first word behind it, $* for all",
    example: "alias freed = compare released where $*", takes: .definition, clauses: [],
    isAboutTheLastAnswer: true,
    answer: { (query, session) throws(LineProblem) in
      guard case .definition(let name, let body) = query.argument else {
        return session.aliasReply()
      }
      if Command.all.contains(where: { $0.name.split(separator: " ")[0] == name.text[...] }) {
        throw LineProblem(
          "is-a-command", name.range, "'\(name.text)' is a command and stays one")
      }
      session.shortNames[name.text] = body.text.isEmpty ? nil : body.text
      return Reply()
    })
}

extension Session {
  fileprivate func settingsReply() -> Reply {
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column(""), Reply.Column(""), Reply.Column("")],
        rows: Settings.choices.map { choice in
          let values = choice.values.map(\.name).joined(separator: ", ")
          return Reply.Row([choice.name, choice.get(settings), "\(choice.summary): \(values)"])
        })
    ]
    reply.data = Settings.choices.map { choice in
      var object = JSONObject()
      object.add("row", "setting")
      object.add("name", choice.name)
      object.add("value", choice.get(settings))
      object.add("values", choice.values.map(\.name))
      return object
    }
    return reply
  }

  fileprivate func aliasReply() -> Reply {
    var reply = Reply()
    let sorted = shortNames.sorted { $0.key < $1.key }
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column(""), Reply.Column("", .words)],
        rows: sorted.map { Reply.Row([$0.key, $0.value]) })
    ]
    if sorted.isEmpty { reply.notes = ["there is none; as in: \(Command.alias.example)"] }
    reply.data = sorted.map { name, body in
      var object = JSONObject()
      object.add("row", "alias")
      object.add("name", name)
      object.add("command", body)
      return object
    }
    return reply
  }

  /// The line with a name of the person's own replaced by what it stands for.
  ///
  /// Once: what comes out is not looked at again, so no name can run in circles.
  func withoutAlias(_ line: String) -> String {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first, let body = shortNames[first] else { return line }
    let given = Array(words.dropFirst())
    var out = body
    for place in (1...9).reversed() {
      out = replaced(out, "$\(place)", place <= given.count ? given[place - 1] : "")
    }
    let all = given.joined(separator: " ")
    let takesWords = body.contains("$")
    return takesWords ? replaced(out, "$*", all) : out + (all.isEmpty ? "" : " " + all)
  }

  private func replaced(_ text: String, _ mark: String, _ words: String) -> String {
    text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: words)
  }
}
