/// Articles that are copies of each other, and the runs that unrelated articles share.
///
/// A text that forty papers print is one text; a line that forty different articles carry is
/// furniture. So what counts is not in how many articles a run stands, but in how many groups.
struct CopyGroups {
  private var parents: [Int32]
  /// Whether a run tells anything.
  private(set) var tells: [Bool] = []
  private(set) var boilerplate = 0

  init(_ index: RunIndex, _ words: ReuseWords) {
    let count = words.articles.count - 1
    parents = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    var votes = Votes(count)
    for article in 0..<count {
      votes.count(article, index)
      for other in votes.touched {
        let sizes = [article, Int(other)].map { words.articles[$0 + 1] - words.articles[$0] }
        let shorter = max(1, min(sizes[0], sizes[1]) - ReuseLimits.run + 1)
        if Int(votes[other]) * 100 >= shorter * ReuseLimits.group { join(article, Int(other)) }
      }
    }
    judge(index, count)
  }

  private mutating func judge(_ index: RunIndex, _ count: Int) {
    var seen = [Int32](repeating: -1, count: count)
    tells = [Bool](repeating: true, count: index.runs.count - 1)
    for run in tells.indices {
      var groups = 0
      for holder in index.runs[run]..<index.runs[run + 1] {
        let group = root(Int(index.articleOf[Int(index.holders[Int(holder)])]))
        if seen[group] != run {
          seen[group] = Int32(truncatingIfNeeded: run)
          groups += 1
        }
      }
      if groups > ReuseLimits.groups {
        tells[run] = false
        boilerplate += 1
      }
    }
  }

  private mutating func root(_ article: Int) -> Int {
    var article = article
    while Int(parents[article]) != article {
      parents[article] = parents[Int(parents[article])]
      article = Int(parents[article])
    }
    return article
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let roots = (root(one), root(other))
    parents[max(roots.0, roots.1)] = Int32(truncatingIfNeeded: min(roots.0, roots.1))
  }
}

/// How many runs an article shares with each of those before it.
private struct Votes {
  private var counts: [Int32]
  private var stamps: [Int32]
  private(set) var touched: [Int32] = []

  init(_ count: Int) {
    counts = [Int32](repeating: 0, count: count)
    stamps = [Int32](repeating: -1, count: count)
  }

  subscript(article: Int32) -> Int32 { counts[Int(article)] }

  mutating func count(_ article: Int, _ index: RunIndex) {
    for other in touched { counts[Int(other)] = 0 }
    touched.removeAll(keepingCapacity: true)
    for row in index.articles[article]..<index.articles[article + 1] {
      let earlier = index.holders(before: article, ofRunAt: row, atEnds: ReuseLimits.groupHolders)
      for part in [earlier.first, earlier.last] {
        for holder in part { add(index.articleOf[Int(index.holders[holder])], row) }
      }
    }
  }

  /// A run counts once for an article, however often it stands there.
  private mutating func add(_ other: Int32, _ row: Int) {
    guard stamps[Int(other)] != row else { return }
    stamps[Int(other)] = Int32(truncatingIfNeeded: row)
    if counts[Int(other)] == 0 { touched.append(other) }
    counts[Int(other)] += 1
  }
}

extension RunIndex {
  /// The first and the last holders of a run in articles before `article`; none twice.
  func holders(before article: Int, ofRunAt row: Int, atEnds most: Int)
    -> (first: Range<Int>, last: Range<Int>)
  {
    let run = Int(runOf[row])
    let start = Int(runs[run])
    var end = firstHolder(from: start, to: Int(runs[run + 1]), notBelow: articles[article])
    end = max(start, end)
    let firstEnd = min(end, start + most)
    return (start..<firstEnd, max(firstEnd, end - most)..<end)
  }

  private func firstHolder(from start: Int, to end: Int, notBelow row: Int) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if Int(holders[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
