import HearsayCore
import HearsayText

/// A verb whose object or phrase a figure is.
struct GoverningVerb {
  /// The row of its verb group.
  var group: Int
  /// The preposition right before the figure; -1 where the figure is the object.
  var link = -1
  /// Whether `toll`, `number`, `magnitude` stands between: what is moved to the figure.
  var hasToll = false
  /// Whether a relative word stands between.
  var hasRelative = false
  /// Whether only words of noun groups stand between.
  var isPlain = true
}

/// Whoever counts, measures, corrects or offers what a figure says: `the office put it at 6.1`,
/// `which speaks of 31 dead`, `authorities lowered the number of dead to 19, from 21`.
extension ChainFinder {
  private static var longestObject: Int { 36 }

  /// The subject of the verb that gives a figure.
  func giver(of frame: FigureFrame) -> (step: ChainStep, group: Int)? {
    guard frame.zone != .headline, var verb = governor(of: frame) else { return nil }
    if let outer = admission(of: verb.group) {
      verb.group = outer
    } else if !gives(verb, frame) {
      return nil
    }
    guard let words = teller(ofGroup: verb.group), !isPlaceDescribed(words, verb.group),
      let found = source(words, cue: draft.verbGroups[verb.group].head)
    else { return nil }
    return (found, verb.group)
  }

  /// Whoever does a verb, over times and clauses that stand between.
  private func teller(ofGroup row: Int) -> TokenRange? {
    let group = draft.verbGroups[row]
    if group.form == .finite, let near = nearSubject(before: group.tokens.start) { return near }
    return doer(ofGroup: row)
  }

  /// `A judge Monday sentenced`, `The army, which until Monday had spoken of four, raised`, and
  /// `which until Monday had spoken`: what a time or an aside parts from its verb.
  private func nearSubject(before verb: Int) -> TokenRange? {
    let sentence = layers.sentence.tokens
    var end = verb
    while end > sentence.start + 1, let before = beforeAdjunct(end) { end = before }
    // `The owner, Sula Lines,` is one group.
    if end > sentence.start + 1, let aside = beforeAside(end, sentence),
      draft.classes[aside + 1] == .relative
    {
      end = aside
    }
    let isRelative = draft.classes[max(0, end - 1)] == .relative
    if isRelative, end - 2 > sentence.start, draft.classes[end - 2] == .mark { end -= 2 }
    guard end < verb else { return nil }
    let words = groupEnding(at: end - 1, sentence)
    guard words.count > 0, let head = headNoun(words), isSomebody(head),
      words.start == sentence.start || draft.classes[words.start - 1] != .preposition
    else { return nil }
    return words
  }

  /// `admitted stealing 120 million`, `boasted of killing 40`: the verb before.
  private func admission(of group: Int) -> Int? {
    guard draft.verbGroups[group].form == .progressive, group > 0,
      case let outer = draft.verbGroups[group - 1], !outer.passive, !outer.negated,
      tables.origins.claimingVerbs.contains(outer.lemma)
        || tables.origins.linkedVerbs.contains(outer.lemma)
    else { return nil }
    let between = outer.tokens.end..<max(outer.tokens.end, draft.verbGroups[group].tokens.start)
    guard between.count <= 1, between.allSatisfy({ draft.classes[$0] == .preposition }) else {
      return nil
    }
    return group - 1
  }

  /// `a bombing in Nigeria that has claimed 34 lives`: a place that a clause describes counts nobody.
  private func isPlaceDescribed(_ words: TokenRange, _ group: Int) -> Bool {
    guard clause(ofGroup: group)?.subjectKind == .relative, let head = headNoun(words),
      let mention = mention(at: head)
    else { return false }
    return draft.entities[mention.value].kind == .place
  }

