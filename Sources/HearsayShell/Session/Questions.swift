import HearsayCore
import HearsayGraph
import HearsayRules

/// What became of a question in plain words.
enum Understanding {
  case understood(Reply.Understood, Request)
  /// It is nearly one that is known: what is wrong with it.
  case nearly(LineProblem)
  case none
}

extension Session {
  /// The command that a question in plain words asks for, by the rules' table of questions.
  ///
  /// The pattern with most words of its own wins, then the first in the file.
  mutating func understand(_ line: String) -> Understanding {
    var asked = QuestionLine(line)
    guard asked.words.count > 1, asked.words.count <= 60 else { return .none }
    let table = questionTable ?? QuestionTable(rules)
    questionTable = table
    asked.writeOut(table.contractions)
    let known = table.questions
    var nearest: LineProblem?
    for question in known where !asked.words.isEmpty {
      switch fit(question, asked) {
      case .understood(let understood, let request): return .understood(understood, request)
      case .nearly(let problem): nearest = nearest ?? problem
      case .none: break
      }
    }
    if let nearest { return .nearly(nearest) }
    asked.words = asked.words.filter { !$0.folded.isEmpty }
    return unknownQuestion(asked, known).map(Understanding.nearly) ?? .none
  }

  private mutating func fit(_ question: KnownQuestion, _ asked: QuestionLine) -> Understanding {
    var values: [QuestionPattern.Slot: [String]] = [:]
    var problem: LineProblem?
    var matcher = QuestionMatcher(question.elements, asked.words)
    let fits = matcher.match { slots in
      values = [:]
      for slot in slots {
        guard let value = value(of: slot) else {
          problem = problem ?? self.problem(with: slot)
          return false
        }
        values[slot.slot, default: []].append(value)
      }
      return true
    }
    guard fits else { return problem.map(Understanding.nearly) ?? .none }
    let command = filled(question.command, values)
    let line = ([command] + (asked.clauses.isEmpty ? [] : [asked.clauses])).joined(separator: " ")
    guard let first = parseLine(line).first, case .success(let request) = first else {
      return .none
    }
    let understood = Reply.Understood(
      question: asked.question, command: command, pattern: question.pattern.text)
    return .understood(understood, request)
  }

