import HearsayGraph

/// A correction by hand that was taken back, so that `redo` can put it back.
struct Undone: Hashable, Sendable {
  let correction: Correction
  /// The file it stood in.
  let path: String?
}
