import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct SentenceSplitterTests {
  static let reader = Result { Reader(rules: try testRules()) }

  /// One text a row, its sentences parted by bars.
  static let examples: [String] = [
    // Abbreviations and initials.
    "Gen. Ruiz met Mr. Kell.| He left.",
    "They live in the U.S.| The army left.",
    "The U.S. Government said so.",
    "It belongs to Harrow Corp.| It was sold in Jan. 2024.",
    "Ask Tomas B. Hadrek or J. P. Veil.| They know.",
    "The bus left at 6 p.m.| Travellers waited.",
    "At 5 p.m. Mr. Kell left.",
    "It opens at 9 a.m. Monday and 10 a.m. EST.",
    "It was plan B.| The plan failed.",
    "Bring tents, food, etc.| The rest is there.",
    // Quotations.
    "“Why now?” Hadrek asked.| Nobody knew.",
    "“Why now?” asked the mayor.",
    "“Why now?”| The mayor left.",
    "“It is over.”| He said so twice.",
    "He said: “It is over.| We go home.”| Then he left.",
    "\"The gates! The gates!\" they cried.",
    "“It rose so fast that—” Then the line went dead.",
    "“We waited,” she said.| “Nobody came.”",
    // Brackets, notes, dashes.
    "It failed (the second time).| It was old.",
    "It failed.| (It was old.)| It fell.",
    "Levels rose.[2]| They fell again.12| Then it was dry.",
    "“We go.”| — Anna Velisar",
    "He waited...| Then he left.",
    "He waited ... and left.",
    "What followed . . . was quiet.",
    // Glued, numbers, addresses.
    "It ended.The minister left.| It cost 3.5 crowns.The rest was lost.",
    "Write to a.b@post.example or see www.post.example/a.B today.",
    "Version 2.0 rose by 1.5 to 11.18.2014 levels.",
    "See http://a.example/x.html. it works.",
    // Questions in names, marks before words.
    "He works at Yahoo! in the office.",
    "The !Kung and the .org files stayed.",
    // Lists.
    "1) First the bread 2) Then the water",
    "(a) Bread. (b) Water.",
    // No capital after a plain word.
    "It was late.| nobody came.",
  ]

  @Test(arguments: examples)
  func `sentences end where a reader would stop`(_ marked: String) throws {
    var marked = marked
    // These hold bars that a table could not show otherwise.
    for (plain, cut) in Self.later { marked = marked.replacing(plain, with: cut) }
    let wanted = marked.split(separator: "|").map { $0.trimmed }
    #expect(try sentences(String(marked.filter { $0 != "|" })) == wanted)
  }

  static let later = [
    ("that—” Then", "that—”| Then"), ("ended.The", "ended.|The"), ("crowns.The", "crowns.|The"),
    ("bread 2) Then", "bread |2) Then"), ("Bread. (b)", "Bread. |(b)"), (".html. it", ".html.| it"),
  ]

  private func sentences(_ text: String) throws -> [String] {
    var reader = try Self.reader.get()
    let source = SourceText(name: "test", text: text)
    return reader.segment(Article(text: source)).sentences.map { source.text($0.range) }
  }

  @Test
  func `a hard-wrapped paragraph is one text`() throws {
    let text = """
      The water came over the wall of the dam in the night and Brask was under
      it within the hour, while the sirens on the roof of the town hall kept on
      Sounding for nobody. Those who could had left before, among them all of
      the families from the lower town. Others climbed on roofs and waited for
      a boat. None came before dawn, when the soldiers arrived with their own.
      """
    #expect(try sentences(text).count == 4)
  }

  @Test
  func `lines of a list stand alone`() throws {
    #expect(try sentences("features\ncontact manager\nevents, activities\n").count == 3)
    #expect(try sentences("It was a cold \nnight in the city.").count == 1)
    #expect(try sentences("• Bread\n• Water\n• Salt").count == 3)
    #expect(try sentences("The Heading\n\nThe text of it goes on. It ends.").count == 3)
  }

  @Test
  func `a sentence has at most a thousand tokens`() throws {
    let text = String(repeating: "word ", count: 2500)
    #expect(try sentences(text).count == 3)
  }

  @Test(arguments: UInt64(1)...4)
  func `random text is cut without gaps`(_ seed: UInt64) throws {
    let pieces = [
      "The", "dam", ".", "?", "!", "\"", "“", "”", "'", "(", ")", "[", "]", " ", " ", " ", "\n",
      "\n\n",
      "...", ". . .", "U.S.", "Mr.", "p.m.", "1.", "2)", "•", "-----", "—", "By", "Photo:",
      "http://a.b",
      "Related News", "Advertisement", "<", ">", ":)", "é", "\u{0}", "14", "January",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var text = ""
    for _ in 0..<1500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    var reader = try Self.reader.get()
    let source = SourceText(name: "test", text: text)
    let reading = reader.segment(Article(text: source))
    var end = 0
    for sentence in reading.sentences {
      #expect(sentence.range.start >= end && !sentence.range.isEmpty)
      end = sentence.range.end
    }
    var last = 0
    for zone in reading.zones {
      #expect(zone.range.start >= last)
      last = zone.range.end
    }
  }
}

extension Substring {
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
