import HearsayCore
import HearsayText

/// Finds questions of number without one: `Reports differ on how many people were on the bus`, `The
/// number of those killed is disputed`.
struct AnnouncementFinder: ClaimFinder {
  let context: ClaimContext
  let hits: [ClaimHit]
  let sentence: TokenRange

  private static let mostWords = 12

  /// What the numbers that follow are of.
  func announcement() -> EchoSource? {
    // `a figure of 141` announces nothing.
    guard let opener = opener(), draft.tokens[opener].kind != .number else { return nil }
    let end = min(sentence.end, opener + Self.mostWords)
    var about = Proposition()
    for hit in hits where hit.tokens.end > opener && hit.tokens.start < end {
      guard case .topic(let row, _) = hit.phrase else { continue }
      about.topic = tables.topics[row].name
      about.measure = tables.topics[row].measure
      break
    }
    var words: [WordID] = []
    for row in opener..<end where draft.tokens[row].kind == .word {
      if draft.classes[row] == .noun || draft.classes[row].isVerb {
        words.append(draft.facts[row].lemma)
      }
      if about.topic == nil, tables.attackerNouns.contains(draft.tokens[row].word) {
        about.topic = tables.topic(named: "attackers").map { tables.topics[$0].name }
      }
      if draft.classes[row] == .noun, about.populationText == nil {
        about.populationText = draft.words(TokenRange(row, row + 1))
      }
    }
    about.terms = context.terms(&words)
    return EchoSource(sentence: sentence, end: end, about: about, size: nil, kind: .count)
  }

  /// One past `how many`, `the number of`.
  private func opener() -> Int? {
    guard sentence.count > 2 else { return nil }
    for row in sentence.start..<(sentence.end - 2) {
      let next = draft.tokens[row + 1].word
      if tables.howWords.contains(draft.tokens[row].word), tables.manyWords.contains(next) {
        return row + 2
      }
      if draft.facts[row].tags.has(.figureNoun), tables.ofWords.contains(next) { return row + 2 }
    }
    return nil
  }
}
