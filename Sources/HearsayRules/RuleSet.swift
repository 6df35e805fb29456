public import HearsayCore

/// The rules in force: the language layer with the story layers merged over it.
public struct RuleSet: Sendable {
  /// The merged tree; see `RulesLanguage` in the documentation for its keys.
  public var root: RuleNode
  /// The files it came from, the language first.
  public var files: [SourceText]
  /// The row of the first file that is no part of a language.
  public var firstStory: Int

  /// A rule set.
  public init(root: RuleNode, files: [SourceText], firstStory: Int = 1) {
    self.root = root
    self.files = files
    self.firstStory = firstStory
  }

  /// The part under a dotted path such as `numbers.exact`; empty when there is none.
  public subscript(path: String) -> RuleNode {
    path.split(separator: ".").reduce(root) { $0[String($1)] }
  }

  /// The short name of a file for naming rules: `rules/english.yaml` is `english`.
  public func layerName(_ file: Int) -> String {
    guard files.indices.contains(file) else { return "built-in" }
    let leaf = files[file].name.split(separator: "/").last.map(String.init) ?? "rules"
    return leaf.hasSuffix(".yaml") ? String(leaf.dropLast(5)) : leaf
  }
}
