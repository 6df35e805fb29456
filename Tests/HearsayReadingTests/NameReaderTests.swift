import HearsayCore
import HearsayReading
import HearsayRules
import HearsayTestSupport
import Testing

struct NameReaderTests {
  static let rules = Result { try testRules() }

  static func read(_ text: String, _ rules: RuleSet? = nil) throws -> Reading {
    var reader = Reader(rules: try rules ?? Self.rules.get())
    return reader.read(Article(text: SourceText(name: "test", text: text)))
  }

  static let borders = [
    "On Tuesday ⟦Ana Vega⟧ met ⟦Luis Ortiz⟧ in ⟦Ostrey⟧.",
    "The ⟦Bank of England⟧ and the ⟦European Central Bank⟧ waited.",
    "The ⟦Department of Health and Human Services⟧ paid.",
    "He left ⟦King's College⟧ for the ⟦Workers' Party⟧ in May.",
    "⟦AT&T⟧ and ⟦Johnson & Johnson⟧ rose on Monday.",
    "Ministers flew to ⟦The Hague⟧ with ⟦Marta O’Brien⟧ and ⟦Jean-Pierre Roux⟧.",
    "A cell of ⟦al-Qaeda⟧ was led by ⟦Omar bin Talal⟧, who fled.",
    "Then ⟦Pilar de la Cruz⟧ spoke; ⟦De la Cruz⟧ thanked ⟦Ursula von der Leyen⟧.",
    "⟦Venezuela⟧'s foreign minister met ⟦John F. Adams Jr.⟧ on Friday.",
    "⟦Kim Jong-il⟧ ruled; the ⟦US⟧-led force did not.",
    "He told us that ⟦US⟧ troops and the ⟦WHO⟧ had come, and asked who would pay.",
    "“⟦Velisar⟧ knows,” ⟦Velisar⟧’s aide said.",
    "⟦Hadrek⟧, ⟦Quist⟧ and ⟦Velisar⟧ met.",
  ]

  @Test(arguments: borders)
  func `draws the borders of a name`(_ marked: String) throws {
    let marked = MarkedText(marked)
    let names = try Self.read(marked.text).names.map { $0.range.start..<$0.range.end }
    #expect(names == marked.answers)
  }

  static let nameless = [
    "However, the police said nothing. Critics disagree.",
    "Hundreds of families waited. Asked why, officials left.",
    "On Monday in March he said that I was right.",
    "Relatives of the dead were told on Sunday. Heavy rain fell.",
    "This is NOT a drill.",
  ]

  @Test(arguments: nameless)
  func `takes no everyday word for a name`(_ text: String) throws {
    let reading = try Self.read(text)
    #expect(reading.names.map { reading.entities[$0.entity].canonical } == [])
  }

  static let kinds: [(text: String, name: String, kind: EntityClass)] = [
    ("Interior Minister Tomas Hadrek spoke.", "Tomas Hadrek", .person),
    ("Mr. Vorn left.", "Vorn", .person),
    ("Opposition leader Davor Kell left.", "Davor Kell", .person),
    ("Yesterday Selma Orrin, 58, a farmer, died.", "Selma Orrin", .person),
    ("They met at the Tessmar Water Authority.", "Tessmar Water Authority", .organisation),
    ("She works for Orlix Inc. in the north.", "Orlix Inc.", .organisation),
    ("He read it in the Ostrey Post.", "Ostrey Post", .organisation),
    ("They crossed the Ammel River at dawn.", "Ammel River", .place),
    ("Houses in Brask were damaged.", "Brask", .place),
    ("Water rose near Harn, a town in the hills.", "Harn", .place),
    ("On Monday the Spanish government agreed.", "Spanish government", .organisation),
    ("The new Airbus A380 landed.", "Airbus A380", .other),
    ("Two Spaniards were freed.", "Spaniard", .other),
  ]

  @Test(arguments: kinds)
  func `tells persons, bodies and places`(
    _ text: String, _ name: String, _ kind: EntityClass
  ) throws {
    let entities = try Self.read(text).entities
    #expect(entities.first { $0.canonical == name }?.kind == kind, "\(entities)")
  }

