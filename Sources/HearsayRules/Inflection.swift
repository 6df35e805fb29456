/// The forms of one verb.
public struct VerbForms: Hashable, Sendable {
  /// As in `release`.
  public var base: String
  /// As in `releases`.
  public var present: String
  /// `released`; several where English has several: `burned`, `burnt`.
  public var past: [String]
  /// As in `released`, `taken`.
  public var participle: [String]
  /// As in `releasing`.
  public var progressive: String

  /// Every form once, the base first.
  public var all: [String] {
    var forms: [String] = []
    for form in [base, present] + past + participle + [progressive] where !forms.contains(form) {
      forms.append(form)
    }
    return forms
  }
}

/// Makes the forms of verbs and nouns from their lemma, so that rules name lemmas only.
///
/// Spelling follows the regular rules; what they do not give stands in the `words:` section of the
/// rules. A lemma of several words inflects in its first (verb, `let go`) or last (noun,
/// `political prisoner`) word.
public struct Inflection: Sendable {
  private var irregularVerbs: [String: (past: [String], participle: [String])] = [:]
  private var irregularNouns: [String: String] = [:]
  private var doubled: Set<String> = []

  /// The irregular forms of `rules`.
  public init(_ rules: RuleSet) {
    for entry in rules["words.irregular-verbs"].entries {
      let parts = (entry.value.text ?? "").split(separator: " ").map {
        $0.split(separator: "/").map(String.init)
      }
      guard let past = parts.first else { continue }
      irregularVerbs[entry.key] = (past, parts.count > 1 ? parts[1] : past)
    }
    for entry in rules["words.irregular-nouns"].entries {
      irregularNouns[entry.key] = entry.value.text ?? entry.key
    }
    doubled = Set(rules["words.doubled-verbs"].words)
  }

  /// All forms of a verb: `let go` gives `let go`, `lets go`, `letting go`.
  public func verb(_ lemma: String) -> VerbForms {
    guard let blank = lemma.firstIndex(of: " ") else { return oneWord(lemma) }
    let rest = String(lemma[blank...])
    let forms = oneWord(String(lemma[..<blank]))
    return VerbForms(
      base: lemma, present: forms.present + rest, past: forms.past.map { $0 + rest },
      participle: forms.participle.map { $0 + rest }, progressive: forms.progressive + rest)
  }

  /// The plural of a noun: `prisoner` gives `prisoners`, `woman` gives `women`.
  public func plural(_ noun: String) -> String {
    if let blank = noun.lastIndex(of: " ") {
      return noun[...blank] + plural(String(noun[noun.index(after: blank)...]))
    }
    return irregularNouns[noun] ?? withS(noun)
  }

  private func oneWord(_ lemma: String) -> VerbForms {
    let regular = [withEd(lemma)]
    let irregular = irregularVerbs[lemma] ?? special(lemma)
    return VerbForms(
      base: lemma, present: special(lemma) == nil ? withS(lemma) : presentOfSpecial(lemma),
      past: irregular?.past ?? regular, participle: irregular?.participle ?? regular,
      progressive: withIng(lemma))
  }

  /// The auxiliaries, which no list of verbs holds.
  private func special(_ lemma: String) -> (past: [String], participle: [String])? {
    switch lemma {
    case "be": (["was", "were"], ["been"])
    case "have": (["had"], ["had"])
    case "do": (["did"], ["done"])
    default: nil
    }
  }

  private func presentOfSpecial(_ lemma: String) -> String {
    lemma == "be" ? "is" : lemma == "have" ? "has" : "does"
  }

  private func withS(_ lemma: String) -> String {
    if ["s", "x", "z", "ch", "sh"].contains(where: lemma.hasSuffix) { return lemma + "es" }
    if endsInConsonantY(lemma) { return lemma.dropLast() + "ies" }
    if lemma == "go" || lemma == "echo" || lemma == "veto" || lemma.hasSuffix("rgo") {
      return lemma + "es"
    }
    return lemma + "s"
  }

  private func withEd(_ lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if endsInConsonantY(lemma) { return lemma.dropLast() + "ied" }
    return stem(lemma) + "ed"
  }

  private func withIng(_ lemma: String) -> String {
    if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
    if lemma == "be" || ["ee", "oe", "ye"].contains(where: lemma.hasSuffix) {
      return lemma + "ing"
    }
    if lemma.hasSuffix("e") { return lemma.dropLast() + "ing" }
    return stem(lemma) + "ing"
  }

  /// The lemma with its last consonant doubled where spelling wants it: `stopp`, `admitt`.
  private func stem(_ lemma: String) -> String {
    guard let last = lemma.last else { return lemma }
    if doubled.contains(lemma) { return lemma + String(last) }
    if lemma.hasSuffix("ic") { return lemma + "k" }
    guard isOneShortSyllable(lemma), !"aeiouwxyh".contains(last) else { return lemma }
    return lemma + String(last)
  }

  /// `stop`, `plan`, `quit`: one vowel, and one consonant after it.
  private func isOneShortSyllable(_ lemma: String) -> Bool {
    let letters = Array(lemma)
    guard letters.count >= 3, isVowel(letters[letters.count - 2]) else { return false }
    let before = letters.dropLast(2)
    return before.enumerated().allSatisfy { index, letter in
      !isVowel(letter) || (letter == "u" && index > 0 && letters[index - 1] == "q")
    }
  }

  private func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  private func endsInConsonantY(_ lemma: String) -> Bool {
    guard lemma.hasSuffix("y"), let before = lemma.dropLast().last else { return false }
    return !isVowel(before)
  }
}
