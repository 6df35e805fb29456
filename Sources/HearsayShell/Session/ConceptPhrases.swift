import HearsayGraph
import HearsayRules

/// Makes what is said beside a figure of the verbs, nouns and phrases that tell of a concept, so
/// that no rule says twice that `gunned down` means killed.
struct ConceptPhrases {
  private let inflection: Inflection
  /// Verbs whose subject is the one it happens to: `die`.
  private let suffered: Set<String>
  /// Nouns of those who act, at the head of a pattern of a topic: `(police|officer) ... seize`.
  private let actors: Set<String>
  /// Forms of the present that no rule makes: `are`.
  private let plurals: [String: [String]]
  private let adverbEnding: String
  private let joining: String
  /// Nouns that give a number: what ends in one stands before its figure.
  private let tolls: Set<String>

  init(_ rules: RuleSet, _ inflection: Inflection) {
    self.inflection = inflection
    suffered = Set(rules["claims.suffered-verbs"].words)
    actors = Set(
      ["persons", "offices", "counters", "events"].flatMap { rules["claims.\($0)"].words })
    plurals = ["be": rules["words.be"].entries.filter { $0.value.text == "s" }.map(\.key)]
    adverbEnding = rules["questions.adverb-ending"].text ?? " "
    joining = rules["questions.joining"].text ?? ""
    tolls = Set(rules["questions.tolls"].words)
  }

  /// How those counted stand to a verb.
  enum Role { case subject, object }

  /// The phrases of a topic and of what a concept adds to it.
  func all(_ topic: RuleNode, _ own: RuleNode, isOfAgents: Bool) -> [String] {
    let told = topic["verbs"].words
    let does = told.filter { isOfAgents || isSuffered($0) }
    let suffers = told.filter { !isOfAgents && !isSuffered($0) }
    return verbs(does, .subject) + verbs(suffers, .object)
      + marked("l", verbs(own["does"].words, .subject) + verbs(own["verbs"].words, .object))
      + marked("ln", verbs(own["verbs-of-nouns"].words, .object))
      + nouns(topic["nouns"].words + own["events"].words) + topic["phrases"].words.flatMap(phrase)
  }

  /// The same phrases with more said of their figure.
  private func marked(_ mark: String, _ phrases: [String]) -> [String] {
    phrases.map { phrase in
      phrase.split(separator: " ").map { $0.first == "#" ? $0 + mark : String($0) }
        .joined(separator: " ")
    }
  }

  private func isSuffered(_ verb: String) -> Bool {
    heads(verb).contains(where: suffered.contains)
  }

  /// The words of a pattern's first element.
  private func heads(_ pattern: String) -> [String] {
    choice(elements(pattern).first ?? "")
  }

  // MARK: - Verbs

  private func verbs(_ patterns: [String], _ role: Role) -> [String] {
    let known = patterns.filter { pattern in
      !pattern.contains("{") && !heads(pattern).contains(where: actors.contains)
    }
    let single = known.filter { !$0.contains(" ") && !$0.contains("-") }
    let other = known.filter { $0.contains(" ") || $0.contains("-") }
    return (single.isEmpty ? [] : phrases("(\(single.joined(separator: "|")))", role))
      + other.flatMap { phrases($0, role) }
  }

  /// `gun down` makes `# ... gunned down`, `gunned # down` and `gunned down #`.
  private func phrases(_ pattern: String, _ role: Role) -> [String] {
    var parts = elements(pattern)
    var adverb = ""
    if let first = parts.first, first.hasSuffix(adverbEnding), parts.count > 1 {
      adverb = first + " "
      parts.removeFirst()
    }
    guard let head = parts.first else { return [] }
    let tail = parts.dropFirst()
    let rest = tail.enumerated().map { place, part in
      // `shoot and kill`: a second verb.
      tail.dropFirst(max(0, place - 1)).first == joining && place > 0
        ? forms(part, \.participle) : counted(part)
    }
    func joined(_ parts: [String]) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let all = adverb + forms(head, \.all)
    switch role {
    case .subject: return [joined(["#s ...", all] + rest)]
    case .object:
      let passive = joined(["#p ...", adverb + forms(head, \.participle)] + rest)
      let object = joined([all] + rest.filter { $0 != "..." } + ["#"])
      guard !rest.isEmpty else { return [passive, joined([all, "#"])] }
      let split = joined([all, "#"] + rest)
      // `take ... to hospital` has what is taken between.
      return rest.first == "..." || rest.count > 1 ? [passive, split] : [passive, split, object]
    }
  }

  private func forms(_ element: String, _ which: KeyPath<VerbForms, [String]>) -> String {
    let all = choice(element).flatMap { verb in
      inflection.verb(verb)[keyPath: which] + (which == \.all ? plurals[verb] ?? [] : [])
    }
    return all.count == 1 ? all[0] : "(\(all.joined(separator: "|")))"
  }

  /// A noun of a pattern in both numbers; no other word is hurt by it.
  private func counted(_ element: String) -> String {
    let words = choice(element)
    guard element != "..." else { return element }
    let all = words.flatMap { [$0, inflection.plural($0)] }
    return "(\(all.joined(separator: "|")))" + (element.hasSuffix("?") ? "?" : "")
  }

  // MARK: - Nouns and phrases

  /// `the deaths of #`, `# deaths`.
  private func nouns(_ nouns: [String]) -> [String] {
    nouns.flatMap { noun in
      let both = "(\(noun)|\(inflection.plural(noun)))"
      return ["\(both) (of|to|for|among) #", "# \(inflection.plural(noun))"]
    }
  }

  private func phrase(_ text: String) -> [String] {
    if let slot = text.firstIndex(of: "{"), let end = text.firstIndex(of: "}"), slot < end {
      let around = text[..<slot] + "#n" + text[text.index(after: end)...]
      return around.contains("{") ? [] : [String(around)]
    }
    let words = elements(text).flatMap(choice)
    return [words.contains(where: tolls.contains) ? "\(text) ... #" : "# ... \(text)"]
  }

  // MARK: - Elements

  /// The elements of a pattern: what stands in brackets is one.
  private func elements(_ pattern: String) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var depth = 0
    func end() {
      if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
      part = []
    }
    for byte in pattern.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if byte == UInt8(ascii: " "), depth == 0 { end() } else { part.append(byte) }
    }
    end()
    return parts
  }

  private func choice(_ element: String) -> [String] { FigurePhrase.choice(element.utf8) }
}
