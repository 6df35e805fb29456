/// The prompt as libedit wants it: each escape sequence between two marks, so that it takes no
/// room, and none at the end, where libedit would lose it.
///
/// On a plain terminal the sequences are dropped.
func marked(_ prompt: String, plain: Bool) -> String {
  let escape: UInt8 = 0x1B
  let mark: UInt8 = 0x01
  let bytes = Array(prompt.utf8)
  var result: [UInt8] = []
  var position = 0
  while position < bytes.count {
    let length = bytes[position] == escape ? sequenceLength(bytes, position) : 0
    if length == 0 {
      if bytes[position] >= 0x20 { result.append(bytes[position]) }
      position += 1
    } else {
      let sequence = bytes[position..<position + length]
      if !plain { result += [mark] + sequence + [mark] }
      position += length
    }
  }
  if result.last == mark { result.append(UInt8(ascii: " ")) }
  return String(decoding: result, as: UTF8.self)
}

/// The length of the sequence that starts at `position`, such as `ESC [ 1 m`; 0 when it does not
/// end.
private func sequenceLength(_ bytes: [UInt8], _ position: Int) -> Int {
  guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "[") else { return 0 }
  let rest = bytes[(position + 2)...]
  guard let end = rest.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return 0 }
  return end - position + 1
}
