/// What a `load` or `reload` did to the corpus.
package struct CorpusChange: Hashable, Sendable {
  /// What happened to an article.
  package enum State: String, Hashable, Sendable, CaseIterable {
    case readAgain, new, gone
  }

  /// An article that is not as it was, with its claims.
  package struct File: Hashable, Sendable {
    package var file: String
    package var state: State
    package var keptClaims = 0
    package var newClaims = 0
    package var goneClaims = 0
  }

  /// Articles that are not as they were, in the order of the corpus; those that are gone last.
  package var files: [File] = []
  /// Articles that were not read again, and their claims.
  package var keptArticles = 0
  package var claimsOfKept = 0
  /// The claims up to this number have the numbers they had.
  package var sameNumbers = 0
  /// Whether other rules are in force, so that all was read again.
  package var hasOtherRules = false

  /// How many articles are of a state.
  package func count(_ state: State) -> Int { files.count { $0.state == state } }

  /// Claims that are as they were, by their ids.
  package var keptClaims: Int { files.reduce(claimsOfKept) { $0 + $1.keptClaims } }
  package var newClaims: Int { files.reduce(0) { $0 + $1.newClaims } }
  package var goneClaims: Int { files.reduce(0) { $0 + $1.goneClaims } }
}

extension CorpusChange.File {
  /// The claims before and after, told apart by their ids.
  init(_ file: String, _ state: CorpusChange.State, before: [UInt64], after: [UInt64]) {
    self.init(file: file, state: state)
    var left: [UInt64: Int] = [:]
    for id in before { left[id, default: 0] += 1 }
    for id in after {
      if let count = left[id], count > 0 {
        left[id] = count - 1
        keptClaims += 1
      }
    }
    newClaims = after.count - keptClaims
    goneClaims = before.count - keptClaims
  }

  /// A file of which all is new, or all gone.
  init(_ file: String, _ state: CorpusChange.State, claims: Int) {
    self.init(file: file, state: state)
    if state == .gone { goneClaims = claims } else { newClaims = claims }
  }
}
