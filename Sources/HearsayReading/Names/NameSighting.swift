import HearsayCore

/// A stretch of words that names somebody or something, before it is known whom.
struct NameSighting {
  /// The words of the name.
  var tokens: TokenRange
  /// The rule that found it.
  var rule: String
  /// The row of the listed bearer it names.
  var known: Int?
  /// What speaks for each class.
  var evidence = NameClassEvidence()
  /// The role said of it here.
  var role: TokenRange?
  /// The words of the body that the role is held in; a sighting of its own.
  var organisation: TokenRange?
  /// He or she, where a title, a role or a given name says so.
  var gender: Gender?
  /// Whether a title stands before it.
  var titled = false
  /// Whether it stands in a line that names the writers.
  var inByline = false
  /// The row of its sentence.
  var sentence: Int
}

/// What speaks for each class of bearer; the sums over an article decide.
struct NameClassEvidence {
  var person = 0
  var body = 0
  var place = 0
  var other = 0

  mutating func add(_ more: NameClassEvidence) {
    person += more.person
    body += more.body
    place += more.place
    other += more.other
  }

  /// The class with most evidence; `nil` when nothing speaks for any.
  var best: EntityClass? {
    let most = max(person, body, place, other)
    guard most > 0 else { return nil }
    if person == most { return .person }
    if body == most { return .organisation }
    return place == most ? .place : .other
  }
}
