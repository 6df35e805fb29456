import HearsayCore

/// Holds a tree against the schema and collects everything that is wrong.
struct ShapeChecker {
  let files: [SourceText]
  private(set) var diagnostics: [Diagnostic] = []

  init(files: [SourceText]) { self.files = files }

  mutating func check(_ node: RuleNode, _ shape: Shape, at path: String) {
    switch shape {
    case .text: _ = scalar(node, path, "a word or phrase")
    case .oneOf(let allowed): checkOneOf(node, allowed, path)
    case .day: checkScalar(node, path, "a day such as 2026-01-14") { Day(iso: $0) != nil }
    case .number: checkScalar(node, path, "a number such as 100 or 10%") { Self.isNumber($0) }
    case .interval: checkInterval(node, path)
    case .words: checkList(node, .text, path)
    case .patterns: checkPatterns(node, path)
    case .lines: checkLines(node, path)
    case .record(let fields): checkRecord(node, fields, path)
    case .map(let inner): checkMap(node, inner, path)
    case .list(let inner):
      guard case .list(let items) = node.content else { return expected("a list", node, path) }
      for item in items { check(item, inner, at: path) }
    case .either(let one, let other):
      check(node, node.text != nil ? one : other, at: path)
    case .table: break
    }
  }

  mutating func report(
    _ code: String, _ place: RulePlace, _ message: String, length: Int = 1, help: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    let source = files.indices.contains(place.file) ? files[place.file] : nil
    diagnostics.append(
      Diagnostic(
        severity, code: code, file: source?.name, place: place.place,
        sourceLine: source.map { $0.text($0.lineRange(place.place.line)) }, length: length,
        message: message, help: help))
  }

  private mutating func expected(_ what: String, _ node: RuleNode, _ path: String) {
    report("shape", node.place, "\(path): \(node.kind) where \(what) belongs")
  }

  private mutating func scalar(_ node: RuleNode, _ path: String, _ what: String) -> String? {
    guard let text = node.text, !text.isEmpty else {
      expected(what, node, path)
      return nil
    }
    return text
  }

  private mutating func checkScalar(
    _ node: RuleNode, _ path: String, _ what: String, _ isGood: (String) -> Bool
  ) {
    guard let text = scalar(node, path, what), !isGood(text) else { return }
    report(
      "value", node.place, "\(path): '\(text)' is not \(what)", length: text.unicodeScalars.count)
  }

  private mutating func checkOneOf(_ node: RuleNode, _ allowed: [String], _ path: String) {
    guard let text = scalar(node, path, "one of \(allowed.joined(separator: ", "))"),
      !allowed.contains(text)
    else { return }
    report(
      "value", node.place, "\(path): '\(text)' is not allowed", length: text.unicodeScalars.count,
      help: suggestion(text, allowed))
  }

  func suggestion(_ word: String, _ allowed: [String]) -> String {
    if let near = nearestWords(to: word, among: allowed, limit: 1).first {
      return "did you mean '\(near)'?"
    }
    return "allowed: \(allowed.joined(separator: ", "))"
  }

  private static func isNumber(_ text: String) -> Bool {
    ExactNumber(text.hasSuffix("%") ? String(text.dropLast()) : text) != nil
  }

  private mutating func checkInterval(_ node: RuleNode, _ path: String) {
    guard let text = scalar(node, path, "an interval such as 3-6") else { return }
    let ends = text.split(separator: "-").map { ExactNumber(String($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else {
      return report(
        "value", node.place, "\(path): '\(text)' is not an interval such as 3-6",
        length: text.count)
    }
    if low > high {
      report(
        "interval", node.place, "\(path): \(low) is more than \(high)", length: text.count,
        help: "the smaller number stands first")
    }
  }

  private mutating func checkList(_ node: RuleNode, _ inner: Shape, _ path: String) {
    switch node.content {
    case .text: check(node, inner, at: path)
    case .list(let items): for item in items { check(item, inner, at: path) }
    case .map: expected("a list", node, path)
    }
  }

  private mutating func checkPatterns(_ node: RuleNode, _ path: String) {
    let items = node.text == nil ? node.items : [node]
    if case .map = node.content { return expected("a list of phrases", node, path) }
    for item in items {
      guard let text = scalar(item, path, "a phrase") else { continue }
      do throws(PhrasePattern.Problem) {
        _ = try PhrasePattern(text)
      } catch {
        report(
          "pattern", item.place, "\(path): '\(text)': \(error.message)",
          length: text.unicodeScalars.count, help: error.help)
      }
    }
  }

  private mutating func checkLines(_ node: RuleNode, _ path: String) {
    for item in node.text == nil ? node.items : [node] {
      guard let text = scalar(item, path, "a regular expression") else { continue }
      do { _ = try Regex(text) } catch {
        report(
          "regex", item.place, "\(path): '\(text)' is not a regular expression",
          length: text.unicodeScalars.count, help: "write special characters as [.] or \\.")
      }
    }
  }

  private mutating func checkRecord(_ node: RuleNode, _ fields: [Field], _ path: String) {
    guard case .map(let entries) = node.content else {
      return expected("a map with \(fields.map(\.name).joined(separator: ", "))", node, path)
    }
    for entry in entries {
      let inner = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      if let field = fields.first(where: { $0.name == entry.key }) {
        check(entry.value, field.shape, at: inner)
      } else {
        report(
          "unknown-key", entry.keyPlace, "unknown key '\(inner)'",
          length: entry.key.unicodeScalars.count, help: suggestion(entry.key, fields.map(\.name)))
      }
    }
    for field in fields where field.required && !entries.contains(where: { $0.key == field.name }) {
      report(
        "missing-key", node.place, "\(path.isEmpty ? "the file" : path) needs '\(field.name)'",
        help: field.help)
    }
  }

  private mutating func checkMap(_ node: RuleNode, _ inner: Shape, _ path: String) {
    guard case .map(let entries) = node.content else { return expected("a map", node, path) }
    for entry in entries { check(entry.value, inner, at: "\(path).\(entry.key)") }
  }
}

extension RuleNode {
  /// What it is, for messages.
  var kind: String {
    switch content {
    case .text(let text): text.isEmpty ? "nothing" : "'\(text)'"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

extension PhrasePattern.Problem {
  var message: String {
    switch self {
    case .unbalanced: "a bracket is not closed or was never opened"
    case .unknownSlot(let name): "there is no slot {\(name)}"
    case .noLiteral: "a pattern needs a word that always stands in it"
    case .doubleGap: "two gaps in a row"
    case .empty: "nothing in it"
    }
  }

  var help: String? {
    switch self {
    case .unknownSlot(let name):
      nearestWords(
        to: name, among: PhrasePattern.Slot.allCases.map(\.rawValue), limit: 1
      ).first.map { "did you mean {\($0)}?" }
        ?? "slots are {number}, {name}, {population}, {people}, {date}"
    case .doubleGap: "one '...' stands for up to five words"
    case .noLiteral: "slots, gaps and optional words alone would match everywhere"
    case .unbalanced, .empty: nil
    }
  }
}
