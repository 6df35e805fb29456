import HearsayCore

@testable import HearsayGraph

/// Reads `56`, `>400`, `>=3`, `<=840`, `<5`, `~50` (ten per cent), `60-70`, or a vague word.
func quantity(_ words: String, kind: QuantityKind = .count, unit: String? = nil) -> Quantity {
  func exact(_ text: some StringProtocol) -> ExactNumber {
    ExactNumber(String(text)) ?? ExactNumber(-1)
  }
  var made: Quantity
  if words.first?.isLetter == true {
    made = Quantity(Interval(), vague: words)
  } else if words.hasPrefix(">=") {
    made = Quantity(Interval(low: exact(words.dropFirst(2))), stated: exact(words.dropFirst(2)))
  } else if words.hasPrefix("<=") {
    made = Quantity(Interval(high: exact(words.dropFirst(2))), stated: exact(words.dropFirst(2)))
  } else if words.hasPrefix(">") {
    let low = exact(words.dropFirst())
    made = Quantity(Interval(low: low, lowOpen: true), stated: low)
  } else if words.hasPrefix("<") {
    let high = exact(words.dropFirst())
    made = Quantity(Interval(high: high, highOpen: true), stated: high)
  } else if words.hasPrefix("~"), let number = Int(words.dropFirst()) {
    let slack = max(1, number / 10)
    made = Quantity(
      Interval(low: ExactNumber(number - slack), high: ExactNumber(number + slack)),
      stated: ExactNumber(number), approximate: true)
  } else if let dash = words.firstIndex(of: "-") {
    made = Quantity(
      Interval(low: exact(words[..<dash]), high: exact(words[words.index(after: dash)...])))
  } else {
    made = Quantity(Interval(exactly: exact(words)), stated: exact(words))
  }
  made.kind = kind
  made.unit = unit
  return made
}

/// Reads `2026-01-12`, `2026-01-12TEV` (from 18 h) and `2026-01-12/2026-01-14`.
func time(_ text: String?) -> TimeValue? {
  guard let text else { return nil }
  let ends = text.split(separator: "/").map(String.init)
  guard let first = Day(iso: String(ends[0].prefix(10))) else { return nil }
  if ends.count == 2, let last = Day(iso: ends[1]) { return TimeValue(from: first, to: last) }
  guard text.hasSuffix("TEV") else { return TimeValue(day: first) }
  return TimeValue(
    earliest: Moment(first, hour: 18), latest: Moment(first, hour: 23, minute: 59), type: .time,
    value: text)
}

/// A speaker from a few words: `?a US official` is unnamed, `*rights groups` a collective,
/// `@CNN` an outlet, anything else somebody with a name; `Name/Body` speaks for a body.
func speaker(_ words: String) -> Speaker {
  let name = String(words.dropFirst())
  switch words.first {
  case "?":
    return Speaker(
      name: name, kind: .anonymous, anonymity: Anonymity(descriptor: name, plural: false))
  case "*": return Speaker(name: name, kind: .collective)
  case "@": return Speaker(name: name, kind: .outlet)
  default:
    let parts = words.split(separator: "/").map(String.init)
    return Speaker(
      name: parts[0], kind: parts.count > 1 ? .person : .organisation,
      organisation: parts.count > 1 ? parts[1] : nil)
  }
}

