import HearsayCore
import HearsayText

/// Decides after which token a sentence ends.
///
/// A border is the row one past the sentence's last token, closing marks included.
struct SentenceBorders {
  let text: SentenceText
  /// One past the last row of the zone.
  var end: Int

  /// The border that the token at `row` makes, or `nil`.
  func border(at row: Int, start: Int) -> Int? {
    guard !text.isKeptWhole(row) else { return nil }
    switch text.kind(row) {
    case .stop: return isItemNumber(row, start) ? nil : afterStop(row)
    case .word: return text.has(row, .abbreviated) ? afterAbbreviation(row, start) : nil
    case .mark where text.isEllipsis(row): return afterEllipsis(row, start)
    case .mark where text.isDash(row): return afterDash(row)
    case .mark where text.isMark(row, ":"): return text.isAddress(row + 1) ? row + 1 : nil
    case .mark where text.isMark(row, ">"): return afterAngle(row)
    default: return nil
    }
  }

  /// An address that begins a sentence is one.
  func afterAddress(_ row: Int, start: Int) -> Int? {
    guard row == start, text.isAddress(row) else { return nil }
    let next = text.runEnd(row, end)
    guard next < end else { return end }
    return text.isAddress(next) || text.isCapital(next) ? next : nil
  }

  /// `<post@example.org> Dear all`: an address between angles ends what it signs.
  private func afterAngle(_ row: Int) -> Int? {
    guard row + 1 < end, text.isSpaced(row + 1), !text.isSpaced(row), text.isCapital(row + 1) else {
      return nil
    }
    var here = row - 1
    while here > row - 24, here > 0, !text.isMark(here, "<") {
      if text.isSpaced(here) { return nil }
      here -= 1
    }
    return text.isMark(here, "<") && text.standsInAddress(here, row) ? row + 1 : nil
  }

  /// The stop of `1.` at the start of a sentence.
  private func isItemNumber(_ row: Int, _ start: Int) -> Bool {
    row == start + 1 && row + 1 < end && text.isFullStop(row) && text.length(start) < 4
      && text.kind(start) == .number && !text.isSpaced(row)
  }

  /// One past the marks that close what `row` ends: `."`, `.)`, `.[2]`, `. ...`.
  func closersEnd(_ row: Int) -> Int {
    var here = row + 1
    while here < end {
      if text.kind(here) == .quote {
        let glued = !text.isSpaced(here) && !text.isOpeningMark(here)
        guard glued || text.isClosingMark(here) || isGluedCloser(here) else { break }
      } else if text.isCloseBracket(here) {
        guard !text.isSpaced(here) else { break }
      } else if let smile = faceEnd(here) {
        here = smile - 1
      } else if !text.isMark(here, ">") || text.isSpaced(here) {
        break
      }
      here += 1
    }
    return notesEnd(here, row)
  }

  /// One past `:)`, `;-)` or the like.
  private func faceEnd(_ row: Int) -> Int? {
    guard text.isMark(row, ":") || text.isMark(row, ";") else { return nil }
    var here = row + 1
    if text.isMark(here, "-"), !text.isSpaced(here) { here += 1 }
    guard here < end, !text.isSpaced(here), text.isMark(here, ")") || text.isMark(here, "(") else {
      return nil
    }
    return here + 1
  }

  /// A mark of an unpaired kind with nothing glued behind it.
  private func isGluedCloser(_ row: Int) -> Bool {
    !text.isSpaced(row) && (row + 1 >= end || text.isSpaced(row + 1))
  }

  /// One past the note numbers glued to a stop: `consultation.11 12`, `treated.[3][4]`.
  private func notesEnd(_ from: Int, _ stop: Int) -> Int {
    var here = from
    if text.kind(here) == .number, !text.isSpaced(here), here < end,
      text.kind(stop - 1) != .number || from > stop + 1
    {
      repeat { here += 1 } while here < end && text.kind(here) == .number
      return here >= end || (text.isSpaced(here) && text.isCapital(here)) ? here : from
    }
    while here + 2 < end, text.isOpenBracket(here), !text.isSpaced(here),
      text.kind(here + 1) == .number, text.isCloseBracket(here + 2)
    { here += 3 }
    return here
  }

  /// The first row at or after `row` that is no opening mark, bullet or dash.
  func firstWord(_ row: Int) -> Int {
    var here = row
    while here < end, here < row + 4,
      text.kind(here) == .quote || text.isOpenBracket(here)
    { here += 1 }
    return here
  }

  private func afterStop(_ row: Int) -> Int? {
    // `!Kung` and `.zip` begin a word.
    if text.isSpaced(row), row + 1 < end, !text.isSpaced(row + 1), text.kind(row + 1) == .word {
      return nil
    }
    if let run = spacedRun(row) { return run.border }
    let next = closersEnd(row)
    guard next < end else { return end }
    guard text.kind(next) != .stop else { return nil }
    let word = firstWord(next)
    if !text.isSpaced(next) { return gluedStart(next, word, row) ? next : nil }
    if text.asksOrCries(row) { return afterQuestion(row, next, word) ? next : nil }
    return afterFullStop(row, next, word) ? next : nil
  }

