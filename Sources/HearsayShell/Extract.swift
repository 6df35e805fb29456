package import HearsayCore

/// The findings of one reading as JSON lines, in order of start (`hearsay extract`).
package func extractLines(_ reading: Reading, of article: Article) -> [String] {
  let text = article.text
  var rows: [(start: Int, line: String)] = []
  for found in reading.attributions where !found.ownerless {
    rows.append((found.extent.start, attributionLine(found, in: reading, text)))
  }
  for found in reading.quantities { rows.append((found.range.start, quantityLine(found, text))) }
  for found in reading.times { rows.append((found.range.start, timeLine(found, text))) }
  for found in reading.names where reading.entities.indices.contains(found.entity) {
    rows.append((found.range.start, nameLine(found, reading.entities[found.entity], text)))
  }
  for (row, claim) in reading.claims.enumerated() {
    var object = JSONObject()
    object.add("type", "claim")
    addClaim(claim, number: row + 1, file: text.name, to: &object)
    rows.append((claim.span.range.start, object.line))
  }
  return rows.enumerated().sorted {
    ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
  }.map(\.element.line)
}

/// The sentences of one reading as JSON lines (`hearsay segment`).
package func segmentLines(_ reading: Reading, of article: Article) -> [String] {
  reading.sentences.map { sentence in
    var object = JSONObject()
    object.add("file", article.text.name)
    object.add("start", sentence.range.start)
    object.add("end", sentence.range.end)
    return object.line
  }
}

extension Attribution {
  /// From the first to the last of its parts.
  var extent: ByteRange {
    let parts = [source, cue].compactMap { $0 } + content
    return parts.dropFirst().reduce(parts.first ?? ByteRange(0, 0)) { $0.union($1) }
  }
}

private func piece(_ range: ByteRange?, _ text: SourceText) -> JSONObject? {
  guard let range else { return nil }
  var object = JSONObject()
  object.add("text", text.text(range))
  object.add("start", range.start)
  object.add("end", range.end)
  return object
}

private func attributionLine(
  _ found: Attribution, in reading: Reading, _ text: SourceText
) -> String {
  var object = JSONObject()
  object.add("type", "attribution")
  object.add("file", text.name)
  object.add("kind", found.kind.rawValue)
  object.add("source", piece(found.source, text))
  object.add("cue", piece(found.cue, text))
  object.add("content", found.content.compactMap { piece($0, text) })
  object.add("speaker", found.speaker?.name)
  object.add("anonymous", found.speaker?.anonymity != nil)
  object.add("chain", chainNames(found, reading))
  object.add("rule", found.rule)
  object.add("mode", found.mode.rawValue)
  object.add("factuality", found.factuality.rawValue)
  object.add("strength", found.strength.rawValue)
  object.add("channel", found.channel)
  if let anonymity = found.speaker?.anonymity {
    object.add("access", anonymity.access)
    object.add("reason", anonymity.reason)
    object.add("reasonKind", anonymity.reasonKind)
  }
  return object.line
}

/// From the nearest reporter, which is the outermost attribution, to the origin.
private func chainNames(_ found: Attribution, _ reading: Reading) -> [String] {
  var names = [found.speaker?.name ?? "unknown"]
  var row = found.parent
  while let parent = row, reading.attributions.indices.contains(parent), names.count < 16 {
    names.append(reading.attributions[parent].speaker?.name ?? "unknown")
    row = reading.attributions[parent].parent
  }
  return names.reversed()
}

private func quantityLine(_ found: Found<Quantity>, _ text: SourceText) -> String {
  var object = JSONObject()
  object.add("type", "quantity")
  addPlace(found.range, text, to: &object)
  addQuantity(found.value, to: &object)
  object.add("rule", found.rule)
  return object.line
}

private func addPlace(_ range: ByteRange, _ text: SourceText, to object: inout JSONObject) {
  object.add("file", text.name)
  object.add("text", text.text(range))
  object.add("start", range.start)
  object.add("end", range.end)
}

private func timeLine(_ found: Found<TimeValue>, _ text: SourceText) -> String {
  var object = JSONObject()
  object.add("type", "time")
  addPlace(found.range, text, to: &object)
  object.add("timex", found.value.type.rawValue)
  object.add("value", found.value.value)
  object.add("mod", found.value.mod)
  object.add("rule", found.rule)
  return object.line
}

private func nameLine(_ found: NameMention, _ entity: Entity, _ text: SourceText) -> String {
  var object = JSONObject()
  object.add("type", "name")
  addPlace(found.range, text, to: &object)
  object.add("entity", entity.canonical)
  object.add("class", entity.kind.rawValue)
  object.add("rule", found.rule)
  if let role = entity.role { object.add("role", role) }
  if let organisation = entity.organisation { object.add("organisation", organisation) }
  if !entity.candidates.isEmpty { object.add("candidates", entity.candidates) }
  return object.line
}
