import HearsayCore
import HearsayText

/// Speech without quotation marks, told by its layout: transcripts and interviews (`LIMA: No.`),
/// dialogue behind a dash.
extension SpeechScanner {
  /// A paragraph that begins with a label.
  private struct Label {
    var unit: Int
    var source: TokenRange
    var word: WordID
  }

  /// Fewer labels are headings.
  private static let leastLabels = 3
  /// So many paragraphs without a label still belong to the label before them.
  private static let mostUnlabelled = 3

  /// `LIMA: …` over and over, by at least two voices of which one comes back.
  mutating func readTranscript() {
    let labels = labels()
    guard labels.count >= Self.leastLabels else { return }
    let voices = Set(labels.map(\.word)).count
    guard voices > 1, voices < labels.count else { return }
    guard let first = labels.first, let last = labels.last else { return }
    // Where labels are few among the paragraphs, those between them are the article's own.
    let paragraphs = units[last.unit].paragraph - units[first.unit].paragraph + 1
    let dense = labels.count * 2 >= paragraphs
    for (row, label) in labels.enumerated() {
      addTurn(label, before: dense && row + 1 < labels.count ? labels[row + 1].unit : nil)
    }
  }

  private func labels() -> [Label] {
    units.indices.compactMap { row in
      let begins = row == 0 || units[row - 1].paragraph != units[row].paragraph
      return begins && !units[row].headline ? label(row) : nil
    }
  }

  /// At most five capitalised words and a colon, with text behind it.
  private func label(_ row: Int) -> Label? {
    let range = units[row].tokens
    let first = tokens[range.lowerBound].kind == .quote ? range.lowerBound + 1 : range.lowerBound
    var here = first
    let limit = min(range.upperBound, first + 6)
    while here < limit, tokens[here].kind != .word || tokens[here].flags.contains(.capital),
      tokens[here].kind != .number, tokens[here].kind != .quote, byte(here) != UInt8(ascii: ":")
    {
      here += 1
    }
    guard here > first, here < limit, tokens[here].kind == .mark, byte(here) == UInt8(ascii: ":"),
      here + 1 < range.upperBound, tokens[first].kind == .word
    else { return nil }
    return Label(unit: row, source: TokenRange(first, here), word: tokens[first].word)
  }

  /// All that is said until the next label.
  private mutating func addTurn(_ label: Label, before next: Int?) {
    var last = label.unit
    while last + 1 < units.count, units[last + 1].paragraph == units[label.unit].paragraph {
      last += 1
    }
    if let next, units[next - 1].paragraph - units[last].paragraph <= Self.mostUnlabelled {
      last = max(last, next - 1)
    }
    unitRow = label.unit
    unit = units[label.unit]
    add(
      FoundAttribution(
        source: label.source, cue: TokenRange(label.source.end, label.source.end + 1),
        content: [TokenRange(label.source.end + 1, units[last].tokens.upperBound)], score: 0.9,
        rule: "english/speech.transcript", lemma: 0, unit: 0, verbatim: true))
  }

  // MARK: - Dashes

  /// `— Stay away, the mayor wrote, — it is deep.`: a paragraph that opens with a dash is speech
  /// when a verb of saying follows behind a comma or dash.
  mutating func readDashSpeech() {
    guard depth == 0, startsParagraph, isDashMark(start), start + 2 < end,
      tokens[start + 1].flags.contains(.spaced), !taken[start]
    else { return }
    var here = start + 2
    while here < end {
      let row = here
      here += 1
      guard isComma(row) || isDash(row) || tokens[row].kind == .stop, row + 1 < end,
        mask[row] < 0,
        let speaker = subjectThenVerb(row + 1, .loose) ?? verbThenSubject(row + 1, anyVerb: false)
      else { continue }
      var content = [TokenRange(start + 1, row)]
      let rest = speaker.end + 1
      if rest < end, isComma(speaker.end) || isDash(speaker.end) || isStop(speaker.end) {
        content.append(TokenRange(rest, end))
      }
      return add(
        FoundAttribution(
          source: speaker.source, cue: speaker.cue, content: content, score: 0.9,
          rule: "english/speech.dash", lemma: speaker.group.lemma, unit: 0,
          manner: speaker.manner, verbatim: true))
    }
  }

  private func isStop(_ row: Int) -> Bool { row < end && tokens[row].kind == .stop }
}
