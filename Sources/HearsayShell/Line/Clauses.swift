package import HearsayCore
package import HearsayGraph

/// Words of a line, as one text with its place.
package struct Phrase: Hashable, Sendable {
  /// The words with one space between.
  package var text: String
  /// The code points of the line.
  package var range: Range<Int>
  /// Whether they stood between quotation marks.
  package var isQuoted: Bool

  /// Words.
  package init(text: String, range: Range<Int>, isQuoted: Bool = false) {
    self.text = text
    self.range = range
    self.isQuoted = isQuoted
  }
}

/// A time of the line; weekdays, days without a year and `ago` are reckoned from the newest article.
package enum TimePoint: Hashable, Sendable {
  case day(Day)
  case moment(Moment)
  /// 1 for Monday.
  case weekday(Int)
  /// The day, and the month from 1 on; the last one up to the newest article.
  case dayOfMonth(Int, Int)
  case daysAgo(Int)
  case hoursAgo(Int)
}

/// How an answer is written.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case plot, table, lines, csv, md, json, jsonl

  /// What it is, for completion and help.
  package var summary: String {
    switch self {
    case .plot: "figures on an axis"
    case .table: "columns for reading"
    case .lines: "one sentence a line, for screen readers and grep"
    case .csv: "RFC 4180, for spreadsheets"
    case .md: "tables in Markdown"
    case .json: "one JSON document"
    case .jsonl: "one JSON object a line"
    }
  }

  /// Whether programs read it, so that errors are data too.
  package var isForPrograms: Bool { self == .json || self == .jsonl }
}

/// `speaker = Romero`, with the place of the name.
struct FieldValue: Hashable, Sendable {
  let field: FilterField
  let words: Phrase
}

/// What may follow a command, in any order, each at most once.
package struct Clauses: Hashable, Sendable {
  package var filter: Filter?
  /// The values in it that a field should have, where they stand in the line.
  var values: [FieldValue] = []
  package var speaker: Phrase?
  package var place: Phrase?
  package var since: TimePoint?
  package var until: TimePoint?
  package var on: TimePoint?
  package var sort: SortKey?
  package var top: Int?
  package var format: OutputFormat?
  package var path: Phrase?
  /// The program behind `|`, as the system's shell takes it.
  package var program: Phrase?

  package init() {}

  /// Whether some clause leaves claims out.
  package var narrows: Bool {
    filter != nil || speaker != nil || place != nil || since != nil || until != nil || on != nil
  }
}

/// A clause keyword and what follows it.
package enum ClauseKeyword: String, Hashable, Sendable, CaseIterable {
  case `where`, by, `in`, since, until, on, sort, top, `as`, to

  /// What it does, for completion and help.
  package var summary: String {
    switch self {
    case .where: "only claims that fit, as in `where value >= 60`"
    case .by: "only what this speaker says"
    case .in: "only this article, outlet or place"
    case .since: "only figures for this time or later"
    case .until: "only figures for this time or earlier"
    case .on: "only figures for this day"
    case .sort: "value, day, speaker, outlet or file"
    case .top: "only so many rows"
    case .as: "plot, table, lines, csv, md, json or jsonl"
    case .to: "write the answer to a file"
    }
  }

  /// A line with it, for who begins a line with it.
  var example: String {
    switch self {
    case .where: "claims where value >= 60"
    case .by: "claims by \"Foro Penal\""
    case .in: "claims in d1"
    case .since, .until, .on: "claims \(rawValue) 2026-01-12"
    case .sort: "claims sort value"
    case .top: "claims top 5"
    case .as: "last as csv"
    case .to: "last to answer.csv"
    }
  }
}
