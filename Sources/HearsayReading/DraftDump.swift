package import HearsayCore
package import HearsayText

extension Draft {
  /// The layers drawn under the text, a line a finding, for people who write rules.
  package func dump(_ lexicon: Lexicon) -> String {
    var lines: [String] = []
    for zone in zones where zone.kind != .body {
      lines.append("zone \(zone.kind.rawValue) \(quoted(zone.range)) [\(zone.rule)]")
    }
    if let published = document.published {
      lines.append("published \(published.value) (\(published.derivation))")
    }
    for sentence in sentences { lines += dump(sentence, lexicon) }
    return lines.joined(separator: "\n")
  }

  private func dump(_ sentence: DraftSentence, _ lexicon: Lexicon) -> [String] {
    let range = bytes(sentence.tokens)
    var lines = [
      "", "\(text.line(at: range.start)) \(sentence.zone.rawValue): \(text.text(range))",
    ]
    let words = sentence.tokens.indices.map { row in
      let word = tokens[row].word
      return "\(text.text(tokens[row].range))/\(classes[row])/\(lexicon.lemma(word))"
    }
    lines.append("  words " + words.joined(separator: " "))
    for group in verbGroups where sentence.tokens.contains(group.head) {
      lines.append("  verb \(summary(group, from: sentence.tokens.start, lexicon))")
    }
    for (row, found) in quantities.enumerated() where sentence.tokens.contains(found.tokens) {
      let unit = quantityUnits.indices.contains(row) ? quantityUnits[row] : nil
      lines.append(
        "  quantity \(self.words(found.tokens)) = \(found.value.summary) unit "
          + "\(unit.map(self.words) ?? found.value.unit ?? "-") [\(found.rule)]")
    }
    for (row, found) in times.enumerated() where sentence.tokens.contains(found.tokens) {
      let relation = timeRelations.indices.contains(row) ? timeRelations[row].rawValue : "?"
      lines.append(
        "  time \(self.words(found.tokens)) = \(found.value.value) \(relation) [\(found.rule)]")
    }
    for found in names where sentence.tokens.contains(found.tokens) {
      let entity = entities[found.value]
      lines.append(
        "  name \(self.words(found.tokens)) = \(entity.canonical) \(entity.kind) [\(found.rule)]")
    }
    for found in attributions where found.content.contains(where: range.overlaps) {
      lines.append("  attribution \(summary(found))")
    }
    for claim in claims where range.contains(claim.span.range) {
      lines.append("  claim \(claim.summary)")
    }
    return lines
  }

  /// Places count from the first word of the sentence.
  private func summary(_ group: VerbGroup, from start: Int, _ lexicon: Lexicon) -> String {
    let modal = group.modal.map { " modal \(lexicon.text($0))" } ?? ""
    return "\(group.tokens.start - start)..<\(group.tokens.end - start) head \(group.head - start) "
      + "core \(group.core - start) \(words(group.tokens)) = \(lexicon.text(group.lemma)) "
      + "\(group.form) \(group.tense)\(group.passive ? " passive" : "")"
      + "\(group.negated ? " negated" : "")\(modal)"
  }

  private func quoted(_ range: ByteRange) -> String { "“\(text.text(range).prefix(60))”" }

  private func summary(_ found: Attribution) -> String {
    let content = found.content.map { "“\(text.text($0))”" }.joined(separator: " + ")
    return "\(found.kind) source=\(found.source.map(text.text) ?? "-") cue="
      + "\(found.cue.map(text.text) ?? "-") speaker=\(found.speaker?.name ?? "-") "
      + "(\(found.speaker?.kind.rawValue ?? "-")) \(found.strength) score=\(found.score) "
      + "content=\(content)\(found.ownerless ? " ownerless" : "") [\(found.rule)]"
  }
}

extension Quantity {
  /// The interval in mathematical notation with its kind.
  package var summary: String {
    let low = interval.low.map { "\($0)" } ?? "-inf"
    let high = interval.high.map { "\($0)" } ?? "inf"
    return "\(interval.lowOpen ? "(" : "[")\(low), \(high)\(interval.highOpen ? ")" : "]") "
      + "\(kind)\(approximate ? " approximate" : "")\(vague.map { " vague:\($0)" } ?? "")"
      + "\(hedge.map { " hedge:\($0)" } ?? "")"
  }
}

extension Claim {
  /// One line for tests and people: value, topic, population, as-of, chain.
  package var summary: String {
    let about = proposition
    let times = about.asOf.map { "\($0.value) \(about.asOfBasis?.rawValue ?? "")" } ?? "-"
    return [
      kind.rawValue, "“\(span.text)”", about.quantity?.summary ?? "-",
      "topic \(about.topic ?? "-")", "of \(about.population ?? "-")",
      "predicate \(about.predicate ?? "-")", "\(about.measure)", "\(about.modality)",
      about.positive ? "" : "denied", "as of \(times)", "\(mode)",
      chain.map(\.speaker.name).joined(separator: " > "), about.part.map { "part \($0)" } ?? "",
      about.otherEvent.map { "other event: \($0)" } ?? "", hedges.joined(separator: ","),
      "terms \(about.terms.joined(separator: ","))",
    ].filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
