import HearsayCore
import Testing

@testable import HearsayGraph

/// Two figures and what must come out, one row a case.
struct Case: Sendable, CustomTestStringConvertible {
  var testDescription: String { name }
  var name: String
  var one: Claim
  var other: Claim
  var verdicts: String
  var disputed = false

  init(_ name: String, _ one: Claim, _ other: Claim, _ verdicts: String, disputed: Bool = false) {
    self.name = name
    self.one = one
    self.other = other
    self.verdicts = verdicts
    self.disputed = disputed
  }
}

private let mon = "2026-01-12"
private let monEve = "2026-01-12TEV"
private let tue = "2026-01-13"
private let tueEve = "2026-01-13TEV"
private let wed = "2026-01-14"

private func held(_ words: String, _ asOf: String?) -> Claim {
  claim(
    words, topic: "held", population: "prisoners", measure: .stock, asOf: asOf, modality: .state)
}

private func freed(_ words: String, _ asOf: String?, _ population: String = "prisoners") -> Claim {
  claim(words, population: population, asOf: asOf)
}

private func open(
  _ words: String, _ asOf: String?, unit: String? = "people", predicate: String = "kill",
  kind: QuantityKind = .count, measure: Measure = .none, modality: Modality = .event,
  part: String? = nil, actor: String? = nil
) -> Claim {
  claim(
    words, topic: nil, measure: measure, asOf: asOf, modality: modality, kind: kind, unit: unit,
    terms: [predicate], predicate: predicate, part: part, actor: actor)
}

private let contested = claim(
  ">400", population: "prisoners", asOf: tue, contests: "not political prisoners")

struct ComparisonTests {
  static let worked: [Case] = [
    Case(
      "at least 3, then at least 4", freed(">=3", tueEve, "americans"),
      freed(">=4", wed, "americans"), "refines later"),
    Case("about 50 against 56", freed("~50", mon), freed("56", monEve), "compatible"),
    Case("56, then 60 to 70", freed("56", mon), freed("60-70", wed), "later"),
    Case(
      "more than 400, then 60 to 70", contested, freed("60-70", wed, "political prisoners"),
      "conflict(strict) contestedLabel"),
    Case(
      "56, then more than 400, disputed", freed("56", monEve), contested,
      "conflict(explicit) contestedLabel", disputed: true),
    Case(
      "116 on one day, 56 in all",
      claim("116", population: "prisoners", measure: .flow, asOf: mon, window: mon),
      freed("56", monEve, "political prisoners"), "conflictIfSamePopulation"),
    Case("5, then 56", freed("5", "2026-01-08"), freed("56", mon), "later"),
    Case("800 to 900 and about 800", held("800-900", tue), held("~800", mon), "compatible"),
    Case("about 800 and 800 to 1,200", held("~800", mon), held("800-1200", wed), "compatible"),
    Case("800 to 900 and 800 to 1,200", held("800-900", tue), held("800-1200", wed), "compatible"),
  ]

