import HearsayCore

// A question's accounts: what is commonly told, and those that are set against it. Each account has
// one number at a time; an article carries some of them on. So a toll replaces the toll before it,
// and what two accounts say at one time cannot both be right.

/// Which pairs of a question replace or gainsay each other, and why.
struct AccountStep {
  enum Kind { case replaces, clashes }

  var kind: Kind
  /// For `replaces` the newer one.
  var from: Telling
  var to: Telling
  var reason: String
  var confidence: Confidence
}

/// One account: whose it is and how far it has come.
struct Account {
  var voices: Set<String> = []
  var current: Telling?
  var numbers: Set<ExactNumber> = []
  /// The last one before the current one that is no loose bound.
  var firm: Telling?
  /// Loose ones whose place nothing has taken yet.
  var loose: [Telling] = []
  var isRevised = false
  /// Whether its current number was set against the common one already.
  var isSet = false

  /// Makes `telling` how the account stands.
  mutating func move(to telling: Telling) {
    current = telling
    isSet = false
    numbers.insert(telling.number)
    if !telling.isLoose { firm = telling }
  }
}

/// Goes through the tellings in order of time and notes each step.
///
/// - Complexity: O(*n* log *n*); an article holds each of its figures against a few accounts.
struct AccountSweep {
  let course: Course
  let rules: GraphRules
  private(set) var steps: [AccountStep] = []
  private var main = Account()
  private var rivals: [Account] = []

  init(_ tellings: [Telling], _ course: Course, _ rules: GraphRules) {
    self.course = course
    self.rules = rules
    var articles: [Int: [Telling]] = [:]
    for telling in tellings {
      articles[telling.figure.claim.document, default: []].append(telling)
    }
    let inOrder = articles.values.map { ArticleTellings($0, course, rules) }.sorted()
    for article in inOrder { carryOn(article) }
  }

  private mutating func note(
    _ kind: AccountStep.Kind, _ from: Telling, _ to: Telling, _ reason: String,
    _ confidence: Confidence = .probable
  ) {
    guard from.claim != to.claim else { return }
    if kind == .clashes, !from.clashes(with: to) || areFarApart(from, to) { return }
    if kind == .replaces, from.number == to.number { return }
    steps.append(
      AccountStep(kind: kind, from: from, to: to, reason: reason, confidence: confidence))
  }
}

extension AccountSweep {
  /// Of what has one value, numbers of quite another size are of another thing.
  private func areFarApart(_ one: Telling, _ other: Telling) -> Bool {
    guard course == .fixed, one.figure.proposition.quantity?.kind == .count,
      let more = one.number.times(ExactNumber(8)), let most = other.number.times(ExactNumber(8))
    else { return false }
    return more < other.number || most < one.number
  }
}

// MARK: One article