  /// The nearest verb to the left that is not inside a noun group.
  private func governor(of frame: FigureFrame) -> GoverningVerb? {
    var verb = GoverningVerb(group: -1)
    var row = frame.phrase.start - 1
    let lowest = max(frame.sentence.start, row - Self.longestObject)
    var isFirst = true
    while row >= lowest {
      if let time = timeEnding(at: row) {
        row = time - 1
        continue
      }
      if let group = verbGroup(at: row) {
        // `which speaks of 31`: the verb right before the preposition is its own.
        let isNext = verb.link >= 0 && draft.verbGroups[group].tokens.end >= verb.link
        guard verb.link >= 0, !isNext, isInsideNoun(group) else {
          verb.group = group
          return verb
        }
        row = draft.verbGroups[group].tokens.start - 1
        continue
      }
      guard pass(row, isFirst: isFirst, frame, &verb) else { return nil }
      // `from an earlier 24`
      isFirst = isFirst && [.adverb, .adjective, .determiner].contains(draft.classes[row])
      row -= 1
    }
    return nil
  }

  /// Where a time that ends at a token begins: `4:51 a.m.` is not part of the object.
  private func timeEnding(at row: Int) -> Int? {
    layers.times.first { draft.times[$0].tokens.end == row + 1 }
      .map { draft.times[$0].tokens.start }
  }

  /// Whether a figure may still belong to a verb further left.
  private func pass(
    _ row: Int, isFirst: Bool, _ frame: FigureFrame, _ verb: inout GoverningVerb
  ) -> Bool {
    let token = draft.tokens[row]
    switch draft.classes[row] {
    case .preposition, .to:
      if isFirst { verb.link = row } else { verb.isPlain = verb.isPlain && isOf(row) }
    case .mark:
      // `to 71, from 58`, `31 deaths, 214 injured and 4,000 homeless`.
      return isComma(row)
    case .subordinator, .whWord: return false
    case .relative:
      verb.hasRelative = true
      return verb.link >= 0
    default:
      if token.kind == .quote { verb.isPlain = false }
      verb.hasToll = verb.hasToll || isMoved(row) || isPointer(row, before: verb.link)
      // `to magnitude 6.7`
      if isFirst, isMoved(row), row > 0, isMovingLink(row - 1) { verb.link = row - 1 }
    }
    return true
  }

  private func isOf(_ row: Int) -> Bool { tables.ofWords.contains(draft.tokens[row].word) }

  /// `toll`, `number`, `magnitude`, `reward`.
  private func isMoved(_ row: Int) -> Bool {
    let word = draft.tokens[row].word
    return lexicon.tags(word).has(.figureNoun) || tables.tollNouns.contains(word)
      || tables.origins.movedNouns.contains(lexicon.facts(word).lemma)
  }

  private func isMovingLink(_ row: Int) -> Bool {
    tables.origins.movingLinks.contains(draft.tokens[row].word)
  }

  /// `revised this to 131`.
  private func isPointer(_ row: Int, before link: Int) -> Bool {
    link == row + 1
      && (tables.origins.demonstratives.contains(draft.tokens[row].word)
        || tables.pointers.contains(draft.tokens[row].word))
  }

  /// `the number of people known to have died in the blast`: verbs that only describe a noun.
  private func isInsideNoun(_ group: Int) -> Bool {
    guard let clause = clause(ofGroup: group), besideSubject(ofGroup: group) == nil else {
      return false
    }
    switch clause.kind {
    case .relative, .infinitival: return true
    case .participial: return !clause.isAfterComma && !clause.isFronted
    default: return false
    }
  }

  // MARK: - Whether a verb gives figures

  private func gives(_ verb: GoverningVerb, _ frame: FigureFrame) -> Bool {
    let group = draft.verbGroups[verb.group]
    guard !group.passive, !group.negated else { return false }
    let words = tables.origins
    let lemma = group.lemma
    if frame.quantity.kind != .count, isRuled(verb, group) { return true }
    guard verb.link >= 0 else {
      return isCounted(verb, group, frame) || isOffered(verb, group, frame)
    }
    let link = draft.tokens[verb.link].word
    if words.placingLinks.contains(link), words.placingVerbs.contains(lemma) { return true }
    // `…, raising the toll to 29` tells what came of it: the article's own.
    if words.movingLinks.contains(link), verb.hasToll || isTollNext(frame), group.form == .finite,
      lexicon.tags(draft.tokens[group.head].word).has(.revisingVerb)
        || words.movingVerbs.contains(lemma)
    {
      return true
    }
    if verb.link <= group.tokens.end + 1, words.ofLinks.contains(link) {
      return words.ofVerbs.contains(lemma) || words.linkedVerbs.contains(lemma)
    }
    return isOffered(verb, group, frame)
  }

