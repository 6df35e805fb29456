import HearsayCore
import HearsayText

/// How sure a source is of what it says: the cue first, then the main clause of the content.
///
/// Degrees and polarity after FactBank (Saurí and Pustejovsky 2009), read from surface marks only.
struct FactualityReader {
  let scanner: SpeechScanner
  let words: FactualityWords

  private enum Degree {
    case certain, probable, possible
  }

  func factuality(_ one: FoundAttribution, _ strength: CueStrength) -> Factuality {
    guard !one.ownerless, let cue = one.cue else { return .unknown }
    let group = cueGroup(cue)
    if let group, group.negated || isOpen(group) { return .unknown }
    let lemma = group?.lemma ?? one.lemma
    if words.asking.contains(lemma) || words.wishing.contains(lemma) { return .unknown }
    var degree = Degree.certain
    switch strength {
    case .intention: return .unknown
    case .estimating: degree = .probable
    case .attitude: degree = words.knowing.contains(lemma) ? .certain : .probable
    default: break
    }
    if words.guessing.contains(lemma) { degree = .possible }
    guard let content = one.content.first else { return .unknown }
    return inside(content, degree, denied: strength == .disputing)
  }

  private func cueGroup(_ cue: TokenRange) -> VerbGroup? {
    for row in cue.indices where row < scanner.groupAt.count && scanner.groupAt[row] >= 0 {
      return scanner.groups[Int(scanner.groupAt[row])]
    }
    return nil
  }

  /// `may say`, `would say`: nothing is said yet.
  private func isOpen(_ group: VerbGroup) -> Bool {
    group.modal.map { words.possible.contains($0) || words.conditional.contains($0) } ?? false
  }

  private func inside(_ content: TokenRange, _ degree: Degree, denied: Bool) -> Factuality {
    var degree = degree
    var positive = !denied
    let last = min(content.end, content.start + 60, scanner.tokens.count)
    for row in content.start..<max(content.start, last) {
      let word = scanner.tokens[row].word
      if row < content.start + 2, words.open.contains(word) { return .unknown }
      if words.probable.contains(word), degree == .certain { degree = .probable }
      if words.possible.contains(word) { degree = .possible }
      if words.negative.contains(word) { positive.toggle() }
      guard scanner.groupAt[row] >= 0 else { continue }
      let group = scanner.groups[Int(scanner.groupAt[row])]
      guard group.form == .finite else { continue }
      if let modal = group.modal, words.possible.contains(modal) { degree = .possible }
      if group.negated { positive.toggle() }
      if scanner.tags(group.head).has(.appearance), degree == .certain { degree = .probable }
      for row in group.tokens.indices where row < last {
        if words.probable.contains(scanner.tokens[row].word), degree == .certain {
          degree = .probable
        }
      }
      break
    }
    switch degree {
    case .certain: return positive ? .certain : .certainNot
    case .probable: return positive ? .probable : .probableNot
    case .possible: return positive ? .possible : .possibleNot
    }
  }
}
