import HearsayCore

// Parts and wholes as a question sees them: six of the injured who fight for their lives are the
// answer to who is critical, and no number of the injured.

extension ClaimGraph {
  /// Settles which of the figures found are parts of what is asked.
  func settleParts(_ found: inout FoundClaims, _ related: RelatedWords?) {
    guard found.closeness.count <= mostLookedAt else { return }
    guard let own = words(of: found, related), own.counted == .people || own.counted == .any,
      !own.says.isEmpty
    else { return }
    let rows = sorted(
      found.closeness.keys.filter {
        claims.isFigure($0) && claims[$0].proposition.quantity?.kind == .count
      })
    dropBases(rows, own, &found)
    setAsideLists(rows, &found)
    var parts: [Int] = []
    for row in rows where found.closeness[row] == .central && isCountedOut(row) {
      guard claims[row].proposition.quantity?.vague == nil, !isAll(row) else { continue }
      if tells(own, row) {
        parts.append(row)
      } else if clause(row).isCountedOut, isToldByAnother(row, own) {
        found.asides.insert(row)
      }
    }
    for row in parts {
      if isWholeAnswer(row, found) {
        found.wholes.insert(row)
        found.asides.remove(row)
      } else if isToldByAnother(row, own, isFirm: true) {
        found.asides.insert(row)
      }
    }
    for row in rows where !isCountedOut(row) && isCarried(row, rows, own) {
      found.asides.insert(row)
    }
  }

  /// `all four of the robbers`.
  private func isAll(_ row: Int) -> Bool { clause(row).hasBeside(rules.totalWords, 1, 0) }

  private func isCountedOut(_ row: Int) -> Bool {
    let clause = clause(row)
    return clause.isCountedOut || clause.isIncluded || isBehindBase(row)
  }

  /// `Out of the 23 men, three were shot`.
  private func isBehindBase(_ row: Int) -> Bool {
    guard row > claimRows[claims.document(of: row)].lowerBound, claims.isFigure(row - 1) else {
      return false
    }
    return claims[row - 1].sentence.range == claims[row].sentence.range && clause(row - 1).isBase
      && size(of: row) < size(of: row - 1)
  }

  /// Whether the words beside a figure say of it what is asked.
  private func tells(_ own: RelatedWords, _ row: Int) -> Bool {
    let clause = clause(row)
    return own.says.contains { clause.says($0) == .ofIt }
  }

  /// Whether they say another thing of it, and not this one.
  private func isToldByAnother(
    _ row: Int, _ own: RelatedWords, isFirm: Bool = false
  ) -> Bool {
    // Who asks by a noun wants all that it counts.
    guard own.nouns.isEmpty else { return false }
    let clause = clause(row)
    let filed = sharedRules.rules.concepts.filed
    return clause.candidates.contains { place in
      let other = filed.all[place.entry]
      guard other.name != own.name, other.counted == .people else { return false }
      let phrase = other.says[place.phrase]
      return !(isFirm && phrase.isLoose) && !phrase.after.isEmpty && clause.says(phrase) == .ofIt
    }
  }

  /// `seven of the 17 wounded are critical`: what the answer is taken from is none, unless its own
  /// words say so.
  private func dropBases(_ rows: [Int], _ own: RelatedWords, _ found: inout FoundClaims) {
    for row in rows where clause(row).isTakenFrom {
      let sentence = claims[row].sentence.range
      let hasPart = rows.contains {
        $0 != row && abs($0 - row) <= 2 && claims[$0].sentence.range == sentence
          && size(of: $0) < size(of: row) && size(of: $0) > .one
      }
      let clause = clause(row)
      guard hasPart, !clause.goesOnAboutIt, !own.says.contains(where: clause.isDescribed),
        !own.counts(claims.countedWords(of: row))
      else { continue }
      found.closeness[row] = nil
      found.by[row] = nil
    }
  }

  private func size(of row: Int) -> ExactNumber {
    claims[row].proposition.quantity?.interval.low ?? .zero
  }

  /// Where no larger number of its article answers, the part is what is asked for.
  private func isWholeAnswer(_ row: Int, _ found: FoundClaims) -> Bool {
    claimRows[claims.document(of: row)].allSatisfy { other in
      guard other != row, found.closeness[other] == .central, !found.asides.contains(other),
        claims.isFigure(other), claims[other].proposition.quantity?.kind == .count
      else { return true }
      return size(of: other) <= size(of: row)
    }
  }

  /// `36 people were hurt and eight were sent home`: the smaller was read with the topic of the
  /// number before, and its own words tell another thing.
  private func isCarried(_ row: Int, _ rows: [Int], _ own: RelatedWords) -> Bool {
    guard claims.countedWords(of: row).isEmpty, !tells(own, row),
      isToldByAnother(row, own)
    else { return false }
    let sentence = claims[row].sentence.range
    return rows.contains {
      $0 < row && row - $0 <= 3 && claims[$0].sentence.range == sentence
        && size(of: $0) > size(of: row) && claims[$0].voice == claims[row].voice
    }
  }

  /// `Nine were dead: seven villagers and two soldiers`: what adds up to the number before is no
  /// number besides.
  private func setAsideLists(_ rows: [Int], _ found: inout FoundClaims) {
    for (place, row) in rows.enumerated() {
      var sum = ExactNumber.zero
      var parts: [Int] = []
      for other in rows[(place + 1)...].prefix(mostListed)
      where claims[other].sentence.range == claims[row].sentence.range
        && size(of: other) < size(of: row)
      {
        guard let more = sum.plus(size(of: other)) else { break }
        sum = more
        parts.append(other)
        // What a colon opens: `14, down to 10 after four went home` is no list.
        guard let first = parts.first, clause(first).opensClause else { break }
        if parts.count > 1, sum == size(of: row) {
          found.asides.formUnion(parts)
          break
        }
      }
    }
  }
}

/// No list of groups is longer.
private let mostListed = 6
