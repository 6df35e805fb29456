import HearsayCore

// Which accounts an article goes on with, and what it tells besides.

extension AccountSweep {
  mutating func carryOn(_ article: ArticleTellings) {
    giveWay(to: article)
    let former = main.current
    var parts = sort(article)
    var state = state(&parts, article)
    if let first = state {
      if first.voice != .common { main.take(first) }
      retell(article, before: first)
      moveMain(to: first, isDown: article.isDown(first))
      writtenOn(article.current, first)
      if let newer = newer(than: first, article, &parts) {
        note(.replaces, newer, first, "its article gives it as the newer number", .certain)
        moveMain(to: newer, isDown: newer.number < first.number)
        state = newer
      }
      for other in parts.mains { besides(other, state ?? first) }
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
    overtake(former, told)
    if state == nil { promote(told) }
  }

  /// An account that a union or a witness began is no common one once officials tell of less.
  mutating func giveWay(to article: ArticleTellings) {
    dropUnsourced(before: article)
    guard course != .fixed, let current = main.current, rivals.count < mostRivals,
      current.voice == .rival || (course == .moves && current.voice == .named),
      article.current.contains(where: { telling in
        guard telling.voice == .official || telling.voice == .common,
          !telling.isSameSource(as: current)
        else { return false }
        if course == .grows, telling.interval.isBelow(current.interval) { return true }
        // Of one day, what officials and a union tell are two accounts, whichever is the larger.
        return telling.clashes(with: current) && telling.day == current.day
          && (course == .moves || telling.voice == .official)
      })
    else { return }
    main.take(current)
    rivals.append(main)
    main = Account()
  }

  /// A toll that one paper alone had in its own voice is no common one once sources tell of less,
  /// and of more than there was before it.
  private mutating func dropUnsourced(before article: ArticleTellings) {
    guard course == .grows, let current = main.current, current.isUnattributed, !current.isLoose,
      rivals.count < mostRivals, let former = main.former, former.number < current.number,
      let less = article.current.first(where: { telling in
        !telling.isUnattributed && !telling.isMinor && telling.day - current.day < 2
          && (telling.voice == .official || telling.voice == .common)
          && telling.clashes(with: current) && telling.number < current.number
          && telling.number > former.number
      }), !article.isDown(less), current.figure.claim.document != former.figure.claim.document
    else { return }
    takeBack(current, former.number)
    main.numbers.remove(current.number)
    main.current = former
    main.former = nil
    var account = Account()
    account.move(to: current)
    rivals.append(account)
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

  func sort(_ article: ArticleTellings) -> Parts {
    var parts = Parts()
    for telling in article.current where !isTooSmall(telling) {
      if let place = rival(of: telling, article) {
        if parts.known[place] == nil { parts.known[place] = telling }
      } else if telling.voice == .common || main.knows(telling) {
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

  /// The rival account that a figure goes on with: by its source, or by its number.
  private func rival(of telling: Telling, _ article: ArticleTellings) -> Int? {
    rivals.firstIndex { rival in
      if rival.knows(telling) { return rival.current.map { isNear(telling, $0) } ?? true }
      guard let known = rival.current, known.number == telling.number else { return false }
      if telling.voice != .common { return !main.knows(telling) }
      // Told without its source, beside what the officials say.
      guard let current = main.current, !main.numbers.contains(telling.number) else { return false }
      return known.voice == .rival
        ? article.tells(current.number) : rival.isSet && telling.day - known.day < 2
    }
  }

  /// The figure with which an article carries on the common account.
  ///
  /// Officials speak for it too; of several the one that the article tells first.
  func state(_ parts: inout Parts, _ article: ArticleTellings) -> Telling? {
    let officials = parts.rest.filter { $0.voice == .official }
    // What the account stands at is no part of a larger number that the article tells too.
    let agreeing = article.minors.filter { minor in
      course == .grows && minor.voice != .rival && main.current?.number == minor.number
        && !isListed(minor, article)
        && !(minor.isUnattributed
          && article.current.contains { $0.isUnattributed && $0.figure.claim.saysUpdated(rules) })
    }
    let candidates = (agreeing + parts.mains + officials).sorted { $0.order < $1.order }
    let revised = candidates.first { course == .grows && article.isDown($0) && $0.isRevised(rules) }
    var own = revised ?? best(candidates)
    // `has risen to 17.9 million, according to the insurer`, beside what was told before.
    if course == .grows, revised == nil, let current = main.current,
      own.map({ !$0.differs(from: current) }) != false,
      let risen = parts.rest.first(where: {
        $0.voice != .rival && $0.number > current.number && !isOfAnother($0, current)
          && $0.figure.claim.saysUpdated(rules)
      })
    {
      own = risen
    }
    // An article that tells somebody else's number first only has another thing in passing.
    if let told = own, told.isUnattributed, !told.isLead, !parts.known.isEmpty,
      main.current.map({ article.gives($0.number) }) != true
    {
      own = nil
    }
    guard let state = own ?? parts.rest.first(where: { mayCarryOn($0, article) }) else {
      return nil
    }
    parts.mains.removeAll { $0.row == state.row }
    parts.rest.removeAll { $0.row == state.row }
    // Two sources of one article, two numbers: the second has an account of his own.
    let apart = parts.mains.filter { other in
      !other.isUnattributed && other.voice == .common && !other.isSameSource(as: state)
        && other.gainsays(state, rules) && !main.numbers.contains(other.number)
    }
    parts.mains.removeAll { main in apart.contains { $0.row == main.row } }
    parts.rest += apart
    return state
  }

  /// A number that the article itself gives as the newer one: `the toll is now nine` under a head
  /// that still says seven.
  func newer(than state: Telling, _ article: ArticleTellings, _ parts: inout Parts) -> Telling? {
    let others = (parts.mains + parts.rest).filter { other in
      guard other.voice != .rival, other.clashes(with: state), isNear(other, state),
        other.isUnattributed || state.isUnattributed || other.isSameSource(as: state)
          || other.figure.claim.saysRevised(rules)
      else { return false }
      switch course {
      case .grows:
        return other.number > state.number && other.figure.claim.saysUpdated(rules)
          && !main.numbers.contains(other.number)
      case .moves, .fixed:
        return other.order > state.order && other.isRevised(rules) && isAboutAs(other, state)
      }
    }
    guard !state.isMinor, let newer = others.max(by: { $0.number < $1.number }) else { return nil }
    parts.mains.removeAll { $0.row == newer.row }
    parts.rest.removeAll { $0.row == newer.row }
    return newer
  }

  /// Whether the words list it among the parts of a larger number: `14, eleven inmates and three
  /// guards`.
  private func isListed(_ minor: Telling, _ article: ArticleTellings) -> Bool {
    article.current.contains { other in
      other.number > minor.number && other.isSameSource(as: minor)
        && other.figure.claim.sentence.range == minor.figure.claim.sentence.range
    }
  }

  private func isAboutAs(_ one: Telling, _ other: Telling) -> Bool {
    guard let double = one.number.times(ExactNumber(2)),
      let most = other.number.times(ExactNumber(2))
    else { return false }
    return double >= other.number && most >= one.number
  }

  /// Whether what somebody counts is far more than what officials do: an account of his own.
  func isOfAnother(_ telling: Telling, _ current: Telling) -> Bool {
    guard !rivals.isEmpty, telling.voice != .official, current.voice == .official,
      let far = current.number.times(ExactNumber(8))
    else { return false }
    return telling.number > far
  }

  /// What agrees with the account as it stands, else the first that goes beyond it.
  func best(_ tellings: [Telling]) -> Telling? {
    guard let first = tellings.first, course == .grows else { return tellings.first }
    let chosen: Telling
    if let current = main.current {
      chosen =
        tellings.first { !$0.differs(from: current) }
        ?? tellings.first { $0.number > current.number && $0.isSameSource(as: current) }
        ?? tellings.first { $0.number > current.number } ?? first
    } else {
      chosen = first
    }
    // `More than 70 hurt`, and then that 74 were treated.
    if chosen.isLoose,
      let sure = tellings.first(where: { !$0.isLoose && !$0.clashes(with: chosen) })
    {
      return sure
    }
    // A page that is written on in the course of a day ends at the largest.
    let own = tellings.filter { $0.origin == chosen.origin && $0.voice != .common }
    return own.max { $0.number < $1.number } ?? chosen
  }

  /// Whether somebody who is no official may carry the common account on: alone with a larger toll.
  func mayCarryOn(_ telling: Telling, _ article: ArticleTellings) -> Bool {
    guard let current = main.current else { return true }
    guard telling.voice != .rival || current.voice == .rival else { return false }
    if article.isDown(telling) || article.gives(current.number)
      || telling.figure.claim.saysRevised(rules)
    {
      return true
    }
    switch course {
    case .grows:
      if !telling.differs(from: current) { return true }
      // Where the count is contested, somebody's larger one is his own.
      let isContested = rivals.contains(where: \.isSet) && current.voice == .official
      return telling.number >= current.number && !isOfAnother(telling, current)
        && !(isContested && telling.isOwnCount)
    case .moves:
      // What a charity counts is no new level of what the officials do.
      return !isLeap(telling, from: current)
        && (!telling.isOwnCount || current.voice != .official
          || telling.number <= current.number || !telling.differs(from: current))
    case .fixed: return !telling.differs(from: current) || isLaterCount(telling, than: current)
    }
  }

  /// The steps by which one source's number grew within an article that says so.
  mutating func writtenOn(_ tellings: [Telling], _ state: Telling) {
    guard course == .grows, state.voice != .common else { return }
    let own = tellings.filter { $0.isSameSource(as: state) }.sorted { $0.number < $1.number }
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
    guard other.clashes(with: state), !main.numbers.contains(other.number), isNear(other, state),
      other.voice == .common, state.voice == .common, other.isHead != state.isHead
    else { return }
    note(.clashes, other, state, "the head of the article and its text give two numbers")
  }

  /// Of a toll, a far smaller number is a part that nothing marks, a far larger one another thing.
  func isNear(_ one: Telling, _ state: Telling) -> Bool {
    guard course == .grows, let most = one.number.times(ExactNumber(3)),
      let limit = state.number.times(ExactNumber(8))
    else { return true }
    return most >= state.number && one.number <= max(limit, ExactNumber(20))
  }
}
