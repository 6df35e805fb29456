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
    let rows = candidates(frame, bearing, speakers)
    if let row = rows.first(where: { draft.timeRelations[$0] == .alone }) {
      times.isFlow = true
      times.window = draft.times[row].value
      set(&times, row, .stated)
    } else if let row = rows.first(where: { relation($0, isIn: [.asOf, .by, .until]) }) {
      set(&times, row, .stated)
    } else if let row = rows.first(where: { relation($0, isIn: [.since, .after]) }) {
      times.window = opened(draft.times[row].value)
    } else if let row = rows.first(where: { relation($0, isIn: [.at, .during]) }) {
      times.event = draft.times[row].value
      times.window = draft.times[row].value
      set(&times, row, .stated)
    }
    if hits.contains(where: { isFlowWord($0, near: frame) }) { times.isFlow = true }
    if times.asOf == nil { infer(&times, speakers) }
    return times
  }

  private func relation(_ row: Int, isIn wanted: [TimeRelation]) -> Bool {
    wanted.contains(draft.timeRelations[row])
  }

  private func isFlowWord(_ hit: ClaimHit, near frame: FigureFrame) -> Bool {
    guard case .flow = hit.phrase else { return false }
    return abs(hit.tokens.start - frame.phrase.end) < 12
  }

  /// The points in time of the figure's clause, nearest first; the time of a saying is none.
  private func candidates(_ frame: FigureFrame, _ bearing: Bearing?, _ speakers: [Int]) -> [Int] {
    let said = speakers.compactMap { draft.attributions[$0] }
    let core =
      bearing.map { core in
        TokenRange(
          min(core.tokens.start, frame.phrase.start), max(core.tokens.end, frame.phrase.end))
      } ?? frame.phrase
    var found: [(row: Int, cost: Int)] = []
    for row in layers.times {
      let time = draft.times[row]
      let type = time.value.type
      guard type == .date || type == .time, draft.timeRelations.indices.contains(row),
        !time.tokens.overlaps(frame.number),
        isLong(time.value) || !datesSaying(draft.bytes(time.tokens), said)
      else { continue }
      let cost = distance(time.tokens, core)
      if cost <= Self.most { found.append((row, cost)) }
    }
    found.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.row < $1.row }
    return found.map(\.row)
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
  private func datesSaying(_ time: ByteRange, _ said: [Attribution]) -> Bool {
    guard let inner = said.last else { return false }
    return !inner.content.contains { $0.contains(time) }
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
        rule: time.rule, range: draft.bytes(time.tokens), note: "as of \(time.value.value)"))
  }

  /// Without a time of its own a figure holds when it was said, or else when it was published.
  private func infer(_ times: inout FigureTimes, _ speakers: [Int]) {
    let dated = speakers.reversed().compactMap { draft.attributions[$0].saidAt }
    if let said = dated.first {
      times.asOf = said
      times.basis = .inferred
    } else if let published = draft.document.published {
      times.asOf = published
      times.basis = .publication
    }
  }
}
