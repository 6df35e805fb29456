/// Turns the text of a ``LinePattern`` into steps.
///
/// ```
/// either   = sequence { "|" sequence }
/// sequence = { atom [ "*" | "+" | "?" | "{" least "," most "}" ] }
/// atom     = "(" either ")" | "[" class "]" | "." | "^" | "$" | "\" letter | byte
/// ```
struct LinePatternCompiler {
  private indirect enum Node {
    case bytes(ByteSet)
    case sequence([Node])
    case either([Node])
    case repeated(Node, least: Int, most: Int?)
    case step(LinePattern.Step)
  }

  private static let mostSteps = 4000
  private static let mostDepth = 32

  private let pattern: [UInt8]
  private var place = 0
  private var depth = 0
  private var steps: [LinePattern.Step] = []

  init(_ pattern: [UInt8]) { self.pattern = pattern }

  mutating func compile() throws(LinePattern.Problem) -> [LinePattern.Step] {
    let node = try either()
    guard place == pattern.count else { throw .unbalanced }
    try emit(node)
    steps.append(.accept)
    return steps
  }

  private var next: UInt8? { place < pattern.count ? pattern[place] : nil }

  private mutating func take(_ byte: Character) -> Bool {
    guard let next, next == byte.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func either() throws(LinePattern.Problem) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else { throw .tooLong }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence() throws(LinePattern.Problem) -> Node {
    var nodes: [Node] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      nodes.append(try quantified(try atom()))
    }
    return .sequence(nodes)
  }

  private mutating func quantified(_ node: Node) throws(LinePattern.Problem) -> Node {
    if take("*") { return .repeated(node, least: 0, most: nil) }
    if take("+") { return .repeated(node, least: 1, most: nil) }
    if take("?") { return .repeated(node, least: 0, most: 1) }
    guard take("{") else { return node }
    let least = number() ?? 0
    let most: Int? = take(",") ? number() : least
    guard take("}") else { throw .unbalanced }
    guard least <= 64, (most ?? 0) <= 64, most ?? least >= least else { throw .tooLong }
    return .repeated(node, least: least, most: most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = next, (0x30...0x39).contains(byte), (value ?? 0) < 1000 {
      value = (value ?? 0) * 10 + Int(byte - 0x30)
      place += 1
    }
    return value
  }

  private mutating func atom() throws(LinePattern.Problem) -> Node {
    guard let byte = next else { throw .empty }
    place += 1
    switch byte {
    case UInt8(ascii: "("):
      if take("?"), !take(":") { throw .unsupported("(?") }
      let node = try either()
      guard take(")") else { throw .unbalanced }
      return node
    case UInt8(ascii: "["): return .bytes(try bytesOfClass())
    case UInt8(ascii: "."):
      return .sequence([
        .bytes(.leading), .repeated(.bytes(.trailing), least: 0, most: nil),
      ])
    case UInt8(ascii: "^"): return .step(.lineStart)
    case UInt8(ascii: "$"): return .step(.lineEnd)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
      throw .nothingToRepeat
    case UInt8(ascii: "]"), UInt8(ascii: "}"): throw .unbalanced
    case UInt8(ascii: "\\"):
      if take("b") { return .step(.wordBorder(true)) }
      if take("B") { return .step(.wordBorder(false)) }
      return .bytes(try escape())
    default: return character(byte)
    }
  }

  /// A character with all its bytes, so that `é?` leaves out the whole of it.
  private mutating func character(_ first: UInt8) -> Node {
    var nodes: [Node] = [.bytes(ByteSet(first...first))]
    while let byte = next, first >= 0xC0, byte & 0xC0 == 0x80 {
      nodes.append(.bytes(ByteSet(byte...byte)))
      place += 1
    }
    return .sequence(nodes)
  }

  private mutating func escape() throws(LinePattern.Problem) -> ByteSet {
    guard let byte = next else { throw .unsupported("\\") }
    place += 1
    switch byte {
    case UInt8(ascii: "d"): return .digit
    case UInt8(ascii: "D"): return ByteSet.digit.inverted
    case UInt8(ascii: "w"): return .word
    case UInt8(ascii: "W"): return ByteSet.word.inverted
    case UInt8(ascii: "s"): return .blank
    case UInt8(ascii: "S"): return ByteSet.blank.inverted
    case UInt8(ascii: "t"): return ByteSet(0x09...0x09)
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF:
      throw .unsupported("\\" + String(decoding: [byte], as: UTF8.self))
    default: return ByteSet(byte...byte)
    }
  }

  private mutating func bytesOfClass() throws(LinePattern.Problem) -> ByteSet {
    let inverted = take("^")
    var set = ByteSet()
    var first = true
    while let byte = next, first || byte != UInt8(ascii: "]") {
      first = false
      place += 1
      if byte == UInt8(ascii: "\\") {
        set.insert(try escape())
        continue
      }
      guard byte < 0x80 else { throw .unsupported("[é]") }
      var last = byte
      if next == UInt8(ascii: "-"), place + 1 < pattern.count,
        pattern[place + 1] != UInt8(ascii: "]")
      {
        last = pattern[place + 1]
        place += 2
        guard last >= byte, last < 0x80 else { throw .unbalanced }
      }
      set.insert(byte...last)
    }
    guard take("]") else { throw .unbalanced }
    return inverted ? set.inverted : set
  }

  private mutating func add(_ step: LinePattern.Step) throws(LinePattern.Problem) {
    guard steps.count < Self.mostSteps else { throw .tooLong }
    steps.append(step)
  }

  private mutating func emit(_ node: Node) throws(LinePattern.Problem) {
    switch node {
    case .bytes(let set): try add(.bytes(set))
    case .step(let step): try add(step)
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .either(let branches): try emitEither(branches)
    case .repeated(let node, let least, let most):
      for _ in 0..<least { try emit(node) }
      if let most {
        for _ in least..<most { try emitOptional(node) }
      } else {
        try emitLoop(node)
      }
    }
  }

  private mutating func emitEither(_ branches: [Node]) throws(LinePattern.Problem) {
    var jumps: [Int] = []
    for (row, branch) in branches.enumerated() {
      guard row + 1 < branches.count else {
        try emit(branch)
        break
      }
      let fork = steps.count
      try add(.either(fork + 1, 0))
      try emit(branch)
      jumps.append(steps.count)
      try add(.jump(0))
      steps[fork] = .either(fork + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func emitOptional(_ node: Node) throws(LinePattern.Problem) {
    let fork = steps.count
    try add(.either(fork + 1, 0))
    try emit(node)
    steps[fork] = .either(fork + 1, steps.count)
  }

  private mutating func emitLoop(_ node: Node) throws(LinePattern.Problem) {
    let fork = steps.count
    try add(.either(fork + 1, 0))
    try emit(node)
    try add(.jump(fork))
    steps[fork] = .either(fork + 1, steps.count)
  }
}
