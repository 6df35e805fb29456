import HearsayCore
import HearsayText

/// Definite phrases that go back to a speaker or name before them: `the group`, `the senator`.
extension SpeakerResolver {
  /// `the official`, `the group`, `the ministry`: the last speaker or name that fits.
  func continuation(_ core: TokenRange, _ head: Int, _ tags: Tags) -> Speaker? {
    guard
      head - core.start <= 1
        || head - core.start == 2 && (isSame(core.start + 1) || isSort(core.start + 1, of: head)),
      core.end == head + 1 || draft.classes[head + 1] == .relative
        || draft.classes[head + 1] == .verbParticiple || draft.classes[head + 1] == .preposition
    else { return nil }
    let bare = core.end == head + 1
    let lemma = lexicon.facts(draft.tokens[head].word).lemma
    if tags.has(.documentNoun) || tags.has(.mannerNoun),
      let author = author(ofPaper: lemma, before: core.start)
    {
      return author
    }
    // `On the Soto website, the company said`: a body named in the same sentence comes first.
    if bare, tables.people.generalBodies.contains(draft.tokens[head].word),
      let named = bodyOpening(before: core.start, head, tags)
    {
      return named
    }
    let recent = history.suffix(40).reversed().lazy.filter { $0.at < core.start }
    if let same = recent.first(where: { $0.head == lemma && $0.speaker.kind != .unknown }) {
      return same.speaker
    }
    // `Orta, a monitor, said`, then `the monitor`: what it was called beside its name.
    if bare, let called = recent.first(where: { isCalled(lemma, $0) }) { return called.speaker }
    // `the insurers` are not the one body that was named.
    guard bare, !scanner.isPluralNoun(head) else { return nil }
    if let name = nameHolding(lemma, before: core.start, tags) { return name }
    if let body = recent.first(where: { fits(head, tags, $0.speaker) }) { return body.speaker }
    return lastNamedBody(before: core.start, head, tags)
  }

  /// Whether a speaker with a name was called so behind a comma.
  private func isCalled(_ lemma: WordID, _ one: PastSpeaker) -> Bool {
    guard one.speaker.kind == .organisation || one.speaker.kind == .person,
      let comma = one.source.indices.first(where: { draft.classes[$0] == .mark })
    else { return false }
    for row in comma..<min(one.source.end, comma + 8) {
      switch draft.classes[row] {
      case .noun: if lexicon.facts(draft.tokens[row].word).lemma == lemma { return true }
      case .preposition, .relative: return false
      default: break
      }
    }
    return false
  }

  /// `the Belgian company`: where it is from, or of what sort.
  private func isSort(_ row: Int, of head: Int) -> Bool {
    guard tables.people.generalBodies.contains(draft.tokens[head].word) else { return false }
    return draft.classes[row] == .adjective
      || draft.classes[row] == .name
        && (mention(at: row).map { draft.entities[$0.value].kind } ?? .other) == .other
  }

  private func isSame(_ row: Int) -> Bool {
    tables.people.sameWords.contains(draft.tokens[row].word)
  }

  /// `The report said`, behind `the group said in a report`: who said it there.
  private func author(ofPaper lemma: WordID, before row: Int) -> Speaker? {
    for place in resolved.indices.suffix(24).reversed() {
      let one = scanner.found[place]
      guard let cue = one.cue, cue.end <= row, row - cue.end < 240 else { continue }
      let beside = one.manner ?? openingPhrase(one.unit, before: one.source?.start ?? cue.start)
      guard let beside, let speaker = resolved[place],
        beside.indices.contains(where: { lexicon.facts(draft.tokens[$0].word).lemma == lemma })
      else { continue }
      return speaker
    }
    return nil
  }

  /// `In a report on Monday,` at the start of a unit.
  private func openingPhrase(_ unit: Int, before row: Int) -> TokenRange? {
    guard scanner.units.indices.contains(unit) else { return nil }
    let first = scanner.units[unit].tokens.lowerBound
    guard first < row, row - first < 14, draft.classes[first] == .preposition else { return nil }
    return TokenRange(first, row)
  }

  private func bodyOpening(before row: Int, _ head: Int, _ tags: Tags) -> Speaker? {
    var first = row
    while first > 0, row - first < 16, draft.tokens[first - 1].kind != .stop,
      !draft.tokens[first].flags.contains(.paragraph)
    {
      first -= 1
    }
    guard first < row, draft.classes[first] == .preposition else { return nil }
    for name in namesBackward(from: row, most: 4) where name.tokens.start >= first {
      let entity = draft.entities[name.value]
      guard entity.kind == .organisation, mayMean(head, entity.canonical),
        !tables.outlets.contains(entity.canonical.lowercased())
      else { continue }
      return speaker(at: name.tokens, parent: nil)
    }
    return nil
  }

