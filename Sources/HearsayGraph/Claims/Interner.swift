/// Strings and the small numbers that stand for them in the indexes.
struct Interner: Sendable {
  private var ids: [String: Int32] = [:]
  /// The strings by number.
  private(set) var strings: [String] = []

  /// The number of `string`, a new one when it was not seen before.
  mutating func intern(_ string: String) -> Int32 {
    if let known = ids[string] { return known }
    let fresh = Int32(truncatingIfNeeded: strings.count)
    ids[string] = fresh
    strings.append(string)
    return fresh
  }

  /// The number of `string`; `nil` when it was never seen.
  func id(of string: String) -> Int32? { ids[string] }

  subscript(id: Int32) -> String { strings[Int(id)] }
}

/// For each interned string the rows it occurs in, ascending and without repeats.
struct Postings: Sendable {
  private var rows: [[Int32]] = []

  /// Notes that string `id` occurs in `row`; rows come in ascending order.
  mutating func add(_ id: Int32, _ row: Int) {
    while rows.count <= Int(id) { rows.append([]) }
    let value = Int32(truncatingIfNeeded: row)
    if rows[Int(id)].last != value { rows[Int(id)].append(value) }
  }

  /// The rows of string `id`.
  subscript(id: Int32?) -> [Int32] {
    guard let id, rows.indices.contains(Int(id)) else { return [] }
    return rows[Int(id)]
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
