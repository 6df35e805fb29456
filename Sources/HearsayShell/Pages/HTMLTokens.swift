/// One piece of a page: text, or a tag.
enum HTMLToken: Hashable {
  case text(String)
  /// The text of `<title>` and `<script>`, which holds no tags.
  case raw(of: HTMLTag, String)
  case start(HTMLTag)
  case end(String)
}

/// `<p class="lead">`; names in lower case.
struct HTMLTag: Hashable {
  var name: String
  var attributes: [String: String] = [:]

  subscript(_ attribute: String) -> String? { attributes[attribute] }
}

/// Takes a page apart as browsers do, without ever giving up: what is no tag is text.
///
/// After the tokenisation of the HTML standard (WHATWG), as far as news pages need it.
///
/// - Complexity: O(*n*) in the bytes of the page.
struct HTMLTokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var at = 0
  /// A raw element whose content comes next.
  private var open: HTMLTag?
  /// Elements that were looked for and have no end: a second search would be in vain.
  private var endless: Set<String> = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> HTMLToken? {
    if let tag = open {
      open = nil
      return rawText(tag)
    }
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return text() }
      if let token = markup() { return token }
    }
    return nil
  }

  private mutating func text() -> HTMLToken {
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return .text(withoutEntities(String(decoding: bytes[start..<at], as: UTF8.self)))
  }

  /// `nil` for a comment or a declaration.
  private mutating func markup() -> HTMLToken? {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    switch next {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      skipComment()
      return nil
    case UInt8(ascii: "/"):
      at += 2
      let name = word { $0 == UInt8(ascii: ">") || isBlank($0) }
      skip(past: UInt8(ascii: ">"))
      return .end(name)
    case let letter where isLetter(letter):
      at += 1
      return startTag()
    default: return text()
    }
  }

  private mutating func skipComment() {
    let isComment = bytes[at...].starts(with: Array("<!--".utf8))
    guard isComment, let end = find("-->", from: at + 4) else {
      return skip(past: UInt8(ascii: ">"))
    }
    at = end + 3
  }

  private mutating func startTag() -> HTMLToken {
    var tag = HTMLTag(name: word { isBlank($0) || $0 == 0x2F || $0 == 0x3E })
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if isBlank(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      addAttribute(to: &tag)
    }
    at += 1
    if Self.rawElements.contains(tag.name) { open = tag }
    return .start(tag)
  }

  private mutating func addAttribute(to tag: inout HTMLTag) {
    let start = at
    let name = word { isBlank($0) || $0 == 0x3D || $0 == 0x2F || $0 == 0x3E }
    if at == start { at += 1 }
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      return tag.attributes[name, default: ""] += ""
    }
    at += 1
    skipBlanks()
    let value = attributeValue()
    if tag.attributes[name] == nil { tag.attributes[name] = withoutEntities(value) }
  }

  private mutating func attributeValue() -> String {
    guard at < bytes.count else { return "" }
    let mark = bytes[at]
    let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    let start = isQuoted ? at + 1 : at
    var end = start
    while end < bytes.count,
      isQuoted ? bytes[end] != mark : !(isBlank(bytes[end]) || bytes[end] == 0x3E)
    {
      end += 1
    }
    at = Swift.min(bytes.count, isQuoted ? end + 1 : end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  // MARK: - Elements without tags in them

  private static let rawElements: Set = [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp",
  ]

  private mutating func rawText(_ tag: HTMLTag) -> HTMLToken {
    let end = endless.contains(tag.name) ? nil : find("</" + tag.name, from: at)
    guard let end else {
      endless.insert(tag.name)
      return .raw(of: tag, "")
    }
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    at = end
    return .raw(of: tag, tag.name == "script" ? text : withoutEntities(text))
  }

  /// ASCII letters are found in either case.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    var place = start
    while place <= bytes.count - wanted.count {
      if bytes[place] == wanted[0],
        wanted.indices.allSatisfy({ lower(bytes[place + $0]) == wanted[$0] })
      {
        return place
      }
      place += 1
    }
    return nil
  }

  // MARK: - Bytes

  private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
    let start = at
    while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at].map(lower), as: UTF8.self)
  }

  private mutating func skip(past byte: UInt8) {
    while at < bytes.count, bytes[at] != byte { at += 1 }
    at = Swift.min(at + 1, bytes.count)
  }

  private mutating func skipBlanks() {
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func lower(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte))
}
