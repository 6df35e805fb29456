import HearsayCore

/// Makes claims out of what ``ClaimEncoder`` wrote.
struct ClaimDecoder {
  private var input: ByteReader
  private let article: [UInt8]
  private let shared: SharedValues
  private var base = 0

  init(_ bytes: [UInt8], at start: Int, article: [UInt8], _ shared: SharedValues) {
    input = ByteReader(bytes, at: start)
    self.article = article
    self.shared = shared
  }

  /// The id of the claim that begins at `start`.
  static func id(in bytes: [UInt8], at start: Int) -> UInt64 {
    var input = ByteReader(bytes, at: start)
    _ = ClaimParts(rawValue: input.number())
    return input.word()
  }

  /// The claim of the article in row `document` whose first claim is in row `first`; its trail, which
  /// stands last, only where it is wanted.
  mutating func claim(document: Int, first: Int, withTrail: Bool) -> Claim {
    let parts = ClaimParts(rawValue: input.number())
    let id = input.word()
    let (head, place, basis) = (input.byte(), input.byte(), input.byte())
    base = input.number()
    let range = ByteRange(base, base + input.number())
    let line = input.number()
    var span = evidence(line)
    var sentence = Evidence(range, line: line, article: article)
    if parts.contains(.given) {
      sentence = Evidence(range: range, line: line, text: text() ?? "")
      span = Evidence(range: span.range, line: span.line, text: text() ?? "")
    }
    let repeats = parts.contains(.repeats) ? self.repeats(line, parts) : []
    let whole = parts.contains(.whole) ? first + input.number() : nil
    var proposition = proposition(parts)
    proposition.positive = head & 2 != 0
    proposition.measure = ClaimCodes.measures.element(head >> 2 & 7)
    proposition.modality = ClaimCodes.modalities.element(head >> 5)
    proposition.asOfBasis = ClaimCodes.bases.element(basis)
    let chain = (0..<input.number()).map { _ in step() }
    return Claim(
      id: id, document: document, kind: head & 1 == 1 ? .figure : .statement, span: span,
      repeats: repeats, sentence: sentence, zone: ClaimCodes.zones.element(place & 15),
      proposition: proposition, chain: chain, mode: ClaimCodes.modes.element(place >> 4),
      quote: parts.contains(.quote) ? text() : nil,
      hedges: parts.contains(.hedges) ? texts() : [],
      frames: parts.contains(.frames) ? texts() : [],
      disputes: parts.contains(.disputes) ? text() : nil,
      contestsLabel: parts.contains(.contestsLabel) ? text() : nil, partOf: whole,
      credits: parts.contains(.credits) ? texts() : [],
      trail: withTrail && parts.contains(.trail) ? trail() : [])
  }

  private mutating func evidence(_ line: Int) -> Evidence {
    let start = base + input.signed()
    let range = ByteRange(start, start + input.number())
    return Evidence(range, line: line + input.signed(), article: article)
  }

  private mutating func repeats(_ line: Int, _ parts: ClaimParts) -> [Evidence] {
    (0..<input.number()).map { _ in
      let again = evidence(line)
      guard parts.contains(.given) else { return again }
      return Evidence(range: again.range, line: again.line, text: text() ?? "")
    }
  }

  private mutating func proposition(_ parts: ClaimParts) -> Proposition {
    var proposition = Proposition()
    if parts.contains(.topic) { proposition.topic = text() }
    if parts.contains(.predicate) { proposition.predicate = text() }
    if parts.contains(.terms) { proposition.terms = texts() }
    if parts.contains(.population) { proposition.population = text() }
    if parts.contains(.populationText) { proposition.populationText = text() }
    if parts.contains(.quantity) { proposition.quantity = quantity() }
    if parts.contains(.window) { proposition.window = time() }
    if parts.contains(.asOf) { proposition.asOf = time() }
    if parts.contains(.eventTime) { proposition.eventTime = time() }
    if parts.contains(.place) { proposition.place = text() }
    if parts.contains(.actor) { proposition.actor = text() }
    if parts.contains(.part) { proposition.part = text() }
    if parts.contains(.otherEvent) { proposition.otherEvent = text() }
    return proposition
  }

  private mutating func quantity() -> Quantity {
    let (flags, kind) = (input.byte(), input.byte())
    let low = flags & 8 != 0 ? number() : nil
    let high = flags & 16 != 0 ? low : flags & 32 != 0 ? number() : nil
    let stated = flags & 64 != 0 ? low : flags & 128 != 0 ? number() : nil
    let interval = Interval(
      low: low, high: high, lowOpen: flags & 2 != 0, highOpen: flags & 4 != 0)
    let vague = text()
    let unit = text()
    return Quantity(
      interval, stated: stated, approximate: flags & 1 != 0, vague: vague,
      kind: ClaimCodes.quantities.element(kind), unit: unit, hedge: text())
  }

  private mutating func number() -> ExactNumber? {
    let digits = input.signed()
    return ExactNumber(significand: Int64(digits), exponent: input.signed())
  }

  private mutating func step() -> ChainStep {
    let (flags, strength) = (input.byte(), input.byte())
    var speaker = Speaker(name: text() ?? "", kind: ClaimCodes.sources.element(flags & 15))
    if flags & 16 != 0 {
      let (role, body) = (text(), text())
      speaker = Speaker(
        name: speaker.name, kind: speaker.kind, role: role, organisation: body,
        anonymity: anonymity())
      if let short = text() { speaker.short = short }
    }
    let saidAt = flags & 32 != 0 ? time() : nil
    let range = flags & 64 != 0 ? self.range() : nil
    return ChainStep(
      speaker: speaker, cue: flags & 128 != 0 ? text() : nil,
      strength: ClaimCodes.strengths.element(strength), saidAt: saidAt, range: range)
  }

  private mutating func anonymity() -> Anonymity? {
    let flag = input.byte()
    guard flag != 0 else { return nil }
    let descriptor = text() ?? ""
    let (access, reason) = (text(), text())
    return Anonymity(
      descriptor: descriptor, plural: flag == 2, access: access, reason: reason,
      reasonKind: text() ?? "")
  }

  private mutating func trail() -> [RuleFiring] {
    (0..<input.number()).map { _ in
      let rule = text() ?? ""
      let range = range()
      let lead = text() ?? ""
      return RuleFiring(rule: rule, range: range, note: lead, text() ?? "")
    }
  }

  private mutating func range() -> ByteRange {
    let start = base + input.signed()
    return ByteRange(start, start + input.number())
  }

  private mutating func time() -> TimeValue? {
    let id = input.number()
    return shared.times.indices.contains(id) ? shared.times[id] : nil
  }

  private mutating func texts() -> [String] { (0..<input.number()).map { _ in text() ?? "" } }

  private mutating func text() -> String? {
    let code = input.number()
    if code == 0 { return nil }
    if code & 1 == 0 { return shared.strings[Int32(truncatingIfNeeded: code >> 1 - 1)] }
    let start = base + input.signed()
    let end = min(start + code >> 1, article.count)
    return String(decoding: article[max(0, start)..<max(0, end)], as: UTF8.self)
  }
}
