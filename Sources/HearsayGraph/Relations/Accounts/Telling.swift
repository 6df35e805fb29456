import HearsayCore

// What each article tells for a question, as the steps by which an account of it goes on.

/// How the number of a question moves from article to article.
enum Course: Hashable, Sendable {
  /// A toll: it can only grow, unless it is revised.
  case grows
  /// A level, such as those still missing.
  case moves
  /// One value for one event: a crowd, a haul, a magnitude.
  case fixed
}

/// Whose word a figure is, as far as that tells which account it carries on.
enum Voice: Hashable, Sendable {
  /// The article itself, or unnamed officials: the common account.
  case common
  /// Police, a ministry, a fire service.
  case official
  /// A union, an opposition, a witness: an account of its own.
  case rival
  /// Somebody else with a name.
  case named
}

/// One figure of one article on its way through the accounts.
struct Telling {
  var row: Int
  /// The claim that stands for its line in the links.
  var claim: Int
  var figure: Figure
  var interval: Interval
  /// The number in the words, or the bound that is given.
  var number: ExactNumber
  /// The key of its origin.
  var origin: String
  var voice: Voice
  /// Words that tell its source from others, and the side whose counts it takes up.
  var body: Set<String>
  var side: Int?
  var isUnattributed: Bool
  var day: Int32
  /// Whether its article gives it as a number that no longer holds.
  var isFormer: Bool
  /// Whether only a headline or a caption has it.
  var isDisplayOnly: Bool
  /// Whether its article counts more in all.
  var isMinor: Bool
  var sort: NounSort
  var head: String
  var order: ClaimOrder

  /// Whether both leave no number in common, whatever time has passed.
  ///
  /// `At least 23` is how a first toll is told: a newer 47 takes its place.
  func differs(from other: Telling) -> Bool {
    if !interval.intersects(other.interval) { return true }
    guard !isLoose, !other.isLoose else { return false }
    return number != other.number
  }

  func isRevised(_ rules: GraphRules) -> Bool { figure.claim.saysRevised(rules) }

  /// Whether a body that is no office gives it, and not somebody whose office is not told.
  var isOwnCount: Bool {
    voice == .named && figure.claim.origin.speaker.kind != .person
  }

  /// Whether both are the word of one source, whoever speaks for it.
  func isSameSource(as other: Telling) -> Bool {
    origin == other.origin || areOneBody(body, other.body)
  }

  /// Whether no number fits both.
  func clashes(with other: Telling) -> Bool { !interval.intersects(other.interval) }

  /// Whether one gainsays the other, though a bound would leave room: `at least 40, the group says`,
  /// `the government insists on 52`.
  func gainsays(_ other: Telling, _ rules: GraphRules) -> Bool {
    if clashes(with: other) { return true }
    guard number != other.number, !isLoose, !other.isLoose, !isUnattributed,
      !other.isUnattributed, figure.claim.document == other.figure.claim.document
    else { return false }
    return figure.claim.saysContrast(rules) || other.figure.claim.saysContrast(rules)
  }

  /// `more than 20`, `about 60`: another number may be meant.
  var isLoose: Bool {
    guard let quantity = figure.proposition.quantity else { return true }
    return quantity.approximate || (interval.low == nil && interval.highOpen)
      || (interval.high == nil && interval.lowOpen)
  }
}

extension ClaimGraph {
  /// How the figures of a question move; `nil` where they are no one number: shares, ages.
  func course(of lines: [OriginLine], _ asked: Asked) -> Course? {
    let mains = lines.filter(\.isMain)
    guard let first = mains.first, let kind = claims[first.claim].proposition.quantity?.kind else {
      return nil
    }
    if kind == .count, rules.accounts.isFixed(foldedWords(asked.phrase)) { return .fixed }
    if kind == .count || kind == .measure, rules.accounts.isTally(foldedWords(asked.phrase)) {
      return .grows
    }
    let topics = mains.compactMap { claims[$0.claim].proposition.topic }
    if topics.contains(where: rules.fixedTopics.contains) { return .fixed }
    switch kind {
    case .count: break
    case .money: return .grows
    case .measure: return isDuration(first) ? nil : .fixed
    case .percent, .ordinal, .age, .other: return nil
    }
    var counts: [Measure: Int] = [:]
    for line in mains { counts[measure(of: line), default: 0] += 1 }
    let (total, level, plain) = (
      counts[.cumulative, default: 0], counts[.stock, default: 0], counts[.none, default: 0]
    )
    if total >= level, total >= plain { return total > 0 ? .grows : nil }
    // What is asked for by a topic that is a level; robbers held are still so many robbers.
    let levels = mains.filter { rules.topic(claims[$0.claim].proposition.topic)?.measure == .stock }
    if levels.count * 2 >= mains.count { return .moves }
    return total > plain || asked.isDone ? .grows : .fixed
  }

