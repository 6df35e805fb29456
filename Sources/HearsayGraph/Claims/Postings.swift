import HearsayCore

/// Ascending rows without repeats: the first, and the steps between the others in as few bytes as
/// they need.
struct RowList: Sendable {
  private var first: Int32 = -1
  private var last: Int32 = -1
  private var steps: [UInt8] = []

  /// Adds a row; one that is not above the last is there already.
  mutating func add(_ row: Int32) {
    guard row > last else { return }
    if first < 0 { first = row } else { appendVarint(UInt64(row &- last), to: &steps) }
    last = row
  }

  var isEmpty: Bool { first < 0 }

  /// At least as many rows as there are, without looking at them.
  var mostRows: Int { first < 0 ? 0 : 1 + steps.count }

  /// At most as many.
  var fewestRows: Int { first < 0 ? 0 : 1 + steps.count / longestStep }

  /// The rows as numbers.
  var rows: [Int32] {
    guard first >= 0 else { return [] }
    var rows = [first]
    rows.reserveCapacity(1 + steps.count)
    var row = first
    var step: Int32 = 0
    var shift: Int32 = 0
    for byte in steps {
      step |= Int32(byte & 0x7F) << shift
      if byte & 0x80 != 0 {
        shift += 7
        continue
      }
      row &+= step
      rows.append(row)
      (step, shift) = (0, 0)
    }
    return rows
  }
}

/// A step takes at most so many bytes.
private let longestStep = 5

/// For each interned string the rows it occurs in, ascending and without repeats.
struct Postings: Sendable {
  private var lists: [RowList] = []

  /// Notes that string `id` occurs in `row`; rows come in ascending order.
  mutating func add(_ id: Int32, _ row: Int) {
    while lists.count <= Int(id) { lists.append(RowList()) }
    lists[Int(id)].add(Int32(truncatingIfNeeded: row))
  }

  /// The rows of string `id`.
  subscript(id: Int32?) -> [Int32] {
    guard let id, lists.indices.contains(Int(id)) else { return [] }
    return lists[Int(id)].rows
  }

  /// Whether string `id` occurs at all.
  func has(_ id: Int32?) -> Bool {
    guard let id, lists.indices.contains(Int(id)) else { return false }
    return !lists[Int(id)].isEmpty
  }

  /// About how many rows string `id` has: never fewer than there are.
  func mostRows(_ id: Int32?) -> Int {
    guard let id, lists.indices.contains(Int(id)) else { return 0 }
    return lists[Int(id)].mostRows
  }
}

/// For each number the rows it occurs in: as the number that is stated, or only as a bound.
struct NumberPostings: Sendable {
  private var stated: [ExactNumber: RowList] = [:]
  private var bounds: [ExactNumber: RowList] = [:]

  /// Adds the numbers of a row, each once.
  mutating func add(_ quantity: Quantity, _ row: Int32) {
    let interval = quantity.interval
    if let number = quantity.stated { stated[number, default: RowList()].add(row) }
    if let low = interval.low, low != quantity.stated { bounds[low, default: RowList()].add(row) }
    if let high = interval.high, high != quantity.stated, high != interval.low {
      bounds[high, default: RowList()].add(row)
    }
  }

  /// The rows of a number in any role.
  subscript(number: ExactNumber) -> [Int32] {
    union(stated[number]?.rows ?? [], bounds[number]?.rows ?? [])
  }

  /// The rows of all numbers between the bounds of an interval; a question for a range looks through
  /// the different numbers of the corpus, not through its claims.
  func rows(in interval: Interval) -> [Int32] {
    var rows: Set<Int32> = []
    for lists in [stated, bounds] {
      for (number, list) in lists where interval.contains(number) { rows.formUnion(list.rows) }
    }
    return rows.sorted()
  }

  /// The rows that state a number, if they are so many at most; `nil` for one that is met
  /// everywhere.
  func rows(stating number: ExactNumber, atMost most: Int) -> [Int32]? {
    guard let list = stated[number] else { return [] }
    guard list.fewestRows <= most else { return nil }
    let rows = list.rows
    return rows.count <= most ? rows : nil
  }
}

/// The rows that stand in both of two ascending lists.
func intersection(_ one: [Int32], _ other: [Int32]) -> [Int32] {
  var result: [Int32] = []
  var i = 0
  var j = 0
  while i < one.count, j < other.count {
    if one[i] == other[j] {
      result.append(one[i])
      i += 1
      j += 1
    } else if one[i] < other[j] {
      i += 1
    } else {
      j += 1
    }
  }
  return result
}

/// The rows that stand in either of two ascending lists.
func union(_ one: [Int32], _ other: [Int32]) -> [Int32] {
  guard !one.isEmpty else { return other }
  guard !other.isEmpty else { return one }
  var result: [Int32] = []
  result.reserveCapacity(one.count + other.count)
  var i = 0
  var j = 0
  while i < one.count || j < other.count {
    if j == other.count || (i < one.count && one[i] < other[j]) {
      result.append(one[i])
      i += 1
    } else {
      if i < one.count, one[i] == other[j] { i += 1 }
      result.append(other[j])
      j += 1
    }
  }
  return result
}
