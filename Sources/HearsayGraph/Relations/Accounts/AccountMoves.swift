import HearsayCore

// The next number of an account: it takes the place of the former, says it more sharply, or clashes.

extension AccountSweep {
  mutating func move(_ account: inout Account, to next: Telling, isDown: Bool) {
    guard let current = account.current else {
      account.move(to: next)
      return
    }
    guard next.differs(from: current) else {
      sharpen(&account, next, current)
      return
    }
    if account.numbers.contains(next.number) {
      goBack(&account, next, current)
      return
    }
    guard takesPlace(next, of: current, isDown) else {
      if course == .moves {
        if isRivalLevel(next, of: current) { note(.clashes, next, current, whyClash) }
        return
      }
      if course == .grows, next.isNarrower(than: current) || isAside(next, of: current) { return }
      note(.clashes, next, current, whyClash)
      return
    }
    // A round number of the same day is no newer one.
    if next.isLoose, next.day == current.day, !isWellAbove(next, current) {
      account.loose.append(next)
      return
    }
    note(.replaces, next, current, whyReplaced(next, current), .probable)
    for loose in account.loose where next.clashes(with: loose) && loose.claim != current.claim {
      note(.replaces, next, loose, whyReplaced(next, loose))
    }
    account.loose = []
    account.isRevised = isDown
    account.move(to: next)
  }

  /// `63` after `some 60` says the same more sharply; what it replaces is the number before.
  mutating func sharpen(_ account: inout Account, _ next: Telling, _ current: Telling) {
    guard next.number != current.number else {
      // `180 workers` after `about 180` is the same number, sure.
      if current.isLoose, !next.isLoose { account.move(to: next) }
      return
    }
    if isFurther(next, than: current) {
      note(.replaces, next, current, whyReplaced(next, current))
      account.move(to: next)
      return
    }
    guard !next.isLoose else {
      if course == .grows, next.number > current.number { account.move(to: next) }
      account.loose.append(next)
      return
    }
    if current.isLoose, account.firm != nil, course == .grows, next.number > current.number {
      note(.replaces, next, current, whyReplaced(next, current))
    } else if let firm = account.firm, firm.claim != current.claim, next.differs(from: firm),
      course != .grows || next.number > firm.number
    {
      note(.replaces, next, firm, whyReplaced(next, firm))
    }
    if current.isLoose { account.loose.append(current) }
    account.move(to: next)
  }

  /// Whether a later day's number, though a bound leaves room for both, is the next one: `177` after
  /// `more than 150`, `some 400 others, he said` after 391.
  private func isFurther(_ next: Telling, than current: Telling) -> Bool {
    guard next.day > current.day, !next.isLoose || (!next.isUnattributed && !current.isLoose),
      current.figure.proposition.quantity?.approximate != true
    else { return false }
    switch course {
    case .grows: return next.number > current.number
    case .moves: return next.number < current.number
    case .fixed: return false
    }
  }

  /// A number told before is told again: what was said in between was another account.
  mutating func goBack(_ account: inout Account, _ next: Telling, _ current: Telling) {
    let isCount = next.figure.proposition.quantity?.kind == .count
    // What a paper tells again by itself is only what was told before.
    guard next.day > current.day, !next.isUnattributed, !account.isRevised,
      course == .fixed || course == .grows, isCount
    else { return }
    takeBack(current, next.number)
    note(.clashes, current, next, "a later article goes back to the former number")
    account.current = next
  }

  /// Whether officials, or after no officials somebody else with a name, count anew later.
  func isLaterCount(_ next: Telling, than current: Telling) -> Bool {
    guard next.figure.proposition.quantity?.kind == .count, next.day > current.day,
      // Estimates of quite another size are other people's.
      let twice = next.number.times(ExactNumber(2)),
      let other = current.number.times(ExactNumber(2)),
      let thrice = next.number.times(ExactNumber(3)),
      let most = current.number.times(ExactNumber(3)),
      twice <= most, other <= thrice
    else { return false }
    // What a company or a witness counted stands beside the number of officials.
    switch (next.voice, current.voice) {
    case (.official, .common), (.official, .official), (.named, .named): return true
    case (.official, _), (.named, _), (.common, _), (.rival, _): return false
    }
  }

  /// Whether two sources give two levels for one day of which one is twice the other.
  private func isRivalLevel(_ next: Telling, of current: Telling) -> Bool {
    guard next.day == current.day, next.number > ExactNumber(0), !next.isUnattributed,
      !current.isUnattributed,
      !next.isSameSource(as: current), let double = next.number.times(ExactNumber(2)),
      let most = current.number.times(ExactNumber(2))
    else { return false }
    return double <= current.number || next.number >= most
  }

  private func isWellAbove(_ next: Telling, _ current: Telling) -> Bool {
    guard course == .grows, let low = next.interval.low,
      let double = low.times(ExactNumber(2)), let more = current.number.times(ExactNumber(3))
    else { return false }
    return double >= more
  }

