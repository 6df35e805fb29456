internal import Synchronization

/// The concepts of the rules, filed by how one asks for them and by the words beside their figures.
///
/// They are made when the first question needs them: a start does not wait for thousands of phrases.
package final class Concepts: Sendable {
  private let make: @Sendable () -> [RelatedWords]
  private let made = AtomicLazyReference<FiledConcepts>()

  package init(_ make: @escaping @Sendable () -> [RelatedWords] = { [] }) { self.make = make }

  var filed: FiledConcepts { made.load() ?? made.storeIfNil(FiledConcepts(make())) }
}

final class FiledConcepts: Sendable {
  let all: [RelatedWords]
  let phrases: PhraseTable
  private let byAsk: [String: Int]

  init(_ all: [RelatedWords]) {
    self.all = all
    phrases = PhraseTable(all)
    var byAsk: [String: Int] = [:]
    for (place, entry) in all.enumerated() { byAsk[folded(entry.name)] = place }
    for (place, entry) in all.enumerated() {
      for ask in entry.asks where byAsk[ask] == nil { byAsk[ask] = place }
    }
    self.byAsk = byAsk
  }

  /// The concept that goes by folded words.
  func asked(by phrase: String) -> RelatedWords? { byAsk[phrase].map { all[$0] } }
}
