import HearsayCore
import HearsayText

/// The rows of every layer that bear on one sentence, so that a figure is never held against the
/// whole article: reading stays linear in its length.
struct SentenceLayers {
  var sentence: DraftSentence
  /// Rows of the times, names and quantities that start in it.
  var times: Range<Int>
  var names: Range<Int>
  var quantities: Range<Int>
  /// Rows of the quotations that touch it.
  var quotes: ArraySlice<Int> = []
  /// Rows of the attributions with a part in it, or whose content runs through it.
  var attributions: ArraySlice<Int> = []
  /// What names its claims, where some are likely.
  var identity: ClaimIdentity?

  /// Whether something was found that makes a claim.
  var isLikelyClaimed: Bool { !quantities.isEmpty || !quotes.isEmpty || !attributions.isEmpty }
}

/// Sorts the layers of an article by sentence, once.
struct SentenceIndex {
  private(set) var layers: [SentenceLayers] = []

  /// - Complexity: O(*n*) in the findings, times the sentences that each of them touches.
  init(_ draft: ClaimLayers) {
    let borders = SentenceBytes(draft)
    var quotes = RowLists(draft.sentences.count)
    for row in draft.quotes.indices {
      quotes.add(row, to: borders.touching(draft.bytes(draft.quotes[row].tokens)))
    }
    var attributions = RowLists(draft.sentences.count)
    for row in draft.attributions.indices {
      if let source = draft.attributions[row].source {
        attributions.add(row, to: borders.touching(source))
      }
      if let cue = draft.attributions[row].cue { attributions.add(row, to: borders.touching(cue)) }
      for part in draft.attributions[row].content {
        attributions.add(row, to: borders.touching(part))
      }
    }
    addLayers(draft, quotes.sorted(), attributions.sorted())
  }

  private mutating func addLayers(
    _ draft: ClaimLayers, _ quotes: SortedRows, _ attributions: SortedRows
  ) {
    var times = 0
    var names = 0
    var quantities = 0
    layers.reserveCapacity(draft.sentences.count)
    for (row, sentence) in draft.sentences.enumerated() {
      let end = sentence.tokens.end
      var found = SentenceLayers(
        sentence: sentence,
        times: take(&times, draft.times.count) { draft.times[$0].tokens.start < end },
        names: take(&names, draft.names.count) { draft.names[$0].tokens.start < end },
        quantities: take(&quantities, draft.quantities.count) {
          draft.quantities[$0].tokens.start < end
        }, quotes: quotes[row], attributions: attributions[row])
      if found.isLikelyClaimed { found.identity = draft.identity(of: sentence) }
      layers.append(found)
    }
  }

  private func take(_ from: inout Int, _ count: Int, while isInside: (Int) -> Bool) -> Range<Int> {
    let start = from
    while from < count, isInside(from) { from += 1 }
    return start..<from
  }
}

/// The bytes at which the first and the last token of each sentence begin.
private struct SentenceBytes {
  private var first: [Int32] = []
  private var last: [Int32] = []

  init(_ draft: ClaimLayers) {
    first.reserveCapacity(draft.sentences.count)
    last.reserveCapacity(draft.sentences.count)
    for sentence in draft.sentences {
      let isEmpty = sentence.tokens.count == 0
      first.append(isEmpty ? .max : draft.tokens[sentence.tokens.start].start)
      last.append(isEmpty ? last.last ?? -1 : draft.tokens[sentence.tokens.end - 1].start)
    }
  }

  /// The sentences that a stretch touches; none for an empty one.
  func touching(_ range: ByteRange) -> Range<Int> {
    if range.isEmpty { return 0..<0 }
    let low = partitionPoint(last.count) { last[$0] < range.lower }
    var end = low
    while end < first.count, first[end] < range.upper { end += 1 }
    return low..<end
  }
}

/// Rows filed under sentences, each once.
private struct RowLists {
  private var pairs: [(sentence: Int32, row: Int32)] = []
  /// The row filed last under each sentence; rows come in order.
  private var last: [Int32]

  init(_ sentences: Int) { last = Array(repeating: -1, count: sentences) }

  mutating func add(_ row: Int, to sentences: Range<Int>) {
    let number = Int32(truncatingIfNeeded: row)
    for sentence in sentences where last[sentence] != number {
      last[sentence] = number
      pairs.append((Int32(truncatingIfNeeded: sentence), number))
    }
  }

  /// The rows of one sentence after the other, by counting.
  func sorted() -> SortedRows {
    var starts = Array(repeating: 0, count: last.count + 1)
    for pair in pairs { starts[Int(pair.sentence) + 1] += 1 }
    for sentence in last.indices { starts[sentence + 1] += starts[sentence] }
    var rows = Array(repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      rows[next[Int(pair.sentence)]] = Int(pair.row)
      next[Int(pair.sentence)] += 1
    }
    return SortedRows(rows: rows, starts: starts)
  }
}

/// Rows in order of sentence.
private struct SortedRows {
  var rows: [Int]
  var starts: [Int]

  subscript(sentence: Int) -> ArraySlice<Int> { rows[starts[sentence]..<starts[sentence + 1]] }
}