  private func filled(
    _ command: String, _ values: [QuestionPattern.Slot: [String]]
  ) -> String {
    var text = command
    for (slot, found) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for value in found {
        let mark = "{\(slot.rawValue)}"
        guard let place = text.firstRange(of: mark) else { continue }
        text.replaceSubrange(place, with: value)
      }
    }
    return text
  }

  // MARK: - Slots

  /// What stands in a slot as a command writes it; `nil` when the articles know no such thing.
  private mutating func value(of slot: SlotWords) -> String? {
    switch slot.slot {
    case .words: return quoted(slot.text)
    case .statement: return slot.text
    case .claim: return Int(slot.text).flatMap(row(numbered:)) == nil ? nil : slot.text
    case .number: return isNumber(slot) ? slot.text : nil
    case .day:
      var cursor = LineCursor((try? lineTokens(slot.text)) ?? [])
      return cursor.takeTime() != nil && cursor.isAtEnd ? slot.text : nil
    case .event: return event(spellings(slot))
    case .group, .name, .outlet:
      for words in spellings(slot) {
        if let value = known(words, as: slot.slot) { return value }
      }
      return nil
    }
  }

  private func isNumber(_ slot: SlotWords) -> Bool {
    guard !slot.words.contains(where: \.isQuoted) else { return false }
    var cursor = LineCursor((try? lineTokens(slot.text)) ?? [])
    if cursor.takeQuantity() != nil, cursor.isAtEnd { return true }
    guard let found = quantity(in: slot.text) else { return false }
    return found.vague == nil && found.unit == nil
  }

  /// The words without those at both ends that ask for nothing, `dead` for `the dead`; then all.
  private func spellings(_ slot: SlotWords) -> [String] {
    let empty = Set((rules?["questions.empty-words"].words ?? []).map(folded))
    var words = slot.words
    while words.count > 1, let first = words.first, empty.contains(first.folded) {
      words.removeFirst()
    }
    while words.count > 1, let last = words.last, empty.contains(last.folded) { words.removeLast() }
    let bare = words.map(\.text).joined(separator: " ")
    return bare == slot.text ? [bare] : [bare, slot.text]
  }

  /// `in custody` is a topic's own words, though `custody` alone stands in some sentence.
  private mutating func event(_ spellings: [String]) -> String? {
    var known: [String] = []
    for words in spellings {
      let asked = asked(words)
      guard graph.knows(asked) else { continue }
      if graph.rules.topics.contains(where: { $0.name == asked.phrase }) {
        return quoted(asked.phrase)
      }
      known.append(asked.phrase)
    }
    return known.first.map(quoted)
  }

  private mutating func known(_ words: String, as slot: QuestionPattern.Slot) -> String? {
    switch slot {
    case .group: return group(words).map(quoted)
    case .name:
      return graph.knowsSpeaker(words) ? quoted(words) : nil
    case .outlet:
      let wanted = foldedWords(words)
      let isOutlet = graph.documents.contains { mentions($0.facts.outlet, wanted) }
      return isOutlet ? quoted(words) : nil
    case .event, .number, .day, .claim, .words, .statement: return nil
    }
  }

  /// The population of the rules that goes by the words, or the words when something is counted
  /// under them.
  private func group(_ words: String) -> String? {
    let wanted = foldedWords(words)
    let named = graph.rules.populations.first { population in
      ([population.name] + population.words).contains { isSameNoun(foldedWords($0), wanted) }
    }
    if let named { return named.name }
    return graph.counts(words) ? words : nil
  }

  private func isSameNoun(_ one: [String], _ other: [String]) -> Bool {
    guard one.count == other.count, let last = one.last, let end = other.last else { return false }
    let (short, long) = last.count < end.count ? (last, end) : (end, last)
    return one.dropLast() == other.dropLast() && long.hasPrefix(short)
      && long.count - short.count <= 2
  }

  /// A word that is a keyword, or holds what the grammar would take apart, stands in quotation
  /// marks.
  private func quoted(_ words: String) -> String {
    let parts = words.split(separator: " ").map { $0.lowercased() }
    let isPlain =
      parts.allSatisfy { ClauseKeyword(rawValue: $0) == nil && $0 != "and" && $0 != "or" }
      && words.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "-" }
    return isPlain ? words : "\"" + words.filter { $0 != "\"" } + "\""
  }

  // MARK: - Not understood

  private mutating func problem(with slot: SlotWords) -> LineProblem? {
    let text = spellings(slot).first ?? slot.text
    let phrase = Phrase(text: text, range: slot.range)
    switch slot.slot {
    case .event, .group: return unknownEvent(phrase)
    case .name: return unknownName(phrase)
    case .outlet, .number, .day, .claim, .words, .statement: return nil
    }
  }

  /// The question that shares most words with it, and the first word that this one does not have.
  private func unknownQuestion(_ asked: QuestionLine, _ known: [KnownQuestion]) -> LineProblem? {
    let words = Set(asked.words.map(\.folded))
    var best: (question: KnownQuestion, shared: Int)?
    for question in known {
      let shared = question.elements.literals.count { words.contains($0) }
      let isFuller = best.map { shared > $0.shared } ?? (shared > 0)
      let isCloser = best.map { shared == $0.shared && question.literals < $0.question.literals }
      if isFuller || isCloser == true { best = (question, shared) }
    }
    let own = Set(best?.question.elements.literals ?? [])
    let strange = asked.words.first { !own.contains($0.folded) } ?? asked.words.first
    guard let strange else { return nil }
    return LineProblem(
      "unknown-question", strange.range,
      "the question is not understood; `help questions` lists what can be asked",
      suggestions: best.map { [usage($0.question.command)] } ?? [],
      allowed: "`check STATEMENT` lays a statement beside what is said")
  }

  /// `compare {event}` as help writes it: `compare EVENT`.
  private func usage(_ command: String) -> String { questionUsage(command) }
}
