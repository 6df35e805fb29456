import HearsayCore

// One article against itself: a reader who sees only the headline must not learn another number.

extension ClaimGraph {
  /// Figures of headline, deck, summary and caption that no figure of the text bears out.
  ///
  /// A headline with the text's own number in it is never a clash, however many other numbers the
  /// text tells of.
  func zoneClashes(_ rows: [Int]) -> [Link] {
    var byDocument: [Int: [Int]] = [:]
    for row in rows where isMain(row) && isSure(row) {
      byDocument[claims[row].document, default: []].append(row)
    }
    return byDocument.keys.sorted().flatMap { document in
      let rows = byDocument[document] ?? []
      // A former total, or a part of one, is no other account of how things stand.
      let body = rows.filter { claims[$0].zone == .body }
      // With repeats the text says it too, though the headline names the source.
      return rows.filter { claims[$0].zone.isDisplay && claims[$0].repeats.isEmpty }
        .flatMap { clashes($0, with: body) }
    }
  }

  /// Counts only: of money everybody in an article may speak of another sum.
  private func isSure(_ row: Int) -> Bool {
    let proposition = claims[row].proposition
    guard let quantity = proposition.quantity, quantity.kind == .count else { return false }
    return quantity.vague == nil && proposition.positive
      && (proposition.modality == .event || proposition.modality == .state)
  }

  private func clashes(_ shown: Int, with body: [Int]) -> [Link] {
    guard let interval = claims[shown].proposition.quantity?.interval else { return [] }
    let same = body.filter { isSameCount($0, shown) }
    let bearing = same.contains { row in
      ([claims[row].span] + claims[row].repeats).contains { $0.range == claims[shown].span.range }
        || bears(row, interval)
    }
    let current = same.filter { !isFormer($0) && !isMinor($0) }
    guard !bearing, !isTold(shown), let told = fullest(current) else { return [] }
    // The newest, and whoever else says that much.
    let others = current.filter { $0 != told && day(of: $0) == day(of: told) }
    return ([told] + others).map { clash(shown, interval, $0) }
  }

  /// Whether a figure of the text leaves room for what is shown; `24 dead` above a text that only
  /// knows of at least 22 says more than it.
  private func bears(_ row: Int, _ shown: Interval) -> Bool {
    guard let told = claims[row].proposition.quantity?.interval, told.intersects(shown) else {
      return false
    }
    guard told.high == nil, !told.lowOpen, shown.low == shown.high, let low = told.low else {
      return true
    }
    return shown.low == low
  }

  /// Whether the text has a headline's number, though for something else: `29 killed, 63 injured`.
  private func isTold(_ shown: Int) -> Bool {
    let quantity = claims[shown].proposition.quantity
    return claimRows[claims.document(of: shown)].contains { row in
      row != shown && claims.isFigure(row) && claims[row].zone == .body
        && claims[row].proposition.quantity?.stated == quantity?.stated
        && claims[row].proposition.quantity?.kind == quantity?.kind
    }
  }

  private func clash(_ shown: Int, _ interval: Interval, _ told: Int) -> Link {
    let words = claims[shown].zone.words
    return Link(
      .contradicts, verdict: .conflict(.strict), from: shown, to: told,
      reasons: [
        "\(words) says \(interval.name), the text "
          + (claims[told].proposition.quantity?.interval.name ?? "another number")
      ],
      assumptions: ["\(words) speaks for the time of publication"], confidence: .probable)
  }

  /// The same thing counted in the same way, and no former figure of the article.
  private func isSameCount(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (figure(one), figure(other))
    guard first.measure == second.measure || first.measure == .none || second.measure == .none,
      first.measure != .flow, second.measure != .flow,
      sharesQuestion(first.proposition, second.proposition),
      TimeOrder(first.asOf, second.asOf) != .before || asOfBasis(one) != .stated
    else { return false }
    switch relate(first, second, rules) {
    case .equal, .assumedEqual: return true
    case .partOfOther, .wholeOfOther, .label, .unrelated: return false
    }
  }

  /// The figure of the latest day, then the first of the text.
  private func fullest(_ rows: [Int]) -> Int? {
    rows.min { one, other in
      let days = (day(of: one)?.number ?? 0, day(of: other)?.number ?? 0)
      return days.0 != days.1 ? days.0 > days.1 : order(of: one) < order(of: other)
    }
  }
}

extension ZoneKind {
  /// Whether it is shown around the text and tells the same story shorter.
  var isDisplay: Bool { [.headline, .deck, .caption, .summary].contains(self) }

  /// The zone in a sentence.
  var words: String {
    switch self {
    case .headline: "the headline"
    case .deck: "the deck"
    case .caption: "the caption"
    case .summary: "the summary"
    default: "the text"
    }
  }
}
