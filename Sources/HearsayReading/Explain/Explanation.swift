package import HearsayCore
import HearsayText

/// What the rules made of an article, and what they passed over: the answer of `why "…"`.
package struct Explanation: Sendable {
  /// The reading itself, as always.
  package var reading: Reading
  package var sentences: [ExplainedSentence]
}

/// One sentence with every step that was tried on it.
package struct ExplainedSentence: Sendable {
  package var range: ByteRange
  package var zone: ZoneKind
  package var words: [ExplainedWord]
  /// In the order of the stages, then of the text.
  package var steps: [ExplainedStep]
}

/// A token with what the word stage says of it.
package struct ExplainedWord: Hashable, Sendable {
  package var range: ByteRange
  package var wordClass: WordClass
  package var lemma: String
  /// `noun 1`, `verb 2`; empty outside all groups.
  package var group: String
}

/// One thing that was found, or looked for in vain.
package struct ExplainedStep: Hashable, Sendable {
  /// What kind of thing.
  package enum Part: String, Sendable, CaseIterable {
    case zone, group, quote, time, quantity, name, attribution, cue, phrase, bearing, figure, claim
  }

  /// How far it came.
  package enum Status: String, Sendable, CaseIterable {
    /// It made a finding.
    case fired
    /// Its words are there, but it made no finding.
    case matched
    /// Something it needs is not there.
    case failed
  }

  package var part: Part
  package var status: Status
  /// The rule or table, such as `english/cue.clause`.
  package var rule: String
  /// The other rules that took part, in order.
  package var also: [String] = []
  package var range: ByteRange
  /// What it gives, or why it does not.
  package var note: String
  /// The topic it is about.
  package var topic: String?
  /// The figure a topic word was held against.
  package var figure: ByteRange?
  /// What a cue reached, and what it had to reach.
  package var score: Float?
  package var threshold: Float?
  /// The phrase as the rules write it, the element that failed and how many there are.
  package var phrase: String?
  package var element: Int?
  package var elements: Int?

  init(
    _ part: Part, _ status: Status, rule: String, _ range: ByteRange, _ note: String,
    topic: String? = nil, figure: ByteRange? = nil
  ) {
    self.part = part
    self.status = status
    self.rule = rule
    self.range = range
    self.note = note
    self.topic = topic
    self.figure = figure
  }
}

extension Reader {
  /// Reads an article and says why: every finding with its rule, every candidate with what it
  /// lacked.
  ///
  /// A pass of its own over the finished layers. It asks the functions of the stages again instead
  /// of knowing what they do, so that it cannot drift from them; reading does nothing for it.
  package mutating func explain(_ article: Article) -> Explanation {
    let draft = draft(article)
    let explainer = Explainer(draft: draft, reader: self)
    return Explanation(reading: finish(draft), sentences: explainer.sentences())
  }
}

/// Explains one article, a layer at a time.
struct Explainer {
  let draft: Draft
  let reader: Reader
  let context: ClaimContext
  let scanner: SpeechScanner
  /// The same with the inside of quotations open: groups are numbered there too.
  let open: SpeechScanner
  let candidates: [CueCandidate]
  let nouns: [CueLog.Noun]
  /// Whether each quotation lies in what somebody is said to say.
  let given: [Bool]
  /// What is looked up by the row of a sentence, so that a long text stays quick.
  private let verbs: [Int: [VerbGroup]]
  private let cueRows: [Int: [Int]]
  private let claimRows: [Int: [Int]]

  init(draft: Draft, reader: Reader) {
    self.draft = draft
    self.reader = reader
    context = ClaimContext(draft: draft, tables: reader.claims, lexicon: reader.lexicon)
    var scanner = SpeechScanner(draft, reader.speech, reader.words, reader.lexicon)
    let log = CueLog()
    scanner.log = log
    scanner.readArticle()
    scanner.log = nil
    self.scanner = scanner
    scanner.mask = Array(repeating: -1, count: scanner.mask.count)
    open = scanner
    candidates = log.candidates
    nouns = log.nouns
    given = Self.given(draft)
    func sentence(_ range: ByteRange) -> Int {
      draft.sentence(holding: draft.token(atOrAfter: range.start)) ?? -1
    }
    func sentence(_ token: Int) -> Int { draft.sentence(holding: token) ?? -1 }
    verbs = Dictionary(grouping: draft.verbGroups) { sentence($0.head) }
    cueRows = Dictionary(grouping: log.candidates.indices) {
      sentence(log.candidates[$0].group.head)
    }
    var claimRows: [Int: [Int]] = [:]
    for (row, claim) in draft.claims.enumerated() {
      let rows = ([claim.span] + claim.repeats).map { sentence($0.range) }
      for place in Set(rows) { claimRows[place, default: []].append(row) }
    }
    self.claimRows = claimRows
  }

