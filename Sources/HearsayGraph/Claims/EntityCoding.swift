import HearsayCore

/// The entities of an article as bytes; their words lie in `strings`.
func encodedEntities(_ entities: [Entity], _ strings: inout Interner) -> [UInt8] {
  guard !entities.isEmpty else { return [] }
  var out = ByteWriter()
  func add(_ text: String?) { out.number(text.map { Int(strings.intern($0)) + 1 } ?? 0) }
  func add(_ texts: [String]) {
    out.number(texts.count)
    for text in texts { add(text) }
  }
  out.number(entities.count)
  for entity in entities {
    add(entity.canonical)
    let gender: UInt8 = entity.gender.map { $0 == .male ? 2 : 4 } ?? 0
    out.byte(EntityClass.allCases.code(of: entity.kind) << 4 | gender | (entity.isWriter ? 1 : 0))
    add(entity.aliases)
    add(entity.role)
    add(entity.organisation)
    add(entity.candidates)
  }
  return out.exact
}

/// The entities that ``encodedEntities(_:_:)`` wrote.
func decodedEntities(_ bytes: [UInt8], _ strings: Interner) -> [Entity] {
  guard !bytes.isEmpty else { return [] }
  var input = ByteReader(bytes, at: 0)
  func text() -> String? {
    let code = input.number()
    return code == 0 ? nil : strings[Int32(truncatingIfNeeded: code - 1)]
  }
  func texts() -> [String] { (0..<input.number()).map { _ in text() ?? "" } }
  return (0..<input.number()).map { _ in
    let name = text() ?? ""
    let flags = input.byte()
    let aliases = texts()
    let (role, body) = (text(), text())
    let gender: Gender? = flags & 2 != 0 ? .male : flags & 4 != 0 ? .female : nil
    var entity = Entity(
      canonical: name, kind: EntityClass.allCases.element(flags >> 4), aliases: aliases,
      role: role, organisation: body, candidates: texts(), gender: gender)
    entity.isWriter = flags & 1 == 1
    return entity
  }
}
