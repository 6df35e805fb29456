import HearsayCore

// Links that others make needless.

extension ClaimGraph {
  /// Of 5, 56, 60 the 60 follows the 56 and the 56 the 5, so that 60 follows 5 is not said again.
  ///
  /// What one origin says of its own former figure always is.
  func withoutDetours(_ links: [Link]) -> [Link] {
    var older: [Int: Set<Int>] = [:]
    for link in links where link.relation == .supersedes {
      older[link.from, default: []].insert(link.to)
    }
    var clashing: [Int: [Int]] = [:]
    for link in links where link.relation == .contradicts {
      clashing[link.from, default: []].append(link.to)
      clashing[link.to, default: []].append(link.from)
    }
    return links.filter { link in
      if link.relation == .contradicts { return !isDetour(link, clashing, older) }
      guard link.relation == .supersedes, link.confidence != .certain else { return true }
      let between = older[link.from, default: []]
      return !between.contains { older[$0]?.contains(link.to) == true }
    }
  }

  /// Whether one side clashes already with the figure whose place the other has taken.
  private func isDetour(
    _ link: Link, _ clashing: [Int: [Int]], _ older: [Int: Set<Int>]
  ) -> Bool {
    guard link.verdict == .conflict(.strict), !older.isEmpty else { return false }
    return [(link.from, link.to), (link.to, link.from)].contains { newer, rival in
      guard let former = older[newer], let day = figure(rival).day else { return false }
      return clashing[rival, default: []].contains { other in
        former.contains(other) && figure(other).day.map { day <= $0 } == true
      }
    }
  }
}
