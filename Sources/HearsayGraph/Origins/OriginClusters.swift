package import HearsayCore

extension ClaimGraph {
  /// The origin of each of `rows`, in their order.
  ///
  /// A claim without a named source may still go back to one: by words in common or by a credit.
  /// - Complexity: linear in the words of the claims, thanks to indexes of word runs.
  package func origins(of rows: [Int]) -> [OriginKey] {
    var keys = rows.map { ownOrigin($0) }
    // Words in common need two: most numbers of a large corpus are said once.
    let order = rows.count > 1 ? stableOrder(rows) : []
    mergeSharedQuotations(rows, &keys, order)
    mergeCredits(rows, &keys)
    mergeCollectives(rows, &keys, order)
    mergeCopies(rows, &keys, order)
    mergeReusedText(rows, &keys, order)
    correctByHand(rows, &keys)
    return keys
  }

  /// The origins of `rows` with their claims, identified ones first, then by key.
  package func originList(of rows: [Int]) -> [Origin] { originList(of: rows, origins(of: rows)) }

  /// The same where it is known who each goes back to.
  func originList(of rows: [Int], _ keys: [OriginKey]) -> [Origin] {
    if rows.count == 1 { return [origin(keys[0].key, rows, [0], keys)] }
    var groups: [String: [Int]] = [:]
    for (place, key) in keys.enumerated() { groups[key.key, default: []].append(place) }
    var origins: [Origin] = []
    origins.reserveCapacity(groups.count)
    for (key, places) in groups {
      origins.append(origin(key, places.map { rows[$0] }, places, keys))
    }
    return origins.sorted {
      $0.kind.rank != $1.kind.rank ? $0.kind.rank < $1.kind.rank : $0.key < $1.key
    }
  }

  /// Most origins have one claim.
  private func origin(_ row: Int, _ key: OriginKey) -> Origin {
    Origin(
      key: key.key, name: commonName(of: key.key, [key.name]), kind: key.kind, rule: key.rule,
      confidence: key.confidence, claims: [row], documents: [claims.document(of: row)],
      evidence: evidence(row, key).map { [$0] } ?? [])
  }

  private func origin(
    _ key: String, _ rows: [Int], _ places: [Int], _ keys: [OriginKey]
  ) -> Origin {
    if places.count == 1 { return origin(rows[0], keys[places[0]]) }
    let claims = sorted(rows)
    var documents: [Int] = []
    for row in claims { documents.append(self.claims.document(of: row)) }
    let members = places.map { keys[$0] }
    let name = commonName(of: key, members.map(\.name))
    let first = members[0]
    let confidence = members.map(\.confidence).max() ?? .certain
    let rule = members.first { $0.confidence == confidence }?.rule ?? first.rule
    return Origin(
      key: key, name: name, kind: members.map(\.kind).min { $0.rank < $1.rank } ?? first.kind,
      rule: rule, confidence: confidence, claims: claims,
      documents: sortedDocuments(documents),
      evidence: evidence(claims, Dictionary(zip(rows, members)) { first, _ in first }))
  }

  private func evidence(_ claims: [Int], _ keys: [Int: OriginKey]) -> [OriginEvidence] {
    claims.compactMap { row in keys[row].flatMap { evidence(row, $0) } }
  }

  /// Only a claim that something joins needs a reason.
  private func evidence(_ row: Int, _ key: OriginKey) -> OriginEvidence? {
    if key.rule == .ownKey || key.rule == .identifiedSource { return nil }
    return OriginEvidence(
      claim: row, rule: key.rule, confidence: key.confidence, joinedTo: key.joinedTo)
  }

  /// The body that all speak for; else the least in order, the same whatever came first.
  private func commonName(of key: String, _ names: [String]) -> String {
    let colon = key.utf8.firstIndex(of: UInt8(ascii: ":")) ?? key.endIndex
    let body = String(key[colon...].dropFirst())
    let own = names.first { folded($0) == body } ?? self.names.entry(body)?.canonical
    return own ?? names.min() ?? key
  }

