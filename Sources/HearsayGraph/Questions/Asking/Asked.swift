package import HearsayCore

/// What somebody asks for: `released`, `job cuts`, `FTSE`.
package struct Asked: Hashable, Sendable {
  /// The words as typed.
  package var phrase: String
  /// For each word the lemmas and family words that count as the same; the word itself always does.
  package var words: [[String]]
  /// Other ways to ask for the same thing: `lay off` for `job cuts`.
  package var others: [Asked] = []
  /// Whether it asks for what was done: `received`, and not `receive` or `need`.
  package var isDone = false

  /// What was typed, and for each of its words what counts as the same.
  package init(
    _ phrase: String, forms: [[String]] = [], others: [Asked] = [], isDone: Bool = false
  ) {
    self.phrase = phrase
    self.others = others
    self.isDone = isDone
    words = foldedWords(phrase).enumerated().map { place, word in
      let known = forms.indices.contains(place) ? forms[place].map(folded) : []
      return [word] + known.filter { $0 != word }
    }
  }
}

/// How closely a claim belongs to what was asked.
package enum Closeness: Int, Hashable, Sendable, Comparable {
  /// The rules' topic, the predicate or the counted noun is the word.
  case central
  /// The word is among those by which one may ask for it: a modifier, a unit, a related word.
  case related
  /// The word only stands in the sentence.
  case mentioned

  package static func < (one: Closeness, other: Closeness) -> Bool {
    one.rawValue < other.rawValue
  }
}

extension ClaimGraph {
  /// The claims that belong to what was asked, each with how closely.
  ///
  /// Every word asked must fit. Claims that only mention the words count when no other is there:
  /// `compare FTSE` should find a figure in a sentence on the FTSE, `compare killed` should not
  /// find the age of somebody who was killed.
  package func claims(for asked: Asked) -> [(row: Int, closeness: Closeness)] {
    found(asked).closeness.map { (row: $0.key, closeness: $0.value) }.sorted { $0.row < $1.row }
  }

  /// The same with how each was found.
  func found(_ asked: Asked) -> FoundClaims {
    if let known = lastFound.found(asked) { return known }
    let found = looked(for: asked)
    // What was given up half-way is none to keep.
    if !isGivenUp { lastFound.keep(found, asked) }
    return found
  }

  private func looked(for asked: Asked) -> FoundClaims {
    if let some = ofSome(asked) { return some }
    let related = related(to: asked)
    if let other = related?.instead, let related, !isMuchAnswered(related, beside: other) {
      return found(Asked(other))
    }
    let phrase = folded(asked.phrase)
    var all = FoundClaims()
    var found: [Int: Closeness] = [:]
    let topicRows = topicRows(asked)
    for row in topicRows { found[row] = .central }
    for row in index.terms[index.strings.id(of: phrase)] { found[Int(row)] = .central }
    for way in [asked] + asked.others {
      for row in rowsWithAllTerms(way) where found[row] == nil {
        found[row] = closeness(row, way)
      }
    }
    if !found.isEmpty { keepAsked(topicRows, &found) }
    let weak = Set(found.keys).subtracting(topicRows)
    if let related {
      found = found.filter {
        isOfKind($0.key, related, isFound: true) || !claims.isFigure($0.key)
      }
    }
    if weak.count <= mostLookedAt {
      let isOfPeople = isOfPeople(topicRows) || asksForPeople(asked)
      for row in weak where isOfAnother(row, related, isOfPeople: isOfPeople) || isCrew(row, asked)
      {
        found[row] = nil
      }
    }
    if let related {
      all.by = rows(of: related).filter { !isCrew($0.key, asked) }
      for row in all.by.keys { found[row] = .central }
    }
    if found.isEmpty { for row in rowsMentioning(asked) { found[row] = .mentioned } }
    all.closeness = found
    all.isTooMany = max(weak.count, found.count) > mostLookedAt
    all.topic = topicRows.first.flatMap { claims.topic(of: $0) } ?? related?.name
    all.isOfSome = related?.isOfSome ?? false
    dropOtherKinds(&all, related)
    all.isIntended = (related ?? concept(of: found.keys))?.isIntended ?? false
    all.asides = asides(all, asked, related, isTopic: !topicRows.isEmpty)
    if topicRows.isEmpty, related?.says.isEmpty ?? true {
      all.wholes = Set(found.keys.filter { countsAsked($0, asked, related) })
    }
    takeBeside(&all)
    takeEchoes(&all)
    takeProxies(&all)
    settleParts(&all, related)
    dropNeighbours(&all, isWord: topicRows.isEmpty && related == nil)
    takeNumbers(&all)
    return all
  }

