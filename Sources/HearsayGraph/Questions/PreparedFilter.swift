package import HearsayCore

/// A ``Filter`` whose words are folded and looked up once, and not for each claim.
indirect enum PreparedFilter {
  case number(FilterOperator, Interval)
  case field(FilterField, FilterOperator, FilterWords)
  /// A population of the rules is asked of those counted, not of whoever else the sentence names.
  case group(FilterWords)
  case words(FilterWords)
  case not(PreparedFilter)
  case all([PreparedFilter])
  case any([PreparedFilter])
}

/// Words that are looked for in many claims.
struct FilterWords {
  let folded: [String]
  let joined: String
  /// The sentences that hold all of them, ascending; asked of bare words only.
  var sentences: [Int32] = []

  init(_ words: String) {
    folded = foldedWords(words)
    joined = folded.joined(separator: " ")
  }
}

/// A ``Scope`` whose words are looked up once.
private struct PreparedScope {
  let scope: Scope
  let by: FilterWords?
  let within: FilterWords?
  let filter: PreparedFilter?
}

extension ClaimGraph {
  /// Whether the claim in a row lies in `scope`, to be asked of many claims.
  ///
  /// - Complexity: what is looked up once is linear in the claims that hold the words of `where`.
  package func isInside(_ scope: Scope) -> (Int) -> Bool {
    if scope.isOpen { return { _ in true } }
    let prepared = PreparedScope(
      scope: scope, by: scope.by.map(FilterWords.init), within: scope.within.map(FilterWords.init),
      filter: scope.filter.map(self.prepared))
    return { matches($0, prepared) }
  }

  /// Whether the claim in `row` lies in `scope`.
  package func matches(_ row: Int, _ scope: Scope) -> Bool { isInside(scope)(row) }

  /// Whether any claim lies in `scope`.
  ///
  /// Most claims that bear a name hold it in their sentence, so those are looked at first.
  package func hasClaim(in scope: Scope) -> Bool {
    let isInside = isInside(scope)
    return likelyRows(scope).contains(where: isInside) || claims.indices.contains(where: isInside)
  }

  private func likelyRows(_ scope: Scope) -> some Sequence<Int> {
    var words = scope.by ?? scope.within ?? ""
    if case .field(_, _, .words(let named)) = scope.filter { words = named }
    let printed = index.outlets[index.strings.id(of: folded(words))].prefix(1)
    let said = index.sentences(holding: foldedWords(words)).prefix(1000)
    return printed.flatMap { Array(claimRows[Int($0)]) } + said.flatMap(index.sentences.rows)
  }

  private func matches(_ row: Int, _ scope: PreparedScope) -> Bool {
    if let by = scope.by, !matches(row, .speaker, .equal, by) { return false }
    if let within = scope.within, !isIn(within, row) { return false }
    if let filter = scope.filter, !matches(row, filter) { return false }
    return liesIn(row, scope.scope)
  }

  private func isIn(_ words: FilterWords, _ row: Int) -> Bool {
    [FilterField.outlet, .document, .place].contains { matches(row, $0, .equal, words) }
  }

  private func prepared(_ filter: Filter) -> PreparedFilter {
    switch filter {
    case .field(_, let comparison, .number(let interval)): return .number(comparison, interval)
    case .field(let field, let comparison, .words(let words)):
      return .field(field, comparison, FilterWords(words))
    case .words(let words):
      var wanted = FilterWords(words)
      wanted.sentences = index.sentences(holding: wanted.folded)
      let isPopulation = rules.populations.contains { folded($0.name) == wanted.joined }
      return isPopulation ? .group(wanted) : .words(wanted)
    case .not(let inner): return .not(prepared(inner))
    case .all(let parts): return .all(parts.map(prepared))
    case .any(let parts): return .any(parts.map(prepared))
    }
  }
}

extension Scope {
  /// Whether it leaves nothing out.
  fileprivate var isOpen: Bool {
    by == nil && within == nil && since == nil && until == nil && on == nil && filter == nil
      && knownAsOf == nil
  }
}

extension ClaimIndex {
  /// Whether the sentence of a claim is one of `sentences`, which ascend.
  func isSentence(of row: Int, among wanted: [Int32]) -> Bool {
    let sentence = sentences.sentence(of: row)
    let place = partitionPoint(wanted.count) { wanted[$0] < sentence }
    return place < wanted.count && wanted[place] == sentence
  }
}
