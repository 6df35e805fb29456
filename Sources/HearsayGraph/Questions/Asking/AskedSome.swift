import HearsayCore

extension ClaimGraph {
  /// A topic with those counted or with more words, as `children killed` or `died in custody`.
  ///
  /// Its figures of them are the whole, whatever they are a part of.
  func ofSome(_ asked: Asked) -> FoundClaims? {
    guard (2...4).contains(asked.words.count), isCompound(asked) else { return nil }
    let count = asked.words.count
    for length in (1..<count).reversed() {
      for start in Set([0, count - length]).sorted(by: >) {
        let place = start..<start + length
        guard let topic = topic(asked.words[place]) else { continue }
        let rest = Array(asked.words[..<place.lowerBound] + asked.words[place.upperBound...])
        if let found = counting(rest, topic) ?? saying(rest, topic) { return found }
      }
    }
    return nil
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

  /// The topic that goes by some of the words.
  private func topic(_ words: ArraySlice<[String]>) -> String? {
    let phrase = words.compactMap(\.first).joined(separator: " ")
    if let related = rules.relatedWords(askedBy: phrase), rules.topic(related.name) != nil {
      return related.name
    }
    let topics = rules.topics.filter { topic in
      words.count == 1
        ? isWord(of: topic, words[words.startIndex])
        : topic.words.contains { folded($0) == phrase }
    }
    return topics.count == 1 ? topics[0].name : nil
  }

  private func rows(ofTopic name: String) -> [Int: AskedBy?] {
    var rows: [Int: AskedBy?] = [:]
    for row in index.topics[index.strings.id(of: name)] { rows[Int(row)] = .some(nil) }
    guard let related = rules.relatedWords(askedBy: folded(name)), related.name == name else {
      return rows
    }
    for (row, by) in self.rows(of: related) where rows[row] == nil { rows[row] = by }
    return rows
  }

  /// The figures of a topic that count those named.
  private func counting(_ who: [[String]], _ topic: String) -> FoundClaims? {
    let phrase = who.compactMap(\.first).joined(separator: " ")
    let nouns = who.last?.lazy.compactMap(rules.relatedWords).first
    let population = rules.populations.first { population in
      ([population.name] + population.words).contains { sameNoun(folded($0), phrase) }
    }
    var found = FoundClaims()
    for (row, by) in rows(ofTopic: topic) {
      let about = claims[row].proposition
      let isOne =
        population.map { about.population.map(rules.lineage)?.contains($0.name) == true } == true
        || counts(row, who, nouns, topic)
      guard isOne else { continue }
      found.closeness[row] = .central
      if let by { found.by[row] = by }
    }
    guard !found.closeness.isEmpty else { return nil }
    found.isOfSome = true
    found.topic = topic
    takeNumbers(&found)
    return found
  }

  private func counts(_ row: Int, _ who: [[String]], _ nouns: RelatedWords?, _ topic: String)
    -> Bool
  {
    guard let last = who.last else { return false }
    let counted = claims[row].proposition.countedWords
    let phrase = who.compactMap(\.first).joined(separator: " ")
    if rules.relatedWords(askedBy: phrase)?.counts(counted) == true { return true }
    let hasModifiers = who.dropLast().allSatisfy { !$0.filter(counted.contains).isEmpty }
    // `184 releases of political inmates` counts what was done.
    let own = rules.topic(topic)
    guard let head = counted.last, rules.nouns.sort(of: head) != .generic,
      own.map({ isWord(of: $0, [head]) }) != true
    else { return speaksOf(nouns, last, row) }
    guard hasModifiers else { return false }
    return nouns?.counts(counted) == true
      || last.contains { rules.nouns.areOneThing($0, head) || counted.contains($0) }
  }

  /// Whether a sentence that counts nobody in particular names those asked for.
  private func speaksOf(_ nouns: RelatedWords?, _ who: [String], _ row: Int) -> Bool {
    let known = Set(who + (nouns?.nouns.filter { $0.count == 1 }.map { $0[0] } ?? []))
    return clause(row).hasBeside(known, 6, 4)
  }

  /// The figures of a topic in sentences that have the other words too.
  private func saying(_ rest: [[String]], _ topic: String) -> FoundClaims? {
    let rest = rest.filter { forms in forms.first.map { !rules.asking.empty.contains($0) } ?? false
    }
    guard !rest.isEmpty else { return nil }
    var found = FoundClaims()
    for row in rows(ofTopic: topic).keys where claims.isFigure(row) {
      let words = foldedWords(claims[row].sentence.text)
      if rest.allSatisfy({ !$0.filter(words.contains).isEmpty }) { found.closeness[row] = .central }
    }
    found.topic = topic
    return found.closeness.isEmpty ? nil : found
  }
}
