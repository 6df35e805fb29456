import HearsayCore
import HearsayFormats
import HearsayGraph

/// Corrections as a small file: a line each, fields parted by tabs, so that a person can read it
/// and a version control system can merge it.
///
/// A line that is not understood is kept as it is: another version may have written it.
struct CorrectionsFile: Hashable, Sendable {
  /// The name of the file beside the corpus.
  static let name = "corrections.hearsay"
  static let head = "hearsay corrections 1"

  enum Line: Hashable, Sendable {
    case correction(Correction)
    case other(String)
  }

  var lines: [Line] = []
  /// What is wrong in the text it was read from, by line and column.
  private(set) var problems: [LineFault] = []

  /// Why a line is not understood.
  struct LineFault: Hashable, Sendable {
    var place: TextPlace
    var length: Int
    var line: String
    var message: String
  }

  init(_ corrections: [Correction] = []) { lines = corrections.map(Line.correction) }

  init(text: String) {
    let source = SourceText(name: Self.name, text: text)
    for number in source.lineStarts.indices.map({ $0 + 1 }) {
      var line = source.text(source.lineRange(number))
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      if line.isEmpty || line == Self.head { continue }
      do throws(CorrectionFault) {
        lines.append(.correction(try Self.correction(line)))
      } catch {
        lines.append(.other(line))
        let place = TextPlace(line: number, column: error.column)
        problems.append(
          LineFault(place: place, length: error.length, line: line, message: error.message))
      }
    }
  }

  /// Two files are the same when they hold the same lines.
  static func == (one: CorrectionsFile, other: CorrectionsFile) -> Bool { one.lines == other.lines }

  func hash(into hasher: inout Hasher) { hasher.combine(lines) }

  var corrections: [Correction] {
    lines.compactMap { line in
      if case .correction(let correction) = line { return correction }
      return nil
    }
  }

  /// Lines that were not understood.
  var others: [String] {
    lines.compactMap { line in
      if case .other(let text) = line { return text }
      return nil
    }
  }

  var text: String {
    let written = lines.map { line in
      switch line {
      case .correction(let correction): Self.text(correction)
      case .other(let text): text
      }
    }
    return ([Self.head] + written).map { $0 + "\n" }.joined()
  }

  private static func text(_ correction: Correction) -> String {
    let fields: [String]
    switch correction {
    case .merge(let one, let other): fields = ["merge", one, other]
    case .split(let name): fields = ["split", name]
    case .same(let one, let other): fields = ["same"] + self.fields(one) + self.fields(other)
    case .notSame(let one, let other): fields = ["not-same"] + self.fields(one) + self.fields(other)
    case .note(let claim, let words): fields = ["note"] + self.fields(claim) + [words]
    }
    return fields.map(escaped).joined(separator: "\t")
  }

  private static func fields(_ claim: ClaimName) -> [String] {
    [String(claim.id, radix: 16), claim.file, claim.words]
  }

  /// How many fields stand behind each word.
  private static let counts = ["merge": 2, "split": 1, "same": 6, "not-same": 6, "note": 4]

  private static func correction(_ line: String) throws(CorrectionFault) -> Correction {
    let fields = try CorrectionFields(line)
    let kind = fields.text(0)
    guard let count = counts[kind] else {
      throw fields.fault(
        0, "'\(kind)' is no correction: \(counts.keys.sorted().joined(separator: ", "))")
    }
    guard fields.count == count + 1 else {
      throw CorrectionFault(
        column: 1, length: line.unicodeScalars.count,
        message:
          "'\(kind)' is followed by \(count) fields with tabs between, not \(fields.count - 1)")
    }
    switch kind {
    case "merge": return .merge(try fields.name(1), try fields.name(2))
    case "split": return .split(try fields.name(1))
    case "same": return .same(try fields.claim(1), try fields.claim(4))
    case "not-same": return .notSame(try fields.claim(1), try fields.claim(4))
    default: return .note(try fields.claim(1), fields.text(4))
    }
  }

