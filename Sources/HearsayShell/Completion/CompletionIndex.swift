import HearsayCore
import HearsayGraph

/// What the corpus offers at Tab, counted once: counting takes longer than a key may.
package struct CompletionIndex: Sendable {
  /// `released  41 claims, 9 speakers`, those with most figures first.
  private(set) var events: [Offer] = []
  /// `"Foro Penal"  12 claims in 4 articles`.
  private(set) var speakers: [Offer] = []
  /// `s1  Foro Penal, 12 claims`.
  private(set) var sources: [Offer] = []
  private(set) var outlets: [Offer] = []
  private(set) var places: [Offer] = []
  /// Everybody in whose name something is said: also the outlets themselves.
  var voices: [Offer] { speakers + outlets }
  /// `d3  Signal Wire, 2026-01-14: …`.
  private(set) var articles: [Offer] = []
  /// Numbers that somebody says, with who says them.
  private(set) var numbers: [Offer] = []
  /// Days that figures are for.
  private(set) var days: [Offer] = []
  /// Those counted.
  private(set) var groups: [Offer] = []
  /// For each field what it says.
  private(set) var values: [FilterField: [Offer]] = [:]
  let questions: QuestionOffers

  /// Nothing is known yet.
  package static let empty = CompletionIndex()

  private init() { questions = QuestionOffers([]) }

  /// Counts everything; stops, half-way, when `isCancelled` says so.
  package init(_ session: Session, isCancelled: () -> Bool = { false }) {
    questions = QuestionOffers(session)
    var count = CorpusCount(session)
    for row in session.rows {
      if row % 256 == 0, isCancelled() { return }
      count.add(row)
    }
    events = Self.events(session)
    articles = session.articles.indices.map { Self.article($0, session) }
    take(count)
    groups = Self.groups(session, count)
    sources = Self.sources(session)
  }

  /// The same with only what these claims hold, and how often they do; `nil` when it was cancelled.
  func narrowed(to rows: [Int], _ session: Session, isCancelled: () -> Bool) -> CompletionIndex? {
    var count = CorpusCount(session)
    for (place, row) in rows.sorted().enumerated() {
      if place % 256 == 0, isCancelled() { return nil }
      count.add(row)
    }
    var narrow = self
    narrow.take(count)
    narrow.groups = (count.values[.group] ?? Tally()).offers(in: nil)
    return narrow
  }

  private mutating func take(_ count: CorpusCount) {
    speakers = count.speakers.offers(in: "article")
    outlets = count.outlets.offers(in: "article")
    places = count.places.offers(in: "article")
    numbers = count.numbers.offers(in: "article")
    days = count.days.offers(in: "article")
    values = count.values.mapValues { $0.offers(in: nil) }
    values[.value] = numbers
    values[.speaker] = voices
    values[.outlet] = outlets
    values[.document] = articles
  }

  private static func events(_ session: Session) -> [Offer] {
    session.graph.topics().filter { $0.isNamed || $0.figures > 0 }
      .sorted { ($0.figures, $1.name) > ($1.figures, $0.name) }
      .compactMap { topic in
        let size = [counted(topic.claims, "claim"), counted(topic.speakers, "speaker")]
        return Offer(name: topic.name, size.joined(separator: ", "))
      }
  }

  /// The populations of the rules, then what else is counted.
  private static func groups(_ session: Session, _ count: CorpusCount) -> [Offer] {
    let counts = count.values[.group] ?? Tally()
    let known = session.graph.rules.populations.map(\.name).filter { counts[$0] == 0 }
    return counts.offers(in: nil) + known.compactMap { Offer(name: $0, "who is counted") }
  }

  private static func article(_ document: Int, _ session: Session) -> Offer {
    let published = session.graph.documents[document].facts.published
    let known = [session.outlet(document), published.map(timeText) ?? "no date"]
    let headline = session.headline(document).map { ": " + $0 } ?? ""
    return Offer("d\(document)", known.joined(separator: ", ") + headline)
  }

  private static func sources(_ session: Session) -> [Offer] {
    session.sourceList(session.graph.sorted(session.rows)).enumerated().map { place, origin in
      Offer("s\(place + 1)", "\(origin.name), \(counted(origin.claims.count, "claim"))")
    }
  }
}

