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
    if let some = ofSome(asked) { return some }
    let phrase = folded(asked.phrase)
    let related = related(to: asked)
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
        isOfKind($0.key, related, isFound: true) || claims[$0.key].kind != .figure
      }
    }
    if weak.count <= mostLookedAt {
      for row in weak where isOfAnother(row, related, isOfPeople: isOfPeople(topicRows)) {
        found[row] = nil
      }
    }
    if let related {
      all.by = rows(of: related)
      for row in all.by.keys { found[row] = .central }
    }
    if found.isEmpty { for row in rowsMentioning(asked) { found[row] = .mentioned } }
    all.closeness = found
    all.topic = topicRows.first.flatMap { claims[$0].proposition.topic } ?? related?.name
    all.isIntended = related?.isIntended ?? false
    all.asides = asides(all, asked, related, isTopic: !topicRows.isEmpty)
    takeBeside(&all)
    takeNumbers(&all)
    return all
  }

  /// Whether the words beside a figure answer a question that is not this one.
  private func isAnswerElsewhere(_ row: Int, _ topic: String?, _ clause: FigureClause) -> Bool {
    rules.related.contains { other in
      other.name != topic && isOfKind(row, other) && other.counted != .any
        && other.says.contains { clause.says($0) == .ofIt }
    }
  }

  /// A topic with more words, such as `died in custody`: its figures in sentences that have them.
  private func saying(_ topic: String, _ asked: Asked, besides place: Int) -> FoundClaims? {
    let rest = asked.words.enumerated().filter { $0.offset != place }.map(\.element)
    var found = FoundClaims()
    for row in index.topics[index.strings.id(of: topic)].map(Int.init) {
      let words = foldedWords(claims[row].sentence.text)
      if rest.allSatisfy({ !$0.filter(words.contains).isEmpty }) { found.closeness[row] = .central }
    }
    found.topic = topic
    return found.closeness.isEmpty ? nil : found
  }

  /// Whether a sentence that counts nobody in particular names those asked for.
  private func speaksOf(_ nouns: RelatedWords?, _ who: [String], _ row: Int) -> Bool {
    let known = Set(who + (nouns?.nouns.filter { $0.count == 1 }.map { $0[0] } ?? []))
    return clause(row).hasBeside(known, 6, 2)
  }

  private func isOfPeople(_ topicRows: [Int]) -> Bool {
    topicRows.first.flatMap { claims[$0].proposition.topic }.map(rules.peopleTopics.contains)
      ?? false
  }

  /// Whether a figure found by its words answers another question: `245 rearrested` in a sentence on
  /// those escaped, `the city's two hospitals` beside the injured.
  private func isOfAnother(_ row: Int, _ related: RelatedWords?, isOfPeople: Bool) -> Bool {
    let claim = claims[row]
    guard claim.kind == .figure else { return false }
    if isOfPeople, let head = claim.proposition.countedWords.last, rules.things.contains(head) {
      return true
    }
    guard let related else { return false }
    if !related.nouns.isEmpty, let head = claim.proposition.countedWords.last,
      !related.counts(claim.proposition.countedWords), rules.nouns.sort(of: head) != .generic
    {
      return true
    }
    guard !related.rivals.isEmpty else { return false }
    return isRivals(row, related, clause(row))
  }

  /// What stands beside an answer for the same thing: `200,000 rupees ($2,400)`, `104, up from 63`.
  private func takeBeside(_ found: inout FoundClaims) {
    guard found.closeness.count <= mostLookedAt else { return }
    for (row, closeness) in found.closeness where closeness == .central {
      let claim = claims[row]
      guard claim.kind == .figure, claim.proposition.quantity?.vague == nil else { continue }
      for other in row + 1..<min(row + 3, claimRows[claim.document].upperBound)
      where found.closeness[other] == nil && isSame(claim, claims[other], other) {
        found.by[other] = .said
        found.closeness[other] = .central
        if found.asides.contains(row) { found.asides.insert(other) }
      }
    }
  }

  /// Whether a figure right behind another gives the same in another currency, or as it was before.
  private func isSame(_ claim: Claim, _ other: Claim, _ row: Int) -> Bool {
    let (one, two) = (claim.proposition, other.proposition)
    guard other.kind == .figure, other.sentence.range == claim.sentence.range,
      let kind = one.quantity?.kind, kind == two.quantity?.kind, two.quantity?.vague == nil,
      two.topic == nil || two.topic == one.topic, two.otherEvent == nil
    else { return false }
    let gap = other.span.range.start - claim.span.range.end
    if kind == .money, (1...3).contains(gap) {
      return !sameUnit(one.quantity?.unit, two.quantity?.unit, rules)
    }
    guard gap > 0, gap < mostBytesBetween, traits(row).contains(.former) else { return false }
    if kind == .money { return sameUnit(one.quantity?.unit, two.quantity?.unit, rules) }
    return two.countedWords.isEmpty || one.countedWords.last == two.countedWords.last
  }

  /// Figures that only repeat a number which answers.
  private func takeNumbers(_ found: inout FoundClaims) {
    let direct = found.closeness.filter { row, closeness in
      closeness == .central && claims[row].kind == .figure && !found.asides.contains(row)
    }
    found.sameNumber = sameNumbers(Array(direct.keys)).filter { row, _ in
      let clause = clause(row)
      return !clause.isBase && !isAnswerElsewhere(row, found.topic, clause)
    }
    for row in found.sameNumber.keys where !found.asides.contains(row) {
      found.closeness[row] = .central
    }
  }

  /// Rows that stand beside the question: of whom another thing is told, or how many there might be.
  private func asides(
    _ found: FoundClaims, _ asked: Asked, _ related: RelatedWords?, isTopic: Bool
  ) -> Set<Int> {
    let rows = found.closeness.keys.filter { claims[$0].kind == .figure }
    guard rows.count <= mostLookedAt else { return [] }
    let loose = Set(
      rows.filter { row in
        isLoose(row, among: rows) || (found.by[row] == .said && isSingle(row, among: rows))
      })
    guard !(isTopic && found.topic.map(rules.peopleTopics.contains) == true) else { return loose }
    let otherwise = rows.filter { isToldOtherwise($0, related) }
    let spare = rows.filter { row in
      isCapacity(row) || isSingle(row, among: rows)
        || (found.by[row] == nil && claims[row].proposition.countedWords.isEmpty
          && clause(row).isBase)
        || (found.by[row] == .noun && related.map { isRivals(row, $0, clause(row)) } == true)
    }
    let beside = Set(otherwise).union(spare)
    // Where all that is known is told so, it is the answer.
    let rest = rows.filter { !beside.contains($0) && found.closeness[$0] == .central }
    return rest.isEmpty ? loose : beside.union(loose)
  }

  /// `several` beside any number.
  private func isLoose(_ row: Int, among rows: [Int]) -> Bool {
    guard let vague = claims[row].proposition.quantity?.vague else { return false }
    return foldedWords(vague).contains(where: rules.looseWords.contains)
      && rows.contains { claims[$0].proposition.quantity.map { $0.vague == nil } == true }
  }

  /// `one robber brought them water`, where the article counts more.
  private func isSingle(_ row: Int, among rows: [Int]) -> Bool {
    let claim = claims[row]
    guard claim.zone == .body, claim.proposition.quantity?.kind == .count,
      claim.proposition.quantity?.interval == Interval(exactly: .one)
    else { return false }
    return rows.contains { other in
      claims[other].document == claim.document
        && (claims[other].proposition.quantity?.interval.low ?? .zero) > .one
    }
  }

  /// A topic with those counted, such as `children killed`: its figures of them are the whole.
  private func ofSome(_ asked: Asked) -> FoundClaims? {
    guard (2...4).contains(asked.words.count), topicRows(asked).isEmpty,
      rules.relatedWords(askedBy: folded(asked.phrase)) == nil
    else { return nil }
    for place in asked.words.indices {
      let topics = rules.topics.filter { isWord(of: $0, asked.words[place]) }
      guard let topic = topics.first, topics.count == 1 else { continue }
      if asked.words.count > 2 {
        if let some = saying(topic.name, asked, besides: place) { return some }
        continue
      }
      let who = asked.words[1 - place]
      let nouns = who.lazy.compactMap(rules.relatedWords).first
      let rows = index.topics[index.strings.id(of: topic.name)].map(Int.init).filter { row in
        let counted = claims[row].proposition.countedWords
        guard let head = counted.last else { return speaksOf(nouns, who, row) }
        return nouns?.counts(counted) == true
          || (rules.nouns.sort(of: head) == .generic && speaksOf(nouns, who, row))
          || who.contains { rules.nouns.areOneThing($0, head) || counted.contains($0) }
      }
      guard !rows.isEmpty else { continue }
      var found = FoundClaims()
      for row in rows { found.closeness[row] = .central }
      found.isOfSome = true
      return found
    }
    return nil
  }

  /// Whether anything at all belongs to what was asked: cheaper than to list it.
  package func knows(_ asked: Asked) -> Bool {
    !topicRows(asked).isEmpty || index.terms.has(index.strings.id(of: folded(asked.phrase)))
      || ([asked] + asked.others).contains { !rowsWithAllTerms($0).isEmpty }
      || !rowsMentioning(asked).isEmpty || related(to: asked).map { !rows(of: $0).isEmpty } == true
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
    let topics = Set(ofTopic.compactMap { claims[$0].proposition.topic })
    found = found.filter { row, closeness in
      claims[row].proposition.topic.map(topics.contains) ?? (closeness == .central)
    }
  }

  /// Whether a topic goes by one of `forms`: `deaths` asks for `killed`.
  private func isWord(of topic: GraphRules.Topic, _ forms: [String]) -> Bool {
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
    let figures = rows.filter { claims[$0].kind == .figure }
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

/// What an article sets against its figure stands so near.
private let mostBytesBetween = 90

/// Longer answers nobody reads line by line.
private let mostLookedAt = 3000
