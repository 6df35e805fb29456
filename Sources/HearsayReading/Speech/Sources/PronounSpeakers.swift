import HearsayCore
import HearsayText

/// Pronouns that speak: `he`, `they`, `it`, `who`, `we`.
extension SpeakerResolver {
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
        || draft.classes[lower - 1] == .preposition || isBriefed(lower - 1)
    { lower -= 1 }
    while lower < last, draft.classes[lower] == .preposition { lower += 1 }
    let group = TokenRange(lower, last + 1)
    if let mention = apposed(group) {
      return named(mention, mention.tokens, mention.tokens, mention.tokens.end - 1)
    }
    let isWho = draft.tokens[row].word == tables.whoWord
    return speaker(at: isWho ? fromPerson(group) : group, parent: nil)
  }

  /// `Ana Lima, a spokeswoman for the service, who said`: the person before the comma.
  private func apposed(_ group: TokenRange) -> Placed<Int>? {
    let comma = group.start - 1
    guard comma > 0, draft.classes[comma] == .mark, draft.classes[group.start] != .name,
      let head = head(of: group), !scanner.isPluralNoun(head),
      lexicon.vocabulary.firstByte(draft.tokens[comma].word) == UInt8(ascii: ","),
      let mention = mention(at: comma - 1), mention.tokens.end == comma,
      draft.entities[mention.value].kind == .person
    else { return nil }
    return mention
  }

  /// `one person briefed on`: a participle that a preposition follows.
  private func isBriefed(_ row: Int) -> Bool {
    draft.classes[row] == .verbParticiple && row + 1 < draft.classes.count
      && draft.classes[row + 1] == .preposition
  }

  /// `64 by police, who`: from the first noun that can be somebody.
  private func fromPerson(_ group: TokenRange) -> TokenRange {
    var start = group.start
    while start < group.end {
      let rest = TokenRange(start, group.end)
      if let head = head(of: rest), isSomebody(head) { return rest }
      guard let link = rest.indices.first(where: { draft.classes[$0] == .preposition }) else {
        break
      }
      start = link + 1
    }
    return group
  }

  private func isSomebody(_ row: Int) -> Bool {
    if let mention = mention(at: row) { return draft.entities[mention.value].kind != .place }
    let tags = lexicon.tags(draft.tokens[row].word)
    return draft.classes[row] == .name || tags.has(.personNoun) || tags.has(.anonymousHead)
      || tags.has(.collectiveHead) || tags.has(.spokesperson) || tags.has(.governmentNoun)
      || tags.has(.organisationNoun) || tags.has(.nameRole)
  }

  // MARK: - One person

  /// The last person who spoke, or is the subject of what stands between, without a word that says
  /// the other sex.
  ///
  /// Who speaks says `I` of himself: inside his words `he` is another.
  private func lastPerson(before row: Int, not other: Tags, _ parent: Speaker?) -> Speaker? {
    let quoted = isQuoted(row)
    let except = quoted ? parent?.name : nil
    let spoken = history.suffix(120).last { one in
      one.at < row && one.speaker.name != except
        && (one.speaker.kind == .person || one.speaker.kind == .anonymous)
        && one.speaker.anonymity?.plural != true && !shows(other, one.speaker, one.at)
    }
    let named = namedPersons(before: row, not: other, except: except, quoted: quoted)
    guard let spoken, row - spoken.at < 160 else {
      return (named.subject ?? named.last)?.speaker ?? spoken?.speaker
    }
    if let subject = named.subject, subject.at > spoken.at { return subject.speaker }
    // Far behind the last saying, whoever is named is meant.
    if let last = named.last, last.at > spoken.at + 40, row - last.at < 60 { return last.speaker }
    return spoken.speaker
  }

  func shows(_ other: Tags, _ speaker: Speaker, _ at: Int) -> Bool {
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

  typealias NamedPerson = (speaker: Speaker, at: Int)

  /// The last person named before a pronoun, and the last one named as a subject in its sentence
  /// or the one before.
  private func namedPersons(
    before row: Int, not other: Tags, except name: String?, quoted: Bool
  ) -> (last: NamedPerson?, subject: NamedPerson?) {
    var last: NamedPerson?
    for mention in namesBackward(from: row, most: 12) {
      let entity = draft.entities[mention.value]
      guard entity.kind == .person, entity.canonical != name,
        quoted || !isQuoted(mention.tokens.start)
      else { continue }
      let speaker = Speaker(
        name: entity.canonical, kind: .person, role: entity.role, organisation: entity.organisation)
      let at = mention.tokens.start
      guard !shows(other, speaker, at) else { continue }
      if last == nil { last = (speaker, at) }
      if row - at < 80, isSubject(mention.tokens) { return (last, (speaker, at)) }
    }
    return (last, nil)
  }

  /// Whether a name stands before the first verb of its sentence, and owns nothing.
  private func isSubject(_ name: TokenRange) -> Bool {
    if name.end < draft.classes.count, draft.classes[name.end] == .genitive { return false }
    var here = name.start - 1
    let lowest = max(-1, name.start - 16)
    while here > lowest {
      let kind = draft.classes[here]
      if kind == .stop || draft.tokens[here].kind == .stop { return true }
      if kind.isVerb || kind.isAuxiliary || kind == .preposition { return false }
      if draft.tokens[here].flags.contains(.paragraph) { return true }
      here -= 1
    }
    return here < 0
  }

  // MARK: - Groups and bodies

  private func lastGroup(before row: Int) -> Speaker? {
    let spoken = spokenGroup(before: row)
    var here = row - 1
    let floor = max(spoken?.at ?? -1, row - 40)
    while here >= 0, here > floor {
      let tags = lexicon.tags(draft.tokens[here].word)
      let people = tags.has(.collectiveHead) || tags.has(.anonymousHead)
      // `Police held 14 people. They said`: whoever speaks goes on, unless others are a subject.
      if people, draft.classes[here] == .noun, scanner.isPluralNoun(here),
        let group = scanner.nounGroup(backFrom: here), spoken == nil || isSubject(group)
      {
        return described(group, group, here)
      }
      here -= 1
    }
    return spoken?.speaker
  }

  private func spokenGroup(before row: Int) -> PastSpeaker? {
    history.suffix(120).last { one in
      one.at < row
        && (one.speaker.kind == .collective || one.speaker.kind == .organisation
          || one.speaker.anonymity?.plural == true || one.speaker.kind == .government)
    }
  }

  /// The body that spoke last, or one that opens a sentence since.
  private func lastBody(before row: Int) -> Speaker? {
    let spoken = history.suffix(120).last { one in
      guard one.at < row else { return false }
      switch one.speaker.kind {
      case .organisation, .government, .outlet, .document: return true
      default: return false
      }
    }
    for mention in namesBackward(from: row, most: 8) {
      let at = mention.tokens.start
      guard row - at < 80, at > spoken?.at ?? -1 else { break }
      if draft.entities[mention.value].kind == .organisation, isSubject(mention.tokens) {
        return speaker(at: mention.tokens, parent: nil)
      }
    }
    if let body = bodyInSentence(before: row, after: spoken?.at ?? -1) { return body }
    guard let spoken, row - spoken.at < 120 else { return nil }
    return spoken.speaker
  }

  /// `a federation published the names of people it says died`: a body that is only described.
  private func bodyInSentence(before row: Int, after floor: Int) -> Speaker? {
    var here = row - 1
    let lowest = max(floor, row - 24)
    while here >= 0, here > lowest, draft.tokens[here].kind != .stop {
      let tags = lexicon.tags(draft.tokens[here].word)
      if draft.classes[here] == .noun, tags.has(.organisationNoun), !scanner.isPluralNoun(here),
        let group = scanner.nounGroup(backFrom: here), draft.classes[here + 1] != .noun
      {
        return described(group, group, here)
      }
      here -= 1
    }
    return nil
  }
}
