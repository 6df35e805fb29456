public import Foundation
public import HearsayCore
public import HearsayRules

/// The project's own root, found from this file's place in it.
public let projectRoot: URL = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A file of the project.
public func projectFile(_ path: String) throws -> SourceText {
  let data = try Data(contentsOf: projectRoot.appendingPathComponent(path))
  return SourceText(name: path, bytes: Array(data))
}

/// The files of the rules of English, the lowest layer first.
public let englishFiles = ["rules/english-cues.yaml", "rules/english.yaml"]

/// The rules of English, with the given story files over them.
public func testRules(_ stories: String...) throws -> RuleSet {
  let files = try (englishFiles + stories).map(projectFile)
  let (rules, diagnostics) = RulesLoader.load(files)
  guard let rules else { throw TestRulesFailed(diagnostics: diagnostics) }
  return rules
}

/// The project's own rules do not load.
public struct TestRulesFailed: Error {
  /// Why.
  public let diagnostics: [Diagnostic]
}
