import HearsayCore
import HearsayText

/// Speakers without a name: by what their head noun is, and by whom it goes back to.
extension SpeakerResolver {
  func described(_ core: TokenRange, _ source: TokenRange, _ head: Int) -> Speaker {
    let tags = lexicon.tags(draft.tokens[head].word)
    let definite = isDefinite(core)
    if definite, let before = continuation(core, head, tags) { return before }
    let name = draft.words(core)
    if core.count == 1, tables.people.indefinites.contains(draft.tokens[head].word) {
      return Speaker(name: name, kind: .unknown)
    }
    if let story = tables.storyNames[withoutArticle(core).lowercased()] {
      return Speaker(
        name: story.canonical, kind: story.kind == .unknown ? kind(tags) : story.kind,
        role: story.role, organisation: story.organisation)
    }
    if let named = calledPerson(core, source) { return named }
    if tags.has(.documentNoun), let maker = maker(of: core, source, head) { return maker }
    let body = body(in: core, head)
    if tags.has(.spokesperson) {
      if definite, let person = bearer(ofRole: core, head) { return person }
      return Speaker(
        name: withoutArticle(core), kind: .person, role: draft.words(TokenRange(head, head + 1)),
        organisation: body)
    }
    if definite || isHeadline(core), !scanner.isPluralNoun(head), !isBody(tags),
      let person = bearer(ofRole: core, head)
    {
      return person
    }
    if isUnnamed(core, head, tags) {
      return Speaker(
        name: name, kind: .anonymous, organisation: body, anonymity: anonymity(core, source, head))
    }
    if tags.has(.collectiveHead) || scanner.isPluralNoun(head) && tags.has(.organisationNoun) {
      return Speaker(name: withoutArticle(core), kind: .collective, organisation: body)
    }
    var kind = kind(tags)
    if tables.people.guards.contains(draft.tokens[head].word), head > core.start,
      tables.people.bodyModifiers.contains(draft.tokens[head - 1].word)
    {
      kind = .organisation
    }
    if kind == .unknown, scanner.isPluralNoun(head) {
      return Speaker(name: withoutArticle(core), kind: .collective, organisation: body)
    }
    return Speaker(name: definite ? withoutArticle(core) : name, kind: kind, organisation: body)
  }

  /// `a man calling himself Ana Lima`, `a nurse identified as Ana Lima`.
  private func calledPerson(_ core: TokenRange, _ source: TokenRange) -> Speaker? {
    let rows = core.start + 1..<max(core.start + 1, min(core.end + 4, draft.tokens.count))
    guard
      let verb = rows.first(where: {
        [.verbIng, .verbParticiple, .verbPast].contains(draft.classes[$0])
          && tables.people.callingVerbs.contains(lexicon.facts(draft.tokens[$0].word).lemma)
      })
    else { return nil }
    for row in verb + 1..<max(verb + 1, min(verb + 4, draft.tokens.count)) {
      if draft.tokens[row].kind != .word { return nil }
      guard let mention = mention(at: row) else { continue }
      guard draft.entities[mention.value].kind == .person, mention.tokens.start == row else {
        return nil
      }
      return named(mention, mention.tokens, mention.tokens, mention.tokens.end - 1)
    }
    return nil
  }

  /// Who made a paper: `a tally by the agency`, `figures released by the ministry`, `a statement from
  /// the army`.
  private func maker(of core: TokenRange, _ source: TokenRange, _ head: Int) -> Speaker? {
    var link = head + 1
    if link < core.end, draft.classes[link] == .verbParticiple || draft.classes[link] == .verbPast {
      guard tables.issuingVerbs.contains(lexicon.facts(draft.tokens[link].word).lemma) else {
        return nil
      }
      link += 1
      while link < core.end, draft.classes[link] != .preposition { link += 1 }
      // `released on Monday by`
      while link + 2 < core.end, !isMaker(link), link < head + 8 { link += 1 }
    }
    guard link + 1 < core.end, isMaker(link) else { return nil }
    let rest = TokenRange(link + 1, core.end)
    guard let other = self.head(of: rest) else { return nil }
    if let mention = mention(at: other) {
      switch draft.entities[mention.value].kind {
      case .person, .organisation: return named(mention, rest, rest, other)
      case .place, .other: break
      }
    }
    let tags = lexicon.tags(draft.tokens[other].word)
    guard draft.classes[other] == .noun,
      tags.has(.governmentNoun) || tags.has(.organisationNoun) || tags.has(.anonymousHead)
        || tags.has(.collectiveHead) || tags.has(.outletNoun)
    else { return nil }
    return described(rest, rest, other)
  }

  /// `…, says minister`: a headline leaves its articles out.
  private func isHeadline(_ core: TokenRange) -> Bool {
    draft.sentence(holding: core.start).map { draft.sentences[$0].zone == .headline } ?? false
  }

  private func isMaker(_ row: Int) -> Bool {
    tables.people.makers.contains(draft.tokens[row].word)
  }

  private func isBody(_ tags: Tags) -> Bool {
    tags.has(.outletNoun) || tags.has(.documentNoun) || tags.has(.governmentNoun)
      || tags.has(.organisationNoun)
  }

  private func kind(_ tags: Tags) -> SourceKind {
    if tags.has(.outletNoun) { return .outlet }
    if tags.has(.documentNoun) { return .document }
    if tags.has(.governmentNoun) { return .government }
    if tags.has(.organisationNoun) { return .organisation }
    if tags.has(.personNoun) || tags.has(.male) || tags.has(.female) { return .person }
    return .unknown
  }

  private func isUnnamed(_ core: TokenRange, _ head: Int, _ tags: Tags) -> Bool {
    if tags.has(.anonymousHead) { return true }
    let access = tables.anonymousAccess.first(
      draft.tokens, in: head..<min(core.end, draft.tokens.count))
    return access != nil && tags.has(.collectiveHead)
  }

  func isDefinite(_ core: TokenRange) -> Bool {
    draft.classes[core.start] == .determiner && draft.tokens[core.start].word == tables.theWord
      || draft.classes[core.start] == .possessive
  }

  func withoutArticle(_ core: TokenRange) -> String {
    let first =
      draft.classes[core.start] == .determiner && core.count > 1 ? core.start + 1 : core.start
    return draft.words(TokenRange(first, core.end))
  }

  /// The body a group names beside its head: `a State Department spokesperson`, `sources at CNN`.
  func body(in core: TokenRange, _ head: Int) -> String? {
    for row in core.indices where row != head {
      guard let mention = mention(at: row) else { continue }
      let entity = draft.entities[mention.value]
      if entity.kind == .organisation || entity.kind == .place {
        return tables.storyNames[entity.canonical.lowercased()]?.canonical ?? entity.canonical
      }
    }
    return nil
  }
}
