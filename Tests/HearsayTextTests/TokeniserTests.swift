import HearsayCore
import HearsayRules
import HearsayTestSupport
import Testing

@testable import HearsayText

struct TokeniserTests {
  /// Tokens with bars between them.
  static let examples: [String] = [
    "Maduro|'s| plan", "Maduro|’s| plan", "do|n't| go", "ca|n’t|.",
    "5,000|-|strong", "1,250.75| crowns", "12|,|5000", "3.5|.",
    "Mr.| Kell| left|.", "mr|.", "the| U.S.| army", "at| 5| a.m.| today", "J.| Smith",
    "Jan.| 3", "No.| 5", "No|.| Never|.", "Ill.| voters", "He| was| ill|.", "Gen.| Ruiz",
    "O'Brien| said", "Côte| d’Ivoire", "ÉLYSÉE", "A330| jets",
    "Wait|...| what|?!", "so| —| yes", "a|--|b",
    "“|We| go|,|”| he| said", "''|We|''",
    "Signal Wire|January| 14|, 2026", "The Press|Thursday|, May 1", "DeSantis| met| McMay| 5",
    "bbc.co.uk| and| a|/|b", "ended|.|The| man",
    "$|3.5| million|,| 12|%", "½| cup", "x|\u{00A0}|y",
  ]

  @Test(arguments: examples)
  func `tokens end where a reader would cut`(_ marked: String) throws {
    let text = marked.filter { $0 != "|" }
    let wanted = marked.split(separator: "|").flatMap { piece in
      // Blanks outside the marks part tokens too.
      piece.split { $0 == " " || $0 == "\u{00A0}" }.flatMap { splitComma($0) }
    }
    #expect(try tokens(text) == wanted)
  }

  private func splitComma(_ piece: Substring) -> [String] {
    piece.count > 1 && piece.hasPrefix(",") ? [",", String(piece.dropFirst())] : [String(piece)]
  }

  private func tokens(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var lexicon = try Self.lexicon()
    tokenise(bytes.span, into: &tokens, lexicon: &lexicon)
    return tokens.map { String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self) }
  }

  /// A lexicon with the words that the tokeniser asks about.
  static func lexicon() throws -> Lexicon { try shared.get() }

  private static let shared = Result { try compile() }

  private static func compile() throws -> Lexicon {
    let rules = try testRules()
    var lexicon = Lexicon()
    let tokens = rules["tokens"]
    lexicon.tag(tokens["clitics"].words, .clitic)
    lexicon.tag(tokens["titles"].words, .title)
    lexicon.tag(tokens["abbreviations"].words, .abbreviation)
    lexicon.tag(tokens["abbreviations-with-capital"].words, .abbreviationWithCapital)
    lexicon.tag(tokens["abbreviations-before-digit"].words, .abbreviationBeforeDigit)
    lexicon.tag(rules["layout"]["dates"]["months"].words, .month)
    lexicon.tag(rules["layout"]["dates"]["days"].words, .weekday)
    lexicon.freeze()
    return lexicon
  }

  @Test
  func `a token knows what stood before it`() throws {
    var tokens: [Token] = []
    var lexicon = try Self.lexicon()
    tokenise(Array("One two,\nthree\r\n\r\n  Four".utf8).span, into: &tokens, lexicon: &lexicon)
    let flags = tokens.map { token in
      [(TokenFlags.paragraph, "p"), (.line, "l"), (.spaced, "s"), (.capital, "C")]
        .filter { token.flags.contains($0.0) }.map(\.1).joined()
    }
    #expect(flags == ["plsC", "s", "", "ls", "plsC"])
  }
}

struct TokeniserPropertyTests {
  static let pieces = [
    "the", "President", "U.S.", "don't", " ", "  ", "\n", "\n\n", "\r\n", ".", ",", "...", "?!",
    "\"",
    "'", "’", "“", "é", "É", "ß", "Ω", "1,250", "3.5", "-", "--", "—", "extraordinarily", "a", "I",
    "WireJanuary 14", "Mr.", "Inc.", "\u{00A0}", "\u{200B}", "\u{FEFF}", "😀", "$", "%", "½",
    "internationalisation-of-everything", "x@y.example", "http://a.example/b?c=d", "AB12cd", "\0",
  ]

  static func random(_ seed: UInt64, _ count: Int) -> [UInt8] {
    var random = Numbers(state: seed)
    return (0..<count).flatMap { _ in Array(pieces[random.below(pieces.count)].utf8) }
  }

  static func noise(_ seed: UInt64, _ count: Int) -> [UInt8] {
    var random = Numbers(state: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.below(256)) }
  }

  @Test(arguments: UInt64(1)...8)
  func `every byte that is no blank lies in exactly one token`(_ seed: UInt64) throws {
    for bytes in [Self.random(seed, 800), Self.noise(seed, 4000)] {
      var tokens: [Token] = []
      var lexicon = try TokeniserTests.lexicon()
      tokenise(bytes.span, into: &tokens, lexicon: &lexicon)
      var end = 0
      for token in tokens {
        #expect(Int(token.start) >= end && token.length > 0)
        #expect(isBlank(bytes, end, Int(token.start)))
        end = token.end
      }
      #expect(end <= bytes.count && isBlank(bytes, end, bytes.count))
    }
  }

  /// Whether only bytes that nobody sees lie between two tokens.
  private func isBlank(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Bool {
    var here = from
    while here < to {
      let decoded = decodeScalar(bytes.span, at: here)
      guard let value = decoded.value else { return false }
      let hidden: Bool
      if value < 0x80 {
        let kind = byteClass(UInt8(value))
        hidden = kind == .blank || kind == .newline
      } else {
        let kind = scalarClass(value)
        hidden = kind == .blank || kind == .ignorable
      }
      guard hidden else { return false }
      here += decoded.length
    }
    return here == to
  }

  @Test(arguments: UInt64(1)...8)
  func `the fast way and the general way give the same tokens`(_ seed: UInt64) throws {
    for bytes in [Self.random(seed, 800), Self.noise(seed, 4000)] {
      var fast: [Token] = []
      var lexicon = try TokeniserTests.lexicon()
      tokenise(bytes.span, into: &fast, lexicon: &lexicon)
      var general: [Token] = []
      var scanner = TokenScanner(count: bytes.count)
      while scanner.skipBlanks(bytes.span) { scanner.take(bytes.span, &general, &lexicon) }
      #expect(fast == general)
    }
  }

  @Test
  func `a text may be cut anywhere`() throws {
    let bytes = Array("É “Wo’s” – l’État, naïve… 😀 U.S. Côte d’Ivoire’s 1,250".utf8)
    var lexicon = try TokeniserTests.lexicon()
    for end in 0...bytes.count {
      var tokens: [Token] = []
      tokenise(Array(bytes[..<end]).span, into: &tokens, lexicon: &lexicon)
      #expect(tokens.allSatisfy { $0.end <= end })
    }
  }

  @Test
  func `a run without end is cut into tokens`() throws {
    var lexicon = try TokeniserTests.lexicon()
    for byte in [UInt8(ascii: "a"), UInt8(ascii: "A"), 0x31, 0x2E, 0x2D, 0x27, 0xC3] {
      var tokens: [Token] = []
      tokenise([UInt8](repeating: byte, count: 70_000).span, into: &tokens, lexicon: &lexicon)
      #expect(tokens.reduce(0) { $0 + Int($1.length) } == 70_000)
    }
  }
}

/// Numbers that are the same on every machine.
struct Numbers {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}
