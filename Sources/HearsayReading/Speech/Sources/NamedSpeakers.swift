import HearsayCore
import HearsayText

/// The words of a source that name its speaker.
extension SpeakerResolver {
  /// As in `the interior minister, Tomas Hadrek,`.
  func namedAfter(_ core: TokenRange, _ source: TokenRange) -> Placed<Int>? {
    var first = afterBracket(core.end, source.end) + 1
    // `the spokesman, Maj. Rui Sol`, `the father, taxi driver Rui Sol`
    while first < min(source.end, core.end + 5), nameAt[first] < 0,
      draft.tokens[first].kind == .stop || draft.tokens[first].flags.contains(.capital)
        || draft.classes[first] == .noun || draft.classes[first] == .adjective
    {
      first += 1
    }
    guard first < source.end, let mention = mention(at: first),
      mention.tokens.start == first, bears(mention, core)
    else { return nameAtEnd(source) }
    return mention
  }

  /// One past a bracket that begins at a token: `the Public Relations Officer (PPRO), Rui Sol,`.
  private func afterBracket(_ row: Int, _ end: Int) -> Int {
    guard row < end, lexicon.vocabulary.firstByte(draft.tokens[row].word) == UInt8(ascii: "(")
    else { return row }
    let close = (row..<min(end, row + 8)).first {
      lexicon.vocabulary.firstByte(draft.tokens[$0].word) == UInt8(ascii: ")")
    }
    return close.map { $0 + 1 } ?? row
  }

  /// The person behind a title in capitals that looks like a body: `the Police Public Relations
  /// Officer, Rui Sol,`.
  func titleBearer(_ mention: Placed<Int>, _ core: TokenRange, _ source: TokenRange) -> Placed<Int>?
  {
    let last = mention.tokens.end - 1
    guard draft.entities[mention.value].kind != .person,
      lexicon.tags(draft.tokens[last].word).has(.nameRole),
      lexicon.facts(draft.tokens[last].word).lemma == draft.tokens[last].word,
      let person = personAtEnd(core)
        ?? (source.end > core.end + 1 ? namedAfter(core, source) : nil),
      draft.entities[person.value].kind == .person
    else { return nil }
    return person
  }

  /// A person; or, behind `the owner` and other words for whom a firm may be, a body.
  private func bears(_ mention: Placed<Int>, _ core: TokenRange) -> Bool {
    switch draft.entities[mention.value].kind {
    case .person: true
    case .organisation:
      head(of: core).map { tables.people.generalBodies.contains(draft.tokens[$0].word) } ?? false
    default: false
    }
  }

  /// `A clerk who saw them, Ana Lima,`: a name between the last two commas.
  private func nameAtEnd(_ source: TokenRange) -> Placed<Int>? {
    var last = source.end - 1
    if last > source.start, draft.classes[last] == .mark { last -= 1 }
    guard let mention = mention(at: last), mention.tokens.end == last + 1,
      draft.entities[mention.value].kind == .person, mention.tokens.start > source.start + 2,
      draft.classes[mention.tokens.start - 1] == .mark
    else { return nil }
    return mention
  }

