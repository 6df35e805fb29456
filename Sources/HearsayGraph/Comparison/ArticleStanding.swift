import HearsayCore
internal import Synchronization

/// What each figure is within its own article: worked out once for a whole article.
struct ArticleStanding: Sendable {
  /// What the words around a figure say of it.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// `up from five`, `an earlier estimate of 240`.
    static let former = Traits(rawValue: 1)
    /// `four more`.
    static let increment = Traits(rawValue: 2)
    /// `31 remain in hospital`.
    static let level = Traits(rawValue: 4)
    /// `$9.66 per share`.
    static let rate = Traits(rawValue: 8)
    /// Dated long before the article.
    static let elsewhen = Traits(rawValue: 16)
    /// The article counts more in all.
    static let minor = Traits(rawValue: 32)
    /// In one sentence with a figure of another event.
    static let sibling = Traits(rawValue: 64)
    /// Said to be a part of another figure of its question.
    static let part = Traits(rawValue: 128)
  }

  /// What makes two figures of an article answers to one question.
  struct Key: Hashable {
    var subject: String
    var family: String
    var realm: String

    init?(_ about: Proposition, _ rules: GraphRules) {
      guard let subject = about.topic ?? about.predicate.map({ "\u{0}" + $0 }) else { return nil }
      self.subject = subject
      // The rules themselves would be copied for a closure.
      if let population = about.population {
        family = rules.family(population)
      } else {
        family = ""
      }
      realm = about.modality.realm
    }
  }

  /// The figure of a voice that counts most, by its lower bound.
  private struct Total {
    var row: Int
    var low: ExactNumber
    var population: String?
    /// Who gives it; empty for the article itself.
    var voice: String
    /// The day for which the words give it.
    var day: Day?
    var sentence: ByteRange
  }

  private let first: Int
  private var traits: [Traits]
  private var formers: [Key: [ExactNumber]] = [:]
  private var totals: [Key: [Total]] = [:]
  /// For a part the whole that the words beside it name.
  let wholes: [Int: Int]

  init(_ rows: Range<Int>, of graph: ClaimGraph) {
    first = rows.lowerBound
    traits = Array(repeating: [], count: rows.count)
    wholes = Self.wholes(rows, graph)
    for row in rows where graph.claims.isFigure(row) { note(row, graph) }
    for row in rows where graph.claims.isFigure(row) && isMinor(row, graph) {
      traits[row - first].insert(.minor)
    }
    totals = [:]
    noteSiblings(rows, graph)
    guard rows.count <= Self.mostWithParts else { return }
    for row in rows where graph.claims.isFigure(row) {
      if graph.countsPart(row, isMinor: self[row].contains(.minor)) {
        traits[row - first].insert(.part)
      }
    }
  }

  /// Of articles with more claims than these parts are told when they are asked for: a part may be
  /// held against all the others.
  static let mostWithParts = 2000

  /// What follows a figure of another event in its sentence, without a date of its own, is of that
  /// event too: `In 2009 a bomb killed 27 people and injured 90`.
  private mutating func noteSiblings(_ rows: Range<Int>, _ graph: ClaimGraph) {
    var elsewhere: ByteRange?
    for row in rows where graph.claims.isFigure(row) {
      let claim = graph.claims[row]
      if claim.proposition.otherEvent != nil {
        elsewhere = claim.sentence.range
      } else if elsewhere == claim.sentence.range, graph.asOfBasis(row) != .stated {
        traits[row - first].insert(.sibling)
      }
    }
  }

  subscript(row: Int) -> Traits {
    traits.indices.contains(row - first) ? traits[row - first] : []
  }

  /// The numbers that the article gives as former ones of the same thing.
  func formers(_ about: Proposition, _ rules: GraphRules) -> [ExactNumber] {
    formers.isEmpty ? [] : Key(about, rules).flatMap { formers[$0] } ?? []
  }

  private mutating func note(_ row: Int, _ graph: ClaimGraph) {
    let claim = graph.claims[row]
    var found = claim.traits(graph.sharedRules.rules)
    if graph.sharedRules.rules.episodes.isEmpty, claim.proposition.quantity?.kind == .count,
      claim.proposition.isLongBefore(graph.published(of: row))
    {
      found.insert(.elsewhen)
    }
    traits[row - first] = found
    guard let key = Key(claim.proposition, graph.sharedRules.rules) else { return }
    if found.contains(.former), let stated = claim.proposition.quantity?.stated,
      formers[key, default: []].count < mostVoices
    {
      formers[key, default: []].append(stated)
    }
    if found.isDisjoint(with: [.former, .increment, .elsewhen]) { noteTotal(row, key, graph) }
  }

  private mutating func noteTotal(_ row: Int, _ key: Key, _ graph: ClaimGraph) {
    let claim = graph.claims[row]
    let about = claim.proposition
    guard let quantity = about.quantity, quantity.kind == .count, quantity.vague == nil,
      let low = quantity.interval.low, about.positive, about.part == nil,
      about.otherEvent == nil, about.measure != .flow, claim.partOf == nil,
      about.nounSort(graph.sharedRules.rules) != .subgroup
    else { return }
    let total = Total(
      row: row, low: low, population: about.population, voice: claim.voice,
      day: graph.day(of: row), sentence: claim.sentence.range)
    var known = totals[key, default: []]
    if let place = known.firstIndex(where: { $0.voice == total.voice }) {
      if known[place].low < low { known[place] = total }
    } else if known.count < mostVoices {
      known.append(total)
    }
    totals[key] = known
  }

  /// Whether its article counts more in all: then it is read as a part.
  ///
  /// Another source's smaller total is a rival and no part, unless its noun names only some of those
  /// counted. What the article says itself after a source's total is a part of that.
  private func isMinor(_ row: Int, _ graph: ClaimGraph) -> Bool {
    let claim = graph.claims[row]
    let about = claim.proposition
    guard let quantity = about.quantity, quantity.kind == .count, quantity.vague == nil,
      claim.zone == .body, quantity.interval.high != nil, about.measure != .flow,
      about.otherEvent == nil, !self[row].contains(.former),
      let key = Key(about, graph.sharedRules.rules),
      let known = totals[key]
    else { return false }
    let larger = known.filter { total in
      total.row != row && quantity.interval.isBelow(Interval(low: total.low))
        // Populations of the rules say themselves what is a part of what.
        && (total.population == nil || about.population == nil
          || total.population == about.population)
    }
    guard !larger.isEmpty else { return false }
    let voice = claim.voice
    if self[row].contains(.increment) || about.nounSort(graph.sharedRules.rules) == .subgroup {
      // `Two men are held, the prosecutor said; the union said four`: two counts of one group.
      let loose = graph.sharedRules.rules.looseSubgroups
      let isLoose = about.countedWords.last.map(loose.contains) ?? false
      return !isLoose || self[row].contains(.increment)
        || larger.contains { $0.voice == voice || voice.isEmpty || $0.voice.isEmpty }
    }
    let day = graph.asOfBasis(row) == .stated ? graph.day(of: row) : nil
    return larger.contains { total in
      let isBeside = total.row < row && total.sentence == claim.sentence.range
      guard total.voice == voice || (voice.isEmpty && total.row < row) || isBeside else {
        return false
      }
      // Dated before the other by the words, it is the total of a former day.
      guard let day, let later = total.day else { return true }
      return day >= later
    }
  }
}

