import HearsayCore
import HearsayText

/// Tells by the words of a name whether it is a body's: `rescue service Edara 1122`.
struct BodyNames: ClaimFinder {
  let context: ClaimContext

  /// Whether one of its words is for bodies.
  func isBody(_ name: String) -> Bool {
    name.lowercased().split(separator: " ").contains { part in
      guard let word = lexicon.lexicon.vocabulary.find(String(part)) else { return false }
      return isBody(word)
    }
  }

  /// Whether one of its words is for offices: `Rail Safety Board`.
  func isOffice(_ name: String) -> Bool {
    name.lowercased().split(separator: " ").contains { part in
      guard let word = lexicon.lexicon.vocabulary.find(String(part)) else { return false }
      return lexicon.tags(word).has(.governmentNoun)
        || tables.origins.namedBodies.contains(lexicon.facts(word).lemma)
        || tables.origins.authorities.contains(word)
    }
  }

  /// Whether a word is for bodies: `ministry`, `group`, `guard`, `hospital`.
  func isBody(_ word: WordID) -> Bool {
    let tags = lexicon.tags(word)
    return tags.has(.organisationNoun) || tags.has(.governmentNoun)
      || tables.origins.authorities.contains(word) || tables.counterNouns.contains(word)
  }
}
