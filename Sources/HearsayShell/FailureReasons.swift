import HearsayCore
import HearsayReading
import HearsayRules

/// Why a test of a rules file failed, a line for each reason: what `why` and `why-not` would say.
func failureReasons(
  _ wanted: RuleNode, _ claims: [Claim], of article: Article, _ reader: inout Reader,
  fits: (Claim, RuleNode) -> Bool
) -> [String] {
  let steps = reader.explain(article).sentences.flatMap(\.steps)
  if wanted.text == "none" { return claims.map { trail($0, article.text) } }
  var reasons: [String] = []
  for item in wanted.items where !claims.contains(where: { fits($0, item) }) {
    reasons += unmetReasons(item, claims, steps, article, &reader)
  }
  var seen: Set<String> = []
  return reasons.filter { seen.insert($0).inserted }
}

/// The rules behind a claim that was not wanted.
private func trail(_ claim: Claim, _ text: SourceText) -> String {
  let rules = claim.trail.map { "\($0.rule) on '\(text.text($0.range))' (\($0.note))" }
  return "'\(claim.span.text)': " + rules.joined(separator: "; ")
}

/// The first field that no claim has says where to look.
private func unmetReasons(
  _ item: RuleNode, _ claims: [Claim], _ steps: [ExplainedStep], _ article: Article,
  _ reader: inout Reader
) -> [String] {
  let text = article.text
  if let topic = item["topic"].text, !claims.contains(where: { $0.proposition.topic == topic }) {
    let answer = reader.whyNot(article, topic: topic)
    let other = answer.steps.filter { $0.part == .bearing && $0.status == .fired }
    return ["\(topic): \(answer.verdict)"] + other.map { line($0, text) }
  }
  let near = claims.filter { claim in
    item["topic"].text.map { $0 == claim.proposition.topic } ?? true
  }
  var reasons: [String] = []
  if let source = item["source"].text, !near.contains(where: { $0.origin.speaker.name == source }) {
    let parts = steps.filter { $0.part == .attribution || $0.part == .cue }
    reasons += parts.isEmpty ? ["nobody is found to say anything"] : parts.map { line($0, text) }
  }
  if let population = item["population"].text,
    !near.contains(where: { $0.proposition.population == population })
  {
    let parts = steps.filter { $0.part == .phrase && $0.rule.hasSuffix("population.\(population)") }
    reasons +=
      parts.isEmpty
      ? ["no word of population \(population) stands in it"] : parts.map { line($0, text) }
  }
  if reasons.isEmpty {
    reasons = steps.filter { $0.part == .quantity || $0.part == .figure }.map { line($0, text) }
  }
  return reasons.isEmpty ? ["no figure is found in it"] : reasons
}

/// `failed english/speech.verbs.deny 'denied': 0.41 below 0.60: …`.
private func line(_ step: ExplainedStep, _ text: SourceText) -> String {
  "\(step.status.rawValue) \(step.rule) on '\(text.text(step.range))': \(step.note)"
}
