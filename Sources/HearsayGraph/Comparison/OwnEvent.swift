import HearsayCore

// Which figures are of the event that is asked for, where articles do not agree on it.

extension ClaimGraph {
  /// Figures that their articles date long before themselves, when that is a time at which other
  /// articles reported: a trial tells of the robbery of a year ago, an anniversary of a toll that
  /// was corrected between.
  ///
  /// What is counted since a day (`97 released since July`) belongs as well, where that day is of
  /// the story, or where most articles count from it; `since 2009` in some of them is background.
  func ownEvent(_ rows: [Int]) -> Set<Int> {
    let apart = rows.filter { claims[$0].proposition.otherEvent != nil || isElsewhen($0) }
    guard !apart.isEmpty, apart.count <= mostOldFigures else { return [] }
    let out = Set(apart)
    let days = Set(rows.compactMap { out.contains($0) ? nil : published(of: $0)?.latest?.day })
    let current = Set(rows.compactMap { out.contains($0) ? nil : claims[$0].document })
    let starts = sharedStarts(apart, beside: current.count)
    return Set(
      apart.filter { row in
        if starts.contains(start(row)) { return true }
        if let day = countedSince(row) {
          return days.min().map { day.adding(oneMonth) >= $0 } ?? false
        }
        return isDated(row, within: days) || partner(row).map { isDated($0, within: days) } ?? false
      })
  }

  /// Whether a figure's own date lies within the days of these reports.
  private func isDated(_ row: Int, within days: Set<Day>) -> Bool {
    let about = claims[row].proposition
    guard let first = days.min(), let last = days.max(),
      let range = (about.eventTime.known ?? about.asOf.known)?.days,
      range.upperBound.number - range.lowerBound.number <= 366,
      let report = published(of: row)?.latest?.day,
      report.number - range.upperBound.number >= longAfter
    else { return false }
    if days.contains(where: { day in (0...3).contains { range.contains(day.adding(-$0)) } }) {
      return true
    }
    let isOnlyDated = about.otherEvent?.hasPrefix("dated ") ?? true
    return isOnlyDated && range.upperBound >= first && range.lowerBound <= last
  }

  /// The figure of another event beside which one stands in its sentence.
  private func partner(_ row: Int) -> Int? {
    guard traits(row).contains(.sibling) else { return nil }
    let sentence = claims[row].sentence.range
    return claimRows[claims[row].document].first {
      $0 < row && claims[$0].sentence.range == sentence && claims[$0].proposition.otherEvent != nil
    }
  }

  /// The day since which a figure counts.
  private func countedSince(_ row: Int) -> Day? {
    let about = claims[row].proposition
    guard about.otherEvent == nil, about.eventTime.known == nil else { return nil }
    return about.window.known?.earliest?.day
  }

  /// Since when a figure counts, as a key; empty where it does not say so.
  private func start(_ row: Int) -> String {
    if let day = countedSince(row) { return day.description }
    let reason = claims[row].proposition.otherEvent ?? ""
    return reason.hasPrefix("counted since ") ? reason : ""
  }

  /// Since when at least two articles count, and no fewer than those that count otherwise.
  private func sharedStarts(_ rows: [Int], beside current: Int) -> Set<String> {
    var documents: [String: Set<Int>] = [:]
    for row in rows { documents[start(row), default: []].insert(claims[row].document) }
    documents[""] = nil
    return Set(documents.filter { $0.value.count > 1 && $0.value.count >= current }.keys)
  }
}

/// What articles tell so many days after, or later, may be the story of others at its time.
private let longAfter = 7

/// `since July` begins before the report of the eleventh.
private let oneMonth = 31

/// More figures of former events are a history, and no story.
private let mostOldFigures = 200
