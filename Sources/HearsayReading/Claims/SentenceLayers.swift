import HearsayCore

/// The rows of every layer that bear on one sentence, so that a figure is never held against the
/// whole article: reading stays linear in its length.
struct SentenceLayers {
  var sentence: DraftSentence
  /// Rows of the times, names and quantities that start in it.
  var times: Range<Int>
  var names: Range<Int>
  var quantities: Range<Int>
  /// Rows of the quotations that touch it.
  var quotes: [Int]
  /// Rows of the attributions with a part in it, or whose content runs through it.
  var attributions: [Int]
}

/// Sorts the layers of an article by sentence, once.
struct SentenceIndex {
  private(set) var layers: [SentenceLayers] = []

  /// - Complexity: O(*n*) in the findings, times the sentences that each of them touches.
  init(_ draft: Draft) {
    var times = 0
    var names = 0
    var quantities = 0
    for sentence in draft.sentences {
      let end = sentence.tokens.end
      layers.append(
        SentenceLayers(
          sentence: sentence,
          times: take(&times, draft.times.count) { draft.times[$0].tokens.start < end },
          names: take(&names, draft.names.count) { draft.names[$0].tokens.start < end },
          quantities: take(&quantities, draft.quantities.count) {
            draft.quantities[$0].tokens.start < end
          }, quotes: [], attributions: []))
    }
    for row in draft.quotes.indices {
      for sentence in sentences(of: draft.quotes[row].tokens, draft) {
        layers[sentence].quotes.append(row)
      }
    }
    for row in draft.attributions.indices { addAttribution(row, draft) }
  }

  private func take(_ from: inout Int, _ count: Int, while isInside: (Int) -> Bool) -> Range<Int> {
    let start = from
    while from < count, isInside(from) { from += 1 }
    return start..<from
  }

  private mutating func addAttribution(_ row: Int, _ draft: Draft) {
    var parts = draft.attributions[row].content
    if let source = draft.attributions[row].source { parts.append(source) }
    if let cue = draft.attributions[row].cue { parts.append(cue) }
    for part in parts where !part.isEmpty {
      for sentence in sentences(of: draft.tokens(in: part), draft)
      where layers[sentence].attributions.last != row {
        layers[sentence].attributions.append(row)
      }
    }
  }

  private func sentences(of tokens: TokenRange, _ draft: Draft) -> Range<Int> {
    let low = partitionPoint(draft.sentences.count) {
      draft.sentences[$0].tokens.end <= tokens.start
    }
    var end = low
    while end < draft.sentences.count, draft.sentences[end].tokens.start < tokens.end { end += 1 }
    return low..<end
  }
}
