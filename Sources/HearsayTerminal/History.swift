internal import Glibc

/// The lines typed, oldest first, none twice, kept in a file of our own.
///
/// libedit can keep history too, but drops only adjacent twins, rewrites the whole file, and
/// brings damaged lines back cut. Here the file is UTF-8 with one escaped entry a line, appended
/// under a lock, so that two shells at once lose nothing of each other.
public struct History: Sendable {
  /// Where the line went.
  enum Change: Hashable {
    /// Nowhere: it is blank, begins with a space, or is the last entry again.
    case none
    /// To the end.
    case appended
    /// To the end, and an older twin is gone.
    case moved
  }

  /// Oldest first.
  public private(set) var entries: [String] = []

  /// The file; `nil` keeps the history in memory only.
  public let file: String?

  private var known: Set<String> = []
  private var hasFailed = false

  static let mostEntries = 10_000
  static let mostBytes = 16 << 20

  /// Reads the file, if there is one; what is damaged in it is skipped.
  public init(file: String?) {
    self.file = file
    guard let file, let lines = try? HistoryFile(file).load() else { return }
    let (entries, wasted) = Self.entries(lines)
    self.entries = entries
    known = Set(entries)
    if wasted > max(entries.count, 500) { try? HistoryFile(file).compact() }
  }

  /// `$XDG_STATE_HOME/hearsay/history`, or the same under `~/.local/state`; `nil` without a home.
  ///
  /// A relative XDG_STATE_HOME is not heard, as the XDG base directory specification demands.
  public static func standardFile() -> String? { standardFile(environment: environment) }

  static func standardFile(environment: (String) -> String?) -> String? {
    StandardFolder.state.path(environment: environment).map { $0 + "/history" }
  }

  /// Keeps the line, in memory and in the file.
  ///
  /// A line that begins with a space is private and not kept.
  ///
  /// - Returns: What changed, and a sentence, the first time only, when the file took no more.
  mutating func add(_ line: String) -> (change: Change, note: String?) {
    guard let first = line.first, first != " ", line.contains(where: { !$0.isWhitespace }),
      !line.contains("\0"), entries.last != line
    else { return (.none, nil) }
    let isTwin = !known.insert(line).inserted
    if isTwin { entries.removeAll { $0 == line } }
    entries.append(line)
    if entries.count > Self.mostEntries { known.remove(entries.removeFirst()) }
    return (isTwin ? .moved : .appended, write(line))
  }

  /// What the newest entry that begins with the line goes on with, for the hint behind the cursor.
  func continuation(of line: String) -> String? {
    guard !line.isEmpty else { return nil }
    let entry = entries.last { entry in
      entry.utf8.count > line.utf8.count && entry.utf8.starts(with: line.utf8)
        && !entry.utf8.contains(UInt8(ascii: "\n"))
    }
    return entry.flatMap { String($0.utf8.dropFirst(line.utf8.count)) }
  }

  private mutating func write(_ line: String) -> String? {
    guard let file, !hasFailed else { return nil }
    do throws(Descriptor.Failure) {
      try HistoryFile(file).append(line)
      return nil
    } catch {
      hasFailed = true
      return "history is not kept: \(file): \(error.reason)"
    }
  }

  /// The entries of the file's lines, and how many lines are damaged, older twins, or too many.
  static func entries(_ lines: [[UInt8]]) -> (entries: [String], wasted: Int) {
    var seen: Set<String> = []
    var newestFirst: [String] = []
    for line in lines.reversed() where newestFirst.count < mostEntries {
      guard let entry = unescaped(line), seen.insert(entry).inserted else { continue }
      newestFirst.append(entry)
    }
    return (newestFirst.reversed(), lines.count - newestFirst.count)
  }
}

// MARK: - One entry as one line