  static let roles: [(text: String, role: String, organisation: String?)] = [
    ("Ana Vega, director of Foro Nuevo, said so.", "director of Foro Nuevo", "Foro Nuevo"),
    ("The director of Foro Nuevo, Ana Vega, said so.", "director of Foro Nuevo", "Foro Nuevo"),
    ("State Department spokeswoman Ana Vega said so.", "spokeswoman", "State Department"),
    ("State Department Spokeswoman Ana Vega said so.", "Spokeswoman", "State Department"),
    ("Secretary of State Ana Vega said so.", "Secretary of State", nil),
    ("The former interior minister Ana Vega said so.", "former interior minister", nil),
    ("The country's president, Ana Vega, said so.", "president", nil),
  ]

  @Test(arguments: roles)
  func `keeps role and body of a person`(
    _ text: String, _ role: String, _ organisation: String?
  ) throws {
    let person = try Self.read(text).entities.first { $0.canonical == "Ana Vega" }
    #expect(person?.role == role)
    #expect(person?.organisation == organisation)
  }

  static let joined: [(text: String, short: String, full: String)] = [
    ("Ana Vega came. Later Vega left.", "Vega", "Ana Vega"),
    ("In May Vega came. Then Ana Vega left.", "Vega", "Ana Vega"),
    ("In May Ana Rodríguez came. But Rodriguez left.", "Rodriguez", "Ana Rodríguez"),
    ("In May Rocío San Miguel came. Ms. San Miguel left.", "San Miguel", "Rocío San Miguel"),
    ("The Valley Relief Society (VRS) came. The VRS left.", "VRS", "Valley Relief Society"),
    ("The U.S. and the United States.", "U.S.", "United States"),
    (
      "The US State Department said so; the State Department denied it.", "US State Department",
      "State Department"
    ),
    ("BRASK — In Brask they wept.", "BRASK", "Brask"),
  ]

  @Test(arguments: joined)
  func `joins short and full name inside an article`(
    _ text: String, _ short: String, _ full: String
  ) throws {
    let reading = try Self.read(text)
    let bearers = reading.entities.filter { $0.canonical == full }
    #expect(bearers.count == 1)
    #expect(bearers.first?.aliases.contains(short) == true, "\(reading.entities)")
    #expect(reading.entities.count == 1)
  }

  @Test func `leaves a surname with two bearers open`() throws {
    let reading = try Self.read("Ana Vega met Luis Vega. Later Vega left.")
    let open = reading.entities.first { $0.canonical == "Vega" }
    #expect(open?.candidates == ["Ana Vega", "Luis Vega"])
  }

  @Test func `leaves a family open`() throws {
    let reading = try Self.read("Ana Vega met Luis Vega. Neighbours praised the Vegas.")
    #expect(reading.entities.last?.candidates == ["Ana Vega", "Luis Vega"])
  }

  @Test func `takes the body a story's person speaks for from its role`() throws {
    let rules = try testRules("rules/korrin-valley.yaml")
    let reading = try Self.read("On Friday Ilse Marend spoke.", rules)
    #expect(reading.entities.first?.organisation == "Civil Protection Office")
  }

  @Test func `does not resolve a surname that the story calls ambiguous`() throws {
    let rules = try testRules("rules/venezuela.yaml")
    let text = "On Monday Jorge Rodríguez spoke. Rodríguez and the Penal Forum left with Trump."
    let reading = try Self.read(text, rules)
    #expect(
      reading.entities.map(\.canonical)
        == ["Jorge Rodríguez", "Rodríguez", "Foro Penal", "Donald Trump"])
    #expect(reading.entities[1].candidates == ["Jorge Rodríguez"])
    #expect(reading.entities[0].role == "president of the National Assembly")
  }

  @Test func `knows he and she by title, role and given name`() throws {
    let reading = try Self.read("Mr. Vorn, Ana Vega and spokeswoman Kim Sandor came.")
    #expect(reading.entities.map(\.gender) == [.male, .female, .female])
  }

  @Test func `stands any bytes`() throws {
    var reader = Reader(rules: try Self.rules.get())
    var state: UInt64 = 42
    let pieces = [
      "Mr ", "de la ", "al-", "'s ", "New York ", "of ", "President ", "\n\n", "É", ", ",
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let roll = Int(truncatingIfNeeded: state >> 33)
        if roll % 3 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: roll >> 4))
        } else {
          bytes += Array(pieces[(roll >> 4) % pieces.count].utf8)
        }
      }
      let reading = reader.read(Article(text: SourceText(name: "noise", bytes: bytes)))
      var last = 0
      for name in reading.names {
        #expect(name.range.start >= last && name.range.end <= bytes.count)
        #expect(reading.entities.indices.contains(name.entity))
        last = name.range.end
      }
    }
  }
}
