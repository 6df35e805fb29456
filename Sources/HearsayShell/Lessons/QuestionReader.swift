/// Reads the lines of a question: what is asked, the options, then the key.
struct QuestionReader {
  static let keys = ["answer", "wrong V", "hint", "right", "show", "model", "points"]

  private(set) var question: LessonQuestion
  private var prompt: [String] = []
  /// Whether a line of the key was seen: indented lines after it go on with it.
  private var append: WritableKeyPath<LessonQuestion, String>?

  init(_ question: LessonQuestion) { self.question = question }

  /// Takes one line.
  ///
  /// - Returns: what is wrong with it.
  mutating func take(_ line: String, number: Int) -> String? {
    let text = trimmed(line)
    if text.hasPrefix("- [") { return takeOption(text) }
    if let colon = text.firstIndex(of: ":"), isKey(text[..<colon]), !line.hasPrefix(" ") {
      return takeKey(
        String(text[..<colon]), trimmed(String(text[text.index(after: colon)...])), number)
    }
    if line.hasPrefix("  "), let append {
      question[keyPath: append] += " " + text
      return nil
    }
    guard append == nil, question.answers.isEmpty || text.isEmpty else {
      return text.isEmpty ? nil : "this line belongs to nothing"
    }
    prompt.append(line)
    question.prompt = trimmed(prompt.joined(separator: "\n"))
    return nil
  }

  /// What is missing, when all lines are taken.
  var problem: String? {
    switch question.kind {
    case .choice where question.options.count { $0.isRight } != 1: "a choice has one right option"
    case .choices where question.options.allSatisfy { !$0.isRight }: "no option is right"
    case .free where question.model == nil: "a free question has a model"
    case .choice, .choices, .free: nil
    default: question.answers.isEmpty ? "the question has no answer" : nil
    }
  }

  private func isKey(_ words: Substring) -> Bool {
    let first = words.split(separator: " ").first.map(String.init) ?? ""
    let known = ["answer", "wrong", "hint", "right", "show", "model", "points"].contains(first)
    return known && (first == "wrong" || words == first)
  }

  private mutating func takeOption(_ text: String) -> String? {
    let mark = text.dropFirst(3).first
    guard let mark, "xX ".contains(mark), text.dropFirst(4).hasPrefix("]") else {
      return "an option begins `- [ ]` or `- [x]`"
    }
    let words = trimmed(String(text.dropFirst(5)))
    question.options.append(LessonQuestion.Option(text: words, isRight: mark != " "))
    return nil
  }

  private mutating func takeKey(_ key: String, _ value: String, _ number: Int) -> String? {
    switch key {
    case "answer": question.answers.append(unquoted(value))
    case "hint":
      question.hints.append(value)
      append = \.hints[question.hints.count - 1]
    case "right":
      question.right = value
      append = \.right.unwrapped
    case "show": question.show.append(value)
    case "model":
      question.model = value
      append = \.model.unwrapped
    case "points":
      guard let points = Int(value), points > 0 else { return "points are a number above 0" }
      question.points = points
    default:
      let answer = trimmed(String(key.dropFirst("wrong".count)))
      guard !answer.isEmpty else { return "`wrong` names the answer that is wrong" }
      question.wrongs.append(
        LessonQuestion.Wrong(answer: unquoted(answer), remark: value, line: number))
      append = \.wrongs[question.wrongs.count - 1].remark
    }
    return nil
  }

  /// A command between backticks is the command.
  private func unquoted(_ text: String) -> String {
    guard text.hasPrefix("`"), text.hasSuffix("`"), text.count > 1 else { return text }
    return String(text.dropFirst().dropLast())
  }
}

extension Optional where Wrapped == String {
  /// The text; empty for none.
  fileprivate var unwrapped: String {
    get { self ?? "" }
    set { self = newValue }
  }
}
