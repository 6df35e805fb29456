import HearsayCore
import HearsayText

/// Turns what was found into attributions with speakers, in order of the text.
///
/// Names come from the name stage; the rest is by head noun (an official, a report, a ministry), by
/// `the group` and `he` going back to the last speaker that fits, and by roles.
struct SpeakerResolver {
  /// A speaker with the place of his words and the lemma of the noun that named him.
  struct PastSpeaker {
    var speaker: Speaker
    var at: Int
    var head: WordID
  }

  let scanner: SpeechScanner
  let draft: Draft
  let tables: SpeechTables
  let lexicon: Lexicon
  /// The row of the name mention that holds a token; -1 for none.
  private var nameAt: [Int32]
  /// Speakers so far with the place of their words, oldest first.
  var history: [PastSpeaker] = []
  var resolved: [Speaker?] = []
  /// The attributions to unnamed sources, by unit.
  var unnamedRows: [Int] = []
  /// What the article shows of a person's sex, as a tag.
  var sexes: [String: Tags] = [:]
  let bearers: RoleBearers

  init(_ scanner: SpeechScanner) {
    self.scanner = scanner
    draft = scanner.draft
    tables = scanner.tables
    lexicon = scanner.lexicon
    nameAt = Array(repeating: -1, count: draft.tokens.count)
    bearers = RoleBearers(
      draft, lexicon, tables.people, before: scanner.lexicon.text(scanner.function.of))
    for entity in draft.entities where entity.kind == .person {
      if let gender = entity.gender { sexes[entity.canonical] = gender == .male ? .male : .female }
    }
    for (row, name) in draft.names.enumerated() {
      for token in name.tokens.indices where token < nameAt.count { nameAt[token] = Int32(row) }
    }
  }

  mutating func attributions() -> [Attribution] {
    for row in scanner.found.indices {
      let speaker = speaker(of: row)
      resolved.append(speaker)
      if let speaker, let source = scanner.found[row].source {
        remember(speaker, source)
      }
    }
    readReasons()
    let facts = FactualityReader(scanner: scanner, words: tables.factuality)
    return scanner.found.indices.map { attribution($0, facts) }
  }

  private mutating func remember(_ speaker: Speaker, _ source: TokenRange) {
    let core = core(of: source)
    let head = head(of: core).map { lexicon.facts(draft.tokens[$0].word).lemma } ?? 0
    history.append(PastSpeaker(speaker: speaker, at: source.start, head: head))
    noteSex(speaker, source)
  }

  /// What a pronoun, title or role shows of a person: `Ms Quist`, `she`.
  private mutating func noteSex(_ speaker: Speaker, _ source: TokenRange) {
    guard speaker.kind == .person || speaker.kind == .anonymous, sexes[speaker.name] == nil else {
      return
    }
    for row in source.indices.prefix(16) where row < draft.tokens.count {
      let tags = lexicon.tags(draft.tokens[row].word)
      if draft.classes[row].isVerb || draft.classes[row] == .possessive { continue }
      if tags.has(.male) { sexes[speaker.name] = .male }
      if tags.has(.female) { sexes[speaker.name] = .female }
      if sexes[speaker.name] != nil { return }
    }
  }

  private func attribution(_ row: Int, _ facts: FactualityReader) -> Attribution {
    let one = scanner.found[row]
    let kind = kind(one)
    let strength = strength(one, resolved[row])
    return Attribution(
      kind: kind, source: one.source.map { draft.bytes($0) },
      cue: one.cue.map { draft.bytes($0) }, content: one.content.map { draft.bytes($0) },
      speaker: resolved[row], strength: strength, mode: mode(one, kind),
      factuality: facts.factuality(one, strength), implied: implied(one, strength),
      ownerless: one.ownerless, saidAt: saidAt(one), channel: channel(one), parent: one.parent,
      score: one.score, rule: one.rule)
  }

  private func mode(_ one: FoundAttribution, _ kind: Attribution.Kind) -> AttributionMode {
    if one.ownerless { return .narrator }
    if one.presupposed { return .presupposed }
    switch kind {
    case .direct: return .directQuote
    case .mixed: return .mixedQuote
    case .indirect: return .indirect
    }
  }

