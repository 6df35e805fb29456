import HearsayCore
import HearsayText

/// The noun and verb groups of a sentence, numbered as they are shown.
struct NumberedGroups {
  private var nouns: [TokenRange] = []
  private var verbs: [VerbGroup] = []

  /// The noun groups are those the speech stage would find.
  init(_ sentence: DraftSentence, _ verbs: [VerbGroup], _ scanner: SpeechScanner) {
    self.verbs = verbs
    var scanner = scanner
    scanner.unit = SpeechUnit(
      tokens: sentence.tokens.start..<sentence.tokens.end, paragraph: sentence.paragraph)
    var row = sentence.tokens.start
    while row < sentence.tokens.end {
      if !isInVerb(row), let end = scanner.simpleGroupEnd(row), end > row {
        nouns.append(TokenRange(row, end))
        row = end
      } else {
        row += 1
      }
    }
  }

  private func isInVerb(_ row: Int) -> Bool { verbs.contains { $0.tokens.contains(row) } }

  /// `noun 1`, `verb 2`, or nothing.
  func name(of row: Int) -> String {
    if let verb = verbs.firstIndex(where: { $0.tokens.contains(row) }) { return "verb \(verb + 1)" }
    return nouns.firstIndex { $0.contains(row) }.map { "noun \($0 + 1)" } ?? ""
  }

  func steps(_ draft: Draft, _ lexicon: Lexicon) -> [ExplainedStep] {
    let nouns = nouns.enumerated().map { row, tokens in
      ExplainedStep(
        .group, .fired, rule: "built-in/noun-group", draft.bytes(tokens), "noun \(row + 1)")
    }
    let verbs = verbs.enumerated().map { row, group in
      ExplainedStep(
        .group, .fired, rule: "built-in/verb-group", draft.bytes(group.tokens),
        "verb \(row + 1): " + describe(group, lexicon))
    }
    return (nouns + verbs).sorted { $0.range < $1.range }
  }

  private func describe(_ group: VerbGroup, _ lexicon: Lexicon) -> String {
    let form =
      switch group.form {
      case .finite: "finite"
      case .progressive: "-ing form"
      case .participle: "participle"
      case .infinitive: "infinitive"
      }
    let tense =
      switch group.tense {
      case .past: "past"
      case .present: "present"
      case .future: "future"
      case .none: ""
      }
    let parts = [
      "'\(lexicon.text(group.lemma))'", form, tense, group.passive ? "passive" : "",
      group.negated ? "negated" : "", group.modal.map { "with '\(lexicon.text($0))'" } ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
