import HearsayCore
import HearsayText

/// Whether a word of a topic can speak of a figure at all, however near it stands.
///
/// Distance alone takes the doer for the one it is done to, and the place for what is counted:
/// `Three gunmen killed 12 people in two villages` counts 12 dead, neither three nor two.
struct TopicFit: ClaimFinder {
  let context: ClaimContext
  /// The rows of the points in time of the sentence.
  var times: Range<Int> = 0..<0
  /// The other figures of the sentence, with the words that bound them: `killed at least 12`.
  var others: [TokenRange] = []

  /// Whether the word at `tokens` may bear on the figure.
  func fits(_ word: TopicWord, _ topic: Int, at tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    misfit(word, topic, at: tokens, frame) == nil
  }

  /// Why the word at `tokens` cannot bear on the figure; `nil` when it may.
  func misfit(
    _ word: TopicWord, _ topic: Int, at tokens: TokenRange, _ frame: FigureFrame
  ) -> Misfit? {
    guard fitsKind(word, topic, at: tokens, frame) else { return .kind }
    if word != .verb || tokens.overlaps(frame.phrase), describesCrew(tokens, frame) {
      return .describesAnother
    }
    if isLeft(after: tokens, frame) { return .otherVerb }
    if let counted = tables.traits[topic].counted, !isOne(of: counted, frame) { return .thing }
    if tables.traits[topic].ofPersons, frame.quantity.kind == .percent,
      !isPreposition(frame.number.end, in: tables.ofWords)
    {
      return .kind
    }
    // `A gang that held seven workers stole €7m`: nobody steals people.
    if tables.traits[topic].ofMoney, countsKnownPersons(frame) { return .thing }
    // `The 6.2-magnitude quake has killed 33 people`.
    if tables.traits[topic].ofPeople, frame.isScale { return .fraction }
    guard tables.traits[topic].ofPeople, frame.quantity.kind == .count else { return nil }
    if tables.traits[topic].ofPersons, !countsPersons(frame) { return .thing }
    // Nobody counts people in fractions: `a magnitude 6.4 earthquake killed …`.
    if let stated = frame.quantity.stated, stated.exponent < 0 { return .fraction }
    if isThing(frame), !isInCompound(tokens, frame) { return .thing }
    if isPossessor(frame) { return .possessor }
    if isDenied(frame) { return .denied }
    if isOfName(tokens, frame) { return .describesAnother }
    if tokens.overlaps(frame.phrase) { return nil }
    let ahead = tokens.start >= frame.phrase.end
    if !ahead, opensWithSubject(tokens.end, frame) { return .otherClause }
    switch word {
    case .verb:
      if ahead { return isPlaced(frame) ? .place : suffers(tokens, frame) ? nil : .doer }
      if hasOwnVerb(after: tokens.end, frame) || isSubject(frame) && !isInRelative(tokens, frame) {
        return .otherVerb
      }
      if isCharged(topic, with: frame, from: tokens.end)
        || isOfCounts(topic, frame, from: tokens.end)
      {
        return .otherClause
      }
      return isObject(tokens, frame) ? nil : .notObject
    case .noun:
      return !ahead || !crossesVerb(frame.phrase.end..<tokens.start) ? nil : .otherClause
    case .phrase:
      if ahead {
        return isPlaced(frame) ? .place : isOfItsOwn(tokens, frame) ? .describesAnother : nil
      }
      if isPreposition(linkBefore(frame), in: tables.doerWords) { return .doer }
      if describesAnother(tokens, frame) { return .describesAnother }
      if tokens.end < frame.phrase.start,
        (tokens.end..<frame.phrase.start).contains(where: {
          tables.clauseWords.contains(draft.tokens[$0].word)
        })
      {
        return .otherClause
      }
      return isPerson(frame) || !crossesVerb(tokens.end..<frame.phrase.start) ? nil : .otherClause
    }
  }

  /// `a rescue team of 140 people`, `arrest warrants for 12`: those who do it, or a thing.
  private func describesCrew(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    // `52 rescue workers`, and not `52 rescued workers`.
    tokens.end < frame.sentence.end
      && (!tokens.overlaps(frame.phrase) || isBaseForm(tokens.end - 1))
      && tables.crewNouns.contains(draft.tokens[tokens.end].word)
  }

  private func isBaseForm(_ row: Int) -> Bool {
    draft.facts[row].lemma == draft.tokens[row].word
  }

