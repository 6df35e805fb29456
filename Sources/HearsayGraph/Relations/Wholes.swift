import HearsayCore

// What the build of a sentence says of parts and wholes, whatever each figure counts.

extension ArticleStanding {
  /// The whole that the words beside a figure name: `Of about 800 held, about 50 were freed`, `three
  /// of the valley's five bridges`, `They included three lawyers`.
  static func wholes(_ rows: Range<Int>, _ graph: ClaimGraph) -> [Int: Int] {
    guard !graph.rules.partWords.isEmpty else { return [:] }
    var wholes: [Int: Int] = [:]
    var last: Int?
    for row in rows where graph.claims.isFigure(row) {
      defer { last = row }
      guard let before = last else { continue }
      if let pair = statedPair(before, row, graph), wholes[pair.part] == nil {
        wholes[pair.part] = pair.whole
      } else if includes(row, before, graph) {
        wholes[row] = wholes[before] ?? before
      }
    }
    addPlaced(rows, graph, &wholes)
    return wholes
  }

  /// `At the Helicoide, hundreds are held` counts some of the 800 that were told of no place before.
  private static func addPlaced(
    _ rows: Range<Int>, _ graph: ClaimGraph, _ wholes: inout [Int: Int]
  ) {
    var known: [String: Int] = [:]
    for row in rows where graph.claims.isFigure(row) {
      let claim = graph.claims[row]
      guard claim.zone == .body, let topic = claim.proposition.topic,
        claim.proposition.quantity?.kind == .count
      else { continue }
      guard claim.opensWithPlace(graph.rules) else {
        if claim.proposition.quantity?.vague == nil, wholes[row] == nil { known[topic] = row }
        continue
      }
      guard wholes[row] == nil, claim.chain.count == 1, claim.proposition.quantity?.vague != nil,
        let whole = known[topic]
      else { continue }
      wholes[row] = whole
    }
  }

  /// Two figures of one sentence that an `of` joins.
  private static func statedPair(
    _ first: Int, _ second: Int, _ graph: ClaimGraph
  ) -> (part: Int, whole: Int)? {
    let (one, two) = (graph.claims[first], graph.claims[second])
    guard one.sentence.range == two.sentence.range, one.zone == .body,
      one.proposition.quantity?.kind == .count, two.proposition.quantity?.kind == .count
    else { return nil }
    let opening = one.wordsAround(2, 0).before
    if opening.count == 1, graph.rules.partWords.contains(opening[0]) {
      return fits(second, in: first, graph) ? (second, first) : nil
    }
    let between = one.words(until: two, graph.rules)
    guard let link = between.first, graph.rules.partWords.contains(link), between.count <= 4 else {
      return nil
    }
    return fits(first, in: second, graph) ? (first, second) : nil
  }

  private static func fits(_ part: Int, in whole: Int, _ graph: ClaimGraph) -> Bool {
    guard let small = graph.claims[part].proposition.quantity,
      let large = graph.claims[whole].proposition.quantity
    else { return false }
    return small.vague == nil && large.vague == nil && !large.interval.isBelow(small.interval)
      && small.interval != large.interval
  }

  /// Whether the parts are counted off: `They included three lawyers and two nurses.`.
  private static func includes(_ row: Int, _ before: Int, _ graph: ClaimGraph) -> Bool {
    let (claim, other) = (graph.claims[row], graph.claims[before])
    guard claim.proposition.quantity?.kind == .count,
      other.proposition.quantity?.kind == .count,
      claim.sentence.range.start - other.sentence.range.end < 4 || isList(claim, other),
      claim.proposition.topic == other.proposition.topic
    else { return false }
    let opening = foldedWords(String(claim.sentence.text.prefix(40)))
    return graph.rules.including.contains { opening.starts(with: $0) }
  }

  /// The next figure of a sentence that lists parts.
  private static func isList(_ claim: Claim, _ other: Claim) -> Bool {
    claim.sentence.range == other.sentence.range
  }
}

extension Claim {
  /// Whether its sentence begins with the name of a place, set off from what it tells.
  fileprivate func opensWithPlace(_ rules: GraphRules) -> Bool {
    let text = sentence.text.utf8.prefix(while: { $0 != UInt8(ascii: ",") })
    guard text.count < 60, span.range.start - sentence.range.start > text.count,
      let opening = String(text)
    else { return false }
    let words = opening.split(separator: " ")
    guard let first = words.first, rules.beforePlace.contains(folded(String(first))) else {
      return false
    }
    return words.dropFirst().prefix(2).contains { $0.first?.isUppercase == true }
  }

  /// The words between two figures of a sentence.
  fileprivate func words(until other: Claim, _ rules: GraphRules) -> [String] {
    let bytes = Array(sentence.text.utf8)
    let start = span.range.end - sentence.range.start
    let end = other.span.range.start - sentence.range.start
    if start >= 0, start <= end, end <= bytes.count, end - start < 60 {
      return foldedWords(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    // The words of one may hold the other: `three of the valley's five bridges`.
    guard span.range.contains(other.span.range) else { return [] }
    let words = foldedWords(span.text)
    let inner = foldedWords(other.span.text)
    guard let at = firstRun(of: inner, in: words), at > 1 else { return [] }
    // `fewer than 10 of the valley's 46` begins with the words of a bound.
    let link = words[1..<min(at, 5)].firstIndex(where: rules.partWords.contains) ?? 1
    return Array(words[link..<at])
  }
}
