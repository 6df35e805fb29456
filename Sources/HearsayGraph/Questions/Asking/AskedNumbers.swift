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
      guard isTelling(number) || isBound(rows.filter(answers.contains), rows) else { continue }
      let topic = claims.topic(of: row)
      for other in fresh where isOpen(other, topic) && mayRepeat(row, other, isTelling(number)) {
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
    return !rules.topics.contains { $0.name == other }
  }

  /// Three digits that are not zeros at the end: nobody gives them by chance.
  private func isTelling(_ number: ExactNumber) -> Bool { number.significand.magnitude >= 100 }

  /// Whether a rounder number is mostly given for what is asked, in two articles or more.
  private func isBound(_ known: [Int], _ all: [Int]) -> Bool {
    known.count * 2 >= all.count
      || (known.count * 3 >= all.count && Set(known.map(claims.document)).count > 1)
  }

  private func mayRepeat(_ row: Int, _ other: Int, _ isTelling: Bool) -> Bool {
    let one = claims[row].proposition
    let isSum = one.quantity?.kind == .money
    // Most are told by their noun, without a look at the claim.
    guard isSum || countSame(row, one, other, isTelling) else { return false }
    let two = claims[other].proposition
    guard two.otherEvent == nil, two.positive == one.positive,
      one.quantity?.kind == two.quantity?.kind,
      one.modality.realm == two.modality.realm || two.modality.realm == "actual"
    else { return false }
    guard isSum else {
      return claims.countedWords(of: other).last != nil || isTelling || clause(other).isSaid
    }
    return (one.quantity?.stated ?? .zero).significand.magnitude >= 10
      && sameUnit(one.quantity?.unit, two.quantity?.unit, rules)
  }

  /// Whether two figures count one noun, or the second none.
  private func countSame(_ row: Int, _ one: Proposition, _ other: Int, _ isTelling: Bool) -> Bool {
    guard let head = claims.countedWords(of: other).last else { return true }
    if let first = claims.countedWords(of: row).last, rules.nouns.areOneThing(first, head) {
      return true
    }
    if rules.nouns.sort(of: head) == .generic { return isTelling || one.nounSort(rules) != .plain }
    return isTelling && one.nounSort(rules) == .generic && !rules.asking.isThing(head)
  }
}

/// Beyond so many answers a number says nothing.
private let mostNumbers = 600

/// A number that so many claims of a corpus give is met by chance.
private let mostGiven = 500