  /// `19 of them escaped, leaving 99 in the forest`: those who are left did not.
  private func isLeft(after tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    let row = linkBefore(frame)
    return row > tokens.end && draft.classes[row] == .verbIng
      && tables.leavingVerbs.contains(draft.facts[row].lemma)
  }

  /// `a missing bus with 22 children`: the word stands before a noun of its own.
  private func describesAnother(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    tokens.end < frame.phrase.start && draft.classes[tokens.end] == .noun
      && !tables.upWords.contains(draft.tokens[tokens.end].word)
  }

  /// A verb behind the figure: the figure is its subject, so the verb is passive, a participle or
  /// one that is suffered (`die`).
  private func suffers(_ verb: TokenRange, _ frame: FigureFrame) -> Bool {
    if isOf(verb.start, tables.sufferedVerbs) || isPassive(verb.start) { return true }
    return !takesObject(verb.end, frame.sentence)
  }

  private func isPassive(_ row: Int) -> Bool {
    var here = row - 1
    while here >= 0, draft.classes[here] == .adverb || draft.classes[here] == .negation {
      here -= 1
    }
    return here >= 0 && draft.classes[here] == .be
  }

  /// Whether a noun phrase starts here that is no time: then the verb before it is active.
  private func takesObject(_ row: Int, _ sentence: TokenRange) -> Bool {
    guard row < sentence.end else { return false }
    switch draft.classes[row] {
    case .number, .possessive, .objectPronoun, .adjective, .noun, .determiner: break
    default: return draft.tokens[row].kind == .number || others.contains { $0.start == row }
    }
    return !times.contains { draft.times[$0].tokens.contains(row) }
  }

  /// A verb before the figure: the figure is its object or stands behind `of`, not behind any other
  /// preposition (`killed by two gunmen`, `released from three prisons`).
  private func isObject(_ verb: TokenRange, _ frame: FigureFrame) -> Bool {
    let row = linkBefore(frame)
    if verb.end <= row, opensClause(verb.end..<row + 1) { return false }
    guard row >= verb.end, draft.classes[row] == .preposition else { return true }
    return isPreposition(row, in: tables.ofWords)
      || isPerson(frame) && !isOf(row, tables.doerWords)
  }

  /// `charged with the false imprisonment of 11 persons`: done by those charged.
  private func isCharged(_ topic: Int, with frame: FigureFrame, from start: Int) -> Bool {
    tables.crimeTopics.contains(tables.topics[topic].name) && start < frame.number.start - 1
      && tables.crimeLinks.contains(draft.tokens[start].word)
  }

  /// `There are four dead and we have a dozen at the clinic`: a clause with a subject of its own,
  /// unless that stands for the number (`…, and it now stands at 33`).
  private func opensWithSubject(_ start: Int, _ frame: FigureFrame) -> Bool {
    guard start + 1 < frame.phrase.start else { return false }
    return (start + 1..<frame.phrase.start).contains { row in
      draft.classes[row] == .subjectPronoun && draft.classes[row - 1] == .conjunction
        && !tables.pointers.contains(draft.tokens[row].word)
    }
  }

  /// `hurt when three bombs went off`: what follows is the subject of its own clause.
  private func opensClause(_ between: Range<Int>) -> Bool {
    between.contains { lexicon.tags(draft.tokens[$0].word).has(.clauseBorder) }
  }

  /// `killed 12 and affected 2.5 million`: another verb has the figure for its object.
  func hasOwnVerb(after start: Int, _ frame: FigureFrame) -> Bool {
    var row = frame.phrase.start - 1
    while row >= start,
      draft.classes[row] == .determiner || draft.classes[row] == .possessive
        || draft.classes[row] == .adverb
    { row -= 1 }
    guard row > start, draft.classes[row].isVerb,
      draft.classes[row - 1] == .conjunction
        || draft.classes[row - 1] == .mark || draft.classes[row - 1] == .to
    else { return false }
    return !lexicon.tags(draft.tokens[row].word).has(.lightVerb)
      && !tables.numberingVerbs.contains(draft.facts[row].lemma)
  }

  /// `638 got out and 245 have been caught`: a verb of its own follows the figure.
  private func isSubject(_ frame: FigureFrame) -> Bool {
    var row = frame.phrase.end
    while row < frame.sentence.end, draft.classes[row] == .adverb { row += 1 }
    guard row < frame.sentence.end else { return false }
    return draft.classes[row] == .be || draft.classes[row] == .have || draft.classes[row] == .modal
  }

