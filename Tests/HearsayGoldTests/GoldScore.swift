import HearsayCore

/// How many of the gold rows were found, and how much of each was right.
struct GoldScore {
  var figures = 0
  var found = 0
  var value = 0
  var topic = 0
  var population = 0
  var origin = 0
  var asOf = 0
  var modality = 0
  var spurious = 0
  var claimed = 0
  var statements = 0
  var statementsFound = 0
  var statementsOrigin = 0
  /// One line for each thing that was not right.
  var errors: [String] = []

  /// Figures with value, topic and origin right, of all gold figures.
  var right = 0

  var foundShare: Double { figures == 0 ? 0 : Double(found) / Double(figures) }
  var recall: Double { figures == 0 ? 0 : Double(right) / Double(figures) }
  var precision: Double { claimed == 0 ? 0 : Double(claimed - spurious) / Double(claimed) }

  var table: String {
    func share(_ part: Int, _ whole: Int) -> String {
      let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
      return "\(part)/\(whole) = \(tenths / 10).\(tenths % 10) %"
    }
    return """
      figures found       \(share(found, figures))
        value and bound   \(share(value, figures))
        topic             \(share(topic, figures))
        population        \(share(population, figures))
        origin            \(share(origin, figures))
        as-of             \(share(asOf, figures))
        modality          \(share(modality, figures))
        value+topic+origin \(share(right, figures))
      not in the gold     \(share(spurious, claimed))
      statements found    \(share(statementsFound, statements))
        origin            \(share(statementsOrigin, statements))
      """
  }

  mutating func add(_ claims: [Claim], of text: SourceText, against gold: [GoldRow]) {
    var matched: Set<Int> = []
    for row in gold where row.isFigure { addFigure(row, claims, text, &matched) }
    for row in gold where !row.isFigure { addStatement(row, claims, text) }
    for (index, claim) in claims.enumerated() where claim.kind == .figure {
      claimed += 1
      if matched.contains(index) { continue }
      spurious += 1
      errors.append("\(text.name):\(claim.span.line): extra \(claim.span.text) | \(claim.summary)")
    }
  }

  private mutating func addFigure(
    _ row: GoldRow, _ claims: [Claim], _ text: SourceText, _ matched: inout Set<Int>
  ) {
    if row.kind == "age" { return }
    figures += 1
    let places = row.places(in: text)
    let hits = claims.indices.filter { index in
      claims[index].kind == .figure
        && ([claims[index].span] + claims[index].repeats).contains { span in
          places.contains { $0.overlaps(span.range) }
        }
    }
    matched.formUnion(hits)
    let line = places.first.map { text.line(at: $0.start) } ?? 0
    let label = "\(text.name):\(line): \(row.words) (\(row.value ?? ""))"
    guard let hit = hits.first(where: { claims[$0].value == row.value }) ?? hits.first else {
      errors.append("\(label): missing")
      return
    }
    found += 1
    let own = places.contains { $0.overlaps(claims[hit].span.range) }
    check(claims[hit], row, label, isRepeat: !own)
  }

  /// `isRepeat`: the row stands in a headline or summary and was folded into the body's claim,
  /// which then speaks for it.
  private mutating func check(_ claim: Claim, _ row: GoldRow, _ label: String, isRepeat: Bool) {
    let about = claim.proposition
    var wrong: [String] = []
    func test(_ name: String, _ got: String?, _ want: String?, _ count: inout Int) {
      let folded = isRepeat && name != "value" && name != "topic"
      if got == want || folded {
        count += 1
      } else {
        wrong.append("\(name) \(got ?? "-") not \(want ?? "-")")
      }
    }
    test("value", claim.value, row.value, &value)
    test("topic", about.topic, row.topic, &topic)
    test("population", about.population, row.population, &population)
    let speaks = claim.isSaid(by: row.chain.last)
    test("origin", speaks ? row.chain.last : claim.origin.speaker.name, row.chain.last, &origin)
    test("as-of", claim.asOfDays, row.asOf?.joined(separator: ".."), &asOf)
    test("modality", about.modality.rawValue, row.modality, &modality)
    if claim.value == row.value, about.topic == row.topic, speaks || isRepeat { right += 1 }
    if !wrong.isEmpty { errors.append("\(label): \(wrong.joined(separator: "; "))") }
  }

  private mutating func addStatement(_ row: GoldRow, _ claims: [Claim], _ text: SourceText) {
    guard row.chain.count > 1 else { return }
    statements += 1
    let places = row.places(in: text)
    let hits = claims.filter { claim in places.contains { $0.overlaps(claim.span.range) } }
    let line = places.first.map { text.line(at: $0.start) } ?? 0
    let label = "\(text.name):\(line): “\(row.words)”"
    guard !hits.isEmpty else {
      errors.append("\(label): statement missing")
      return
    }
    statementsFound += 1
    if hits.contains(where: { $0.isSaid(by: row.chain.last) }) {
      statementsOrigin += 1
    } else {
      let origins = hits.map(\.origin.speaker.name)
      errors.append("\(label): origin \(origins) not \(row.chain.last ?? "-")")
    }
  }
}

extension String {
  /// Without article and case: `the State Department` is `state department`.
  fileprivate var bare: String {
    let lower = lowercased()
    for article in ["the ", "a ", "an ", "one ", "another "] where lower.hasPrefix(article) {
      return String(lower.dropFirst(article.count))
    }
    return lower
  }
}

extension Claim {
  /// Whether its origin is `name`, or speaks for the body of that name as its spokesperson.
  func isSaid(by name: String?) -> Bool {
    guard let wanted = name?.bare else { return false }
    let speaker = origin.speaker
    return speaker.name.bare == wanted
      || (speaker.organisation?.bare == wanted && speaker.name.bare.contains(wanted))
  }

  /// The figure in the notation of the gold: `>=12`, `~50`, `800-900`, `vague:several`.
  var value: String? {
    guard let quantity = proposition.quantity else { return nil }
    if let vague = quantity.vague { return "vague:\(vague)" }
    let interval = quantity.interval
    if let stated = quantity.stated {
      if quantity.approximate {
        return interval.high == stated ? "~<\(stated)" : "~\(stated)"
      }
      switch (interval.low, interval.high) {
      case (nil, _): return "\(interval.highOpen ? "<" : "<=")\(stated)"
      case (_, nil): return "\(interval.lowOpen ? ">" : ">=")\(stated)"
      default: return "\(stated)"
      }
    }
    return "\(interval.low.map { "\($0)" } ?? "")-\(interval.high.map { "\($0)" } ?? "")"
  }

  var asOfDays: String? {
    guard let asOf = proposition.asOf, let low = asOf.earliest, let high = asOf.latest else {
      return nil
    }
    // A night ends at six in the morning of the next day and still is that day's night.
    let sixHours = Moment(minutes: high.minutes - 360)
    return "\(low.day)..\(sixHours.day < low.day ? low.day : sixHours.day)"
  }

  var summary: String {
    let about = proposition
    return [
      value, about.topic, about.population, asOfDays, about.modality.rawValue,
      chain.map(\.speaker.name).joined(separator: " > "),
    ].map { $0 ?? "-" }.joined(separator: " | ")
  }
}
