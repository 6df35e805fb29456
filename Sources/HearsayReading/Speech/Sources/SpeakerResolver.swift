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
    var source: TokenRange
  }

  let scanner: SpeechScanner
  let layers: SpeechLayers
  /// The row of the name mention that holds a token; -1 for none.
  var nameAt: [Int32]
  /// Whether a token stands in any quotation.
  private(set) var isInQuotes: [Bool]
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
    layers = scanner.layers
    let draft = layers.draft
    nameAt = Array(repeating: -1, count: draft.tokens.count)
    isInQuotes = Array(repeating: false, count: draft.tokens.count)
    var marked = 0
    for quote in draft.quotes where quote.tokens.end > marked {
      // In order of start: what a quotation before covers is marked.
      for row in max(marked, quote.tokens.start)..<quote.tokens.end where row < isInQuotes.count {
        isInQuotes[row] = true
      }
      marked = quote.tokens.end
    }
    bearers = RoleBearers(layers)
    for entity in draft.entities where entity.kind == .person {
      if let gender = entity.gender { sexes[entity.canonical] = gender == .male ? .male : .female }
    }
    for (row, name) in draft.names.enumerated() {
      for token in name.tokens.indices where token < nameAt.count { nameAt[token] = Int32(row) }
    }
  }

  @inline(__always) var draft: Draft { _read { yield layers.draft } }
  @inline(__always) var tables: SpeechTables { _read { yield layers.tables } }
  @inline(__always) var lexicon: Lexicon { _read { yield layers.lexicon } }

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
    history.append(PastSpeaker(speaker: speaker, at: source.start, head: head, source: source))
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

  func attribution(_ row: Int, _ facts: FactualityReader) -> Attribution {
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

  // MARK: - Who

  func speaker(of row: Int) -> Speaker? {
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
      if let person = titleBearer(mention, core, source) {
        return named(person, person.tokens, person.tokens, person.tokens.end - 1)
      }
      return joined(named(mention, core, source, head), mention, core)
    }
    if let mention = personAtEnd(core) {
      var speaker = named(mention, core, source, core.end - 1)
      // `State Minister for Labour Ana Lima`: what stands before the name.
      let role = withoutArticle(TokenRange(core.start, mention.tokens.start))
      if speaker.kind == .person, (speaker.role?.utf8.count ?? 0) < role.utf8.count {
        speaker.role = role
      }
      return speaker
    }
    if let mention = namedAfter(core, source) {
      var speaker = named(mention, mention.tokens, mention.tokens, mention.tokens.end - 1)
      if speaker.role == nil, speaker.kind == .person { speaker.role = withoutArticle(core) }
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
}