extension Claim {
  /// Whether its article is the statement of the body that gives it.
  var isOwnStatement: Bool {
    chain.count == 2 && chain[0].speaker.name == chain[1].speaker.name
  }

  /// Who speaks; empty for the article itself.
  var voice: String { chain.count > 1 ? origin.speaker.name : "" }
}

extension Proposition {
  /// Whether the words date it more than a month before the article: another event.
  func isLongBefore(_ published: TimeValue?) -> Bool {
    guard let report = published?.earliest?.day else { return false }
    let stated = asOfBasis == .stated ? asOf.known : nil
    if let end = (eventTime.known ?? stated)?.latest?.day, end.adding(longAgo) < report {
      return true
    }
    // `this year`, `since 2009`: counted over far more than the event at hand.
    guard let start = (eventTime.known ?? window.known)?.earliest?.day else { return false }
    return start.adding(longAgo * 2) < report
  }
}

/// No article sets more voices against each other on one question.
private let mostVoices = 8

/// What is dated so many days before the article is no news of it.
private let longAgo = 30

/// The standings of the articles that were asked for: kept until the graph changes, some hundred
/// bytes an article.
final class StandingCache: Sendable {
  private let standings = Mutex<[ArticleStanding?]>([])

  func standing(_ document: Int) -> ArticleStanding? {
    standings.withLock { document < $0.count ? $0[document] : nil }
  }

  /// What one figure is; asked for so often that its article's standing is not copied for it.
  func traits(_ row: Int, in document: Int) -> ArticleStanding.Traits? {
    standings.withLock { document < $0.count ? $0[document]?[row] : nil }
  }

  func keep(_ standing: ArticleStanding, _ document: Int) {
    standings.withLock { standings in
      while standings.count <= document { standings.append(nil) }
      standings[document] = standing
    }
  }
}
