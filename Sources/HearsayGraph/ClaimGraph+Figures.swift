import HearsayCore

extension ClaimGraph {
  /// A claim as one side of a comparison.
  package func figure(_ row: Int, originKey: String? = nil) -> Figure {
    var figure = Figure(
      claims[row], asOf: asOf(row), basis: asOfBasis(row), isWhole: isWhole(row),
      isPart: countsPart(row), originKey: originKey)
    if let happened = ownEvent(row) { date(&figure, row, happened) }
    return figure
  }

  /// The event of a figure whose only date is that of the event: `killed 7 on Tuesday`.
  private func ownEvent(_ row: Int) -> TimeValue? {
    let proposition = claims[row].proposition
    guard proposition.measure == .cumulative || proposition.measure == .none,
      let event = proposition.eventTime.known, event.days == proposition.asOf?.days
    else { return nil }
    return event
  }

  /// Such a count holds when it was published, because a toll goes on growing; beside a larger
  /// total of its article it only counts what came that day.
  private func date(_ figure: inout Figure, _ row: Int, _ happened: TimeValue) {
    figure.happened = happened
    if hasLargerTotal(row) { figure.measure = .flow }
    guard figure.measure != .flow, let published = document(of: row).facts.published.known,
      !published.isBefore(happened)
    else { return }
    figure.asOf = published
    figure.basis = .publication
  }

  private func hasLargerTotal(_ row: Int) -> Bool {
    let own = claims[row].proposition
    guard let mine = own.quantity?.interval else { return false }
    return claimRows[claims[row].document].contains { other in
      let proposition = claims[other].proposition
      guard other != row, proposition.otherEvent == nil, !countsPart(other),
        let interval = proposition.quantity?.interval, mine.isBelow(interval),
        proposition.eventTime?.days != own.eventTime?.days, proposition.measure != .flow
      else { return false }
      return sharesQuestion(proposition, own) && proposition.population == own.population
    }
  }

  /// Whether the article names a part of it under another topic: of 800 held, 50 were freed.
  private func isWhole(_ row: Int) -> Bool {
    claimRows[claims[row].document].contains {
      claims[$0].partOf == row && !countsPart($0)
    }
  }
}
