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

  /// Makes `telling` how the account stands.
  mutating func move(to telling: Telling) {
    current = telling
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
    if kind == .clashes, !from.clashes(with: to) { return }
    if kind == .replaces, from.number == to.number { return }
    steps.append(
      AccountStep(kind: kind, from: from, to: to, reason: reason, confidence: confidence))
  }
}

// MARK: One article

extension AccountSweep {
  private mutating func carryOn(_ article: ArticleTellings) {
    var parts = sort(article.current)
    let state = state(&parts)
    if let state {
      if state.voice != .common { main.voices.insert(state.origin) }
      retell(article.formers, before: state)
      moveMain(to: state, isDown: article.isDown(state))
      for other in parts.mains { besides(other, state) }
    }
    let told = carryRivals(parts, state)
    setAgainst(state, told)
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
      if let place = rivals.firstIndex(where: { $0.voices.contains(telling.origin) }) {
        if parts.known[place] == nil { parts.known[place] = telling }
      } else if telling.voice == .common || main.voices.contains(telling.origin) {
        parts.mains.append(telling)
      } else {
        parts.rest.append(telling)
      }
    }
    return parts
  }

  /// The figure with which an article carries on the common account.
  private func state(_ parts: inout Parts) -> Telling? {
    if let state = best(parts.mains) {
      parts.mains.removeAll { $0.row == state.row }
      return state
    }
    let official = parts.rest.first { $0.voice == .official }
    guard let state = official ?? parts.rest.first(where: mayCarryOn) else { return nil }
    parts.rest.removeAll { $0.row == state.row }
    return state
  }

  private func best(_ tellings: [Telling]) -> Telling? {
    guard let current = main.current else { return tellings.first }
    if let agreeing = tellings.first(where: { !$0.differs(from: current) }), course != .moves {
      let more = tellings.first { course == .grows && $0.number > current.number }
      // `risen to 22 from 19`: what is more stands for the article.
      return more.flatMap { $0.origin == agreeing.origin ? $0 : nil } ?? agreeing
    }
    guard course == .grows else { return tellings.first }
    return tellings.first { $0.number > current.number } ?? tellings.first
  }

  /// Whether somebody who is no official may carry the common account on: alone with a larger toll.
  private func mayCarryOn(_ telling: Telling) -> Bool {
    guard telling.voice != .rival else { return false }
    guard let current = main.current else { return true }
    switch course {
    case .grows: return telling.number >= current.number || !telling.differs(from: current)
    case .moves: return true
    case .fixed: return !telling.differs(from: current)
    }
  }

  /// Another number of the common account in the same article.
  private mutating func besides(_ other: Telling, _ state: Telling) {
    guard other.clashes(with: state), !main.numbers.contains(other.number) else { return }
    if other.origin != state.origin, other.voice != .common, isNear(other, state) {
      note(.clashes, other, state, "two sources of one article, two numbers")
    }
  }

  /// Of a toll, a far smaller number is a part that nothing marks.
  private func isNear(_ one: Telling, _ state: Telling) -> Bool {
    guard course == .grows, let double = one.number.times(ExactNumber(3)) else { return true }
    return double >= state.number
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
      note(.clashes, next, current, whyClash)
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
    guard next.number != current.number, !next.isLoose else { return }
    if let firm = account.firm, firm.claim != current.claim, next.differs(from: firm),
      course != .grows || next.number > firm.number
    {
      note(.replaces, next, firm, whyReplaced(next, firm))
    }
    if current.isLoose { account.loose.append(current) }
    account.move(to: next)
  }

  /// A number told before is told again: what was said in between was another account.
  private mutating func goBack(_ account: inout Account, _ next: Telling, _ current: Telling) {
    guard next.day > current.day, !account.isRevised, course != .moves else { return }
    steps.removeAll {
      $0.kind == .replaces && $0.from.claim == current.claim && $0.to.number == next.number
    }
    note(.clashes, current, next, "a later article goes back to the former number")
    account.current = next
  }

  private func takesPlace(_ next: Telling, of current: Telling, _ isDown: Bool) -> Bool {
    switch course {
    case .moves: return true
    case .grows:
      if next.number > current.number || isDown || next.origin == current.origin { return true }
      return next.figure.claim.saysRevised(rules)
    case .fixed:
      if isDown || next.origin == current.origin || next.voice == .common
        || current.voice == .common
      {
        return true
      }
      return next.voice == .official && current.voice == .official
    }
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
      guard let current = main.current else {
        note(.replaces, state, former, "its article gives it as a former number", .certain)
        main.numbers.insert(former.number)
        continue
      }
      guard !main.numbers.contains(former.number), current.number != former.number else {
        if former.isFirmlyFormer {
          note(.replaces, state, former, "its article gives it as a former number", .certain)
        }
        continue
      }
      if course == .grows, former.number > current.number, former.number < state.number {
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
        guard telling.clashes(with: state), isNear(telling, state) else { continue }
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
      guard course == .grows, told[place] == nil, let current = rivals[place].current else {
        return false
      }
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
      } else if let current = main.current, stands(one, against: current) {
        note(.clashes, one, current, "the two accounts differ, and neither is given up")
      }
      for earlier in places[..<at] {
        if let other = told[earlier] { note(.clashes, one, other, "two accounts of one article") }
      }
    }
    guard let state, course != .moves else { return }
    for place in rivals.indices where told[place] == nil {
      guard let rival = rivals[place].current else { continue }
      // A toll below a rival one from before; or another value of what has only one.
      if course == .fixed || state.number < rival.number {
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
