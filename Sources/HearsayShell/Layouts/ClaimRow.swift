import HearsayCore
import HearsayGraph

/// The fields of a quantity, shared by findings and rows of answers.
func addQuantity(_ quantity: Quantity, to object: inout JSONObject) {
  if let stated = quantity.stated { object.add("stated", number: stated.description) }
  object.add("low", number: quantity.interval.low?.description)
  object.add("high", number: quantity.interval.high?.description)
  object.add("lowOpen", quantity.interval.lowOpen)
  object.add("highOpen", quantity.interval.highOpen)
  object.add("approximate", quantity.approximate)
  object.add("vague", quantity.vague)
  object.add("kind", quantity.kind.rawValue)
  object.add("unit", quantity.unit)
}

/// How an origin is shown: its name and the kind of CONTRACT.
struct OriginLabel: Hashable, Sendable {
  var name: String
  var kind: String

  /// How sure it is that the claim goes back to it.
  var confidence = Confidence.certain

  init(name: String, kind: String) {
    self.name = name
    self.kind = kind
  }

  init(_ key: OriginKey) {
    self.init(name: key.name, kind: key.kind.rawValue)
    confidence = key.confidence
  }

  /// What the last step of the chain says by itself, when no graph has looked further.
  init(of claim: Claim) {
    let speaker = claim.origin.speaker
    if claim.chain.count == 1 {
      let known = speaker.kind == .outlet && !speaker.name.hasPrefix("unknown")
      self.init(
        name: known ? speaker.name : "unattributed", kind: known ? "outletOnly" : "unattributed")
      return
    }
    self.init(name: speaker.name, kind: Self.kind(of: speaker))
  }

  private static func kind(of speaker: Speaker) -> String {
    if speaker.anonymity != nil { return "anonymous" }
    switch speaker.kind {
    case .anonymous: return "anonymous"
    case .collective: return "collective"
    case .document: return "document"
    case .unknown: return "unattributed"
    case .person, .organisation, .government, .outlet: return "identified"
    }
  }
}

/// The fields of a figure or statement row (CONTRACT.md).
func addClaim(
  _ claim: Claim, number: Int, file: String, origin: OriginLabel? = nil,
  time: (asOf: TimeValue?, basis: AsOfBasis?)? = nil, isMain: Bool? = nil,
  to object: inout JSONObject
) {
  let proposition = claim.proposition
  object.add("row", claim.kind.rawValue)
  object.add("claim", number)
  object.add("file", file)
  object.add("line", claim.span.line)
  object.add("start", claim.span.range.start)
  object.add("end", claim.span.range.end)
  object.add("text", claim.span.text)
  if let quantity = proposition.quantity {
    if quantity.stated == nil { object.add("stated", .null) }
    addQuantity(quantity, to: &object)
  }
  object.add("population", proposition.population ?? proposition.populationText)
  object.add("topic", proposition.topic ?? proposition.predicate)
  if claim.kind == .figure { object.add("measure", proposition.measure.rawValue) }
  object.add("modality", proposition.modality.rawValue)
  addAsOf(
    time?.asOf ?? proposition.asOf, time?.basis ?? proposition.asOfBasis, to: &object)
  let origin = origin ?? OriginLabel(of: claim)
  addSource(claim, origin, to: &object)
  object.add("zone", claim.zone.rawValue)
  object.add("hedge", hedge(claim))
  object.add("quote", claim.quote)
  object.add("sentence", claim.sentence.text)
  object.add("main", isMain ?? (proposition.part == nil && proposition.otherEvent == nil))
  object.add("part", proposition.part)
  object.add("otherEvent", proposition.otherEvent)
  object.add("repeats", claim.repeats.map(evidenceObject))
  object.add("originConfidence", origin.confidence.rawValue)
}

private func addAsOf(_ asOf: TimeValue?, _ basis: AsOfBasis?, to object: inout JSONObject) {
  let days: JSONValue
  if let asOf, asOf.earliest != nil || asOf.latest != nil {
    let ends = [asOf.earliest, asOf.latest].map { moment -> JSONValue in
      moment.map { .text($0.day.description) } ?? .null
    }
    days = .list(ends)
  } else {
    days = .null
  }
  object.add("asOf", days)
  object.add("asOfBasis", days == .null ? nil : basis?.rawValue)
}

private func addSource(_ claim: Claim, _ origin: OriginLabel, to object: inout JSONObject) {
  let isAttributed = claim.chain.count > 1
  let anonymity = claim.origin.speaker.anonymity
  object.add("speaker", isAttributed ? claim.origin.speaker.name : nil)
  object.add("chain", claim.chain.map(\.speaker.nameAsPrinted))
  object.add("origin", origin.name)
  object.add("originKind", origin.kind)
  object.add("anonymous", anonymity != nil || origin.kind == "anonymous")
  object.add("reason", anonymity?.reason)
}

func hedge(_ claim: Claim) -> String? {
  var words = claim.hedges
  if let word = claim.proposition.quantity?.hedge, !words.contains(word) { words.append(word) }
  return words.isEmpty ? nil : words.joined(separator: "; ")
}

private func evidenceObject(_ evidence: Evidence) -> JSONObject {
  var object = JSONObject()
  object.add("line", evidence.line)
  object.add("start", evidence.range.start)
  object.add("end", evidence.range.end)
  object.add("text", evidence.text)
  return object
}
