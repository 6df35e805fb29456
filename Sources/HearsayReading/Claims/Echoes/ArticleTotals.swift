import HearsayCore

/// The figures of an article so far, by topic and by number.
struct ArticleTotals {
  /// The row of the last claim of each number that tells what it is of.
  private var rows: [Int: Int] = [:]
  /// The greatest number of each topic.
  private var greatest: [String: Int] = [:]

  mutating func add(_ row: Int, _ claim: Claim) {
    let about = claim.proposition
    guard let topic = about.topic, let size = about.quantity?.stated?.whole, about.part == nil,
      about.otherEvent == nil
    else { return }
    rows[size] = row
    greatest[topic] = max(size, greatest[topic] ?? 0)
  }

  /// The last claim of this number.
  func row(of size: Int) -> Int? { rows[size] }

  /// Whether a place in an order is the new total of a topic: the greatest number so far is the one
  /// before it; or, of what is told as it comes, none were counted and none of another topic that it
  /// could go on with.
  func goesOn(with size: Int, _ topic: String, isTold: Bool) -> Bool {
    greatest[topic].map { $0 == size - 1 || $0 == size }
      ?? (isTold && !greatest.values.contains(size - 1))
  }

  /// Whether more were counted before, of whom this is one: `Twelve died. A man died in hospital`.
  func isPart(_ claim: Claim) -> Bool {
    guard let topic = claim.proposition.topic, let size = claim.proposition.quantity?.stated?.whole
    else { return false }
    return greatest[topic].map { $0 > size } ?? false
  }
}
