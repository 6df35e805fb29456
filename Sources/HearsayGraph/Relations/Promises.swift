import HearsayCore

extension ClaimGraph {
  /// What has come of promises so far: from a figure to the promise it counts towards.
  ///
  /// Of each origin only its newest figure tells how far things are.
  func fulfilmentLinks(_ scope: Scope = .all) -> [Link] {
    let isInside = isInside(scope)
    return rules.fulfils.flatMap { rule -> [Link] in
      let promises = index.topics[index.strings.id(of: rule.promise)].map(Int.init)
        .filter { isInside($0) && claims[$0].proposition.quantity != nil }
      let done = index.topics[index.strings.id(of: rule.by)].map(Int.init).filter { row in
        claims[row].kind == .figure && claims[row].proposition.modality.realm == "actual"
          && isMain(row) && isInside(row) && claims[row].proposition.otherEvent == nil
          && whyOutside(row) == nil
      }
      let newest = newestOfEachOrigin(done)
      return sorted(promises).flatMap { promise in
        newest.compactMap { fulfilment($0, of: promise) }
      }
    }
  }

  private func newestOfEachOrigin(_ rows: [Int]) -> [Int] {
    let ordered = sorted(rows)
    var newest: [String: Int] = [:]
    for (row, key) in zip(ordered, origins(of: ordered)) {
      guard let known = newest[key.key], let day = day(of: known) else {
        newest[key.key] = row
        continue
      }
      if let own = self.day(of: row), own > day { newest[key.key] = row }
    }
    return sorted(newest.values)
  }

  private func fulfilment(_ row: Int, of promise: Int) -> Link? {
    let (done, promised) = (claims[row].proposition, claims[promise].proposition)
    guard let counted = done.quantity, let wanted = promised.quantity,
      counted.kind == wanted.kind,
      counted.kind == .count || sameUnit(counted.unit, wanted.unit, rules),
      sharesPopulation(done, promised)
    else { return nil }
    if let end = asOf(row)?.latest, let start = promised.asOf?.earliest, end < start { return nil }
    let (verdict, words) = progress(counted, wanted)
    return Link(
      .fulfils, verdict: verdict, from: row, to: promise,
      reasons: ["\(words), as far as this source tells"],
      assumptions: ["what is counted came of this promise"], confidence: .probable)
  }

  private func sharesPopulation(_ one: Proposition, _ other: Proposition) -> Bool {
    guard let first = one.population, let second = other.population else { return true }
    return rules.family(first) == rules.family(second)
  }

  private func progress(_ done: Quantity, _ wanted: Quantity) -> (Verdict, String) {
    let so = done.vague ?? done.interval.name
    guard wanted.vague == nil, done.vague == nil else {
      return (.notComparable, "\(so) so far; \(wanted.vague ?? "what was promised") is no number")
    }
    if done.interval.isBelow(wanted.interval) {
      return (.compatible, "\(so) of \(wanted.interval.name) promised: not yet kept")
    }
    return (.same, "\(so) of \(wanted.interval.name) promised: kept")
  }
}
