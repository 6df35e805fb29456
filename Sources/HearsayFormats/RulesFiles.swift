package import HearsayCore

/// Finds the rules files that a story needs: its own and those it extends.
package struct RulesFinder: Sendable {
  /// Folders in which `rules/` may stand beside the ones of the story, nearest first.
  package var roots: [String]
  /// The files outside.
  package var files: FileAccess

  /// A finder that looks beside the naming file, then in `rules/` of each root.
  package init(roots: [String], files: FileAccess) {
    self.roots = roots
    self.files = files
  }

  /// The rules of English and, over them, the given files in order.
  ///
  /// A file may begin with `extends: NAME`: `NAME.yaml` beside it, or in `rules/` of a root, is
  /// then laid under it. Without any file that extends something, English is.
  package func find(_ paths: [String]) -> (files: [SourceText], diagnostics: [Diagnostic]) {
    var found: [SourceText] = []
    var diagnostics: [Diagnostic] = []
    for path in paths where !found.contains(where: { $0.name == path }) {
      add(path, under: [], &found, &diagnostics)
    }
    if found.isEmpty, diagnostics.isEmpty {
      addBase("english", beside: "", [], &found, &diagnostics)
    }
    return (found, diagnostics)
  }

  private func add(
    _ path: String, under: [String], _ found: inout [SourceText],
    _ diagnostics: inout [Diagnostic]
  ) {
    do {
      let file = try files.text(of: path)
      if let base = Self.keyword("extends", in: file) {
        addBase(base, beside: path, under + [path], &found, &diagnostics)
      } else if Self.keyword("language", in: file) == nil, found.isEmpty {
        addBase("english", beside: path, under + [path], &found, &diagnostics)
      }
      found.append(file)
    } catch {
      diagnostics.append(error.diagnostic(path))
    }
  }

  private func addBase(
    _ name: String, beside path: String, _ under: [String], _ found: inout [SourceText],
    _ diagnostics: inout [Diagnostic]
  ) {
    let leaf = name.hasSuffix(".yaml") ? name : name + ".yaml"
    let places = [Path.join(Path.folder(path), leaf)] + roots.map { Path.join($0, "rules/" + leaf) }
    guard let place = places.first(where: { isFile($0) }) else {
      diagnostics.append(
        Diagnostic(
          .error, code: "no-base-rules", file: path.isEmpty ? nil : path,
          message: "the rules '\(name)' are not found",
          help: "looked for " + places.joined(separator: ", ")))
      return
    }
    if under.contains(place) || found.contains(where: { $0.name == place }) { return }
    add(place, under: under, &found, &diagnostics)
  }

  private func isFile(_ path: String) -> Bool {
    if case .file = files.kind(path) { return true }
    return false
  }

  /// The value of a top-level key that stands alone on its line, such as `extends: english`.
  static func keyword(_ key: String, in file: SourceText) -> String? {
    for number in file.lineStarts.indices {
      let line = file.text(file.lineRange(number + 1))
      guard line.hasPrefix(key + ":") else { continue }
      let value = line.dropFirst(key.count + 1).split(separator: "#", maxSplits: 1).first ?? ""
      let words = value.split(whereSeparator: \.isWhitespace)
      return words.first.map(String.init)
    }
    return nil
  }
}
