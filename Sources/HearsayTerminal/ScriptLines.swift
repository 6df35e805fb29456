internal import Glibc

/// The lines of a script, from a file or stdin, one after another as they come.
///
/// libedit reads what is no terminal a byte at a time, drops bad UTF-8, ends a line at NUL and
/// makes an extra line of CRLF; so scripts have a reader of their own.
public struct ScriptLines: ~Copyable {
  /// One line without its break.
  public struct Line: Hashable, Sendable {
    /// Counted from 1, as editors do.
    public let number: Int

    /// A NUL and every byte that is not UTF-8 is replaced by `U+FFFD`, so that a message can point
    /// at it.
    public let text: String
  }

  /// Why there are no more lines.
  public enum Failure: Error, Hashable, Sendable {
    /// `hearsay -f nosuch`: the system's reason.
    case unreadable(reason: String)
    /// `hearsay -f seeds`.
    case folder
    /// `hearsay -f /dev/zero`: no line is that long.
    case tooLong(line: Int)
    /// Ctrl-C while waiting for more.
    case interrupted

    /// What to tell the person, behind the file's name.
    public var message: String {
      switch self {
      case .unreadable(let reason): reason
      case .folder: "a folder, not a script"
      case .tooLong(let line): "line \(line) is longer than \(ScriptLines.mostBytes) bytes"
      case .interrupted: "interrupted"
      }
    }
  }

  static let mostBytes = 1 << 20

  private let source: Descriptor
  private var pending: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var number = 0

  /// The script in the file.
  public init(file: String) throws(Failure) {
    source = try Self.open(file)
  }

  /// The script on stdin.
  public init() {
    source = Descriptor(borrowed: STDIN_FILENO)
  }

  init(borrowing descriptor: Int32) {
    source = Descriptor(borrowed: descriptor)
  }

  /// The next line, or `nil` at the end.
  ///
  /// The last line needs no break.
  public mutating func next() throws(Failure) -> Line? {
    var searched = position
    while true {
      if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return line(upTo: end, nextAt: end + 1)
      }
      guard pending.count - position <= Self.mostBytes else { throw .tooLong(line: number + 1) }
      if isAtEnd {
        guard position < pending.count else { return nil }
        return line(upTo: pending.count, nextAt: pending.count)
      }
      pending.removeFirst(position)
      position = 0
      searched = pending.count
      try readMore()
    }
  }

  private static func open(_ file: String) throws(Failure) -> Descriptor {
    do throws(Descriptor.Failure) {
      let source = try Descriptor(opening: file, O_RDONLY)
      guard try !source.isFolder else { throw Descriptor.Failure(EISDIR) }
      return source
    } catch {
      throw error.code == EISDIR ? .folder : .unreadable(reason: error.reason)
    }
  }

  private mutating func readMore() throws(Failure) {
    do throws(Descriptor.Failure) {
      let more = try source.read(upTo: 1 << 16)
      isAtEnd = more.isEmpty
      pending += more
    } catch {
      throw error.code == EINTR ? .interrupted : .unreadable(reason: error.reason)
    }
  }

  private mutating func line(upTo end: Int, nextAt next: Int) -> Line {
    var bytes = pending[position..<end]
    position = next
    number += 1
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let text = String(decoding: bytes, as: UTF8.self)
    return Line(number: number, text: text.utf8.contains(0) ? withoutNUL(text) : text)
  }
}

private func withoutNUL(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })
  return String(scalars)
}
