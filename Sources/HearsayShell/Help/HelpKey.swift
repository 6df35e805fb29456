/// A key of the line editor, for `help keys`.
struct HelpKey: Sendable {
  let keys: String
  let use: String

  static let all = [
    HelpKey(keys: "Tab", use: "completes, or lists what may stand here, with what it is"),
    HelpKey(keys: "Up, Down", use: "earlier lines that begin with what is typed"),
    HelpKey(keys: "Ctrl-R", use: "looks for words in earlier lines"),
    HelpKey(keys: "Right, End", use: "at the end of the line: takes the hint, when it is a line"),
    HelpKey(keys: "Alt-Enter", use: "a line break; the entry runs as several lines"),
    HelpKey(keys: "Ctrl-C", use: "stops a command that runs, or empties the line; never leaves"),
    HelpKey(keys: "Ctrl-D", use: "leaves, on an empty line"),
    HelpKey(keys: "Ctrl-Z", use: "back to the system's shell; `fg` comes back here"),
    HelpKey(keys: "Ctrl-A, Ctrl-E", use: "to the beginning, to the end of the line"),
    HelpKey(keys: "Ctrl-Left, Ctrl-Right", use: "a word back, a word on; also Alt-B, Alt-F"),
    HelpKey(keys: "Ctrl-W, Alt-D", use: "takes out the word before, the word behind the cursor"),
    HelpKey(keys: "Ctrl-U, Ctrl-K", use: "takes out the line, or what is behind the cursor"),
    HelpKey(keys: "Ctrl-Y", use: "puts back what was taken out"),
    HelpKey(keys: "Ctrl-L", use: "an empty screen"),
    HelpKey(keys: "a blank first", use: "keeps the line out of the history"),
  ]
}
