import HearsayCore

// Which figures are of the event that is asked for, where articles do not agree on it.

/// Figures that other articles put in their place.
struct SettledFigures {
  /// Put aside in their own article, and of the event asked for all the same.
  var own: Set<Int> = []
  /// Of another event by what others tell of their number.
  var apart: [Int: String] = [:]
}

extension ClaimGraph {
  /// Figures that their articles date long before themselves, when that is the very time at which
  /// other articles reported: a trial tells of the robbery of a year ago.
  func ownEvent(_ rows: [Int]) -> Set<Int> {
    let dated = rows.filter { row in
      let about = claims[row].proposition
      return about.otherEvent != nil && (about.eventTime.known ?? about.asOf.known) != nil
    }
    guard !dated.isEmpty, dated.count <= mostOldFigures else { return [] }
    let days = Set(
      rows.compactMap { row -> Day? in
        let about = claims[row].proposition
        guard about.otherEvent == nil, !isElsewhen(row) else { return nil }
        return published(of: row)?.latest?.day
      })
    return Set(
      dated.filter { row in
        let about = claims[row].proposition
        guard let time = about.eventTime.known ?? about.asOf.known, let range = time.days,
          range.upperBound.number - range.lowerBound.number <= 366,
          let report = published(of: row)?.latest?.day,
          report.number - range.upperBound.number >= longAfter
        else { return false }
        return days.contains { day in
          (0...3).contains(where: { range.contains(day.adding(-$0)) })
        }
      })
  }

  /// What most articles say of a number that one puts aside, or that one alone dates.
  ///
  /// Only of a few figures: in a large corpus equal numbers are of many events.
  func settled(_ rows: [Int]) -> SettledFigures {
    var settled = SettledFigures()
    guard rows.count <= mostOldFigures else { return settled }
    var numbers: [Interval: [Int]] = [:]
    for row in rows {
      guard let quantity = claims[row].proposition.quantity, quantity.kind == .count,
        quantity.vague == nil, let low = quantity.interval.low, low >= leastTelling
      else { continue }
      numbers[Interval(low: low), default: []].append(row)
    }
    for rows in numbers.values { settle(rows, &settled) }
    settled.own.formUnion(mostlyPast(rows))
    return settled
  }

  /// Figures of one year long ago that more articles give than any of the story itself: asked for
  /// are those killed in the protests for which prisoners are freed now.
  private func mostlyPast(_ rows: [Int]) -> [Int] {
    var years: [Int: [Int]] = [:]
    for row in rows {
      let about = claims[row].proposition
      guard about.otherEvent?.hasPrefix("dated ") == true, !asking.ownEvent.contains(row),
        let day = (about.eventTime.known ?? about.asOf.known)?.latest?.day
      else { continue }
      years[day.civil.year, default: []].append(row)
    }
    let told = documents(rows.filter { whyApart($0) == nil && !isElsewhen($0) })
    let most = years.values.map { (rows: $0, count: documents($0).count) }
    guard let best = most.max(by: { ($0.count, $1.rows[0]) < ($1.count, $0.rows[0]) }) else {
      return []
    }
    return best.count > 1 && best.count > told.count ? best.rows : []
  }

  private func settle(_ rows: [Int], _ settled: inout SettledFigures) {
    let aside = rows.filter { whyApart($0) != nil && !asking.ownEvent.contains($0) }
    let told = rows.filter { whyApart($0) == nil && !isElsewhen($0) }
    guard !aside.isEmpty, !told.isEmpty else { return }
    // A heading alone says little where others tell the same of the story.
    let headed = aside.filter { claims[$0].proposition.otherEvent?.hasPrefix("under ") == true }
    settled.own.formUnion(headed.flatMap { alike($0) })
    let dated = aside.filter { !headed.contains($0) }
    guard !dated.isEmpty else { return }
    let (asides, tellings) = (documents(dated), documents(told + headed))
    if tellings.count > 1, tellings.count >= 2 * asides.count {
      settled.own.formUnion(dated)
    } else if asides.count >= tellings.count, told.allSatisfy({ isInside($0) }),
      let why = dated.lazy.compactMap({ self.reason($0) }).first
    {
      for row in told { settled.apart[row] = why }
    }
  }

  private func documents(_ rows: [Int]) -> Set<Int> { Set(rows.map { claims[$0].document }) }

  /// The figures of the article under the same heading.
  private func alike(_ row: Int) -> [Int] {
    claimRows[claims[row].document].filter {
      claims[$0].proposition.otherEvent == claims[row].proposition.otherEvent
    }
  }

  /// Why a figure with a date of long ago is of another event.
  private func reason(_ row: Int) -> String? {
    claims[row].proposition.otherEvent.flatMap { $0.hasPrefix("dated ") ? $0 : nil }
  }

  /// Whether a number of some size stands well inside its article, where history is told.
  private func isInside(_ row: Int) -> Bool {
    claims[row].zone == .body && claims[row].repeats.isEmpty && claims[row].span.line > 5
      && asOfBasis(row) != .stated
  }
}

/// What articles tell so many days after, or later, may be the story of others at its time.
private let longAfter = 7

/// Smaller numbers are the same by chance.
private let leastTelling = ExactNumber(10)

/// More figures of former events are a history, and no story.
private let mostOldFigures = 200
