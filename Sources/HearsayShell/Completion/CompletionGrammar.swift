import HearsayCore
import HearsayGraph

/// What the grammar wants at a place.
struct Expected {
  /// Values of the argument or clause the cursor is in, commonest first.
  var values: [Offer] = []
  /// Words before the cursor that may belong to the same value.
  var phrase: [LineToken] = []
  /// What else may stand there: clauses, logic.
  var others: [[Offer]] = []
  /// Whether the first are likelier than the last.
  var isRanked = true
  /// Whether something must stand there before a clause may follow.
  var isOpen = false
}

/// Follows the grammar of the line up to the cursor.
struct CompletionGrammar {
  let session: Session
  /// What the corpus holds; in a clause, what is left of it by the words before.
  private(set) var index: CompletionIndex
  let narrower: NarrowerCounts

  func expected(at place: CompletionPlace) -> Expected {
    guard let (command, count) = command(of: place.tokens) else { return beginning(place) }
    let rest = Array(place.tokens.dropFirst(count))
    var expected = inside(command, rest, place)
    if rest.isEmpty, count == 1 {
      expected.others.insert(secondWords(of: command.name), at: 0)
    }
    return expected
  }

  /// The command of the words, and how many of them are its name.
  private func command(of tokens: [LineToken]) -> (command: Command, words: Int)? {
    guard let first = tokens.first?.keyword else { return nil }
    if tokens.count > 1, let second = tokens[1].keyword,
      let command = Command.named(first + " " + second)
    {
      return (command, 2)
    }
    return Command.named(first).map { ($0, 1) }
  }

  /// The name of a command, or a question in plain words.
  private func beginning(_ place: CompletionPlace) -> Expected {
    var expected = Expected(isRanked: false)
    if place.tokens.isEmpty {
      guard !place.isQuoted else { return expected }
      expected.values = commands + lessonWords
      // A bare Tab shows the commands; questions come with their first letter.
      if !place.begun.isEmpty { expected.others = [questions(place)] }
    } else {
      let first = place.tokens[0].keyword ?? ""
      if place.tokens.count == 1 { expected.values = secondWords(of: first) }
      let known = Set(expected.values.map(\.text))
      expected.others = [questions(place).filter { !known.contains($0.text) }]
    }
    return expected
  }

  private var commands: [Offer] {
    let short = session.shortNames.sorted { $0.key < $1.key }
    return Command.all.map { Offer($0.name, $0.summary) }
      + short.map { Offer($0.key, "short for: " + $0.value) }
  }

  private var lessonWords: [Offer] {
    guard session.isInLesson else { return [] }
    return [
      Offer("hint", "in a lesson: one hint more"), Offer("skip", "in a lesson: on without answer"),
      Offer("back", "in a lesson: to the question before"),
      Offer("progress", "in a lesson: how far you are"),
    ]
  }

  /// `said` after `who`, `stats` after `rules`.
  private func secondWords(of first: String) -> [Offer] {
    let start = first + " "
    return Command.all.filter { $0.name.hasPrefix(start) }.map {
      Offer(String($0.name.dropFirst(start.count)), $0.summary)
    }
  }

  private func questions(_ place: CompletionPlace) -> [Offer] {
    index.questions.next(after: place.tokens, begun: place.begun, in: index)
  }

  // MARK: - Behind the name

  private func inside(_ command: Command, _ rest: [LineToken], _ place: CompletionPlace)
    -> Expected
  {
    if place.begun.hasPrefix("@") { return Expected(values: rows(place)) }
    if command.takes == .definition { return definition(rest, place) }
    if command.takes == .expectation { return expectation(rest, place) }
    guard let at = lastClause(command, rest), let word = rest[at].keyword,
      let keyword = ClauseKeyword(rawValue: word)
    else {
      var expected = argument(of: command, rest, place)
      if isComplete(command, rest) { expected.others.append(clauses(command, rest)) }
      return expected
    }
    let given = Array(rest[(at + 1)...])
    var inClause = self
    let words = place.tokens.dropLast(rest.count - at)
    if at > 0, let narrow = narrower.index(Array(words), command, session, index) {
      inClause.index = narrow
    }
    var expected = inClause.clause(keyword, given, place)
    if !given.isEmpty, !expected.isOpen { expected.others.append(clauses(command, rest)) }
    return expected
  }

  /// Where the clause begins that the cursor is in.
  private func lastClause(_ command: Command, _ rest: [LineToken]) -> Int? {
    if command.takes == .statement, rest.first?.kind != .string { return nil }
    return rest.lastIndex { token in
      token.keyword.flatMap(ClauseKeyword.init(rawValue:)).map(command.clauses.contains) ?? false
    }
  }

  /// Whether clauses may follow what there is of the argument.
  private func isComplete(_ command: Command, _ rest: [LineToken]) -> Bool {
    switch command.takes {
    case .nothing: true
    case .words(_, let isRequired), .paths(let isRequired): !isRequired || !rest.isEmpty
    case .quantityOrWords, .references: !rest.isEmpty
    case .sentenceAndWords: rest.count > 1
    case .statement: rest.count == 1 && rest[0].kind == .string
    case .definition, .expectation: false
    }
  }

  private func clauses(_ command: Command, _ rest: [LineToken]) -> [Offer] {
    let used = Set(rest.compactMap(\.keyword))
    return ClauseKeyword.allCases
      .filter { command.clauses.contains($0) && !used.contains($0.rawValue) }
      .map { Offer($0.rawValue, $0.summary) }
  }

  /// `alias NAME = COMMAND`: behind the sign a command as at the start of a line.
  private func definition(_ rest: [LineToken], _ place: CompletionPlace) -> Expected {
    guard let sign = rest.firstIndex(where: { $0.text == "=" }) else {
      let names = session.shortNames.sorted { $0.key < $1.key }
      return rest.isEmpty
        ? Expected(values: names.map { Offer($0.key, "now: " + $0.value) })
        : Expected(values: [Offer("=", "what it stands for")])
    }
    let body = Array(rest[(sign + 1)...])
    guard let (command, count) = command(of: body) else {
      let isFirst = body.isEmpty
      return Expected(
        values: isFirst ? commands : secondWords(of: body[0].keyword ?? ""), isRanked: false)
    }
    return inside(command, Array(body.dropFirst(count)), place)
  }

  private func expectation(_ rest: [LineToken], _ place: CompletionPlace) -> Expected {
    guard let kind = rest.first?.keyword else {
      return Expected(values: Expectation.kinds.map { Offer($0) }, isRanked: false)
    }
    switch kind {
    case "no" where rest.count == 1: return Expected(values: [Offer("words", "not in the answer")])
    case "conflict" where rest.count < 3, "agree" where rest.count < 3,
      "value" where rest.count == 1:
      return Expected(values: claims(besides: rest, place))
    case "row" where rest.count == 2:
      let keys = session.last?.reply?.data.first?.fields.map(\.key) ?? []
      return Expected(values: keys.map { Offer($0) })
    default: return Expected()
    }
  }
}
