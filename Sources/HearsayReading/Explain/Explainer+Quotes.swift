import HearsayCore
import HearsayText

// Quotations that nobody was given, and what they lacked.
extension Explainer {
  /// Every quotation of a sentence that no attribution holds, with the pattern that came nearest.
  func unspoken(in sentence: TokenRange) -> [ExplainedStep] {
    let quotes = draft.quotes
    let first = partitionPoint(quotes.count) { quotes[$0].tokens.start < sentence.start }
    return (first..<quotes.count).prefix { quotes[$0].tokens.start < sentence.end }
      .filter { !given[$0] }.map { row in
        let lack = lack(quotes[row])
        return ExplainedStep(
          .cue, .failed, rule: lack.rule, draft.bytes(quotes[row].tokens), lack.note)
      }
  }

  /// Whether each quotation overlaps a content.
  static func given(_ draft: Draft) -> [Bool] {
    var given = Array(repeating: false, count: draft.quotes.count)
    for one in draft.attributions {
      for piece in one.content {
        var row = partitionPoint(given.count) {
          draft.bytes(draft.quotes[$0].tokens).end <= piece.start
        }
        while row < given.count, draft.bytes(draft.quotes[row].tokens).start < piece.end {
          given[row] = true
          row += 1
        }
      }
    }
    return given
  }

  private func lack(_ quote: DraftQuote) -> (rule: String, note: String) {
    switch quote.kind {
    case .speech: break
    case .title: return ("built-in/quote", "capitals throughout, no stop: a title, no speech")
    default: return ("built-in/quote", "too short and without a stop: words set apart, no speech")
    }
    let before = quote.tokens.start - 1
    guard let row = unit(holding: quote.tokens.start) else {
      return ("built-in/quote", "it stands in a part that is not read")
    }
    var beside = scanner
    beside.unit = scanner.units[row]
    beside.unitRow = row
    if let speaker = beside.speaker(after: quote) {
      return (
        speaker.inverted ? "english/speech.inverted" : "english/speech.direct",
        "'\(draft.words(speaker.source))' stands beside it, but the words before it are another's"
      )
    }
    if beside.isColon(before) || beside.isComma(before) {
      return (
        "english/speech.announced", "no verb before its mark has a subject that could say it"
      )
    }
    if before < beside.start, quote.tokens.end + 1 >= beside.end {
      return (
        "english/speech.paragraph-before", "it stands alone, and nobody spoke right before it"
      )
    }
    return ("english/speech.in-clause", "neither beside it nor around it could anybody say it")
  }

  private func unit(holding token: Int) -> Int? {
    let units = scanner.units
    let row = partitionPoint(units.count) { units[$0].tokens.upperBound <= token }
    return row < units.count && units[row].tokens.contains(token) ? row : nil
  }
}