  static let further: [Case] = [
    // Levels.
    Case("levels at one time", held("800", tue), held("900", tue), "conflict(strict)"),
    Case("levels that move", held("900", mon), held("300", wed), "compatible"),
    Case("one level twice", held("800", mon), held("800", wed), "same"),
    Case("a level inside another", held("850", tue), held("800-900", tue), "refines"),
    Case("levels that overlap", held("800-900", tue), held("850-1200", tue), "compatible"),
    Case("levels without dates", held("800", nil), held("300", nil), "tension"),
    // Running totals.
    Case("totals at one time", freed("56", mon), freed("60", mon), "conflict(strict)"),
    Case("a total that shrinks", freed("56", mon), freed("50", wed), "conflict(strict)"),
    Case("the same seen backwards", freed("50", wed), freed("56", mon), "conflict(strict)"),
    Case("one total twice", freed("56", mon), freed("56", wed), "same"),
    Case("a bound then its filling", freed(">=50", mon), freed("56", mon), "refines"),
    Case("a bound and a smaller number", freed(">56", mon), freed("56", mon), "conflict(strict)"),
    Case("at least 56 and 56", freed(">=56", mon), freed("56", mon), "refines"),
    Case("nearly 60 and 60", freed("<60", mon), freed("60", mon), "conflict(strict)"),
    Case("up to 60 then 70", freed("<=60", mon), freed("70", wed), "later"),
    Case("totals without dates", freed("56", nil), freed("60", nil), "tension"),
    Case("one total without date", freed("56", nil), freed("60", mon), "compatible"),
    Case("implausible growth", freed("56", mon), freed(">400", tue), "tension"),
    Case("plausible growth", freed("56", mon), freed("250", wed), "later"),
    Case("two ranges that overlap, later", freed("50-60", mon), freed("55-70", wed), "later"),
    Case(
      "a former episode and no date", freed("56", nil), freed("56", mon), "same"),
    // Flows.
    Case(
      "a day and a total of some later day",
      claim("116", population: "prisoners", measure: .flow, window: mon),
      freed("5", "2026-01-08/2026-01-14"), "compatible"),
    Case(
      "a day and the total it fits into",
      claim("40", population: "prisoners", measure: .flow, window: mon), freed("56", mon),
      "compatible"),
    Case(
      "a day and a smaller total",
      claim("116", population: "prisoners", measure: .flow, window: mon), freed("56", mon),
      "conflict(strict)"),
    Case(
      "a day after the total",
      claim("116", population: "prisoners", measure: .flow, window: wed), freed("56", mon),
      "compatible"),
    Case(
      "one day twice", claim("40", measure: .flow, window: mon),
      claim("50", measure: .flow, window: mon), "conflict(strict)"),
    Case(
      "two days", claim("40", measure: .flow, window: mon),
      claim("50", measure: .flow, window: tue), "compatible"),
    Case("a level and a total", held("800", mon), freed("56", mon), "notComparable"),
    // Populations.
    Case("part and whole", freed(">=4", tue, "americans"), freed("56", tue), "compatible"),
    Case(
      "part beyond its whole", freed("60", tue, "americans"), freed("56", tue), "conflict(strict)"),
    Case(
      "part beyond an earlier whole", freed("60", wed, "americans"), freed("56", mon), "compatible"),
    Case(
      "part beyond a whole without date", freed("60", nil, "americans"), freed("56", nil),
      "tension"),
    Case("two parts", freed("4", tue, "americans"), freed("5", tue, "spanish"), "notComparable"),
    Case(
      "loose and narrow label", freed("56", mon, "political prisoners"), freed("90", mon),
      "conflictIfSamePopulation"),
    Case(
      "a narrow label cannot count more", freed("90", mon, "political prisoners"),
      freed("56", mon), "conflict(strict)"),
    Case(
      "journalists among political prisoners", freed("3", mon, "journalists"),
      freed("56", mon, "political prisoners"), "compatible"),
    Case("the label is denied", contested, freed(">400", tue), "same contestedLabel"),
    // Kinds, modality, episode.
    Case(
      "promise and count", claim("500", asOf: mon, modality: .promise), freed("56", mon),
      "notComparable"),
    Case(
      "people and dollars", freed("56", mon), claim("56", asOf: mon, kind: .money, unit: "$"),
      "notComparable"),
    Case(
      "people and per cent", freed("56", mon), claim("5", asOf: mon, kind: .percent, unit: "%"),
      "notComparable"),
    Case(
      "two episodes", freed("56", mon), claim("5", population: "prisoners", asOf: "2025-06-01"),
      "notComparable"),
    Case(
      "denied and said", claim("5", asOf: mon, positive: false), freed("5", mon), "notComparable"),
    // Vague words.
    Case("a vague word that fits", freed("handful", tue), freed("5", tue), "compatible"),
    Case("a vague word that does not", freed("dozens", tue), freed("5", tue), "tension"),
    Case("a vague word without interval", freed("several", tue), freed("500", tue), "compatible"),
    Case(
      "a judgement", claim("5", asOf: tue, modality: .evaluation), freed("9", tue), "notComparable"),
    // Disputes.
    Case("disputed though equal", freed("56", tue), freed("56", tue), "same", disputed: true),
    Case(
      "disputed and clashing", freed("56", tue), freed("60", tue), "conflict(strict)",
      disputed: true),
    // Without a story file.
    Case("deaths at one time", open("7", mon), open("8", mon), "conflict(strict)"),
    Case("deaths that grow", open("7", mon), open("8", tue), "later"),
    Case("deaths that shrink", open("8", mon), open("7", tue), "conflict(strict)"),
    Case("at least and exactly", open(">=7", mon), open("7", tue), "refines"),
    Case(
      "no noun", open("7", mon, unit: nil), open("8", mon), "conflict(strict)"),
    Case(
      "villagers among people", open("12", mon, unit: "villagers"), open("30", mon), "tension"),
    Case(
      "more soldiers than people", open("40", mon, unit: "soldiers"), open("30", mon),
      "conflict(strict)"),
    Case(
      "soldiers and cows", open("12", mon, unit: "soldiers"), open("30", mon, unit: "cows"),
      "notComparable"),
    Case(
      "one happening and another", open("7", mon), open("50", mon, predicate: "injure"),
      "notComparable"),
    Case(
      "two parts by place", open("4300", mon, part: "in France"),
      open("3700", mon, part: "in Germany"), "notComparable"),
    Case(
      "part by place and whole", open("4300", mon, part: "in France"), open("10000", mon),
      "compatible"),
    Case(
      "two actors", open("47000", mon, actor: "GM"), open("3000", mon, actor: "Chrysler"),
      "notComparable"),
    Case(
      "years and months", open("2", mon, unit: "years", kind: .measure),
      open("18", tue, unit: "months", kind: .measure), "conflict(strict)"),
    Case(
      "years and dollars", open("2", mon, unit: "years", kind: .measure),
      open("18", tue, unit: "$", kind: .measure), "notComparable"),
    Case(
      "capacities", open("<=840", mon, predicate: "carry", modality: .state),
      open("<=800", tue, predicate: "carry", modality: .state), "conflict(strict)"),
    Case(
      "capacities at one time", open("<=840", mon, predicate: "carry", modality: .state),
      open("<=800", mon, predicate: "carry", modality: .state), "conflict(strict)"),
    Case(
      "a share that falls", open("5", mon, unit: "%", kind: .percent),
      open("3", tue, unit: "%", kind: .percent), "compatible"),
    Case(
      "orders and planes ordered", open("149", mon, unit: "confirmed orders", predicate: "receive"),
      claim(
        "144", topic: nil, measure: .none, asOf: tue, unit: "planes",
        terms: ["order", "plane", "receive"], predicate: "order"), "conflict(strict)"),
    Case(
      "two signs", open("4", mon, unit: "€", kind: .money),
      open("9", mon, unit: "£", kind: .money), "notComparable"),
    Case(
      "two dollars", open("4", mon, unit: "CA$", kind: .money),
      open("9", mon, unit: "$", kind: .money), "notComparable"),
    Case(
      "decimals", open("44.6", mon, unit: "$", kind: .money),
      open("44", mon, unit: "US$", kind: .money), "conflict(strict)"),
  ]

