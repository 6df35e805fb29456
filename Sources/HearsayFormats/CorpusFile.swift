package import HearsayCore
internal import Yams

/// What `corpus.yaml` says of a folder: a title, its rules, and what is known of each article.
package struct CorpusFile: Sendable {
  /// One article of the list.
  package struct Entry: Sendable {
    /// Its file, as written.
    package var file: String
    /// What is known of it.
    package var known: KnownFacts
    /// Where the entry stands.
    package var place: TextPlace
  }

  /// What the story is.
  package var title: String?
  /// Its rules files, as written.
  package var rules: [String] = []
  /// Its place among other stories, when none is asked for; those without come last.
  package var order: Int?
  /// Its articles, in order.
  package var articles: [Entry] = []
  /// What is wrong with it.
  package var diagnostics: [Diagnostic] = []
  /// Whether it is no list at all: not YAML, or of another shape.
  package private(set) var isBroken = false

  private let source: SourceText

  /// Reads the file; what is wrong in it is named, and the rest still counts.
  package init(_ source: SourceText) {
    self.source = source
    do {
      let text = source.text(source.range)
      guard let root = try Yams.compose(yaml: text, .basic) else { return }
      read(root)
    } catch {
      isBroken = true
      diagnostics.append(syntaxError(error))
    }
  }

  private mutating func read(_ root: Node) {
    guard case .mapping(let entries) = root else {
      isBroken = true
      report("shape", root, "corpus.yaml is a map of 'title', 'rules' and 'articles'")
      return
    }
    for (key, value) in entries {
      switch key.text {
      case "title": title = value.text
      case "rules": rules = value.texts
      case "articles": value.items.forEach { readArticle($0) }
      case "order": order = value.text.flatMap { Int($0) }
      default: reportKey(key, ["title", "rules", "order", "articles"])
      }
    }
  }

  private mutating func readArticle(_ node: Node) {
    if let file = node.text {
      articles.append(Entry(file: file, known: KnownFacts(), place: place(node)))
      return
    }
    guard case .mapping(let entries) = node else {
      return report("shape", node, "an article is a file name or a map with 'file'")
    }
    var file: String?
    var known = KnownFacts()
    for (key, value) in entries {
      switch key.text {
      case "file": file = value.text
      case "outlet": known.outlet = value.text
      case "headline": known.headline = value.text
      case "byline": known.byline = value.texts.isEmpty ? nil : value.texts.joined(separator: ", ")
      case "published": known.published = day(value)
      default: reportKey(key, ["file", "outlet", "published", "byline", "headline"])
      }
    }
    guard let file else { return report("no-file", node, "an article needs 'file'") }
    articles.append(Entry(file: file, known: known, place: place(node)))
  }

  private mutating func day(_ node: Node) -> Day? {
    guard let text = node.text, !text.isEmpty else { return nil }
    if let day = Day(iso: text) { return day }
    report("date", node, "'\(text)' is no day", help: "a day is written 2026-01-14")
    return nil
  }

  private mutating func reportKey(_ key: Node, _ known: [String]) {
    let name = key.text ?? ""
    let near = nearestWords(to: name, among: known, limit: 1).first
    report(
      "unknown-key", key, "unknown key '\(name)'",
      help: near.map { "did you mean '\($0)'?" } ?? "allowed: \(known.joined(separator: ", "))")
  }

  private mutating func report(_ code: String, _ node: Node, _ message: String, help: String? = nil)
  {
    let place = place(node)
    diagnostics.append(
      Diagnostic(
        .error, code: code, file: source.name, place: place,
        sourceLine: source.text(source.lineRange(place.line)),
        length: node.text?.unicodeScalars.count ?? 1, message: message, help: help))
  }

  private func place(_ node: Node) -> TextPlace {
    TextPlace(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private func syntaxError(_ error: any Error) -> Diagnostic {
    guard let error = error as? YamlError else {
      return Diagnostic(.error, code: "yaml", file: source.name, message: "not YAML")
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        .error, code: "yaml", file: source.name,
        place: TextPlace(line: mark.line, column: mark.column),
        sourceLine: source.text(source.lineRange(mark.line)), message: "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, _):
      let names = duplicates.map { "\($0)" }.sorted()
      return Diagnostic(
        .error, code: "duplicate-key", file: source.name,
        message: "the key '\(names.first ?? "?")' stands twice")
    default:
      return Diagnostic(.error, code: "yaml", file: source.name, message: "not YAML")
    }
  }
}

extension Node {
  fileprivate var text: String? {
    if case .scalar(let scalar) = self { return scalar.string }
    return nil
  }

  fileprivate var items: [Node] {
    if case .sequence(let nodes) = self { return Array(nodes) }
    return []
  }

  /// A single scalar counts as a list of one.
  fileprivate var texts: [String] { text.map { [$0] } ?? items.compactMap(\.text) }
}
