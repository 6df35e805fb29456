import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

/// Who says a figure.
struct ClaimChainTests {
  /// A text, a number in it, and the last of its chain; `nil` for the article itself.
  static let examples: [(text: String, number: Int, origin: String?)] = [
    ("The charity said at least 19 people had died.", 19, "charity"),
    ("Nine dead, says the police chief.", 9, "police chief"),
    ("Forty, say the mayors.", 40, "mayors"),
    ("The mayor, Ana Lima, says 20 people died.", 20, "Ana Lima"),
    ("The republic declared war after raiders killed 60 villagers.", 60, nil),
    ("The island declared a state of emergency after 44 people died.", 44, nil),
    ("A man pledging allegiance to the sect shot dead 15 people.", 15, nil),
    ("The ministry declared 16 people dead in the war.", 16, "ministry"),
    ("The army announced the ceasefire and said 23 soldiers had died.", 23, "army"),
    ("Police said 12 people were hurt, four were arrested and three fled.", 3, "Police"),
    ("Police said yesterday that 30 people had been hurt.", 30, "Police"),
    ("Rescuers pulled 14 people out, Mayor Ana Lima said by telephone from Kolm.", 14, "Ana Lima"),
    (
      "Speed caused the crash, in which 7 died, police said in a report published on Monday.", 7,
      "police"
    ),
    (
      "The death toll rose to 43, officials said, and more than 100 people are missing.", 100,
      "officials"
    ),
    ("The army told AFP 19 people had died.", 19, "army"),
    ("Figures released by the ministry showed 90 people had fled.", 90, "ministry"),
    ("According to a tally by Amnesty International, 31 people died.", 31, "Amnesty International"),
    ("The toll was put at 64 by police on Monday.", 64, "police"),
    ("The mayor said the figure of 17 given by the union was wrong, and 9 died.", 17, "union"),
    (
      "The attackers ranged from 80, the minister's estimate, to 300, the estimate of a shopkeeper.",
      300,
      "a shopkeeper"
    ),
    ("The government on Monday lowered the death toll from 57 to 42.", 57, "government"),
    ("The town office has since given a figure of 28 injured.", 28, "town office"),
    ("The organisers spoke of 400 marchers, the government of 80.", 80, "government"),
    ("Police have arrested 14 people over the robbery.", 14, "Police"),
    ("Some 50 pupils were freed, the minister said while receiving the children.", 50, "minister"),
    (
      "The toll rose to 31, said Mayor Ana Lima as crews searched on, and 9 are missing.", 31,
      "Ana Lima"
    ),
    ("Nine people were hurt, the mayor said after visiting the hospital.", 9, "mayor"),
    ("The blast killed nine, a doctor said when reached by telephone.", 9, "a doctor"),
    ("Two people were arrested, police said: a vendor and his son.", 2, "police"),
    ("Two people were arrested, an officer told reporters: a vendor and his son.", 2, "an officer"),
    (
      "The fire killed 14 people according to the police and 17 according to the hospital.", 14,
      "police"
    ),
    (
      "The fire killed 14 people according to the police and 17 according to the hospital.", 17,
      "hospital"
    ),
    ("The crash left 14 dead according to police, 17 according to doctors.", 17, "doctors"),
    (
      "The Platform for the Defence of Liberties said 12 people were arrested.", 12,
      "Platform for the Defence of Liberties"
    ),
    (
      "Nineteen miners were trapped, according to the owner, Ridgeline Corp.", 19, "Ridgeline Corp."
    ),
    ("The army at first reported 14 soldiers killed.", 14, "army"),
    ("State radio quoted the mayor as saying 8 had died and a union as saying 40.", 40, "a union"),
    ("Fresh figures from mayor Ana Lima: 25 people are in hospital.", 25, "Ana Lima"),
    ("He said that investigators believe six people were involved.", 6, "He"),
    ("Norvik Motors plans to lay off 400 workers.", 400, nil),
    ("These problems have led to a programme in which 400 jobs go.", 400, nil),
    ("An armed group claimed responsibility for a raid that freed 60 inmates.", 60, nil),
    ("A gunman killed 12 people on Monday. Another fled.", 12, nil),
    ("Officials said eight people died in the blaze. Another 14 were hurt.", 14, "Officials"),
    ("The ministry said 8 people died. In 2010, a fire there killed 30 people.", 30, nil),
    ("Analysts said it was a blow to the state. The blast killed 22 people.", 22, nil),
    ("The army said 8 people died. That makes 31 dead.", 31, "army"),
    ("A quake shook the valley. The Geophysical Office put it at 61.", 61, "Geophysical Office"),
    ("The mayor, Ana Lima, reported 31 deaths and 214 injured.", 214, "Ana Lima"),
    ("The police, which had reported 24 deaths, accepted the new figure.", 24, "police"),
    ("The loot was valued at 63 million by the insurers.", 63_000_000, "insurers"),
    ("The injured were put at 300 by the region and 214 by the hospital.", 214, "hospital"),
    ("At least 28 people were hurt. The government's figure is 17.", 17, "government"),
    ("By the union's count, 43 people died.", 43, "union"),
    ("A hospital spokesman was quoted as saying 40 had died.", 40, "A hospital spokesman"),
    ("Ana Lima was informed by the prosecutor that 52 were wounded.", 52, "prosecutor"),
    ("The owner denied reports that 14 people had died.", 14, "reports"),
    ("The minister denied that 700 people had been held.", 700, nil),
    ("Six people died, and not 7 as was reported, police said.", 7, nil),
    ("“Six people died, not 7,” Ana Lima said.", 7, "Ana Lima"),
    ("The union said 45 were hurt. On Friday it revised this to 41.", 41, "union"),
    ("The rebels stood by their figure of 61 dead.", 61, "rebels"),
    ("Police disputed its figure of 61 dead.", 61, nil),
    ("Ana Lima withdrew her statement of a day earlier that 22 people had died.", 22, "Ana Lima"),
    ("The coroner took back an announcement that 15 bodies had been found.", 15, "coroner"),
    ("The government, which until Tuesday had spoken of 4 deaths, counts six.", 4, "government"),
    ("The group itself has spoken of 3 attackers.", 3, "group itself"),
    ("The police said 21 had died, a rescue spokesman 24 and the hospital 27.", 27, "hospital"),
    ("A court on Tuesday sentenced 9 men to 11 years in prison.", 9, nil),
    (
      "The total of those on board, now put by the authorities at 171, is disputed.", 171,
      "authorities"
    ),
    ("The number of dead, revised by the coroner to 28, may change.", 28, "coroner"),
    ("The number of protesters, estimated by police at 64, grew.", 64, "police"),
    ("Some were freed, fewer than the 30 that officials had announced.", 30, "officials"),
    ("The 118 pupils whom the army claims to have freed are home.", 118, "army"),
    ("Twenty people died, not 30 as officials had said.", 30, "officials"),
    ("The crowd was big, with police putting it at 300.", 300, "police"),
    ("Doubts remain, with the opposition saying 40 people died.", 40, "opposition"),
    ("The judge on Monday sentenced nine men to 13 years in jail.", 13, "judge"),
    ("A court in Kolm fined him 500 euros.", 500, "A court in Kolm"),
    ("The army, which on Monday had spoken of 24 deaths, raised its count to 26.", 26, "army"),
    ("The army, which on Monday had spoken of 24 deaths, raised its count to 26.", 24, "army"),
    ("Prosecutors have lowered the figure to 19 from an earlier 24.", 24, "Prosecutors"),
    ("The government has lowered to 40 the number of people killed.", 40, "government"),
    ("The mayor took back his claim that 22 people had died.", 22, "mayor"),
    ("The ministry's toll is 11 dead, 84 injured and 3 missing.", 84, "ministry"),
    ("Five people died in the village of Kolma, the mayor said.", 5, "mayor"),
    (
      "Norvik, the county's largest employer, will cut 900 jobs, the Danish company said.", 900,
      "Norvik"
    ),
    (
      "\"They are here,\" said Prime Minister Ana Lima. The PM said 40 people were hurt.", 40,
      "Ana Lima"
    ),
    ("\"We killed 60 of them,\" said a man calling himself Rui Sol.", 60, "Rui Sol"),
    ("Paris protests: 118 people let go after talks.", 118, nil),
    (
      "The state says it freed 621 people, but Foro Libre has been able to confirm only 383.", 383,
      "Foro Libre"
    ),
    ("The army said 21 men were held, while the union knows of 40.", 40, "union"),
    ("Police have detained 12 suspects over the attack, including 2 women.", 2, "Police"),
    ("Of the 148, the report says, 39 got away.", 39, "report"),
    (
      "Ana Lima, the state examiner, spoke. Nine people were hurt, according to the state.", 9,
      "state"
    ),
    ("An inquiry found that 148 pupils were kidnapped.", 148, "An inquiry"),
    ("Seven people were hurt, Principal Secretary (Health) Ana Lima said.", 7, "Ana Lima"),
    ("Seven people were hurt, said Inspector General (Traffic) Rui Sol.", 7, "Rui Sol"),
    ("The toll was put by Secretary (Relief) Ana Lima at 36.", 36, "Ana Lima"),
    ("Police held nine, the Public Relations Officer (PRO), Rui Sol, said.", 9, "Rui Sol"),
    ("Arrests now total nine, Mayor Ana Lima said.", 9, "Ana Lima"),
    ("Eleven died, a source who asked not to be named said.", 11, "a source"),
    ("An aide who declined to be identified put the toll at 17.", 17, "An aide"),
    ("Eleven died, a diplomat, speaking on condition of anonymity, said.", 11, "a diplomat"),
    ("Eleven died, Ana Lima, a nurse at the clinic, said by phone.", 11, "Ana Lima"),
    ("Eleven people, Ana Lima, head of the clinic, said, were hurt.", 11, "Ana Lima"),
    ("Eleven died, Ana Lima, 54, who runs the clinic, said.", 11, "Ana Lima"),
    ("There were 66 people on board, said the coast guard.", 66, "coast guard"),
    ("Eleven people died, state media quoted Rui Sol as saying.", 11, "Rui Sol"),
    ("State radio, citing the Minister for Health, Ana Lima, reported 12 deaths.", 12, "Ana Lima"),
    ("The prison service said 58 of the 312 who fled have been caught.", 312, "prison service"),
    ("Ana Lima said only 13 deaths had been confirmed by the doctors.", 13, "Ana Lima"),
    ("The search goes on, according to Ana Lima, a lawyer, who said 90 were free.", 90, "Ana Lima"),
    ("Ana Lima, who said that 83 were hurt, 52 of them badly, left.", 52, "Ana Lima"),
    ("It was late, with Ana Lima, the mayor, saying 21 had died.", 21, "Ana Lima"),
    ("A spokesman for the ministry gave a toll of nine dead.", 9, "A spokesman for the ministry"),
    ("Seven men took part, all of them in white overalls, said Rui Sol.", 7, "Rui Sol"),
    ("Figures from the ministry show 14 people died.", 14, "ministry"),
    ("Sums range from 9 million, reported by Reuters that day, to 20 million.", 20_000_000, nil),
    ("Halvorsen chief operating officer Nils Berg said 14 had died.", 14, "Nils Berg"),
  ]

  @Test(arguments: examples)
  func `a figure is its last teller's`(_ text: String, _ number: Int, _ origin: String?) throws {
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text)))
    let claim = try #require(
      reading.claims.first { $0.proposition.quantity?.stated == ExactNumber(number) })
    #expect((claim.chain.count > 1 ? claim.chain.last?.speaker.name : nil) == origin)
  }
}
