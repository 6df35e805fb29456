import HearsayCore
import HearsayReading
import HearsayTestSupport
import HearsayText
import Testing

struct OtherEventTests {
  /// The article's own event stands before each of these.
  private static let lead = """
    Bomb kills 12 at Garwa market

    GARWA, Nigeria - A bomb killed 12 people at a market in the town of Garwa on Tuesday, police said.

    Nobody has claimed the attack.


    """

  static func figures(_ text: String) throws -> [Bool] {
    var reader = Reader(rules: try testRules())
    let marked = MarkedText(lead + text)
    let known = KnownFacts(published: Day(iso: "2024-05-15"))
    let reading = reader.read(
      Article(text: SourceText(name: "test", text: marked.text), known: known))
    return marked.answers.map { mark in
      reading.claims.contains {
        $0.span.range.start < mark.upperBound && mark.lowerBound < $0.span.range.end
          && $0.proposition.otherEvent != nil
      }
    }
  }

  static let others = [
    "In 2011 six gunmen held ⟦44 people⟧ at a hotel. ⟦Two hostages⟧ were killed.",
    "It was the worst attack since 2019, when ⟦32 people⟧ died. ⟦Nine men⟧ were held over that bombing.",
    "It comes five years after ⟦32 people⟧ were killed by a bomber on the same road.",
    "A similar blast at a bus park left ⟦nine people⟧ dead. That explosion wounded ⟦40⟧.",
    "In 2019 protests turned violent. Officials say ⟦38 people⟧ were killed then. ⟦Nearly 900⟧ were held.",
    "The last time the town was attacked, ⟦17 people⟧ lost their lives.",
    "The attack came a day after suicide bombers killed ⟦31 people⟧ in Maru.",
    "In another incident on Monday, gunmen killed ⟦five farmers⟧ near the border.",
    "Meanwhile, in the capital, a fire at a fuel depot killed ⟦eight people⟧.",
    "Hours earlier, gunmen had killed ⟦four aid workers⟧ in the south.",
    "Many remembered the disaster of 1970. That quake killed ⟦66,000 people⟧.",
    "The blast revived memories of the Harrow crash, which claimed ⟦112 lives⟧.",
    "Earlier attacks\n\nThieves raided the market and shot ⟦three traders⟧.",
    "Relatives threw stones and police used tear gas. ⟦Six people⟧ were hurt.",
    "For comparison, the 2014 Nyanya bombings left ⟦75 people⟧ dead and hurt ⟦more than 100⟧.",
    "The Rosa Corazon tragedy, which killed ⟦61⟧ in 2013, ended in a payment of ⟦$3,500⟧.",
    "In 2021, some ⟦230 pupils⟧ were seized there. ⟦Four of them⟧ died, according to relatives.",
    "The town got $40 million in 2018 for a promise to protect ⟦2,000 jobs⟧ through 2030.",
    "Niger's worst market disaster happened near Diffa in 2013. ⟦Eighty people⟧ were killed.",
    "Its sister company's depot burnt down in December. ⟦Twelve guards⟧ were injured.",
    "It was the third attack in the region this year. In Maradi, ⟦40 people⟧ were killed.",
    "In the deadliest of these attacks, ⟦86 people⟧ were burned alive in a village.",
    "On Wednesday, gunmen killed ⟦26 people⟧ on a road in the south.",
    "Two days later, gunmen shot ⟦three policemen⟧ in the south.",
    "Last month, ⟦17 traders⟧ were killed when gunmen opened fire in nearby Maru.",
    "On average, ⟦30 people⟧ a year are killed on that road.",
    "Under a previous governor, ⟦12 people⟧ were killed at the same place.",
    "The toll exceeds the ⟦309⟧ killed in L'Avila in 2009.",
    "It is the deadliest bombing since the one in Maru, which left ⟦644⟧ dead.",
    "⟦30 people⟧ were killed when three bombers struck in Konduga in June 2019. ⟦About 40⟧ were hurt.",
    "In 2019 two bombers struck a hall. ⟦30 people⟧ were killed, the emergency service said.",
    "The attack came two weeks after ⟦eleven people⟧ were gunned down at a wedding in Maru.",
    "The attack came hours after a bus crash in the hills killed ⟦five tourists⟧.",
    "The previous week, ⟦seven people⟧ were killed by a mine on the road.",
    "In neighbouring Chad, ⟦380 villagers⟧ were killed by floods.",
    "In April 2014 fighters abducted ⟦276 girls⟧ from a school. ⟦More than 90⟧ are still missing.",
    "In November another bus of the firm overturned. ⟦Two boys⟧ were killed.",
  ]

  @Test(arguments: others)
  func `what turns to another event is no figure of this one`(_ text: String) throws {
    #expect(try Self.figures(text).allSatisfy { $0 })
  }

  static let own = [
    "She has waited since 9 November 2022. Her son is one of ⟦11 pupils⟧ still held by gunmen.",
    "It was the second such attack in a month. At least ⟦24 people⟧ were killed.",
    "The attack was the deadliest since 2019. ⟦24 people⟧ died.",
    "Officials said that the attack killed ⟦24 people⟧.",
    "A second blast minutes later killed ⟦three rescuers⟧.",
    "Two days after a bomb killed ⟦24 people⟧ at the market, traders returned.",
    "The bus, built in 2009, carried ⟦38 people⟧.",
    "Last year the road was closed. The bomb killed ⟦24 people⟧.",
    "Earlier, the hospital said it had received ⟦14 bodies⟧.",
    "The worst attack since 2019 killed ⟦24 people⟧ on Tuesday.",
    "Parents said ⟦24 people⟧ had been killed, in the worst such attack since Chibok in 2014.",
    "All ⟦24⟧ were killed in what would be the deadliest bombing since 1992.",
    "The market, rebuilt after a fire in 2011, was full when the bomb went off, killing ⟦24⟧.",
    "A nurse who has worked there since 2003 said ⟦24 people⟧ had been killed.",
    "The army freed ⟦12 reporters⟧ arrested after the 2021 coup.",
    "A lawyer said ⟦18⟧ of his clients, detained in 2022, had been freed.",
    "On Tuesday, a bomb killed ⟦24 people⟧ at the market.",
    "It was the third attack in a month. In Garwa, ⟦24 people⟧ were killed.",
    "Gunmen fled after the blast. ⟦Four of them⟧ were shot by police.",
    "⟦24 people⟧ were killed on Tuesday in the second attack on the market since 2017.",
    "The toll rose to ⟦24⟧ on Wednesday, surpassing that of a bombing in 1995.",
    "The arrests came two weeks after ⟦24 people⟧ were killed in the blast.",
  ]

  @Test(arguments: own)
  func `what goes on with the story is of it`(_ text: String) throws {
    #expect(try Self.figures(text).allSatisfy { !$0 })
  }

  static let shocks = [
    ("An aftershock brought down walls. The survey put it at magnitude ⟦5.8⟧.", true),
    ("A magnitude ⟦5.8⟧ aftershock hit the town on Wednesday.", true),
    ("The quake was followed by an aftershock. The survey put it at magnitude ⟦6.4⟧.", false),
    ("Aftershocks went on. The earthquake had a magnitude of ⟦6.4⟧.", false),
  ]

  @Test(arguments: shocks)
  func `what an aftershock measures is not the earthquake's`(_ text: String, _ isOther: Bool) throws
  {
    #expect(try Self.figures(text).allSatisfy { $0 == isOther })
  }
}
