package import HearsayCore

/// What was said, as asked: a number in any notation, or words.
package enum Said: Hashable, Sendable {
  case number(Interval)
  case words(String)
}

/// The answer to `who said`: different meanings of one number apart.
package struct WhoSaidAnswer: Sendable {
  package var said: Said
  package var meanings: [Meaning]
  /// Whether nobody says the words as asked, so that the nearest are given.
  package var isNear = false
  /// Of the words asked for, those that the nearest do not hold.
  package var missing: [String] = []

  /// Every claim, in the order shown.
  package var claims: [Int] { meanings.flatMap { $0.origins.flatMap(\.claims) } }
}

/// Claims in which a number or words mean one thing, by origin.
package struct Meaning: Sendable {
  /// Topic or predicate, and what is counted; for words, `words`.
  package var name: String
  package var origins: [Origin]

  /// How many claims there are.
  package var count: Int { origins.reduce(0) { $0 + $1.claims.count } }
}

extension ClaimGraph {
  /// Who said a number or words, by meaning and origin.
  package func whoSaid(_ said: Said, _ scope: Scope = .all) -> WhoSaidAnswer {
    var rows: [Int]
    var answer = WhoSaidAnswer(said: said, meanings: [])
    switch said {
    case .number(let interval): rows = self.rows(saying: interval)
    case .words(let words):
      rows = self.rows(saying: words) + self.rows(sayingNumber: words)
      rows = Array(Set(rows)).sorted()
      if rows.isEmpty {
        (rows, answer.missing) = self.rows(near: foldedWords(words))
        answer.isNear = true
      }
    }
    let shown = rows.filter(isInside(scope))
    var byMeaning: [MeaningKey: [Int]] = [:]
    for row in shown { byMeaning[meaning(row, said), default: []].append(row) }
    let inOrder = byMeaning.sorted { one, other in
      let counts = (one.value.count, other.value.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : one.key < other.key
    }
    answer.meanings = inOrder.map { Meaning(name: $0.key.name, origins: originList(of: $0.value)) }
    return answer
  }

  private func meaning(_ row: Int, _ said: Said) -> MeaningKey {
    guard case .number = said else { return MeaningKey(happening: "words") }
    return claims.meaning(of: row) ?? meaning(of: claims[row])
  }

  func meaning(of claim: Claim) -> MeaningKey {
    let proposition = claim.proposition
    let counted = proposition.population.map(rules.family) ?? proposition.quantity?.unit
    return MeaningKey(happening: proposition.topic ?? proposition.predicate, counted: counted)
  }

  /// Claims with this number: as stated, or as a bound of what is said.
  private func rows(saying wanted: Interval) -> [Int] {
    let bounds = Set([wanted.low, wanted.high].compactMap { $0 })
    let near = Set(bounds.flatMap { index.numbers[$0] }).map(Int.init).sorted()
    let isOne = wanted.low != nil && wanted.low == wanted.high
    if isOne { return near }
    // A range or a bound is asked for: those that say the same, else those inside it.
    let same = near.filter { claims[$0].proposition.quantity?.interval == wanted }
    if !same.isEmpty { return same }
    return index.numbers.rows(in: wanted).map(Int.init).filter { row in
      claims[row].proposition.quantity.map { says($0, wanted) && $0.vague == nil } ?? false
    }
  }

  /// Claims whose quotation, figure or statement holds the words one after another; where none of
  /// a sentence's claims does, all of them, because the words stand beside what was read.
  func rows(saying words: String) -> [Int] {
    let wanted = foldedWords(words)
    guard !wanted.isEmpty else { return [] }
    var found: [Int] = []
    for sentence in index.sentences(holding: wanted) {
      let rows = index.sentences.rows(of: sentence)
      let inside = rows.filter { row in
        [claims[row].quote, claims[row].span.text].contains { text in
          text.map { containsRun(wanted, in: foldedWords($0)) } ?? false
        }
      }
      if !inside.isEmpty {
        found += preferringStatements(inside)
      } else if let first = rows.first,
        containsRun(wanted, in: foldedWords(claims[first].sentence.text))
      {
        found += preferringStatements(rows)
      }
    }
    return found.sorted()
  }

  /// Words are a statement's; a figure that shares its quotation says nothing new about them.
  private func preferringStatements(_ rows: [Int]) -> [Int] {
    let statements = rows.filter { claims[$0].kind == .statement }
    return statements.isEmpty ? rows : statements
  }

  /// Claims in a scope, in the order asked for.
  package func claimList(_ asked: Asked? = nil, _ scope: Scope = .all) -> [Int] {
    let rows = asked.map { claims(for: $0).map(\.row) } ?? Array(claims.indices)
    return arranged(rows.filter(isInside(scope)), scope)
  }
}
