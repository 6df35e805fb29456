import HearsayCore

extension ClaimGraph {
  /// A topic with those counted or with more words, as `children killed` or `died in custody`.
  ///
  /// Its figures of them are the whole, whatever they are a part of.
  func ofSome(_ asked: Asked) -> FoundClaims? {
    guard (2...4).contains(asked.words.count), isCompound(asked) else { return nil }
    let splits = splits(asked.words)
    // What happened comes before who it was: `killed passengers`.
    for isOfWhom in [false, true] {
      for (event, rest) in splits {
        guard let event = self.event(event), event.isOfWhom == isOfWhom else { continue }
        if let found = counting(rest, event) ?? saying(rest, event) { return found }
      }
    }
    return nil
  }

  /// What happened, by a topic, a concept or both.
  private struct Event {
    var topic: String?
    var concept: RelatedWords?
    /// Whether it names those counted too: `passengers`.
    var isOfWhom: Bool { topic == nil && concept?.nouns.isEmpty == false }
    var name: String? { topic ?? concept?.name }
  }

  /// The words at the end or the beginning, and the rest; the longer first.
  private func splits(_ words: [[String]]) -> [(ArraySlice<[String]>, [[String]])] {
    (1..<words.count).reversed().flatMap { length in
      Set([0, words.count - length]).sorted(by: >).map { start in
        let place = start..<start + length
        return (words[place], Array(words[..<place.lowerBound] + words[place.upperBound...]))
      }
    }
  }

  /// Whether no rule knows the whole of what was asked.
  private func isCompound(_ asked: Asked) -> Bool {
    let phrase = folded(asked.phrase)
    return rules.relatedWords(askedBy: phrase) == nil
      && !rules.topics.contains {
        $0.words.contains { folded($0) == phrase } || folded($0.name) == phrase
      }
      && index.topics[index.strings.id(of: asked.phrase)].isEmpty
  }

  /// The event that goes by some of the words.
  private func event(_ words: ArraySlice<[String]>) -> Event? {
    let phrase = words.compactMap(\.first).joined(separator: " ")
    let forms = words.count == 1 ? words[words.startIndex] : []
    let concept =
      rules.relatedWords(askedBy: phrase) ?? forms.lazy.compactMap(rules.relatedWords).first
    if let concept, !concept.says.isEmpty {
      return Event(topic: rules.topic(concept.name)?.name, concept: concept)
    }
    let topics = rules.topics.filter { topic in
      forms.isEmpty
        ? topic.words.contains { folded($0) == phrase } : isWord(of: topic, forms)
    }
    guard topics.count == 1 else { return nil }
    let own = rules.relatedWords(askedBy: folded(topics[0].name))
    return Event(topic: topics[0].name, concept: own?.name == topics[0].name ? own : nil)
  }

  private func rows(of event: Event) -> [Int: AskedBy?] {
    var rows: [Int: AskedBy?] = [:]
    if let topic = event.topic {
      for row in index.topics[index.strings.id(of: topic)] { rows[Int(row)] = .some(nil) }
    }
    guard let concept = event.concept else { return rows }
    for (row, by) in self.rows(of: concept) where rows[row] == nil { rows[row] = by }
    return rows
  }

  /// The figures of a topic that count those named.
  private func counting(_ who: [[String]], _ event: Event) -> FoundClaims? {
    let phrase = who.compactMap(\.first).joined(separator: " ")
    let nouns = who.last?.lazy.compactMap(rules.relatedWords).first
    let population = rules.populations.first { population in
      ([population.name] + population.words).contains { sameNoun(folded($0), phrase) }
    }
    var found = FoundClaims()
    for (row, by) in rows(of: event) {
      let about = claims[row].proposition
      let isOne =
        population.map { about.population.map(rules.lineage)?.contains($0.name) == true } == true
        || counts(row, who, nouns, event)
      guard isOne else { continue }
      found.closeness[row] = .central
      if let by { found.by[row] = by }
    }
    keepNamed(&found, who, nouns)
    guard !found.closeness.isEmpty else { return nil }
    found.isOfSome = true
    found.topic = event.name
    takeNumbers(&found)
    return found
  }

