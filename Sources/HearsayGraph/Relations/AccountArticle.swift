import HearsayCore

// Which accounts an article goes on with, and what it tells besides.

extension AccountSweep {
  mutating func carryOn(_ article: ArticleTellings) {
    giveWay(to: article)
    var parts = sort(article.current.filter { !isTooSmall($0) })
    var state = state(&parts, article)
    if let state {
      if state.voice != .common { main.voices.insert(state.origin) }
      retell(article.formers, before: state)
      moveMain(to: state, isDown: article.isDown(state))
      writtenOn(article.current, state)
      for other in parts.mains { besides(other, state) }
    }
    // What does not take the place of the former number leaves it as the common one.
    if course == .grows, let told = state, let current = main.current,
      current.number != told.number,
      told.clashes(with: current), !main.numbers.contains(told.number)
    {
      state = current
    }
    let told = carryRivals(parts, state)
    setAgainst(state, told)
  }

  /// An account that a union or a witness began is no common one once officials tell of less.
  mutating func giveWay(to article: ArticleTellings) {
    guard course == .grows, let current = main.current, current.voice == .rival,
      rivals.count < mostRivals,
      article.current.contains(where: { telling in
        (telling.voice == .official || telling.voice == .common)
          && telling.interval.isBelow(current.interval)
      })
    else { return }
    main.voices.insert(current.origin)
    rivals.append(main)
    main = Account()
  }

  /// Of a toll, a number far below the one that is known is a part that nothing marks.
  func isTooSmall(_ telling: Telling) -> Bool {
    guard course == .grows, let current = main.current,
      let triple = telling.number.times(ExactNumber(3))
    else { return false }
    return triple < current.number
  }

  /// The figures of an article by the account that each goes on with.
  struct Parts {
    var mains: [Telling] = []
    var known: [Int: Telling] = [:]
    var rest: [Telling] = []
  }

  func sort(_ tellings: [Telling]) -> Parts {
    var parts = Parts()
    for telling in tellings {
      let known = rivals.firstIndex { rival in
        rival.voices.contains(telling.origin)
          || (telling.voice != .common && rival.current?.number == telling.number)
      }
      if let place = known {
        if parts.known[place] == nil { parts.known[place] = telling }
      } else if telling.voice == .common || main.voices.contains(telling.origin) {
        parts.mains.append(telling)
      } else {
        parts.rest.append(telling)
      }
    }
    let others = Set((parts.rest + parts.known.values).map(\.number))
    // Without its source the number is still that of whom the article names for it.
    let named = parts.mains.filter { $0.voice != .common || !others.contains($0.number) }
    if !named.isEmpty { parts.mains = named }
    return parts
  }

  /// The figure with which an article carries on the common account.
  ///
  /// Officials speak for it too; of several the one that the article tells first.
  func state(_ parts: inout Parts, _ article: ArticleTellings) -> Telling? {
    let officials = parts.rest.filter { $0.voice == .official }
    // What the account stands at is no part of a larger number that the article tells too.
    let agreeing = article.minors.filter { minor in
      course == .grows && minor.voice != .rival && main.current?.number == minor.number
    }
    let candidates = (agreeing + parts.mains + officials).sorted { $0.order < $1.order }
    var own = best(candidates)
    // `has risen to 17.9 million, according to the insurer`, beside what was told before.
    if course == .grows, let current = main.current,
      own.map({ !$0.differs(from: current) }) != false,
      let risen = parts.rest.first(where: {
        $0.voice != .rival && $0.number > current.number && $0.figure.claim.saysUpdated(rules)
      })
    {
      own = risen
    }
    guard let state = own ?? parts.rest.first(where: { mayCarryOn($0, article) }) else {
      return nil
    }
    parts.mains.removeAll { $0.row == state.row }
    parts.rest.removeAll { $0.row == state.row }
    return state
  }

  /// What agrees with the account as it stands, else the first that goes beyond it.
  func best(_ tellings: [Telling]) -> Telling? {
    guard let first = tellings.first, course == .grows else { return tellings.first }
    let chosen: Telling
    if let current = main.current {
      chosen =
        tellings.first { !$0.differs(from: current) }
        ?? tellings.first { $0.number > current.number } ?? first
    } else {
      chosen = first
    }
    // A page that is written on in the course of a day ends at the largest.
    let own = tellings.filter { $0.origin == chosen.origin && $0.voice != .common }
    return own.max { $0.number < $1.number } ?? chosen
  }

  /// Whether somebody who is no official may carry the common account on: alone with a larger toll.
  func mayCarryOn(_ telling: Telling, _ article: ArticleTellings) -> Bool {
    guard let current = main.current else { return true }
    guard telling.voice != .rival else { return false }
    if article.isDown(telling) || article.gives(current.number)
      || telling.figure.claim.saysRevised(rules)
    {
      return true
    }
    switch course {
    case .grows: return telling.number >= current.number || !telling.differs(from: current)
    case .moves: return true
    case .fixed: return !telling.differs(from: current)
    }
  }

  /// The steps by which one source's number grew within an article that says so.
  mutating func writtenOn(_ tellings: [Telling], _ state: Telling) {
    guard course == .grows, state.voice != .common else { return }
    let own = tellings.filter { $0.origin == state.origin }.sorted { $0.number < $1.number }
    for (former, next) in zip(own, own.dropFirst())
    where former.number != next.number && !former.isNarrower(than: next)
      && next.figure.claim.saysUpdated(rules)
    {
      note(.replaces, next, former, "the same source's newer figure", .certain)
      main.numbers.insert(former.number)
    }
  }

  /// Another number of the common account in the same article.
  mutating func besides(_ other: Telling, _ state: Telling) {
    guard other.clashes(with: state), !main.numbers.contains(other.number), isNear(other, state)
    else { return }
    if other.origin != state.origin, other.voice != .common {
      note(.clashes, other, state, "two sources of one article, two numbers")
    } else if other.voice == .common, state.voice == .common, other.isHead != state.isHead {
      note(.clashes, other, state, "the head of the article and its text give two numbers")
    }
  }

  /// Of a toll, a far smaller number is a part that nothing marks, a far larger one another thing.
  func isNear(_ one: Telling, _ state: Telling) -> Bool {
    guard course == .grows, let most = one.number.times(ExactNumber(3)),
      let limit = state.number.times(ExactNumber(8))
    else { return true }
    return most >= state.number && one.number <= max(limit, ExactNumber(20))
  }
}
