package import HearsayCore
package import HearsayFormats
package import HearsayRules

/// Rules from files, with everything that is wrong with them.
package struct LoadedRules: Sendable {
  /// The rules; `nil` when there is an error.
  package var rules: RuleSet?
  /// The files they came from, the language first.
  package var paths: [String] { sources.map(\.name) }
  /// Their texts.
  package var sources: [SourceText]
  /// Errors and warnings.
  package var diagnostics: [Diagnostic]
}

/// Finds and loads rules files: all of it, or nothing and every message.
///
/// When the files are those of `former`, it is given back as it is.
package func loadRules(
  _ paths: [String], files: FileAccess, roots: [String], former: LoadedRules? = nil
) -> LoadedRules {
  let found = RulesFinder(roots: roots, files: files).find(paths)
  guard found.diagnostics.isEmpty else {
    return LoadedRules(rules: nil, sources: found.files, diagnostics: found.diagnostics)
  }
  if let former, former.rules != nil, former.isMade(of: found.files) { return former }
  let (rules, diagnostics) = RulesLoader.load(found.files)
  return LoadedRules(rules: rules, sources: found.files, diagnostics: diagnostics)
}

extension LoadedRules {
  /// Whether it was made of these files, byte for byte.
  func isMade(of files: [SourceText]) -> Bool {
    sources.count == files.count
      && zip(sources, files).allSatisfy { $0.name == $1.name && $0.bytes == $1.bytes }
  }
}
