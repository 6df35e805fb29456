import HearsayCore
import HearsayGraph

// What may stand behind a clause keyword.

extension CompletionGrammar {
  func clause(_ keyword: ClauseKeyword, _ given: [LineToken], _ place: CompletionPlace) -> Expected
  {
    switch keyword {
    case .where: return filter(given)
    case .by: return Expected(values: index.voices, phrase: given)
    case .in:
      return Expected(values: index.outlets + index.places + index.articles, phrase: given)
    case .since, .until, .on: return time(given)
    case .sort: return one(SortKey.allCases.map { Offer($0.rawValue, $0.summary) }, given)
    case .top:
      return one(["3", "5", "10", "20", "50"].map { Offer($0, "only so many rows") }, given)
    case .as: return format(given)
    case .to: return one(files(beginning: place.begun), given)
    }
  }

  /// A clause with one word.
  private func one(_ offers: [Offer], _ given: [LineToken]) -> Expected {
    Expected(values: given.isEmpty ? offers : [], isRanked: false, isOpen: given.isEmpty)
  }

  private func format(_ given: [LineToken]) -> Expected {
    // `as of DAY` is another way to write `until DAY`.
    if given.first?.keyword == "of" { return time(Array(given.dropFirst())) }
    let formats = OutputFormat.allCases.map { Offer($0.rawValue, $0.summary) }
    return one(formats + [Offer("of", "a day: as until")], given)
  }

  private func time(_ given: [LineToken]) -> Expected {
    guard let last = given.last?.keyword else {
      return Expected(values: index.days, others: [Self.relativeDays], isOpen: true)
    }
    switch last {
    case "day", "days", "hour", "hours":
      return Expected(values: [Offer("ago", "before the newest article")], isOpen: true)
    default:
      guard given.count == 1, Int(last) != nil else { return Expected() }
      return Expected(values: [Offer("days ago"), Offer("hours ago")], isOpen: true)
    }
  }

  private static let relativeDays =
    [Offer("today", "the day of the newest article"), Offer("yesterday", "the day before it")]
    + LineCursor.weekdays.map { day in
      Offer(day.prefix(1).uppercased() + day.dropFirst(), "the last one before the newest article")
    }

  // MARK: - where

  /// `term = "not" term | "(" filter ")" | field op value | words`, joined with `and` and `or`.
  private func filter(_ given: [LineToken]) -> Expected {
    let start = given.lastIndex(where: isBorder).map { $0 + 1 } ?? 0
    let term = Array(given[start...])
    let isClosed = given[..<start].last?.kind == .close
    guard let first = term.first else {
      return isClosed
        ? Expected(others: [logic(given)])
        : Expected(values: fields, others: [index.groups], isOpen: true)
    }
    let field = first.keyword.flatMap(FilterField.init(rawValue:))
    if term.count == 1, let field {
      return Expected(values: operators(field), isRanked: false, isOpen: true)
    }
    if term.count > 1, term[1].kind == .comparison {
      let value = Array(term[2...])
      return Expected(
        values: field.flatMap { index.values[$0] } ?? [], phrase: value,
        others: value.isEmpty ? [] : [logic(given)], isOpen: value.isEmpty)
    }
    return Expected(values: index.groups, phrase: term, others: [logic(given)])
  }

  private func isBorder(_ token: LineToken) -> Bool {
    token.kind == .open || token.kind == .close || ["and", "or", "not"].contains(token.keyword)
  }

  private var fields: [Offer] {
    FilterField.allCases.map { Offer($0.rawValue, $0.summary) }
      + [Offer("not", "turns what follows round")]
  }

  private func operators(_ field: FilterField) -> [Offer] {
    let plain = [Offer("=", "is"), Offer("!=", "is not")]
    guard field == .value else { return plain + [Offer("~", "has these letters in it")] }
    return plain + [
      Offer("<", "less than"), Offer("<=", "at most"), Offer(">", "more than"),
      Offer(">=", "at least"), Offer("~", "may be, by its bounds"),
    ]
  }

  private func logic(_ given: [LineToken]) -> [Offer] {
    let open = given.reduce(0) { $0 + ($1.kind == .open ? 1 : $1.kind == .close ? -1 : 0) }
    return [Offer("and", "both must hold"), Offer("or", "one of them must hold")]
      + (open > 0 ? [Offer(")")] : [])
  }
}

extension SortKey {
  /// What it puts first, for completion.
  fileprivate var summary: String {
    switch self {
    case .day: "by the day a figure is for"
    case .value: "by the number"
    case .speaker: "by who says it"
    case .outlet: "by who published it"
    case .file: "by file and line"
    }
  }
}