  /// Two terms of years are those of two people.
  func isDuration(_ line: OriginLine) -> Bool {
    guard let unit = rules.unit(claims[line.claim].proposition.quantity?.unit) else { return false }
    return rules.durations.contains(unit.family)
  }

  /// As the rules say it of the topic: `the ten held so far` counts arrests.
  private func measure(of line: OriginLine) -> Measure {
    let own = figure(line.claim).measure
    guard own == .stock || own == .none,
      let known = rules.topic(claims[line.claim].proposition.topic)?.measure, known != .none
    else { return own }
    return known
  }

  /// The figures of the lines that carry an account on: totals, no parts of them.
  func tellings(of lines: [OriginLine], _ asked: Asked, _ course: Course) -> [Telling] {
    let words = foldedWords(asked.phrase)
    var found: [Telling] = []
    let rows = Set(lines.filter(\.isMain).flatMap(\.claims))
    for line in lines where line.isMain || line.claims.contains(where: isFormer) {
      for row in line.claims {
        // A part only of what another question counts: `of 800 held, 50 were freed`.
        if let whole = statedWhole(row), rows.contains(whole) || !line.isMain { continue }
        if let telling = telling(row, line, words, course) { found.append(telling) }
      }
    }
    return withWholes(setApart(found))
  }

  /// `Ten sailors` are all who were freed, unless some article counts sailors and others too.
  private func withWholes(_ tellings: [Telling]) -> [Telling] {
    var tellings = tellings
    let articles = Dictionary(grouping: tellings.filter { !$0.isFormer }) {
      $0.figure.claim.document
    }
    var parts: Set<String> = []
    for article in articles.values {
      for one in article where one.sort == .subgroup {
        let isPart = article.contains { $0.head != one.head && $0.number != one.number }
        if isPart { parts.insert(one.head) }
      }
    }
    for place in tellings.indices where !parts.contains(tellings[place].head) {
      if tellings[place].sort == .subgroup { tellings[place].sort = .plain }
    }
    return tellings
  }

  private func telling(
    _ row: Int, _ line: OriginLine, _ asked: [String], _ course: Course
  ) -> Telling? {
    let figure = figure(row, originKey: line.origin.key)
    let about = figure.proposition
    guard let quantity = about.quantity, quantity.vague == nil, about.positive,
      about.modality.realm == "actual", isWhole(figure, asked, course), !figure.isElsewhere,
      !traits(row).contains(.rate),
      figure.measure != .ordinal, about.otherEvent == nil,
      !traits(row).contains(.increment),
      let number = quantity.stated ?? quantity.interval.high ?? quantity.interval.low,
      let day = published(of: row)?.latest?.day ?? figure.day
    else { return nil }
    let claim = claims[row]
    let own = ownOrigin(row)
    let words = own.kind == .unattributed ? [] : speakerWords(claim)
    var telling = Telling(
      row: row, claim: line.claim, figure: figure, interval: scaled(quantity), number: number,
      origin: claim.saysRejected(rules) ? "rejected \(number)" : line.origin.key,
      voice: voice(of: claim, line.origin), body: rules.accounts.body(words, rules.heads),
      side: rules.accounts.side(of: words), isUnattributed: own.kind == .unattributed,
      day: day.number, isFormer: figure.isFormer,
      isDisplayOnly: claim.zone.isDisplay && claim.repeats.isEmpty,
      isMinor: figure.isMinor, sort: figure.nounSort(rules), head: figure.counted.last ?? "",
      order: order(of: row))
    // Asked for, they are no part of others.
    if isAsked(telling.head, asked) {
      if telling.sort == .subgroup {
        telling.sort = .plain
        telling.isMinor = false
      }
    } else if course == .fixed, rules.accounts.doers.contains(telling.head) {
      telling.sort = .generic
    }
    return telling
  }

