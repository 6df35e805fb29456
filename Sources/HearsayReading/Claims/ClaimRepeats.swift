import HearsayCore

/// Makes one claim of the same figure in headline, deck, lead, caption and body.
///
/// The body's claim stays, with the others as its `repeats`. Folded are figures alike in interval,
/// vague word, kind and subject, unless two different sources are named for them.
struct RepeatFolder {
  let tables: ClaimTables

  /// The claims, each figure once.
  func folded(_ claims: [Claim]) -> [Claim] {
    var kept: [Claim] = []
    kept.reserveCapacity(claims.count)
    var rows: [Int] = []
    rows.reserveCapacity(claims.count)
    // Only claims with the same figure are held against each other, and what is folded is put into
    // its claim once at the end, so this stays linear.
    var alike = AlikeRows(claims.count)
    var repeats: [Int: [Evidence]] = [:]
    for claim in claims {
      let key = repeatKey(claim)
      if let key, let place = alike.first(key, where: { isRepeat(claim, of: kept[$0]) }) {
        fold(claim, into: &kept[place], &repeats[place, default: []])
        rows.append(place)
      } else {
        if let key { alike.add(key, kept.count) }
        rows.append(kept.count)
        kept.append(claim)
      }
    }
    for (row, folded) in repeats { kept[row].repeats = folded }
    for row in kept.indices {
      guard let whole = kept[row].partOf else { continue }
      kept[row].partOf = rows.indices.contains(whole) && rows[whole] != row ? rows[whole] : nil
    }
    return kept
  }

  private func isRepeat(_ claim: Claim, of other: Claim) -> Bool {
    // Most are told apart by who does it, before anything is copied.
    guard claim.proposition.topic == other.proposition.topic else { return false }
    let one = claim.proposition
    let two = other.proposition
    guard claim.kind == .figure, other.kind == .figure, let mine = one.quantity,
      let theirs = two.quantity, mine.interval == theirs.interval, mine.kind == theirs.kind,
      mine.vague == theirs.vague,
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
    guard !bothInBody, let inner = tables.population(named: one),
      let outer = tables.population(named: other)
    else { return false }
    return tables.populations[outer].generic && tables.lies(inner, within: outer)
      || tables.populations[inner].generic && tables.lies(outer, within: inner)
  }
}

/// A number that is the same for all claims of the same figure; `nil` where there is none.
private func repeatKey(_ claim: Claim) -> Int? {
  guard let quantity = claim.proposition.quantity else { return nil }
  var key: UInt64 = quantity.vague == nil ? 0 : 1
  for bound in [quantity.interval.low, quantity.interval.high] {
    key = key &* 0x0000_0100_0000_01B3 ^ UInt64(bitPattern: bound?.significand ?? -1)
    key = key &* 0x0000_0100_0000_01B3 ^ UInt64(bitPattern: Int64(bound?.exponent ?? 0))
  }
  return Int(truncatingIfNeeded: (key ^ key >> 29) & 0x7FFF_FFFF)
}

/// Rows filed under keys in the order they came; different keys may share a list.
private struct AlikeRows {
  private var ends: [(first: Int32, last: Int32)]
  private var nexts: [(row: Int32, next: Int32)] = []
  private let mask: Int

  init(_ count: Int) {
    var size = 16
    while size < count { size *= 2 }
    ends = Array(repeating: (-1, -1), count: size)
    mask = size - 1
  }

  func first(_ key: Int, where isWanted: (Int) -> Bool) -> Int? {
    var here = ends[key & mask].first
    while here >= 0 {
      let entry = nexts[Int(here)]
      if isWanted(Int(entry.row)) { return Int(entry.row) }
      here = entry.next
    }
    return nil
  }

  mutating func add(_ key: Int, _ row: Int) {
    let own = Int32(truncatingIfNeeded: nexts.count)
    nexts.append((Int32(truncatingIfNeeded: row), -1))
    let last = ends[key & mask].last
    if last >= 0 { nexts[Int(last)].next = own } else { ends[key & mask].first = own }
    ends[key & mask].last = own
  }
}

private func fold(_ claim: Claim, into kept: inout Claim, _ repeats: inout [Evidence]) {
  guard rank(claim) < rank(kept) else { return repeats.append(claim.span) }
  repeats.insert(kept.span, at: 0)
  kept = claim
}

/// What is kept: the claim whose source is named, then the body's before the headline's.
private func rank(_ claim: Claim) -> Int {
  let zone =
    switch claim.zone {
    case .body: 0
    case .caption: 1
    case .summary: 2
    case .deck: 3
    case .headline: 4
    case .duplicate: 5
    default: 9
    }
  return (claim.chain.count > 1 ? 0 : 10) + zone
}