  private func stableOrder(_ rows: [Int]) -> [Int] {
    zip(orders(of: rows), rows.indices).sorted { $0.0 < $1.0 }.map(\.1)
  }

}

extension OriginKey {
  /// Whether words in common may tell where a claim comes from: a named source needs no telling,
  /// an unnamed one is never merged across articles.
  fileprivate var mayBeMerged: Bool {
    kind == .unattributed || kind == .outletOnly || kind == .collective
  }
}

extension OriginKind {
  var rank: Int {
    switch self {
    case .identified: 0
    case .document: 1
    case .collective: 2
    case .anonymous: 3
    case .outletOnly: 4
    case .unattributed: 5
    }
  }
}

// MARK: Rule 2, shared quotation

/// So many words in a row are no accident.
let fewestSharedWords = 5

/// The runs of words as numbers, where only a comparison is wanted: two different runs share one
/// by less than a chance in a million million.
func runHashes(_ words: [String]) -> [UInt64] {
  let hashes: [UInt64] = words.map { word in
    word.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
  guard hashes.count >= fewestSharedWords else { return [combined(hashes[...])] }
  return (0...(hashes.count - fewestSharedWords)).map {
    combined(hashes[$0..<($0 + fewestSharedWords)])
  }
}

private func combined(_ hashes: ArraySlice<UInt64>) -> UInt64 {
  hashes.reduce(UInt64(0x9E37_79B9_7F4A_7C15)) { sum, hash in
    ((sum << 7) | (sum >> 57)) &* 0xBF58_476D_1CE4_E5B9 ^ hash
  }
}

func wordRuns(_ words: [String]) -> [String] {
  guard words.count >= fewestSharedWords else { return [] }
  return (0...(words.count - fewestSharedWords)).map {
    words[$0..<($0 + fewestSharedWords)].joined(separator: " ")
  }
}

extension ClaimGraph {
  private func mergeSharedQuotations(_ rows: [Int], _ keys: inout [OriginKey], _ order: [Int]) {
    var owners: [String: Int] = [:]
    guard keys.contains(where: \.mayBeMerged) else { return }
    // Whoever is named comes first; without any, the first article to print the words.
    let ranked = order.map { (rank: keys[$0].kind.rank, place: $0) }
    for kind in OriginKind.allCases.sorted(by: { $0.rank < $1.rank }) where kind != .outletOnly {
      for (rank, place) in ranked where rank == kind.rank {
        guard let quote = claims[rows[place]].quote else { continue }
        for run in wordRuns(foldedWords(quote)) where owners[run] == nil { owners[run] = place }
      }
    }
    guard !owners.isEmpty else { return }
    for place in order where keys[place].mayBeMerged {
      let claim = claims[rows[place]]
      // Marks may have been lost: then the words stand in the statement itself.
      let words = claim.quote ?? (claim.kind == .statement ? claim.span.text : "")
      let owner = wordRuns(foldedWords(words)).lazy.compactMap { owners[$0] }.first {
        keys[$0].kind.rank <= keys[place].kind.rank && claims[rows[$0]].document != claim.document
          || keys[$0].kind == .identified
      }
      guard let owner else { continue }
      keys[place] = keys[owner].inferred(.sharedQuotation, keys[place], joinedTo: rows[owner])
    }
  }
}

// MARK: Rule 3, explicit credit

extension ClaimGraph {
  private func mergeCredits(_ rows: [Int], _ keys: inout [OriginKey]) {
    var printed: [String: [Int32]] = [:]
    for (place, row) in rows.enumerated() where keys[place].mayBeMerged {
      guard keys[place].rule == .ownKey, let credited = creditedOutlet(row) else { continue }
      let name = folded(credited)
      let documents = printed[name] ?? index.outlets[index.strings.id(of: name)]
      printed[name] = documents
      keys[place] = creditedOrigin(documents, row) ?? outletOrigin(credited)
    }
  }

  private func creditedOutlet(_ row: Int) -> String? {
    if claims.isUnattributed(row) { return nil }
    let claim = claims[row]
    if let credit = claim.credits.first { return names.canonical(credit) }
    guard claim.chain.count > 1, claim.origin.speaker.kind == .outlet else { return nil }
    return names.canonical(claim.origin.speaker.name)
  }

  /// What the credited outlet's own article in the corpus gives as origin of the same number.
  private func creditedOrigin(_ printed: [Int32], _ row: Int) -> OriginKey? {
    guard let stated = claims[row].proposition.quantity?.stated, !printed.isEmpty else {
      return nil
    }
    for other in rows(of: stated, in: printed) {
      guard claims.document(of: other) != claims.document(of: row),
        sharesSubject(claims[other].proposition, claims[row].proposition)
      else { continue }
      return ownOrigin(other).inferred(.credit, ownOrigin(row), joinedTo: other)
    }
    return nil
  }

  /// The claims of some articles that give a number, in order.
  private func rows(of number: ExactNumber, in documents: [Int32]) -> [Int] {
    let rows = index.numbers[number]
    var found: [Int] = []
    for document in documents {
      let wanted = claimRows[Int(document)]
      var place = partitionPoint(rows.count) { Int(rows[$0]) < wanted.lowerBound }
      while place < rows.count, Int(rows[place]) < wanted.upperBound {
        found.append(Int(rows[place]))
        place += 1
      }
    }
    return found
  }

  private func outletOrigin(_ outlet: String) -> OriginKey {
    OriginKey(
      key: "outlet:\(folded(outlet))", name: outlet, kind: .outletOnly, rule: .credit,
      confidence: .certain)
  }
}

/// Whether two propositions speak of one thing by topic or by a word in common.
func sharesSubject(_ one: Proposition, _ other: Proposition) -> Bool {
  if let topic = one.topic, topic == other.topic { return true }
  return !Set(one.terms).isDisjoint(with: other.terms)
}

extension OriginKey {
  /// This origin for a claim that does not name it itself.
  func inferred(_ rule: OriginRule, _ former: OriginKey, joinedTo claim: Int) -> OriginKey {
    guard key != former.key else { return former }
    return OriginKey(
      key: key, name: name, kind: kind, rule: rule,
      confidence: rule == .credit ? .certain : .probable, joinedTo: claim)
  }
}

// MARK: Rule 5, text reuse

extension ClaimGraph {
  /// Sentences that share half of their word runs are one telling.
  ///
  /// Each is compared with the first of its kind only, so a thousand copies cost a thousand steps.
  private func mergeReusedText(_ rows: [Int], _ keys: inout [OriginKey], _ order: [Int]) {
    let open = order.filter { keys[$0].mayBeMerged && keys[$0].confidence == .certain }
    guard open.count > 1 else { return }
    var originals: [(place: Int, runs: Set<UInt64>)] = []
    var holders: [UInt64: [Int]] = [:]
    for place in open {
      let runs = Set(runHashes(foldedWords(claims[rows[place]].sentence.text)))
      if let original = nearest(runs, originals, holders, minimum: 0.5) {
        let source = originals[original].place
        if claims[rows[source]].document != claims[rows[place]].document,
          keys[source].kind.rank <= keys[place].kind.rank
        {
          keys[place] = keys[source].inferred(
            .textReuse, keys[place], joinedTo: rows[source])
        }
        continue
      }
      for run in runs { holders[run, default: []].append(originals.count) }
      originals.append((place, runs))
    }
  }

  private func nearest(
    _ runs: Set<UInt64>, _ originals: [(place: Int, runs: Set<UInt64>)],
    _ holders: [UInt64: [Int]], minimum: Double
  ) -> Int? {
    var shared: [Int: Int] = [:]
    for run in runs { for holder in holders[run] ?? [] { shared[holder, default: 0] += 1 } }
    let fitting = shared.filter { holder, count in
      let all = runs.count + originals[holder].runs.count - count
      return Double(count) >= minimum * Double(all)
    }
    return fitting.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }
}
