package import HearsayCore

/// Words for one unit and how many of its family's smallest it holds: a year is 12 months.
package struct UnitScale: Hashable, Sendable {
  package var words: [String]
  package var family: String
  package var factor: ExactNumber

  package init(words: [String], family: String, factor: ExactNumber) {
    self.words = words
    self.family = family
    self.factor = factor
  }
}

/// The units that can be set against each other, filed by their words; of two units with one word
/// the first counts.
package struct UnitTable: Sendable {
  private let units: [UnitScale]
  private var printed: [String: Int] = [:]
  private var plain: [String: Int] = [:]

  package init(_ units: [UnitScale] = []) {
    self.units = units
    for (place, unit) in units.enumerated() {
      for word in unit.words {
        printed[word] = printed[word] ?? place
        let wanted = folded(word)
        // A sign such as € has no letters and must be the very same.
        if !wanted.isEmpty { plain[wanted] = plain[wanted] ?? place }
      }
    }
  }

  /// The unit a word names, such as `years` in the family of months.
  subscript(_ word: String?) -> UnitScale? {
    guard let word else { return nil }
    return [printed[word], plain[folded(word)]].compactMap { $0 }.min().map { units[$0] }
  }
}
