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
