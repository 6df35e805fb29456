import HearsayText

/// What follows a verb, after adjuncts are passed over.
enum Frame: Hashable, Sendable {
  /// A noun group whose head is a saying: `made a claim`.
  case speechNoun
  /// Whose head is one who says: `is a critic of`.
  case agentNoun
  case that, clause, nounGroup, infinitive, wh, quote, ing, verb, end, subordinator, other
  case preposition(WordID)

  /// A frame by its name in the rules; any other word is a preposition.
  init(_ name: String, _ lexicon: inout Lexicon) {
    self = Self.named.first { $0.name == name }?.frame ?? .preposition(lexicon.word(name))
  }

  /// A number of its own.
  var key: UInt64 {
    switch self {
    case .speechNoun: 0
    case .agentNoun: 1
    case .that: 2
    case .clause: 3
    case .nounGroup: 4
    case .infinitive: 5
    case .wh: 6
    case .quote: 7
    case .ing: 8
    case .verb: 9
    case .end: 10
    case .subordinator: 11
    case .other: 12
    case .preposition(let word): 1 << 32 | UInt64(word)
    }
  }

  /// Its name in the rules.
  func name(_ lexicon: Lexicon) -> String {
    if case .preposition(let word) = self { return lexicon.text(word) }
    return Self.named.first { $0.frame == self }?.name ?? ""
  }

  private static let named: [(name: String, frame: Frame)] = [
    ("that", .that), ("clause", .clause), ("np", .nounGroup), ("np-speech", .speechNoun),
    ("np-agent", .agentNoun),
    ("infinitive", .infinitive), ("wh", .wh), ("quote", .quote), ("ing", .ing), ("verb", .verb),
    ("end", .end), ("sub", .subordinator), ("other", .other),
  ]
}
