import Testing

/// Figures that stand in the sentences of those asked for and are none of them.
struct AskedBystandersTests {
  typealias Asks = AskedWordsTests.Asks

  static let asks: [Asks] = [
    Asks(
      ask: "killed",
      sentences: [
        "The blast killed ⟦14⟧ people.",
        "The mayor confirmed the deaths at a vigil attended by some 1,500 people.",
        "A team of 140 people dug for the bodies of the ⟦15⟧ dead.",
      ]),
    Asks(
      ask: "rescued",
      sentences: [
        "Divers rescued ⟦31⟧ people.",
        "A rescue team of 140 people has been sent to the site.",
        "The neighbours offered 52 rescue workers with four dogs.",
        "A squad of 60 men pulled ⟦29⟧ people out alive.",
        "The ministry deployed 200 soldiers to rescue them.",
      ]),
    Asks(
      ask: "passengers",
      sentences: [
        "A train with ⟦212⟧ passengers left the rails on Monday.",
        "The line carries some 23,000 people a day.",
      ]),
    Asks(
      ask: "cases",
      sentences: [
        "The agency recorded ⟦318⟧ cases of cholera.",
        "The agency confirmed ⟦402⟧ infections.",
        "It said 133 patients had recovered.",
        "The clinic has eight beds and over 90 patients.",
        "The commissioner, who had confirmed six deaths, accepted the count of ⟦541⟧ cases.",
      ]),
    Asks(
      ask: "arrested",
      sentences: [
        "Police arrested ⟦11⟧ men on Monday.",
        "She said 27 bodies had been brought in.",
        "⟦12⟧ men were arrested with 40 litres of petrol.",
        "Some 400 officers swooped on 31 homes and arrested ⟦26⟧ people.",
      ]),
    Asks(
      ask: "trapped",
      sentences: [
        "⟦13⟧ miners are trapped underground.",
        "The company said 74 employees were below ground when the loader caught fire.",
        "The union put the number underground at the time at 66.",
        "Rescuers reached the place where ⟦14⟧ men are trapped.",
      ]),
    Asks(
      ask: "released",
      sentences: [
        "⟦46⟧ people were released on Monday.",
        "Seven protesters were denied bail.",
      ]),
  ]

  @Test(arguments: asks) func `leaves out who only stands beside them`(_ asks: Asks) throws {
    try AskedWordsTests.check(asks)
  }
}