  /// `denounced the pace after only 56 were freed`: from the link to the end of the sentence.
  private func implied(_ one: FoundAttribution, _ strength: CueStrength) -> ByteRange? {
    guard strength == .evaluating || strength == .disputing, let cue = one.cue,
      scanner.units.indices.contains(one.unit)
    else { return nil }
    let unit = scanner.units[one.unit].tokens
    guard unit.contains(cue.start), cue.end < unit.upperBound else { return nil }
    let link = (cue.end..<min(unit.upperBound, cue.end + 80)).first { row in
      lexicon.tags(draft.tokens[row].word).has(.implicitLink)
    }
    return link.map { draft.bytes(TokenRange($0, unit.upperBound)) }
  }

  private func strength(_ one: FoundAttribution, _ speaker: Speaker?) -> CueStrength {
    // `first reported by Bloomberg` gives credit; the words before it are the article's own.
    if speaker?.kind == .outlet,
      one.rule == "english/cue.passive" || one.rule == "english/speech.as-reported"
    {
      return .credit
    }
    return tables.strengths[one.lemma] ?? .neutral
  }

  // MARK: - Who

  private func speaker(of row: Int) -> Speaker? {
    let one = scanner.found[row]
    guard let source = one.source, source.count > 0, source.end <= draft.tokens.count else {
      return nil
    }
    return speaker(
      at: source, parent: one.parent.flatMap { $0 < resolved.count ? resolved[$0] : nil })
  }

  func speaker(at source: TokenRange, parent: Speaker?) -> Speaker? {
    let core = core(of: source)
    guard core.count > 0 else { return nil }
    if core.count == 1, let pronoun = pronoun(core.start, parent: parent) { return pronoun }
    if core.count == 1, isPronoun(core.start) {
      return Speaker(name: draft.words(core), kind: .unknown)
    }
    guard let head = head(of: core) else { return Speaker(name: draft.words(core), kind: .unknown) }
    if let mention = mention(at: head) {
      return joined(named(mention, core, source, head), mention, core)
    }
    if let mention = personAtEnd(core) { return named(mention, core, source, core.end - 1) }
    if let mention = namedAfter(core, source) {
      var speaker = named(mention, mention.tokens, mention.tokens, mention.tokens.end - 1)
      if speaker.role == nil { speaker.role = withoutArticle(core) }
      return speaker
    }
    return described(core, source, head)
  }

  /// `Reuters and the BBC`: two names joined speak together.
  private func joined(_ first: Speaker, _ mention: Placed<Int>, _ core: TokenRange) -> Speaker {
    let link = mention.tokens.end
    guard link + 1 < core.end, draft.classes[link] == .conjunction else { return first }
    var next = link + 1
    while next < core.end, nameAt[next] < 0, draft.classes[next].isPremodifier { next += 1 }
    guard next < core.end, let other = self.mention(at: next), other.value != mention.value,
      draft.entities[other.value].kind != .other
    else { return first }
    let second = named(other, other.tokens, other.tokens, other.tokens.end - 1)
    var both = first
    both.name = "\(first.name) \(draft.words(TokenRange(link, link + 1))) \(second.name)"
    both.role = nil
    both.organisation = first.organisation == second.organisation ? first.organisation : nil
    return both
  }

