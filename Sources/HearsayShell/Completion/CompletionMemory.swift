internal import HearsayCore

/// The index of the corpus, counted anew in the background each time the corpus has changed.
package struct CompletionMemory {
  private var version: Int?
  private var index: Later<CompletionIndex>?
  private var patience = 0
  /// What is counted of the claims that a line speaks of.
  package let narrower = NarrowerCounts()

  /// Nothing is counted yet.
  package init() {}

  /// Begins to count what the session holds, unless that is known.
  package mutating func prepare(_ session: Session) {
    guard version != session.graphVersion else { return }
    version = session.graphVersion
    // Of a small corpus the index is there before anybody sees that it was not.
    patience = session.claimCount < 5000 ? 400 : 12
    index?.cancel()
    index = Later { flag in CompletionIndex(session, isCancelled: { flag.holds }) }
  }

  /// The index; `nil` while it is being made: a key is answered at once.
  package var current: CompletionIndex? {
    index?.value(withinMilliseconds: patience)
  }
}
