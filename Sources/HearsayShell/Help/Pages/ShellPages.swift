// Help for deciding by hand, learning, scripts and the shell itself.

extension HelpTask {
  static let deciding = HelpTask(
    "decide by hand",
    [
      HelpPage(
        "merge",
        [
          ("merge {name} {name2}", "the second name is another of the first"),
          ("merge {name} {name2}; aliases {name}", "and look at it"),
          ("merge {name} {name2}; undo", "and take it back"),
        ]),
      HelpPage(
        "split",
        [
          ("split {name}", "a name stands for nobody but itself"),
          ("split {name}; who is {name}", "and look at it"),
          ("split {name}; undo", "and take it back"),
        ]),
      HelpPage(
        "same",
        [
          ("same {a} {b}", "two claims go back to one origin"),
          ("same {a} {b}; edits", "and list what was decided"),
          ("same {a} {b}; undo", "and take it back"),
        ]),
      HelpPage(
        "not-same",
        [
          ("not-same {a} {b}", "two claims go back to two origins"),
          ("not-same {a} {b}; edits", "and list what was decided"),
          ("not-same {a} {b}; undo", "and take it back"),
        ]),
      HelpPage(
        "note",
        [
          ("note {claim} \"ask the desk\"", "a remark that stands under a claim"),
          ("note {claim} ask the desk; show {claim}", "and see it there"),
          ("note @1 \"who counted?\"", "under the first row of the last answer"),
        ]),
      HelpPage(
        "undo",
        [
          ("note {claim} oops; undo", "takes the last decision back"),
          ("split {name}; undo; edits", "nothing is left of it"),
          ("note {claim} a; note {claim} b; undo; undo", "one at a time"),
        ]),
      HelpPage(
        "redo",
        [
          ("note {claim} oops; undo; redo", "puts back what was taken back"),
          ("split {name}; undo; redo; edits", "and there it is again"),
          ("note {claim} a; note {claim} b; undo; undo; redo; redo", "one at a time"),
        ]),
      HelpPage(
        "edits",
        [
          ("edits", "what was decided by hand"),
          ("edits as jsonl", "for a program"),
          ("edits to edits.md", "into a file"),
        ]),
    ])

  static let learning = HelpTask(
    "learn",
    [
      HelpPage(
        "lesson",
        [
          ("lesson lessons/1-numbers-have-bounds.lesson.md", "begins, or goes on where you left"),
          ("lesson lessons/3-who-is-speaking.lesson.md", "any of the six"),
          ("lesson lessons/6-what-nobody-knows.lesson.md", "`quit` leaves and keeps your place"),
        ]),
      HelpPage(
        "quiz",
        [
          ("quiz", "questions made of what is loaded"),
          ("quiz {event}", "about one event"),
          ("help lesson", "the course that comes with it"),
        ]),
      HelpPage(
        "help",
        [
          ("help compare", "one command, with examples that work here"),
          ("help words", "the vocabulary, with examples from what is loaded"),
          ("help search source", "every page that speaks of it"),
        ]),
    ])

  static let scripts = HelpTask(
    "write scripts",
    [
      HelpPage(
        "run",
        [
          ("run seeds/first-look.hearsay", "what to ask of any story first"),
          ("run lessons/1-numbers-have-bounds.lesson.md", "the commands of a lesson"),
          ("run \"seeds/first-look.hearsay\"", "quotation marks for a name with blanks"),
        ]),
      HelpPage(
        "record",
        [
          ("record on session.hearsay", "what you type becomes a script"),
          ("record on my.lesson.md", "or the skeleton of a lesson"),
          ("record on log.hearsay; events; record off", "until here"),
        ]),
      HelpPage(
        "expect",
        [
          ("compare {event}; expect words \"{event}\"", "the answer says it"),
          ("events; expect no words \"the whole truth\"", "the answer does not"),
          ("show {claim}; expect claims 1", "so many claims; also `expect conflicts 2`"),
        ]),
      HelpPage(
        "last",
        [
          ("events; last as csv", "the last answer in another format"),
          ("compare {event}; last to compare.md", "into a file"),
          ("claims {event}; last as jsonl | wc -l", "to another program"),
        ]),
      HelpPage(
        "history",
        [
          ("history", "the last twenty lines typed"),
          ("history 100", "more of them"),
          ("history compare", "those with a word in them"),
        ]),
    ])

  static let shell = HelpTask(
    "use the shell",
    [
      HelpPage(
        "load",
        [
          ("load {path}", "files, folders, or a corpus.yaml"),
          ("load {article}", "one article more"),
          ("load {path}; status", "and see how much there is"),
        ]),
      HelpPage(
        "reload",
        [
          ("reload", "reads again what has changed on the disk"),
          ("reload; status", "and see what there is now"),
          ("reload as json", "what changed, for a program"),
        ]),
      HelpPage(
        "rules",
        [
          ("rules", "topics, populations and names that the rules know"),
          ("rules as json", "for a program"),
          ("rules rules/english.yaml", "puts other rules in force"),
        ]),
      HelpPage(
        "rules stats",
        [
          ("rules stats top 5", "which rules fire here, and how often"),
          ("rules stats", "and which never do"),
          ("rules stats as csv", "for a spreadsheet"),
        ]),
      HelpPage(
        "diff-rules",
        [
          ("diff-rules rules/english.yaml rules/venezuela.yaml", "what the second gains and loses"),
          ("diff-rules rules/english.yaml rules/venezuela.yaml top 3", "the first three"),
          ("diff-rules rules/english.yaml rules/venezuela.yaml as json", "for a program"),
        ]),
      HelpPage(
        "set",
        [
          ("set", "everything that can be set, and how it is"),
          ("set output lines", "each row a sentence; `set output auto` takes it back"),
          ("set today 2026-01-14", "the day that `yesterday` counts from"),
        ]),
      HelpPage(
        "alias",
        [
          ("alias first = claims {event} top $1", "then `first 3` stands for it"),
          ("alias", "those there are"),
          ("alias first =", "takes the name back"),
        ]),
      HelpPage(
        "quit",
        [
          ("quit", "leaves; so does Ctrl-D on an empty line"),
          ("status; quit", "a last look"),
          ("exit", "also `q` and `:q`"),
        ]),
    ])
}
