import HearsayCore
import HearsayRules
import HearsayText

/// A bearer that the rules list.
struct KnownBearer: Sendable {
  var canonical: String
  var kind: EntityClass
  var role: String?
  /// The body it speaks for: a canonical name.
  var organisation: String?
  /// The place whose people the word means: `Venezuela` for `Venezuelan`.
  var homeland: String?
  var fromStory = false
  /// Whether the rules leave the kind open.
  var openKind = false
}

/// The bearers the rules list, found by the first word of each form.
struct KnownBearers: Sendable {
  /// How a word of a form must be written.
  enum Shape: Sendable { case any, capital, allCapitals }

  struct Form: Sendable {
    var words: [WordID]
    var shapes: [Shape]
    var row: Int
  }

  /// A form as it is looked for: words and shapes lie one after another in one array.
  fileprivate struct FiledForm: Sendable {
    var start: Int32
    var count: Int32
    var row: Int32
  }

  private(set) var rows: [KnownBearer] = []
  /// The forms by their first word while they are collected; empty afterwards.
  private var forms: WordMap<[Form]> = [:]
  private var firsts: Set<WordID> = []
  /// By first word, the longest first.
  fileprivate var filed: WordMap<Range<Int>> = [:]
  fileprivate var filedForms: [FiledForm] = []
  fileprivate var words: [(word: WordID, shape: Shape)] = []

  /// Takes over `names` and `outlets` of a story.
  mutating func addStory(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    for entry in rules["names"].entries {
      let type = entry.value["type"].text
      let kind = Self.kind(type)
      let bearer = KnownBearer(
        canonical: entry.key, kind: kind ?? .other, role: entry.value["role"].text,
        fromStory: true, openKind: kind == nil)
      add(bearer, [entry.key] + entry.value["aliases"].words, &lexicon)
    }
    addOrganisations(rules)
    for outlet in rules["outlets"].words {
      let bearer = KnownBearer(canonical: outlet, kind: .organisation, fromStory: true)
      add(bearer, [outlet], &lexicon)
    }
  }

  /// The body a story's person speaks for: as the story says, else the one its role ends in, as in
  /// `spokeswoman for the Civil Protection Office`.
  private mutating func addOrganisations(_ rules: RuleSet) {
    let bodies = rules["names"].entries.filter {
      Self.kind($0.value["type"].text) == .organisation
    }
    for row in rows.indices where rows[row].kind == .person {
      let given = rules["names"][rows[row].canonical]["organisation"].text
      guard let role = rows[row].role, given == nil else {
        rows[row].organisation = given
        continue
      }
      rows[row].organisation =
        bodies.first { body in
          ([body.key] + body.value["aliases"].words).contains { role.hasSuffix(" " + $0) }
        }?.key
    }
  }

  /// Takes over countries, places, organisations and outlets of the language layer.
  mutating func addGeneral(_ section: RuleNode, _ lexicon: inout Lexicon) {
    addMap(section["organisations"], .organisation, &lexicon)
    addMap(section["outlets"], .organisation, &lexicon)
    addMap(section["place-aliases"], .place, &lexicon)
    for country in section["countries"].entries {
      add(KnownBearer(canonical: country.key, kind: .place), [country.key], &lexicon)
      addPeople(country.value.words, homeland: country.key, &lexicon)
    }
    for place in section["places"].words {
      add(KnownBearer(canonical: place, kind: .place), [place], &lexicon)
    }
    for people in section["peoples"].words { addPeople([people], homeland: nil, &lexicon) }
  }

  private mutating func addMap(
    _ node: RuleNode, _ kind: EntityClass, _ lexicon: inout Lexicon
  ) {
    for entry in node.entries {
      add(
        KnownBearer(canonical: entry.key, kind: kind), [entry.key] + entry.value.words, &lexicon)
    }
  }

  private mutating func addPeople(
    _ people: [String], homeland: String?, _ lexicon: inout Lexicon
  ) {
    for word in people {
      let bearer = KnownBearer(canonical: word, kind: .other, homeland: homeland ?? "")
      add(bearer, [word, word + "s"], &lexicon)
    }
  }

