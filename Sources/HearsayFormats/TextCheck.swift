package import HearsayCore

/// Why a file gives no article.
package enum FileProblem: Error, Hashable, Sendable {
  /// No such file.
  case missing
  /// `hearsay extract seeds`: a folder where a file belongs.
  case folder
  /// A device or a pipe.
  case notRegular
  /// It is there, but the system does not give its bytes.
  case unreadable
  /// More bytes than ``mostBytes``.
  case tooLarge(bytes: Int)
  /// No bytes, or only blanks.
  case empty
  /// A picture, an archive, a program: a byte that no text holds.
  case binary(at: Int)
  /// UTF-16, as some editors save it: its byte order mark says so.
  case otherEncoding(String)
  /// A byte that is no UTF-8, with its place.
  case notUTF8(byte: UInt8, at: Int, place: TextPlace)

  /// The most bytes one article may have: far more than any article, far less than memory.
  package static let mostBytes = 256 << 20

  /// What to tell the person, behind the file's name.
  package var message: String {
    switch self {
    case .missing: "no such file or folder"
    case .folder: "this is a folder, and a file is wanted here"
    case .notRegular: "not a regular file"
    case .unreadable: "the file cannot be read"
    case .tooLarge(let bytes):
      "\(bytes) bytes are too many: the limit is \(Self.mostBytes) bytes a file"
    case .empty: "the file is empty"
    case .binary(let index): "not a text file: byte \(index) is a control character"
    case .otherEncoding(let name): "the text is \(name), and UTF-8 is wanted"
    case .notUTF8(let byte, let index, let place):
      "not UTF-8: byte \(index) (0x\(String(byte, radix: 16, uppercase: true))), "
        + "line \(place.line), column \(place.column)"
    }
  }

  /// A stable word for scripts.
  package var code: String {
    switch self {
    case .missing: "missing-file"
    case .folder: "folder"
    case .notRegular: "not-a-file"
    case .unreadable: "unreadable"
    case .tooLarge: "too-large"
    case .empty: "empty-file"
    case .binary: "binary"
    case .otherEncoding, .notUTF8: "not-utf8"
    }
  }

  /// The problem as a diagnostic of `file`.
  package func diagnostic(_ file: String) -> Diagnostic {
    var place: TextPlace?
    if case .notUTF8(_, _, let here) = self { place = here }
    return Diagnostic(.error, code: code, file: file, place: place, message: message)
  }
}

/// Whether the bytes are text that can be read: UTF-8, not binary, not empty.
///
/// A UTF-8 byte order mark and Windows line ends are fine, and stay: offsets count them.
package func checkText(_ bytes: [UInt8]) -> FileProblem? {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return .otherEncoding("UTF-16")
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  if body.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .empty }
  if let index = bytes.prefix(1 << 16).firstIndex(where: isBinary) { return .binary(at: index) }
  guard let index = firstBadByte(bytes.span) else { return nil }
  // The place counts only what stands before, which is good UTF-8.
  let before = SourceText(name: "", bytes: Array(bytes[..<index]))
  let place = before.place(of: ByteRange(index, index))
  return .notUTF8(byte: bytes[index], at: index, place: place)
}

/// A control character that no text holds; terminal escapes (0x1B) do occur in captured text.
private func isBinary(_ byte: UInt8) -> Bool {
  byte < 0x07 || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
}

/// Where the first byte stands that is no well-formed UTF-8 (Unicode 16, table 3-7).
func firstBadByte(_ bytes: Span<UInt8>) -> Int? {
  var index = 0
  while index < bytes.count {
    if bytes[index] < 0x80 {
      index += 1
      continue
    }
    let length = wellFormedLength(bytes, index)
    if length == 0 { return index }
    index += length
  }
  return nil
}

private func wellFormedLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  let lead = bytes[index]
  let (length, second): (Int, ClosedRange<UInt8>)
  switch lead {
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return 0
  }
  guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
  for next in (index + 1)..<(index + length) where !(0x80...0xBF).contains(bytes[next]) {
    return 0
  }
  return length
}
