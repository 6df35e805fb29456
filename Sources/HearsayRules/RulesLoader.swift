public import HearsayCore

/// Reads rules files, checks them and merges them into one set.
public enum RulesLoader {
  /// Loads `files`, the language layer first; later layers win per key, their lists append.
  ///
  /// - Returns: the rules with warnings, or `nil` with every error found in one pass.
  public static func load(_ files: [SourceText]) -> (rules: RuleSet?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var layers: [RuleNode] = []
    for (row, file) in files.enumerated() {
      var reader = YAMLReader(file, file: row)
      let node = reader.read()
      diagnostics += reader.diagnostics
      guard let node else {
        if reader.diagnostics.isEmpty { diagnostics.append(empty(file)) }
        continue
      }
      diagnostics += checkShape(node, files)
      layers.append(node)
    }
    guard layers.count == files.count, let base = layers.first else { return (nil, diagnostics) }
    let root = layers.dropFirst().reduce(base, merge)
    let firstStory = max(1, layers.firstIndex { $0["language"].isEmpty } ?? layers.count)
    var references = ReferenceChecker(root, files: files, firstStory: firstStory)
    references.check()
    let hasErrors = (diagnostics + references.checker.diagnostics).contains {
      $0.severity == .error
    }
    if !hasErrors { references.warn() }
    diagnostics += references.checker.diagnostics
    let rules = RuleSet(root: root, files: files, firstStory: firstStory)
    return (hasErrors ? nil : rules, sorted(diagnostics, files))
  }

  private static func empty(_ file: SourceText) -> Diagnostic {
    Diagnostic(
      .error, code: "empty", file: file.name, message: "nothing in this rules file",
      help: "a rules file begins with 'hearsay: 1'")
  }

  /// A layer with `language:` may hold the tables of a language; a story may not.
  private static func checkShape(_ node: RuleNode, _ files: [SourceText]) -> [Diagnostic] {
    var checker = ShapeChecker(files: files)
    let fields = node["language"].isEmpty ? RulesSchema.story : RulesSchema.language
    checker.check(node, .record(fields), at: "")
    return checker.diagnostics
  }

  private static func sorted(_ diagnostics: [Diagnostic], _ files: [SourceText]) -> [Diagnostic] {
    let order = Dictionary(files.enumerated().map { ($1.name, $0) }) { one, _ in one }
    return diagnostics.enumerated().sorted { one, other in
      func key(_ item: EnumeratedSequence<[Diagnostic]>.Element) -> [Int] {
        [
          order[item.element.file ?? ""] ?? -1, item.element.place?.line ?? 0,
          item.element.place?.column ?? 0, item.offset,
        ]
      }
      return key(one).lexicographicallyPrecedes(key(other))
    }.map(\.element)
  }

  /// The later layer wins per key, lists append, and what its `remove:` names is taken out first.
  static func merge(_ under: RuleNode, _ over: RuleNode) -> RuleNode {
    over["remove"].words.reduce(under) { removing($1.split(separator: "."), from: $0) }
      .merged(with: over)
  }

  private static func removing(_ path: [Substring], from node: RuleNode) -> RuleNode {
    guard let first = path.first, case .map(var entries) = node.content else { return node }
    if path.count == 1 {
      entries.removeAll { $0.key == first }
    } else if let row = entries.firstIndex(where: { $0.key == first }) {
      entries[row].value = removing(Array(path.dropFirst()), from: entries[row].value)
    }
    return RuleNode(.map(entries), place: node.place)
  }
}

extension RuleNode {
  func merged(with over: RuleNode) -> RuleNode {
    switch (content, over.content) {
    case (.map(let below), .map(let above)):
      var merged = below
      for entry in above {
        if let row = merged.firstIndex(where: { $0.key == entry.key }) {
          merged[row].value = merged[row].value.merged(with: entry.value)
          merged[row].keyPlace = entry.keyPlace
        } else {
          merged.append(entry)
        }
      }
      return RuleNode(.map(merged), place: over.place)
    case (.list(let below), .list(let above)):
      return RuleNode(.list(below + above), place: over.place)
    default: return over
    }
  }
}
