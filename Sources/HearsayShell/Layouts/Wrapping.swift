/// The text in lines of at most `width` columns, broken between words; a word that is longer than a
/// line has one of its own.
func wrapped(_ text: String, to width: Int) -> [String] {
  wrapped(pieces: printable(text).split(separator: " ").map(String.init), to: width)
}

/// Pieces that stay whole, such as commands, in lines of at most `width` columns.
func wrapped(pieces: [String], to width: Int) -> [String] {
  var lines: [String] = []
  var here = ""
  var used = 0
  for piece in pieces {
    let more = displayWidth(piece)
    if !here.isEmpty, used + 1 + more > width {
      lines.append(here)
      (here, used) = ("", 0)
    }
    here += here.isEmpty ? piece : " " + piece
    used += used == 0 ? more : more + 1
  }
  return here.isEmpty && !lines.isEmpty ? lines : lines + [here]
}
