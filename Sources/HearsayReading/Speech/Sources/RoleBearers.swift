import HearsayCore
import HearsayText

/// Persons by their roles, so that `the senator` finds whom the article calls so.
///
/// Filed when somebody is asked for: most articles never do.
final class RoleBearers {
  private let layers: SpeechLayers
  /// The words before the body in a role.
  let links: [String]
  private var isFiled = false
  /// The persons of each role, as rows of the entities.
  private var rows: [String: [Int]] = [:]
  /// Where each entity is named, in order; by row of the entities.
  private var places: [[Int]] = []

  init(_ layers: SpeechLayers) {
    self.layers = layers
    links =
      [layers.lexicon.text(layers.function.of)] + layers.tables.people.roleLinks
  }

  private func file() {
    isFiled = true
    let (draft, lexicon, titles) = (layers.draft, layers.lexicon, layers.tables.people.titles)
    places = Array(repeating: [], count: draft.entities.count)
    for name in draft.names where places.indices.contains(name.value) {
      places[name.value].append(name.tokens.start)
      guard draft.entities[name.value].kind == .person else { continue }
      for token in max(0, name.tokens.start - 2)..<min(draft.tokens.count, name.tokens.end) {
        let word = draft.tokens[token].word
        for noun in titles[word] ?? [] { add(name.value, noun) }
        // `Prosecutor Al West`: any noun for persons in front of the name.
        let tags = lexicon.tags(word)
        // `DPO Ana Lima`, then `the DPO`.
        if token == name.tokens.start - 1, draft.tokens[token].flags.contains(.allCapitals),
          (2...4).contains(draft.tokens[token].length)
        {
          add(name.value, lexicon.text(word).lowercased())
        }
        if token == name.tokens.start - 1, draft.tokens[token].flags.contains(.capital),
          tags.has(.personNoun) || tags.has(.anonymousHead)
        {
          add(name.value, lexicon.text(word))
        }
      }
    }
    for (row, entity) in draft.entities.enumerated() where entity.kind == .person {
      for key in Self.keys(entity.role, before: links) { add(row, key) }
      if let initials = Self.initials(entity.role, without: links) { add(row, initials) }
    }
  }

  private func add(_ row: Int, _ key: String) {
    if rows[key]?.suffix(16).contains(row) != true { rows[key, default: []].append(row) }
  }

  /// `interior minister of Orta`: the whole role, without its body, and its noun.
  static func keys(_ role: String?, before links: [String]) -> [String] {
    guard let role = role?.lowercased() else { return [] }
    var words: [Substring] = []
    for word in role.split(separator: " ") {
      if links.contains(String(word)) { break }
      words.append(word)
    }
    guard let last = words.last else { return [role] }
    return [role, words.joined(separator: " "), String(last)]
  }

  /// `pm` of a prime minister, `ig` of an inspector general of police: the office's first letters,
  /// as far as its body.
  static func initials(_ role: String?, without links: [String]) -> String? {
    var letters = ""
    for word in role?.lowercased().split(separator: " ") ?? [] {
      if links.contains(String(word)) { break }
      if let first = word.first { letters.append(first) }
    }
    return (2...4).contains(letters.utf8.count) ? letters : nil
  }

  /// The person of that role who is named last before a token; the first one when none is.
  func bearer(of role: String, before token: Int) -> Int? {
    if !isFiled { file() }
    guard let candidates = rows[role], let first = candidates.first else { return nil }
    guard candidates.count > 1 else { return first }
    var best: (row: Int, at: Int)?
    for row in candidates.suffix(16) {
      let low = partitionPoint(places[row].count) { places[row][$0] < token }
      guard low > 0 else { continue }
      let at = places[row][low - 1]
      if best.map({ $0.at < at }) ?? true { best = (row, at) }
    }
    return best?.row ?? first
  }
}