  /// Who asks for people wants no sums and measures: `arrested with 40 litres of petrol`.
  private func dropOtherKinds(_ found: inout FoundClaims, _ related: RelatedWords?) {
    guard isOfPeople(found),
      related.map({ $0.counted == .people }) ?? true
    else { return }
    let others = found.closeness.keys.filter { row in
      switch claims[row].proposition.quantity?.kind {
      case .money, .measure: true
      default: false
      }
    }
    guard others.count * 3 < found.closeness.count else { return }
    for row in others { found.closeness[row] = nil }
  }

  /// `75 tents for the 17 families`: who asks by a noun wants no other number of its sentence.
  private func dropNeighbours(_ found: inout FoundClaims, isWord: Bool) {
    guard isWord, found.closeness.count <= mostLookedAt else { return }
    let counted = Set(found.wholes.map { claims[$0].sentence.range })
    for row in found.closeness.keys
    where !found.wholes.contains(row) && counted.contains(claims[row].sentence.range)
      && !claims.countedWords(of: row).isEmpty
    {
      found.closeness[row] = nil
    }
  }

  /// Whether what is asked tells what happened to people.
  func isOfPeople(_ found: FoundClaims) -> Bool {
    found.topic.map(rules.asking.peopleTopics.contains) == true
  }

  /// The related words of the question, or else of its topic.
  func words(of found: FoundClaims, _ related: RelatedWords?) -> RelatedWords? {
    related ?? found.topic.flatMap { rules.relatedWords(askedBy: folded($0)) }
  }

  /// Whether more than one article gives a figure for it, and not far more of them one for the
  /// other.
  private func isMuchAnswered(_ related: RelatedWords, beside other: String) -> Bool {
    let own = documents(related)
    let others = rules.relatedWords(askedBy: folded(other)).map(documents) ?? 0
    return own > 1 && own * 2 > others
  }

  private func documents(_ related: RelatedWords) -> Int {
    Set(rows(of: related).keys.map { claims[$0].document }).count
  }

  /// Whether the very noun asked for is counted: its figures are no parts then.
  private func countsAsked(_ row: Int, _ asked: Asked, _ related: RelatedWords?) -> Bool {
    let counted = claims.countedWords(of: row)
    guard claims.isFigure(row), let head = counted.last else { return false }
    let isCounted =
      related.map { $0.counts(counted) }
      ?? (asked.words.last?.contains { sameNoun($0, head) } == true
        || clause(row).isOf(asked.words))
    return isCounted && claims[row].proposition.quantity?.interval != Interval(exactly: .one)
  }

  /// The concept of the topic of most figures found: `jobs` finds cuts of jobs.
  private func concept(of rows: some Sequence<Int>) -> RelatedWords? {
    var counts: [String: Int] = [:]
    for row in rows { if let topic = claims.topic(of: row) { counts[topic, default: 0] += 1 } }
    let most = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    return most.flatMap { rules.relatedWords(askedBy: folded($0.key)) }
  }

  private func isOfPeople(_ topicRows: [Int]) -> Bool {
    topicRows.first.flatMap { claims.topic(of: $0) }.map(rules.asking.peopleTopics.contains)
      ?? false
  }

  /// Whether a topic of people goes by what was asked, though no figure has it.
  private func asksForPeople(_ asked: Asked) -> Bool {
    guard asked.words.count == 1, let forms = asked.words.first else { return false }
    return rules.topics.contains {
      rules.asking.peopleTopics.contains($0.name)
        && (folded($0.name) == folded(asked.phrase) || isWord(of: $0, forms))
    }
  }

  /// Whether a figure found by its words answers another question: `245 rearrested` in a sentence on
  /// those escaped, `the city's two hospitals` beside the injured.
  private func isOfAnother(_ row: Int, _ related: RelatedWords?, isOfPeople: Bool) -> Bool {
    guard claims.isFigure(row) else { return false }
    let counted = claims.countedWords(of: row)
    if isOfPeople, let head = counted.last, rules.asking.isThing(head) { return true }
    guard let related else { return false }
    if !related.nouns.isEmpty, let head = counted.last, !related.counts(counted),
      rules.nouns.sort(of: head) != .generic
    {
      return true
    }
    guard !related.rivals.isEmpty else { return false }
    return isRivals(row, related, clause(row))
  }

  /// `52 rescue workers`, and not `52 rescued workers`, where those rescued are asked for.
  private func isCrew(_ row: Int, _ asked: Asked) -> Bool {
    let counted = claims.countedWords(of: row)
    guard let head = counted.last, rules.asking.crew.contains(head) else { return false }
    let typed = foldedWords(asked.phrase)
    let verbs = typed.count == 1 ? rules.topic(typed[0])?.words.map(folded) ?? [] : []
    let forms = Set(asked.words.joined()).union(verbs).subtracting(typed)
    return counted.dropLast().contains(where: forms.contains)
  }

