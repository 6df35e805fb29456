package import HearsayCore

/// From where a trace starts.
package enum TraceStart: Hashable, Sendable {
  case claim(Int)
  case words(String)
  case number(Interval)
}

/// The answer to `trace`: where a claim was seen, the earliest first.
package struct TraceAnswer: Sendable {
  package var start: TraceStart
  /// Dated appearances by date, then the undated ones.
  package var appearances: [Appearance]
  /// The first by date; `nil` when none is dated.
  package var first: Int?
  package var origins: [Origin]
  package var links: [Link]
}

/// One article that carries what is traced.
package struct Appearance: Hashable, Sendable {
  package var claim: Int
  /// When its article was published.
  package var published: Day?
  /// From the outlet to whom it goes back.
  package var chain: [String]
  /// What changed against the appearance before it.
  package var shift: [Shift]
}

extension ClaimGraph {
  /// Where a claim or words were seen, and through whom.
  package func trace(_ start: TraceStart, _ scope: Scope = .all) -> TraceAnswer {
    let rows = tracedRows(start).filter(isInside(scope))
    let inOrder = sorted(rows)
    let ordered =
      inOrder.filter { published($0) != nil } + inOrder.filter { published($0) == nil }
    var appearances: [Appearance] = []
    for row in ordered {
      let before = appearances.last?.claim
      appearances.append(
        Appearance(
          claim: row, published: published(row), chain: claims[row].chain.map(\.speaker.name),
          shift: before.map { shifts(from: $0, to: row) } ?? []))
    }
    return TraceAnswer(
      start: start, appearances: appearances,
      first: appearances.first { $0.published != nil }?.claim, origins: originList(of: ordered),
      links: tracedLinks(ordered))
  }

  private func published(_ row: Int) -> Day? {
    // `from 3 January on` is no date by which one article could be called the first.
    document(of: row).facts.published?.latest?.day
  }

  private func tracedRows(_ start: TraceStart) -> [Int] {
    switch start {
    case .words(let words): return rows(saying: words)
    case .number(let interval): return whoSaid(.number(interval)).claims
    case .claim(let row):
      guard let claim = claim(row) else { return [] }
      var found: Set<Int> = [row]
      found.formUnion(sameNumber(claim))
      found.formUnion(sameWords(claim))
      return found.sorted()
    }
  }

  /// The same number to the same question.
  private func sameNumber(_ claim: Claim) -> [Int] {
    guard let quantity = claim.proposition.quantity, let stated = quantity.stated else { return [] }
    return index.numbers[stated].map(Int.init).filter { row in
      let other = claims[row].proposition
      return other.quantity?.stated == stated && other.quantity?.kind == quantity.kind
        && sharesQuestion(other, claim.proposition)
    }
  }

  /// A run of the same quoted words.
  private func sameWords(_ claim: Claim) -> [Int] {
    guard let quote = claim.quote else { return [] }
    let words = foldedWords(quote)
    let run = words.count < fewestSharedWords ? words : Array(words.prefix(fewestSharedWords))
    return run.count < 2 ? [] : rows(saying: run.joined(separator: " "))
  }

  private func tracedLinks(_ rows: [Int]) -> [Link] {
    let keys = origins(of: rows)
    guard rows.count > 1 else { return [] }
    return (1..<rows.count).compactMap { place in
      // The nearest earlier telling of the same witness.
      let earlier = (0..<place).last { keys[$0].key == keys[place].key }
      guard let earlier, claims[rows[earlier]].document != claims[rows[place]].document else {
        return nil
      }
      return Link(
        .restates, from: rows[place], to: rows[earlier],
        reasons: ["both go back to \(keys[place].name)"], confidence: keys[place].confidence,
        shift: shifts(from: rows[earlier], to: rows[place]))
    }
  }
}
