internal import CLine
internal import Glibc

/// The line a person types, edited with libedit on stdin and stdout.
///
/// One for a process, kept and used where the shell's loop runs. It is noncopyable because it has
/// something to give back: the terminal and libedit's memory.
@safe public struct LineEditor: ~Copyable {
  /// What a person did at the prompt.
  public enum Outcome: Hashable, Sendable {
    /// Typed or pasted a line, which may hold line breaks.
    case line(String)
    /// Pressed Ctrl-D on an empty line, or closed the terminal.
    case endOfInput
    /// Pressed Ctrl-C: the line is dropped.
    case interrupted
    /// The program is asked to end by this signal; leave with 128 and its number.
    case stopped(signal: Int32)
  }

  /// What the line held by the cursor, a UTF-8 byte offset, may become.
  public typealias Completer = (_ line: String, _ cursor: Int) -> Completion

  /// What may follow the line where the history knows nothing.
  public typealias Hinter = (_ line: String, _ cursor: Int) -> Hint?

  /// The lines kept so far; ``remember(_:)`` adds one.
  public private(set) var history: History

  /// Whether dim text may stand behind the cursor; never on a terminal that takes no colour.
  public var wantsHints = true

  private let takesDim: Bool
  private let editor: OpaquePointer

  /// Opens the editor, after the user's `editrc`; `nil` when there is no memory for it.
  ///
  /// - Parameters:
  ///   - program: The name that the `editrc` may put before its lines.
  ///   - history: What Up and Ctrl-R look through.
  public init?(program: String, history: History) {
    guard let editor = unsafe cline_open(program) else { return nil }
    unsafe self.editor = editor
    self.history = history
    takesDim = Terminal.current().takesColour
    unsafe cline_on_letters(editor, letter, compose)
    Interruption.watch()
    fillLibedit()
  }

  deinit {
    unsafe cline_close(editor)
  }

  /// Reads one line.
  ///
  /// - Parameters:
  ///   - prompt: One line; it may hold colour, which a plain terminal does not get.
  ///   - completing: Called at Tab, on the thread that reads.
  ///   - hinting: Called after each key, so it must be quick.
  /// - Returns: What the person did; only a line needs an answer.
  public func read(
    prompt: String, completing: Completer = { _, _ in .none }, hinting: Hinter = { _, _ in nil }
  ) -> Outcome {
    withoutActuallyEscaping(completing) { completing in
      withoutActuallyEscaping(hinting) { hinting in
        read(prompt, Helpers(completing: completing, hinting: hinting, history: history))
      }
    }
  }

  /// Keeps the line in the history, and on disk.
  ///
  /// - Returns: A sentence to show once when the line could not be written; the shell goes on.
  public mutating func remember(_ line: String) -> String? {
    let (change, note) = history.add(line)
    switch change {
    case .none: break
    case .appended: unsafe cline_history_add(editor, line)
    case .moved: fillLibedit()
    }
    return note
  }

  private func read(_ prompt: String, _ helpers: Helpers) -> Outcome {
    let context = unsafe Unmanaged.passUnretained(helpers).toOpaque()
    let text = marked(prompt, plain: unsafe cline_is_plain(editor))
    var typed: UnsafeMutablePointer<CChar>?
    let status = withExtendedLifetime(helpers) {
      unsafe cline_read(
        editor, text, context, complete, wantsHints && takesDim ? hint : nil, &typed)
    }
    defer { unsafe free(typed) }
    switch status {
    case CLINE_LINE: return .line(unsafe typed.map { unsafe String(cString: $0) } ?? "")
    case CLINE_INTERRUPTED: return .interrupted
    case CLINE_STOPPED: return .stopped(signal: cline_stop_signal())
    default: return .endOfInput
    }
  }

  /// libedit knows only adjacent twins, so after one is dropped elsewhere it gets the whole list.
  private func fillLibedit() {
    unsafe cline_history_clear(editor)
    for entry in history.entries { unsafe cline_history_add(editor, entry) }
  }
}

/// What C hands back while a line is read: a C function cannot capture.
private final class Helpers {
  let completing: LineEditor.Completer
  let hinting: LineEditor.Hinter
  let history: History

  init(
    completing: @escaping LineEditor.Completer, hinting: @escaping LineEditor.Hinter,
    history: History
  ) {
    self.completing = completing
    self.hinting = hinting
    self.history = history
  }

  func complete(_ line: String, _ cursor: Int) -> (step: CompletionStep, listing: String?) {
    let completion = completing(line, cursor)
    let step = CompletionStep(completion, line: line, cursor: cursor)
    let width = Terminal.width ?? 80
    let height = (Terminal.height ?? 24) * 2 / 3
    var lines: [String] = []
    if !step.listed.isEmpty {
      lines = listing(step.listed, width: width, height: height, isRanked: completion.isRanked)
    }
    if step.inserted == nil, let note = completion.note { lines.append(cut(note, to: width - 1)) }
    return (step, lines.isEmpty ? nil : lines.map { $0 + "\n" }.joined())
  }

  func hint(_ line: String, _ cursor: Int) -> Hint? {
    let hint =
      history.continuation(of: line).map { Hint($0, canBeTaken: true) } ?? hinting(line, cursor)
    guard let hint, !hint.text.isEmpty else { return nil }
    return hint.text.unicodeScalars.contains(where: \.isControl) ? nil : hint
  }
}

private let complete: cline_complete_fn = { context, line, cursor, out in
  guard let context = unsafe context else { return }
  let helpers = unsafe Unmanaged<Helpers>.fromOpaque(context).takeUnretainedValue()
  let (step, listing) = helpers.complete(unsafe String(cString: line), cursor)
  unsafe out.pointee.erase = Int32(step.erased)
  unsafe out.pointee.insert = step.inserted.flatMap { unsafe strdup($0) }
  unsafe out.pointee.listing = listing.flatMap { unsafe strdup($0) }
}

private let hint: cline_hint_fn = { context, line, cursor, out in
  guard let context = unsafe context else { return }
  let helpers = unsafe Unmanaged<Helpers>.fromOpaque(context).takeUnretainedValue()
  guard let hint = helpers.hint(unsafe String(cString: line), cursor) else { return }
  unsafe out.pointee.text = strdup(hint.text)
  unsafe out.pointee.insertable = hint.canBeTaken
}

private let letter: cline_letter_fn = { line, cursor, forward in
  Int32(clamping: letterLength(in: unsafe String(cString: line), at: cursor, forward: forward))
}

private let compose: cline_compose_fn = { letter, mark in
  guard let letter = Unicode.Scalar(letter), let mark = Unicode.Scalar(mark) else { return 0 }
  return composed(letter, mark)?.value ?? 0
}
