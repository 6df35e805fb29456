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

  init(_ corrections: [Correction] = []) { lines = corrections.map(Line.correction) }

  init(text: String) {
    let all = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    lines = all.filter { $0 != Self.head }.map { line in
      Self.correction(line).map(Line.correction) ?? .other(line)
    }
  }

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

  private static func correction(_ line: String) -> Correction? {
    let raw = line.split(separator: "\t", omittingEmptySubsequences: false)
    let fields = raw.compactMap { plain(String($0)) }
    guard fields.count == raw.count, let kind = fields.first else { return nil }
    switch (kind, fields.count) {
    case ("merge", 3): return .merge(fields[1], fields[2])
    case ("split", 2): return .split(fields[1])
    case ("same", 7):
      guard let one = claim(fields[1...3]), let other = claim(fields[4...6]) else { return nil }
      return .same(one, other)
    case ("not-same", 7):
      guard let one = claim(fields[1...3]), let other = claim(fields[4...6]) else { return nil }
      return .notSame(one, other)
    case ("note", 5): return claim(fields[1...3]).map { .note($0, fields[4]) }
    default: return nil
    }
  }

  private static func claim(_ fields: ArraySlice<String>) -> ClaimName? {
    let fields = Array(fields)
    return UInt64(fields[0], radix: 16).map {
      ClaimName(id: $0, file: fields[1], words: fields[2])
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

  /// The field without its escapes; `nil` where one is unknown.
  private static func plain(_ field: String) -> String? {
    var out = ""
    var isEscaped = false
    for scalar in field.unicodeScalars {
      guard isEscaped else {
        if scalar == "\\" { isEscaped = true } else { out.unicodeScalars.append(scalar) }
        continue
      }
      switch scalar {
      case "\\": out += "\\"
      case "t": out += "\t"
      case "n": out += "\n"
      case "r": out += "\r"
      default: return nil
      }
      isEscaped = false
    }
    return isEscaped ? nil : out
  }
}

extension Session {
  /// Where corrections are kept: beside the first thing that was loaded.
  var correctionsPath: String? {
    guard let first = corpusPaths.first else { return nil }
    let folder = files.kind(first) == .folder ? first : Path.folder(first)
    return Path.join(folder, CorrectionsFile.name)
  }

  /// Reads the corrections beside the corpus; a warning for each that is not understood or whose
  /// claim is gone.
  mutating func readCorrections() -> [Diagnostic] {
    (byHand, keptByHand) = (CorrectionsFile(), nil)
    guard let path = correctionsPath, case .file = files.kind(path) else { return [] }
    keptByHand = files.read(path)
    let text = keptByHand.map { String(decoding: $0, as: UTF8.self) }
    guard let text, Array(text.utf8) == keptByHand else {
      return [
        Diagnostic(
          .error, code: "corrections",
          message: "'\(path)' cannot be read: corrections by hand are not in force")
      ]
    }
    byHand = CorrectionsFile(text: text)
    return byHand.others.map { line in
      Diagnostic(
        .warning, code: "corrections",
        message: "'\(path)': a line is not understood, and kept: \(line)")
    }
  }

  /// Whether the file is still what was read: nothing that another session or a hand put there is
  /// ever written over.
  func isAsRead(_ path: String) -> Bool {
    guard case .file = files.kind(path) else { return keptByHand == nil }
    guard let bytes = files.read(path), bytes == keptByHand else { return false }
    return Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
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
