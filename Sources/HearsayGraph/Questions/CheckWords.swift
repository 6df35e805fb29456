package import HearsayCore

/// A statement without a number, as its words.
package struct StatedWords: Sendable {
  /// For each word that means something, what counts as the same.
  package var words: [[String]]
  /// `false` when it is denied.
  package var isPositive: Bool
  /// To whom the words are given.
  package var speaker: Speaker?
  /// Words of the language that deny, folded.
  package var negations: Set<String>

  package init(
    words: [[String]], isPositive: Bool, speaker: Speaker? = nil, negations: Set<String> = []
  ) {
    self.words = words.map { $0.map(folded) }
    self.isPositive = isPositive
    self.speaker = speaker
    self.negations = negations
  }

  /// Of the pieces of a claim the one that shares most words, and whether it says that it is so.
  ///
  /// A denial of what is not so says that it is.
  func affirms(_ claim: Claim) -> Bool {
    let pieces = [claim.span.text] + (claim.quote?.split(separator: "|").map(String.init) ?? [])
    let counts = pieces.map(shared)
    let best = zip(pieces, counts).first { $0.1 == counts.max() }?.0 ?? claim.span.text
    return denies(best, negations) == (claim.origin.strength == .disputing)
  }

  /// How many of the words stand in a text.
  package func shared(with text: String) -> Int {
    let here = foldedWords(text)
    return words.count { forms in
      here.contains { word in forms.contains { $0 == word || sameStem($0, word) } }
    }
  }

  /// Whether so many of the words are shared that the text says the same, or its contrary.
  package func isSame(_ shared: Int) -> Bool {
    !words.isEmpty && shared * 4 >= words.count * 3 && (shared > 1 || words.count == 1)
  }

  /// `failed` and `fail`, `order` and `orders`.
  private func sameStem(_ one: String, _ other: String) -> Bool {
    sameNoun(one, other) && min(one.utf8.count, other.utf8.count) > 3
  }
}

/// Whether a text has one of the words that deny.
package func denies(_ text: String, _ negations: Set<String>) -> Bool {
  foldedWords(text).contains { negations.contains($0) }
}

extension Claim {
  /// Whether a claim says that something is so: a denial, and a denied clause, say that it is not.
  package var isAffirmed: Bool {
    (origin.strength == .disputing) != proposition.positive
  }
}

extension ClaimGraph {
  /// Lays words that somebody typed beside the statements that share them.
  package func check(_ stated: StatedWords) -> CheckAnswer {
    let rows = rows(sharing: stated)
    let keys = origins(of: rows)
    var lines: [CheckedLine] = []
    for (row, key) in zip(rows, keys) {
      let shared = stated.shared(with: wholeWords(row))
      let isSame = stated.isSame(shared)
      let isOfSpeaker = stated.speaker.map { isSaid(row, by: $0) } ?? true
      let bearing: Bearing
      switch (isSame, isOfSpeaker, stated.affirms(claims[row]) == stated.isPositive) {
      case (true, true, true): bearing = .says
      case (true, true, false): bearing = .contradicts
      case (true, false, _): bearing = .saysElsewhere
      case (false, true, _) where shared * 2 >= stated.words.count: bearing = .differs
      case (false, _, _): continue
      }
      lines.append(CheckedLine(claim: row, claims: [row], origin: key, bearing: bearing))
    }
    return judge(sorted(lines, stated), speaker: stated.speaker)
  }

  /// The words of a claim and of its quotation.
  private func wholeWords(_ row: Int) -> String {
    claims[row].span.text + " " + (claims[row].quote ?? "")
  }

  /// Statements in whose sentence at least half of the words stand.
  private func rows(sharing stated: StatedWords) -> [Int] {
    var counts: [Int32: Int] = [:]
    for forms in stated.words {
      let sentences = Set(forms.flatMap { index.words[index.strings.id(of: $0)] })
      for sentence in sentences { counts[sentence, default: 0] += 1 }
    }
    let wanted = max(1, (stated.words.count + 1) / 2)
    let sentences = counts.filter { $0.value >= wanted }.keys.sorted()
    let rows = sentences.flatMap { index.sentences.rows(of: $0) }
    return sorted(Set(rows.filter { claims[$0].kind == .statement }))
  }

  private func sorted(_ lines: [CheckedLine], _ stated: StatedWords) -> [CheckedLine] {
    let order = Bearing.allCases
    let keyed = lines.enumerated().map { place, line in
      [
        order.firstIndex(of: line.bearing) ?? 0, -stated.shared(with: wholeWords(line.claim)),
        place,
      ]
    }
    return keyed.sorted { $0.lexicographicallyPrecedes($1) }.map { lines[$0[2]] }
  }
}