  @Test(arguments: worked + further)
  func `gives the verdict of the model`(_ example: Case) {
    var rules = venezuela
    rules.units = UnitTable(durations)
    let comparison = compareFigures(
      Figure(example.one), Figure(example.other), rules: rules, disputed: example.disputed)
    let verdicts = comparison.verdicts.map(\.name).joined(separator: " ")
    #expect(verdicts == example.verdicts, "\(example.name): \(comparison.reasons)")
    #expect(!comparison.reasons.isEmpty && !comparison.steps.isEmpty, "\(example.name)")
  }

  @Test(arguments: worked + further)
  func `is the same from both sides`(_ example: Case) {
    var rules = venezuela
    rules.units = UnitTable(durations)
    let one = compareFigures(
      Figure(example.one), Figure(example.other), rules: rules, disputed: example.disputed)
    let other = compareFigures(
      Figure(example.other), Figure(example.one), rules: rules, disputed: example.disputed)
    #expect(one.verdicts == other.verdicts, "\(example.name)")
    #expect(one.confidence == other.confidence, "\(example.name)")
  }

  @Test func `names what it assumes`() {
    let comparison = compareFigures(
      Figure(contested), Figure(freed("60-70", wed, "political prisoners")), rules: venezuela)
    #expect(comparison.assumptions.contains("both count from the same first day"))
    #expect(comparison.assumptions.contains { $0.contains("only the label is in dispute") })
  }

  @Test func `an interval that holds both dates of a quotation clashes with neither`() {
    #expect(quotationDatesClash(time("2026-01-10"), time("2026-01-11")))
    #expect(!quotationDatesClash(time("2026-01-10/2026-01-11"), time("2026-01-11")))
    #expect(!quotationDatesClash(nil, time("2026-01-11")))
  }
}
