import HearsayCore
import HearsayText

/// Finds whom the source of an attribution only passes on: `the agency quoted a rescuer as saying`,
/// `state radio reported, citing hospital officials`.
///
/// The agency is the reporter then, and the rescuer the origin.
struct CitedSources {
  let draft: Draft
  let tables: ClaimTables
  let lexicon: ClaimWords

  /// How far behind or before its cue somebody is looked for, in tokens, and the longest name.
  private static let reach = 24
  private static let longest = 12

  /// The step behind the source of attribution `row`.
  func step(_ row: Int, cue: TokenRange) -> ChainStep? {
    guard cue.count > 0, let at = draft.sentence(holding: cue.start) else { return nil }
    let sentence = draft.sentences[at].tokens
    if isOf(cue.end - 1, tables.citingVerbs) {
      return quoted(after: cue.end, sentence)
    }
    let lower = max(sentence.start, cue.start - Self.reach)
    let upper = min(sentence.end, cue.end + Self.reach)
    for start in lower..<max(lower, upper) where isCiting(start, sentence) {
      let end = personEnd(nounEnd(start + 1, sentence), start + 1, sentence)
      if end > start + 1, canSpeak(TokenRange(start + 1, end)) {
        return step(TokenRange(start + 1, end), cue: start)
      }
    }
    return nil
  }

  /// `citing the Minister for Transport, Ana Lima,`, `citing the Secretary (Health) Ana Lima,`: on to a
  /// person who ends the words before the next verb.
  private func personEnd(_ end: Int, _ start: Int, _ sentence: TokenRange) -> Int {
    guard end < sentence.end, end > start else { return end }
    let limit = min(sentence.end, end + Self.longest)
    let low = partitionPoint(draft.names.count) { draft.names[$0].tokens.start <= end }
    var row = low
    while row < draft.names.count, draft.names[row].tokens.end < limit {
      let mention = draft.names[row]
      row += 1
      guard draft.entities[mention.value].kind == .person,
        draft.classes[mention.tokens.end] == .mark
      else { continue }
      let between = end..<max(end, mention.tokens.start)
      let isPlain = between.allSatisfy { row in
        !draft.classes[row].isVerb && !draft.classes[row].isAuxiliary
          && draft.classes[row] != .relative && draft.tokens[row].kind != .quote
      }
      return isPlain ? mention.tokens.end : end
    }
    return end
  }

  /// Whether somebody or something that can say a thing is cited: `citing the sensitivity of the
  /// matter` gives a reason.
  private func canSpeak(_ words: TokenRange) -> Bool {
    if let mention = mention(endingAt: words.end),
      draft.entities[mention.value].kind == .person, words.contains(mention.tokens)
    {
      return true
    }
    let of = words.indices.dropFirst().first { tables.ofWords.contains(draft.tokens[$0].word) }
    let head = (of ?? words.end) - 1
    guard draft.classes[head] == .noun else { return draft.classes[head] == .name }
    let tags = lexicon.tags(draft.tokens[head].word)
    return tags.has(.personNoun) || tags.has(.documentNoun) || tags.has(.anonymousHead)
      || tags.has(.collectiveHead) || tags.has(.organisationNoun) || tags.has(.outletNoun)
      || tags.has(.governmentNoun) || tables.counterNouns.contains(draft.tokens[head].word)
  }

  private func mention(endingAt end: Int) -> Placed<Int>? {
    let row = partitionPoint(draft.names.count) { draft.names[$0].tokens.end < end }
    guard row < draft.names.count, draft.names[row].tokens.end == end else { return nil }
    return draft.names[row]
  }

  /// `a rescuer as saying` behind `quoted`.
  private func quoted(after start: Int, _ sentence: TokenRange) -> ChainStep? {
    let upper = min(sentence.end - 1, start + Self.longest)
    guard start < upper,
      let link = (start..<upper).first(where: { tables.asWords.contains(draft.tokens[$0].word) }),
      link > start, draft.classes[link + 1] == .verbIng
    else { return nil }
    var end = link
    while end > start, draft.classes[end - 1] == .mark { end -= 1 }
    // `the police chief, Omar Khalid,`: a name says it best, else the words before the comma.
    return step(TokenRange(start, end), cue: start - 1)
  }

  /// `citing` behind a comma or at the start, and no verb of a clause.
  private func isCiting(_ row: Int, _ sentence: TokenRange) -> Bool {
    guard draft.classes[row] == .verbIng || draft.classes[row] == .noun,
      isOf(row, tables.citingVerbs),
      lexicon.facts(draft.tokens[row].word).lemma != draft.tokens[row].word
    else { return false }
    return row == sentence.start || draft.classes[row - 1] == .mark
  }

  /// One past a noun phrase with its `of`.
  private func nounEnd(_ start: Int, _ sentence: TokenRange) -> Int {
    var end = start
    while end < sentence.end, end - start < Self.longest {
      switch draft.classes[end] {
      case .noun, .name, .adjective, .determiner, .possessive, .genitive: break
      case .preposition:
        guard end > start, tables.ofWords.contains(draft.tokens[end].word) else { return end }
      default: return end
      }
      end += 1
    }
    return end
  }

  private func step(_ words: TokenRange, cue: Int) -> ChainStep? {
    let cue = draft.words(TokenRange(cue, cue + 1))
    // Names are in order of start; only those of the few words are looked at.
    let low = partitionPoint(draft.names.count) { draft.names[$0].tokens.start < words.start }
    let inside = draft.names[low...].prefix { $0.tokens.start < words.end }.filter {
      words.contains($0.tokens) && [.person, .organisation].contains(draft.entities[$0.value].kind)
    }
    let last = inside.last { $0.tokens.end == words.end }
    let isPerson = last.map { draft.entities[$0.value].kind == .person } ?? false
    let mention = isPerson ? last : inside.first
    if let mention, names(mention, words) {
      let entity = draft.entities[mention.value]
      let kind: SourceKind = entity.kind == .person ? .person : .organisation
      return ChainStep(
        speaker: Speaker(
          name: entity.canonical, kind: kind, role: entity.role,
          organisation: entity.organisation), cue: cue, range: draft.bytes(mention.tokens))
    }
    var start = words.start
    let comma = words.indices.first { draft.classes[$0] == .mark } ?? words.end
    if start < comma - 1, isThe(start) { start += 1 }
    guard start < comma else { return nil }
    let head = draft.tokens[comma - 1].word
    let kind: SourceKind = lexicon.tags(head).has(.anonymousHead) ? .anonymous : .organisation
    let named = TokenRange(start, comma)
    return ChainStep(
      speaker: Speaker(name: draft.words(named), kind: kind), cue: cue, range: draft.bytes(named))
  }

  /// A person, or a body that is all of the words: `Gaza police officials` are not Gaza police.
  private func names(_ mention: Placed<Int>, _ words: TokenRange) -> Bool {
    draft.entities[mention.value].kind == .person || mention.tokens.end == words.end
  }

  private func isThe(_ row: Int) -> Bool { tables.thoseWords.contains(draft.tokens[row].word) }

  private func isOf(_ row: Int, _ words: borrowing WordSet) -> Bool {
    let word = draft.tokens[row].word
    return words.contains(word) || words.contains(lexicon.facts(word).lemma)
  }
}
