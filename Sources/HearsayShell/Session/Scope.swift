import HearsayCore
import HearsayGraph
import HearsayReading
import HearsayRules

extension FilterField {
  /// What it is, for completion and help.
  var summary: String {
    switch self {
    case .speaker: "who says it, anywhere in the chain"
    case .outlet: "who published it"
    case .document: "the article: its file, or d3"
    case .event: "the topic, or a word of it"
    case .group: "who or what is counted"
    case .place: "where it happened"
    case .value: "the number, as in value >= 60"
    case .hedge: "words that weaken it"
    case .rule: "a rule that took part"
    case .status: "identified, anonymous, collective, unattributed, main, part, hedged, quoted"
    case .kind: "figure or statement; count, money, percent, measure"
    case .zone: "headline, deck, body, caption"
    }
  }
}

extension Session {
  /// The clauses as the graph wants them.
  func scope(_ clauses: Clauses) throws(LineProblem) -> Scope {
    try checkWords(clauses)
    let isDated = clauses.since != nil || clauses.until != nil || clauses.on != nil
    let newest = (isDated ? newestDay : nil) ?? Day(number: 0)
    return Scope(
      by: clauses.speaker?.text, in: clauses.place.map { documentName($0.text) },
      since: clauses.since?.earliest(newest: newest).day,
      until: clauses.until?.latest(newest: newest).day,
      on: clauses.on?.earliest(newest: newest).day,
      where: clauses.filter.map(withDocumentNames), sort: clauses.sort, top: clauses.top)
  }

  /// `d3` as the file it stands for.
  func documentName(_ words: String) -> String {
    guard let first = words.first, first == "d" || first == "D",
      let number = Int(words.dropFirst()), articles.indices.contains(number)
    else { return words }
    return graph.documents[number].file
  }

  private func withDocumentNames(_ filter: Filter) -> Filter {
    switch filter {
    case .field(.document, let comparison, .words(let words)):
      .field(.document, comparison, .words(documentName(words)))
    case .field, .words: filter
    case .not(let inner): .not(withDocumentNames(inner))
    case .all(let parts): .all(parts.map(withDocumentNames))
    case .any(let parts): .any(parts.map(withDocumentNames))
    }
  }

  /// What is asked for by an event's words; an error with suggestions when nothing is about it.
  mutating func asked(_ phrase: Phrase) throws(LineProblem) -> Asked {
    let asked = asked(phrase.text)
    guard graph.knows(asked) else { throw unknownEvent(phrase) }
    return asked
  }

  /// `deaths` and `died` ask for the topic whose words they are; other words for themselves.
  ///
  /// Unknown words are read as the articles are, unless `isProbing` is false.
  mutating func asked(_ words: String, isProbing: Bool = true) -> Asked {
    let wanted = folded(words)
    if graph.rules.topics.contains(where: { folded($0.name) == wanted }) { return Asked(words) }
    let lemmas = reader?.lemmas(of: foldedWords(words)) ?? []
    if let core = core(of: wanted) { return asked(core) }
    if let related = graph.rules.relatedWords(askedBy: wanted) {
      let isTopic = graph.rules.topics.contains { $0.name == related.name }
      if isTopic, graph.knows(Asked(related.name)) { return Asked(related.name) }
      if !isTopic { return plain(words, lemmas) }
    }
    let family = graph.rules.topics.filter { topic in
      topic.words.contains { folded($0) == wanted || folded($0) == lemmas.joined(separator: " ") }
    }
    if family.count == 1, graph.knows(Asked(family[0].name)) {
      return Asked(family[0].name)
    }
    let plain = plain(words, lemmas)
    if !isProbing || isKnown(plain) { return plain }
    return probed(words).map { Asked($0) } ?? plain
  }

  /// Whether figures are about the very words, and do not only stand in a sentence with them.
  func isKnown(_ asked: Asked) -> Bool {
    graph.claims(for: asked).contains { row, closeness in
      closeness != .mentioned && graph.claims[row].kind == .figure
    }
  }

  /// What a short sentence with the words is about: `100 people were still in jail`.
  ///
  /// The question is read by the reader of the articles, so that no list must know it. A topic's own
  /// word has no need of that, and a slip beside it must not be read past.
  private func probed(_ words: String) -> String? {
    let each = words.split(separator: " ").map(String.init)
    guard each.count == 1 || !each.contains(where: isTopic) else { return nil }
    for probe in rules?["questions.probes"].words ?? [] {
      guard let place = probe.firstRange(of: "{ask}") else { continue }
      let sentence = String(probe[..<place.lowerBound] + words + probe[place.upperBound...])
      let topics = read(sentence)?.claims.compactMap(\.proposition.topic) ?? []
      if let topic = topics.first(where: { graph.knows(Asked($0)) }) { return topic }
    }
    return nil
  }

  private func isTopic(_ word: String) -> Bool {
    let wanted = folded(word)
    return graph.rules.topics.contains { topic in
      folded(topic.name) == wanted || topic.words.contains { folded($0) == wanted }
    }
  }

  /// The words without those that only say that something is counted: `loot value`.
  private func core(of wanted: String) -> String? {
    guard graph.rules.relatedWords(askedBy: wanted) == nil else { return nil }
    let generic = Set(rules?["questions.generic"].words ?? [])
    let words = wanted.split(separator: " ").map(String.init)
    let core = words.filter { !generic.contains($0) }
    guard !core.isEmpty, core.count < words.count else { return nil }
    let phrase = core.joined(separator: " ")
    return graph.rules.relatedWords(askedBy: phrase) == nil ? nil : phrase
  }

  /// The words with their forms, and the other ways to ask for the same.
  private mutating func plain(_ words: String, _ lemmas: [String]) -> Asked {
    let others = otherWays(of: folded(words), lemmas.joined(separator: " "))
    return Asked(
      words, forms: forms(lemmas),
      others: others.map { way in
        let lemmas = reader?.lemmas(of: foldedWords(way)) ?? []
        return Asked(way, forms: forms(lemmas))
      }, isDone: reader?.isParticiple(words) ?? false)
  }

  private func forms(_ lemmas: [String]) -> [[String]] {
    lemmas.map { [$0] + (reader?.related(to: $0) ?? []) }
  }

  /// The phrases that the rules hold to ask for the same thing.
  private mutating func otherWays(of words: String, _ lemmas: String) -> [String] {
    var others: [String] = []
    for group in graph.rules.asks {
      let isOne = group.contains { way in
        let known = folded(way)
        return known == words
          || (reader?.lemmas(of: foldedWords(way)) ?? []).joined(separator: " ") == lemmas
      }
      if isOne { others += group.filter { folded($0) != words } }
    }
    return others
  }
}
