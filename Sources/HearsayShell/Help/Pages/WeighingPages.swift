// Help for opening a line, and for weighing what it says.

extension HelpTask {
  static let opening = HelpTask(
    "open a line",
    [
      HelpPage(
        "show",
        [
          ("show {claim}", "the sentence with its neighbours, and what was read"),
          ("show d0:5", "a line of an article, and the claims on it"),
          ("show @1", "the first row of the last answer"),
        ]),
      HelpPage(
        "why",
        [
          ("why {claim}", "the rules behind a claim"),
          ("why {a} {b}", "how two claims bear on each other"),
          ("why \"Police said 12 people were hurt.\"", "every step of reading a sentence"),
        ]),
      HelpPage(
        "why-not",
        [
          ("why-not \"They let the six men walk.\" {event}", "why it is no claim about that"),
          ("why-not {claim} {event}", "the same of a claim's own sentence"),
          ("why-not {claim} {event} as json", "for a program"),
        ]),
    ])

  static let weighing = HelpTask(
    "weigh it",
    [
      HelpPage(
        "criteria",
        [
          ("criteria d0", "what the article is, how near, on whom it rests, whose interest"),
          ("articles; criteria @1", "by the row of the last answer"),
          ("criteria d0 as json", "for a program"),
        ]),
      HelpPage(
        "grade",
        [
          ("grade", "the letter the rules give each source"),
          ("grade {name}", "of one source"),
          ("grade as csv", "for a spreadsheet"),
        ]),
      HelpPage(
        "interested",
        [
          ("interested", "claims of those with a stake"),
          ("interested {event}", "of one event"),
          ("interested top 3", "the first three"),
        ]),
      HelpPage(
        "anonymous",
        [
          ("anonymous", "claims on the word of people without a name"),
          ("anonymous {event}", "of one event"),
          ("anonymous as lines", "each row a sentence"),
        ]),
      HelpPage(
        "unattributed",
        [
          ("unattributed top 5", "what papers say in their own voice"),
          ("unattributed {event}", "of one event"),
          ("unattributed in d0", "in one article"),
        ]),
      HelpPage(
        "hedged",
        [
          ("hedged", "claims that their own words weaken"),
          ("hedged top 5", "the first five"),
          ("hedged as csv", "for a spreadsheet"),
        ]),
      HelpPage(
        "framing",
        [
          ("framing", "loaded and neutral words, and who uses them"),
          ("framing as csv", "for a spreadsheet"),
          ("framing to framing.md", "into a file"),
        ]),
      HelpPage(
        "quotes",
        [
          ("quotes", "what became of a quotation in other papers"),
          ("quotes top 3", "the first three"),
          ("quotes as lines", "each row a sentence"),
        ]),
      HelpPage(
        "shifts",
        [
          ("shifts", "what changed between two tellings of one origin"),
          ("shifts {event}", "of one event"),
          ("shifts top 3", "the first three"),
        ]),
      HelpPage(
        "stale",
        [
          ("stale", "figures that are older than they look"),
          ("stale {event}", "of one event"),
          ("stale top 3", "the first three"),
        ]),
      HelpPage(
        "unknown",
        [
          ("unknown", "what nobody says"),
          ("unknown top 5", "the first five gaps"),
          ("unknown in d0", "in one article"),
        ]),
      HelpPage(
        "leftovers",
        [
          ("leftovers", "what is on the page and no part of the article"),
          ("leftovers as jsonl", "with the bytes, for a program"),
          ("leftovers to leftovers.csv", "into a file"),
        ]),
    ])
}