  /// Whether it counts all that was asked for: no part, and not only what came in a window.
  private func isWhole(_ figure: Figure, _ asked: [String], _ course: Course) -> Bool {
    let isCrowd = course == .fixed && rules.accounts.isFixed(asked)
    if figure.measure == .flow {
      // `Nine are now in custody` beside larger numbers of other things.
      guard figure.proposition.measure != .flow,
        isCrowd || figure.happened?.value == "PRESENT_REF"
      else { return false }
    }
    guard let part = figure.part, !isCrowd else { return true }
    return foldedWords(part).last.map { isAsked($0, asked) } ?? false
  }

  /// Whether a noun is among the words that were asked for.
  func isAsked(_ head: String, _ asked: [String]) -> Bool {
    !head.isEmpty && asked.contains { sameNoun($0, head) || rules.nouns.areOneThing($0, head) }
  }

  /// In an article with several numbers, those that their words set against others.
  private func setApart(_ tellings: [Telling]) -> [Telling] {
    var tellings = tellings
    var counts: [Int: Int] = [:]
    for telling in tellings { counts[telling.figure.claim.document, default: 0] += 1 }
    for place in tellings.indices {
      let telling = tellings[place]
      guard telling.isMinor || telling.isUnattributed,
        counts[telling.figure.claim.document, default: 0] > 1
      else { continue }
      setApart(&tellings[place])
    }
    return tellings
  }

  /// `The police figure was lower, at 26`: a number set against another one has a source of its own,
  /// though the sentence does not say whose.
  private func setApart(_ telling: inout Telling) {
    let claim = telling.figure.claim
    guard !telling.isFormer, claim.zone == .body, claim.saysContrast(rules),
      telling.isMinor || telling.figure.measure != .stock
    else { return }
    if telling.isUnattributed {
      // `The police figure was lower`.
      let (before, _) = claim.wordsAround(12, 0)
      let known = before.filter { word in
        rules.officialWords.contains(word) || rules.rivalWords.contains(word)
      }
      telling.voice = .rival
      telling.body = rules.accounts.body(known, rules.heads)
      telling.side = rules.accounts.side(of: known)
      telling.origin = "contrast \(claim.document) \(claim.sentence.range.start)"
      telling.isUnattributed = false
    }
    telling.isMinor = false
  }

  private func speakerWords(_ claim: Claim) -> [String] {
    let speaker = claim.origin.speaker
    return [
      speaker.anonymity?.descriptor, speaker.name, speaker.role, speaker.organisation,
    ].compactMap { $0 }.flatMap(foldedWords)
  }

  /// On the unit's common scale.
  private func scaled(_ quantity: Quantity) -> Interval {
    var interval = quantity.interval
    // `As many as 12,000` is told for a number of that size.
    if interval.low == nil, !interval.highOpen, let high = interval.high,
      let half = ExactNumber("0.5").flatMap(high.times)
    {
      interval.low = half
    }
    guard quantity.kind != .count, let factor = rules.unit(quantity.unit)?.factor,
      factor != .one
    else { return interval }
    return interval.times(factor) ?? interval
  }

  /// Whose word it is, by the first telling word of the name, the role and the body.
  ///
  /// `a nurse at the State Hospital` is no official, `a ministry source` is one.
  private func voice(of claim: Claim, _ origin: OriginKey) -> Voice {
    if claim.saysRejected(rules) { return .rival }
    if origin.kind == .unattributed { return claim.saysFeared(rules) ? .rival : .common }
    let speaker = claim.origin.speaker
    let words = speakerWords(claim)
    let telling = words.first { rules.officialWords.contains($0) || rules.rivalWords.contains($0) }
    let isRival =
      telling.map(rules.rivalWords.contains) ?? false
      // A police union speaks for those it counts, and not for the police.
      || rules.accounts.isUnion(words)
    switch origin.kind {
    case .anonymous: return isRival ? .rival : .common
    case .collective where words.contains(where: rules.commonWords.contains): return .common
    case .collective, .document, .identified, .unattributed, .outletOnly:
      // What another paper had is no news of those who count.
      if isOutlet(speaker.name), !claim.isOwnStatement { return .rival }
      if isRival { return .rival }
      return telling != nil || speaker.kind == .government ? .official : .named
    }
  }

  /// Whether it is one of the papers at hand.
  private func isOutlet(_ name: String) -> Bool {
    !index.outlets[index.strings.id(of: folded(names.canonical(name)))].isEmpty
  }
}
