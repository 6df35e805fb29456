internal import Synchronization

/// The phrases of all related words by a word that must stand in the sentence.
///
/// There are hundreds, and a sentence holds words of a few.
struct PhraseTable: Sendable {
  /// Where a phrase stands in the rules.
  struct Place: Hashable, Sendable {
    var entry: Int
    var phrase: Int
  }

  private var places: [String: [Place]] = [:]

  init(_ related: [RelatedWords]) {
    for (entry, words) in related.enumerated() {
      for (number, phrase) in words.says.enumerated() {
        let place = Place(entry: entry, phrase: number)
        for word in Self.telling(phrase) { places[word, default: []].append(place) }
      }
    }
  }

  /// The element with the longest words: short ones such as `in` stand everywhere.
  private static func telling(_ phrase: FigurePhrase) -> Set<String> {
    let elements = phrase.needed.map { element in
      (length: element.words.map(\.utf8.count).min() ?? 0, words: element.words)
    }
    return elements.max { $0.length < $1.length }?.words ?? []
  }

  /// The phrases that may bear on a figure of a sentence with these words, each once.
  func places(of words: some Sequence<String>) -> [Place] {
    if places.isEmpty { return [] }
    var found: [Place] = []
    for word in words {
      for place in places[word] ?? [] where !found.contains(place) { found.append(place) }
    }
    return found
  }
}

/// The words around the figures that were asked for last.
final class ClauseCache: Sendable {
  private let clauses = Mutex<[Int: FigureClause]>([:])

  /// So many figures are kept at most: some 8 MB.
  private static let most = 1 << 13

  func clause(_ row: Int) -> FigureClause? { clauses.withLock { $0[row] } }

  func keep(_ made: [(row: Int, clause: FigureClause)]) {
    clauses.withLock { clauses in
      if clauses.count >= Self.most { clauses.removeAll(keepingCapacity: true) }
      for (row, clause) in made { clauses[row] = clause }
    }
  }
}
