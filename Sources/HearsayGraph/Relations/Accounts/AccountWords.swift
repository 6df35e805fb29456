import HearsayCore

/// Words by which the accounts of a question are told apart.
package struct AccountWords: Sendable {
  /// For each word of a side that takes up its own counts, the number of the side.
  private var sides: [String: Int] = [:]
  /// Words that tell no two sources apart.
  private var empty: Set<String> = []
  /// Words that by themselves may be any body of the kind: `the ministry`.
  private var bare: Set<String> = []
  /// Words by which a sentence sets a number against another one.
  var contrasts: Set<String> = []
  /// Words beside those of whom only some of the hurt are counted.
  var wards: Set<String> = []
  /// Nouns of those who did it, and of those who were there.
  var doers: Set<String> = []
  var crowds: Set<String> = []
  /// Words by which somebody gives up a number of his own.
  var retractions: Set<String> = []
  /// Nouns of which more and more are counted.
  private var tallies: Set<String> = []
  /// Nouns of unions.
  private var unions: Set<String> = []
  /// Topics of what each offers by himself.
  var offers: Set<String> = []

  package init() {}

  package init(
    sides: [[String]], empty: [String], bare: [String], contrasts: [String], wards: [String],
    doers: [String], crowds: [String], offers: [String], retractions: [String],
    tallies: [String], unions: [String]
  ) {
    self.unions = Set(unions)
    self.retractions = Set(retractions)
    self.tallies = Set(tallies)
    for (number, words) in sides.enumerated() {
      for word in words { self.sides[word] = number }
    }
    self.empty = Set(empty)
    self.bare = Set(bare)
    self.contrasts = Set(contrasts)
    self.wards = Set(wards)
    self.doers = Set(doers)
    self.crowds = Set(crowds)
    self.offers = Set(offers)
  }

  /// The side of a source by its words: rights groups, unions, hospitals, rebels.
  func side(of words: [String]) -> Int? { words.lazy.compactMap { sides[$0] }.first }

  /// Whether it is a union, whoever its members are.
  func isUnion(_ words: [String]) -> Bool { words.contains(where: unions.contains) }

  /// The words of a source that tell it from others; a minister goes by his ministry.
  func body(_ words: [String], _ heads: [String: String]) -> Set<String> {
    let named = words.map { heads[$0] ?? $0 }.filter { !empty.contains($0) }
    return named.count == 1 && bare.contains(named[0]) ? [] : Set(named)
  }

  /// Whether what was asked for is counted on and on.
  func isTally(_ asked: [String]) -> Bool {
    !asked.isEmpty && asked.allSatisfy(tallies.contains)
  }

  /// Whether all that was asked for are those who did it or were there.
  func isFixed(_ asked: [String]) -> Bool {
    !asked.isEmpty && asked.allSatisfy { doers.contains($0) || crowds.contains($0) }
  }
}

/// Whether two sources are one body as far as their words tell: `the civil defence`, and `Jorge
/// Valdelomar, head of the civil defence`.
func areOneBody(_ one: Set<String>, _ other: Set<String>) -> Bool {
  guard !one.isEmpty, !other.isEmpty else { return false }
  if one.isSubset(of: other) || other.isSubset(of: one) { return true }
  // `district police chief Anil Rawtela`, and `Superintendent of Police Anil Rawtela`.
  let shared = one.intersection(other).count
  return shared > 1 && shared * 3 >= min(one.count, other.count) * 2
}
