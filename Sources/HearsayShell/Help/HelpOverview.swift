/// The one screen of help: what one wants to do, and the commands for it.
extension Session {
  func helpOverview() -> Reply {
    var reply = overviewPage()
    let corpus = CorpusWords(self)
    reply.notes.insert(
      corpus.filled("Begin: `events`, `compare {event}`, `who said {number}`, `conflicts`."), at: 0)
    return reply
  }
}

/// What of the screen is the same for every story.
package func overviewPage() -> Reply {
  var reply = Reply("Commands; `help COMMAND` has three examples of each, Tab completes")
  reply.isPage = true
  reply.sections = [
    Reply.Section(
      columns: [Reply.Column(""), Reply.Column("", .prose)],
      rows: HelpTask.all.map { task in
        Reply.Row([task.title, task.pages.map(\.command).joined(separator: ", ")])
      }
        + [
          Reply.Row([
            "behind most",
            ClauseKeyword.allCases.map(\.rawValue).joined(separator: ", ") + ", |",
          ])
        ])
  ]
  reply.notes = [
    "`help keys`, `help words`, `help questions`, `help search WORDS` say more.",
    "31 is a claim, d3 an article, s2 a source, @1 a row of the last answer."
      + " `;` parts commands, `#` begins a comment, `!` starts a program.",
  ]
  reply.data = Command.all.map { $0.data(HelpTask.page(of: $0)?.examples.map(\.line) ?? []) }
  return reply
}
