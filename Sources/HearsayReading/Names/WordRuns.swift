import HearsayText

/// Where a run of words lies in ``WordRuns``.
typealias WordRun = Range<Int>

/// Runs of words, one after another in one array: keys that need no arrays of their own.
struct WordRuns {
  private(set) var words: [WordID] = []

  /// Adds a word to the run at the end.
  mutating func append(_ word: WordID) { words.append(word) }

  /// Adds a run.
  mutating func add(_ more: [WordID]) -> WordRun {
    let start = words.count
    words += more
    return start..<words.count
  }

  subscript(run: WordRun) -> ArraySlice<WordID> { words[run] }

  /// The first word of a run that is not empty.
  func first(_ run: WordRun) -> WordID { words[run.lowerBound] }

  /// Whether two runs have the same words.
  func isEqual(_ one: WordRun, _ other: WordRun) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where words[one.lowerBound + offset] != words[other.lowerBound + offset] {
      return false
    }
    return true
  }
}

/// Rows filed under runs of words, in the order they came.
struct RowsByRun {
  private struct Entry {
    var run: WordRun
    var row: Int
    var next: Int
  }

  private var heads: [Int32]
  private var entries: [Entry] = []
  private let mask: Int

  /// Room for about `count` runs; more only take longer.
  init(_ count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    heads = Array(repeating: -1, count: size)
    mask = size - 1
  }

  var isEmpty: Bool { entries.isEmpty }

  private func slot(_ run: WordRun, _ runs: borrowing WordRuns) -> Int {
    var hash: UInt64 = 0
    for row in run { hash = (hash ^ UInt64(runs.words[row])) &* 0x9E37_79B9_7F4A_7C15 }
    return Int(truncatingIfNeeded: hash >> 32) & mask
  }

  /// Files a row; it comes behind those that are there.
  mutating func add(_ row: Int, _ run: WordRun, _ runs: borrowing WordRuns) {
    let slot = slot(run, runs)
    // The newest stands first; whoever asks for several gets them in order.
    entries.append(Entry(run: run, row: row, next: Int(heads[slot])))
    heads[slot] = Int32(truncatingIfNeeded: entries.count - 1)
  }

  /// The rows filed under a run of the same words.
  func rows(_ run: WordRun, _ runs: borrowing WordRuns) -> [Int] {
    var found: [Int] = []
    var here = Int(heads[slot(run, runs)])
    while here >= 0 {
      if runs.isEqual(entries[here].run, run) { found.append(entries[here].row) }
      here = entries[here].next
    }
    if found.count > 1 { found.reverse() }
    return found
  }

  /// Whether anything is filed under a run of the same words.
  func has(_ run: WordRun, _ runs: borrowing WordRuns) -> Bool { last(run, runs) != nil }

  /// The row filed last under a run of the same words.
  func last(_ run: WordRun, _ runs: borrowing WordRuns) -> Int? {
    var here = Int(heads[slot(run, runs)])
    while here >= 0 {
      if runs.isEqual(entries[here].run, run) { return entries[here].row }
      here = entries[here].next
    }
    return nil
  }
}
