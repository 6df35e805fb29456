import HearsayCore

/// Makes one claim of the same figure in headline, deck, lead, caption and body.
///
/// The body's claim stays, with the others as its `repeats`. Folded are figures alike in interval,
/// vague word, kind and subject, unless two different sources are named for them.
struct RepeatFolder {
  let tables: ClaimTables

  /// The claims, each figure once.
  func folded(_ claims: consuming [Claim]) -> [Claim] {
    // What is kept moves to the front: a claim is large, and copying one counts many references.
    var kept = claims
    var count = 0
    var rows: [Int] = []
    // Only claims with the same figure are held against each other, so this stays linear.
    var alike: [RepeatKey: [Int]] = [:]
    for row in kept.indices {
      let key = RepeatKey(kept[row])
      if let key, let place = alike[key]?.first(where: { isRepeat(kept[row], of: kept[$0]) }) {
        let claim = kept[row]
        fold(claim, into: &kept[place])
        rows.append(place)
      } else {
        if let key { alike[key, default: []].append(count) }
        rows.append(count)
        if row != count { kept.swapAt(row, count) }
        count += 1
      }
    }
    kept.removeLast(kept.count - count)
    for row in kept.indices {
      kept[row].partOf = kept[row].partOf.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
      if kept[row].partOf == row { kept[row].partOf = nil }
    }
    return kept
  }

  private func isRepeat(_ claim: Claim, of other: Claim) -> Bool {
    let one = claim.proposition
    let two = other.proposition
    guard claim.kind == .figure, other.kind == .figure,
      one.quantity?.interval == two.quantity?.interval,
      one.quantity?.vague == two.quantity?.vague, one.quantity?.kind == two.quantity?.kind,
      one.topic == two.topic, one.positive == two.positive, one.otherEvent == two.otherEvent,
      one.part == two.part, countsAlike(one, two),
      isOneLabel(one.population, two.population, claim.zone == .body && other.zone == .body),
      claim.sentence.range != other.sentence.range
    else { return false }
    let sources = (claim.chain.last?.speaker.name, other.chain.last?.speaker.name)
    let open = claim.chain.count == 1 || other.chain.count == 1
    if claim.zone == .duplicate || other.zone == .duplicate { return true }
    return sources.0 == sources.1 || (open && (claim.zone != .body || other.zone != .body))
  }

  /// `five soldiers` and `five civilians` are two figures, `five people` and `five` are one.
  private func countsAlike(_ one: Proposition, _ two: Proposition) -> Bool {
    let units = (one.quantity?.unit, two.quantity?.unit)
    guard one.topic != nil else { return units.0 == units.1 }
    guard one.population == nil || one.population != two.population, let first = units.0,
      let second = units.1
    else { return true }
    return first.hasSuffix(second) || second.hasSuffix(first) || tables.genericNouns.contains(first)
      || tables.genericNouns.contains(second)
  }

  /// Headlines and summaries shorten `political prisoners` to `prisoners`; a body's sentence does not.
  private func isOneLabel(_ one: String?, _ other: String?, _ bothInBody: Bool) -> Bool {
    guard let one, let other, one != other else { return true }
    guard !bothInBody, let inner = tables.populations.firstIndex(where: { $0.name == one }),
      let outer = tables.populations.firstIndex(where: { $0.name == other })
    else { return false }
    return tables.populations[outer].generic && tables.lies(inner, within: outer)
      || tables.populations[inner].generic && tables.lies(outer, within: inner)
  }
}

/// What two claims must share to be one.
private struct RepeatKey: Hashable {
  var interval: Interval
  var vague: String?
  var kind: QuantityKind
  var topic: String?

  init?(_ claim: Claim) {
    guard let quantity = claim.proposition.quantity else { return nil }
    interval = quantity.interval
    vague = quantity.vague
    kind = quantity.kind
    topic = claim.proposition.topic
  }
}

private func fold(_ claim: Claim, into kept: inout Claim) {
  guard rank(claim) < rank(kept) else { return kept.repeats.append(claim.span) }
  var better = claim
  better.repeats = [kept.span] + kept.repeats
  kept = better
}

/// What is kept: the claim whose source is named, then the body's before the headline's.
private func rank(_ claim: Claim) -> Int {
  let zones: [ZoneKind] = [.body, .caption, .summary, .deck, .headline, .duplicate]
  return (claim.chain.count > 1 ? 0 : 10) + (zones.firstIndex(of: claim.zone) ?? 9)
}
