package import HearsayCore

/// What an article gives another outlet credit for, and how far the credit reaches.
package struct CreditedText: Hashable, Sendable {
  /// How much of its article a credit covers.
  package enum Reach: String, Hashable, Sendable {
    /// Some of what its sentence says.
    case part
    case sentence
    /// All that the article says: it was printed elsewhere before.
    case article
  }

  /// The outlet credited, under the name the rules know it by.
  package var outlet: String
  /// How the words give it; `nil` when no cue is noted.
  package var cue: String?
  /// The article that gives it.
  package var document: Int
  package var reach: Reach
  /// The claims it covers, in order; never empty.
  package var claims: [Int]
  /// How many claims of its sentence, or of its article, it covers how many of.
  package var all: Int
  /// The article of that outlet here, if it is there.
  package var printed: Int?
  /// The first claim of that article that says the same; `nil` when none does.
  package var original: Int?
}

extension ClaimGraph {
  /// Credits to outlets, to one of them or all: one for each sentence, and one for an article that
  /// was printed elsewhere before.
  package func creditedTexts(to outlet: String? = nil, _ scope: Scope = .all) -> [CreditedText] {
    let wanted = outlet.map { foldedWords(names.canonical($0)) }
    var found = republished(scope).filter { wanted.map($0.isTo) ?? true }
    var places: [SentenceOfOutlet: Int] = [:]
    for credit in credits(to: outlet, scope) {
      let claim = claims[credit.claim]
      let key = SentenceOfOutlet(
        document: claim.document, sentence: claim.sentence.range, outlet: credit.outlet)
      if let place = places[key] {
        found[place].claims.append(credit.claim)
        found[place].original = found[place].original ?? credit.original
        continue
      }
      places[key] = found.count
      found.append(
        CreditedText(
          outlet: credit.outlet, cue: credit.cue, document: claim.document, reach: .part,
          claims: [credit.claim], all: 0, printed: credit.document, original: credit.original))
    }
    let sizes = sentenceSizes(Set(places.keys.map(\.document)))
    for (key, place) in places {
      found[place].all = sizes[key.document]?[key.sentence] ?? found[place].claims.count
      if found[place].claims.count >= found[place].all { found[place].reach = .sentence }
    }
    return found
  }

  /// How many claims each sentence of these articles has.
  private func sentenceSizes(_ documents: Set<Int>) -> [Int: [ByteRange: Int]] {
    var sizes: [Int: [ByteRange: Int]] = [:]
    for document in documents {
      var counts: [ByteRange: Int] = [:]
      for row in claimRows[document] { counts[claims[row].sentence.range, default: 0] += 1 }
      sizes[document] = counts
    }
    return sizes
  }

  private func republished(_ scope: Scope) -> [CreditedText] {
    let isInside = isInside(scope)
    return inOrder(documents.indices).compactMap { document in
      let rows = claimRows[document].filter(isInside)
      guard let republisher = documents[document].facts.republisher, !rows.isEmpty,
        let outlet = documents[document].facts.outlet ?? documents[document].facts.republisher
      else { return nil }
      let name = names.canonical(outlet)
      let printed = index.outlets[index.strings.id(of: folded(name))].map(Int.init)
        .first { $0 != document }
      return CreditedText(
        outlet: name, cue: republisher == outlet ? nil : "printed again by \(republisher)",
        document: document, reach: .article, claims: rows, all: claimRows[document].count,
        printed: printed, original: nil)
    }
  }
}

private struct SentenceOfOutlet: Hashable {
  var document: Int
  var sentence: ByteRange
  var outlet: String
}

extension CreditedText {
  fileprivate func isTo(_ wanted: [String]) -> Bool {
    containsRun(wanted, in: foldedWords(outlet))
  }
}
