package import HearsayCore
package import HearsayReading
package import HearsayRules

/// The findings of one reading as JSON lines, in order of start (`hearsay extract`).
package func extractLines(_ reading: Reading, of article: Article) -> [String] {
  let text = article.text
  var rows: [(start: ByteRange, line: String)] = []
  for found in reading.attributions where !found.ownerless {
    rows.append((found.extent, attributionLine(found, in: reading, text)))
  }
  for found in reading.quantities { rows.append((found.range, quantityLine(found, text))) }
  for found in reading.times { rows.append((found.range, timeLine(found, text))) }
  for found in reading.names {
    rows.append((found.range, nameLine(found, reading.entities[found.entity], text)))
  }
  for claim in reading.claims { rows.append((claim.span.range, claimLine(claim, text))) }
  return rows.enumerated().sorted {
    $0.element.start != $1.element.start
      ? $0.element.start < $1.element.start : $0.offset < $1.offset
  }.map(\.element.line)
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
  return object.line
}

private func chainNames(_ found: Attribution, _ reading: Reading) -> [String] {
  var names = [found.speaker?.name ?? "unknown"]
  var row = found.parent
  while let parent = row, names.count < 16 {
    names.append(reading.attributions[parent].speaker?.name ?? "unknown")
    row = reading.attributions[parent].parent
  }
  return names.reversed()
}

/// The fields of a quantity, shared by findings and rows of answers.
func addQuantity(_ quantity: Quantity, to object: inout JSONObject) {
  if let stated = quantity.stated { object.add("stated", raw: stated.description) }
  object.add("low", raw: quantity.interval.low?.description ?? "null")
  object.add("high", raw: quantity.interval.high?.description ?? "null")
  object.add("lowOpen", quantity.interval.lowOpen)
  object.add("highOpen", quantity.interval.highOpen)
  object.add("approximate", quantity.approximate)
  object.add("vague", quantity.vague)
  object.add("kind", quantity.kind.rawValue)
  object.add("unit", quantity.unit)
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
  return object.line
}

private func claimLine(_ claim: Claim, _ text: SourceText) -> String {
  var object = JSONObject()
  object.add("type", "claim")
  object.add("row", claim.kind.rawValue)
  addPlace(claim.span.range, text, to: &object)
  object.add("line", claim.span.line)
  if let quantity = claim.proposition.quantity { addQuantity(quantity, to: &object) }
  return object.line
}
