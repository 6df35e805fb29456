import Testing

@testable import HearsayShell

/// Told by bytes or by letters, the answer is the same.
struct PlainBytesTests {
  private static let pieces = [
    "a", "Z", "7", " ", "  ", "\t", "\n", "\r\n", "\r", "\u{7F}", "\u{0}", "“", "”", "–", "…", "€",
    "é", "e\u{301}", "£", "\u{85}", "\u{A0}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{202E}",
    "\u{2028}", "\u{2029}", "\u{2066}", "\u{206A}", "\u{61C}", "ж", "加", "👩‍👧", "🇩🇪", "\u{FE0F}",
    "\u{600}",
  ]

  /// Texts of four pieces at most, each combination in some order: no clock and no luck.
  private static let texts: [String] = {
    var texts = [""]
    for (place, one) in pieces.enumerated() {
      for (other, two) in pieces.enumerated() {
        let third = pieces[(place * 7 + other * 3) % pieces.count]
        let fourth = pieces[(place + other * 11) % pieces.count]
        texts += [one, one + two, one + two + third, one + two + third + fourth]
      }
    }
    return texts
  }()

  @Test(arguments: 2...26)
  func `a byte that counts is seen at any place among eight`(_ length: Int) {
    let plain = String(repeating: "a", count: length)
    #expect(isPrintable(plain) && plainWidth(plain) == length)
    for place in 1..<length {
      for piece in ["  ", "\t", "\u{7F}", "\u{1F}", "\u{9B}", "\u{202E}"] {
        let text = String(plain.prefix(place) + piece + plain.dropFirst(place))
        #expect(!isPrintable(text), "\(place) \(piece.unicodeScalars.map(\.value))")
      }
      for piece in [" ", "!", "~", "’", "é"] {
        #expect(isPrintable(String(plain.prefix(place) + piece + plain.dropFirst(place))))
      }
    }
  }

  @Test func `what is printable by its bytes comes out as it is`() {
    for text in Self.texts where isPrintable(text) {
      var scalars = text.unicodeScalars.makeIterator()
      var last: Unicode.Scalar = " "
      while let scalar = scalars.next() {
        #expect(!movesTerminal(scalar), "\(text.unicodeScalars.map(\.value))")
        #expect(scalar != " " || last != " ", "\(text.unicodeScalars.map(\.value))")
        last = scalar
      }
      #expect(last != " " || text.isEmpty)
    }
    #expect(isPrintable("“Forty-five – no more…” he said of the café"))
    for text in [" a", "a ", "a  b", "a\tb"] { #expect(!isPrintable(text)) }
  }

  @Test func `a width told by bytes is that of the letters`() {
    for text in Self.texts {
      guard let width = plainWidth(text) else { continue }
      #expect(
        width == text.reduce(0) { $0 + graphemeWidth($1) }, "\(text.unicodeScalars.map(\.value))")
    }
    #expect(plainWidth("“twelve” – or 13…") == 17)
    #expect(plainWidth("é") == nil && plainWidth("\r\n") == nil)
  }

  @Test func `blanks behind go, others stay`() {
    #expect(withoutBlanksBehind("a b  ") == "a b")
    #expect(withoutBlanksBehind("   ") == "")
    #expect(withoutBlanksBehind(" a") == " a")
    #expect(blankText(3) == "   " && blankText(-1) == "" && blankText(300).utf8.count == 300)
  }

  @Test func `rows that are made later are the rows`() {
    var one = Reply()
    var other = Reply()
    let objects = ["a", "b"].map { word in
      var object = JSONObject()
      object.add("word", word)
      return object
    }
    one.data = objects
    other.addData { [objects[0]] }
    other.addData { [objects[1]] }
    #expect(one == other)
    #expect(other.data.count == 2)
    other.data.append(objects[0])
    other.addData { [objects[1]] }
    #expect(other.data.map(\.line) == (objects + objects).map(\.line))
  }
}
