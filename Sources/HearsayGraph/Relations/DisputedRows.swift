import HearsayCore

/// The figures of a question as a rejection looks for them: by article, origin, side, and by the
/// words that name them.
///
/// A corpus has many rejections; each would go through all figures.
final class DisputedRows {
  /// The origin of each figure.
  let origins: [Int: String]
  private let rows: [Int]
  private var byDocument: [Int: [Int]] = [:]
  private var byOrigin: [String: [Int]] = [:]
  private var bySide: [String: [Int]] = [:]
  private var hasSides = false
  /// By the number as digits, and by the words of the figure.
  private var byNumber: [String: [Int]] = [:]
  private var byWords: [String: [Int]] = [:]
  private var mostWords = 0
  private var hasWords = false

  init(_ rows: [Int], _ keys: [OriginKey], _ graph: ClaimGraph) {
    self.rows = rows
    origins = Dictionary(zip(rows, keys.map(\.key))) { first, _ in first }
    for row in rows {
      byDocument[graph.claims.document(of: row), default: []].append(row)
      if let key = origins[row] { byOrigin[key, default: []].append(row) }
    }
  }

  /// The figures of an article, in the order given.
  func rows(in document: Int) -> [Int] { byDocument[document] ?? [] }

  /// Those of one origin.
  func rows(of origin: String) -> [Int] { byOrigin[origin] ?? [] }

  /// Those of all speakers of a side.
  func rows(ofSide side: String, _ graph: ClaimGraph) -> [Int] {
    if !hasSides {
      hasSides = true
      for row in rows {
        guard let side = graph.names.side(of: graph.claims[row].origin.speaker) else { continue }
        bySide[side, default: []].append(row)
      }
    }
    return bySide[side] ?? []
  }

  /// Those whose number or words stand in `words`, in the order given.
  func rows(namedIn words: [String], _ graph: ClaimGraph) -> [Int] {
    if !hasWords { noteWords(graph) }
    var found: Set<Int> = []
    for start in words.indices {
      found.formUnion(byNumber[words[start]] ?? [])
      var run = ""
      for end in start..<min(words.count, start + mostWords) {
        run += (run.isEmpty ? "" : " ") + words[end]
        found.formUnion(byWords[run] ?? [])
      }
    }
    return found.isEmpty ? [] : rows.filter(found.contains)
  }

  private func noteWords(_ graph: ClaimGraph) {
    hasWords = true
    for row in rows {
      let claim = graph.claims[row]
      guard let stated = claim.proposition.quantity?.stated else { continue }
      byNumber[stated.description, default: []].append(row)
      let own = foldedWords(claim.span.text)
      guard !own.isEmpty else { continue }
      mostWords = max(mostWords, own.count)
      byWords[own.joined(separator: " "), default: []].append(row)
    }
  }
}
