import HearsayCore
import HearsayGraph

/// How a check is told: the verdict, how the statement was read, who says what, what would decide.
extension Session {
  func add(
    _ part: CheckedStatement, of text: String, isOnly: Bool, to reply: inout Reply
  ) {
    let answer = part.answer
    let headline = headline(of: part)
    if isOnly {
      reply.title = headline
      reply.sections.append(readAs(part, heading: nil))
    } else {
      reply.sections.append(readAs(part, heading: headline))
    }
    for bearing in Bearing.allCases {
      let lines = answer.lines(bearing)
      if !lines.isEmpty { reply.sections.append(section(lines, bearing)) }
      if bearing == .says, !lines.isEmpty {
        reply.sections[reply.sections.count - 1].notes += support(answer.support)
      }
    }
    if !part.ownVoice.isEmpty { reply.sections.append(ownVoiceSection(part.ownVoice)) }
    if !answer.deciding.isEmpty {
      reply.sections.append(Reply.Section("what would decide", notes: answer.deciding.map(words)))
    }
    reply.claims += answer.lines.map(\.claim)
    reply.data.append(checkData(part, text))
    for line in answer.lines { reply.data += data(line) }
  }

  /// `disputed: 1 origin says so, 3 say what cannot stand beside it`.
  private func headline(of part: CheckedStatement) -> String {
    let answer = part.answer
    let (says, against) = (origins(answer, .says), origins(answer, .contradicts))
    let nearest = answer.lines.first.map { "; the nearest: \(nearestWords($0))" } ?? ""
    let elsewhere =
      answer.lines(.saysElsewhere).isEmpty
      ? "" : "; the same is said of another time, event or part"
    switch (answer.verdict, answer.speaker) {
    case (.supported, let name?):
      let clash = against == 0 ? "" : "; \(counted(against, "origin")) cannot stand beside it"
      return "supported: \(name) is reported to say so\(clash)"
    case (.notSaid, let name?): return "not said: no article has \(name) say so\(nearest)"
    case (.cannotTell, let name?): return "cannot tell: no article has anything from \(name)"
    case (.disputed, let name?): return "disputed: \(name)"
    case (.supported, nil):
      return "supported: " + counted(says, "origin") + sayWords(says)
        + " so, nobody what cannot stand beside it"
    case (.disputed, nil):
      let who = says == 0 ? "nobody says so" : counted(says, "origin") + sayWords(says) + " so"
      return "disputed: \(who), \(against)\(sayWords(against)) what cannot stand beside it"
    case (.notSaid, nil):
      let isTold = !part.ownVoice.isEmpty
      return isTold
        ? "not said by anybody; an article tells it in its own voice"
        : "not said: nobody says so\(nearest)"
    case (.cannotTell, nil):
      return "cannot tell: nobody says so, \(counted(answer.lines(.leavesRoom).count, "claim"))"
        + " would leave room for it" + elsewhere
    }
  }

  private func sayWords(_ count: Int) -> String { count == 1 ? " says" : " say" }

  private func origins(_ answer: CheckAnswer, _ bearing: Bearing) -> Int {
    Set(answer.lines(bearing).map(\.origin.key)).count
  }

  private func nearestWords(_ line: CheckedLine) -> String {
    let claim = graph.claims[line.claim]
    let words = excerpt(claim.span.text, around: "", most: 60)
    let what = claim.proposition.quantity.map(figureText) ?? words
    return "\(what) (\(who(line.claim, line.origin)))"
  }

