/// Whether a character moves the cursor, hides words or turns the line around on a terminal.
///
/// C0, DEL and C1; the line and paragraph separators; the bidirectional controls (Unicode TR 9).
func movesTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// The text on one line and harmless: breaks and tabs become a space, runs of blanks one, and what
/// would move the terminal becomes `U+FFFD`.
///
/// Every word that comes out of an article, a file name or a rules file passes here before it is
/// drawn as text, wherever it is drawn to.
package func printable(_ text: String) -> String {
  isPrintable(text) ? text : madePrintable(text)
}

private func madePrintable(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  var blank = false
  for scalar in text.unicodeScalars {
    if scalar == " " || (0x09...0x0D).contains(scalar.value) {
      blank = true
      continue
    }
    if blank, !out.isEmpty { out.append(" ") }
    blank = false
    out.append(movesTerminal(scalar) ? "\u{FFFD}" : scalar)
  }
  return String(out)
}

/// The columns a terminal gives the text, grapheme by grapheme.
package func displayWidth(_ text: String) -> Int {
  plainWidth(text) ?? text.reduce(0) { $0 + graphemeWidth($1) }
}

/// Wide letters (Unicode TR 11) and emoji take two columns however many joined code points they
/// are, a mark alone none.
func graphemeWidth(_ character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  if character.isASCII { return 1 }
  // A joiner makes one sign of several emoji; between letters, as in Hindi, it takes no room.
  let isEmoji = first.properties.isEmoji
  let makesWide = character.unicodeScalars.contains { $0.value == 0xFE0F || $0.value == 0x200D }
  if isEmoji && makesWide || isWide(first) { return 2 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return 1
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD, 0x1F1E6...0x1F1FF:
    true
  default: scalar.properties.isEmojiPresentation
  }
}

/// A place such as `d3-signal-wire.txt:14` cut to `width` columns in its middle: the line number is
/// what one looks for.
func cutInside(_ text: String, to width: Int) -> String {
  let all = Array(text)
  guard displayWidth(text) > width, width > 6, all.count > 6 else { return cut(text, to: width) }
  let tail = String(all.suffix(from: all.lastIndex(of: ":") ?? all.count - 3).prefix(6))
  let head = cut(text, to: max(2, width - displayWidth(tail)))
  return displayWidth(head + tail) <= width ? head + tail : cut(text, to: width)
}

/// The text cut to `width` columns, its last one `…` when something was cut off.
func cut(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var out = ""
  var used = 0
  for character in text {
    let more = graphemeWidth(character)
    if used + more > width - 1 { break }
    out.append(character)
    used += more
  }
  while out.last == " " { out.removeLast() }
  return out + "…"
}
