extension ClauseKeyword {
  /// Three lines to type, each with what it does.
  var examples: [HelpPage.Example] {
    lines.map { HelpPage.Example(line: $0.line, remark: $0.remark) }
  }

  private var lines: [(line: String, remark: String)] {
    switch self {
    case .where:
      [
        ("claims where value >= 2", "a field and a value"),
        ("claims where speaker = {name} or kind = statement", "`and`, `or`, `not`, parentheses"),
        ("conflicts where {event}", "words: they stand in the claim or name who is counted"),
      ]
    case .by:
      [
        ("claims by {name}", "what one source says"),
        ("compare {event} by {name}", "its figures"),
        ("sources top 5; claims by @1", "the source in the first row of the last answer"),
      ]
    case .in:
      [
        ("claims in d0", "one article"), ("conflicts in d0", "those it has a part in"),
        ("articles; claims in @1", "the first row of the last answer"),
      ]
    case .since:
      [
        ("claims since {day}", "that day or later"), ("timeline since Monday", "the last Monday"),
        ("claims since 2 days ago", "reckoned from the newest article"),
      ]
    case .until:
      [
        ("claims until {day}", "that day or earlier"),
        ("compare {event} as of {day}", "the same in other words"),
        ("timeline until yesterday", "reckoned from the newest article"),
      ]
    case .on:
      [
        ("claims on {day}", "that day"),
        ("timeline on yesterday", "reckoned from the newest article"),
        ("compare {event} on {day}", "the figures for it"),
      ]
    case .sort:
      [
        ("claims {event} sort value", "the smallest first"),
        ("claims sort speaker top 9", "by name"), ("compare {event} sort outlet", "by paper"),
      ]
    case .top:
      [
        ("claims top 3", "three rows"), ("conflicts top 1", "the gravest"),
        ("events top 5", "the commonest"),
      ]
    case .as:
      [
        ("compare {event} as table", "without a plot"), ("claims as csv", "for a spreadsheet"),
        ("conflicts as jsonl | wc -l", "for a program"),
      ]
    case .to:
      [
        ("claims to claims.csv", "the name tells the format"),
        ("compare {event} to {event}.md", "a table for a text"),
        ("claims as lines to claims.txt", "or `as` does"),
      ]
    }
  }
}
