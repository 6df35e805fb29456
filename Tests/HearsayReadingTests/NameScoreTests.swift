import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

/// Three articles marked by hand, in the manner of a news wire, a feature and a business page.
///
/// Names of persons, bodies, places and others are marked; a letter after the mark gives the class.
/// Found before any rule was changed for them: 60 of 66 borders, 5 too many, 55 classes right;
/// now 65 of 65 and 64.
struct NameScoreTests {
  static let wire = """
    ⟦MARLOW⟧p, ⟦Estavia⟧p — A ferry with 140 people aboard sank off the ⟦Cape Orne⟧p lighthouse on \
    Friday night, the ⟦Estavian Coast Guard⟧o said. At least 12 passengers drowned.

    "We heard a bang, then the lights went out," said ⟦Petra Holm⟧h, 34, a nurse from ⟦Lund Bay⟧p. \
    Rescuers found ⟦Holm⟧h in the water near ⟦Sand Island⟧p after two hours.

    Transport Minister ⟦Aldo Brandt⟧h promised an inquiry. ⟦Brandt⟧h told the ⟦Estavian Herald⟧o \
    that the ship had been inspected in March. The ⟦National Maritime Safety Board⟧o (⟦NMSB⟧o), \
    which licenses ferries, declined to comment. A spokeswoman for the ⟦NMSB⟧o, ⟦Rita Sol⟧h, said \
    its inspectors were on the way to ⟦Marlow⟧p.

    Opposition leader ⟦Henrik Aas⟧h of the ⟦Green Alliance⟧o called for ⟦Brandt⟧h to resign. "Nobody \
    believes him any more," ⟦Aas⟧h said. Critics say that rules have been weak since 2019, when the \
    ⟦Orne Star⟧x ran aground. Families waited at ⟦St. Olav Hospital⟧o on Saturday.
    """

  static let feature = """
    When ⟦Dolores de la Vega⟧h came to ⟦New York⟧p, she had one suitcase and the number of a cousin \
    in ⟦Queens⟧p. Forty years later ⟦De la Vega⟧h, who founded the ⟦Harbor Street Kitchen⟧o, feeds \
    600 people a day.

    Her mother, ⟦Inés⟧h, sold bread in ⟦San Telmo⟧p. "She knew everyone," ⟦De la Vega⟧h recalled. \
    ⟦Samuel O’Rourke⟧h, a professor of history at ⟦King’s College⟧o, has written about her; so has \
    ⟦Jean-Luc Moreau⟧h of ⟦Le Matin⟧o. Asked about the book, Prof. ⟦O’Rourke⟧h laughed.

    Last May Mayor ⟦Lydia Chan⟧h gave her the ⟦Civic Medal⟧x. ⟦Chan⟧h’s office would not say what \
    it cost. Volunteers came from the ⟦University of Arden⟧o and from the ⟦Sisters of Mercy⟧o. \
    ⟦French⟧x and ⟦Haitian⟧x cooks share the stove. However, money is short.
    """

  static let business = """
    Shares of ⟦Norvik Steel Corp.⟧o fell 8 percent on Thursday after Chief Executive ⟦Tom Brandvold⟧h \
    said that the company would close its plant in ⟦Hallstad⟧p. ⟦Norvik⟧o, based in ⟦Oslo⟧p, is the \
    largest client of ⟦Bergen & Sons⟧o.

    Analyst ⟦Mei Tanaka⟧h of the ⟦Bank of Japan⟧o called the news a shock. ⟦Tanaka⟧h expects the \
    ⟦European Central Bank⟧o and the ⟦U.S. Federal Reserve⟧o to act. The ⟦ECB⟧o declined to \
    comment. Rival ⟦Delta Metals Ltd⟧o gained; its chairman, ⟦Carl von Thun⟧h, said ⟦Delta⟧o would \
    hire. ⟦Von Thun⟧h joined in 2011.

    Trade unions met on Monday. ⟦Ida Lund⟧h, president of the ⟦Steel Workers’ Union⟧o, wants talks \
    with ⟦Norwegian⟧x Labour Minister ⟦Kari Moe⟧h. ⟦Moe⟧h and ⟦Lund⟧h have known each other since \
    school in ⟦Trondheim⟧p.
    """

  /// The marked article without its class letters, and the class of each mark.
  static func unmark(_ article: String) -> (marked: MarkedText, kinds: [EntityClass]) {
    let letters: [Character: EntityClass] = [
      "h": .person, "o": .organisation, "p": .place, "x": .other,
    ]
    var plain = ""
    var kinds: [EntityClass] = []
    var closes = false
    for character in article {
      if closes, let kind = letters[character] {
        kinds.append(kind)
      } else {
        plain.append(character)
      }
      closes = character == "⟧"
    }
    return (MarkedText(plain), kinds)
  }

  @Test func `finds the names of three marked articles`() throws {
    var reader = Reader(rules: try testRules())
    var (wanted, given, right, classed) = (0, 0, 0, 0)
    for article in [Self.wire, Self.feature, Self.business] {
      let (marked, kinds) = Self.unmark(article)
      let reading = reader.read(Article(text: SourceText(name: "marked", text: marked.text)))
      let found = Dictionary(
        reading.names.map { ($0.range.start..<$0.range.end, reading.entities[$0.entity].kind) },
        uniquingKeysWith: { one, _ in one })
      wanted += marked.answers.count
      given += found.count
      for (answer, kind) in zip(marked.answers, kinds) {
        guard let there = found[answer] else { continue }
        right += 1
        classed += there == kind ? 1 : 0
      }
    }
    let figures = "wanted \(wanted), given \(given), right \(right), class right \(classed)"
    #expect(Double(right) >= 0.95 * Double(wanted), "\(figures)")
    #expect(Double(right) >= 0.95 * Double(given), "\(figures)")
    #expect(Double(classed) >= 0.92 * Double(right), "\(figures)")
  }
}