/// A claim from the few things a test is about; its place counts up so that claims differ.
func claim(
  _ words: String?, _ says: String? = nil, topic: String? = "released",
  population: String? = nil, measure: Measure = .cumulative, asOf: String? = nil,
  modality: Modality = .event, kind: QuantityKind = .count, unit: String? = nil,
  terms: [String] = [], predicate: String? = nil, window: String? = nil,
  eventTime: String? = nil, part: String? = nil, place: String? = nil, actor: String? = nil,
  otherEvent: String? = nil, at start: Int = 0, sentence: String? = nil, quote: String? = nil,
  zone: ZoneKind = .body, disputes: String? = nil, contests: String? = nil, partOf: Int? = nil,
  credits: [String] = [], via: [String] = [], positive: Bool = true, hedges: [String] = []
) -> Claim {
  var proposition = Proposition(topic: topic, terms: terms.sorted(), predicate: predicate)
  proposition.positive = positive
  proposition.modality = modality
  proposition.population = population
  proposition.quantity = words.map { quantity($0, kind: kind, unit: unit) }
  proposition.measure = measure
  proposition.window = time(window)
  proposition.asOf = time(asOf)
  proposition.asOfBasis = asOf == nil ? nil : .stated
  proposition.eventTime = time(eventTime)
  proposition.part = part
  proposition.place = place
  proposition.actor = actor
  proposition.otherEvent = otherEvent
  let text = sentence ?? "\(says ?? "It") says \(words ?? "something") at place \(start)"
  let steps = ["@outlet"] + via + (says.map { [$0] } ?? [])
  return Claim(
    kind: words == nil ? .statement : .figure,
    span: Evidence(
      range: ByteRange(start, start + 5), line: start, text: words ?? quote ?? text),
    sentence: Evidence(range: ByteRange(start, start + 50), line: start, text: text), zone: zone,
    proposition: proposition, chain: steps.map { ChainStep(speaker: speaker($0)) },
    mode: says == nil ? .narrator : .indirect, quote: quote, hedges: hedges, disputes: disputes,
    contestsLabel: contests, partOf: partOf, credits: credits)
}

/// An article with its claims.
typealias Made = (document: GraphDocument, claims: [Claim])

func article(
  _ file: String, _ published: String?, outlet: String? = nil, _ claims: [Claim]
) -> Made {
  let facts = DocumentFacts(
    outlet: outlet, published: time(published),
    publishedBasis: published == nil ? .unknown : .manifest)
  return (GraphDocument(file: file, facts: facts), claims)
}

/// The demo story's rules, as far as the graph needs them.
let venezuela = GraphRules(
  populations: [
    .init("prisoners", words: ["prisoner", "detainee"], generic: true),
    .init(
      "political prisoners", words: ["political prisoner"], within: "prisoners",
      contestedBy: ["not political prisoners"]),
    .init("americans", words: ["American", "US citizen"], within: "prisoners"),
    .init("spanish", words: ["Spaniard", "Spanish citizen"], within: "prisoners"),
    .init("journalists", words: ["journalist"], within: "political prisoners"),
  ],
  topics: [
    .init("released", words: ["release", "free"], measure: .cumulative, opposite: "held"),
    .init("held", words: ["hold", "remain"], measure: .stock),
    .init("promised", words: ["promise"], needs: "released", modality: .promise),
  ],
  episodes: [
    .init("now", from: day("2026-01-08"), to: day("2026-01-31")),
    .init("y2025", from: day("2025-01-20"), to: day("2025-12-31")),
  ],
  names: [
    .init("Foro Penal", aliases: ["Penal Forum"], kind: .organisation, side: "rights groups"),
    .init("Alfredo Romero", kind: .person, organisation: "Foro Penal"),
    .init("State Department", aliases: ["US State Department"], kind: .government),
    .init("Jorge Rodríguez", kind: .person, side: "authorities"),
    .init("Delcy Rodríguez", kind: .person, side: "authorities"),
  ],
  sides: [
    .init("authorities", stake: ["released", "held"]),
    .init("rights groups", stake: ["released", "held"]),
  ],
  ambiguousSurnames: ["Rodríguez"],
  growth: [.init(topic: "released", perDay: ExactNumber(100))], monotone: ["released"],
  vague: [
    "handful": Interval(low: ExactNumber(3), high: ExactNumber(6)),
    "dozens": Interval(low: ExactNumber(24), high: ExactNumber(99)),
  ],
  genericNouns: ["people", "person"], subgroups: ["soldier"])

func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

let durations: [UnitScale] = [
  .init(words: ["month", "months"], family: "months", factor: .one),
  .init(words: ["£"], family: "pounds", factor: .one),
  .init(words: ["year", "years"], family: "months", factor: ExactNumber(12)),
]
