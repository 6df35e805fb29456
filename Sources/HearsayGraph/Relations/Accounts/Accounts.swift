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
  /// The words of its sources, and the side on which they stand.
  var bodies: [Set<String>] = []
  var side: Int?
  var current: Telling?
  /// How it stood before.
  var former: Telling?
  var numbers: Set<ExactNumber> = []
  /// The last one before the current one that is no loose bound.
  var firm: Telling?
  /// Loose ones whose place nothing has taken yet.
  var loose: [Telling] = []
  var isRevised = false
  /// Whether its current number was set against the common one already.
  var isSet = false

  /// Whether its source has spoken for this account.
  func knows(_ telling: Telling) -> Bool {
    voices.contains(telling.origin) || bodies.contains { areOneBody($0, telling.body) }
  }

  /// Makes its source one of this account.
  mutating func take(_ telling: Telling) {
    guard !knows(telling) || telling.side != nil else { return }
    voices.insert(telling.origin)
    if !telling.body.isEmpty, bodies.count < mostBodies { bodies.append(telling.body) }
    if side == nil { side = telling.side }
  }

  /// Makes `telling` how the account stands.
  mutating func move(to telling: Telling) {
    if current?.number != telling.number { former = current }
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
  private var noted = AccountSteps()
  /// What was noted and not taken back, in order.
  var steps: [AccountStep] { noted.all }
  var main = Account()
  var rivals: [Account] = []

  init(_ tellings: [Telling], _ course: Course, _ rules: GraphRules) {
    self.course = course
    self.rules = rules
    var articles: [Int: [Telling]] = [:]
    for telling in tellings {
      articles[telling.figure.claim.document, default: []].append(telling)
    }
    let inOrder = articles.values.flatMap(byHour)
      .compactMap { ArticleTellings($0, course, rules) }.sorted()
    for article in withoutStrays(inOrder) { carryOn(article) }
  }

  /// A paper's own number of which no later article tells even a third is of something else; and so
  /// is one that none of several later articles reaches.
  private func withoutStrays(_ articles: [ArticleTellings]) -> [ArticleTellings] {
    guard course == .grows, articles.count > 2 else { return articles }
    var articles = articles
    var most = ExactNumber(0)
    var later = 0
    for place in articles.indices.reversed() {
      let isSettled = later >= mostLater
      if later > 1, let limit = isSettled ? most : most.times(ExactNumber(3)) {
        articles[place].current.removeAll { $0.isUnattributed && $0.number > limit }
      }
      guard let top = articles[place].current.map(\.number).max() else { continue }
      most = max(most, top)
      later += 1
    }
    return articles
  }

  /// A live page is several reports of one day: each paragraph with an hour begins one.
  private func byHour(_ article: [Telling]) -> [[Telling]] {
    guard article.count > 1 else { return [article] }
    let stamped = article.map { (telling: $0, stamp: $0.figure.claim.stamp) }
    guard stamped.contains(where: { $0.stamp != nil }) else { return [article] }
    var reports: [Int: [Telling]] = [:]
    var last = -1
    for (telling, stamp) in stamped.sorted(by: { $0.telling.order < $1.telling.order }) {
      last = stamp ?? last
      reports[last, default: []].append(telling)
    }
    var most = ExactNumber(0)
    return reports.keys.sorted().compactMap { hour in
      // Far below what was told before it is a part.
      let told = (reports[hour] ?? []).filter { telling in
        course != .grows || telling.number.times(ExactNumber(3)).map { $0 >= most } == true
      }
      most = max(most, told.map(\.number).max() ?? most)
      return told.isEmpty ? nil : told
    }
  }

  /// That a number had taken the place of another one is no longer so.
  mutating func takeBack(_ newer: Telling, _ older: ExactNumber) {
    noted.takeBack(newer.claim, older)
  }

  /// Whether an article gives one of these numbers as what came after the other.
  private func hasReplaced(_ one: Telling, _ other: Telling) -> Bool {
    course == .fixed && one.figure.claim.document != other.figure.claim.document
      && noted.isSurelyReplaced(one.number, other.number)
  }

  mutating func note(
    _ kind: AccountStep.Kind, _ from: Telling, _ to: Telling, _ reason: String,
    _ confidence: Confidence = .probable
  ) {
    guard from.claim != to.claim, from.number != to.number else { return }
    // What has taken the place of a number did not clash with it, unless one article says so.
    if kind == .replaces { noted.takeBackClashes(from.number, to.number) }
    if kind == .clashes {
      guard from.gainsays(to, rules), !areFarApart(from, to), !areOffers(from, to),
        !hasReplaced(from, to)
      else { return }
    }
    noted.add(
      AccountStep(kind: kind, from: from, to: to, reason: reason, confidence: confidence))
  }
}

extension AccountSweep {
  /// What two pay or ask for are two sums.
  private func areOffers(_ one: Telling, _ other: Telling) -> Bool {
    [one, other].contains { telling in
      telling.figure.proposition.quantity?.kind == .money
        && telling.figure.proposition.topic.map(rules.accounts.offers.contains) == true
    }
  }

  /// Of what has one value, numbers of quite another size are of another thing.
  func areFarApart(_ one: Telling, _ other: Telling) -> Bool {
    guard course == .fixed, one.figure.proposition.quantity?.kind == .count,
      let more = one.number.times(ExactNumber(8)), let most = other.number.times(ExactNumber(8))
    else { return false }
    return more < other.number || most < one.number
  }
}

/// After so many articles a toll is known.
private let mostLater = 3

/// No account has more sources that matter.
private let mostBodies = 16

/// No question has more accounts that matter.
let mostRivals = 8
