import HearsayCore

// What articles say themselves of how two claims bear on each other: no arithmetic is needed.

extension ClaimGraph {
  /// Parts named in the words, rejections, and denials of a label, among the claims of `documents`.
  func statedLinks(in documents: some Sequence<Int>) -> [Link] {
    documents.flatMap { document in
      partLinks(claimRows[document]) + disputeLinks(document)
    }
  }

  /// `of about 800, about 50 were freed`: the words make the 50 a part, whatever each counts.
  private func partLinks(_ rows: Range<Int>) -> [Link] {
    rows.compactMap { row in
      guard let whole = statedWhole(row), whole != row else { return nil }
      return Link(
        .partOf, verdict: .compatible, from: row, to: whole,
        reasons: ["its own words count it out of the other"])
    }
  }

  /// The whole that its own words count a figure out of.
  func statedWhole(_ row: Int) -> Int? {
    claims[row].partOf ?? standing(claims.document(of: row)).wholes[row]
  }

  private func disputeLinks(_ document: Int) -> [Link] {
    let rows = claimRows[document]
    let denying = rows.filter { claims[$0].disputes != nil || claims[$0].contestsLabel != nil }
    guard !denying.isEmpty else { return [] }
    let figures = rows.filter { claims.isFigure($0) }
    let disputes = Disputes(figures, origins(of: figures), self)
    var links = disputes.rejections.map { pair in rejection(pair.from, pair.to) }
    let denials = disputes.denials + denying.compactMap { denialBeside($0) }
    links += denials.map { pair in
      Link(
        .contestsLabel, verdict: .contestedLabel, from: pair.from, to: pair.to,
        reasons: ["it is denied that those counted bear the label"])
    }
    for row in denying where claims[row].disputes != nil {
      guard !disputes.rejections.contains(where: { $0.from == row }),
        let rejected = statementBefore(row)
      else { continue }
      links += account(upTo: rejected, before: row).map { rejection(row, $0) }
      // What the same speaker goes on to say is the other account.
      if let own = statementAfter(row) { links.append(rejection(own, rejected)) }
    }
    return links + denialLinks(document)
  }

  /// `The authority denies that there was such an order`: what somebody denies, against who told of
  /// it before.
  private func denialLinks(_ document: Int) -> [Link] {
    let statements = claimRows[document].filter { claims[$0].kind == .statement }
    return statements.compactMap { row in
      guard claims[row].origin.strength == .disputing, claims[row].disputes == nil,
        let told = lastTelling(of: row, statements)
      else { return nil }
      return rejection(row, told)
    }
  }

  /// The last statement of somebody else that speaks of the same thing, not far before.
  private func lastTelling(of denial: Int, _ statements: [Int]) -> Int? {
    let own = ownOrigin(denial).key
    let start = claims[denial].sentence.range.start
    let words = longWords(denial)
    return statements.prefix { $0 < denial }.suffix(8).last { other in
      claims[other].chain.count > 1 && ownOrigin(other).key != own
        && start - claims[other].sentence.range.end <= farthestDenied
        && !words.isDisjoint(with: longWords(other))
    }
  }

  private func longWords(_ row: Int) -> Set<String> {
    Set(foldedWords(claims[row].words).filter { $0.utf8.count > 4 })
  }

  /// The words that deny the label of a figure beside them: `more than 400, "not political
  /// prisoners"`.
  private func denialBeside(_ figure: Int) -> (from: Int, to: Int)? {
    guard claims.isFigure(figure), let words = claims[figure].contestsLabel.map(foldedWords)
    else { return nil }
    let denial = claimRows[claims[figure].document].first { row in
      claims[row].kind == .statement
        && claims[row].sentence.range == claims[figure].sentence.range
        && containsRun(words, in: foldedWords(claims[row].words))
    }
    return denial.map { ($0, figure) }
  }

  private func rejection(_ from: Int, _ to: Int) -> Link {
    Link(
      .disputes, verdict: .conflict(.explicit), from: from, to: to,
      reasons: ["the text says that one rejects the other"])
  }

  /// What its speaker said right before, too: an account may be told in two quotations.
  private func account(upTo last: Int, before row: Int) -> [Int] {
    let speaker = ownOrigin(last).key
    // `"It said: wait"` is still his account who tells of the order.
    let tellers = Set(claims[last].chain.dropFirst().map(\.speaker.name))
    let start = claims[row].sentence.range.start
    return claimRows[claims[row].document].prefix { $0 <= last }.filter { other in
      claims[other].kind == claims[last].kind && claims[other].chain.count > 1
        && start - claims[other].sentence.range.end <= farthestRejected
        && (ownOrigin(other).key == speaker || tellers.contains(claims[other].origin.speaker.name))
    }
  }

  /// The last thing somebody else said before, near enough to be `that account`.
  private func statementBefore(_ row: Int) -> Int? {
    let own = ownOrigin(row).key
    let start = claims[row].sentence.range.start
    return claimRows[claims[row].document].last { other in
      let claim = claims[other]
      return claim.span.range.end <= claims[row].span.range.start && claim.chain.count > 1
        && claim.disputes == nil && ownOrigin(other).key != own
        && start - claim.sentence.range.end <= farthestRejected
    }
  }

  private func statementAfter(_ row: Int) -> Int? {
    let own = ownOrigin(row).key
    let end = claims[row].sentence.range.end
    return claimRows[claims[row].document].first { other in
      let gap = claims[other].sentence.range.start - end
      return claims[other].kind == .statement && (0...farthestFollowing).contains(gap)
        && ownOrigin(other).key == own
    }
  }
}

/// A rejection speaks of the sentence before, or of the one before that.
private let farthestRejected = 300
/// A denial may come a paragraph later.
private let farthestDenied = 600
/// And its speaker goes on at once.
private let farthestFollowing = 20
