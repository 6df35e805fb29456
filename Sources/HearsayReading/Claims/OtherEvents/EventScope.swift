import HearsayCore
import HearsayText

/// A stretch of a sentence that tells of another event than the article's own.
struct OtherStretch {
  var tokens: TokenRange
  /// Why, as shown.
  var reason: String
  /// When that event was, where the words say so.
  var time: TimeValue?
  /// Whether the sentence as a whole tells of it, so that the next one may go on.
  var isWhole = false
  /// The only topics whose figures are of it, where it is not all: those killed and hurt in a raid
  /// on suspects, an aftershock's magnitude.
  var topics: Set<String>?
  /// Whether it names a place of which nothing was told, to which `there` may point.
  var isOfPlace = false
  /// Whether it only tells that the article's event is one of several: `the third such attack`.
  var isCount = false
}

/// Goes through an article once and finds what tells of other events: `In 2011 six hijackers held
/// 44 people. Two hostages were killed`.
///
/// A date, words such as `a similar attack` or a heading open such a passage; it goes on until
/// something returns to the story, at the end of the paragraph at the latest.
struct EventScope: ClaimFinder {
  let context: ClaimContext
  private var former: OtherStretch?
  private var section: String?
  private var names: Set<WordID> = []
  /// Whether the sentence before names aftershocks.
  private var tellsShocks = false
  /// Whether it names nothing but them.
  private var tellsOneShock = false
  /// The last day that the first sentences of the text date.
  private let lastDay: Day?
  private var paragraph = -1

  /// Whether the first sentences tell of unrest; of people who meet.
  private let isOfUnrest: Bool
  private let isOfGathering: Bool

  init(context: ClaimContext, _ index: SentenceIndex) {
    self.context = context
    lastDay = context.lastDay(of: index.layers.prefix(Self.mostBeforeLead))
    func tells(_ words: WordSet) -> Bool {
      index.layers.prefix(Self.firstSentences).contains { layers in
        layers.sentence.tokens.indices.contains { words.contains(context.draft.facts[$0].lemma) }
      }
    }
    isOfUnrest = tells(context.tables.events.unrest)
    isOfGathering = tells(context.tables.events.gatherings)
  }

  private static let firstSentences = 4
  /// Headline, deck and the first sentences stand among so many.
  private static let mostBeforeLead = 12

  /// For each sentence what of it tells of another event.
  static func stretches(_ context: ClaimContext, _ index: SentenceIndex) -> [OtherStretch?] {
    var scope = EventScope(context: context, index)
    return index.layers.map { scope.enter($0) }
  }

  private mutating func enter(_ layers: SentenceLayers) -> OtherStretch? {
    let sentence = layers.sentence
    guard sentence.zone == .body || sentence.zone == .duplicate else {
      note(sentence.tokens)
      return nil
    }
    let isFirst = sentence.paragraph != paragraph
    paragraph = sentence.paragraph
    if isFirst, isHeading(sentence.tokens) {
      section = isOfOthers(sentence.tokens) ? "under \"\(draft.words(sentence.tokens))\"" : nil
      former = nil
      return nil
    }
    let finder = OtherEventFinder(
      context: context, layers: layers, isOfUnrest: isOfUnrest,
      isOfGathering: isOfUnrest || isOfGathering, names: names)
    let found =
      finder.stretch() ?? finder.elsewhere(behind: former) ?? finder.laterDay(than: lastDay)
      ?? continued(layers, isFirst) ?? inSection(layers) ?? ofShock(layers)
    former = found ?? finder.mention()
    if let found, found.isWhole, found.time != nil, !tellsEvent(layers) { former?.isWhole = false }
    note(sentence.tokens)
    noteShocks(sentence.tokens)
    return found
  }

  private mutating func noteShocks(_ tokens: TokenRange) {
    tellsShocks = tokens.indices.contains { tables.events.shocks.contains(draft.tokens[$0].word) }
    tellsOneShock = tellsShocks && !namesQuake(tokens)
  }

  private func namesQuake(_ tokens: TokenRange) -> Bool {
    tokens.indices.contains { row in
      tables.quakeNouns.contains(draft.tokens[row].word)
        && !tables.events.shocks.contains(draft.tokens[row].word)
    }
  }

  /// `164 aftershocks were felt. One had a magnitude of 5.6`; `An aftershock brought down walls. The
  /// survey put it at 5.8`.
  private func ofShock(_ layers: SentenceLayers) -> OtherStretch? {
    let tokens = layers.sentence.tokens
    guard tellsShocks, tokens.count > 2,
      tellsOneShock && !namesQuake(tokens)
        || tokens.indices.prefix(3).contains(where: {
          tables.events.someOfThem.contains(draft.facts[$0].lemma)
            || tables.events.superlatives.contains(draft.tokens[$0].word)
        })
    else { return nil }
    return OtherStretch(tokens: tokens, reason: "told of aftershocks", topics: tables.events.scales)
  }

  /// Keeps the names of a sentence: what they stand for is known from now on.
  private mutating func note(_ tokens: TokenRange) {
    for row in tokens.indices where draft.classes[row] == .name {
      names.insert(draft.tokens[row].word)
    }
  }

