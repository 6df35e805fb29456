/// What is wrong, where, and what to do about it: data, drawn at the edge.
public struct Diagnostic: Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Hashable, Sendable {
    /// What was asked for was not done.
    case error
    /// It was done, but look here.
    case warning
    /// Further words about the one before.
    case note
  }

  /// How grave it is.
  public var severity: Severity
  /// A stable word for scripts, such as `unknown-topic`.
  public var code: String
  /// The file, as the person named it; `nil` for a command line.
  public var file: String?
  /// Line and column of the start; `nil` when the whole file is meant.
  public var place: TextPlace?
  /// The line itself, to be drawn with carets under it.
  public var sourceLine: String?
  /// How many code points the carets cover, at least 1.
  public var length: Int
  /// One sentence: what was found.
  public var message: String
  /// What is allowed, or the nearest known word.
  public var help: String?

  /// A diagnostic; without a file and place it speaks of the whole input.
  public init(
    _ severity: Severity, code: String, file: String? = nil, place: TextPlace? = nil,
    sourceLine: String? = nil, length: Int = 1, message: String, help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.place = place
    self.sourceLine = sourceLine
    self.length = max(1, length)
    self.message = message
    self.help = help
  }
}
