/// How far loading has come.
package struct LoadProgress: Hashable, Sendable {
  /// What is being done.
  package enum Step: Hashable, Sendable {
    case reading
    /// Looking for text that articles have in common.
    case searching
    case done
  }

  package var step: Step
  /// Articles read.
  package var count: Int
  /// Articles to be read.
  package var all: Int
}
