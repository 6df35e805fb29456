import HearsayCore

// Which figures are of the event that is asked for, where articles do not agree on it.

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
}

/// What articles tell so many days after, or later, may be the story of others at its time.
private let longAfter = 7

/// More figures of former events are a history, and no story.
private let mostOldFigures = 200
