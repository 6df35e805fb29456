internal import HearsayCore
import Yams

/// Reads one YAML file to nodes in which every scalar is text.
///
/// Of YAML only what a rules file needs: no anchors, no tags, no duplicate keys. Yams stops at the
/// first duplicate key, but a person wants all errors in one pass: the second key is renamed in a
/// copy, reported, and the file is read again.
struct YAMLReader {
  let source: SourceText
  let file: Int
  private(set) var diagnostics: [Diagnostic] = []

  /// The most bytes a rules file may have.
  static let mostBytes = 8 << 20
  /// The deepest nesting, so that a hostile file cannot use up the stack.
  static let deepest = 48
  /// Put behind a duplicate key, so that it differs; a private-use character nobody types.
  private static let duplicateMark = "\u{E000}"

  init(_ source: SourceText, file: Int) {
    self.source = source
    self.file = file
  }

  /// The root of the file, or `nil` when it is no YAML or holds nothing.
  mutating func read() -> RuleNode? {
    guard source.bytes.count <= Self.mostBytes else {
      report("too-large", TextPlace(line: 1, column: 1), "a rules file has at most 8 MiB")
      return nil
    }
    if let line = tooDeepLine() {
      report("too-deep", TextPlace(line: line, column: 1), "nested more than \(Self.deepest) deep")
      return nil
    }
    if let place = anchorPlace() {
      report("anchor", place, "anchors and aliases are not part of rules files")
      return nil
    }
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      report("encoding", TextPlace(line: 1, column: 1), "not UTF-8")
      return nil
    }
    return compose(text, triesLeft: 64)
  }

  private mutating func compose(_ text: String, triesLeft: Int) -> RuleNode? {
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else { return nil }
      return convert(node)
    } catch let YamlError.duplicatedKeysInMapping(keys, context) {
      guard let key = keys.first, triesLeft > 0,
        let renamed = rename(key, after: context.mark, in: text)
      else { return nil }
      return compose(renamed, triesLeft: triesLeft - 1)
    } catch {
      reportSyntax(error)
      return nil
    }
  }

  /// The text with the second occurrence of a key in its map marked.
  private mutating func rename(_ key: String, after mark: Mark, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for row in max(0, mark.line - 1)..<lines.count {
      let from = row == mark.line - 1 ? mark.column - 1 + key.count : 0
      guard let at = keyColumn(key, in: lines[row], from: from, like: mark.column - 1, row, mark)
      else { continue }
      let place = TextPlace(line: row + 1, column: at + 1)
      report(
        "duplicate-key", place, "key '\(key)' stands here twice", length: key.count,
        help: "the first is in line \(mark.line)")
      let cut = lines[row].index(lines[row].startIndex, offsetBy: at + key.count)
      lines[row].insert(contentsOf: Self.duplicateMark, at: cut)
      return lines.joined(separator: "\n")
    }
    report(
      "duplicate-key", TextPlace(line: mark.line, column: mark.column),
      "key '\(key)' stands in this map twice", length: key.count)
    return nil
  }

  /// The column of `key` as a key in a line: at the first one's indentation, or inside `{…}`.
  private func keyColumn(
    _ key: String, in line: String, from: Int, like column: Int, _ row: Int, _ mark: Mark
  ) -> Int? {
    let letters = Array(line)
    let wanted = Array(key)
    guard letters.count > wanted.count else { return nil }
    for at in from...max(from, letters.count - wanted.count - 1)
    where at + wanted.count < letters.count {
      guard letters[at] == wanted[0], letters[at..<(at + wanted.count)].elementsEqual(wanted),
        letters[at + wanted.count] == ":"
      else { continue }
      let before = at == 0 ? " " : letters[at - 1]
      guard before == " " || before == "{" || before == "," else { continue }
      let opens = letters[..<at].allSatisfy { $0 == " " || $0 == "-" }
      if opens ? at == column : true { return at }
    }
    return nil
  }

  private mutating func convert(_ node: Yams.Node) -> RuleNode {
    let mark = node.mark
    let place = TextPlace(line: mark?.line ?? 1, column: mark?.column ?? 1)
    let here = RulePlace(file: file, place: place)
    if node.tag.description.hasPrefix("!") {
      report("tag", place, "tags such as '\(node.tag.description)' are not part of rules files")
    }
    switch node {
    case .scalar(let scalar): return RuleNode(.text(scalar.string), place: here)
    case .sequence(let nodes): return RuleNode(.list(nodes.map { convert($0) }), place: here)
    case .mapping(let mapping): return RuleNode(.map(entries(mapping)), place: here)
    case .alias: return RuleNode(.text(""), place: here)
    }
  }

  private mutating func entries(_ mapping: Yams.Node.Mapping) -> [RuleEntry] {
    var entries: [RuleEntry] = []
    for (key, value) in mapping {
      let name = convert(key)
      guard let text = name.text else {
        report("key", name.place.place, "a key is one word or phrase")
        continue
      }
      if text.hasSuffix(Self.duplicateMark) { continue }
      entries.append(RuleEntry(key: text, keyPlace: name.place, value: convert(value)))
    }
    return entries
  }

  /// The first `&name` or `*name` where a value begins.
  ///
  /// Looked for before reading, because nodes
  /// that repeat each other can grow without bound.
  private func anchorPlace() -> TextPlace? {
    for row in 1...source.lineStarts.count {
      let range = source.lineRange(row)
      var quote: UInt8?
      var atStart = true
      for index in range.start..<range.end {
        let byte = source.bytes[index]
        if let open = quote {
          if byte == open { quote = nil }
          atStart = false
          continue
        }
        if byte == UInt8(ascii: "#"), index == range.start || source.bytes[index - 1] == 0x20 {
          break
        }
        if atStart, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
          return TextPlace(line: row, column: index - range.start + 1)
        }
        if atStart, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { quote = byte }
        switch byte {
        case 0x20: break
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: ","),
          UInt8(ascii: "{"):
          atStart = true
        default: atStart = false
        }
      }
    }
    return nil
  }

  /// The first line that nests deeper than anything a person writes.
  private func tooDeepLine() -> Int? {
    var depth = 0
    for row in 1...source.lineStarts.count {
      var dashes = 0
      var indent = 0
      var leading = true
      let range = source.lineRange(row)
      for byte in source.bytes[range.start..<range.end] {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        default: break
        }
        if leading {
          if byte == 0x20 {
            indent += 1
          } else if byte == 0x2D {
            dashes += 1
          } else {
            leading = false
          }
        }
        if depth > Self.deepest || dashes > Self.deepest || (leading && indent > 400) { return row }
      }
    }
    return nil
  }

  private mutating func reportSyntax(_ error: any Error) {
    guard let error = error as? YamlError else {
      return report("yaml", TextPlace(line: 1, column: 1), "not YAML")
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report("yaml", TextPlace(line: mark.line, column: mark.column), "not YAML: \(problem)")
    case .reader(let problem, _, _, _):
      report("yaml", TextPlace(line: 1, column: 1), "not YAML: \(problem)")
    default: report("yaml", TextPlace(line: 1, column: 1), "not YAML")
    }
  }

  private mutating func report(
    _ code: String, _ place: TextPlace, _ message: String, length: Int = 1, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, file: source.name, place: place,
        sourceLine: source.text(source.lineRange(place.line)), length: length, message: message,
        help: help))
  }
}
