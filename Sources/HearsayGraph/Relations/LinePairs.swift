import HearsayCore

/// So many lines are compared each with each; of more, each with those beside it in time and with
/// the extremes around it.
package let mostComparedLines = 100

/// Of more lines than these nothing is set against anything: nobody reads so many, and the answer
/// says so.
package let mostRelatedLines = 3000

/// With how many lines after it a line is compared when there are many.
private let neighbourLines = 8

extension ClaimGraph {
  /// The pairs of lines worth comparing, the earlier place first, in order.
  ///
  /// All pairs of a few lines. Of many, those that could matter: neighbours in time, an origin's line
  /// and its next one, sides of a dispute, and for each line the highest total before it and the
  /// lowest after it, so that whatever clashes with anything is in one pair at least.
  ///
  /// - Complexity: O(*n* log *n*) for more than ``mostComparedLines`` lines.
  func pairs(of lines: [OriginLine], _ disputes: Disputes) -> [(one: Int, other: Int)] {
    guard lines.count > mostComparedLines else {
      return lines.indices.flatMap { one in
        (one + 1..<lines.count).map { (one: one, other: $0) }
      }
    }
    var pairs = PairSet()
    let inTime = lines.indices.sorted { one, other in
      let days = (dayNumber(lines[one]), dayNumber(lines[other]))
      return days.0 != days.1 ? days.0 < days.1 : one < other
    }
    for (at, place) in inTime.enumerated() {
      for next in inTime[(at + 1)...].prefix(neighbourLines) { pairs.insert(place, next) }
    }
    addNextOfOrigin(inTime, lines, &pairs)
    addExtremes(inTime, lines, &pairs)
    addDisputed(lines, disputes, &pairs)
    return pairs.sorted()
  }

  private func dayNumber(_ line: OriginLine) -> Int32 { day(of: line.claim)?.number ?? Int32.max }

  private func addNextOfOrigin(_ inTime: [Int], _ lines: [OriginLine], _ pairs: inout PairSet) {
    var last: [String: Int] = [:]
    for place in inTime {
      if let before = last.updateValue(place, forKey: lines[place].origin.key) {
        pairs.insert(before, place)
      }
    }
  }

  /// A total can clash with the highest before it or the lowest after it, if with any.
  private func addExtremes(_ inTime: [Int], _ lines: [OriginLine], _ pairs: inout PairSet) {
    var highest: [String: (place: Int, low: ExactNumber)] = [:]
    for place in inTime {
      guard let interval = claims[lines[place].claim].proposition.quantity?.interval else {
        continue
      }
      let label = label(of: lines[place])
      if let known = highest[label] { pairs.insert(known.place, place) }
      if let low = interval.low, highest[label].map({ low > $0.low }) ?? true {
        highest[label] = (place, low)
      }
    }
    var lowest: [String: (place: Int, high: ExactNumber)] = [:]
    for place in inTime.reversed() {
      guard let interval = claims[lines[place].claim].proposition.quantity?.interval else {
        continue
      }
      let label = label(of: lines[place])
      if let known = lowest[label] { pairs.insert(known.place, place) }
      if let high = interval.high, lowest[label].map({ high < $0.high }) ?? true {
        lowest[label] = (place, high)
      }
    }
  }

  private func label(of line: OriginLine) -> String {
    let proposition = claims[line.claim].proposition
    return "\(proposition.population ?? "")\t\(proposition.part ?? "")"
  }

  private func addDisputed(_ lines: [OriginLine], _ disputes: Disputes, _ pairs: inout PairSet) {
    guard !disputes.pairs.isEmpty else { return }
    var place: [Int: Int] = [:]
    for (at, line) in lines.enumerated() { for row in line.claims { place[row] = at } }
    for pair in disputes.pairs {
      if let one = place[pair.rejected], let other = place[pair.rejecting] {
        pairs.insert(one, other)
      }
    }
  }
}

/// Pairs of places, each once: two places in one number, the earlier above.
private struct PairSet {
  private var pairs: Set<UInt64> = []

  mutating func insert(_ one: Int, _ other: Int) {
    if one != other { pairs.insert(UInt64(min(one, other)) << 32 | UInt64(max(one, other))) }
  }

  func sorted() -> [(one: Int, other: Int)] {
    pairs.sorted().map { (one: Int($0 >> 32), other: Int($0 & 0xFFFF_FFFF)) }
  }
}
