import HearsayCore
import HearsayText

/// What a bare number may stand for: a figure before it, or a question that announces one.
struct EchoSource {
  /// Its sentence.
  let sentence: TokenRange
  /// One past its last token.
  let end: Int
  /// What it was about, with terms and words of those counted.
  let about: Proposition
  /// The number; `nil` for `how many people died` and for `the number of dead is disputed`.
  let size: Int?
  let kind: QuantityKind
}

extension EchoSource {
  /// A figure that counted a whole.
  init(_ frame: FigureFrame, _ about: Proposition) {
    self.init(
      sentence: frame.sentence, end: frame.phrase.end, about: about, size: frame.size,
      kind: frame.quantity.kind)
  }
}

extension FigureFrame {
  /// The number as a whole one, by which figures are compared in size.
  var size: Int? {
    (quantity.stated ?? quantity.interval.low ?? quantity.interval.high)?.whole
  }
}

// Which figure a number stands for.
extension EchoFinder {
  /// What it stands for: the figure before in its sentence, else the one nearest in size and place.
  func source(_ recent: [EchoSource]) -> EchoSource? {
    guard let link = link() else { return nil }
    let fitting = recent.filter {
      isLike($0.kind) && ($0.about.topic != nil || !$0.about.terms.isEmpty)
        && frame.sentence.start - $0.sentence.end < Self.reach
        && ($0.end <= frame.number.start || $0.sentence != frame.sentence
          || $0.size == nil && $0.about.topic != nil)
    }
    let same = fitting.filter {
      $0.sentence == frame.sentence && $0.end <= frame.number.start
    }
    if let last = same.last, link != .seen { return same.last { $0.about.topic != nil } ?? last }
    return link == .contrasted ? nil : nearest(fitting, link)
  }

  /// What `the figure of 22` stands for.
  func figureSource(_ recent: [EchoSource]) -> EchoSource? {
    guard frame.unit == nil, frame.quantity.kind == .count else { return nil }
    return nearest(
      recent.filter {
        isLike($0.kind) && $0.about.topic != nil
          && frame.sentence.start - $0.sentence.end < Self.reach
      }, .said)
  }

  private func nearest(_ fitting: [EchoSource], _ link: Link) -> EchoSource? {
    // Who speaks right behind a figure speaks of that one: `… two are missing. Families say it is 18`.
    let adjacent = fitting.filter {
      frame.sentence.start - $0.sentence.end < Self.adjacent && $0.sentence != frame.sentence
        && $0.about.topic != nil
        && (distance($0) ?? .max) <= (link == .seen ? Self.likeSize : Self.mostUnlike)
    }
    if frame.size != 0, frame.sentence.count <= Self.shortSentence,
      let best = adjacent.min(by: { (distance($0) ?? .max) < (distance($1) ?? .max) })
    {
      return best
    }
    return nearest(in: fitting, link)
  }

  private static let adjacent = 3
  private static let shortSentence = 16
  private static let mostUnlike = 900

  private func nearest(in fitting: [EchoSource], _ link: Link) -> EchoSource? {
    var sentences = 0
    var former: TokenRange?
    var best: (cost: Int, source: EchoSource)?
    for source in fitting.reversed() {
      if source.sentence != former { sentences += 1 }
      former = source.sentence
      guard let distance = distance(source) else { continue }
      if frame.size == 0, source.about.measure == .cumulative || sentences > 2 { continue }
      if link == .seen,
        distance > Self.likeSize || sentences > 3
          || source.about.topic == nil
            && !((source.size == nil || frame.size == 0) && sentences < 2)
      {
        continue
      }
      let unknown = source.about.topic == nil ? Self.unknownCost : 0
      let cost = distance + Self.sentenceCost * sentences + unknown
      if best.map({ cost < $0.cost }) ?? true { best = (cost, source) }
    }
    return best?.source
  }

  /// Numbers are alike up to two and a half times each other.
  private static let likeSize = 150

  /// Two paragraphs, about.
  private static let reach = 110

  /// A sentence further back weighs as much as a number half as large again.
  private static let sentenceCost = 50
  private static let unknownCost = 60

  /// Sums are given without their currency too: `the true figure is above 25 million`.
  private func isLike(_ kind: QuantityKind) -> Bool {
    kind == frame.quantity.kind
      || kind == .money && frame.quantity.kind == .count && (frame.size ?? 0) >= 100_000
  }

  /// How many times larger one number is than the other, in per cent over one; `nil` beyond twenty
  /// times.
  private func distance(_ other: EchoSource) -> Int? {
    guard let theirs = other.size else { return 0 }
    if frame.size == 0 { return 100 }
    guard let mine = frame.size, mine > 0, theirs > 0 else { return nil }
    let quotient = max(mine, theirs).multipliedReportingOverflow(by: 100)
    guard !quotient.overflow else { return nil }
    let times = quotient.partialValue / min(mine, theirs) - 100
    return times <= 1900 ? times : nil
  }
}
