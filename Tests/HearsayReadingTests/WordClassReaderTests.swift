import HearsayCore
import HearsayReading
import HearsayTestSupport
import HearsayText
import Testing

struct WordClassReaderTests {
  static let examples: [(text: String, kind: WordClass)] = [
    ("The official ⟦said⟧ so.", .verbPast),
    ("Officials ⟦claim⟧ the attack was planned.", .verbBase),
    ("The ⟦claim⟧ was rejected.", .noun),
    ("He denied the government's ⟦claims⟧.", .noun),
    ("Prisoners ⟦held⟧ in Rodeo were freed.", .verbParticiple),
    ("The army ⟦held⟧ the town.", .verbPast),
    ("⟦Asked⟧ why, the minister left.", .verbParticiple),
    ("He wants to ⟦plan⟧ a trip.", .verbBase),
    ("The group hasn't ⟦said⟧ that.", .verbParticiple),
    ("The group ⟦hasn⟧'t said that.", .have),
    ("It⟦'s⟧ likely.", .be),
    ("The group⟦'s⟧ leader left.", .genitive),
    ("The families ⟦of⟧ them", .preposition),
    ("The prisoners⟦’⟧ families waited.", .genitive),
    ("The man ⟦that⟧ left was old.", .relative),
    ("He said ⟦that⟧ 56 were free.", .subordinator),
    ("He agreed with ⟦that⟧ plan.", .determiner),
    ("They left ⟦after⟧ the talks.", .preposition),
    ("They left ⟦after⟧ the talks failed.", .subordinator),
    ("⟦Romero⟧ waited.", .name),
    ("The ⟦wounded⟧ soldiers left.", .adjective),
    ("A trial in ⟦May⟧ was set.", .day),
    ("It ⟦may⟧ rain.", .modal),
    ("He gave the money to ⟦her⟧.", .objectPronoun),
    ("He took ⟦her⟧ money.", .possessive),
    ("The ⟦remaining⟧ prisoners left.", .adjective),
    ("Police confirmed the ⟦killing⟧ of two men.", .noun),
    ("A report ⟦released⟧ on Monday blamed the pilot.", .verbParticiple),
    ("The company ⟦announced⟧ on Monday it would close.", .verbPast),
    ("He left the city, and rebels ⟦attacked⟧ it.", .verbPast),
    ("Those ⟦killed⟧ in the raid were soldiers.", .verbParticiple),
    ("They have ⟦since⟧ left the city.", .adverb),
    ("They met before voters ⟦weighed⟧ in.", .verbPast),
    ("It was a gift to a man ⟦named⟧ Smith.", .verbParticiple),
    ("The deal failed, officials ⟦said⟧.", .verbPast),
    ("She was arrested and ⟦charged⟧.", .verbParticiple),
    ("Energy ⟦costs⟧ rose.", .noun),
    ("The bank ⟦needs⟧ a loan.", .verbS),
    ("He promised to ⟦dethrone⟧ the king.", .verbBase),
    ("They came to ⟦power⟧.", .noun),
    ("That could ⟦blunt⟧ the demand.", .verbBase),
    ("He said on Friday ⟦that⟧ the talks had failed.", .subordinator),
    ("It denied the claim ⟦that⟧ the bank was closed.", .subordinator),
    ("The goal ⟦that⟧ the team scored was late.", .relative),
    ("They will not do ⟦that⟧.", .subjectPronoun),
    ("She took ⟦her⟧ own son.", .possessive),
    ("The firm was ⟦victorious⟧.", .adjective),
    ("A ⟦pointless⟧ war began.", .adjective),
    ("The ⟦unverified⟧ story spread.", .adjective),
  ]

  @Test(arguments: examples)
  func `a word has its class by its neighbours`(_ marked: String, _ kind: WordClass) throws {
    let text = MarkedText(marked)
    var reader = try englishReader()
    let draft = reader.draft(Article(text: SourceText(name: "test", text: text.text)))
    let row = draft.token(atOrAfter: text.answers[0].lowerBound)
    #expect(draft.classes[row] == kind)
  }

  @Test
  func `every word of an article has a lemma`() throws {
    var reader = try englishReader()
    let text = "Hostages blogged; she rescued kittens, denying nothing. Cities were bombed."
    let draft = reader.draft(Article(text: SourceText(name: "test", text: text)))
    let lemmas = draft.tokens.map { reader.lexicon.lemma($0.word) }
    for lemma in ["hostage", "blog", "rescue", "kitten", "deny", "city", "be", "bomb"] {
      #expect(lemmas.contains(lemma), "\(lemma)")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `random bytes do no harm`(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    let pieces = [
      "\"", "'", "said ", "that ", "- ", "-", "’s", "\n\n", ". ", "Mr. ", ", ", "to ", "“", "”",
      "\u{FF}", "claims ",
    ]
    var text = ""
    for _ in 0..<3000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    var reader = try englishReader()
    let draft = reader.draft(Article(text: SourceText(name: "test", text: text)))
    #expect(draft.classes.count == draft.tokens.count)
  }
}