  // MARK: Headings

  /// A few words without a stop, a paragraph of their own.
  private func isHeading(_ tokens: TokenRange) -> Bool {
    tokens.count > 0 && tokens.count <= Self.mostOfHeading
      && draft.tokens[tokens.end - 1].kind != .stop
      && !tokens.indices.contains { draft.tokens[$0].kind == .number }
  }

  private static let mostOfHeading = 9

  /// `Background`, `Earlier hijackings`.
  private func isOfOthers(_ tokens: TokenRange) -> Bool {
    tokens.indices.contains { row in
      let word = draft.tokens[row].word
      if tables.events.headings.contains(word) { return true }
      guard tables.events.earlier.contains(word) else { return false }
      return (row + 1..<max(row + 1, tokens.end)).contains { draft.tokens[$0].kind == .word }
    }
  }

  private func inSection(_ layers: SentenceLayers) -> OtherStretch? {
    guard let section, isPlainPast(layers) else { return nil }
    return OtherStretch(tokens: layers.sentence.tokens, reason: section)
  }

  // MARK: Going on

  /// The next sentence of a passage, or one that points back to its event: `over that bombing`.
  private func continued(_ layers: SentenceLayers, _ isFirst: Bool) -> OtherStretch? {
    guard var former else { return nil }
    let pointsBack =
      pointsBack(layers.sentence.tokens)
      || former.time != nil && !isFirst && pointsThen(layers.sentence.tokens)
      || former.isOfPlace && pointsThere(layers.sentence.tokens)
    guard pointsBack || (!isFirst && former.isWhole && isToldFirst(layers)),
      pointsBack || isPlainPast(layers)
    else { return nil }
    former.tokens = layers.sentence.tokens
    return former
  }

  /// Nobody speaks in it, or only at its end: `30 people were killed, the service said`.
  private func isToldFirst(_ layers: SentenceLayers) -> Bool {
    let tokens = layers.sentence.tokens
    return layers.attributions.allSatisfy { row in
      let cue = draft.cueTokens[row]
      return cue.count > 0 && cue.start >= tokens.end - 6 && cue.start > tokens.start + 4
    }
  }

  /// Whether something happens in a sentence: `In 2009 the mine was sold` tells of no event that
  /// might go on.
  private func tellsEvent(_ layers: SentenceLayers) -> Bool {
    !layers.quantities.isEmpty
      || layers.sentence.tokens.indices.contains { row in
        let (word, lemma) = (draft.tokens[row].word, draft.facts[row].lemma)
        return tables.eventNouns.contains(lemma) || tables.events.happenings.contains(lemma)
          || tables.events.actors.contains(word) || tables.attackerNouns.contains(word)
          || tables.events.siblings.contains(word)
          || draft.classes[row].isVerb && tables.events.verbs.contains(lemma)
      }
  }

  /// `that bombing`, `The first, at a bus station`.
  private func pointsBack(_ tokens: TokenRange) -> Bool {
    if tokens.count > 2, tables.events.definite.contains(draft.tokens[tokens.start].word),
      tables.events.firsts.contains(draft.tokens[tokens.start + 1].word)
    {
      return true
    }
    return tokens.indices.contains { row in
      guard tables.events.pointers.contains(draft.tokens[row].word) else { return false }
      for place in row + 1..<max(row + 1, min(tokens.end, row + 4)) {
        if tables.eventNouns.contains(draft.facts[place].lemma)
          || tables.events.happenings.contains(draft.facts[place].lemma)
        {
          return true
        }
        // `said that the attack`.
        guard draft.classes[place] == .adjective || draft.classes[place] == .noun else {
          return false
        }
      }
      return false
    }
  }

  /// `238 people were killed then.`: at the time of the sentence before.
  private func pointsThen(_ tokens: TokenRange) -> Bool {
    tokens.indices.dropFirst(3).contains { row in
      guard tables.events.then.contains(draft.tokens[row].word) else { return false }
      guard row + 1 < tokens.end else { return true }
      return draft.tokens[row + 1].kind == .stop || draft.classes[row + 1] == .mark
    }
  }

  /// `Police there arrested 40`, and not `There were 40`.
  private func pointsThere(_ tokens: TokenRange) -> Bool {
    tokens.indices.dropFirst().contains { row in
      tables.thereWords.contains(draft.tokens[row].word)
        && (row + 1 >= tokens.end || draft.classes[row + 1] != .be || draft.classes[row - 1].isVerb)
    }
  }

  /// Told in the past, without a word of the present or a day of the story.
  private func isPlainPast(_ layers: SentenceLayers) -> Bool {
    let finder = OtherEventFinder(context: context, layers: layers)
    guard !layers.times.contains(where: { finder.isNear($0) }) else { return false }
    var isPast = false
    for row in layers.sentence.tokens.indices {
      let word = draft.tokens[row].word
      if draft.classes[row] == .verbS || tables.events.present.contains(word) { return false }
      // `A total of 17 have been arrested`: so it is until now.
      if draft.classes[row] == .have, tables.events.presentHave.contains(word) { return false }
      if draft.classes[row] == .verbPast || draft.classes[row] == .be { isPast = true }
    }
    return isPast
  }
}
