import HearsayCore
import HearsayRules
import HearsayText

/// Counts article by article.
struct RuleCounter {
  var reader: Reader
  var statistics = RuleStatistics()
  private var words: WordLists
  /// The rows of the counts by their names: rules, topics and populations; then names; lines.
  private var byRule: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var lines: [Int] = []
  /// The row of each phrase of the tables; `let go` and `let ... go` are one, and so is a word that
  /// two layers list for one topic.
  private var phrases: [Int] = []
  /// The row of the first table.
  private var tables = 0
  /// The article and sentence each was last seen in.
  private var lastArticle: [Int] = []
  private var lastSentence: [Int] = []
  private var rivals: [Int: [String: Int]] = [:]
  private var sentence = 0

  init(_ reader: Reader) {
    var reader = reader
    words = WordLists(reader.rules, &reader.lexicon)
    self.reader = reader
    addRules()
    addPhrases()
    addNames()
    addTables()
    lastArticle = Array(repeating: -1, count: statistics.counts.count)
    lastSentence = lastArticle
  }

  // MARK: - What can fire

  private mutating func add(_ count: RuleCount) { statistics.counts.append(count) }

  private mutating func addRules() {
    let rules = reader.rules
    for rule in builtRules {
      byRule[rule] = statistics.counts.count
      add(RuleCount(.rule, rule))
    }
    for topic in reader.claims.topics {
      byRule[topic.rule] = statistics.counts.count
      let entry = rules["topics"].entries.first { $0.key == topic.name }
      add(RuleCount(.topic, topic.rule, place: entry?.keyPlace))
    }
    for population in reader.claims.populations {
      byRule[population.rule] = statistics.counts.count
      let entry = rules["populations"].entries.first { $0.key == population.name }
      add(RuleCount(.population, population.rule, place: entry?.keyPlace))
    }
  }

  private mutating func addPhrases() {
    var rows: [String: Int] = [:]
    for (written, payload) in reader.claims.phrases.phrases {
      let owner = reader.claims.rule(of: payload)
      let key = "\(payload.sort) \(owner) \(written.replacing("... ", with: ""))"
      if let row = rows[key] {
        phrases.append(row)
        continue
      }
      rows[key] = statistics.counts.count
      phrases.append(statistics.counts.count)
      add(
        RuleCount(
          .phrase, written, owner: owner,
          place: reader.claims.place(of: written, payload, reader.rules)))
    }
  }

  private mutating func addNames() {
    let rules = reader.rules
    let names = rules["names"].entries.map { ($0.key, $0.keyPlace) }
    let outlets = rules["outlets"].items.compactMap { node in node.text.map { ($0, node.place) } }
    for (name, place) in names + outlets where byName[name] == nil {
      byName[name] = statistics.counts.count
      add(RuleCount(.name, name, owner: "\(rules.layerName(place.file))/names", place: place))
    }
    let sources = ["boilerplate", "residue"].flatMap { rules.root[$0].items }
    for node in sources {
      guard let text = node.text, (try? LinePattern(text)) != nil else { continue }
      lines.append(statistics.counts.count)
      let owner = reader.layout.patterns[min(lines.count, reader.layout.patterns.count) - 1].rule
      add(RuleCount(.line, text, owner: owner, place: node.place))
    }
  }

  private mutating func addTables() {
    tables = statistics.counts.count
    for list in words.lists {
      add(RuleCount(.table, list.path, owner: "\(list.entries.count)", place: list.place))
    }
  }

  // MARK: - What fired

  private mutating func fire(_ row: Int) {
    statistics.counts[row].fired += 1
    see(row)
  }

  /// Notes the article and sentence in which it fired.
  private mutating func see(_ row: Int) {
    if lastArticle[row] != statistics.articles {
      lastArticle[row] = statistics.articles
      statistics.counts[row].articles += 1
    }
    if lastSentence[row] != sentence {
      lastSentence[row] = sentence
      statistics.counts[row].sentences += 1
    }
  }

  private mutating func fire(rule: String) {
    if let row = byRule[rule] { fire(row) }
  }

  mutating func count(_ article: Article) {
    let draft = reader.draft(article)
    statistics.articles += 1
    countLines(draft)
    let context = ClaimContext(draft: draft, tables: reader.claims, lexicon: reader.lexicon)
    let (claims, repeats) = claimRows(draft)
    for (row, layers) in SentenceIndex(context.draft).layers.enumerated() {
      sentence += 1
      countFindings(layers, draft)
      guard layers.sentence.zone.isRead else { continue }
      statistics.sentences += 1
      for claim in claims[row] ?? [] { countTrail(draft.claims[claim]) }
      let own = ((claims[row] ?? []) + (repeats[row] ?? [])).map { draft.claims[$0] }
      countPhrases(layers, own, context, draft)
      for (list, isNew) in words.found(in: layers.sentence.tokens, draft, reader.lexicon) {
        statistics.counts[tables + list].matched += 1
        if isNew { statistics.counts[tables + list].fired += 1 }
        see(tables + list)
      }
    }
  }

  /// The claims of each sentence, and those that it only says again.
  private func claimRows(_ draft: Draft) -> (own: [Int: [Int]], repeats: [Int: [Int]]) {
    var own: [Int: [Int]] = [:]
    var repeats: [Int: [Int]] = [:]
    func sentence(_ range: ByteRange) -> Int {
      draft.sentence(holding: draft.token(atOrAfter: range.start)) ?? -1
    }
    for (row, claim) in draft.claims.enumerated() {
      own[sentence(claim.span.range), default: []].append(row)
      for again in claim.repeats { repeats[sentence(again.range), default: []].append(row) }
    }
    return (own, repeats)
  }

