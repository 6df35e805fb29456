package import HearsayRules
import HearsayCore
import HearsayGraph
import HearsayReading

/// What the tests of one rules file came to.
package struct RulesTestOutcome: Sendable {
  package var text: String
  package var passed: Int
  package var failed: Int
  package var todo: Int
}

/// Runs `tests:` of a rules file: what a sentence must give, must not give, or does not give yet.
///
/// The four cases are those of Semgrep's rule tests: found, rightly nothing, still to do, and
/// done though marked as still to do.
package func runRulesTests(_ rules: RuleSet, of path: String) -> RulesTestOutcome {
  var outcome = RulesTestOutcome(text: "", passed: 0, failed: 0, todo: 0)
  var reader = Reader(rules: rules)
  let row = rules.files.firstIndex { $0.name == path } ?? 0
  for test in rules["tests"].items where test.place.file == row {
    let sentence = test["text"].text ?? ""
    let article = Article(
      text: SourceText(name: "test", text: sentence),
      known: KnownFacts(published: test["date"].text.flatMap { Day(iso: $0) }))
    let claims = reader.read(article).claims.filter { $0.kind == .figure }
    let place = "\(path):\(test.place.place.line)"
    let failed = outcome.failed
    judge(test, sentence, claims, place, GraphRules(rules), &outcome)
    if outcome.failed > failed {
      let reasons = failureReasons(
        test["expect"], claims, of: article, &reader, fits: { fits($0, $1, GraphRules(rules)) })
      for reason in reasons { outcome.text += "    why: \(printable(reason))\n" }
    }
  }
  let counts = "\(outcome.passed) passed, \(outcome.failed) failed, \(outcome.todo) to do"
  outcome.text += "\(printable(path)): \(counts)\n"
  return outcome
}

private func judge(
  _ test: RuleNode, _ sentence: String, _ claims: [Claim], _ place: String, _ rules: GraphRules,
  _ outcome: inout RulesTestOutcome
) {
  if let reason = test["todo"].text {
    outcome.todo += 1
    outcome.text += "\(place): to do: \(printable(sentence)) (\(printable(reason)))\n"
    return
  }
  let wanted = test["expect"]
  let missing =
    wanted.text == "none"
    ? claims.filter { rules.topics.map(\.name).contains($0.proposition.topic ?? "") }.map {
      "nothing was wanted, but found: \(summary($0))"
    } : wanted.items.filter { item in !claims.contains { fits($0, item, rules) } }.map(unmet)
  if missing.isEmpty {
    outcome.passed += 1
    return
  }
  outcome.failed += 1
  outcome.text += "\(place): failed: \(printable(sentence))\n"
  for line in missing { outcome.text += "    \(line)\n" }
  let found = claims.isEmpty ? "no figure" : claims.map(summary).joined(separator: " | ")
  outcome.text += "    found: \(found)\n"
}

private func unmet(_ item: RuleNode) -> String {
  let fields = item.entries.map { "\($0.key): \($0.value.text ?? "")" }
  return "wanted: " + printable(fields.joined(separator: ", "))
}

private func fits(_ claim: Claim, _ item: RuleNode, _ rules: GraphRules) -> Bool {
  let proposition = claim.proposition
  if let topic = item["topic"].text, topic != proposition.topic { return false }
  if let number = item["number"].text {
    let quantity = proposition.quantity
    let numbers = [quantity?.stated, quantity?.interval.low, quantity?.interval.high]
    let isSaid = numbers.contains { $0.map { $0 == ExactNumber(number) } ?? false }
    if !isSaid, quantity?.vague != number { return false }
  }
  if let source = item["source"].text, !speaks(claim, source, rules) { return false }
  if let population = item["population"].text, population != proposition.population { return false }
  return true
}

/// Whether the claim goes back to this source under one of its names, or to somebody who speaks
/// for it.
private func speaks(_ claim: Claim, _ source: String, _ rules: GraphRules) -> Bool {
  let known = rules.names.first { name in
    ([name.canonical] + name.aliases).contains { folded($0) == folded(source) }
  }
  let names = known.map { [$0.canonical] + $0.aliases } ?? [source]
  let speaker = claim.origin.speaker
  return [speaker.name, speaker.organisation].contains { said in
    names.contains { mentions(said, foldedWords($0)) }
  }
}

private func summary(_ claim: Claim) -> String {
  let proposition = claim.proposition
  let parts = [
    proposition.topic.map { "topic: \($0)" },
    proposition.quantity.map { "number: \(figureText($0))" },
    "source: \(claim.origin.speaker.name)", proposition.population.map { "population: \($0)" },
  ]
  return printable(parts.compactMap { $0 }.joined(separator: ", "))
}
