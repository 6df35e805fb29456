package import HearsayCore

/// A table of what is known of each file, parted by tabs.
///
/// `manifest.tsv` in a folder: `file, publisher, date, title`, further columns are not read; the
/// file of `--manifest`: `file, date`. A first line `file…` is a heading; `#` begins a comment.
package struct Manifest: Sendable {
  /// The last part of each file's name, to what is known.
  package var facts: [String: KnownFacts] = [:]
  /// The files in the order of the table.
  package var order: [String] = []
  /// What is wrong with it.
  package var diagnostics: [Diagnostic] = []

  /// Reads a table; a line that has no date where one belongs is named, the others still count.
  package init(_ table: SourceText) {
    for number in 1...max(1, table.lineStarts.count) {
      let line = table.text(table.lineRange(number))
      let plain = number == 1 && line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line
      if plain.allSatisfy(\.isWhitespace) || plain.hasPrefix("#") { continue }
      read(plain, number, table.name)
    }
  }

  private mutating func read(_ line: String, _ number: Int, _ table: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(trimmed)
    if fields[0].lowercased() == "file", order.isEmpty { return }
    guard fields.count >= 2 else {
      diagnostics.append(
        Diagnostic(
          .error, code: "manifest", file: table, place: TextPlace(line: number, column: 1),
          sourceLine: line, length: line.unicodeScalars.count,
          message: "a line needs a file and, after a tab, what is known of it"))
      return
    }
    let file = Path.leaf(fields[0])
    if facts[file] == nil { order.append(fields[0]) }
    facts[file] = known(fields, number, line, table)
  }

  private mutating func known(
    _ fields: [String], _ number: Int, _ line: String, _ table: String
  ) -> KnownFacts {
    if fields.count == 2, let day = Day(iso: String(fields[1].prefix(10))) {
      return KnownFacts(published: day)
    }
    var known = KnownFacts(outlet: value(fields[1]))
    if fields.count > 2, let date = value(fields[2]) {
      known.published = Day(iso: String(date.prefix(10)))
      if known.published == nil {
        diagnostics.append(badDate(date, number, line, table))
      }
    }
    if fields.count > 3 { known.headline = value(fields[3]) }
    return known
  }
}

/// What stands in a field; nothing and `-` mean that it is not known.
private func value(_ field: String) -> String? { field.isEmpty || field == "-" ? nil : field }

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first?.isWhitespace ?? false { text.removeFirst() }
  while text.last?.isWhitespace ?? false { text.removeLast() }
  return String(text)
}

func badDate(_ date: String, _ number: Int, _ line: String, _ file: String) -> Diagnostic {
  let before = line.range(of: date).map { line[..<$0].unicodeScalars.count } ?? 0
  return Diagnostic(
    .error, code: "date", file: file, place: TextPlace(line: number, column: before + 1),
    sourceLine: line, length: date.unicodeScalars.count,
    message: "'\(date)' is no day", help: "a day is written 2026-01-14")
}

extension String {
  /// Where `part` first stands; without Foundation.
  fileprivate func range(of part: String) -> String.Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start }
      start = index(after: start)
    }
    return nil
  }
}