  /// `. . .`: three are an omission; a fourth is the stop of the sentence.
  private func spacedRun(_ row: Int) -> (border: Int?, length: Int)? {
    var last = row
    while last + 1 < end, last < row + 8, text.isFullStop(last + 1), text.isSpaced(last + 1) {
      last += 1
    }
    var first = row
    while first > 0, first > row - 8, text.isFullStop(first), text.isFullStop(first - 1),
      text.isSpaced(first)
    {
      first -= 1
    }
    let count = last - first + 1
    guard count > 1, text.isFullStop(row) else { return nil }
    if last == row {
      let next = closersEnd(row)
      let capital = next < end && text.isSpaced(next) && text.isCapital(firstWord(next))
      let full = count > 3 && text.isSpaced(first)
      return (next >= end ? end : full && capital ? next : nil, count)
    }
    let after = closersEnd(last)
    let ends = row == first && !text.isSpaced(first) && count > 3
    return (ends && after < end && text.isCapital(firstWord(after)) ? row + 1 : nil, count)
  }

  /// A sentence glued to the stop before it: `ended.The`, `bought 1,000.That`, `tragedy?""Well`.
  private func gluedStart(_ next: Int, _ word: Int, _ stop: Int) -> Bool {
    guard text.isCapital(word), word == next || text.kind(next) == .quote else { return false }
    guard text.length(word) > 1 || text.tags(word).has(.sentenceStarter) else { return false }
    guard !text.has(word, .allCapitals) || text.asksOrCries(stop) || next > stop + 1 else {
      return false
    }
    let before = text.kind(stop - 1)
    guard before == .word || before == .number || next > stop + 1 else { return false }
    if before == .word, text.length(stop - 1) < 2 { return false }
    return !text.standsInAddress(word, end)
      && !(text.isFullStop(word + 1) && !text.isSpaced(word + 2))
  }

  private func afterFullStop(_ row: Int, _ next: Int, _ word: Int) -> Bool {
    switch text.kind(word) {
    case .word:
      if text.isCapital(word) || text.isAddress(word) { return true }
      if word > next, text.isOpenBracket(next) { return true }
      return next == row + 1 && next == word && endsPlainWord(row)
    case .number, .symbol: return true
    case .mark:
      if text.isDash(word) { return text.isCapital(word + 1) }
      return !text.isMark(word, ",") && !text.isMark(word, ";") && !text.isMark(word, ":")
    default: return word >= end
    }
  }

  /// Whether a word stands before the stop that is no abbreviation, so that the stop is one even
  /// before a word without a capital.
  private func endsPlainWord(_ stop: Int) -> Bool {
    text.isFullStop(stop) && text.kind(stop - 1) == .word && !text.isSpaced(stop)
      && text.length(stop - 1) >= (text.isCapital(stop - 1) ? 5 : 3)
  }

  private func afterQuestion(_ row: Int, _ next: Int, _ word: Int) -> Bool {
    let closed = next > row + 1
    if text.isLower(word), next == word { return text.isAddress(word) }
    if closed, text.isSingleMark(next - 1), text.isOpenBracket(next) { return false }
    if closed, text.kind(next - 1) == .quote, next == word, isReported(word) { return false }
    return afterFullStop(row, next, word)
  }

  /// Whether `Smith asked.` or `Minister Ana Ruiz asked reporters` stands at `row`.
  private func isReported(_ row: Int) -> Bool {
    var here = row
    while here < end, here < row + 6, text.isCapital(here) || text.has(here, .clitic) { here += 1 }
    if here < end, here > row, text.kind(here) == .word, text.tags(here).has(.reporting) {
      return !isNewContent(here + 1)
    }
    return false
  }

  private func isNewContent(_ row: Int) -> Bool {
    guard row < end else { return false }
    if text.isMark(row, ":") || text.kind(row) == .quote { return true }
    return text.isLower(row) && text.tags(row).has(.sentenceStarter)
      && !text.tags(row).has(.neverLast)
  }

  private func afterEllipsis(_ row: Int, _ start: Int) -> Int? {
    let next = closersEnd(row)
    guard next < end else { return end }
    guard text.isSpaced(next) else { return nil }
    let word = firstWord(next)
    guard text.isCapital(word) || text.isAddress(word) else { return nil }
    let closed = next > row + 1
    if text.isSpaced(row), !closed, row > start {
      return text.tags(word).has(.sentenceStarter) && text.length(word) > 1 ? next : nil
    }
    return next
  }

  /// `comes, to--" At this moment`: a quotation that breaks off.
  private func afterDash(_ row: Int) -> Int? {
    let next = closersEnd(row)
    guard next > row + 1, next < end, text.kind(next - 1) == .quote, text.isSpaced(next),
      text.isClosingMark(next - 1) || text.isSpaced(next), !text.isSpaced(row),
      text.isCapital(firstWord(next))
    else { return nil }
    return isReported(next) ? nil : next
  }
}