  /// `38 people were killed, 12 of them soldiers`: where one figure of a sentence counts them, the
  /// others do not.
  private func keepNamed(_ found: inout FoundClaims, _ who: [[String]], _ nouns: RelatedWords?) {
    let named = found.closeness.keys.filter { row in
      names(claims.countedWords(of: row), who, nouns) || isNamed(row, who, nouns)
        || isOfThose(who, nouns, row)
    }
    let sentences = Set(named.map { claims[$0].sentence.range })
    let known = Set(named)
    for row in found.closeness.keys
    where !known.contains(row) && sentences.contains(claims[row].sentence.range) {
      found.closeness[row] = nil
      found.by[row] = nil
    }
  }

  /// `three of the dead were children`, `12 of them soldiers`: the noun behind what they are taken
  /// from.
  private func isNamed(_ row: Int, _ who: [[String]], _ nouns: RelatedWords?) -> Bool {
    let own = clause(row)
    guard let clause = own.withBase ?? (own.isOfThose ? own : nil), let last = who.last else {
      return false
    }
    let known = Set(nouns?.nouns.compactMap(\.last) ?? last)
    return clause.hasNoun(known) && hasModifiers(who, row)
  }

  private func counts(_ row: Int, _ who: [[String]], _ nouns: RelatedWords?, _ event: Event)
    -> Bool
  {
    guard let last = who.last else { return false }
    let counted = claims.countedWords(of: row)
    if names(counted, who, nouns) { return true }
    // `184 releases of political inmates` counts what was done.
    let own = event.topic.flatMap(rules.topic)
    guard let head = counted.last, rules.nouns.sort(of: head) != .generic,
      own.map({ isWord(of: $0, [head]) }) != true
    else {
      return isOnly(nouns, event) || isOfThose(who, nouns, row) || isNamed(row, who, nouns)
        || (speaksOf(nouns, last, row) && hasModifiers(who, row))
    }
    return false
  }

  /// Whether the counted words name those asked for.
  private func names(_ counted: [String], _ who: [[String]], _ nouns: RelatedWords?) -> Bool {
    let phrase = who.compactMap(\.first).joined(separator: " ")
    if rules.relatedWords(askedBy: phrase)?.counts(counted) == true { return true }
    guard let head = counted.last, let last = who.last else { return false }
    guard who.dropLast().allSatisfy({ !$0.filter(counted.contains).isEmpty }) else { return false }
    return nouns?.counts(counted) == true
      || last.contains { rules.nouns.areOneThing($0, head) || counted.contains($0) }
  }

  /// Whether the event happens to nothing else: carriages that derail.
  private func isOnly(_ nouns: RelatedWords?, _ event: Event) -> Bool {
    guard let concept = event.concept, concept.counted == .things, let nouns else { return false }
    return !nouns.nouns.isEmpty && nouns.nouns.allSatisfy(concept.mayCount)
  }

  /// `six of its soldiers were there, two of them died`: the figure before counts those asked for.
  private func isOfThose(_ who: [[String]], _ nouns: RelatedWords?, _ row: Int) -> Bool {
    guard clause(row).isOfThose else { return false }
    let before = claimRows[claims.document(of: row)].prefix { $0 < row }.last
    return before.map { names(claims.countedWords(of: $0), who, nouns) } ?? false
  }

  /// Whether a sentence that counts nobody in particular names those asked for.
  private func speaksOf(_ nouns: RelatedWords?, _ who: [String], _ row: Int) -> Bool {
    let names = nouns?.nouns.filter { $0.count == 1 }.map { $0[0] } ?? []
    let known = Set(names.isEmpty ? who : names)
    return clause(row).hasBeside(known, 6, 4)
  }

  /// Whether the words before the noun asked for stand near too: a council of prisoners' rights names
  /// no political prisoners.
  private func hasModifiers(_ who: [[String]], _ row: Int) -> Bool {
    let clause = clause(row)
    return who.dropLast().allSatisfy { clause.hasBeside(Set($0), 8, 4) }
  }

  /// The figures of a topic in sentences that have the other words too.
  private func saying(_ rest: [[String]], _ event: Event) -> FoundClaims? {
    let rest = rest.filter { forms in forms.first.map { !rules.asking.empty.contains($0) } ?? false
    }
    guard !rest.isEmpty else { return nil }
    var found = FoundClaims()
    for row in rows(of: event).keys where claims.isFigure(row) {
      let words = foldedWords(claims[row].sentence.text)
      if rest.allSatisfy({ !$0.filter(words.contains).isEmpty }) { found.closeness[row] = .central }
    }
    found.topic = event.name
    return found.closeness.isEmpty ? nil : found
  }
}