  func sentences() -> [ExplainedSentence] {
    var figures = ClaimReader(context)
    return draft.sentences.indices.map { row in
      let sentence = draft.sentences[row]
      let layers = figures.index.layers[row]
      let groups = NumberedGroups(sentence, verbs[row] ?? [], open)
      var steps = zone(sentence) + groups.steps(draft, reader.lexicon)
      steps += findings(layers) + attributions(layers)
      steps += cues((cueRows[row] ?? []).map { candidates[$0] })
      steps += nounCues(in: sentence.tokens)
      steps += unspoken(in: sentence.tokens)
      let own = (claimRows[row] ?? []).map { draft.claims[$0] }
      if sentence.zone.isRead {
        steps += phrases(layers, own) + self.figures(row, &figures)
      }
      steps += claims(layers, own)
      return ExplainedSentence(
        range: draft.bytes(sentence.tokens), zone: sentence.zone,
        words: words(sentence.tokens, groups), steps: steps)
    }
  }

  private func words(_ tokens: TokenRange, _ groups: NumberedGroups) -> [ExplainedWord] {
    tokens.indices.map { row in
      let token = draft.tokens[row]
      return ExplainedWord(
        range: token.range, wordClass: draft.classes[row], lemma: reader.lexicon.lemma(token.word),
        group: groups.name(of: row))
    }
  }

  /// A zone other than the body's is worth a word.
  private func zone(_ sentence: DraftSentence) -> [ExplainedStep] {
    let range = draft.bytes(sentence.tokens)
    return draft.zones.filter { $0.range.overlaps(range) && $0.kind != .body }.map { zone in
      ExplainedStep(
        .zone, .fired, rule: zone.rule, zone.range,
        zone.kind.isRead
          ? zone.kind.rawValue : "\(zone.kind.rawValue): no claims are read in it")
    }
  }

  private func findings(_ layers: SentenceLayers) -> [ExplainedStep] {
    let quotes = layers.quotes.map { row in
      let quote = draft.quotes[row]
      return ExplainedStep(
        .quote, .fired, rule: "built-in/quote", draft.bytes(quote.tokens),
        "\(quote.kind.rawValue)\(quote.unclosed ? ", not closed" : "")")
    }
    let times = layers.times.map { row in
      let found = draft.times[row]
      let relation =
        draft.timeRelations.indices.contains(row) ? draft.timeRelations[row].rawValue : "at"
      let origin = found.value.derivation.isEmpty ? "" : " (\(found.value.derivation))"
      return ExplainedStep(
        .time, .fired, rule: found.rule, draft.bytes(found.tokens),
        "\(found.value.value), \(relation)\(origin)")
    }
    let quantities = layers.quantities.map { row in
      let found = draft.quantities[row]
      let unit = draft.quantityUnits.indices.contains(row) ? draft.quantityUnits[row] : nil
      let of = (unit.map(draft.words) ?? found.value.unit).map { " of \($0)" } ?? ""
      return ExplainedStep(
        .quantity, .fired, rule: found.rule, draft.bytes(found.tokens), found.value.summary + of)
    }
    let names = layers.names.map { row in
      let found = draft.names[row]
      let entity = draft.entities[found.value]
      return ExplainedStep(
        .name, .fired, rule: found.rule, draft.bytes(found.tokens),
        "\(entity.canonical), \(entity.kind)")
    }
    return quotes + times + quantities + names
  }

  /// The claims of a sentence, also those that it only says again.
  private func claims(_ layers: SentenceLayers, _ claims: [Claim]) -> [ExplainedStep] {
    let range = draft.bytes(layers.sentence.tokens)
    return claims.map { claim in
      let about = claim.proposition
      let again = claim.repeats.first { range.contains($0.range) }
      let isAgain = !range.contains(claim.span.range)
      let parts = [
        isAgain ? "said before" : nil,
        about.topic.map { "topic \($0)" } ?? about.predicate.map { "about '\($0)'" },
        about.quantity?.summary, about.population.map { "population \($0)" },
        "said by \(claim.chain.map(\.speaker.name).joined(separator: " > "))",
      ]
      var step = ExplainedStep(
        .claim, .fired, rule: claim.trail.first?.rule ?? "built-in/quote",
        isAgain ? again?.range ?? claim.span.range : claim.span.range,
        "\(claim.kind.rawValue): " + parts.compactMap { $0 }.joined(separator: ", "),
        topic: about.topic)
      step.also = claim.trail.dropFirst().map(\.rule)
      return step
    }
  }
}
