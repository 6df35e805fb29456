import HearsayCore

/// A number that names a claim across reloads: FNV-1a over document, sentence and frame.
///
/// The sentence is taken without case and blanks, so that a changed line break keeps the number.
func claimIdentity(
  document: String, sentence: ArraySlice<UInt8>, span: ByteRange, start: Int, frame: String
) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  for byte in document.utf8 { mix(byte) }
  mix(0)
  for byte in sentence where byte > 0x20 {
    mix((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
  }
  mix(0)
  for byte in frame.utf8 { mix(byte) }
  for byte in String(span.start - start).utf8 { mix(byte) }
  return hash
}
