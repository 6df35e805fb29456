extension String {
  /// What stands behind the last `mark`, those at the end left out: `d0.txt` of `seeds/d0.txt/`.
  ///
  /// `nil` when there is nothing but marks. `mark` is a byte of ASCII.
  /// - Complexity: O(*n*) in the bytes of the last part.
  package func lastPart(behind mark: UInt8) -> Substring? {
    guard let last = utf8.lastIndex(where: { $0 != mark }) else { return nil }
    let before = utf8[..<last].lastIndex(of: mark)
    return self[(before.map(utf8.index(after:)) ?? startIndex)..<utf8.index(after: last)]
  }
}