  private static func escaped(_ field: String) -> String {
    var out = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

/// Where a line of corrections goes wrong.
private struct CorrectionFault: Error {
  var column: Int
  var length: Int
  var message: String
}

/// The fields of one line, without their escapes, and where each begins.
private struct CorrectionFields {
  private var fields: [(text: String, column: Int, length: Int)] = []

  var count: Int { fields.count }

  init(_ line: String) throws(CorrectionFault) {
    var column = 1
    for field in line.split(separator: "\t", omittingEmptySubsequences: false) {
      let length = field.unicodeScalars.count
      fields.append((try Self.plain(field, column), column, length))
      column += length + 1
    }
  }

  func text(_ place: Int) -> String { fields[place].text }

  func fault(_ place: Int, _ message: String) -> CorrectionFault {
    CorrectionFault(
      column: fields[place].column, length: fields[place].length, message: message)
  }

  func name(_ place: Int) throws(CorrectionFault) -> String {
    if folded(text(place)).isEmpty { throw fault(place, "a name is wanted here") }
    return text(place)
  }

  func claim(_ place: Int) throws(CorrectionFault) -> ClaimName {
    guard let id = UInt64(text(place), radix: 16) else {
      throw fault(place, "'\(text(place))' is no claim: 16 digits and letters up to f name one")
    }
    return ClaimName(id: id, file: text(place + 1), words: text(place + 2))
  }

  private static func plain(_ field: Substring, _ start: Int) throws(CorrectionFault) -> String {
    var out = ""
    var isEscaped = false
    var column = start
    for scalar in field.unicodeScalars {
      defer { column += 1 }
      guard isEscaped else {
        if scalar == "\\" { isEscaped = true } else { out.unicodeScalars.append(scalar) }
        continue
      }
      switch scalar {
      case "\\": out += "\\"
      case "t": out += "\t"
      case "n": out += "\n"
      case "r": out += "\r"
      default:
        throw CorrectionFault(
          column: column - 1, length: 2, message: "'\\\(scalar)' stands for nothing")
      }
      isEscaped = false
    }
    if isEscaped {
      throw CorrectionFault(column: column - 1, length: 1, message: "nothing follows the '\\'")
    }
    return out
  }
}

extension CorrectionsFile {
  /// What the bytes of the file say; `nil` when they are no text.
  init?(bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard Array(text.utf8) == bytes else { return nil }
    self.init(text: text)
  }

  /// Takes a correction back: the last one like it.
  mutating func remove(_ correction: Correction) -> Bool {
    guard let last = lines.lastIndex(of: .correction(correction)) else { return false }
    lines.remove(at: last)
    return true
  }
}

extension Session {
  /// Where corrections are kept: beside the first thing that was loaded.
  var correctionsPath: String? { correctionsPath(beside: corpusPaths) }

  private func correctionsPath(beside paths: [String]) -> String? {
    guard let first = paths.first else { return nil }
    let folder = files.kind(first) == .folder ? first : Path.folder(first)
    return Path.join(folder, CorrectionsFile.name)
  }

  /// The corrections beside a corpus, with a warning for each line that is not understood.
  ///
  /// When the file cannot be read, those that were in force stay.
  func correctionsOnDisk(beside paths: [String]) -> (
    file: CorrectionsFile, diagnostics: [Diagnostic]
  ) {
    guard let path = correctionsPath(beside: paths), case .file = files.kind(path) else {
      return (CorrectionsFile(), [])
    }
    guard let bytes = files.read(path), let file = CorrectionsFile(bytes: bytes) else {
      let isKnown = path == correctionsPath
      let message =
        isKnown && !byHand.lines.isEmpty
        ? "cannot be read: the corrections by hand known before stay in force"
        : "cannot be read: corrections by hand are not in force"
      return (
        isKnown ? byHand : CorrectionsFile(),
        [Diagnostic(.error, code: "corrections", file: path, message: message)]
      )
    }
    return (file, file.problems.map { warning($0, path) })
  }

  private func warning(_ fault: CorrectionsFile.LineFault, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "corrections", file: path, place: fault.place, sourceLine: fault.line,
      length: fault.length, message: fault.message,
      help: "the line is kept as it is, and not in force")
  }

  /// What happened to corrections whose claims are not what they were.
  func lostCorrections() -> [Diagnostic] {
    let all = byHand.corrections
    let lost = graph.corrections.lost.map { place in
      Diagnostic(
        .warning, code: "lost-correction",
        message: "by hand, edit \(place + 1): its claim is gone; kept, not in force: "
          + words(all[place]))
    }
    return lost
      + graph.corrections.foundByWords.map { place in
        Diagnostic(
          .warning, code: "moved-correction",
          message: "by hand, edit \(place + 1): its claim was found again by its words: "
            + words(all[place]))
      }
  }

  /// A correction in words.
  func words(_ correction: Correction) -> String {
    switch correction {
    case .merge(let one, let other): "'\(other)' is another name of '\(one)'"
    case .split(let name): "'\(name)' stands for itself only"
    case .same(let one, let other): "\(words(one)) and \(words(other)) go back to one origin"
    case .notSame(let one, let other): "\(words(one)) and \(words(other)) go back to two origins"
    case .note(let claim, let text): "\(words(claim)): \(text)"
    }
  }

  private func words(_ claim: ClaimName) -> String {
    "'\(excerpt(claim.words, around: "", most: 50))' (\(Path.leaf(claim.file)))"
  }
}