  /// `The attack that killed 30 people was claimed`: the verb behind is of the attack.
  private func isInRelative(_ verb: TokenRange, _ frame: FigureFrame) -> Bool {
    guard linkBefore(frame) == verb.end - 1 else { return false }
    var row = verb.start - 1
    while row > frame.sentence.start,
      draft.classes[row].isAuxiliary || draft.classes[row] == .adverb
    { row -= 1 }
    return row > frame.sentence.start && draft.facts[row].tags.has(.clauseBorder)
      && draft.classes[row] == .relative
  }

  /// Whether a figure counts one of these, or is a share, or has no noun.
  private func isOne(of counted: borrowing WordSet, _ frame: FigureFrame) -> Bool {
    switch frame.quantity.kind {
    case .money, .ordinal: return false
    default: break
    }
    guard let unit = frame.unit, unit.count > 0 else { return true }
    return counted.contains(draft.tokens[unit.end - 1].word)
  }

  /// `killed in two attacks`, `charged with 12 counts`: what is counted is nobody.
  func isThing(_ frame: FigureFrame) -> Bool {
    guard let unit = frame.unit, unit.count > 0 else { return false }
    let noun = draft.tokens[unit.end - 1]
    return tables.thingNouns.contains(noun.word)
      || !tables.isPerson(noun) && (hasThingEnding(noun) || isCompound(unit, frame))
  }

  /// `two performances`, `three opportunities`.
  private func hasThingEnding(_ noun: Token) -> Bool {
    guard noun.kind == .word else { return false }
    let bytes = draft.text.bytes[Int(noun.start)..<noun.end]
    return tables.thingEndings.contains {
      bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0)
    }
  }

  /// `a 12-game streak`: the number only describes what follows.
  private func isCompound(_ unit: TokenRange, _ frame: FigureFrame) -> Bool {
    unit.start == frame.number.end + 1 && context.isMark(frame.number.end, "-")
      && !draft.tokens[unit.start].flags.contains(.spaced)
  }

  /// `the 17-death toll`: the noun behind the hyphen is what is asked for.
  private func isInCompound(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    guard let unit = frame.unit else { return false }
    return tokens.overlaps(unit) && isCompound(unit, frame)
  }

  /// `in 21 cities`: a count behind a word of place, unless it counts persons.
  private func isPlaced(_ frame: FigureFrame) -> Bool {
    guard frame.unit != nil, !isPerson(frame) else { return false }
    return isPreposition(linkBefore(frame), in: tables.placeWords)
  }

  func isPerson(_ frame: FigureFrame) -> Bool {
    guard let unit = frame.unit else { return true }
    return lexicon.tags(draft.tokens[unit.end - 1].word).has(.personNoun)
  }

  /// The word before the figure, over articles and adjectives.
  private func linkBefore(_ frame: FigureFrame) -> Int {
    var row = frame.phrase.start - 1
    while row > frame.sentence.start,
      draft.classes[row] == .determiner || draft.classes[row] == .possessive
    {
      row -= 1
    }
    return row
  }

  /// `One man's search for his missing son`.
  private func isPossessor(_ frame: FigureFrame) -> Bool {
    frame.phrase.end < frame.sentence.end && draft.classes[frame.phrase.end] == .genitive
  }

  /// `not one person`.
  private func isDenied(_ frame: FigureFrame) -> Bool {
    frame.phrase.start > frame.sentence.start && draft.classes[frame.phrase.start - 1] == .negation
  }

  private func crossesVerb(_ range: Range<Int>) -> Bool {
    range.contains {
      draft.classes[$0].isVerb && !lexicon.tags(draft.tokens[$0].word).has(.lightVerb)
    }
  }

  func isPreposition(_ row: Int, in words: borrowing WordSet) -> Bool {
    draft.tokens.indices.contains(row) && isOf(row, words)
  }

  private func isOf(_ row: Int, _ words: borrowing WordSet) -> Bool {
    let word = draft.tokens[row].word
    return words.contains(word) || words.contains(lexicon.facts(word).lemma)
  }
}

/// Why a word of a topic cannot speak of a figure.
enum Misfit: Sendable {
  case kind, fraction, thing, possessor, denied, place, doer, notObject, otherVerb, otherClause
  case describesAnother
}