  func isPronoun(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .subjectPronoun, .objectPronoun, .possessive, .relative, .whWord: true
    default: false
    }
  }

  /// The words that name, without apposition, relative clause and marks.
  func core(of source: TokenRange) -> TokenRange {
    var lower = source.start
    var upper = source.start
    while lower < source.end,
      draft.tokens[lower].kind == .mark || draft.tokens[lower].kind == .quote
    {
      lower += 1
    }
    upper = lower
    while upper < source.end {
      let token = draft.tokens[upper]
      if upper > lower, let close = titleBracketEnd(upper, source.end) {
        upper = close + 1
        continue
      }
      if token.kind == .mark, draft.classes[upper] == .mark || upper + 1 == source.end { break }
      if draft.classes[upper] == .relative, upper > lower { break }
      upper += 1
    }
    if upper > lower, draft.classes[upper - 1] == .genitive { upper -= 1 }
    return TokenRange(lower, max(upper, min(lower + 1, source.end)))
  }

  /// The head of a noun group: the last nominal before its first preposition or participle.
  func head(of core: TokenRange) -> Int? {
    var head: Int?
    for row in core.indices {
      let kind = draft.classes[row]
      if kind == .preposition || kind == .verbParticiple || kind == .conjunction && head != nil {
        break
      }
      if kind == .verbIng, head != nil { break }
      if kind.isNominal || kind == .verbIng { head = row }
      if kind == .adjective, head != nil, row > core.start, draft.tokens[row].kind == .word,
        draft.classes[row - 1].isNominal, row + 1 >= core.end || !draft.classes[row + 1].isNominal
      {
        break
      }
    }
    return head
  }

  func mention(at row: Int) -> Placed<Int>? {
    guard row < nameAt.count, nameAt[row] >= 0 else { return nil }
    let name = draft.names[Int(nameAt[row])]
    guard draft.entities.indices.contains(name.value) else { return nil }
    return name
  }

  /// `Secretary of State Marco Rubio`: a person whose title holds a preposition.
  func personAtEnd(_ core: TokenRange) -> Placed<Int>? {
    guard let mention = mention(at: core.end - 1), mention.tokens.start > core.start,
      draft.entities[mention.value].kind == .person
    else { return nil }
    switch draft.classes[mention.tokens.start - 1] {
    case .noun, .name, .adjective: return mention
    case .mark: return closesTitle(mention.tokens.start - 1, core) ? mention : nil
    default: return nil
    }
  }

  private func titleBracketEnd(_ row: Int, _ end: Int) -> Int? {
    TitleBrackets.close(row, before: end, draft.tokens, draft.classes) {
      lexicon.vocabulary.firstByte(draft.tokens[$0].word)
    }
  }

  /// `Director General of Police (Law and Order) Ana Lima`.
  private func closesTitle(_ row: Int, _ core: TokenRange) -> Bool {
    core.indices.contains { titleBracketEnd($0, core.end) == row }
  }

  /// The first name inside a range.
  func mention(in range: TokenRange) -> Placed<Int>? {
    for row in range.indices { if let found = mention(at: row) { return found } }
    return nil
  }

  // MARK: - Named

  func named(
    _ mention: Placed<Int>, _ core: TokenRange, _ source: TokenRange, _ head: Int
  ) -> Speaker {
    let entity = draft.entities[mention.value]
    let story = tables.storyNames[entity.canonical.lowercased()]
    // `The State Minister said`: a person whom the article calls so.
    if story == nil, entity.kind != .person, isDefinite(core), core.end == mention.tokens.end,
      !isInitials(of: mention), let person = bearer(ofRole: core, head)
    {
      return person
    }
    if story == nil, entity.kind == .other { return described(core, source, head) }
    let kind = kind(of: entity, story, head)
    let role = entity.role ?? story?.role ?? apposition(source, after: core)
    var speaker = Speaker(
      name: story?.canonical ?? entity.canonical, kind: kind, role: kind == .person ? role : nil,
      organisation: entity.organisation ?? story?.organisation ?? represented(source, head))
    if story == nil, let initials = entity.initials { speaker.short = initials }
    return speaker
  }

  /// `the UN`: the initials of a body are no office's.
  private func isInitials(of mention: Placed<Int>) -> Bool {
    mention.tokens.count == 1 && draft.tokens[mention.tokens.start].flags.contains(.allCapitals)
      && draft.entities[mention.value].canonical != draft.words(mention.tokens)
  }

  /// `a spokeswoman for the board, Ana Lima`: the body spoken for.
  private func represented(_ source: TokenRange, _ head: Int) -> String? {
    let speaks = source.indices.contains {
      lexicon.tags(draft.tokens[$0].word).has(.spokesperson)
    }
    return speaks ? body(in: source, head) : nil
  }

  func kind(of entity: Entity, _ story: StoryName?, _ head: Int) -> SourceKind {
    let name = entity.canonical.lowercased()
    if tables.outlets.contains(name)
      || entity.aliases.contains(where: { tables.outlets.contains($0.lowercased()) })
    {
      return .outlet
    }
    if let story, story.kind != .unknown { return story.kind }
    if tables.people.governments.contains(name) { return .government }
    switch entity.kind {
    case .person: return .person
    case .place: return .government
    default:
      let tags = lexicon.tags(draft.tokens[head].word)
      if tags.has(.governmentNoun) { return .government }
      if tags.has(.outletNoun) { return .outlet }
      return tags.has(.documentNoun) ? .document : .organisation
    }
  }

  /// What stands between the commas after a name: `director of Foro Penal`.
  private func apposition(_ source: TokenRange, after core: TokenRange) -> String? {
    let first = core.end + 1
    var last = source.end
    while last > first, draft.tokens[last - 1].kind == .mark { last -= 1 }
    guard first < last, draft.classes[first] != .relative, draft.classes[first] != .number else {
      return nil
    }
    let range = TokenRange(first, min(last, first + 24))
    return draft.words(range)
  }
}
