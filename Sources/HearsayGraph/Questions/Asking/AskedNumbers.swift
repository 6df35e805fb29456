import HearsayCore

/// How each figure stands to the question that is being answered; nothing outside a question.
struct Asking: Sendable {
  /// What figures are held to be about, where their own words do not say or say less.
  var topics: [Int: String] = [:]
  /// Figures of the story's own event, though their article was printed long after it.
  var ownEvent: Set<Int> = []
  /// The figure for whose number each of them was taken up.
  var sameNumber: [Int: Int] = [:]
  /// What was worked out of its figures; `nil` outside a question.
  var figures: FigureCache?
}

extension ClaimGraph {
  /// Figures that give the very number of a figure which answers: `638 got out` beside `638
  /// inmates escaped`.
  ///
  /// Only numbers that are not met by chance, of the same unit, that count the same noun or no
  /// other, and of which nothing else is told; one step from figures found directly.
  func sameNumbers(_ direct: [Int]) -> [Int: Int] {
    guard direct.count <= mostNumbers else { return [:] }
    let answers = Set(direct)
    var found: [Int: Int] = [:]
    // Many answers give one number.
    var stated: [ExactNumber: [Int]] = [:]
    for row in sorted(direct) {
      guard let number = distinctive(row) else { continue }
      let rows =
        stated[number]
        ?? (index.numbers.rows(of: number, atMost: mostGiven) ?? []).map(Int.init)
        .filter { isStated(number, $0) }
      stated[number] = rows
      let fresh = rows.filter { !answers.contains($0) && found[$0] == nil }
      guard !fresh.isEmpty else { continue }
      let known = rows.filter(answers.contains)
      guard isTelling(number) || isBound(known, rows) else { continue }
      for other in fresh where mayRepeat(row, other, isTelling(number)) { found[other] = row }
    }
    return found
  }

  /// Its number, when it is a plain one that may be known again.
  private func distinctive(_ row: Int) -> ExactNumber? {
    let about = claims[row].proposition
    guard let quantity = about.quantity, quantity.vague == nil, let stated = quantity.stated,
      about.otherEvent == nil, quantity.kind == .count || quantity.kind == .money,
      stated >= ExactNumber(13)
    else { return nil }
    return stated
  }

  private func isStated(_ number: ExactNumber, _ row: Int) -> Bool {
    let claim = claims[row]
    return claim.kind == .figure && claim.proposition.quantity?.stated == number
  }

  /// Three digits that are not zeros at the end: nobody gives them by chance.
  private func isTelling(_ number: ExactNumber) -> Bool { number.significand.magnitude >= 100 }

  /// Whether a rounder number is mostly given for what is asked, in two articles or more.
  private func isBound(_ known: [Int], _ all: [Int]) -> Bool {
    known.count * 2 >= all.count
      || (known.count * 3 >= all.count && Set(known.map { claims[$0].document }).count > 1)
  }

  private func mayRepeat(_ row: Int, _ other: Int, _ isTelling: Bool) -> Bool {
    let (one, two) = (claims[row].proposition, claims[other].proposition)
    guard two.otherEvent == nil, two.positive == one.positive,
      one.quantity?.kind == two.quantity?.kind,
      one.modality.realm == two.modality.realm || two.modality.realm == "actual"
    else { return false }
    if let topic = two.topic, one.topic != topic, rules.topics.contains(where: { $0.name == topic })
    {
      return false
    }
    if one.quantity?.kind == .money {
      return (one.quantity?.stated ?? .zero).significand.magnitude >= 10
        && sameUnit(one.quantity?.unit, two.quantity?.unit, rules)
    }
    return countSame(one, two, other, isTelling)
  }

  private func countSame(_ one: Proposition, _ two: Proposition, _ other: Int, _ isTelling: Bool)
    -> Bool
  {
    guard let head = two.countedWords.last else { return isTelling || clause(other).isSaid }
    if let first = one.countedWords.last, rules.nouns.areOneThing(first, head) { return true }
    if rules.nouns.sort(of: head) == .generic { return one.nounSort(rules) != .plain || isTelling }
    return isTelling && one.nounSort(rules) == .generic && !rules.asking.isThing(head)
  }
}

/// Beyond so many answers a number says nothing.
private let mostNumbers = 600

/// A number that so many claims of a corpus give is met by chance.
private let mostGiven = 500
