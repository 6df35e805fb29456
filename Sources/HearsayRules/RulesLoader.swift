public import HearsayCore
import Yams

/// Reads rules files, checks them and merges them into one set.
public enum RulesLoader {
  /// Loads `files`, the language layer first.
  ///
  /// - Returns: the rules, or `nil` with every error found in one pass when there is one.
  public static func load(_ files: [SourceText]) -> (rules: RuleSet?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var layers: [RuleNode] = []
    for (row, file) in files.enumerated() {
      do {
        let text = String(decoding: file.bytes, as: UTF8.self)
        if let node = try Yams.compose(yaml: text, .basic) {
          layers.append(convert(node, file: row))
        }
      } catch {
        diagnostics.append(
          Diagnostic(.error, code: "yaml", file: file.name, message: "\(error)"))
      }
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    let root = layers.dropFirst().reduce(layers.first ?? .empty, merge)
    return (RuleSet(root: root, files: files), [])
  }

  static func convert(_ node: Yams.Node, file: Int) -> RuleNode {
    let mark = node.mark
    let place = RulePlace(
      file: file, place: TextPlace(line: mark?.line ?? 1, column: mark?.column ?? 1))
    switch node {
    case .scalar(let scalar): return RuleNode(.text(scalar.string), place: place)
    case .sequence(let nodes):
      return RuleNode(.list(nodes.map { convert($0, file: file) }), place: place)
    case .mapping(let mapping):
      let entries = mapping.map { pair in
        let key = convert(pair.key, file: file)
        return RuleEntry(
          key: key.text ?? "", keyPlace: key.place, value: convert(pair.value, file: file))
      }
      return RuleNode(.map(entries), place: place)
    case .alias: return RuleNode(.text(""), place: place)
    }
  }

  /// The later layer wins per key, lists append.
  static func merge(_ under: RuleNode, _ over: RuleNode) -> RuleNode {
    switch (under.content, over.content) {
    case (.map(let below), .map(let above)):
      var merged = below
      for entry in above {
        if let row = merged.firstIndex(where: { $0.key == entry.key }) {
          merged[row].value = merge(merged[row].value, entry.value)
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