  private mutating func add(
    _ bearer: KnownBearer, _ names: [String], _ lexicon: inout Lexicon
  ) {
    for name in names {
      var tokens: [Token] = []
      tokenise(Array(name.utf8).span, into: &tokens, lexicon: &lexicon)
      let form = Form(
        words: tokens.map(\.word), shapes: tokens.map(Self.shape), row: rows.count)
      file(form)
      let folded = form.words.map { lexicon.foldedWord($0) }
      if folded != form.words { file(Form(words: folded, shapes: form.shapes, row: rows.count)) }
    }
    rows.append(bearer)
  }

  private mutating func file(_ form: Form) {
    guard let first = form.words.first else { return }
    firsts.insert(first)
    forms[first, default: []].append(form)
  }

  /// Marks the first words; within a first word the longest form comes first, then file order.
  mutating func close(_ lexicon: inout Lexicon) {
    for first in firsts.sorted() {
      let small = (forms[first] ?? []).contains { $0.shapes.first == .any }
      lexicon.update(first) { $0.tags.add(small ? .nameKnown | .nameKnownLower : .nameKnown) }
      let inOrder = (forms[first] ?? []).enumerated().sorted {
        let sizes = ($0.element.words.count, $1.element.words.count)
        return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0.offset < $1.offset
      }
      file(inOrder.map(\.element), under: first)
    }
    forms = [:]
  }

  private mutating func file(_ inOrder: [Form], under first: WordID) {
    let start = filedForms.count
    for form in inOrder {
      filedForms.append(
        FiledForm(
          start: Int32(truncatingIfNeeded: words.count),
          count: Int32(truncatingIfNeeded: form.words.count),
          row: Int32(truncatingIfNeeded: form.row)))
      words += zip(form.words, form.shapes).map { ($0, $1) }
    }
    filed[first] = start..<filedForms.count
  }

  private static func shape(_ token: Token) -> Shape {
    if token.flags.contains(.allCapitals) { return .allCapitals }
    return token.flags.contains(.capital) ? .capital : .any
  }

  /// What the `type` of a story's name says.
  static func kind(_ type: String?) -> EntityClass? {
    switch type {
    case "person": .person
    case "place": .place
    case nil: nil
    case "other": .other
    default: .organisation
    }
  }
}

extension NameText {
  /// The longest listed form that starts at `token`, and where it ends.
  func listed(at token: Int, before end: Int) -> (row: Int, end: Int)? {
    let word = tokens[token].word
    let tags = lexicon.tags(word)
    // Most tokens are in lower case, and few listed names begin with such a word.
    guard tokens[token].flags.contains(.capital) || tags.has(.nameKnownLower) else { return nil }
    let folded = lexicon.folded(word)
    guard tags.has(.nameKnown) || lexicon.tags(folded).has(.nameKnown) else { return nil }
    if let found = listed(filedUnder: word, token, end) { return found }
    return word == folded ? nil : listed(filedUnder: folded, token, end)
  }

  private func listed(
    filedUnder first: WordID, _ token: Int, _ end: Int
  ) -> (row: Int, end: Int)? {
    for row in tables.known.filed[first] ?? 0..<0 where fits(row, token, end) {
      let form = tables.known.filedForms[row]
      return (Int(form.row), token + Int(form.count))
    }
    return nil
  }

  private func fits(_ row: Int, _ token: Int, _ end: Int) -> Bool {
    let form = tables.known.filedForms[row]
    guard token + Int(form.count) <= end else { return false }
    for offset in 0..<Int(form.count) {
      let there = tokens[token + offset]
      let (word, shape) = tables.known.words[Int(form.start) + offset]
      switch shape {
      case .any: break
      case .capital: guard there.flags.contains(.capital) else { return false }
      case .allCapitals: guard there.flags.contains(.allCapitals) else { return false }
      }
      guard there.word == word || lexicon.folded(there.word) == word else { return false }
    }
    return true
  }
}
