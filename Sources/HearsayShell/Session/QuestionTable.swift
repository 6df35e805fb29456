import HearsayGraph
import HearsayRules

/// A pattern of the rules with the command it stands for.
struct KnownQuestion: Sendable {
  var pattern: QuestionPattern
  var elements: [QuestionPattern.Element]
  var command: String
  var literals: Int
}

/// The questions of the rules, compiled once: the one with most words of its own first, then in the
/// order of the file.
struct QuestionTable: Sendable {
  let questions: [KnownQuestion]
  /// What short forms stand for: `what's` for `what is`.
  let contractions: [String: [String]]

  init(_ rules: RuleSet?) {
    let short = (rules?["questions.contractions"].entries ?? []).map { entry in
      (folded(entry.key), foldedWords(entry.value.text ?? ""))
    }
    contractions = Dictionary(short) { first, _ in first }
    var questions: [KnownQuestion] = []
    for entry in rules?["questions.phrases"].entries ?? [] {
      for pattern in entry.value.words.compactMap({ QuestionPattern($0) }) {
        questions += pattern.readings.map { elements in
          KnownQuestion(
            pattern: pattern, elements: elements, command: entry.key,
            literals: elements.literals.count)
        }
      }
    }
    let keyed = questions.enumerated().sorted { one, other in
      one.element.literals != other.element.literals
        ? one.element.literals > other.element.literals : one.offset < other.offset
    }
    self.questions = keyed.map(\.element)
  }
}

/// A template with its slots in capitals.
func questionUsage(_ template: String) -> String {
  var out = ""
  var isInside = false
  for character in template {
    switch character {
    case "{": isInside = true
    case "}": isInside = false
    default: out += isInside ? character.uppercased() : String(character)
    }
  }
  return out
}
