/// The first of `count` rows for which `isBefore` no longer holds; `count` when it always does.
///
/// The rows must be partitioned: all for which it holds stand first, as in a layer in order of
/// start.
///
/// - Complexity: O(log *n*) calls of `isBefore`.
@inlinable
public func partitionPoint(_ count: Int, where isBefore: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if isBefore(middle) { low = middle + 1 } else { high = middle }
  }
  return low
}
