import HearsayRules

extension Session {
  /// The questions of the rules, each with the command it is taken for.
  func questionsReply() -> Reply {
    let entries = rules?["questions.phrases"].entries ?? []
    guard !entries.isEmpty else { return Reply(notes: ["the rules name no questions"]) }
    var reply = Reply("Questions in plain words")
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column("", .prose)],
        rows: entries.map { entry in
          Reply.Row(
            [(entry.value.words.first.map(example) ?? "") + "?"],
            details: [questionUsage(entry.key)])
        })
    ]
    reply.notes = ["other wordings are listed in the rules, under `questions`"]
    reply.data = entries.map { entry in
      var object = JSONObject()
      object.add("row", "phrase")
      object.add("command", entry.key)
      object.add("patterns", entry.value.words)
      return object
    }
    return reply
  }

  /// The first wording of a pattern, its slots in capitals.
  private func example(_ pattern: String) -> String {
    guard let first = QuestionPattern(pattern)?.readings.first else { return pattern }
    return first.map { element in
      switch element {
      case .word(let word): word
      case .slot(let slot): slot.rawValue.uppercased()
      case .gap: "…"
      }
    }.joined(separator: " ")
  }
}
