import Testing

/// What happened to others: told in an article of a bomb at Garwa market.
struct OtherEventElsewhereTests {
  static let others = [
    // Storms and the like by their own names.
    "Cyclone Berta left ⟦121⟧ dead on the coast. Hurricane Otto killed ⟦40 people⟧.",
    "Tropical Storm Lena killed ⟦88 people⟧ across the region.",
    "Typhoon Mira, which struck in August, drowned ⟦31 fishermen⟧.",
    "Hurricane Otto was followed by floods that killed ⟦nine⟧.",
    // Another one, told with when it was.
    "Some of the bodies came from another wreck a week earlier in which ⟦eight people⟧ died.",
    "The morgue still holds victims of an earlier shipwreck in which ⟦14 people⟧ drowned.",
    "The state has recorded ⟦401 suspected cases⟧ and ⟦21 deaths⟧ in a separate outbreak.",
    "Police said ⟦six men⟧ had been killed in an unrelated shooting.",
    "⟦Nine people⟧ were killed in another blast last month.",
    "The hospital is still treating ⟦30 people⟧ hurt in an earlier attack.",
    "Soldiers detained ⟦12 people⟧ during a previous raid.",
    // At a place of its own.
    "The market had taken in families after the eruption of Mount Sarak last month, which killed ⟦two⟧.",
    "Officials recalled the collapse of the Doro bridge in March, in which ⟦19 people⟧ died.",
    "The crash at Kilba in April, which killed ⟦33 traders⟧, is still being studied.",
    "The bus station fire in Potiskum last month, which hurt ⟦70⟧, began in a kitchen.",
    // So many years since.
    "It is 28 years since a gunman killed ⟦35 people⟧ in the same street.",
    "It is three decades since soldiers shot ⟦200 villagers⟧ there.",
    // Another country.
    "The bombers were inspired by events in Somalia, where ⟦60 people⟧ have been killed.",
    "The attack recalls those in Somalia, where ⟦some 300 people⟧ died.",
    "Attacks in Somalia began in June. Police there arrested ⟦270 people⟧ on one day.",
    "In neighbouring Chad, weeks of raids emptied the markets. ⟦At least 50 people⟧ have been killed there since June.",
    // Over years.
    "In the year to March, the force made ⟦903 arrests⟧.",
    "Over the 32 years of independence ⟦more than 170,000 people⟧ have been released.",
    "The war has killed ⟦tens of thousands of people⟧ and uprooted ⟦over 12 million⟧.",
    "The office recorded ⟦3,384 civilian deaths⟧ in the first six months of the year.",
    "During the three decades of military rule ⟦4,000 people⟧ were executed.",
    "Throughout the ten years of the insurgency ⟦35,000 people⟧ have died.",
    // Where people met.
    "The search went on after protests by relatives, at which police arrested ⟦six people⟧.",
    "Of ⟦17 people⟧ detained at a protest in the town, most were students.",
    "Police arrested ⟦four people⟧ at a vigil outside the mosque.",
    "⟦Eleven people⟧ were arrested during a rally against the governor.",
    "⟦Three suspects⟧ died in a shoot-out with the police.",
    "Two men he called suspects were killed: ⟦two suspects⟧ died in a raid on a farm.",
  ]

  @Test(arguments: others)
  func `what happened to others is no figure of this one`(_ text: String) throws {
    #expect(try OtherEventTests.figures(text).allSatisfy { $0 })
  }

  static let own = [
    "⟦Nine people⟧ were killed in another blast minutes later.",
    "He took ⟦12 of the wounded⟧ to another hospital in Garwa.",
    "The collapse of the hall, in which ⟦24 people⟧ died, is being studied.",
    "The wounded were taken to Maru, where ⟦three⟧ died.",
    "There were ⟦24 dead⟧, a doctor at the Maru clinic said. The clinic there had ⟦40⟧ wounded.",
    "It is two days since the bomb killed ⟦24 people⟧.",
    "The bomb at Garwa on Tuesday, which killed ⟦24 people⟧, was hidden in a cart.",
    "In the hours before, the market had been full; ⟦24 people⟧ died.",
    "Police arrested ⟦four men⟧ at a house in the town.",
    "Police arrested ⟦six people⟧ at the market.",
    "Relatives held a protest on Wednesday. ⟦24 people⟧ were killed in the attack.",
    "Storm clouds hung over the town as ⟦24 people⟧ were buried.",
    "The separate wards of the hospital took in ⟦31 people⟧.",
  ]

  @Test(arguments: own)
  func `what befell the story's own is its own`(_ text: String) throws {
    #expect(try OtherEventTests.figures(text).allSatisfy { !$0 })
  }
}
