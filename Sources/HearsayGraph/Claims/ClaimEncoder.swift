import HearsayCore

/// Writes claims as bytes: some 150 where the value with its arrays and strings takes a thousand.
struct ClaimEncoder {
  private(set) var out = ByteWriter()
  /// The bytes of the article in which words may stand.
  let article: [UInt8]
  /// Where the claim's sentence begins: other places are told from there.
  private var base = 0
  private var sentenceEnd = 0

  init(article: [UInt8]) { self.article = article }

  /// How many bytes are written so far.
  var count: Int { out.bytes.count }

  mutating func add(_ claim: Claim, _ shared: inout SharedValues) {
    let proposition = claim.proposition
    let parts = parts(of: claim)
    base = claim.sentence.range.start
    sentenceEnd = claim.sentence.range.end
    out.number(parts.rawValue)
    out.word(claim.id)
    out.byte(
      (claim.kind == .figure ? 1 : 0) | (proposition.positive ? 2 : 0)
        | ClaimCodes.measures.code(of: proposition.measure) << 2
        | ClaimCodes.modalities.code(of: proposition.modality) << 5)
    out.byte(
      ClaimCodes.zones.code(of: claim.zone) | ClaimCodes.modes.code(of: claim.mode) << 4)
    out.byte(ClaimCodes.bases.code(of: proposition.asOfBasis))
    out.number(base)
    out.number(claim.sentence.range.count)
    out.number(claim.sentence.line)
    add(claim.span, near: claim.sentence)
    if parts.contains(.given) {
      text(claim.sentence.text, &shared)
      text(claim.span.text, &shared)
    }
    if parts.contains(.repeats) { add(claim.repeats, near: claim.sentence, parts, &shared) }
    if parts.contains(.whole) { out.number(claim.partOf ?? 0) }
    add(proposition, parts, &shared)
    out.number(claim.chain.count)
    for step in claim.chain { add(step, &shared) }
    addWords(of: claim, parts, &shared)
    if parts.contains(.trail) { add(claim.trail, &shared) }
  }

  private func parts(of claim: Claim) -> ClaimParts {
    let proposition = claim.proposition
    var parts: ClaimParts = []
    func set(_ part: ClaimParts, _ isThere: Bool) { if isThere { parts.insert(part) } }
    set(.topic, proposition.topic != nil)
    set(.predicate, proposition.predicate != nil)
    set(.terms, !proposition.terms.isEmpty)
    set(.trail, !claim.trail.isEmpty)
    set(.quantity, proposition.quantity != nil)
    set(.populationText, proposition.populationText != nil)
    set(.asOf, proposition.asOf != nil)
    set(.quote, claim.quote != nil)
    set(.eventTime, proposition.eventTime != nil)
    set(.place, proposition.place != nil)
    set(.actor, proposition.actor != nil)
    set(.window, proposition.window != nil)
    set(.population, proposition.population != nil)
    set(.part, proposition.part != nil)
    set(.otherEvent, proposition.otherEvent != nil)
    set(.hedges, !claim.hedges.isEmpty)
    set(.frames, !claim.frames.isEmpty)
    set(.repeats, !claim.repeats.isEmpty)
    set(.credits, !claim.credits.isEmpty)
    set(.disputes, claim.disputes != nil)
    set(.contestsLabel, claim.contestsLabel != nil)
    set(.whole, claim.partOf != nil)
    let all = [claim.span, claim.sentence] + claim.repeats
    // As a rule all are one array, which is seen without a look at its bytes.
    set(.given, !all.allSatisfy { $0.article == article })
    return parts
  }

  private mutating func add(_ evidence: Evidence, near sentence: Evidence) {
    out.signed(evidence.range.start - base)
    out.number(evidence.range.count)
    out.signed(evidence.line - sentence.line)
  }

  private mutating func add(
    _ repeats: [Evidence], near sentence: Evidence, _ parts: ClaimParts,
    _ shared: inout SharedValues
  ) {
    out.number(repeats.count)
    for again in repeats {
      add(again, near: sentence)
      if parts.contains(.given) { text(again.text, &shared) }
    }
  }

  private mutating func add(
    _ proposition: Proposition, _ parts: ClaimParts, _ shared: inout SharedValues
  ) {
    if parts.contains(.topic) { text(proposition.topic, &shared) }
    if parts.contains(.predicate) { text(proposition.predicate, &shared) }
    if parts.contains(.terms) { texts(proposition.terms, &shared) }
    if parts.contains(.population) { text(proposition.population, &shared) }
    if parts.contains(.populationText) { text(proposition.populationText, &shared) }
    if let quantity = proposition.quantity { add(quantity, &shared) }
    for time in [proposition.window, proposition.asOf, proposition.eventTime] {
      if let time { out.number(shared.id(of: time)) }
    }
    if parts.contains(.place) { text(proposition.place, &shared) }
    if parts.contains(.actor) { text(proposition.actor, &shared) }
    if parts.contains(.part) { text(proposition.part, &shared) }
    if parts.contains(.otherEvent) { text(proposition.otherEvent, &shared) }
  }

