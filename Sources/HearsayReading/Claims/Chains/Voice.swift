import HearsayCore
import HearsayText

/// Whoever gave the last figure, so that the next sentence may go on with it.
struct Voice {
  /// The row of the sentence of the last figure, and its paragraph.
  let sentence: Int
  let paragraph: Int
  /// The attributions around it, or whoever counted it.
  let speakers: [Int]
  let counter: ChainStep?
  let kind: QuantityKind
  /// Whether the figure went on with it itself, so that the next of its sentence does too.
  var isTaken = false
}

/// Tells whether a figure that nobody is given for goes on with the source of the one before.
///
/// `Officials said eight people died. Another 14 were hurt.` Where the paragraph ends, the voice
/// ends; other times, other events and sentences with sources of their own are the article's.
struct VoiceFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  let frame: FigureFrame
  let about: Proposition

  /// Whether the figure goes on with a voice.
  func goesOn(_ voice: Voice) -> Bool {
    guard frame.zone == .body, let row = draft.sentence(holding: frame.number.start),
      row >= voice.sentence, isCount(voice), !isAnswered(except: voice), !isOfOtherDays()
    else { return false }
    if row == voice.sentence {
      return voice.isTaken || refersBack() || about.topic != nil && followsBorder()
    }
    let refers = refersBack()
    guard row == voice.sentence + 1 else { return false }
    if draft.sentences[row].paragraph != voice.paragraph { return opensWithPointer() }
    if refers { return true }
    guard speaksOfficially(voice), about.topic != nil else { return false }
    return !changesSubject()
  }

  private func isCount(_ voice: Voice) -> Bool {
    guard about.otherEvent == nil else { return false }
    switch frame.quantity.kind {
    case .count, .percent: return true
    case .money: return voice.kind == .money
    default: return false
    }
  }

  /// Whether the sentence gives words to somebody itself, or the number stands in quotation marks.
  private func isAnswered(except voice: Voice) -> Bool {
    let number = draft.bytes(frame.number)
    let sentence = draft.bytes(frame.sentence)
    return layers.quotes.contains {
      draft.bytes(draft.quotes[$0].tokens).contains(number)
    }
      || layers.attributions.contains { row in
        let found = draft.attributions[row]
        if voice.speakers.contains(row) { return false }
        guard !found.ownerless, found.source != nil, let cue = found.cue, sentence.contains(cue)
        else { return false }
        return found.strength != .attitude && found.strength != .intention
      }
  }

  /// `…, while 60 were hurt`, `…; 60 were hurt`: another clause of what somebody said.
  private func followsBorder() -> Bool {
    let lowest = max(frame.sentence.start, frame.phrase.start - 5)
    return (lowest..<frame.phrase.start).contains { row in
      tables.origins.whileWords.contains(draft.tokens[row].word)
        || isSemicolon(row)
    }
  }

  /// `In 2010`, `in May`: a year or a month is background.
  private func isOfOtherDays() -> Bool {
    layers.times.contains { row in
      let value = draft.times[row].value.value.utf8
      return value.count == 4 || value.count == 7 && !value.contains(UInt8(ascii: "W"))
    }
  }

  /// `Another 14`, `Of these, 12`, `Five of them`, `the other 22`, `22 others`, `the rest`.
  private func refersBack() -> Bool {
    let words = tables.origins
    let end = min(frame.sentence.end, frame.phrase.end + 3)
    for row in frame.sentence.start..<end {
      let word = draft.tokens[row].word
      let near = row >= frame.phrase.start - 3
      if near, words.restWords.contains(word) { return true }
      if words.backWords.contains(word), row > frame.sentence.start,
        tables.ofWords.contains(draft.tokens[row - 1].word)
          || tables.memberWords.contains(draft.tokens[row - 1].word)
      {
        return true
      }
    }
    return opensWithPointer() || isEcho()
  }

  /// `That makes three`, `This brings to 77`: goes on even where a paragraph begins.
  private func opensWithPointer() -> Bool {
    let first = frame.sentence.start
    guard frame.sentence.count > 2, words(first, in: \.demonstratives) else { return false }
    return (first + 1..<min(frame.sentence.end, first + 4)).contains {
      let lemma = draft.facts[$0].lemma
      return draft.classes[$0].isVerb
        && (tables.bringingVerbs.contains(lemma) || tables.origins.followVerbs.contains(lemma))
    }
  }

  private func words(_ row: Int, in list: KeyPath<OriginWords, WordSet>) -> Bool {
    tables.origins[keyPath: list].contains(draft.tokens[row].word)
  }

  /// `On Tuesday evening it was 23`.
  private func isEcho() -> Bool {
    let be = frame.phrase.start - 1
    return be > frame.sentence.start && draft.classes[be] == .be
      && tables.pointers.contains(draft.tokens[be - 1].word)
  }

  /// Bodies, officials and those with an office count; witnesses and experts tell what they saw.
  private func speaksOfficially(_ voice: Voice) -> Bool {
    let speaker =
      voice.counter?.speaker ?? voice.speakers.last.flatMap { draft.attributions[$0].speaker }
    guard let speaker else { return false }
    switch speaker.kind {
    case .organisation, .government: return true
    case .person: return speaker.role != nil || speaker.organisation != nil
    case .anonymous: return true
    case .unknown: return BodyNames(context: context).isBody(speaker.name)
    default: return false
    }
  }

  /// `Meanwhile,`, `It was the deadliest`: the article turns to something else.
  private func changesSubject() -> Bool {
    let first = frame.sentence.start
    if words(first, in: \.turnWords) { return true }
    let next = first + 1
    return next < frame.sentence.end && draft.classes[next] == .be
      && tables.pointers.contains(draft.tokens[first].word)
  }
}
