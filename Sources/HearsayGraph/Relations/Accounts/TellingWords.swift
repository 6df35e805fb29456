import HearsayCore

// What the words of a telling say of how it stands to other numbers.

extension Claim {
  /// Whether its speaker rejects the number as somebody else's: `the figure of 17 is baseless`.
  func saysRejected(_ rules: GraphRules) -> Bool {
    guard chain.count > 1 else { return false }
    if origin.strength == .disputing { return true }
    return !Set(foldedWords(sentence.text)).isDisjoint(with: rules.rejectedWords)
  }

  /// Whether its words only fear or expect the number: `60 are feared dead`.
  func saysFeared(_ rules: GraphRules) -> Bool {
    let (before, after) = wordsAround(3, 4)
    return (before + after).contains(where: rules.fearedWords.contains)
  }

  /// Whether its sentence says that a number has moved: `now`, `risen`, `gone up`.
  func saysUpdated(_ rules: GraphRules) -> Bool {
    let words = Set(foldedWords(sentence.text))
    return !words.isDisjoint(with: rules.updates) || !words.isDisjoint(with: rules.revisions)
  }

  /// Whether its sentence says that a number was put right: `corrected`, `counted twice`.
  func saysRevised(_ rules: GraphRules) -> Bool {
    !Set(foldedWords(sentence.text)).isDisjoint(with: rules.revisions)
  }

  /// Whether its words set the number against another one: `the police figure was lower`.
  func saysContrast(_ rules: GraphRules) -> Bool {
    let (before, after) = wordsAround(12, 6)
    return (before + after).contains(where: rules.accounts.contrasts.contains)
  }

  /// Whether somebody gives it up: `which had counted 24, accepted the new figure`.
  func saysGivenUp(_ rules: GraphRules) -> Bool {
    foldedWords(sentence.text).contains(where: rules.accounts.retractions.contains)
  }

  /// Whether it counts those who came to a hospital.
  func saysAdmitted(_ rules: GraphRules) -> Bool {
    let (before, after) = wordsAround(9, 9)
    return (before + after).contains(where: rules.accounts.wards.contains)
  }

  /// The hour and minute with which its sentence begins, as paragraphs of a live page do: `14:30`,
  /// `9.10am:`; in minutes.
  var stamp: Int? {
    var digits: [Int] = []
    var parts: [Int] = []
    var rest = sentence.text.utf8.prefix(12)[...]
    while let byte = rest.first {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits.count < 2 {
        digits.append(Int(byte - UInt8(ascii: "0")))
      } else if parts.isEmpty, !digits.isEmpty,
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      {
        parts.append(digits.reduce(0) { $0 * 10 + $1 })
        digits = []
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard let hour = parts.first, hour < 24, digits.count == 2, let end = rest.first else {
      return nil
    }
    let minute = digits[0] * 10 + digits[1]
    let isAfternoon = rest.starts(with: "pm".utf8) || rest.starts(with: " pm".utf8)
    let isMorning = rest.starts(with: "am".utf8) || rest.starts(with: " am".utf8)
    let isBorder = end == UInt8(ascii: " ") || end == UInt8(ascii: ":")
    guard minute < 60, isBorder || isAfternoon || isMorning else { return nil }
    return (isAfternoon && hour < 12 ? hour + 12 : hour) * 60 + minute
  }
}
