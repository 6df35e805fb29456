import HearsayFormats

/// A session being written down: a script, a test, and the skeleton of a lesson.
///
/// Kept: what succeeded, with its answer when the file is Markdown.
struct Recording: Sendable {
  let path: String
  private var entries: [Entry] = []

  private struct Entry: Sendable {
    var command: String
    var output: String
  }

  init(path: String) { self.path = path }

  /// Whether the file is a lesson, and not a plain script.
  var isLesson: Bool { path.hasSuffix(".md") }

  var count: Int { entries.count }

  mutating func add(_ command: String, output: String) {
    entries.append(Entry(command: command, output: output))
  }

  /// The file's text.
  func text(title: String?, corpus: [String]) -> String {
    guard isLesson else { return entries.map { $0.command + "\n" }.joined() }
    let name = Path.leaf(path).split(separator: ".").first.map(String.init) ?? "lesson"
    var out = "---\nlesson: \(name)\ntitle: \(printable(title ?? name))\n"
    if let corpus = corpus.first { out += "corpus: \(relative(corpus))\n" }
    out += "---\n\n# \(printable(title ?? name))\n"
    for entry in entries { out += "\n" + block(entry) }
    return out
  }

  private func block(_ entry: Entry) -> String {
    let mark = entry.command.hasPrefix("expect ")
    if mark { return fenced("expect", String(entry.command.dropFirst("expect ".count)) + "\n") }
    return fenced("hearsay", entry.command + "\n") + fenced("output", entry.output)
  }

  /// A fence longer than any in the text.
  private func fenced(_ kind: String, _ text: String) -> String {
    var longest = 2
    for line in text.split(separator: "\n") {
      longest = max(longest, line.prefix { $0 == "`" }.count)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(kind)\n\(text)\(text.hasSuffix("\n") || text.isEmpty ? "" : "\n")\(fence)\n"
  }

  /// The corpus as seen from the file's folder.
  private func relative(_ corpus: String) -> String {
    if corpus.hasPrefix("/") || path.hasPrefix("/") { return corpus }
    let depth = Path.folder(path).split(separator: "/").count
    return String(repeating: "../", count: depth) + corpus
  }
}

extension Session {
  /// Adds a command that succeeded to what is being written down, and writes it.
  ///
  /// - Returns: what is wrong when the file cannot be written; it is then given up.
  mutating func record(_ line: String, output: String) -> String? {
    guard recording != nil, !line.isEmpty else { return nil }
    recording?.add(line, output: output)
    guard let recording else { return nil }
    let text = recording.text(title: title, corpus: corpusPaths)
    if files.replace(recording.path, Array(text.utf8)) { return nil }
    self.recording = nil
    return "'\(printable(recording.path))' cannot be written: recording ends"
  }
}
