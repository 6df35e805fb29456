import HearsayFormats

extension Session {
  /// What is said of a file that could not be written, with what can be done about it.
  func cannotWrite(_ phrase: Phrase) -> LineProblem {
    cannotWrite(phrase.text, phrase.range)
  }

  /// The same of a path that was not typed, at what was.
  func cannotWrite(_ path: String, _ range: Range<Int>) -> LineProblem {
    LineProblem(
      "cannot-write", range, "'\(path)' cannot be written", allowed: whyNotWritten(path))
  }

  private func whyNotWritten(_ path: String) -> String {
    if files.kind(path) == .folder { return "it is a folder: add a name" }
    let above = Path.folder(path)
    let folder = above.isEmpty ? "." : above
    switch files.kind(folder) {
    case .missing: return "there is no folder '\(folder)'"
    case .folder: return "is there room, and the right to write in '\(folder)'?"
    default: return "'\(folder)' is no folder"
    }
  }
}
