import HearsayCore
import HearsayText

/// Gives a source that is only pointed at its name: `It put`, `its records`, `a spokesman`, `an
/// earlier statement`, `Another carmaker, General Motors,`.
extension ChainFinder {
  /// A chain whose last step has a name, where the text before tells one.
  func resolved(_ steps: [ChainStep]) -> [ChainStep] {
    guard steps.count > 1, let last = steps.last, let range = last.range else { return steps }
    let words = draft.tokens(in: range)
    guard words.count > 0, let name = name(of: last, words) else { return steps }
    var steps = steps
    steps[steps.count - 1].speaker = name
    return steps
  }

  private func name(of step: ChainStep, _ words: TokenRange) -> Speaker? {
    switch draft.classes[words.start] {
    case .subjectPronoun where words.count == 1:
      let past = PastSources(finder: self)
      if lexicon.tags(draft.tokens[words.start].word).has(.thingPronoun),
        let subject = past.bodyBeside(words.start) ?? past.bodyBefore(words.start)
      {
        return subject
      }
      return isSame(step, words) ? past.meant(by: words.start) : nil
    case .possessive where words.count == 1:
      // `backtracked on its claim that`: whoever does it.
      return PastSources(finder: self).subject(before: words.start)
    case .possessive:
      if let apposed = apposed(step, words) { return apposed }
      guard step.speaker.kind != .person, isSame(step, words) else { return nil }
      return possession(step, words)
    case .determiner: return described(step, words)
    default: return nil
    }
  }

  /// Whether a source still goes by the words it stands with.
  private func isSame(_ step: ChainStep, _ words: TokenRange) -> Bool {
    draft.words(words).hasSuffix(step.speaker.name)
      || draft.words(words).hasPrefix(step.speaker.name)
  }

  private func possession(_ step: ChainStep, _ words: TokenRange) -> Speaker? {
    guard let head = headNoun(words), lexicon.tags(draft.tokens[head].word).has(.documentNoun),
      let owner = PastSources(finder: self).meant(by: words.start)
    else { return nil }
    return Speaker(
      name: owner.name + " " + draft.words(TokenRange(words.start + 1, head + 1)),
      kind: .document, organisation: owner.name)
  }

  private func described(_ step: ChainStep, _ words: TokenRange) -> Speaker? {
    if let apposed = apposed(step, words) { return apposed }
    guard let head = headNoun(words), words.end == head + 1, step.speaker.organisation == nil,
      isSame(step, words)
    else { return nil }
    let word = draft.tokens[head].word
    let tags = lexicon.tags(word)
    let isDefinite = tables.thoseWords.contains(draft.tokens[words.start].word)
    if isDefinite {
      guard words.count == 2, tables.origins.generalBodies.contains(word) else { return nil }
      let body = PastSources(finder: self).body(before: words.start)
      // `the company` is no ministry and not the police.
      guard let body, !tables.origins.businesses.contains(word) || isBusiness(body) else {
        return nil
      }
      return body
    }
    guard
      tags.has(.spokesperson) || tables.origins.statements.contains(lexicon.facts(word).lemma),
      let body = PastSources(finder: self).body(before: words.start)
    else { return nil }
    return Speaker(
      name: body.name + " " + draft.words(TokenRange(head, head + 1)), kind: step.speaker.kind,
      role: step.speaker.role, organisation: body.name)
  }

  private func isBusiness(_ speaker: Speaker) -> Bool {
    speaker.kind == .organisation && !BodyNames(context: context).isOffice(speaker.name)
  }

  /// `Another carmaker, General Motors,`: the name behind the comma.
  private func apposed(_ step: ChainStep, _ words: TokenRange) -> Speaker? {
    guard step.speaker.kind != .person,
      let comma = words.indices.first(where: { draft.classes[$0] == .mark }),
      comma + 1 < words.end, let mention = mention(at: comma + 1),
      mention.tokens.start == comma + 1, words.contains(mention.tokens)
    else { return nil }
    let entity = draft.entities[mention.value]
    guard entity.kind == .organisation || entity.kind == .person,
      entity.canonical != step.speaker.name
    else { return nil }
    return speaker(entity)
  }
}
