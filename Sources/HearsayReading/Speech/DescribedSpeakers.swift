import HearsayCore
import HearsayText

/// Speakers without a name: by what their head noun is, and by whom it goes back to.
extension SpeakerResolver {
  func described(_ core: TokenRange, _ source: TokenRange, _ head: Int) -> Speaker {
    let tags = lexicon.tags(draft.tokens[head].word)
    let definite = isDefinite(core)
    if definite, let before = continuation(core, head, tags) { return before }
    let name = draft.words(core)
    if let story = tables.storyNames[withoutArticle(core).lowercased()] {
      return Speaker(
        name: story.canonical, kind: story.kind == .unknown ? kind(tags) : story.kind,
        role: story.role, organisation: story.organisation)
    }
    let body = body(in: core, head)
    if tags.has(.spokesperson) {
      return Speaker(
        name: withoutArticle(core), kind: .person, role: draft.words(TokenRange(head, head + 1)),
        organisation: body)
    }
    if isUnnamed(core, head, tags) {
      return Speaker(
        name: name, kind: .anonymous, organisation: body, anonymity: anonymity(core, source, head))
    }
    if tags.has(.collectiveHead) || scanner.isPluralNoun(head) && tags.has(.organisationNoun) {
      return Speaker(name: withoutArticle(core), kind: .collective, organisation: body)
    }
    let kind = kind(tags)
    if kind == .person || kind == .unknown, let entity = bearer(ofRole: core, head, definite) {
      return entity
    }
    if kind == .unknown, scanner.isPluralNoun(head) {
      return Speaker(name: withoutArticle(core), kind: .collective, organisation: body)
    }
    return Speaker(name: definite ? withoutArticle(core) : name, kind: kind, organisation: body)
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
  private func body(in core: TokenRange, _ head: Int) -> String? {
    for row in core.indices where row != head {
      guard let mention = mention(at: row) else { continue }
      let entity = draft.entities[mention.value]
      if entity.kind == .organisation || entity.kind == .place {
        return tables.storyNames[entity.canonical.lowercased()]?.canonical ?? entity.canonical
      }
    }
    return nil
  }

  // MARK: - Going back

  /// `the official`, `the group`, `the ministry`: the last speaker or name that fits.
  private func continuation(_ core: TokenRange, _ head: Int, _ tags: Tags) -> Speaker? {
    guard head - core.start <= 1,
      core.end == head + 1 || draft.classes[head + 1] == .relative
        || draft.classes[head + 1] == .verbParticiple || draft.classes[head + 1] == .preposition
    else { return nil }
    let bare = core.end == head + 1
    let lemma = lexicon.facts(draft.tokens[head].word).lemma
    for one in history.reversed().prefix(40) where one.at < core.start {
      if one.head == lemma, one.speaker.kind != .unknown { return one.speaker }
      guard bare else { continue }
      if fits(tags, one.speaker.kind) { return one.speaker }
    }
    return bare ? nameEnding(in: lemma, before: core.start, tags) : nil
  }

  /// Whether `the group`, `the agency` may mean a speaker of that kind.
  private func fits(_ tags: Tags, _ kind: SourceKind) -> Bool {
    switch kind {
    case .organisation: tags.has(.organisationNoun)
    case .outlet: tags.has(.outletNoun)
    default: false
    }
  }

  /// `the department` after `State Department`: the last name that ends in the noun.
  private func nameEnding(in lemma: WordID, before row: Int, _ tags: Tags) -> Speaker? {
    var here = namesBefore(row) - 1
    let floor = max(-1, here - 60)
    while here > floor {
      let name = draft.names[here]
      here -= 1
      guard name.tokens.end <= row, draft.entities.indices.contains(name.value) else { continue }
      let entity = draft.entities[name.value]
      guard entity.kind == .organisation || entity.kind == .other else { continue }
      let last = lexicon.facts(draft.tokens[name.tokens.end - 1].word).lemma
      let isBody = tags.has(.organisationNoun) && !tags.has(.governmentNoun)
      guard last == lemma || isBody && entity.kind == .organisation else { continue }
      return speaker(at: name.tokens, parent: nil)
    }
    return nil
  }

  /// `the president` when the article calls one person so.
  private func bearer(ofRole core: TokenRange, _ head: Int, _ definite: Bool) -> Speaker? {
    guard definite else { return nil }
    let word = lexicon.text(draft.tokens[head].word)
    let bare = core.count <= 2
    let row = bearers[withoutArticle(core).lowercased()] ?? (bare ? bearers[word] : nil)
    guard let row else { return nil }
    guard row >= 0 else { return bare ? lastBearer(of: word, before: core.start) : nil }
    let entity = draft.entities[row]
    return Speaker(
      name: entity.canonical, kind: .person, role: entity.role, organisation: entity.organisation)
  }

  /// `the minister` where there are several: the one who spoke last.
  private func lastBearer(of word: String, before row: Int) -> Speaker? {
    history.suffix(40).last { one in
      one.at < row && one.speaker.kind == .person
        && (one.speaker.role?.lowercased().split(separator: " ").contains { $0 == word } ?? false)
    }?.speaker
  }

  // MARK: - Pronouns

  func pronoun(_ row: Int, parent: Speaker?) -> Speaker? {
    guard isPronoun(row) else { return nil }
    let word = draft.tokens[row].word
    let tags = lexicon.tags(word)
    if draft.classes[row] == .relative || draft.classes[row] == .whWord { return antecedent(row) }
    if tables.firstPersons.contains(word) { return parent }
    if tables.he.contains(word) { return lastPerson(before: row, not: .female, parent) }
    if tables.she.contains(word) { return lastPerson(before: row, not: .male, parent) }
    if tags.has(.groupPronoun) { return lastGroup(before: row) }
    if tags.has(.thingPronoun) || tables.itsWord == word { return lastBody(before: row) }
    return nil
  }

  /// The group that a relative pronoun stands for.
  private func antecedent(_ row: Int) -> Speaker? {
    var last = row - 1
    while last >= 0, last > row - 3, draft.tokens[last].kind == .mark { last -= 1 }
    guard last >= 0, draft.classes[last].isNominal else { return nil }
    var lower = last
    while lower > 0, last - lower < 12,
      draft.classes[lower - 1].isPremodifier
        || draft.classes[lower - 1] == .preposition
    { lower -= 1 }
    while lower < last, draft.classes[lower] == .preposition { lower += 1 }
    return speaker(at: TokenRange(lower, last + 1), parent: nil)
  }

  /// The last person who spoke or is named, without a word that says the other sex.
  ///
  /// Who speaks says `I` of himself: inside his words `he` is another.
  private func lastPerson(
    before row: Int, not other: Tags, _ parent: Speaker?
  ) -> Speaker? {
    let quoting = isQuoted(row) ? parent?.name : nil
    let spoken = history.suffix(120).last { one in
      one.at < row && one.speaker.name != quoting && (one.speaker.kind == .person || one.speaker.kind == .anonymous)
        && one.speaker.anonymity?.plural != true && !shows(other, one.speaker, one.at)
    }
    let named = lastNamed(before: row, not: other, except: quoting)
    guard let named else { return spoken?.speaker }
    guard let spoken, row - spoken.at < 160 else { return named.speaker }
    // A subject named after the last saying is whom the pronoun means.
    return named.at > spoken.at + 40 && row - named.at < 60 ? named.speaker : spoken.speaker
  }

  private func shows(_ other: Tags, _ speaker: Speaker, _ at: Int) -> Bool {
    if let known = sexes[speaker.name] { return known == other }
    let from = max(0, at - 1)
    let to = min(draft.tokens.count, at + 8)
    let role = speaker.role.map { lexicon.vocabulary.find($0.lowercased()) } ?? nil
    if let role, lexicon.tags(role).has(other) { return true }
    for row in from..<to {
      if draft.classes[row].isVerb || draft.tokens[row].kind == .stop { break }
      if lexicon.tags(draft.tokens[row].word).has(other), !isPronoun(row) { return true }
    }
    return false
  }

  /// How many names begin before a token.
  private func namesBefore(_ row: Int) -> Int {
    partitionPoint(draft.names.count) { draft.names[$0].tokens.start < row }
  }

  private func lastNamed(
    before row: Int, not other: Tags, except name: String?
  ) -> (speaker: Speaker, at: Int)? {
    var here = namesBefore(row) - 1
    let floor = max(-1, here - 12)
    while here > floor {
      let mention = draft.names[here]
      here -= 1
      guard draft.entities.indices.contains(mention.value) else { continue }
      let entity = draft.entities[mention.value]
      guard entity.kind == .person, entity.canonical != name else { continue }
      let speaker = Speaker(
        name: entity.canonical, kind: .person, role: entity.role, organisation: entity.organisation)
      let at = mention.tokens.start
      if !shows(other, speaker, at) { return (speaker, at) }
    }
    return nil
  }

  private func lastGroup(before row: Int) -> Speaker? {
    let spoken = spokenGroup(before: row)
    var here = row - 1
    let floor = max(spoken?.at ?? -1, row - 40)
    while here >= 0, here > floor {
      let tags = lexicon.tags(draft.tokens[here].word)
      let people = tags.has(.collectiveHead) || tags.has(.anonymousHead)
      if people, draft.classes[here] == .noun, scanner.isPluralNoun(here),
        let group = scanner.nounGroup(backFrom: here)
      {
        return described(group, group, here)
      }
      here -= 1
    }
    return spoken?.speaker
  }

  private func spokenGroup(before row: Int) -> (speaker: Speaker, at: Int, head: WordID)? {
    history.suffix(120).last { one in
      one.at < row
        && (one.speaker.kind == .collective || one.speaker.kind == .organisation
          || one.speaker.anonymity?.plural == true || one.speaker.kind == .government)
    }
  }

  private func lastBody(before row: Int) -> Speaker? {
    let spoken = history.suffix(120).last { one in
      guard one.at < row else { return false }
      switch one.speaker.kind {
      case .organisation, .government, .outlet, .document: return true
      default: return false
      }
    }
    guard let spoken, row - spoken.at < 120 else { return nil }
    return spoken.speaker
  }
}
