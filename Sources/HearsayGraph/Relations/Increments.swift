import HearsayCore

// What came between two totals of one source: `29`, then `seven more bodies were found`, then `36`.

extension ClaimGraph {
  /// Takes a number that makes one source's former total its newer one as what came in between: a part
  /// of the newer total, and no total of its own that others could gainsay.
  ///
  /// - Complexity: O(*n*) in the lines of one origin, and a look-up for each pair of one article.
  func withIncrements(_ links: [Link], _ lines: [OriginLine]) -> [Link] {
    let found = increments(lines)
    guard !found.isEmpty else { return links }
    let parts = Set(found.map(\.part))
    let left = links.filter { link in
      guard link.relation == .contradicts || link.relation == .supersedes else { return true }
      return link.verdict == .conflict(.explicit)
        || !(parts.contains(link.from) || parts.contains(link.to))
    }
    return left
      + found.map { step in
        Link(
          .partOf, verdict: .compatible, from: step.part, to: step.whole,
          reasons: ["it makes \(step.former) the newer total"],
          assumptions: ["it came between the two totals"], confidence: .probable)
      }
  }

  private struct Increment {
    var part: Int
    var whole: Int
    var former: ExactNumber
  }

  private func increments(_ lines: [OriginLine]) -> [Increment] {
    var byOrigin: [String: [OriginLine]] = [:]
    for line in lines where line.isMain && line.origin.kind == .identified && isTotal(line.claim) {
      byOrigin[line.origin.key, default: []].append(line)
    }
    return byOrigin.keys.sorted().flatMap { key in
      let lines = byOrigin[key] ?? []
      return lines.count < 3 || lines.count > mostComparedLines ? [] : increments(ofOne: lines)
    }
  }

  private func isTotal(_ row: Int) -> Bool {
    let figure = figure(row)
    return figure.measure == .cumulative && figure.proposition.quantity?.kind == .count
      && figure.proposition.quantity?.vague == nil && figure.proposition.quantity?.stated != nil
  }

  private func increments(ofOne lines: [OriginLine]) -> [Increment] {
    let numbers = lines.map { claims[$0.claim].proposition.quantity?.stated }
    var found: [Increment] = []
    for (whole, total) in zip(lines, numbers) {
      for (part, more) in zip(lines, numbers) where part.claim != whole.claim {
        guard let total, let more, more < total, !isFormer(part.claim),
          claims[part.claim].document == claims[whole.claim].document,
          let before = total.minus(more), before != more, let day = day(of: whole.claim),
          zip(lines, numbers).contains(where: { former, number in
            number == before && self.day(of: former.claim).map { $0 < day } == true
          })
        else { continue }
        found.append(Increment(part: part.claim, whole: whole.claim, former: before))
        break
      }
    }
    return found
  }
}
