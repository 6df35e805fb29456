public import HearsayCore

/// A node of a rules file: text, a list or a map, with its place.
///
/// Every scalar is text.
///
/// No booleans, numbers or dates: YAML's default resolver turns `no` and `2026-01-08` into typed
/// values, and a rules file means the words.
public struct RuleNode: Sendable {
  /// What the node holds.
  public indirect enum Content: Sendable {
    /// One scalar.
    case text(String)
    /// A sequence.
    case list([RuleNode])
    /// A mapping in file order.
    case map([RuleEntry])
  }

  /// What the node holds.
  public var content: Content
  /// Where it begins.
  public var place: RulePlace

  /// A node.
  public init(_ content: Content, place: RulePlace) {
    self.content = content
    self.place = place
  }
}

/// One `key: value` of a map.
public struct RuleEntry: Sendable {
  /// The key as text.
  public var key: String
  /// Where the key stands.
  public var keyPlace: RulePlace
  /// What it is set to.
  public var value: RuleNode

  /// An entry.
  public init(key: String, keyPlace: RulePlace, value: RuleNode) {
    self.key = key
    self.keyPlace = keyPlace
    self.value = value
  }
}

/// A file of the rules and a place in it.
public struct RulePlace: Hashable, Sendable {
  /// The row of the file in ``RuleSet/files``; -1 for nowhere.
  public var file: Int
  /// Line and column.
  public var place: TextPlace

  /// A place.
  public init(file: Int, place: TextPlace) {
    self.file = file
    self.place = place
  }

  /// No place at all: a value that no file holds.
  public static let nowhere = RulePlace(file: -1, place: TextPlace(line: 0, column: 0))
}

extension RuleNode {
  /// A node that holds nothing, given for keys that are not there.
  public static let empty = RuleNode(.list([]), place: .nowhere)

  /// The value under `key`; ``empty`` when there is none.
  public subscript(key: String) -> RuleNode {
    guard case .map(let entries) = content else { return .empty }
    return entries.first { $0.key == key }?.value ?? .empty
  }

  /// The scalar, or `nil`.
  public var text: String? {
    if case .text(let text) = content { return text }
    return nil
  }

  /// The scalars of a list; a single scalar counts as a list of one; a map gives none.
  public var words: [String] {
    switch content {
    case .text(let text): [text]
    case .list(let nodes): nodes.compactMap(\.text)
    case .map: []
    }
  }

  /// The nodes of a list; none for anything else.
  public var items: [RuleNode] {
    if case .list(let nodes) = content { return nodes }
    return []
  }

  /// The entries of a map in file order; none for anything else.
  public var entries: [RuleEntry] {
    if case .map(let entries) = content { return entries }
    return []
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool {
    switch content {
    case .text(let text): text.isEmpty
    case .list(let nodes): nodes.isEmpty
    case .map(let entries): entries.isEmpty
    }
  }
}
