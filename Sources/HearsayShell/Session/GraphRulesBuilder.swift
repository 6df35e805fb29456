import HearsayCore
import HearsayGraph
import HearsayRules

extension GraphRules {
  /// What the graph needs of the rules.
  ///
  /// The rules are checked by then: what does not fit is left out.
  init(_ rules: RuleSet) {
    self.init()
    populations = rules["populations"].entries.map(Population.init)
    topics = rules["topics"].entries.map(Topic.init)
    episodes = rules["episodes"].entries.compactMap(Episode.init)
    names = rules["names"].entries.map(Name.init)
    sides = rules["sides"].entries.map { Side($0.key, stake: $0.value["stake"].words) }
    ambiguousSurnames = rules["ambiguous"].words
    for axiom in rules["axioms"].items { add(axiom) }
    for entry in rules["vague"].entries { vague[entry.key] = interval(entry.value.text) }
    for entry in rules["grades"].entries {
      // A grade is found under every name of its source.
      let name = names.first { ([$0.canonical] + $0.aliases).contains(entry.key) }?.canonical
      grades[folded(name ?? entry.key)] = entry.value.text
    }
    genericNouns = rules["graph.generic-nouns"].words + rules["graph.event-nouns"].words
    subgroups = rules["graph.subgroups"].words
    sightings = rules["graph.sightings"].words
    sameThings = rules["graph.same-things"].items.map(\.words)
    asks = rules["graph.asks"].items.map(\.words)
    former = FormerWords(rules["graph.former"])
    levelWords = Set(rules["graph.level-words"].words)
    increments = Set(rules["graph.increments"].words)
    fixedTopics = Set(rules["graph.fixed-topics"].words)
    than = Set(rules["graph.than"].words)
    rateWords = Set(rules["graph.rate-words"].words)
    rateLinks = Set(rules["graph.rate-links"].words)
    ratePeriods = Set(rules["graph.rate-periods"].words)
    notRatesBefore = Set(rules["graph.not-rates-before"].words)
    thingsFirst = Set(rules["graph.things-first"].words)
    looseSubgroups = Set(rules["graph.loose-subgroups"].words)
    others = OtherThingWords(
      things: rules["graph.other-things"].words, limited: rules["graph.limited"].words,
      shocks: rules["graph.shocks"].words, own: rules["claims.quakes"].words,
      served: rules["graph.served"].words, sentences: rules["graph.sentences"].words,
      people: rules["claims.persons"].words, elseWords: rules["graph.else-words"].words,
      beside: Dictionary(
        rules["graph.counted-beside"].entries.map { ($0.key, $0.value.words) }
      ) { first, _ in first })
    partWords = Set(rules["claims.part-prepositions"].words)
    including = rules["graph.including"].words.map(foldedWords)
    totalWords = Set(rules["graph.total-words"].words)
    officialWords = Set(rules["graph.voices.official"].words)
    rivalWords = Set(rules["graph.voices.rival"].words)
    commonWords = Set(rules["graph.voices.common"].words)
    fearedWords = Set(rules["graph.feared"].words)
    accounts = AccountWords(
      sides: rules["graph.voices.sides"].items.map(\.words),
      empty: rules["graph.voices.empty"].words, bare: rules["graph.voices.bare"].words,
      contrasts: rules["graph.contrasts"].words, wards: rules["graph.wards"].words,
      doers: rules["graph.doer-nouns"].words, crowds: rules["graph.crowd-nouns"].words,
      offers: rules["graph.offer-topics"].words, retractions: rules["graph.retractions"].words,
      tallies: rules["graph.tally-nouns"].words, unions: rules["graph.voices.unions"].words)
    rejectedWords = Set(rules["graph.rejected"].words)
    fixedUnits = Set(rules["graph.fixed-units"].words.map(folded))
    durations = Set(rules["graph.durations"].words)
    updates = Set(rules["graph.updates"].words)
    revisions = Set(rules["graph.revisions"].words)
    fileNouns()
    addConcepts(rules)
    formerRoles = Set(rules["graph.former-roles"].words.map(folded))
    ownVoiceRoles = Set(rules["graph.own-voice"].words.map(folded))
    for names in rules["graph.voices.alike"].items.map(\.words) {
      for name in names { groupLabels[folded(name)] = names.first.map(folded) }
    }
    for entry in rules["graph.heads"].entries {
      if let noun = entry.value.text { heads[folded(entry.key)] = folded(noun) }
    }
    fieldWords = Set(rules["graph.field-words"].words.map(folded))
    beforePlace = Set(rules["graph.before-place"].words.map(folded))
    beforeField = Set(rules["graph.before-field"].words.map(folded))
    units = UnitTable(rules["graph.units"].entries.flatMap(scales))
    if let tolerance = percent(rules["numbers.approximate"]["tolerance"].text) {
      tolerancePercent = tolerance
    }
  }

