import HearsayCore

// Accounts against each other.

extension AccountSweep {
  /// Goes on with the accounts of those who gainsay the common one; their places and numbers.
  mutating func carryRivals(_ parts: Parts, _ state: Telling?) -> [Int: Telling] {
    var told = parts.known
    for place in told.keys.sorted() {
      if let next = told[place] { moveRival(place, to: next) }
    }
    for telling in parts.rest {
      if let state {
        guard telling.gainsays(state, rules), isNear(telling, state),
          !main.numbers.contains(telling.number), !isOfWards(telling, state)
        else { continue }
      } else if let current = main.current, !telling.differs(from: current) {
        continue
      }
      if let place = told.keys.sorted().first(where: { told[$0]?.number == telling.number }) {
        rivals[place].take(telling)
        continue
      }
      // `More than 50, regional officials said`, and then the governor's 53.
      if let place = told.keys.sorted().first(where: { place in
        told[place].map { $0.isLoose && !telling.isLoose && !$0.clashes(with: telling) } == true
      }) {
        rivals[place].take(telling)
        moveRival(place, to: telling)
        told[place] = telling
        continue
      }
      if let place = told.keys.sorted().first(where: { rivals[$0].knows(telling) }) {
        // The same source goes on: `counting 139, but on Thursday raised its count to 147`.
        if telling.figure.claim.saysUpdated(rules) {
          moveRival(place, to: telling)
          told[place] = telling
        }
        continue
      }
      guard let place = rival(for: telling, told) else { continue }
      rivals[place].take(telling)
      moveRival(place, to: telling)
      told[place] = telling
    }
    return told
  }

  /// The account somebody new goes on with: one that is silent in this article and said less.
  mutating func rival(for telling: Telling, _ told: [Int: Telling]) -> Int? {
    let silent = rivals.indices.last { place in
      guard course == .grows, told[place] == nil, let current = rivals[place].current,
        current.day < telling.day, isOfSide(telling, rivals[place])
      else { return false }
      return telling.number >= current.number && !isLeap(telling, from: current)
    }
    if let silent { return silent }
    guard rivals.count < mostRivals else { return nil }
    rivals.append(Account())
    return rivals.count - 1
  }

  /// Whether both take up one side's counts; where that is not known, whether both are about as high.
  private func isOfSide(_ telling: Telling, _ rival: Account) -> Bool {
    if let side = telling.side, let other = rival.side { return side == other }
    guard let current = rival.current, let most = current.number.times(ExactNumber(3)),
      let double = telling.number.times(ExactNumber(2))
    else { return false }
    return double <= most
  }

  mutating func moveMain(to next: Telling, isDown: Bool) {
    var account = main
    // A list that two hold would be copied for each number added to it.
    main.loose = []
    move(&account, to: next, isDown: isDown)
    main = account
  }

  mutating func moveRival(_ place: Int, to next: Telling) {
    var account = rivals[place]
    rivals[place].loose = []
    move(&account, to: next, isDown: false)
    rivals[place] = account
  }

  mutating func setAgainst(_ state: Telling?, _ told: [Int: Telling]) {
    let places = told.keys.sorted()
    for (at, place) in places.enumerated() {
      guard let one = told[place] else { continue }
      if let state {
        if one.figure.claim.saysGivenUp(rules) {
          note(.replaces, state, one, "its source has given it up")
        } else {
          note(.clashes, one, state, "one article sets two accounts against each other")
        }
        rivals[place].isSet = true
      } else if let current = main.current, !one.isLoose, !current.isLoose,
        stands(one, against: current), !isOutdated(one, current)
      {
        note(.clashes, one, current, "the two accounts differ, and neither is given up")
        rivals[place].isSet = true
      }
      for earlier in places[..<at] {
        if let other = told[earlier] { note(.clashes, one, other, "two accounts of one article") }
      }
    }
    guard let state else { return }
    for place in rivals.indices where told[place] == nil {
      guard let rival = rivals[place].current, course == .fixed || !rival.isLoose else { continue }
      if course == .moves {
        // A level of a later week may be another one.
        if state.day - rival.day < 3 {
          note(.clashes, state, rival, "the two accounts differ, and neither is given up")
        }
        continue
      }
      // A toll below a rival one from before, or another value of what has only one: said once, not
      // again for each later number.
      let isOfDay = rival.voice == .rival && state.voice != .rival && rival.day == state.day
      if !rivals[place].isSet, course == .fixed || isOfDay || state.number < rival.number,
        !isOutdated(rival, state)
      {
        note(.clashes, state, rival, "the two accounts differ, and neither is given up")
        rivals[place].isSet = true
      }
    }
  }

  /// Whether days lie between two counts of which neither side insists on its own.
  ///
  /// What was measured, and what a union or a rebel group says, stands.
  private func isOutdated(_ rival: Telling, _ current: Telling) -> Bool {
    course != .moves && abs(rival.day - current.day) > 1
      && rival.voice != .rival && current.voice != .rival
      && rival.figure.proposition.quantity?.kind == .count
  }

  /// Whether an account told alone clashes with the common one: a toll may have grown since.
  func stands(_ rival: Telling, against current: Telling) -> Bool {
    switch course {
    case .moves:
      return rival.day == current.day
        || (rival.number > current.number && rival.day - current.day < 8)
    case .grows:
      return rival.number < current.number || isOfAnother(rival, current)
        || (rival.voice == .rival && current.voice != .rival)
    case .fixed: return true
    }
  }

  /// A value that officials go on with on a later day is the common one, whoever had it first.
  mutating func promote(_ told: [Int: Telling]) {
    guard course == .fixed, let current = main.current else { return }
    let place = told.keys.sorted().first { place in
      told[place].map { $0.voice == .official && $0.day > current.day } == true
    }
    guard let place else { return }
    let former = main
    main = rivals[place]
    rivals[place] = former
  }

  /// Those who came to a hospital are only some of the hurt.
  private func isOfWards(_ telling: Telling, _ state: Telling) -> Bool {
    course == .grows && telling.interval.isBelow(state.interval)
      && telling.figure.claim.saysAdmitted(rules) && !state.figure.claim.saysAdmitted(rules)
  }

  /// A hospital or another office that was ahead of the common account is so no longer when that has
  /// gone beyond it in the course of the day; a union or a rebel group keeps its own.
  mutating func overtake(_ former: Telling?, _ told: [Int: Telling]) {
    guard course == .grows, let former, let current = main.current else { return }
    for place in rivals.indices.reversed() where told[place] == nil {
      guard let rival = rivals[place].current, rival.number < current.number,
        rival.number > former.number,
        rival.day == current.day
          ? rival.voice != .rival
          : current.day - rival.day < 3 && rival.figure.claim.saysAdmitted(rules)
      else { continue }
      note(.replaces, current, rival, whyReplaced(current, rival))
      main.numbers.insert(rival.number)
      rivals.remove(at: place)
    }
  }
}
