package import HearsayCore

/// A figure of a question with every origin that says it or something narrower.
package struct SupportedFigure: Hashable, Sendable {
  package var question: Question
  /// The fullest telling.
  package var claim: Int
  /// Every claim that says the figure itself, in order.
  package var claims: [Int]
  /// Whose claims those are, in order.
  package var origins: [OriginKey]
  package var independence: Independence
}

extension ClaimGraph {
  /// Every figure of what is asked, or of everything, with who stands behind it.
  ///
  /// Lines of one number and population are one figure.
  package func supportedFigures(
    _ asked: Asked? = nil, _ scope: Scope = .all
  ) -> [SupportedFigure] {
    var seen: Set<Int> = []
    var figures: [SupportedFigure] = []
    for question in wanted(asked.map({ [$0] }) ?? everythingAsked()) {
      for group in compare(question, scope).groups {
        for figure in self.figures(of: group) where seen.insert(figure.claim).inserted {
          figures.append(figure)
        }
      }
    }
    return figures
  }

  private func figures(of group: QuestionGroup) -> [SupportedFigure] {
    var places: [FigureKey: Int] = [:]
    var figures: [SupportedFigure] = []
    for line in group.lines {
      let proposition = claims[line.claim].proposition
      let key = FigureKey(
        interval: proposition.quantity?.interval, vague: proposition.quantity?.vague,
        population: proposition.population, part: figure(line.claim).part,
        window: proposition.measure == .flow ? day(of: line.claim) : nil)
      if let place = places[key] {
        figures[place].claims += line.claims
        figures[place].origins.append(line.origin)
        let known = figures[place].independence
        if (line.support.lower, line.support.upper) > (known.lower, known.upper) {
          figures[place].independence = line.support
        }
      } else {
        places[key] = figures.count
        figures.append(
          SupportedFigure(
            question: group.question, claim: line.claim, claims: line.claims,
            origins: [line.origin], independence: line.support))
      }
    }
    return figures
  }

  private struct FigureKey: Hashable {
    var interval: Interval?
    var vague: String?
    var population: String?
    var part: String?
    var window: Day?
  }
}

/// A claim by somebody whose side has a stake in what it is about.
package struct InterestedClaim: Hashable, Sendable {
  package var claim: Int
  package var side: String
  /// The topic in which the side has a stake.
  package var topic: String
  /// Sides with a stake of their own whose origins say the same.
  package var agreeing: [String]
}

extension ClaimGraph {
  /// Claims of parties: those whose own side gains or loses by what they say.
  package func interested(_ asked: Asked? = nil, _ scope: Scope = .all) -> [InterestedClaim] {
    claimList(asked, scope).compactMap { row in
      guard let side = stake(of: row), let topic = claims[row].proposition.topic else { return nil }
      return InterestedClaim(
        claim: row, side: side, topic: topic, agreeing: opposedSides(agreeingWith: row, but: side))
    }
  }

  /// The side of a claim's speaker, when it has a stake in the claim's topic.
  package func stake(of row: Int) -> String? {
    guard let topic = claims[row].proposition.topic,
      let side = names.side(of: claims[row].origin.speaker)
    else { return nil }
    return rules.sides.contains { $0.name == side && $0.stake.contains(topic) } ? side : nil
  }

  /// Other sides that say the same number of the same topic.
  private func opposedSides(agreeingWith row: Int, but own: String) -> [String] {
    let proposition = claims[row].proposition
    guard let quantity = proposition.quantity, let stated = quantity.stated else { return [] }
    let sides = index.numbers[stated].compactMap { number -> String? in
      let other = claims[Int(number)].proposition
      guard other.topic == proposition.topic, other.quantity?.interval == quantity.interval else {
        return nil
      }
      return stake(of: Int(number))
    }
    return Set(sides).subtracting([own]).sorted()
  }
}

/// How near an article stands to what a claim tells.
package enum Proximity: String, Hashable, Sendable, CaseIterable {
  /// The article says it in its own voice.
  case ownVoice
  /// It reports somebody who did, saw, counted or issued it.
  case secondary
  /// It reports another outlet, or its chain ends in people without a name.
  case tertiary
}

extension ClaimGraph {
  /// How many hands a claim went through.
  package func proximity(of row: Int) -> Proximity {
    let claim = claims[row]
    guard claim.chain.count > 1 else { return .ownVoice }
    if !claim.credits.isEmpty
      || claim.chain.dropFirst().contains(where: { $0.speaker.kind == .outlet })
    {
      return .tertiary
    }
    switch ownOrigin(row).kind {
    case .identified, .document, .anonymous: return .secondary
    case .collective, .outletOnly, .unattributed: return .tertiary
    }
  }

  /// The letter the rules give a source (Admiralty code, A to F); `nil` when they give none, which
  /// is read as F: cannot be judged.
  package func grade(of name: String) -> String? { rules.grades[folded(names.canonical(name))] }
}
