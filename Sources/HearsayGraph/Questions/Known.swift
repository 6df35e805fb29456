import HearsayCore

extension ClaimGraph {
  /// Whether somebody of that name says something, or the rules know the name: found by the words
  /// of the sentences, without listing all bearers.
  package func knowsSpeaker(_ name: String) -> Bool {
    let wanted = foldedWords(name)
    guard !wanted.isEmpty else { return false }
    if names.entry(name) != nil { return true }
    return index.sentences(holding: wanted).contains { sentence in
      index.sentences.rows(of: sentence).contains { row in
        claims[row].chain.dropFirst().contains { step in
          let spellings = [step.speaker.name, step.speaker.organisation ?? ""]
          return spellings.contains { containsRun(wanted, in: foldedWords($0)) }
        }
      }
    }
  }

  /// Whether something is counted, or happens, under a word.
  package func counts(_ noun: String) -> Bool {
    let word = folded(noun)
    return index.terms.has(index.strings.id(of: word)) || !index.terms(like: word).isEmpty
  }
}
