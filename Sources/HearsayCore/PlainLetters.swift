/// Letters with diacritics, from U+00C0 to U+017F, as they are written without them.
///
/// A fact of the script, not of a language: the base letters of the Unicode decompositions, and the
/// usual two letters for ligatures.
private let plainLetters: [Substring] = """
  a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss \
  a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y \
  a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i \
  i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r \
  s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
  """.split(separator: " ")

/// `text`, lower case, without diacritics: `rodriguez` for `rodríguez`.
public func withoutDiacritics(_ text: String) -> String {
  var plain = ""
  for scalar in text.unicodeScalars {
    let value = Int(scalar.value)
    switch value {
    case 0xC0..<0xC0 + plainLetters.count: plain.append(contentsOf: plainLetters[value - 0xC0])
    case 0x300...0x36F: break
    case 0x2019, 0x2BC: plain += "'"
    default: plain.unicodeScalars.append(scalar)
    }
  }
  return plain
}
