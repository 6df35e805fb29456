import HearsayCore

/// A number that names a claim across reloads: FNV-1a over document, sentence and frame.
///
/// The sentence is taken without case and blanks, so that a changed line break keeps the number; of
/// the document its own name without folders, so that it does not matter from where it is loaded.
struct ClaimIdentity {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(file: String) {
    let name = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file.utf8[$0...].dropFirst() }
    for byte in name ?? file.utf8[...] { mix(byte) }
    mix(0)
  }

  /// Adds a sentence, given as its bytes in the article.
  mutating func add(_ text: [UInt8], _ sentence: ByteRange) {
    for index in sentence.start..<sentence.end {
      let byte = text[index]
      if byte > 0x20 { mix((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    }
    mix(0)
  }

  /// The number of the claim that stands `offset` bytes behind the start of the sentence.
  consuming func claim(_ frame: String, at offset: Int) -> UInt64 {
    for byte in frame.utf8 { mix(byte) }
    if offset < 0 { mix(UInt8(ascii: "-")) }
    var power: UInt = 1
    while offset.magnitude / power > 9 { power *= 10 }
    while power > 0 {
      mix(UInt8(ascii: "0") + UInt8(offset.magnitude / power % 10))
      power /= 10
    }
    return hash
  }

  @inline(__always)
  private mutating func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}

/// The claims of an article, each with a number of its own: the second of two equal sentences is
/// the second wherever it stands.
func withOwnNumbers(_ claims: [Claim]) -> [Claim] {
  var claims = claims
  var seen: Set<UInt64> = []
  // Of many equal sentences each goes on where the one before it ended: else a page of one sentence
  // said over and over would take time by the square of its length.
  var latest: [UInt64: UInt64] = [:]
  for row in claims.indices {
    let first = claims[row].id
    var id = latest[first] ?? first
    while !seen.insert(id).inserted { id = (id ^ 0xFF) &* 0x0000_0100_0000_01B3 }
    latest[first] = id
    if id != first { claims[row].id = id }
  }
  return claims
}