  /// How the statement was read: topic, number, whom it counts, for when, by whom.
  private func readAs(_ part: CheckedStatement, heading: String?) -> Reply.Section {
    var facts: [(String, String?)] = []
    if let claim = part.stated {
      let proposition = claim.proposition
      let isDated = proposition.asOfBasis != .publication
      facts = [
        ("figure", proposition.quantity.map(figureText)),
        ("of", proposition.population ?? proposition.populationText),
        ("topic", proposition.topic ?? proposition.predicate),
        ("as of", isDated ? proposition.asOf.map(timeText) : nil),
        ("said by", part.answer.speaker),
        ("words", claim.kind == .statement ? claim.span.text : nil),
        ("denied", claim.isAffirmed ? nil : "yes"),
      ]
    }
    let words = facts.compactMap { name, value in value.map { "\(name) \($0)" } }
    let text = words.isEmpty ? "its words, by nobody" : words.joined(separator: ", ")
    return Reply.Section(heading, notes: ["read as: " + text])
  }

  private func section(_ lines: [CheckedLine], _ bearing: Bearing) -> Reply.Section {
    let shown = lines.prefix(bearing == .differs ? mostNearest : lines.count)
    let rows = shown.map { line in
      Reply.Row(
        [
          String(number(line.claim)),
          graph.claims[line.claim].proposition.quantity.map(figureText) ?? "", asOfText(line.claim),
          who(line.claim, line.origin), claimWords(line.claim), places(line.claims),
        ], details: details(line))
    }
    let rest = lines.count - shown.count
    return Reply.Section(
      bearing.words, columns: [.claim, .figure, .asOf, .who, .words, .place], rows: Array(rows),
      notes: rest > 0 ? ["\(rest) more, farther away: `compare` lists them"] : [])
  }

  private func details(_ line: CheckedLine) -> [String] {
    var details: [String] = []
    let isWorthIt = [.contradicts, .overtakes, .saysElsewhere].contains(line.bearing)
    let reasons = line.link?.reasons ?? line.comparison?.reasons ?? []
    if isWorthIt, !reasons.isEmpty { details.append("because " + reasons.joined(separator: "; ")) }
    let assumptions = line.link?.assumptions ?? line.comparison?.assumptions ?? []
    if line.bearing == .contradicts, !assumptions.isEmpty {
      details.append("assuming that " + assumptions.joined(separator: "; and that "))
    }
    if let link = line.link {
      details.append("steps: `explain \(number(link.from)) \(number(link.to))`")
    }
    if let why = graph.claims[line.claim].proposition.otherEvent { details.append(why) }
    return details
  }

  private func ownVoiceSection(_ found: [(document: Int, range: ByteRange)]) -> Reply.Section {
    let rows = found.prefix(mostNearest).map { document, range in
      let text = articles[document].article.text
      return Reply.Row([
        excerpt(text.text(range), around: ""),
        place(document: document, line: text.line(at: range.start)),
      ])
    }
    return Reply.Section(
      "told by articles in their own voice", columns: [.sentence, .place], rows: Array(rows))
  }

  private func support(_ support: Independence) -> [String] {
    ["independent origins that say so: \(support.text)"] + support.notes
  }

  func words(_ need: Deciding) -> String {
    switch need {
    case .secondOrigin: "a second named source that counts for itself"
    case .namedOrigin: "a source with a name"
    case .assumption(let text): "whether it holds that \(text)"
    case .day(let row): "for when \(brief(row)) holds"
    case .exactNumber(let row): "a number instead of \(brief(row))"
    case .anySource(let nearest):
      "anybody who says so" + (nearest.map { "; the nearest is \(brief($0))" } ?? "")
    case .label: "whether those counted bear the label that somebody denies them"
    case .counts(let one, let other): "how \(brief(one)) and \(brief(other)) were counted"
    }
  }
}

/// Lines of other figures that are shown, nearest first.
private let mostNearest = 5

extension Bearing {
  fileprivate var words: String {
    switch self {
    case .says: "says so"
    case .contradicts: "cannot stand beside it"
    case .overtakes: "a later figure of a source that said so"
    case .saysElsewhere: "the same number, but of another time, event, part or speaker"
    case .leavesRoom: "does not say so, and leaves room for it"
    case .differs: "says something else, nearest first"
    }
  }
}