  func takesPlace(_ next: Telling, of current: Telling, _ isDown: Bool) -> Bool {
    switch course {
    case .moves: return !isLeap(next, from: current) && !isRivalLevel(next, of: current)
    case .grows:
      if next.number > current.number || isDown || next.isSameSource(as: current) { return true }
      return next.figure.claim.saysRevised(rules)
    case .fixed:
      if isDown || next.isSameSource(as: current) { return true }
      let topic = next.figure.proposition.topic
      guard topic.map(rules.fixedTopics.contains) != true else { return false }
      if isLaterCount(next, than: current) { return true }
      if next.voice == .official, current.voice == .common { return true }
      return next.voice != .common && next.figure.claim.saysUpdated(rules)
    }
  }

  /// Whether the article itself gives less than half, or less in passing: some of them, though
  /// nothing says so.
  func isAside(_ next: Telling, of current: Telling) -> Bool {
    guard next.voice == .common, let double = next.number.times(ExactNumber(2)) else {
      return false
    }
    return double <= current.number || !next.isLead
  }

  /// Whether a level would be more than three times the one before.
  func isLeap(_ next: Telling, from current: Telling) -> Bool {
    current.number.times(ExactNumber(3)).map { next.number > $0 } ?? false
  }

  private var whyClash: String {
    course == .fixed
      ? "no number fits both: there is one value for one event"
      : "no number fits both: the smaller came later, and nothing says that it was revised"
  }

  func whyReplaced(_ next: Telling, _ former: Telling) -> String {
    if next.origin == former.origin { return "the same source's newer figure" }
    switch course {
    case .grows where next.number > former.number && next.day == former.day:
      return "a total grows, so the larger is read as the later"
    case .grows:
      return next.number > former.number
        ? "the newer number is the larger one" : "the number was revised down"
    case .moves: return "a level of a later day"
    case .fixed: return "the newer value takes the place of the former"
    }
  }

  /// What an article itself gives as a former number.
  mutating func retell(_ article: ArticleTellings, before state: Telling) {
    for former in article.formers where former.number != state.number {
      let heir = heir(of: former, article) ?? state
      if isGainsaid(former, heir) {
        note(.clashes, heir, former, "its source gave the former number, and others another")
        continue
      }
      guard heir.row == state.row else {
        note(.replaces, heir, former, "its article gives it as a former number", .certain)
        continue
      }
      if isRivals(former, state) { continue }
      if course == .grows, let current = main.current, former.number < current.number,
        current.number != state.number
      {
        continue
      }
      guard let current = main.current else {
        note(.replaces, state, former, "its article gives it as a former number", .certain)
        main.numbers.insert(former.number)
        continue
      }
      guard !main.numbers.contains(former.number), current.number != former.number else {
        if former.isFormer {
          note(.replaces, state, former, "its article gives it as a former number", .certain)
        }
        continue
      }
      if course == .grows, former.number > current.number, former.isDated,
        former.counted < current.counted
      {
        note(.clashes, current, former, "the larger number is said to be of an earlier day")
        note(.replaces, state, former, "its article gives it as a former number", .certain)
        main.numbers.insert(former.number)
      } else if course == .grows, former.number > current.number, former.number < state.number {
        moveMain(to: former, isDown: false)
      } else {
        note(.replaces, state, former, "its article gives it as a former number", .certain)
        main.numbers.insert(former.number)
      }
    }
  }

  /// What has taken the place of a former number: what its sentence or its own source has now.
  private func heir(of former: Telling, _ article: ArticleTellings) -> Telling? {
    let others = article.current.filter { $0.number != former.number }
    let sentence = former.figure.claim.sentence.range
    let beside = others.filter { other in
      other.figure.claim.sentence.range == sentence
        && (other.isSameSource(as: former) || other.isUnattributed || former.isUnattributed)
    }
    if let beside = beside.max(by: { isFarther($0, $1, from: former) }) { return beside }
    guard !former.isUnattributed, former.voice != .common else { return nil }
    return others.first { !$0.isUnattributed && $0.isSameSource(as: former) }
  }

  /// `The governor had said that 127 were dead, a figure the agency rejects`: nobody has moved on.
  private func isGainsaid(_ former: Telling, _ heir: Telling) -> Bool {
    !former.isUnattributed && !heir.isUnattributed && !former.isSameSource(as: heir)
      && former.voice == .rival && heir.voice != .rival
      && !former.figure.claim.saysGivenUp(rules)
  }

  private func isFarther(_ one: Telling, _ other: Telling, from former: Telling) -> Bool {
    let place = former.figure.claim.span.range.start
    return abs(one.figure.claim.span.range.start - place)
      > abs(other.figure.claim.span.range.start - place)
  }

  /// Whether it was the word of those who gainsay the account: then nothing of this took its place.
  private func isRivals(_ former: Telling, _ state: Telling) -> Bool {
    guard !former.isUnattributed, former.voice != .common, !former.isSameSource(as: state),
      !main.knows(former), !former.figure.claim.saysGivenUp(rules)
    else { return false }
    return rivals.contains { $0.knows(former) }
  }
}
