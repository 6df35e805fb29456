package import HearsayCore
package import HearsayFormats
package import HearsayRules

/// Rules from files, with everything that is wrong with them.
package struct LoadedRules: Sendable {
  /// The rules; `nil` when there is an error.
  package var rules: RuleSet?
  /// The files they came from, the language first.
  package var paths: [String]
  /// Errors and warnings.
  package var diagnostics: [Diagnostic]
}

/// Finds and loads rules files: all of it, or nothing and every message.
package func loadRules(_ paths: [String], files: FileAccess, roots: [String]) -> LoadedRules {
  let found = RulesFinder(roots: roots, files: files).find(paths)
  guard found.diagnostics.isEmpty else {
    return LoadedRules(rules: nil, paths: paths, diagnostics: found.diagnostics)
  }
  let (rules, diagnostics) = RulesLoader.load(found.files)
  return LoadedRules(rules: rules, paths: found.files.map(\.name), diagnostics: diagnostics)
}
