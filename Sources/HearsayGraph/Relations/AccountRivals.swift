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
        guard telling.clashes(with: state), isNear(telling, state),
          !main.numbers.contains(telling.number)
        else { continue }
      } else if let current = main.current, !telling.differs(from: current) {
        continue
      }
      guard let place = rival(for: telling, told) else { continue }
      rivals[place].voices.insert(telling.origin)
      moveRival(place, to: telling)
      told[place] = telling
    }
    return told
  }

  /// The account somebody new goes on with: one that is silent in this article and said less.
  mutating func rival(for telling: Telling, _ told: [Int: Telling]) -> Int? {
    let silent = rivals.indices.last { place in
      guard course == .grows, told[place] == nil, let current = rivals[place].current,
        current.day < telling.day
      else { return false }
      return telling.number >= current.number
    }
    if let silent { return silent }
    guard rivals.count < mostRivals else { return nil }
    rivals.append(Account())
    return rivals.count - 1
  }

  mutating func moveMain(to next: Telling, isDown: Bool) {
    var account = main
    move(&account, to: next, isDown: isDown)
    main = account
  }

  mutating func moveRival(_ place: Int, to next: Telling) {
    var account = rivals[place]
    move(&account, to: next, isDown: false)
    rivals[place] = account
  }

  mutating func setAgainst(_ state: Telling?, _ told: [Int: Telling]) {
    let places = told.keys.sorted()
    for (at, place) in places.enumerated() {
      guard let one = told[place] else { continue }
      if let state {
        note(.clashes, one, state, "one article sets two accounts against each other")
        rivals[place].isSet = true
      } else if let current = main.current, !one.isLoose, !current.isLoose,
        stands(one, against: current)
      {
        note(.clashes, one, current, "the two accounts differ, and neither is given up")
        rivals[place].isSet = true
      }
      for earlier in places[..<at] {
        if let other = told[earlier] { note(.clashes, one, other, "two accounts of one article") }
      }
    }
    guard let state, course != .moves else { return }
    for place in rivals.indices where told[place] == nil {
      guard let rival = rivals[place].current, course == .fixed || !rival.isLoose else { continue }
      // A toll below a rival one from before; or another value of what has only one.
      if course == .fixed || (state.number < rival.number && !rivals[place].isSet) {
        note(.clashes, state, rival, "the two accounts differ, and neither is given up")
      }
    }
  }

  /// Whether an account told alone clashes with the common one: a toll may have grown since.
  func stands(_ rival: Telling, against current: Telling) -> Bool {
    switch course {
    case .moves: return rival.day == current.day
    case .grows: return rival.number < current.number || rival.voice == .rival
    case .fixed: return true
    }
  }
}
