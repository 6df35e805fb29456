import HearsayCore
internal import Synchronization

extension ClaimGraph {
  /// A claim as one side of a comparison.
  package func figure(_ row: Int, originKey: String? = nil) -> Figure {
    var figure = asking.figures?.figure(row) ?? madeFigure(row)
    figure.originKey = originKey
    return figure
  }

  private func madeFigure(_ row: Int) -> Figure {
    var figure = Figure(
      claims[row], asOf: asOf(row), basis: asOfBasis(row), isWhole: isWhole(row),
      isPart: countsPart(row))
    defer { asking.figures?.keep(figure, row) }
    if let topic = asking.topics[row] { figure.claim.proposition.topic = topic }
    if asking.ownEvent.contains(row) { figure.claim.proposition.otherEvent = nil }
    if let happened = ownEvent(row) { date(&figure, row, happened) }
    let standing = standing(claims.document(of: row))
    let traits = standing[row]
    let isAnew = asking.topics[row].map { $0 != claims[row].proposition.topic } ?? false
    figure.isMinor = !isAnew && !traits.isDisjoint(with: [.minor, .rate])
    figure.isFormer = traits.contains(.former)
    figure.isElsewhere = traits.contains(.sibling)
    figure.formerNumbers = standing.formers(claims[row].proposition, rules)
    if figure.measure == .cumulative || figure.measure == .none, traits.contains(.level) {
      figure.measure = .stock
    }
    return figure
  }

  /// The event of a figure whose only date is that of the event: `killed 7 on Tuesday`.
  private func ownEvent(_ row: Int) -> TimeValue? {
    let proposition = claims[row].proposition
    guard proposition.measure == .cumulative || proposition.measure == .none,
      proposition.modality.realm == "actual",
      let event = proposition.eventTime.known, event.days == proposition.asOf?.days
    else { return nil }
    return event
  }

  /// Such a count holds when it was published, because a toll goes on growing.
  ///
  /// Beside a much larger total of its article it only counts what came that day; beside a
  /// somewhat larger one it is the former total, and keeps its day.
  private func date(_ figure: inout Figure, _ row: Int, _ happened: TimeValue) {
    if let larger = largerTotal(row) {
      guard isMuchSmaller(row, than: larger) else { return }
      figure.happened = happened
      figure.measure = .flow
      return
    }
    figure.happened = happened
    guard let published = document(of: row).facts.published.known, !published.isBefore(happened),
      let report = published.latest?.day, let event = happened.latest?.day,
      report < event.adding(mostDaysOfNews)
    else { return }
    figure.asOf = published
    figure.basis = .publication
  }

  /// Less than half.
  private func isMuchSmaller(_ row: Int, than total: ExactNumber) -> Bool {
    guard let high = claims[row].proposition.quantity?.interval.high,
      let double = high.times(ExactNumber(2))
    else { return false }
    return double < total
  }

  /// The largest total of the same article that is dated otherwise and above this figure.
  private func largerTotal(_ row: Int) -> ExactNumber? {
    let own = claims[row].proposition
    guard let mine = own.quantity?.interval else { return nil }
    let voice = claims[row].voice
    let larger = claimRows[claims[row].document].filter { other in
      guard other != row, claims.isFigure(other) else { return false }
      let proposition = claims[other].proposition
      guard proposition.otherEvent == nil, !countsPart(other),
        let interval = proposition.quantity?.interval, mine.isBelow(interval),
        proposition.eventTime?.days != own.eventTime?.days, proposition.measure != .flow
      else { return false }
      // Another's larger number is a rival one.
      let other = claims[other].voice
      guard voice.isEmpty || other.isEmpty || voice == other else { return false }
      return sharesQuestion(proposition, own) && proposition.population == own.population
    }
    return larger.compactMap { claims[$0].proposition.quantity?.interval.low }.max()
  }

  /// Whether the article names a part of it under another topic: of 800 held, 50 were freed.
  private func isWhole(_ row: Int) -> Bool {
    let document = claims.document(of: row)
    let isNamed = claimRows[document].contains {
      claims.isPart($0) && claims[$0].partOf == row && !countsPart($0)
    }
    return isNamed
      || standing(document).wholes.contains { part, whole in
        whole == row && !sharesQuestion(claims[part].proposition, claims[row].proposition)
      }
  }
}

/// A toll goes on growing for so many days after the event; what is older is history.
private let mostDaysOfNews = 15

/// The figures of one question: most are laid side by side with many others.
final class FigureCache: Sendable {
  private let figures = Mutex<[Int: Figure]>([:])

  func figure(_ row: Int) -> Figure? { figures.withLock { $0[row] } }

  func keep(_ figure: Figure, _ row: Int) { figures.withLock { $0[row] = figure } }
}
