import HearsayCore
import HearsayGraph

/// What an answer to a question is worth.
enum Judgement: Hashable {
  case right
  /// Not right, with what the lesson says to it.
  case wrong(String?)
  /// Not an answer of that kind.
  case unclear(String)
}

extension Session {
  /// Judges an answer by what it means, never by how it is worded.
  func judge(_ answer: String, _ question: LessonQuestion) -> Judgement {
    let answer = trimmed(answer)
    switch question.kind {
    case .free: return answer.isEmpty ? .unclear("write a sentence") : .right
    case .choice, .choices: return judgeChoice(answer, question)
    default: break
    }
    guard let mine = meaning(of: answer, question.kind) else {
      return .unclear(Self.kindWords(question.kind))
    }
    if question.answers.contains(where: { meaning(of: $0, question.kind) == mine }) {
      return .right
    }
    let wrong = question.wrongs.first { meaning(of: $0.answer, question.kind) == mine }
    if wrong == nil, question.kind == .source, case .words = mine {
      return .unclear(Self.kindWords(question.kind))
    }
    return .wrong(wrong?.remark)
  }

  private static func kindWords(_ kind: LessonQuestion.Kind) -> String {
    switch kind {
    case .number: "a number is wanted, in digits or words"
    case .claim, .claims: "a claim is wanted: its number, or its words in quotation marks"
    case .source: "nobody of that name is a source here"
    case .command: "a command is wanted that can be answered"
    default: "that is no answer"
    }
  }

  // MARK: - Choices

  private func judgeChoice(_ answer: String, _ question: LessonQuestion) -> Judgement {
    let picked = choices(answer, question.options)
    guard !picked.isEmpty, question.kind == .choices || picked.count == 1 else {
      let all = question.options.indices.map { String($0 + 1) }.joined(separator: ", ")
      return .unclear(question.kind == .choice ? "one of \(all)" : "some of \(all)")
    }
    let right = Set(question.options.indices.filter { question.options[$0].isRight })
    if picked == right { return .right }
    let remark = question.wrongs.first { choices($0.answer, question.options) == picked }?.remark
    return .wrong(remark)
  }

  /// `2`, `1, 3`, or an option's own words.
  private func choices(_ answer: String, _ options: [LessonQuestion.Option]) -> Set<Int> {
    let wanted = folded(answer)
    if let place = options.firstIndex(where: { folded($0.text) == wanted }) { return [place] }
    let parts = answer.split { !$0.isNumber }.map { Int($0) ?? 0 }
    let isNumbers = answer.allSatisfy { $0.isNumber || " ,;".contains($0) }
    guard isNumbers, parts.allSatisfy({ options.indices.contains($0 - 1) }) else { return [] }
    return Set(parts.map { $0 - 1 })
  }

  // MARK: - Meanings

  /// What two answers have in common when they mean the same.
  private enum Meaning: Hashable {
    case number(Interval)
    case words(String)
    case claims([Int])
    case sources([String])
    case rows([String])
  }

  private func meaning(of answer: String, _ kind: LessonQuestion.Kind) -> Meaning? {
    switch kind {
    case .number: return number(in: answer).map { .number($0.interval) }
    case .words:
      let words = folded(answer)
      return words.isEmpty ? nil : .words(words)
    case .claim, .claims:
      let found = claims(in: answer)
      return found.isEmpty ? nil : .claims(found)
    case .source: return source(in: answer).map { .sources($0) } ?? .words(folded(answer))
    case .command: return result(of: answer)
    case .choice, .choices, .free: return nil
    }
  }

  /// A number in the grammar of the shell, or in words.
  private func number(in answer: String) -> Quantity? {
    if let tokens = try? lineTokens(answer) {
      var cursor = LineCursor(tokens)
      if let quantity = cursor.takeQuantity(), cursor.isAtEnd { return quantity }
    }
    return quantity(in: answer)
  }

  private func claims(in answer: String) -> [Int] {
    guard let tokens = try? lineTokens(answer) else { return [] }
    let cursor = LineCursor(tokens)
    let parts = tokens.filter { $0.text != "and" && $0.text != "," }
    let references = parts.map { cursor.reference($0) }
    var found: Set<Int> = []
    for reference in references {
      guard let rows = try? claimRows(reference) else { return [] }
      found.formUnion(rows)
    }
    return found.sorted()
  }

  private func source(in answer: String) -> [String]? {
    let keys = Set(origins(named: answer).map(\.key))
    return keys.isEmpty ? nil : keys.sorted()
  }

  /// The claims a command shows; where it shows none, its rows.
  ///
  /// It is done in a copy of the session, which may write nothing.
  private func result(of line: String) -> Meaning? {
    var copy = self
    copy.beSafe()
    copy.last = nil
    let done = copy.performCommands(line, on: Canvas())
    guard !done.hasFailed, let reply = copy.last?.reply else { return nil }
    let claims = reply.claimRows.compactMap { $0["claim"]?.plain }
    return claims.isEmpty ? .rows(reply.data.map(\.line).sorted()) : .rows(claims.sorted())
  }

  /// Whether two commands come to the same.
  func haveSameResult(_ line: String, _ other: String) -> Bool {
    guard let mine = result(of: line) else { return false }
    return mine == result(of: other)
  }
}
