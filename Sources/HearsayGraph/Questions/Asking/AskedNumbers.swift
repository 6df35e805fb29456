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
    var stating: [ExactNumber: [Int]] = [:]
    for row in sorted(direct) {
      guard let number = distinctive(row) else { continue }
      let rows = stating[number] ?? self.rows(stating: number)
      stating[number] = rows
      let fresh = rows.filter { !answers.contains($0) && found[$0] == nil }
      guard !fresh.isEmpty else { continue }
      guard number.isTelling || isBound(rows.filter(answers.contains), rows) else { continue }
      let giver = NumberGiver(row, number, self)
      for other in fresh where isOpen(other, giver.topic) && mayRepeat(giver, other) {
        found[other] = row
      }
    }
    return found
  }

  private func rows(stating number: ExactNumber) -> [Int] {
    (index.numbers.rows(stating: number, atMost: mostGiven) ?? []).map(Int.init)
      .filter(claims.isFigure)
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

  /// Whether nothing is told of it that the rules tell apart from `topic`.
  private func isOpen(_ row: Int, _ topic: String?) -> Bool {
    guard let other = claims.topic(of: row), other != topic else { return true }
    return rules.topic(other) == nil
  }

  /// Whether a rounder number is mostly given for what is asked, in two articles or more.
  private func isBound(_ known: [Int], _ all: [Int]) -> Bool {
    known.count * 2 >= all.count
      || (known.count * 3 >= all.count && Set(known.map(claims.document)).count > 1)
  }

  private func mayRepeat(_ giver: NumberGiver, _ other: Int) -> Bool {
    let one = giver.about
    // Most are told by their noun, without a look at the claim.
    guard giver.isSum || countSame(giver, other) else { return false }
    let two = claims[other].proposition
    guard two.otherEvent == nil, two.positive == one.positive,
      one.quantity?.kind == two.quantity?.kind,
      one.modality.realm == two.modality.realm || two.modality.realm == "actual"
    else { return false }
    if giver.isSum {
      return (one.quantity?.stated ?? .zero).significand.magnitude >= 10
        && sameUnit(one.quantity?.unit, two.quantity?.unit, rules)
    }
    return giver.isTelling || !claims.countedWords(of: other).isEmpty || clause(other).isSaid
  }

  /// Whether two figures count one noun, or the second none.
  private func countSame(_ giver: NumberGiver, _ other: Int) -> Bool {
    guard let head = claims.countedWords(of: other).last else { return true }
    if let first = giver.head, rules.nouns.areOneThing(first, head) { return true }
    if rules.nouns.sort(of: head) == .generic { return giver.isTelling || giver.sort != .plain }
    return giver.isTelling && giver.sort == .generic && !rules.asking.isThing(head)
  }
}

/// A figure that answers, for whose number others are taken.
private struct NumberGiver {
  let about: Proposition
  let topic: String?
  let head: String?
  let sort: NounSort
  let isSum: Bool
  let isTelling: Bool

  init(_ row: Int, _ number: ExactNumber, _ graph: ClaimGraph) {
    about = graph.claims[row].proposition
    topic = graph.claims.topic(of: row)
    let counted = graph.claims.countedWords(of: row)
    head = counted.last
    sort = about.nounSort(counted, graph.rules)
    isSum = about.quantity?.kind == .money
    isTelling = number.isTelling
  }
}

extension ExactNumber {
  /// Three digits that are not zeros at the end: nobody gives them by chance.
  fileprivate var isTelling: Bool { significand.magnitude >= 100 }
}

/// Beyond so many answers a number says nothing.
private let mostNumbers = 600

/// A number that so many claims of a corpus give is met by chance.
private let mostGiven = 500
