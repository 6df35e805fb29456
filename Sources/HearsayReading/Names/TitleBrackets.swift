import HearsayText

/// Brackets inside a title: `Principal Secretary (Health) Ana Lima`, `Superintendent (DSP) Rui Sol`.
enum TitleBrackets {
  /// No title says more between its brackets, in tokens.
  private static let longest = 7

  /// The closing bracket of one that opens at `row`, between the words of a title and the capital
  /// that follows them.
  static func close(
    _ row: Int, before end: Int, _ tokens: [Token], _ classes: [WordClass],
    _ first: (Int) -> UInt8
  ) -> Int? {
    guard row > 0, row + 3 < end, end <= tokens.count, tokens[row].kind == .mark,
      isByte(row, UInt8(ascii: "("), tokens, first), tokens[row - 1].kind == .word,
      classes[row - 1].isNominal || classes[row - 1] == .adjective
    else { return nil }
    var here = row + 1
    let limit = min(end - 1, row + longest)
    while here < limit, !isByte(here, UInt8(ascii: ")"), tokens, first) {
      guard tokens[here].kind == .word || tokens[here].kind == .mark else { return nil }
      here += 1
    }
    guard here > row + 1, here < limit, tokens[here + 1].kind == .word,
      tokens[here + 1].flags.contains(.capital), classes[here + 1].isNominal
    else { return nil }
    return here
  }

  private static func isByte(
    _ row: Int, _ byte: UInt8, _ tokens: [Token], _ first: (Int) -> UInt8
  ) -> Bool {
    tokens[row].length == 1 && first(row) == byte
  }
}
