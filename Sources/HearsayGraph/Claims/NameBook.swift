package import HearsayCore

/// The names of the rules by any of their spellings.
struct NameBook: Sendable {
  private var rows: [String: Int] = [:]
  private let names: [GraphRules.Name]
  /// Whether the rules know any body that watches others.
  let hasMonitors: Bool

  init(_ names: [GraphRules.Name]) {
    self.names = names
    hasMonitors = names.contains(where: \.isMonitor)
    for (row, name) in names.enumerated() {
      for spelling in [name.canonical] + name.aliases where rows[folded(spelling)] == nil {
        rows[folded(spelling)] = row
      }
    }
  }

  /// What the rules say of the bearer of `name`.
  func entry(_ name: String) -> GraphRules.Name? { rows[folded(name)].map { names[$0] } }

  /// The name under which the rules know `name`; itself when they do not.
  func canonical(_ name: String) -> String { entry(name)?.canonical ?? name }

  /// The body `speaker` speaks for, by the article or by the rules.
  func organisation(of speaker: Speaker) -> String? {
    let known = entry(speaker.name)
    if known?.standsAlone == true { return nil }
    if let body = speaker.organisation ?? known?.organisation { return canonical(body) }
    return body(in: speaker.role) ?? body(in: known?.role)
  }

  /// The body that a role names at its end: `director of Penal Forum`.
  private func body(in role: String?) -> String? {
    let words = role.map(foldedWords) ?? []
    for length in stride(from: min(words.count - 1, 5), to: 0, by: -1) {
      guard let row = rows[words.suffix(length).joined(separator: " ")] else { continue }
      if names[row].kind == .organisation { return names[row].canonical }
    }
    return nil
  }

  /// The side of a speaker or of the body it speaks for.
  func side(of speaker: Speaker) -> String? {
    if let side = entry(speaker.name)?.side { return side }
    return organisation(of: speaker).flatMap { entry($0)?.side }
  }
}

extension ClaimGraph {
  /// The name under which the rules and corrections by hand know `name`.
  package func canonicalName(_ name: String) -> String { names.canonical(name) }
}
