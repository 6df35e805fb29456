/// The runs of words that stand in several articles, with every place.
///
/// Nearly all runs of a corpus stand in one place only; a table of bits puts them aside before
/// any is kept.
struct RunIndex {
  /// The places of runs that stand in several articles, in order, and which run each is.
  private(set) var places: [Int32] = []
  private(set) var runOf: [Int32] = []
  /// For each article its first row in ``places``, and one past the last.
  private(set) var articles: [Int] = [0]
  /// For each run its first row in ``holders``, and one past the last.
  private(set) var runs: [Int32] = [0]
  /// The rows of ``places`` in which a run stands, in order, at most four an article.
  private(set) var holders: [Int32] = []
  /// The article of each row of ``places``.
  private(set) var articleOf: [Int32] = []

  init(_ words: ReuseWords) {
    let repeated = SeenTwice(words.runs)
    var table = HashRows(count: repeated.count)
    for article in 0..<(words.articles.count - 1) {
      for place in words.articles[article]..<words.articles[article + 1] {
        let hash = words.runs[place]
        guard hash != 0, repeated.has(hash) else { continue }
        places.append(Int32(truncatingIfNeeded: place))
        runOf.append(table.row(of: hash))
        articleOf.append(Int32(truncatingIfNeeded: article))
      }
    }
    keepShared(runCount: table.count, articleCount: words.articles.count - 1)
  }

  /// Puts aside runs of one article and, in an article, a run's fifth place and those after it.
  private mutating func keepShared(runCount: Int, articleCount: Int) {
    var first = [Int32](repeating: -1, count: runCount)
    var isShared = [Bool](repeating: false, count: runCount)
    for row in places.indices {
      let run = Int(runOf[row])
      if first[run] < 0 { first[run] = articleOf[row] }
      if first[run] != articleOf[row] { isShared[run] = true }
    }
    var number = [Int32](repeating: -1, count: runCount)
    var last = [Int32](repeating: -1, count: runCount)
    var times = [UInt8](repeating: 0, count: runCount)
    var counts: [Int32] = []
    var kept = 0
    for row in places.indices {
      let run = Int(runOf[row])
      guard isShared[run] else { continue }
      if last[run] != articleOf[row] { (last[run], times[run]) = (articleOf[row], 0) }
      guard times[run] < ReuseLimits.occurrences else { continue }
      times[run] += 1
      if number[run] < 0 {
        number[run] = Int32(truncatingIfNeeded: counts.count)
        counts.append(0)
      }
      counts[Int(number[run])] += 1
      (places[kept], runOf[kept], articleOf[kept]) = (places[row], number[run], articleOf[row])
      kept += 1
    }
    places.removeLast(places.count - kept)
    runOf.removeLast(runOf.count - kept)
    articleOf.removeLast(articleOf.count - kept)
    list(counts)
    divide(articleCount)
  }

  private mutating func list(_ counts: [Int32]) {
    runs.reserveCapacity(counts.count + 1)
    for count in counts { runs.append(runs[runs.count - 1] + count) }
    var next = runs
    holders = [Int32](repeating: 0, count: places.count)
    for row in places.indices {
      let run = Int(runOf[row])
      holders[Int(next[run])] = Int32(truncatingIfNeeded: row)
      next[run] += 1
    }
  }

  private mutating func divide(_ articleCount: Int) {
    var row = 0
    for article in 0..<articleCount {
      while row < places.count, articleOf[row] == article { row += 1 }
      articles.append(row)
    }
  }
}

/// Which hashes stand more than once, with some that do not: a table of two bits a slot.
private struct SeenTwice {
  private var once: [UInt64]
  private var twice: [UInt64]
  private let shift: UInt64
  /// How many places may hold a repeated hash.
  private(set) var count = 0

  init(_ hashes: [UInt64]) {
    var bits: UInt64 = 12
    while bits < 34, 1 << bits < hashes.count &* 8 { bits += 1 }
    shift = 64 - bits
    once = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
    twice = once
    for hash in hashes where hash != 0 {
      let (word, bit) = slot(hash)
      if once[word] & bit != 0 {
        if twice[word] & bit == 0 { count += 1 }
        twice[word] |= bit
        count += 1
      }
      once[word] |= bit
    }
  }

  func has(_ hash: UInt64) -> Bool {
    let (word, bit) = slot(hash)
    return twice[word] & bit != 0
  }

  private func slot(_ hash: UInt64) -> (word: Int, bit: UInt64) {
    let slot = hash >> shift
    return (Int(slot >> 6), 1 << (slot & 63))
  }
}

/// Numbers for hashes in the order they come: a table with open addressing.
private struct HashRows {
  private var keys: [UInt64]
  private var rows: [Int32]
  private let mask: Int
  private(set) var count = 0

  /// - Parameter count: how many hashes may come at most.
  init(count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    rows = [Int32](repeating: 0, count: size)
    mask = size - 1
  }

  mutating func row(of hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while keys[slot] != hash {
      if keys[slot] == 0 {
        keys[slot] = hash
        rows[slot] = Int32(truncatingIfNeeded: count)
        count += 1
        break
      }
      slot = (slot + 1) & mask
    }
    return rows[slot]
  }
}