  /// Whether anything at all belongs to what was asked: cheaper than to list it.
  package func knows(_ asked: Asked) -> Bool {
    !topicRows(asked).isEmpty || index.terms.has(index.strings.id(of: folded(asked.phrase)))
      || ([asked] + asked.others).contains { !rowsWithAllTerms($0).isEmpty }
      || !rowsMentioning(asked).isEmpty || ofSome(asked) != nil
      || related(to: asked).map { !rows(of: $0).isEmpty } == true
  }

  private func topicRows(_ asked: Asked) -> [Int] {
    let phrase = folded(asked.phrase)
    var named = rules.topics.filter { folded($0.name) == phrase }.map(\.name)
    // Hostages are held, and not all who are held are hostages.
    let isOwn = named.isEmpty && related(to: asked) != nil
    if named.isEmpty, !isOwn, let forms = asked.words.first, asked.words.count == 1 {
      named = rules.topics.filter { isWord(of: $0, forms) }.map(\.name)
    }
    let all = named.isEmpty ? [asked.phrase, phrase] : named
    return Set(all.flatMap { index.topics[index.strings.id(of: $0)].map(Int.init) }).sorted()
  }

  /// Who asks for a topic wants no figures of another one, though their words may name both.
  ///
  /// `12 are missing after the flood killed 7` is one answer to `killed`. Claims without a topic
  /// must be of the word itself.
  private func keepAsked(_ ofTopic: [Int], _ found: inout [Int: Closeness]) {
    guard !ofTopic.isEmpty else { return }
    let topics = Set(ofTopic.compactMap { claims.topic(of: $0) })
    found = found.filter { row, closeness in
      claims.topic(of: row).map(topics.contains) ?? (closeness == .central)
    }
  }

  /// Whether a topic goes by one of `forms`: `deaths` asks for `killed`.
  func isWord(of topic: GraphRules.Topic, _ forms: [String]) -> Bool {
    topic.words.contains { word in
      let known = folded(word)
      return forms.contains(known) || forms.first.map { sameNoun($0, known) } == true
    }
  }

  private func rowsWithAllTerms(_ asked: Asked) -> [Int] {
    var lists = asked.words.map { index.rows(withAnyTermOf: formsKnown($0)) }
    lists.sort { $0.count < $1.count }
    guard var rows = lists.first else { return [] }
    for list in lists.dropFirst() { rows = intersection(rows, list) }
    return rows.map(Int.init)
  }

  /// The forms that are terms; when none is, terms that look like another form of the word.
  private func formsKnown(_ forms: [String]) -> [String] {
    let known = forms.filter { index.terms.has(index.strings.id(of: $0)) }
    guard known.isEmpty, let word = forms.first else { return known }
    return index.terms(like: word)
  }

  private func closeness(_ row: Int, _ asked: Asked) -> Closeness {
    let proposition = claims[row].proposition
    let counted = foldedWords(proposition.quantity?.unit ?? proposition.populationText ?? "")
    let predicate = proposition.predicate.map(folded)
    func isCentral(_ forms: [String]) -> Bool {
      forms.contains { form in
        predicate.map { sameNoun($0, form) } == true || counted.contains { sameNoun($0, form) }
      }
    }
    return asked.words.contains(where: isCentral) ? .central : .related
  }

  private func rowsMentioning(_ asked: Asked) -> [Int] {
    var sentences: [Int32]?
    for forms in asked.words {
      let here = forms.reduce([]) { union($0, index.words[index.strings.id(of: $1)]) }
      sentences = sentences.map { intersection($0, here) } ?? here
    }
    return (sentences ?? []).flatMap { nearest(index.sentences.rows(of: $0), asked) }
  }

  /// Of the figures of a sentence those that stand nearest to the words asked: `the FTSE fell by
  /// 2 per cent, the DAX by 3` names one figure of the FTSE.
  private func nearest(_ rows: [Int], _ asked: Asked) -> [Int] {
    let figures = rows.filter { claims.isFigure($0) }
    guard let first = figures.first else { return rows }
    let words = foldedWords(claims[first].sentence.text)
    let forms = Set(asked.words.flatMap { $0 })
    let mentions = words.indices.filter { forms.contains(words[$0]) }
    let gaps = figures.map { row in
      mentions.map { abs($0 - wordsBefore(claims[row])) }.min() ?? Int.max
    }
    let least = gaps.min()
    return zip(figures, gaps).filter { $0.1 == least }.map(\.0)
  }

  /// How many words of its sentence stand before a claim.
  private func wordsBefore(_ claim: Claim) -> Int {
    let bytes = claim.span.range.start - claim.sentence.range.start
    let start = claim.sentence.text.utf8.prefix(max(0, bytes))
    return foldedWords(String(Substring(start))).count
  }
}

/// Longer answers nobody reads line by line.
package let mostLookedAt = 3000
