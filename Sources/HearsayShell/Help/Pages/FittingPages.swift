// Help for what fits, and for where it comes from.

extension HelpTask {
  static let fitting = HelpTask(
    "see what fits",
    [
      HelpPage(
        "conflicts",
        [
          ("conflicts", "what cannot stand side by side, and why"),
          ("conflicts {event} top 3", "of one event, the gravest"),
          ("conflicts as jsonl | wc -l", "to another program"),
        ]),
      HelpPage(
        "compatible",
        [
          ("compatible", "what only looks like a conflict"),
          ("compatible {event}", "of one event"),
          ("compatible top 3 as lines", "each row a sentence"),
        ]),
      HelpPage(
        "explain",
        [
          ("explain {a} {b}", "two claims, step by step"),
          ("conflicts; explain @1", "the pair of the first row"),
          ("explain {a} {b} as json", "for a program"),
        ]),
    ])

  static let origins = HelpTask(
    "see where it comes from",
    [
      HelpPage(
        "trace",
        [
          ("trace {claim}", "the way it took, from origin to article"),
          ("trace \"{words}\"", "the same of words"),
          ("trace @1", "of the first row of the last answer"),
        ]),
      HelpPage(
        "origins",
        [
          ("origins", "who counted, and not who printed"),
          ("origins {event}", "of one event"),
          ("origins by {name}", "of one source"),
        ]),
      HelpPage(
        "source",
        [
          ("source {name}", "everything that goes back to somebody"),
          ("source s1", "by the number in `sources`"),
          ("sources top 5; source @2", "the second row of the last answer"),
        ]),
      HelpPage(
        "cites",
        [
          ("cites", "which paper credits which other, and for what"),
          ("cites top 3", "the first three"),
          ("cites as jsonl", "for a program"),
        ]),
      HelpPage(
        "single-source",
        [
          ("single-source", "figures that rest on one origin alone"),
          ("single-source {event}", "of one event"),
          ("single-source top 5 as md", "a table for a text"),
        ]),
      HelpPage(
        "corroborated",
        [
          ("corroborated", "figures that several origins give"),
          ("corroborated {event}", "of one event"),
          ("corroborated as lines", "each row a sentence"),
        ]),
      HelpPage(
        "reuse",
        [
          ("reuse", "which articles share text, and whose it probably is"),
          ("reuse d0", "of one article"),
          ("reuse top 2", "the two that share most"),
        ]),
      HelpPage(
        "duplicates",
        [
          ("duplicates", "text printed twice"),
          ("duplicates top 3", "the first three"),
          ("duplicates as jsonl", "with places, for a program"),
        ]),
    ])
}