  /// As in `the interior minister, Tomas Hadrek,`.
  private func namedAfter(_ core: TokenRange, _ source: TokenRange) -> Placed<Int>? {
    guard core.end + 1 < source.end, let mention = mention(at: core.end + 1),
      mention.tokens.start == core.end + 1, draft.entities[mention.value].kind == .person
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
  private func personAtEnd(_ core: TokenRange) -> Placed<Int>? {
    guard let mention = mention(at: core.end - 1), mention.tokens.start > core.start,
      draft.entities[mention.value].kind == .person
    else { return nil }
    switch draft.classes[mention.tokens.start - 1] {
    case .noun, .name, .adjective: return mention
    default: return nil
    }
  }

  /// The first name inside a range.
  func mention(in range: TokenRange) -> Placed<Int>? {
    for row in range.indices { if let found = mention(at: row) { return found } }
    return nil
  }

  // MARK: - Named

  private func named(
    _ mention: Placed<Int>, _ core: TokenRange, _ source: TokenRange, _ head: Int
  ) -> Speaker {
    let entity = draft.entities[mention.value]
    let story = tables.storyNames[entity.canonical.lowercased()]
    if story == nil, entity.kind == .other { return described(core, source, head) }
    let kind = kind(of: entity, story, head)
    let role = entity.role ?? story?.role ?? apposition(source, after: core)
    return Speaker(
      name: story?.canonical ?? entity.canonical, kind: kind, role: kind == .person ? role : nil,
      organisation: entity.organisation ?? story?.organisation ?? represented(source, head))
  }

  /// `a spokeswoman for the board, Ana Lima`: the body spoken for.
  private func represented(_ source: TokenRange, _ head: Int) -> String? {
    let speaks = source.indices.contains {
      lexicon.tags(draft.tokens[$0].word).has(.spokesperson)
    }
    return speaks ? body(in: source, head) : nil
  }

  private func kind(of entity: Entity, _ story: StoryName?, _ head: Int) -> SourceKind {
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

  // MARK: - When and how

  /// The time that stands beside the cue, or opens the sentence, and is in no content.
  private func saidAt(_ one: FoundAttribution) -> TimeValue? {
    guard let cue = one.cue, !one.ownerless, scanner.units.indices.contains(one.unit) else {
      return nil
    }
    let unit = scanner.units[one.unit].tokens
    let lower = max(min(one.source?.start ?? cue.start, cue.start) - 4, cue.start - 80)
    let beside = max(lower, unit.lowerBound)..<max(lower, unit.lowerBound, cue.end + 9)
    var best = nearestTime(in: beside.clamped(to: unit), to: cue, one)
    if best == nil, cue.start < one.content.first?.start ?? cue.end {
      best = nearestTime(in: unit.prefix(2).startIndex..<unit.prefix(2).endIndex, to: cue, one)
    }
    return best
  }

  private func nearestTime(
    in rows: Range<Int>, to cue: TokenRange, _ one: FoundAttribution
  ) -> TimeValue? {
    var best: (distance: Int, value: TimeValue)?
    for row in rows where scanner.timeAt[row] >= 0 {
      let time = draft.times[Int(scanner.timeAt[row])]
      guard time.tokens.start == row, !one.content.contains(where: { $0.overlaps(time.tokens) }),
        !(one.source?.overlaps(time.tokens) ?? false),
        time.value.type == .date || time.value.type == .time
      else { continue }
      let distance = row >= cue.end ? row - cue.end : cue.start - time.tokens.end
      if best.map({ distance < $0.distance }) ?? true { best = (distance, time.value) }
    }
    return best?.value
  }

  private func channel(_ one: FoundAttribution) -> String? {
    guard let manner = one.manner, manner.count > 0, manner.end <= draft.tokens.count else {
      return hearingOutlet(one)
    }
    let says = manner.indices.contains { lexicon.tags(draft.tokens[$0].word).has(.mannerNoun) }
    if says { return draft.words(manner) }
    guard let name = mention(in: manner) else { return nil }
    let entity = draft.entities[name.value]
    return tables.outlets.contains(entity.canonical.lowercased()) ? draft.words(manner) : nil
  }

  /// `told CNN that`: who hears is the channel, not a source.
  private func hearingOutlet(_ one: FoundAttribution) -> String? {
    guard let cue = one.cue else { return nil }
    let content = one.content.first { $0.start >= cue.end }
    let last = min(content?.start ?? cue.end + 6, cue.end + 8, draft.tokens.count)
    guard cue.end < last, let name = mention(in: TokenRange(cue.end, last)),
      one.source.map({ !$0.overlaps(name.tokens) }) ?? true,
      tables.outlets.contains(draft.entities[name.value].canonical.lowercased())
    else { return nil }
    return draft.words(name.tokens)
  }

  // MARK: - Quoted or not

  /// Whether the content is wholly, partly or not quoted.
  private func kind(_ one: FoundAttribution) -> Attribution.Kind {
    if one.verbatim { return .direct }
    var quoted = 0
    var plain = 0
    for piece in one.content {
      for row in piece.indices where draft.tokens[row].kind == .word {
        if isQuoted(row) { quoted += 1 } else { plain += 1 }
      }
    }
    return quoted == 0 ? .indirect : plain == 0 ? .direct : .mixed
  }

  /// Masks are lifted while nested contents are read; the quotations themselves stay.
  func isQuoted(_ row: Int) -> Bool {
    let low = partitionPoint(draft.quotes.count) { draft.quotes[$0].tokens.start <= row }
    var here = low - 1
    while here >= 0, here > low - 9 {
      if draft.quotes[here].tokens.contains(row) { return true }
      here -= 1
    }
    return false
  }
}
