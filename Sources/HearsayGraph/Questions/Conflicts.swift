package import HearsayCore

/// The answer to `conflicts`.
package struct ConflictsAnswer: Sendable {
  /// Inside one article first, then strict, explicit and conditional ones.
  package var conflicts: [ConflictRow]
  package var tensions: [ConflictRow]
}

/// Two claims that do not fit, and the question they answer.
package struct ConflictRow: Hashable, Sendable {
  package var question: Question
  package var link: Link
  package var isInsideOneArticle: Bool
}

extension ClaimGraph {
  /// What does not fit: of what is asked, or of everything.
  package func conflicts(_ asked: Asked? = nil, _ scope: Scope = .all) -> ConflictsAnswer {
    var answer = ConflictsAnswer(conflicts: [], tensions: [])
    var seen: Set<[Int]> = []
    for question in wanted(asked.map({ [$0] }) ?? everythingAsked()) {
      for group in compare(question, scope).groups {
        for link in group.links where seen.insert(Self.pair(link)).inserted {
          add(link, group.question, to: &answer)
        }
      }
    }
    if asked == nil {
      answer.conflicts += quotationClashes(scope)
      let rows = claims.indices.filter(isInside(scope))
      for link in firstLinks(rows) where seen.insert(Self.pair(link)).inserted {
        add(link, sumQuestion(link), to: &answer)
      }
      for link in sumLinks(scope) where seen.insert(Self.pair(link)).inserted {
        add(link, sumQuestion(link), to: &answer)
      }
    }
    answer.conflicts = arranged(answer.conflicts, scope)
    answer.tensions = arranged(answer.tensions, scope)
    return answer
  }

  private func sumQuestion(_ link: Link) -> Question {
    let whole = claims[link.to].proposition
    return Question(
      topic: whole.topic ?? whole.predicate ?? "sum", measure: whole.measure,
      kind: whole.quantity?.kind ?? .count, realm: whole.modality.realm)
  }

  private static func pair(_ link: Link) -> [Int] {
    let sort = link.relation == .contradicts ? 0 : link.relation == .tension ? 1 : 2
    return [sort, min(link.from, link.to), max(link.from, link.to)]
  }

  private func add(_ link: Link, _ question: Question, to answer: inout ConflictsAnswer) {
    let row = ConflictRow(
      question: question, link: link,
      isInsideOneArticle: claims[link.from].document == claims[link.to].document)
    if link.relation == .contradicts { answer.conflicts.append(row) }
    if link.relation == .tension { answer.tensions.append(row) }
  }

  /// Every topic, then every predicate of a figure that has none.
  ///
  /// Topics come first: a figure that two questions find belongs to the topic, whichever predicates
  /// other articles have.
  func everythingAsked() -> [Asked] {
    var topics: Set<String> = []
    var predicates: Set<String> = []
    for claim in claims where claim.kind == .figure {
      if let topic = claim.proposition.topic {
        topics.insert(topic)
      } else if let predicate = claim.proposition.predicate {
        predicates.insert(predicate)
      }
    }
    return (topics.sorted() + predicates.subtracting(topics).sorted()).map { Asked($0) }
  }

  private func arranged(_ rows: [ConflictRow], _ scope: Scope) -> [ConflictRow] {
    let keyed = rows.map { (key: key($0), row: $0) }
    let sorted = keyed.sorted { one, other in
      if one.key.rank != other.key.rank { return one.key.rank < other.key.rank }
      return one.key.from != other.key.from
        ? one.key.from < other.key.from : one.key.to < other.key.to
    }
    return sorted.prefix(scope.top ?? sorted.count).map(\.row)
  }

  private func key(_ row: ConflictRow) -> (rank: Int, from: ClaimOrder, to: ClaimOrder) {
    let rank: Int
    switch row.link.verdict {
    case .conflict(.strict): rank = 1
    case .conflict(.explicit): rank = 2
    default: rank = 3
    }
    return (row.isInsideOneArticle ? 0 : rank, order(of: row.link.from), order(of: row.link.to))
  }
}
