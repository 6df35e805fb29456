import HearsayCore
import HearsayFormats

/// Reads a lesson file: front matter, prose and fenced blocks.
///
/// It never fails: what it cannot understand becomes a diagnostic with its place.
struct LessonReader {
  private let file: String
  private let lines: [String]
  private var row = 0
  private var lesson: Lesson
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, file: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    let name = Path.leaf(file).split(separator: ".").first.map(String.init) ?? "lesson"
    lesson = Lesson(file: file, name: name, title: name)
  }

  /// The lesson, as far as it could be read.
  mutating func read() -> Lesson {
    readFrontMatter()
    while row < lines.count {
      if let fence = fence(lines[row]) { readBlock(fence) } else { readProse() }
    }
    checkIdentifiers()
    return lesson
  }

  // MARK: - Front matter

  private static let keys = ["lesson", "title", "corpus", "today", "skip"]

  private mutating func readFrontMatter() {
    guard lines.first == "---" else { return }
    row = 1
    while row < lines.count, lines[row] != "---" {
      readKey(lines[row])
      row += 1
    }
    if row == lines.count {
      report(at: 0, "open-front-matter", "the front matter is not closed", allowed: "a line ---")
    }
    row += 1
  }

  private mutating func readKey(_ line: String) {
    let parts = line.split(separator: ":", maxSplits: 1).map { trimmed(String($0)) }
    guard let key = parts.first, !key.isEmpty else { return }
    let value = parts.count > 1 ? parts[1] : ""
    switch key {
    case "lesson": lesson.name = value
    case "title": lesson.title = value
    case "corpus": lesson.corpus = value
    case "today":
      guard let day = Day(iso: value) else {
        return report(
          at: row, "unknown-value", "'\(value)' is no day", allowed: "a day is written 2026-01-14")
      }
      lesson.today = day
    case "skip":
      guard let skip = Lesson.Skip(rawValue: value) else {
        let allowed = Lesson.Skip.allCases.map(\.rawValue).joined(separator: ", ")
        return report(at: row, "unknown-value", "'\(value)' is no way to skip", allowed: allowed)
      }
      lesson.skip = skip
    default:
      report(
        at: row, "unknown-key", "unknown key '\(key)'",
        near: nearestWords(to: key, among: Self.keys),
        allowed: Self.keys.joined(separator: ", "))
    }
  }

  // MARK: - Prose

  private mutating func readProse() {
    let start = row
    if lines[row].hasPrefix("#") {
      lesson.blocks.append(Lesson.Block(line: row + 1, kind: .heading(lines[row])))
      row += 1
      return
    }
    while row < lines.count, fence(lines[row]) == nil, !lines[row].hasPrefix("#") { row += 1 }
    let text = trimmed(lines[start..<row].joined(separator: "\n"))
    if !text.isEmpty {
      lesson.blocks.append(Lesson.Block(line: start + 1, kind: .prose(text)))
    }
  }

  // MARK: - Blocks

  private struct Fence {
    var mark: String
    var words: [String]
  }

  private func fence(_ line: String) -> Fence? {
    for character in ["`", "~"] as [Character] {
      let mark = line.prefix { $0 == character }
      if mark.count >= 3 {
        let words = line.dropFirst(mark.count).split(separator: " ").map(String.init)
        return Fence(mark: String(mark), words: words)
      }
    }
    return nil
  }

  private mutating func readBlock(_ fence: Fence) {
    let opening = row
    row += 1
    let start = row
    while row < lines.count, !closes(lines[row], fence) { row += 1 }
    let body = start..<row
    if row == lines.count {
      report(at: opening, "open-block", "the block is not closed", allowed: fence.mark)
    }
    row += 1
    add(fence, body, opening)
  }

  private func closes(_ line: String, _ fence: Fence) -> Bool {
    let text = trimmed(line)
    return text.count >= fence.mark.count && text.allSatisfy { $0 == fence.mark.first }
  }

  private mutating func add(_ fence: Fence, _ body: Range<Int>, _ opening: Int) {
    let text = lines[body].map { $0 + "\n" }.joined()
    switch fence.words.first {
    case "hearsay": addCommands(fence, body, opening)
    case "expect":
      append(.expectations(commands(body)), opening)
    case "output": append(.output(text), opening)
    case "ask": addQuestion(fence, body, opening)
    default:
      let whole = lines[opening...min(body.upperBound, lines.count - 1)].joined(separator: "\n")
      append(.prose(whole), opening)
    }
  }

  private mutating func append(_ kind: Lesson.Kind, _ opening: Int) {
    lesson.blocks.append(Lesson.Block(line: opening + 1, kind: kind))
  }

  private func commands(_ body: Range<Int>) -> [Script.Line] {
    body.filter { !trimmed(lines[$0]).isEmpty }.map {
      Script.Line(number: $0 + 1, text: lines[$0])
    }
  }

  private mutating func addCommands(_ fence: Fence, _ body: Range<Int>, _ opening: Int) {
    var found = commands(body)
    let how = fence.words.dropFirst().first
    switch how {
    case nil: append(.commands(found), opening)
    case "fails":
      for place in found.indices { found[place].shouldFail = true }
      append(.commands(found), opening)
    case "try":
      guard found.count == 1 else {
        return report(at: opening, "one-command", "`hearsay try` holds one command")
      }
      append(.typed(found[0]), opening)
    default:
      report(
        at: opening, "unknown-word", "'\(how ?? "")' says nothing about commands",
        allowed: "hearsay, hearsay try, hearsay fails")
    }
  }

  // MARK: - Questions

  private mutating func addQuestion(_ fence: Fence, _ body: Range<Int>, _ opening: Int) {
    let kinds = LessonQuestion.Kind.allCases.map(\.rawValue)
    guard fence.words.count == 3, let kind = LessonQuestion.Kind(rawValue: fence.words[2]) else {
      let typed = fence.words.count > 2 ? fence.words[2] : ""
      return report(
        at: opening, "unknown-kind", "a question has a name and a kind, as in `ask origin source`",
        near: nearestWords(to: typed, among: kinds), allowed: kinds.joined(separator: ", "))
    }
    var reader = QuestionReader(
      LessonQuestion(id: fence.words[1], kind: kind, line: opening + 1))
    for row in body {
      if let problem = reader.take(lines[row], number: row + 1) {
        report(
          at: row, "unknown-key", problem, allowed: QuestionReader.keys.joined(separator: ", "))
      }
    }
    if let problem = reader.problem { report(at: opening, "no-answer", problem) }
    append(.question(reader.question), opening)
  }

  private mutating func checkIdentifiers() {
    var seen: Set<String> = []
    for question in lesson.questions where !seen.insert(question.id).inserted {
      report(at: question.line - 1, "same-name", "two questions are named '\(question.id)'")
    }
  }

  // MARK: - Messages

  private mutating func report(
    at row: Int, _ code: String, _ message: String, near: [String] = [], allowed: String? = nil
  ) {
    let help = near.first.map { "did you mean '\($0)'?" } ?? allowed
    diagnostics.append(
      Diagnostic(
        .error, code: code, file: file, place: TextPlace(line: row + 1, column: 1),
        sourceLine: row < lines.count ? lines[row] : nil,
        length: row < lines.count ? lines[row].unicodeScalars.count : 1, message: message,
        help: help))
  }
}

/// The text without blanks at both ends.
func trimmed(_ text: String) -> String {
  var part = text[...]
  while part.first?.isWhitespace ?? false { part.removeFirst() }
  while part.last?.isWhitespace ?? false { part.removeLast() }
  return String(part)
}