  /// Whether `the group`, `the agency` may mean this speaker.
  private func fits(_ head: Int, _ tags: Tags, _ speaker: Speaker) -> Bool {
    switch speaker.kind {
    case .organisation: tags.has(.organisationNoun) && mayMean(head, speaker.name)
    case .outlet: tags.has(.outletNoun)
    default: false
    }
  }

  /// `the bank` may be Barclays, but no Football Club: a name that says what it is fits general
  /// words only.
  private func mayMean(_ head: Int, _ name: String) -> Bool {
    let word = draft.tokens[head].word
    if tables.people.generalBodies.contains(word) {
      return !tables.people.businesses.contains(word) || !isOffice(name)
    }
    // `the union` has the word in its name, or was called so.
    if tables.people.namedBodies.contains(word) { return false }
    guard let last = name.lowercased().split(separator: " ").last,
      let word = lexicon.vocabulary.find(String(last))
    else { return true }
    let tags = lexicon.tags(word)
    return !tags.has(.organisationNoun) && !tags.has(.governmentNoun) && !tags.has(.outletNoun)
  }

  /// Whether a name says that it is no business: `Rail Safety Board`.
  private func isOffice(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: " ")
    return parts.enumerated().contains { place, part in
      guard let word = lexicon.vocabulary.find(String(part)) else { return false }
      // `Federation of Mining Unions`
      return place == parts.count - 1 && lexicon.tags(word).has(.governmentNoun)
        || tables.people.namedBodies.contains(lexicon.facts(word).lemma)
    }
  }

  /// `the department` after `State Department`, `the church` after `Church of Orta`.
  private func nameHolding(_ lemma: WordID, before row: Int, _ tags: Tags) -> Speaker? {
    guard tags.has(.organisationNoun) || tags.has(.governmentNoun) || tags.has(.outletNoun) else {
      return nil
    }
    for name in namesBackward(from: row, most: 60) {
      let kind = draft.entities[name.value].kind
      guard kind == .organisation || kind == .other,
        name.tokens.indices.contains(where: {
          lexicon.facts(draft.tokens[$0].word).lemma == lemma
        })
      else { continue }
      return speaker(at: name.tokens, parent: nil)
    }
    return nil
  }

  /// `LIMA (API) –`: an agency there writes, and is not spoken of.
  private func isInDateLine(_ name: TokenRange) -> Bool {
    guard name.start > 0, name.end + 1 < draft.tokens.count,
      draft.words(TokenRange(name.start - 1, name.start)) == "(",
      draft.words(TokenRange(name.end, name.end + 1)) == ")"
    else { return false }
    return draft.tokens[name.end + 1].kind == .mark
  }

  private func lastNamedBody(before row: Int, _ head: Int, _ tags: Tags) -> Speaker? {
    guard tags.has(.organisationNoun) else { return nil }
    for name in namesBackward(from: row, most: 30) {
      let entity = draft.entities[name.value]
      guard entity.kind == .organisation, mayMean(head, entity.canonical),
        !isInDateLine(name.tokens),
        !tables.people.governments.contains(entity.canonical.lowercased()),
        tags.has(.outletNoun) || !tables.outlets.contains(entity.canonical.lowercased())
      else { continue }
      return speaker(at: name.tokens, parent: nil)
    }
    return nil
  }

  /// The names that end before a token, the nearest first.
  func namesBackward(from row: Int, most: Int) -> [Placed<Int>] {
    let count = partitionPoint(draft.names.count) { draft.names[$0].tokens.start < row }
    return draft.names[max(0, count - most)..<count].reversed().filter {
      $0.tokens.end <= row && draft.entities.indices.contains($0.value)
    }
  }

  /// `the president`, `the doctor`: whom the article calls so.
  func bearer(ofRole core: TokenRange, _ head: Int) -> Speaker? {
    let bare = core.count <= 2
    let word = lexicon.text(draft.tokens[head].word)
    let phrase = withoutArticle(core).lowercased()
    if let row = bearers.bearer(of: phrase, before: core.start)
      ?? (bare ? bearers.bearer(of: word, before: core.start) : nil)
    {
      let entity = draft.entities[row]
      return Speaker(
        name: entity.canonical, kind: .person, role: entity.role,
        organisation: entity.organisation)
    }
    return spokenBearer(of: bare ? word : phrase, before: core.start)
  }

  /// The person of that role who spoke last: `Its chief executive, Ana Lima, said`.
  private func spokenBearer(of role: String, before row: Int) -> Speaker? {
    let words = role.split(separator: " ")
    return history.suffix(40).last { one in
      guard one.at < row, one.speaker.kind == .person, let own = one.speaker.role else {
        return false
      }
      let ownWords = own.lowercased().split(separator: " ")
      // `the state` is no state medical examiner.
      let head = RoleBearers.keys(own, before: bearers.links).last
      return head == words.last.map(String.init) && words.allSatisfy { ownWords.contains($0) }
    }?.speaker
  }
}