  private mutating func add(_ quantity: Quantity, _ shared: inout SharedValues) {
    let interval = quantity.interval
    let (hasHigh, hasStated) = (interval.high != nil, quantity.stated != nil)
    out.byte(
      (quantity.approximate ? 1 : 0) | (interval.lowOpen ? 2 : 0) | (interval.highOpen ? 4 : 0)
        | (interval.low != nil ? 8 : 0)
        | (!hasHigh ? 0 : interval.high == interval.low ? 16 : 32)
        | (!hasStated ? 0 : quantity.stated == interval.low ? 64 : 128))
    out.byte(ClaimCodes.quantities.code(of: quantity.kind))
    if let low = interval.low { add(low) }
    if let high = interval.high, high != interval.low { add(high) }
    if let stated = quantity.stated, stated != interval.low { add(stated) }
    text(quantity.vague, &shared)
    text(quantity.unit, &shared)
    text(quantity.hedge, &shared)
  }

  private mutating func add(_ number: ExactNumber) {
    out.signed(Int(number.significand))
    out.signed(Int(number.exponent))
  }

  private mutating func add(_ step: ChainStep, _ shared: inout SharedValues) {
    let speaker = step.speaker
    let hasDetails =
      speaker.role != nil || speaker.organisation != nil || speaker.anonymity != nil
      || speaker.short != nil
    out.byte(
      ClaimCodes.sources.code(of: speaker.kind) | (hasDetails ? 16 : 0)
        | (step.saidAt != nil ? 32 : 0) | (step.range != nil ? 64 : 0)
        | (step.cue != nil ? 128 : 0))
    out.byte(ClaimCodes.strengths.code(of: step.strength))
    text(speaker.name, &shared)
    if hasDetails {
      text(speaker.role, &shared)
      text(speaker.organisation, &shared)
      add(speaker.anonymity, &shared)
      text(speaker.short, &shared)
    }
    if let saidAt = step.saidAt { out.number(shared.id(of: saidAt)) }
    if let range = step.range { add(range) }
    if let cue = step.cue { text(cue, &shared) }
  }

  private mutating func add(_ anonymity: Anonymity?, _ shared: inout SharedValues) {
    guard let anonymity else { return out.byte(0) }
    out.byte(anonymity.plural ? 2 : 1)
    text(anonymity.descriptor, &shared)
    text(anonymity.access, &shared)
    text(anonymity.reason, &shared)
    text(anonymity.reasonKind, &shared)
  }

  private mutating func addWords(
    of claim: Claim, _ parts: ClaimParts, _ shared: inout SharedValues
  ) {
    if parts.contains(.quote) { text(claim.quote, &shared) }
    if parts.contains(.hedges) { texts(claim.hedges, &shared) }
    if parts.contains(.frames) { texts(claim.frames, &shared) }
    if parts.contains(.disputes) { text(claim.disputes, &shared) }
    if parts.contains(.contestsLabel) { text(claim.contestsLabel, &shared) }
    if parts.contains(.credits) { texts(claim.credits, &shared) }
  }

  private mutating func add(_ trail: [RuleFiring], _ shared: inout SharedValues) {
    out.number(trail.count)
    for firing in trail {
      text(firing.rule, &shared)
      add(firing.range)
      text(firing.lead, &shared)
      text(firing.about.isEmpty ? nil : firing.about, &shared)
    }
  }

  private mutating func add(_ range: ByteRange) {
    out.signed(range.start - base)
    out.number(range.count)
  }

  private mutating func texts(_ texts: [String], _ shared: inout SharedValues) {
    out.number(texts.count)
    for each in texts { text(each, &shared) }
  }

  /// 0 for none, an even number for a string of the table, an odd one for words of the article.
  private mutating func text(_ words: String?, _ shared: inout SharedValues) {
    guard let words else { return out.number(0) }
    if words.utf8.count >= Self.fewestBytesOfSpan, shared.strings.id(of: words) == nil,
      let start = placeInArticle(of: words)
    {
      out.number(words.utf8.count << 1 | 1)
      out.signed(start - base)
    } else {
      out.number((Int(shared.strings.intern(words)) + 1) << 1)
    }
  }

  /// Shorter words lie in a string without memory of their own.
  private static let fewestBytesOfSpan = 16
  /// How far before and behind the sentence its words are looked for.
  private static let reach = 400

  private func placeInArticle(of words: String) -> Int? {
    let wanted = Array(words.utf8)
    let lower = max(0, base - Self.reach)
    let last = min(article.count, sentenceEnd + Self.reach) - wanted.count
    guard lower <= last else { return nil }
    let (text, words) = (article.span, wanted.span)
    for start in lower...last where text[start] == words[0] {
      var same = 1
      while same < words.count, text[start + same] == words[same] { same += 1 }
      if same == words.count { return start }
    }
    return nil
  }
}
