/// What leads on, in pieces that are not to be broken: `next:`, then each command between backticks.
///
/// - Returns: nothing when there is nothing to lead on to.
func nextPieces(_ commands: [String]) -> [String] {
  guard !commands.isEmpty else { return [] }
  let marked = commands.map { "`\(printable($0))`" }
  return ["next:"] + marked.dropLast().map { $0 + "," } + [marked[marked.count - 1]]
}