  /// `sentenced nine of them to six years`, `fined 14 others`: what a court decides.
  private func isRuled(_ verb: GoverningVerb, _ group: VerbGroup) -> Bool {
    // `sentenced a gang that robbed a bank of 12 million to 18 years`: only the term is the court's.
    let isTerm = verb.link >= 0 && draft.classes[verb.link] == .to
    guard tables.origins.rulings.contains(group.lemma), group.form == .finite,
      !verb.hasRelative || isTerm,
      let doer = teller(ofGroup: verb.group), let head = headNoun(doer)
    else { return false }
    return tables.origins.courts.contains(draft.tokens[head].word)
  }

  /// `lowered to 40 the number of people killed`.
  private func isTollNext(_ frame: FigureFrame) -> Bool {
    let next = frame.phrase.end
    guard next + 1 < frame.sentence.end, draft.classes[next] == .determiner else { return false }
    return isMoved(next + 1) || next + 2 < frame.sentence.end && isMoved(next + 2)
  }

  /// `reported 31 deaths, 214 injured and 4,000 homeless`.
  private func isCounted(
    _ verb: GoverningVerb, _ group: VerbGroup, _ frame: FigureFrame
  ) -> Bool {
    let tags = lexicon.tags(draft.tokens[group.head].word)
    let counts =
      tags.has(.countingVerb) && !tags.has(.listingVerb)
      || tables.origins.claimingVerbs.contains(group.lemma) || isInquiry(verb, group)
    guard verb.isPlain, counts,
      !draft.classes[group.head].isNominal
    else { return false }
    return frame.quantity.kind != .age && frame.quantity.kind != .ordinal
  }

  /// `A survey found 712 houses destroyed`.
  private func isInquiry(_ verb: GoverningVerb, _ group: VerbGroup) -> Bool {
    guard tables.origins.findingVerbs.contains(group.lemma), let words = doer(ofGroup: verb.group),
      let head = headNoun(words)
    else { return false }
    return tables.origins.inquiryNouns.contains(draft.facts[head].lemma)
  }

  /// `is offering a reward of €100,000`, `has offered $60,000`; `the reward` was offered before.
  private func isOffered(
    _ verb: GoverningVerb, _ group: VerbGroup, _ frame: FigureFrame
  ) -> Bool {
    guard frame.quantity.kind == .money, tables.origins.offeringVerbs.contains(group.lemma),
      group.form == .finite
    else { return false }
    let between = group.tokens.end..<max(group.tokens.end, frame.phrase.start)
    return between.count <= 6
      && !between.contains { tables.thoseWords.contains(draft.tokens[$0].word) }
  }

  // MARK: - Against those who are given the figure already

  /// Whether the giver of a figure stands against the sources around it: `according to X, while Y
  /// puts it at 12`, `the toll, which police had put at 11`.
  func overrides(_ group: Int, _ speakers: [Int], _ frame: FigureFrame) -> Override {
    let verb = draft.verbGroups[group]
    guard let clause = clause(ofGroup: group) else { return .no }
    for row in speakers {
      guard let source = draft.attributions[row].source, let cue = draft.attributions[row].cue
      else { return .no }
      let start = draft.bytes(verb.tokens).start
      // A trailing cue covers what stands before it.
      guard cue.end <= start else { return .no }
      if source.overlaps(draft.bytes(verb.tokens)) { return .no }
      let cueRow = draft.token(atOrAfter: cue.start)
      if cueRow >= verb.tokens.start { return .no }
    }
    switch clause.kind {
    case .relative: return clause.isAfterComma ? .within : .no
    case .adverbial, .coordinated, .main:
      return clause.subjectKind == .own || clause.subjectKind == .relative ? .instead : .no
    default: return .no
    }
  }

  enum Override { case no, within, instead }
}