/// One walk over all claims.
private struct CorpusCount {
  var speakers = Tally()
  var outlets = Tally()
  var places = Tally()
  var numbers = Tally()
  var days = Tally()
  var values: [FilterField: Tally] = [:]
  private let session: Session

  init(_ session: Session) { self.session = session }

  mutating func add(_ row: Int) {
    let claim = session.graph.claims.whole(row)
    let document = claim.document
    var named: Set<String> = []
    // The first step is the outlet.
    for step in claim.chain.dropFirst() {
      let name = session.graph.canonicalName(step.speaker.name)
      if named.insert(name).inserted { speakers.add(name, document) }
    }
    if let outlet = session.graph.documents[document].facts.outlet {
      outlets.add(outlet, document)
    }
    if let place = claim.proposition.place { places.add(place, document) }
    if let quantity = claim.proposition.quantity, let stated = quantity.stated {
      let about = about(claim)
      numbers.add(stated.description, document, about: about)
    }
    if claim.kind == .figure, let day = session.graph.day(of: row) {
      days.add(day.description, document)
    }
    addFields(claim, row, document)
  }

  /// What a number counts: `prisoners released`.
  private func about(_ claim: Claim) -> String {
    let proposition = claim.proposition
    let counted = proposition.populationText ?? proposition.quantity?.unit
    let event = proposition.topic ?? proposition.predicate
    return [counted, event].compactMap { $0 }.joined(separator: " ")
  }

  private mutating func addFields(_ claim: Claim, _ row: Int, _ document: Int) {
    let proposition = claim.proposition
    add(.event, [proposition.topic ?? proposition.predicate].compactMap { $0 }, document)
    add(.group, [proposition.population ?? proposition.populationText].compactMap { $0 }, document)
    add(.place, [proposition.place, proposition.part].compactMap { $0 }, document)
    add(.hedge, claim.hedges, document)
    add(.rule, claim.trail.map(\.rule), document)
    add(.status, session.graph.statuses(of: row), document)
    add(
      .kind, [claim.kind.rawValue, proposition.quantity?.kind.rawValue].compactMap { $0 }, document)
    add(.zone, [claim.zone.rawValue], document)
  }

  private mutating func add(_ field: FilterField, _ texts: [String], _ document: Int) {
    for text in Set(texts) { values[field, default: Tally()].add(text, document) }
  }
}

/// How often something is said, and in how many articles.
private struct Tally {
  private struct Count {
    var claims = 0
    var articles = 0
    var lastArticle = -1
    /// What is said with it first.
    var about = ""
  }

  private var counts: [String: Count] = [:]

  subscript(_ text: String) -> Int { counts[text]?.claims ?? 0 }

  /// Claims come article by article.
  mutating func add(_ text: String, _ document: Int, about: String = "") {
    guard !text.isEmpty else { return }
    var count = counts[text] ?? Count()
    if count.claims == 0 { count.about = about }
    count.claims += 1
    if count.lastArticle != document { count.articles += 1 }
    count.lastArticle = document
    counts[text] = count
  }

  /// Most claims first.
  func offers(in noun: String?) -> [Offer] {
    counts.sorted { one, other in
      one.value.claims != other.value.claims
        ? one.value.claims > other.value.claims : one.key < other.key
    }.compactMap { text, count in
      var summary = counted(count.claims, "claim")
      if let noun, count.articles > 1 { summary += " in \(counted(count.articles, noun))" }
      return Offer(name: text, count.about.isEmpty ? summary : summary + ": " + count.about)
    }
  }
}
