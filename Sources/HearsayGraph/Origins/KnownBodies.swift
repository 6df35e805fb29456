import HearsayCore

/// The bodies that articles name, so that the holder of an office is known to speak for one.
struct KnownBodies: Sendable {
  /// Folded name to the name as printed, the least of several.
  private var names: [String: String] = [:]
  /// The same by what the name says without `of the`: `interior ministry`.
  private var turned: [String: String] = [:]

  private let fieldWords: Set<String>
  private let beforeField: Set<String>

  init(_ rules: GraphRules) {
    fieldWords = rules.fieldWords
    beforeField = rules.beforeField
  }

  mutating func add(_ document: GraphDocument, _ claims: [Claim]) {
    for entity in document.entities where entity.kind == .organisation || entity.kind == .other {
      add(entity.canonical)
    }
    for claim in claims {
      let speaker = claim.origin.speaker
      if speaker.kind == .organisation || speaker.kind == .government { add(speaker.name) }
    }
  }

  private mutating func add(_ name: String) {
    let key = folded(name)
    guard !key.isEmpty else { return }
    if let known = names[key] {
      if name < known { names[key] = name }
      return
    }
    names[key] = name
    let words = key.split(separator: " ").map(String.init)
    guard let of = words.firstIndex(where: fieldWords.contains), of > 0, of + 1 < words.count
    else { return }
    let rest = words[(of + 1)...].filter { !beforeField.contains($0) }
    let key2 = (rest + words[..<of]).joined(separator: " ")
    if turned[key2].map({ name < $0 }) ?? true { turned[key2] = name }
  }

  /// The body of these words, in one order or the other.
  func name(_ words: some Collection<String>) -> String? {
    let key = words.joined(separator: " ")
    return names[key] ?? turned[key]
  }
}

/// For whom somebody speaks, and whether an article says so or a role lets it be inferred.
struct SpokenFor: Hashable {
  var body: String
  var isInferred: Bool
}

extension ClaimGraph {
  /// The body that `speaker` speaks for.
  ///
  /// Whoever held a role before, or is merely employed, speaks for nobody else.
  func spokenFor(by speaker: Speaker) -> SpokenFor? {
    let known = names.entry(speaker.name)
    if known?.standsAlone == true { return nil }
    // What the rules say of a name is said by a person.
    if let body = known?.organisation {
      return SpokenFor(body: names.canonical(body), isInferred: false)
    }
    let role = foldedWords(speaker.role ?? known?.role ?? "")
    guard
      !role.contains(where: { rules.formerRoles.contains($0) || rules.ownVoiceRoles.contains($0) })
    else { return nil }
    if let body = names.organisation(of: speaker) {
      return SpokenFor(body: body, isInferred: false)
    }
    return body(endOf: role) ?? body(headedBy: role)
  }

  /// `head of Civil Defence`, when some article names Civil Defence.
  private func body(endOf role: [String]) -> SpokenFor? {
    guard let of = role.firstIndex(where: rules.fieldWords.contains), of > 0 else { return nil }
    for start in (of + 1)..<max(of + 1, role.count) {
      if let name = bodies.name(role[start...]) {
        return SpokenFor(body: names.canonical(name), isInferred: false)
      }
    }
    return nil
  }

  /// `interior minister`, when some article names the interior ministry; `secretary of state`.
  private func body(headedBy role: [String]) -> SpokenFor? {
    guard let office = role.firstIndex(where: { rules.heads[$0] != nil }),
      let noun = rules.heads[role[office]]
    else { return nil }
    let rest = role[(office + 1)...].filter {
      !rules.fieldWords.contains($0) && !rules.beforeField.contains($0)
    }
    let fields = rest.isEmpty ? Array(role[..<office]) : rest
    for start in fields.indices {
      if let name = bodies.name(fields[start...] + [noun]) {
        return SpokenFor(body: names.canonical(name), isInferred: true)
      }
    }
    return nil
  }
}
