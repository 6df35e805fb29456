package import HearsayCore

// `check STATEMENT`: a typed statement is laid beside what is said. Neighbours:
//   CheckFigure.swift   a statement with a number
//   CheckWords.swift    one without

/// What comes of laying a statement beside the claims: never `true`, never `false`.
package enum CheckVerdict: String, Hashable, Sendable, CaseIterable {
  /// Somebody says so, and nobody says what cannot stand beside it.
  case supported
  /// Somebody says what cannot stand beside it, whether or not somebody says so.
  case disputed
  /// Others are said of the same, but not this.
  case notSaid
  /// Nothing is said that could be laid beside it, or what is said only leaves room for it.
  case cannotTell
}

/// How a claim bears on a statement that is checked.
package enum Bearing: String, Hashable, Sendable, CaseIterable {
  /// It says so, or something narrower.
  case says
  /// It cannot stand beside the statement, or beside those who say so.
  case contradicts
  /// A later figure of a source that said so.
  case overtakes
  /// It says so of another time, another event or a part.
  case saysElsewhere
  /// It does not say so, and allows it: `at least 16` beside 16.
  case leavesRoom
  /// It says something else of the same.
  case differs
}

/// One line of what is said, beside the statement.
package struct CheckedLine: Sendable {
  /// The claim that stands for the line.
  package var claim: Int
  /// All claims of the line.
  package var claims: [Int]
  package var origin: OriginKey
  package var bearing: Bearing
  /// How it was compared with the statement; `nil` for words.
  package var comparison: Comparison?
  /// For `contradicts`: the claim that says so and the link between the two.
  package var link: Link?

  package init(
    claim: Int, claims: [Int], origin: OriginKey, bearing: Bearing, comparison: Comparison? = nil,
    link: Link? = nil
  ) {
    self.claim = claim
    self.claims = claims
    self.origin = origin
    self.bearing = bearing
    self.comparison = comparison
    self.link = link
  }
}

/// What is missing to decide a statement.
package enum Deciding: Hashable, Sendable {
  /// One more source that is named and counts for itself.
  case secondOrigin
  /// A source with a name: so far nobody who says so has one.
  case namedOrigin
  /// Whether an assumption holds on which the verdict rests.
  case assumption(String)
  /// For when the figure of a claim holds.
  case day(of: Int)
  /// A number where a claim gives a bound or a vague word.
  case exactNumber(of: Int)
  /// Anybody who says so; the nearest is this claim.
  case anySource(nearest: Int?)
  /// Whether those counted bear the label that somebody denies them.
  case label
  /// How those who clash have counted: the two claims.
  case counts(Int, Int)
}

/// The answer to `check`.
package struct CheckAnswer: Sendable {
  package var verdict: CheckVerdict
  /// By bearing, then the nearest first.
  package var lines: [CheckedLine]
  /// How many witnesses stand behind those who say so.
  package var support: Independence
  /// What would decide it.
  package var deciding: [Deciding]
  /// To whom the statement gives the words; `nil` when it gives them to nobody.
  package var speaker: String?
  /// Whether anything at all goes back to that speaker.
  package var knowsSpeaker: Bool

  package init(
    verdict: CheckVerdict, lines: [CheckedLine] = [], support: Independence, speaker: String? = nil,
    knowsSpeaker: Bool = true
  ) {
    self.verdict = verdict
    self.lines = lines
    self.support = support
    self.speaker = speaker
    self.knowsSpeaker = knowsSpeaker
    deciding = []
  }

  /// The lines with a bearing.
  package func lines(_ bearing: Bearing) -> [CheckedLine] { lines.filter { $0.bearing == bearing } }
}

extension ClaimGraph {
  /// Whether a claim goes back to, or came through, the one a statement names.
  ///
  /// A body and who speaks for it are one; `Romero` is `Alfredo Romero`.
  func isSaid(_ row: Int, by speaker: Speaker) -> Bool {
    let wanted = identities(of: speaker)
    return claims[row].chain.dropFirst().contains { step in
      let own = identities(of: step.speaker)
      return wanted.contains { name in own.contains { isOneName(name, $0) } }
    }
  }

  private func identities(of speaker: Speaker) -> [[String]] {
    let names = [names.canonical(speaker.name), names.organisation(of: speaker)].compactMap { $0 }
    return names.map(foldedWords).filter { !$0.isEmpty }
  }

  private func isOneName(_ one: [String], _ other: [String]) -> Bool {
    containsRun(one, in: other) || containsRun(other, in: one)
  }

  /// The verdict, who stands behind it, and what would decide.
  func judge(_ lines: [CheckedLine], speaker: Speaker?) -> CheckAnswer {
    let isOwn = lines.contains { $0.bearing != .saysElsewhere }
    let isKnown = speaker.map { isOwn || knowsSpeaker($0.name) } ?? true
    let has = { (bearing: Bearing) in lines.contains { $0.bearing == bearing } }
    let verdict: CheckVerdict
    if speaker != nil {
      // Who is said to have said it either did or did not: what others say decides nothing.
      verdict = has(.says) ? .supported : isKnown ? .notSaid : .cannotTell
    } else if has(.contradicts) {
      verdict = .disputed
    } else {
      verdict = has(.says) ? .supported : has(.leavesRoom) ? .cannotTell : .notSaid
    }
    let said = lines.filter { $0.bearing == .says }.flatMap(\.claims)
    var answer = CheckAnswer(
      verdict: verdict, lines: lines, support: independence(of: said),
      speaker: speaker.map { names.canonical($0.name) }, knowsSpeaker: isKnown)
    answer.deciding = deciding(answer)
    return answer
  }

  private func deciding(_ answer: CheckAnswer) -> [Deciding] {
    var needs: [Deciding] = []
    if answer.verdict == .disputed { needs += decidingClash(answer) }
    if answer.lines(.says).isEmpty {
      let room = answer.lines(.leavesRoom).filter { claims[$0.claim].kind == .figure }
      needs += room.prefix(2).map { .exactNumber(of: $0.claim) }
      if room.isEmpty { needs.append(.anySource(nearest: answer.lines.first?.claim)) }
    } else if answer.speaker == nil, answer.support.lower == 0 {
      needs.append(.namedOrigin)
    } else if answer.speaker == nil, answer.support.lower == 1 {
      needs.append(.secondOrigin)
    }
    return needs
  }

  private func decidingClash(_ answer: CheckAnswer) -> [Deciding] {
    var needs: [Deciding] = []
    func need(_ one: Deciding) { if !needs.contains(one) { needs.append(one) } }
    for line in answer.lines(.contradicts) {
      for assumption in line.link?.assumptions ?? line.comparison?.assumptions ?? [] {
        need(.assumption(assumption))
      }
      if line.comparison?.verdicts.contains(.contestedLabel) == true { need(.label) }
      if let link = line.link, needs.isEmpty { need(.counts(link.from, link.to)) }
      if asOf(line.claim) == nil || asOfBasis(line.claim) == .publication {
        need(.day(of: line.claim))
      }
    }
    return Array(needs.prefix(4))
  }
}