extension AccountSweep {
  private mutating func carryOn(_ article: ArticleTellings) {
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

  /// Of a toll, a number far below the one that is known is a part that nothing marks.
  private func isTooSmall(_ telling: Telling) -> Bool {
    guard course == .grows, let current = main.current,
      let triple = telling.number.times(ExactNumber(3))
    else { return false }
    return triple < current.number
  }

  /// The figures of an article by the account that each goes on with.
  private struct Parts {
    var mains: [Telling] = []
    var known: [Int: Telling] = [:]
    var rest: [Telling] = []
  }

  private func sort(_ tellings: [Telling]) -> Parts {
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
  private func state(_ parts: inout Parts, _ article: ArticleTellings) -> Telling? {
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
  private func best(_ tellings: [Telling]) -> Telling? {
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
  private func mayCarryOn(_ telling: Telling, _ article: ArticleTellings) -> Bool {
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
  private mutating func writtenOn(_ tellings: [Telling], _ state: Telling) {
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
  private mutating func besides(_ other: Telling, _ state: Telling) {
    guard other.clashes(with: state), !main.numbers.contains(other.number), isNear(other, state)
    else { return }
    if other.origin != state.origin, other.voice != .common {
      note(.clashes, other, state, "two sources of one article, two numbers")
    } else if other.voice == .common, state.voice == .common, other.isHead != state.isHead {
      note(.clashes, other, state, "the head of the article and its text give two numbers")
    }
  }

  /// Of a toll, a far smaller number is a part that nothing marks, a far larger one another thing.
  private func isNear(_ one: Telling, _ state: Telling) -> Bool {
    guard course == .grows, let most = one.number.times(ExactNumber(3)),
      let limit = state.number.times(ExactNumber(8))
    else { return true }
    return most >= state.number && one.number <= max(limit, ExactNumber(20))
  }
}

// MARK: The next number of an account

extension AccountSweep {
  private mutating func move(_ account: inout Account, to next: Telling, isDown: Bool) {
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
      if course == .moves { return }
      if course == .grows, next.isNarrower(than: current) || isHalf(next, of: current) { return }
      note(.clashes, next, current, whyClash)
      return
    }
    // A round number of the same day is no newer one.
    if next.isLoose, next.day == current.day {
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
  private mutating func sharpen(_ account: inout Account, _ next: Telling, _ current: Telling) {
    guard next.number != current.number else {
      // `180 workers` after `about 180` is the same number, sure.
      if current.isLoose, !next.isLoose { account.move(to: next) }
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

  /// A number told before is told again: what was said in between was another account.
  private mutating func goBack(_ account: inout Account, _ next: Telling, _ current: Telling) {
    let isCount = next.figure.proposition.quantity?.kind == .count
    guard next.day > current.day, !account.isRevised, course == .fixed || course == .grows, isCount
    else { return }
    steps.removeAll {
      $0.kind == .replaces && $0.from.claim == current.claim && $0.to.number == next.number
    }
    note(.clashes, current, next, "a later article goes back to the former number")
    account.current = next
  }

  private func takesPlace(_ next: Telling, of current: Telling, _ isDown: Bool) -> Bool {
    switch course {
    case .moves: return !isLeap(next, from: current)
    case .grows:
      if next.number > current.number || isDown || next.origin == current.origin { return true }
      return next.figure.claim.saysRevised(rules)
    case .fixed:
      if isDown || next.origin == current.origin { return true }
      let topic = next.figure.proposition.topic
      guard topic.map(rules.fixedTopics.contains) != true else { return false }
      if next.voice == .official, current.voice == .common { return true }
      return next.voice != .common && next.figure.claim.saysUpdated(rules)
    }
  }

  /// Whether the article itself gives less than half: some of them, though nothing says so.
  private func isHalf(_ next: Telling, of current: Telling) -> Bool {
    guard next.voice == .common, let double = next.number.times(ExactNumber(2)) else {
      return false
    }
    return double <= current.number
  }

  /// Whether a level would be more than three times the one before.
  private func isLeap(_ next: Telling, from current: Telling) -> Bool {
    current.number.times(ExactNumber(3)).map { next.number > $0 } ?? false
  }

  private var whyClash: String {
    course == .fixed
      ? "no number fits both: there is one value for one event"
      : "no number fits both: the smaller came later, and nothing says that it was revised"
  }

  private func whyReplaced(_ next: Telling, _ former: Telling) -> String {
    if next.origin == former.origin { return "the same source's newer figure" }
    switch course {
    case .grows:
      return next.number > former.number
        ? "the newer number is the larger one" : "the number was revised down"
    case .moves: return "a level of a later day"
    case .fixed: return "the newer value takes the place of the former"
    }
  }

  /// What an article itself gives as a former number.
  private mutating func retell(_ formers: [Telling], before state: Telling) {
    for former in formers where former.number != state.number {
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
}

// MARK: Accounts against each other

extension AccountSweep {
  /// Goes on with the accounts of those who gainsay the common one; their places and numbers.
  private mutating func carryRivals(_ parts: Parts, _ state: Telling?) -> [Int: Telling] {
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
  private mutating func rival(for telling: Telling, _ told: [Int: Telling]) -> Int? {
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

  private mutating func moveMain(to next: Telling, isDown: Bool) {
    var account = main
    move(&account, to: next, isDown: isDown)
    main = account
  }

  private mutating func moveRival(_ place: Int, to next: Telling) {
    var account = rivals[place]
    move(&account, to: next, isDown: false)
    rivals[place] = account
  }

  private mutating func setAgainst(_ state: Telling?, _ told: [Int: Telling]) {
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
  private func stands(_ rival: Telling, against current: Telling) -> Bool {
    switch course {
    case .moves: return rival.day == current.day
    case .grows: return rival.number < current.number || rival.voice == .rival
    case .fixed: return true
    }
  }
}

/// No question has more accounts that matter.
private let mostRivals = 8
