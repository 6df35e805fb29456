import HearsayCore
import HearsayGraph
import HearsayReading
import HearsayRules

extension Command {
  static let check = Command(
    name: "check", usage: "STATEMENT",
    summary: "who says so, who says what cannot stand beside it, and what would decide",
    example: "check Foro Penal said 56 prisoners had been freed", takes: .statement,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else { return Reply() }
      return try session.checkReply(phrase)
    })
}

/// A statement, or the part of it that makes one claim, and what came of laying it beside others.
struct CheckedStatement {
  /// What was read; `nil` when only its words could be compared.
  var stated: Claim?
  var answer: CheckAnswer
  /// Sentences of articles with its words, which make no claim of anybody.
  var ownVoice: [(document: Int, range: ByteRange)] = []
}

extension Session {
  fileprivate mutating func checkReply(_ phrase: Phrase) throws(LineProblem) -> Reply {
    guard var reader else { throw noRules(phrase.range) }
    guard !graph.claims.isEmpty else {
      throw LineProblem(
        "nothing-loaded", phrase.range, "no article is loaded", allowed: "`load FOLDER` reads some")
    }
    let alone = alone(phrase.text)
    let reading = reader.read(alone.article)
    let parts = checked(reading, phrase.text)
    if parts.isEmpty {
      throw LineProblem(
        "no-statement", phrase.range, "there is nothing to check in it",
        allowed: "as in: \(Command.check.example)")
    }
    var reply = Reply()
    for part in parts { add(part, of: phrase.text, isOnly: parts.count == 1, to: &reply) }
    reply.notes.append(
      "what is said, not what is so; `why \"\(phrase.text)\"` shows how the statement was read")
    return reply
  }

  /// One check a figure; without figures one a statement; without claims one of the bare words.
  private mutating func checked(_ reading: Reading, _ text: String) -> [CheckedStatement] {
    let figures = reading.claims.filter { $0.kind == .figure && $0.isAffirmed }
    if !figures.isEmpty { return figures.map { checkedFigure($0) } }
    let negations = negations
    let spoken = reading.claims.filter { $0.chain.count > 1 }
    let stated = spoken.compactMap { claim -> CheckedStatement? in
      let words = contentWords(claim.quote ?? claim.span.text)
      guard !words.isEmpty else { return nil }
      let isDenied = denies(claim.quote ?? claim.span.text, negations)
      let wanted = StatedWords(
        words: words, isPositive: isDenied == (claim.origin.strength == .disputing),
        speaker: claim.origin.speaker, negations: negations)
      return CheckedStatement(stated: claim, answer: graph.check(wanted))
    }
    if !stated.isEmpty { return stated }
    let words = contentWords(text)
    guard !words.isEmpty else { return [] }
    let wanted = StatedWords(
      words: words, isPositive: !denies(text, negations), negations: negations)
    var part = CheckedStatement(stated: nil, answer: graph.check(wanted))
    part.ownVoice = sentences(saying: wanted)
    return [part]
  }

  private mutating func checkedFigure(_ claim: Claim) -> CheckedStatement {
    let proposition = claim.proposition
    let words =
      proposition.topic ?? proposition.predicate ?? proposition.quantity?.unit
      ?? proposition.populationText ?? claim.span.text
    return CheckedStatement(
      stated: claim, answer: graph.check(claim, asked: asked(words)))
  }

  private var negations: Set<String> {
    Set((rules?["questions.negations"].words ?? []).map(folded))
  }

  /// The words that mean something, each with its lemma.
  private func contentWords(_ text: String) -> [[String]] {
    guard var reader else { return [] }
    let empty = ["questions.empty-words", "questions.negations"].flatMap { rules?[$0].words ?? [] }
    let skipped = Set(empty.map(folded))
    return foldedWords(text).compactMap { word in
      guard !skipped.contains(word) else { return nil }
      let lemma = reader.lemmas(of: [word]).first ?? word
      return skipped.contains(lemma) ? nil : Array(Set([word, lemma])).sorted()
    }
  }

  /// What articles say in their own voice makes no claim of anybody, and is still said.
  ///
  /// Only in a corpus that a person could read: it goes through every sentence.
  private func sentences(saying stated: StatedWords) -> [(document: Int, range: ByteRange)] {
    guard articles.count <= mostReadAgain else { return [] }
    var found: [(document: Int, range: ByteRange)] = []
    for (document, item) in articles.enumerated() {
      for sentence in item.reading.sentences
      where [.body, .deck, .headline].contains(sentence.zone) {
        let text = item.article.text.text(sentence.range)
        guard stated.isSame(stated.shared(with: text)),
          denies(text, stated.negations) != stated.isPositive
        else {
          continue
        }
        let isClaimed = graph.claimRows[document].contains { row in
          graph.claims[row].kind == .statement
            && graph.claims[row].sentence.range.overlaps(sentence.range)
        }
        if !isClaimed { found.append((document, sentence.range)) }
      }
    }
    return found
  }
}

/// Articles that are gone through sentence by sentence.
private let mostReadAgain = 2000

// MARK: - The answer

extension Session {
  private func add(
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
      "told by articles in their own voice", columns: [.words, .place], rows: Array(rows))
  }

  private func support(_ support: Independence) -> [String] {
    ["independent origins that say so: \(support.text)"] + support.notes
  }

  private func words(_ need: Deciding) -> String {
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

// MARK: - Rows

extension Session {
  private func checkData(_ part: CheckedStatement, _ text: String) -> JSONObject {
    let answer = part.answer
    var object = JSONObject()
    object.add("row", "check")
    object.add("statement", text)
    object.add("verdict", answer.verdict.rawValue)
    object.add("read", part.stated?.span.text)
    object.add("topic", part.stated?.proposition.topic ?? part.stated?.proposition.predicate)
    object.add("figure", part.stated?.proposition.quantity.map(figureText))
    object.add("speaker", answer.speaker)
    for bearing in Bearing.allCases {
      object.add(bearing.rawValue, answer.lines(bearing).map { number($0.claim) })
    }
    object.add("lower", answer.support.lower)
    object.add("upper", answer.support.upper)
    object.add("deciding", answer.deciding.map(words))
    object.add(
      "ownVoice",
      part.ownVoice.map { document, range in
        var sentence = JSONObject()
        let text = articles[document].article.text
        sentence.add("file", text.name)
        sentence.add("line", text.line(at: range.start))
        sentence.add("start", range.start)
        sentence.add("end", range.end)
        sentence.add("text", text.text(range))
        return sentence
      })
    return object
  }

  private func data(_ line: CheckedLine) -> [JSONObject] {
    line.claims.map { row in
      var object = data(row, line.origin)
      object.add("bearing", line.bearing.rawValue)
      object.add("reasons", line.link?.reasons ?? line.comparison?.reasons ?? [])
      object.add("assumptions", line.link?.assumptions ?? line.comparison?.assumptions ?? [])
      object.add("steps", line.comparison?.steps.map { "\($0.number): \($0.text)" } ?? [])
      return object
    }
  }
}

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