/// `\` as `\\`, a line break as `\n`, any other control character as `\x` and two digits.
func escaped(_ entry: String) -> [UInt8] {
  let digits = Array("0123456789abcdef".utf8)
  return entry.utf8.flatMap { byte -> [UInt8] in
    switch byte {
    case UInt8(ascii: "\\"): Array(#"\\"#.utf8)
    case UInt8(ascii: "\n"): Array(#"\n"#.utf8)
    case 0..<0x20, 0x7F: Array(#"\x"#.utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: [byte]
    }
  }
}

/// The entry that ``escaped(_:)`` wrote; `nil` when the line is damaged: bad UTF-8, an unknown
/// escape, a bare control character, nothing at all.
func unescaped(_ line: [UInt8]) -> String? {
  var result: [UInt8] = []
  var position = 0
  while position < line.count {
    guard line[position] >= 0x20, line[position] != 0x7F else { return nil }
    if line[position] == UInt8(ascii: "\\") {
      guard let (byte, length) = escape(line[(position + 1)...]) else { return nil }
      result.append(byte)
      position += 1 + length
    } else {
      result.append(line[position])
      position += 1
    }
  }
  return result.isEmpty ? nil : String(validating: result, as: UTF8.self)
}

private func escape(_ rest: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
  switch rest.first {
  case UInt8(ascii: "\\"): return (UInt8(ascii: "\\"), 1)
  case UInt8(ascii: "n"): return (UInt8(ascii: "\n"), 1)
  case UInt8(ascii: "x"):
    let digits = rest.dropFirst().prefix(2)
    guard digits.count == 2, digits.first != UInt8(ascii: "+"),
      let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
      byte < 0x20 && byte != 0 || byte == 0x7F
    else { return nil }
    return (byte, 3)
  default: return nil
  }
}

// MARK: - The file

/// The file on disk, opened anew for each thing done to it.
private struct HistoryFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// The file's lines, of a very large file the last.
  func load() throws(Descriptor.Failure) -> [[UInt8]] {
    try lines(Descriptor(opening: path, O_RDONLY))
  }

  func append(_ entry: String) throws(Descriptor.Failure) {
    makeFolders(above: path)
    let file = try locked()
    let status = try file.status
    var bytes = escaped(entry) + [UInt8(ascii: "\n")]
    // A shell that was killed while it wrote left half a line; ours must not be glued to it.
    if try !endsWithBreak(file, Int(status.st_size)) { bytes.insert(UInt8(ascii: "\n"), at: 0) }
    try file.write(bytes)
  }

  /// Writes the file anew without what ``History/entries(_:)`` leaves out.
  ///
  /// The new file takes the old one's place in one step, so a crash leaves one of the two whole.
  func compact() throws(Descriptor.Failure) {
    let file = try locked()
    let entries = try History.entries(lines(file)).entries
    let target = realPath()
    let draft = target + ".new"
    let copy = try Descriptor(opening: draft, O_WRONLY | O_CREAT | O_TRUNC)
    try copy.write(entries.flatMap { escaped($0) + [UInt8(ascii: "\n")] })
    guard fsync(copy.number) == 0, unsafe rename(draft, target) == 0 else {
      throw Descriptor.Failure(errno)
    }
  }

  /// The file, open and locked, readable by its owner only.
  ///
  /// While we waited for the lock another shell may have put a new file in its place.
  private func locked() throws(Descriptor.Failure) -> Descriptor {
    while true {
      let file = try Descriptor(opening: path, O_RDWR | O_APPEND | O_CREAT)
      let status = try file.status
      guard status.st_mode & S_IFMT == S_IFREG else { throw Descriptor.Failure(EINVAL) }
      try file.lock()
      let now = try Descriptor(opening: path, O_RDONLY).status
      guard now.st_ino == status.st_ino, now.st_dev == status.st_dev else { continue }
      if status.st_mode & 0o077 != 0 { fchmod(file.number, 0o600) }
      return file
    }
  }

  private func lines(_ file: borrowing Descriptor) throws(Descriptor.Failure) -> [[UInt8]] {
    let status = try file.status
    guard status.st_mode & S_IFMT == S_IFREG else { throw Descriptor.Failure(EINVAL) }
    let skipped = max(Int(status.st_size) - History.mostBytes, 0)
    file.seek(to: skipped)
    var bytes: [UInt8] = []
    while case let more = try file.read(upTo: 1 << 16), !more.isEmpty { bytes += more }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    return skipped > 0 ? Array(lines.dropFirst()) : lines
  }

  private func endsWithBreak(_ file: borrowing Descriptor, _ size: Int) throws(Descriptor.Failure)
    -> Bool
  {
    guard size > 0 else { return true }
    file.seek(to: size - 1)
    return try file.read(upTo: 1) == [UInt8(ascii: "\n")]
  }

  /// Past symbolic links, so that a link to a file kept elsewhere stays a link.
  private func realPath() -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// For the owner only, as the XDG base directory specification demands.
  private func makeFolders(above path: String) {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
  }
}