  private mutating func countFindings(_ layers: SentenceLayers, _ draft: Draft) {
    for row in layers.quantities { fire(rule: draft.quantities[row].rule) }
    for row in layers.times { fire(rule: draft.times[row].rule) }
    for row in layers.names {
      fire(rule: draft.names[row].rule)
      if let name = byName[draft.entities[draft.names[row].value].canonical] { fire(name) }
    }
    let tokens = layers.sentence.tokens
    for row in layers.attributions {
      let found = draft.attributions[row]
      let start = found.cue ?? found.source ?? found.content.first
      if let start, tokens.contains(draft.token(atOrAfter: start.start)) { fire(rule: found.rule) }
    }
  }

  /// Rules of numbers and speech have been counted where they were found.
  private mutating func countTrail(_ claim: Claim) {
    for firing in claim.trail {
      guard let row = byRule[firing.rule] else { continue }
      switch statistics.counts[row].kind {
      case .topic, .population: fire(row)
      case .rule where firing.rule.hasPrefix("english/claims."): fire(row)
      case .rule where firing.rule.hasPrefix("built-in/"): fire(row)
      default: break
      }
    }
  }

  private mutating func countLines(_ draft: Draft) {
    for zone in draft.zones {
      fire(rule: zone.rule)
      guard zone.kind == .boilerplate || zone.kind == .residue else { continue }
      let patterns = reader.layout.patterns
      for line in draft.text.bytes[zone.range.start..<zone.range.end].split(separator: 0x0A) {
        let line = Array(line)
        let row = patterns.firstIndex { $0.rule == zone.rule && $0.pattern.matches(line.span) }
        if let row, lines.indices.contains(row) { fire(lines[row]) }
      }
    }
  }

  private mutating func countPhrases(
    _ layers: SentenceLayers, _ claims: [Claim], _ context: ClaimContext, _ draft: Draft
  ) {
    let tokens = layers.sentence.tokens
    let hits = reader.claims.hits(
      in: tokens, context, figures: layers.quantities, asVerbs: layers.sentence.zone.hasVerbs)
    var seen: Set<[Int]> = []
    for row in tokens.indices where context.lexicon.isClaimTrigger(draft.tokens[row].word) {
      let found = reader.claims.phrases.matchedPhrases(
        at: row, in: draft.tokens, within: tokens.start..<tokens.end, reader.lexicon)
      for match in found {
        let range = TokenRange(match.tokens.lowerBound, match.tokens.upperBound)
        let count = phrases[match.row]
        guard seen.insert([count, range.start, range.end]).inserted else { continue }
        statistics.counts[count].matched += 1
        let isHit = hits.contains { $0.tokens == range && $0.phrase.isSame(as: match.payload) }
        if isHit {
          see(count)
          let bytes = draft.bytes(range)
          let isUsed = claims.contains {
            reader.claims.isUsed(match.payload, bytes, by: $0, draft)
          }
          if isUsed { statistics.counts[count].fired += 1 }
        } else if statistics.counts[count].fired == 0 {
          noteRival(count, range, match.payload, hits, draft)
        }
      }
    }
  }

  private mutating func noteRival(
    _ row: Int, _ tokens: TokenRange, _ phrase: ClaimPhrase, _ hits: [ClaimHit], _ draft: Draft
  ) {
    let winner = hits.first { $0.phrase.sort == phrase.sort && $0.tokens.overlaps(tokens) }
    // A longer phrase of the same topic loses nothing.
    guard let winner, reader.claims.rule(of: winner.phrase) != reader.claims.rule(of: phrase) else {
      return
    }
    let name =
      "'\(draft.words(winner.tokens).lowercased())' of \(reader.claims.name(of: winner.phrase))"
    rivals[row, default: [:]][name, default: 0] += 1
  }

  /// What hid a phrase is told of those that were always hidden.
  var finished: RuleStatistics {
    var statistics = statistics
    for (row, names) in rivals {
      let count = statistics.counts[row]
      guard count.sentences == 0, names.values.reduce(0, +) == count.matched else { continue }
      statistics.counts[row].hiddenBy =
        names.min { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }?.key
    }
    return statistics
  }
}

extension ClaimTables {
  /// Where a phrase stands in the rules files.
  fileprivate func place(of written: String, _ phrase: ClaimPhrase, _ rules: RuleSet) -> RulePlace?
  {
    let lists: [RuleNode]
    switch phrase {
    case .topic(let row, let word):
      let node = rules["topics"][topics[row].name]
      switch word {
      case .verb: lists = [node["verbs"]]
      case .noun: lists = [node["nouns"]]
      case .phrase: lists = [node["phrases"]]
      }
    case .population(let row):
      let node = rules["populations"][populations[row].name]
      lists = [node["words"], node["phrases"]]
    case .contest(let row): lists = [rules["populations"][populations[row].name]["contested-by"]]
    case .part: lists = [rules["claims.parts"]]
    case .victims: lists = [rules["claims.victims"]]
    case .flow: lists = [rules["claims.flow"]]
    case .otherEvent: lists = [rules["claims.other-events"]]
    case .takenBack: lists = [rules["claims.taken-back"]]
    case .longSpan: lists = [rules["claims.long-spans"]]
    }
    let items = lists.flatMap { $0.text == nil ? $0.items : [$0] }
    return items.first { item in
      guard let text = item.text else { return false }
      return text == written || Self.verbPatterns(text).contains(written)
    }?.place
  }
}