  /// What else asks for the same thing, and the words of a clause by which it is told.
  private mutating func addConcepts(_ rules: RuleSet) {
    let inflection = Inflection(rules)
    concepts = Concepts {
      let told = ConceptPhrases(rules, inflection)
      return rules["questions.related"].entries.map {
        RelatedWords($0, rules["topics"][$0.key], told, inflection)
      }
    }
    clauses = ClauseWords(rules, inflection)
    asking = AskingWords(rules, inflection)
  }

  private mutating func add(_ axiom: RuleNode) {
    if let topic = axiom["monotone"].text { monotone.append(topic) }
    if !axiom["exclusive"].items.isEmpty { exclusive.append(axiom["exclusive"].words) }
    if let topic = axiom["growth"]["topic"].text,
      let perDay = axiom["growth"]["per-day"].text.flatMap({ ExactNumber($0) })
    {
      growth.append(Growth(topic: topic, perDay: perDay))
    }
    if let promise = axiom["fulfils"]["promise"].text, let by = axiom["fulfils"]["by"].text {
      fulfils.append(Fulfilment(promise: promise, by: by))
    }
  }
}

extension FormerWords {
  fileprivate init(_ node: RuleNode) {
    self.init()
    shifts = Set(node["shifts"].words)
    from = Set(node["from"].words)
    to = Set(node["to"].words)
    adverbs = Set(node["adverbs"].words)
    figures = Set(node["figures"].words)
    verbs = Set(node["verbs"].words)
    auxiliaries = Set(node["auxiliaries"].words)
    past = Set(node["past"].words)
    speaking = Set(node["speaking"].words)
    corrections = Set(node["corrections"].words)
    denials = node["denials"].words.map(foldedWords)
  }
}

extension GraphRules.Population {
  fileprivate init(_ entry: RuleEntry) {
    let node = entry.value
    self.init(
      entry.key, words: node["words"].words, within: node["within"].text,
      generic: node["generic"].text == "yes", contestedBy: node["contested-by"].words)
  }
}

extension GraphRules.Topic {
  fileprivate init(_ entry: RuleEntry) {
    let node = entry.value
    // A phrase of plain words is a word one may ask by: `wounded`, `behind bars`.
    let phrases = node["phrases"].words.filter { phrase in
      phrase.unicodeScalars.allSatisfy { $0 == " " || $0.properties.isAlphabetic }
    }
    self.init(
      entry.key, words: node["verbs"].words + node["nouns"].words + phrases,
      measure: node["measure"].text.flatMap(Measure.init(rawValue:)) ?? .none,
      opposite: node["opposite"].text, needs: node["needs"].text,
      modality: node["modality"].text.flatMap(Modality.init(rawValue:)))
  }
}

extension GraphRules.Episode {
  fileprivate init?(_ entry: RuleEntry) {
    guard let from = entry.value["from"].text.flatMap({ Day(iso: $0) }),
      let to = entry.value["to"].text.flatMap({ Day(iso: $0) })
    else { return nil }
    self.init(entry.key, from: from, to: to)
  }
}

extension GraphRules.Name {
  fileprivate init(_ entry: RuleEntry) {
    let node = entry.value
    self.init(
      entry.key, aliases: node["aliases"].words, kind: Self.kind(node["type"].text),
      organisation: node["organisation"].text ?? node["org"].text, side: node["side"].text,
      role: node["role"].text, isMonitor: node["type"].text == "monitor")
  }

  private static func kind(_ type: String?) -> SourceKind {
    switch type {
    case "monitor", "company", "party": .organisation
    case let type?: SourceKind(rawValue: type) ?? .unknown
    case nil: .unknown
    }
  }
}

/// `3-12`, or one number.
private func interval(_ text: String?) -> Interval? {
  let parts = (text ?? "").split(separator: "-").compactMap { ExactNumber(String($0)) }
  guard let low = parts.first, let high = parts.last, low <= high else { return nil }
  return Interval(low: low, high: high)
}

/// `10%`.
private func percent(_ text: String?) -> ExactNumber? {
  guard let text, text.hasSuffix("%") else { return nil }
  return ExactNumber(String(text.dropLast()))
}

/// `months: {month: 1, year: 12}`: a family of units with what each holds of the smallest.
private func scales(_ family: RuleEntry) -> [UnitScale] {
  family.value.entries.compactMap { entry in
    guard let factor = entry.value.text.flatMap({ ExactNumber($0) }) else { return nil }
    let words = entry.key.split(separator: "|").map(String.init)
    return UnitScale(words: words, family: family.key, factor: factor)
  }
}
