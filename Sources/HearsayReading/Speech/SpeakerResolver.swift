import HearsayCore
import HearsayText

/// Turns what was found into attributions with speakers, in order.
struct SpeakerResolver {
  let scanner: SpeechScanner
  var draft: Draft { scanner.draft }

  init(_ scanner: SpeechScanner) { self.scanner = scanner }

  mutating func attributions() -> [Attribution] {
    scanner.found.map { one in
      let source = one.source.map { sourceRange($0) }
      return Attribution(
        kind: kind(one), source: source.map { draft.bytes($0) }, cue: one.cue.map { draft.bytes($0) },
        content: one.content.map { draft.bytes($0) },
        speaker: source.map { Speaker(name: draft.words($0), kind: .unknown) },
        strength: scanner.tables.strengths[one.lemma] ?? .neutral, ownerless: one.ownerless,
        saidAt: nil, channel: one.manner.map { draft.words($0) }, parent: one.parent,
        score: one.score, rule: one.rule)
    }
  }

  private func sourceRange(_ range: TokenRange) -> TokenRange { range }

  /// Whether the content is wholly, partly or not quoted.
  func kind(_ one: FoundAttribution) -> Attribution.Kind {
    var quoted = 0
    var plain = 0
    for piece in one.content {
      for row in piece.indices where draft.tokens[row].kind == .word {
        if isQuoted(row) { quoted += 1 } else { plain += 1 }
      }
    }
    return quoted == 0 ? .indirect : plain == 0 ? .direct : .mixed
  }

  private func isQuoted(_ row: Int) -> Bool {
    // Masks are lifted while nested contents are read; the quotations themselves stay.
    var low = 0
    var high = draft.quotes.count
    while low < high {
      let middle = (low + high) / 2
      if draft.quotes[middle].tokens.start <= row { low = middle + 1 } else { high = middle }
    }
    var here = low - 1
    var steps = 0
    while here >= 0, steps < 8 {
      if draft.quotes[here].tokens.contains(row) { return true }
      here -= 1
      steps += 1
    }
    return false
  }
}
