import HearsayCore

// MARK: Rule 4, one group and one number

extension ClaimGraph {
  /// Groups of one label that give one number in two articles are probably one, and with them
  /// all that each says in its own article.
  func mergeCollectives(_ rows: [Int], _ keys: inout [OriginKey], _ order: [Int]) {
    var groups = Joined()
    var firsts: [LabelAndNumber: Int] = [:]
    var joined: [String: Int] = [:]
    for place in order where keys[place].kind == .collective && keys[place].rule == .ownKey {
      let claim = claims[rows[place]]
      guard claim.origin.speaker.kind == .collective,
        let interval = claim.proposition.quantity?.interval,
        claim.proposition.quantity?.vague == nil
      else { continue }
      let label = LabelAndNumber(label: groupLabel(keys[place].name), interval: interval)
      if let first = firsts[label] {
        groups.join(keys[first].key, keys[place].key)
        if joined[keys[place].key] == nil { joined[keys[place].key] = first }
      } else {
        firsts[label] = place
      }
    }
    guard !joined.isEmpty else { return }
    for place in order where keys[place].key.hasPrefix("collective:") {
      let root = groups.root(keys[place].key)
      guard root != keys[place].key, let first = joined[keys[place].key] else { continue }
      keys[place].key = root
      (keys[place].rule, keys[place].confidence) = (.collectiveAndNumber, .probable)
      keys[place].joinedTo = rows[first]
    }
  }

  /// One label for `rights groups` and `human rights organisations`.
  private func groupLabel(_ name: String) -> String {
    let label = folded(name)
    return rules.groupLabels[label] ?? label
  }
}

private struct LabelAndNumber: Hashable {
  var label: String
  var interval: Interval
}

/// Keys that mean one, under the least of them.
private struct Joined {
  private var parents: [String: String] = [:]

  func root(_ key: String) -> String {
    var key = key
    while let parent = parents[key] { key = parent }
    return key
  }

  mutating func join(_ one: String, _ other: String) {
    let roots = (root(one), root(other))
    if roots.0 != roots.1 { parents[max(roots.0, roots.1)] = min(roots.0, roots.1) }
  }
}

// MARK: Rule 5, text reuse: articles

extension ClaimGraph {
  /// A claim in text that an earlier article has too goes back to what that article says there:
  /// a copy adds no origin.
  func mergeCopies(_ rows: [Int], _ keys: inout [OriginKey], _ order: [Int]) {
    guard !sharedText.isEmpty else { return }
    var places: [Int: Int] = [:]
    for (place, row) in rows.enumerated() { places[row] = place }
    var sources: [Int: ArticleClaims] = [:]
    // One row has no order to be told by.
    for place in rows.count > 1 ? order : Array(rows.indices) {
      guard mayGoBackToCopy(keys[place]) else { continue }
      let claim = claims[rows[place]]
      let held = sharedText.stretches(of: claim.document, holding: claim.span.range)
      guard let found = copied(rows[place], keys[place], held, &sources) else { continue }
      let known = places[found].map { keys[$0] } ?? ownOrigin(found)
      guard known.kind.rank <= keys[place].kind.rank else { continue }
      keys[place] = known.inferred(.textReuse, keys[place], joinedTo: found)
    }
  }

  /// A named source needs no telling, and what is already joined stays.
  private func mayGoBackToCopy(_ key: OriginKey) -> Bool {
    switch key.kind {
    case .anonymous, .unattributed, .outletOnly, .collective: key.rule == .ownKey
    case .identified, .document: false
    }
  }

  /// The claim of the earlier article that one of the stretches has in the place of `row`.
  private func copied(
    _ row: Int, _ key: OriginKey, _ stretches: [SharedStretch],
    _ sources: inout [Int: ArticleClaims]
  ) -> Int? {
    let speaker = claims[row].origin.speaker.name
    for stretch in stretches {
      let there = claims(of: stretch.source, &sources)
      // An unnamed source is the same only in the same words.
      if key.kind != .anonymous, let found = sameNumber(row, in: stretch, there) { return found }
      let found =
        key.kind == .unattributed
        ? ownVoice(in: stretch, &sources) : said(by: speaker, in: stretch, there)
      if let found { return found }
    }
    return nil
  }

  private func claims(of document: Int, _ sources: inout [Int: ArticleClaims]) -> ArticleClaims {
    if let known = sources[document] { return known }
    let made = ArticleClaims(document, self)
    sources[document] = made
    return made
  }

  /// The same number of the same thing, nearest to where it should stand.
  private func sameNumber(_ row: Int, in stretch: SharedStretch, _ there: ArticleClaims) -> Int? {
    let claim = claims[row]
    guard let interval = claim.proposition.quantity?.interval else { return nil }
    let wanted = stretch.sourceRange.start + claim.span.range.start - stretch.range.start
    let found = there.rows(giving: interval).filter { other in
      stretch.sourceRange.contains(claims[other].span.range)
        && claims[other].proposition.quantity?.vague == claim.proposition.quantity?.vague
        && sharesSubject(claims[other].proposition, claim.proposition)
    }
    return found.min { one, other in
      let distances = [one, other].map { abs(claims[$0].span.range.start - wanted) }
      return distances[0] != distances[1] ? distances[0] < distances[1] : one < other
    }
  }

  /// What the same speaker says in the stretch.
  private func said(by speaker: String, in stretch: SharedStretch, _ there: ArticleClaims) -> Int? {
    there.rows(by: folded(speaker)).first { stretch.sourceRange.contains(claims[$0].span.range) }
  }

  /// What the first article says by itself, when the later one is a copy of it.
  private func ownVoice(in stretch: SharedStretch, _ sources: inout [Int: ArticleClaims]) -> Int? {
    guard stretch.isCopy else { return nil }
    let first = sharedText.original(of: stretch.document) ?? stretch.source
    return claims(of: first, &sources).ownVoice
  }
}

/// The claims of an article as its copies look for them.
private struct ArticleClaims {
  private var byNumber: [Interval: [Int]] = [:]
  private var bySpeaker: [String: [Int]] = [:]
  /// The first that the article says by itself.
  private(set) var ownVoice: Int?

  init(_ document: Int, _ graph: ClaimGraph) {
    for row in graph.claimRows[document] {
      let claim = graph.claims[row]
      bySpeaker[folded(claim.origin.speaker.name), default: []].append(row)
      if let interval = claim.proposition.quantity?.interval {
        byNumber[interval, default: []].append(row)
      }
      if ownVoice == nil, graph.ownOrigin(row).kind == .unattributed { ownVoice = row }
    }
  }

  /// So many at most that a long article costs no more than a short one.
  func rows(giving interval: Interval) -> ArraySlice<Int> { (byNumber[interval] ?? []).prefix(256) }

  func rows(by speaker: String) -> ArraySlice<Int> { (bySpeaker[speaker] ?? []).prefix(256) }
}
