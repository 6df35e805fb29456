// Help for those who open a story, and for those who ask what is said in it.

extension HelpTask {
  static let lookingAround = HelpTask(
    "look around",
    [
      HelpPage(
        "events",
        [
          ("events", "what the articles tell of, the commonest first"),
          ("events top 3", "only the first three"),
          ("events as csv", "for a spreadsheet"),
        ]),
      HelpPage(
        "articles",
        [
          ("articles", "with the day of each, and how that is known"),
          ("show d0", "the claims of the first article"),
          ("articles as jsonl", "every fact, one object an article"),
        ]),
      HelpPage(
        "sources",
        [
          ("sources top 5", "those with most claims"),
          ("sources where event = {event}", "who says something about it"),
          ("source s1", "everything that goes back to the first"),
        ]),
      HelpPage(
        "who is",
        [
          ("who is {name}", "roles, spellings, first mention"),
          ("who is @1", "the same, of the first row of the last answer"),
          ("who is {name} as json", "for a program"),
        ]),
      HelpPage(
        "aliases",
        [
          ("aliases", "every name with more than one spelling"),
          ("aliases {name}", "the spellings of one name"),
          ("aliases as csv", "for a spreadsheet"),
        ]),
      HelpPage(
        "status",
        [
          ("status", "how much is loaded, and from where"),
          ("status as json", "for a program"),
          ("status; events", "two commands in one line"),
        ]),
    ])

  static let sayings = HelpTask(
    "see what is said",
    [
      HelpPage(
        "compare",
        [
          ("compare {event}", "every figure of it, by origin, and how they fit"),
          ("compare {event} by {name}", "only what one source says"),
          ("compare {event} sort value top 5 as table", "the five smallest, without a plot"),
        ]),
      HelpPage(
        "who said",
        [
          ("who said {number}", "everybody behind a number, in any notation"),
          ("who said at least 1", "a bound is a number too"),
          ("who said \"{words}\"", "everybody behind words"),
        ]),
      HelpPage(
        "claims",
        [
          ("claims {event}", "figures and statements, one a line"),
          ("claims where value >= 2 and kind = count", "by conditions: `help where`"),
          ("claims by {name} as md", "a table for a text"),
        ]),
      HelpPage(
        "timeline",
        [
          ("timeline {event}", "figures in order of the time they hold for"),
          ("timeline {event} until {day}", "only those for that day or earlier"),
          ("timeline to timeline.csv", "into a file; its name tells the format"),
        ]),
      HelpPage(
        "when",
        [
          ("when {number}", "when it happened, was counted, was said, was printed"),
          ("when {event} top 3", "the same of an event"),
          ("when @", "of every claim of the last answer"),
        ]),
      HelpPage(
        "known",
        [
          ("known as of {day}", "what was out by that day"),
          ("known as of {day} where event = {event}", "of one event"),
          ("known as of yesterday top 3", "reckoned from the newest article"),
        ]),
      HelpPage(
        "check",
        [
          ("check Police said 12 people were hurt", "does anybody say so?"),
          ("check {name} said {number} were {event}", "does this source say so?"),
          ("check \"12 people were hurt\" as json", "with quotation marks, clauses may follow"),
        ]),
    ])
}
