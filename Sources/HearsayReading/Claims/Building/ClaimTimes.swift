import HearsayCore
import HearsayText

/// The times of a figure: for when it holds, when it happened, over what it counts.
struct FigureTimes {
  var asOf: TimeValue?
  var basis: AsOfBasis?
  var event: TimeValue?
  var window: TimeValue?
  var isFlow = false
  var trail: [RuleFiring] = []
}

/// Gives times to figures (CLAIM MODEL, "Time": event time, as-of and the time of saying are three).
struct ClaimTimeFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  let hits: [ClaimHit]
  let cost = DistanceCost()

  /// The most a time may cost and still belong to a figure's clause.
  static let most = 22

  /// The times of a figure whose predicate is `bearing` and that `speakers` give.
  func times(of frame: FigureFrame, _ bearing: Bearing?, _ speakers: [Int]) -> FigureTimes {
    var times = FigureTimes()
    let near = candidates(frame, bearing, speakers)
    if let row = near.alone?.row {
      times.isFlow = true
      times.window = draft.times[row].value
      set(&times, row, .stated)
    } else if let row = near.holding?.row {
      set(&times, row, .stated)
    } else if let row = near.opening?.row {
      times.window = opened(draft.times[row].value)
    } else if let row = near.happening?.row {
      times.event = draft.times[row].value
      times.window = draft.times[row].value
      set(&times, row, .stated)
    }
    if hits.contains(where: { isFlowWord($0, near: frame) }) { times.isFlow = true }
    if times.asOf == nil { infer(&times, speakers) }
    return times
  }

  private func isFlowWord(_ hit: ClaimHit, near frame: FigureFrame) -> Bool {
    guard case .flow = hit.phrase else { return false }
    return abs(hit.tokens.start - frame.phrase.end) < 12
  }

  /// The nearest points in time of the figure's clause; the time of a saying is none.
  private func candidates(
    _ frame: FigureFrame, _ bearing: Bearing?, _ speakers: [Int]
  ) -> NearTimes {
    var near = NearTimes()
    if layers.times.isEmpty { return near }
    let core =
      bearing.map { core in
        TokenRange(
          min(core.tokens.start, frame.phrase.start), max(core.tokens.end, frame.phrase.end))
      } ?? frame.phrase
    for row in layers.times where draft.timeRelations.indices.contains(row) {
      let type = draft.times[row].value.type
      let tokens = draft.times[row].tokens
      guard type == .date || type == .time, !tokens.overlaps(frame.number),
        isLong(draft.times[row].value) || !datesSaying(draft.bytes(tokens), speakers.last),
        !isOfOthers(row, frame, bearing)
      else { continue }
      let cost = distance(tokens, core)
      if cost <= Self.most { near.add(row, cost, draft.timeRelations[row]) }
    }
    return near
  }

  /// A month or more dates what is told and not the telling: `In the first quarter of 2008, the
  /// firm reported a loss of …`.
  private func isLong(_ time: TimeValue) -> Bool {
    guard let days = time.days else { return false }
    return days.upperBound.number - days.lowerBound.number > 8
  }

  private func distance(_ time: TokenRange, _ core: TokenRange) -> Int {
    if time.overlaps(core) { return 0 }
    let between = time.start >= core.end ? core.end..<time.start : time.end..<core.start
    return cost.of(between, context, skipping: core)
  }

  /// Whether a time stands outside the content of the innermost attribution: then it dates the
  /// saying, as in `said on Tuesday`.
  private func datesSaying(_ time: ByteRange, _ inner: Int?) -> Bool {
    guard let inner else { return false }
    return !draft.attributions[inner].content.contains { $0.contains(time) }
  }

  private func opened(_ value: TimeValue) -> TimeValue {
    var window = value
    window.latest = nil
    return window
  }

  private func set(_ times: inout FigureTimes, _ row: Int, _ basis: AsOfBasis) {
    let time = draft.times[row]
    times.asOf = time.value
    times.basis = basis
    times.trail.append(
      RuleFiring(
        rule: time.rule, range: draft.bytes(time.tokens), note: "as of", time.value.value))
  }

  /// Without a time of its own a figure holds when it was said, or else when it was published.
  private func infer(_ times: inout FigureTimes, _ speakers: [Int]) {
    if let said = context.said(by: speakers) {
      times.asOf = said
      times.basis = .inferred
    } else if let published = draft.document.published {
      times.asOf = published
      times.basis = .publication
    }
  }
}

/// The nearest time of each sort of relation; of two as near, the first.
private struct NearTimes {
  typealias Near = (row: Int, cost: Int)
  /// `on Monday alone`; `as of`, `by`; `since`; `on`.
  private(set) var alone: Near?
  private(set) var holding: Near?
  private(set) var opening: Near?
  private(set) var happening: Near?

  mutating func add(_ row: Int, _ cost: Int, _ relation: TimeRelation) {
    switch relation {
    case .alone: keep(row, cost, &alone)
    case .asOf, .by, .until: keep(row, cost, &holding)
    case .since, .after: keep(row, cost, &opening)
    case .at, .during: keep(row, cost, &happening)
    case .before: break
    }
  }

  private func keep(_ row: Int, _ cost: Int, _ best: inout Near?) {
    if best.map({ cost < $0.cost }) ?? true { best = (row, cost) }
  }
}

extension ClaimContext {
  /// When the innermost of these attributions that is dated was said.
  func said(by speakers: [Int]) -> TimeValue? {
    for row in speakers.reversed() {
      if let said = draft.attributions[row].saidAt { return said }
    }
    return nil
  }
}
