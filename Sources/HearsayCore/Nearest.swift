/// The known words nearest to `word`, at most `limit`, nearest first.
///
/// Optimal string alignment distance (Damerau 1964: a swap of neighbours counts once), at most
/// a third of the word's length and one letter of a short one, so that a suggestion is never a
/// guess; a single letter has none.
///
/// - Complexity: O(*k* · *m* · *n*) for *k* words of length *n* and a word of length *m*.
public func nearestWords(to word: String, among known: [String], limit: Int = 2) -> [String] {
  let wanted = Array(word.lowercased().unicodeScalars)
  guard wanted.count > 1 else { return [] }
  let most = max(1, wanted.count / 3)
  var found: [(distance: Int, word: String)] = []
  for candidate in known where candidate != word {
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - wanted.count) <= most else { continue }
    let distance = alignmentDistance(wanted, letters)
    if distance <= most { found.append((distance, candidate)) }
  }
  found.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.word < $1.word }
  return found.prefix(limit).map(\.word)
}

func alignmentDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for i in one.indices {
    var row = [i + 1]
    for j in other.indices {
      let cost = one[i] == other[j] ? 0 : 1
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[other.count]
}
