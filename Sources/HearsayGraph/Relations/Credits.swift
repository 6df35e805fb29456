package import HearsayCore

/// A credit to another outlet, and how far it reaches.
package struct Credit: Hashable, Sendable {
  package var claim: Int
  /// The outlet credited, under the name the rules know it by.
  package var outlet: String
  /// How the words give it: `first reported by Bloomberg`; the cue of the chain otherwise.
  package var cue: String?
  /// The document of that outlet in the corpus, if it is there.
  package var document: Int?
  /// The claim of that document that says the same; `nil` when none does.
  package var original: Int?
}

extension ClaimGraph {
  /// Explicit credits to outlets: to one of them, or all.
  package func credits(to outlet: String? = nil, _ scope: Scope = .all) -> [Credit] {
    let wanted = outlet.map { folded(names.canonical($0)) }
    let rows = sorted(claims.indices.filter(isCrediting).filter(isInside(scope)))
    return rows.flatMap(credits(of:)).filter { credit in
      wanted.map {
        folded(credit.outlet) == $0 || containsRun(foldedWords($0), in: foldedWords(credit.outlet))
      }
        ?? true
    }
  }

  private func isCrediting(_ row: Int) -> Bool {
    !claims[row].credits.isEmpty
      || claims[row].chain.dropFirst().contains { $0.speaker.kind == .outlet }
  }

  private func credits(of row: Int) -> [Credit] {
    let claim = claims[row]
    var found: [Credit] = claim.credits.map { credit(row, $0, cue: nil) }
    for step in claim.chain.dropFirst() where step.speaker.kind == .outlet {
      let name = names.canonical(step.speaker.name)
      if !found.contains(where: { $0.outlet == name }) {
        found.append(credit(row, name, cue: step.cue))
      }
    }
    return found
  }

  private func credit(_ row: Int, _ outlet: String, cue: String?) -> Credit {
    let name = names.canonical(outlet)
    let printed = index.outlets[index.strings.id(of: folded(name))].map(Int.init)
      .filter { $0 != claims[row].document }
    let original = printed.lazy.compactMap { self.claim(like: row, in: $0) }.first
    return Credit(
      claim: row, outlet: name, cue: cue,
      document: original.map { claims[$0].document } ?? printed.first, original: original)
  }

  /// What the credited article says itself: the same number of the same thing, or the same words.
  private func claim(like row: Int, in document: Int) -> Int? {
    let wanted = claims[row]
    return claimRows[document].first { other in
      let claim = claims[other]
      if let number = wanted.proposition.quantity?.stated {
        return claim.proposition.quantity?.stated == number
          && sharesSubject(claim.proposition, wanted.proposition)
      }
      let runs = Set(wordRuns(foldedWords(wanted.words)))
      return !runs.isDisjoint(with: wordRuns(foldedWords(claim.words)))
    }
  }

  func creditLinks(_ scope: Scope = .all) -> [Link] {
    credits(scope: scope).compactMap { credit in
      credit.original.map { original in
        Link(
          .citesOutlet, verdict: .same, from: credit.claim, to: original,
          reasons: ["it credits \(credit.outlet)"], shift: shifts(from: original, to: credit.claim))
      }
    }
  }

  private func credits(scope: Scope) -> [Credit] { credits(to: nil, scope) }
}
