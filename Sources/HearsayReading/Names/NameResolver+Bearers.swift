import HearsayCore
import HearsayText

/// From groups of sightings to bearers and mentions.
extension NameResolver {
  /// The bearers in order of appearance, and where they are named.
  func bearers(in draft: Draft) -> (entities: [Entity], names: [Placed<Int>]) {
    let heads = groups.indices.map { head($0) }
    var members: [[Int]] = Array(repeating: [], count: groups.count)
    var isJoined = Array(repeating: false, count: groups.count)
    for row in groups.indices {
      let head = heads[row]
      if members[head].isEmpty {
        members[head] = groups[row].rows
      } else {
        members[head] += groups[row].rows
        isJoined[head] = true
      }
    }
    let firsts = members.map { $0.min() ?? 0 }
    let order = members.indices.filter { !members[$0].isEmpty }
      .sorted { firsts[$0] < firsts[$1] }
    var names = Array(repeating: "", count: groups.count)
    for row in order { names[row] = canonical(row, members[row], draft) }
    var entityOf = Array(repeating: 0, count: sightings.count)
    var entities: [Entity] = []
    for (row, group) in order.enumerated() {
      let rows = isJoined[group] ? members[group].sorted() : members[group]
      for sighting in rows { entityOf[sighting] = row }
      entities.append(entity(group, rows, names[group], names, draft))
    }
    addOrganisations(&entities, entityOf)
    let placed = sightings.indices.map {
      Placed(entityOf[$0], sightings[$0].tokens, rule: sightings[$0].rule)
    }
    return (entities, placed)
  }

  /// The group that a group was joined to in the end.
  private func head(_ row: Int) -> Int {
    var row = row
    for _ in 0..<4 {
      guard let next = groups[row].joined, next != row else { return row }
      row = next
    }
    return row
  }

  /// The listed name, else the fullest form.
  private func canonical(_ group: Int, _ rows: [Int], _ draft: Draft) -> String {
    if let known = groups[group].known { return finder.tables.known.rows[known].canonical }
    for row in rows {
      guard let known = sightings[row].known,
        finder.tables.known.rows[known].kind == groups[group].kind
      else { continue }
      return finder.tables.known.rows[known].canonical
    }
    let fullest = rows.max { isLess($0, $1) }
    return fullest.map { printed(sightings[$0].tokens, draft) } ?? ""
  }

  /// Fewer words, then all capitals, then later.
  private func isLess(_ one: Int, _ other: Int) -> Bool {
    let sizes = (keyTokens(sightings[one].tokens).count, keyTokens(sightings[other].tokens).count)
    if sizes.0 != sizes.1 { return sizes.0 < sizes.1 }
    let capitals = (isAllCapitals(one), isAllCapitals(other))
    return capitals.0 != capitals.1 ? capitals.0 : one > other
  }

  private func isAllCapitals(_ row: Int) -> Bool {
    sightings[row].tokens.indices.allSatisfy {
      finder.tokens[$0].kind != .word || finder.tokens[$0].flags.contains(.allCapitals)
    }
  }

  /// The words as printed, with one blank where there were more.
  private func printed(_ tokens: TokenRange, _ draft: Draft) -> String {
    if isPrintedPlainly(tokens, draft) { return draft.words(tokens) }
    var text = ""
    for row in tokens.indices {
      if row > tokens.start, draft.tokens[row].flags.contains(.spaced) { text += " " }
      text += draft.text.text(draft.tokens[row].range)
    }
    return text
  }

  /// Whether the words stand in the text as they are to be printed.
  private func isPrintedPlainly(_ tokens: TokenRange, _ draft: Draft) -> Bool {
    for row in tokens.indices.dropFirst() {
      let token = draft.tokens[row]
      let before = draft.tokens[row - 1].end
      if !token.flags.contains(.spaced) {
        guard Int(token.start) == before else { return false }
      } else {
        guard Int(token.start) == before + 1, draft.text.bytes[before] == 0x20 else { return false }
      }
    }
    return true
  }

  private func entity(
    _ group: Int, _ rows: [Int], _ canonical: String, _ names: [String], _ draft: Draft
  ) -> Entity {
    var entity = Entity(canonical: canonical, kind: groups[group].kind ?? .other)
    entity.gender = groups[group].gender
    for row in rows {
      let name = printed(sightings[row].tokens, draft)
      if name != canonical, !entity.aliases.contains(name) { entity.aliases.append(name) }
      entity.gender = entity.gender ?? sightings[row].gender
    }
    entity.role = role(group, rows, draft)
    if let known = groups[group].known {
      entity.organisation = finder.tables.known.rows[known].organisation
    }
    if entity.kind != .person { entity.gender = nil }
    entity.candidates = groups[group].candidates.map { names[head($0)] }
    return entity
  }

  /// What the story says, else the longest role in the article.
  private func role(_ group: Int, _ rows: [Int], _ draft: Draft) -> String? {
    if let known = groups[group].known, let role = finder.tables.known.rows[known].role {
      return role
    }
    guard groups[group].kind == .person else { return nil }
    let roles = rows.compactMap { sightings[$0].role }
    let longest = roles.max {
      $0.count != $1.count ? $0.count < $1.count : $0.lower > $1.lower
    }
    return longest.map { printed($0, draft) }
  }

  private func addOrganisations(_ entities: inout [Entity], _ entityOf: [Int]) {
    guard sightings.contains(where: { $0.organisation != nil }) else { return }
    var starts: [Int32: Int] = [:]
    for (row, sighting) in sightings.enumerated() { starts[sighting.tokens.lower] = row }
    for (row, sighting) in sightings.enumerated() {
      guard let range = sighting.organisation, let other = starts[range.lower] else { continue }
      let body = entities[entityOf[other]]
      let person = entityOf[row]
      guard entities[person].kind == .person, body.kind == .organisation,
        entities[person].organisation == nil
      else { continue }
      entities[person].organisation = body.canonical
    }
  }
}
