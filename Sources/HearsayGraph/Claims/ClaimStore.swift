package import HearsayCore
internal import Synchronization

/// The claims of a graph by row: kept as bytes, made when somebody asks, the last ones kept.
///
/// A claim as a value takes a thousand bytes and more; here it takes some 150, its words lie in the
/// article or once in a table.
package struct ClaimStore: RandomAccessCollection, Sendable {
  package typealias Indices = Range<Int>

  /// What was read in one article.
  private struct Page: Sendable {
    var bytes: [UInt8]
    var article: [UInt8]
    var entities: [UInt8]
  }

  private var shared = SharedValues()
  private var pages: [Page] = []
  /// Where each claim begins in the bytes of its page, and which page that is.
  private var starts: [Int32] = []
  private var pageOf: [Int32] = []
  /// Where each claim stands in its article: answers are sorted by it.
  private var spans: [ByteRange] = []
  /// For each article its rows.
  package private(set) var rows: [Range<Int>] = []
  private var cache = ClaimCache()
  /// What a claim says by topic or predicate and whom it counts, and to whom with a name it goes
  /// back: answered without making the claim.
  private var meanings = SharedTable<MeaningKey>()
  private var speakers = SharedTable<Speaker>()
  /// The words for those counted.
  private var counted = SharedTable<[String]>()
  /// The topics, and for each claim whether it is a figure and which topic it falls under.
  private var topics: [String] = []
  private var sorts: [Int16] = []

  package var startIndex: Int { 0 }
  package var endIndex: Int { starts.count }

  /// A claim, without the rules that took part: ``trail(of:)`` reads them.
  package subscript(row: Int) -> Claim {
    precondition(starts.indices.contains(row), "a row of a claim")
    if let known = cache.claim(row) { return known }
    let claim = decoded(row)
    cache.keep(claim, row)
    return claim
  }

  /// The claim in a row with the rules that took part.
  package func whole(_ row: Int) -> Claim { decoded(row, withTrail: true) }

  /// The rules that took part in a claim, in order; few answers ask for them.
  package func trail(of row: Int) -> [RuleFiring] { whole(row).trail }

  private func decoded(_ row: Int, withTrail: Bool = false) -> Claim {
    let document = Int(pageOf[row])
    let page = pages[document]
    var decoder = ClaimDecoder(page.bytes, at: Int(starts[row]), article: page.article, shared)
    return decoder.claim(
      document: document, first: rows[document].lowerBound, withTrail: withTrail)
  }

  /// The id of a claim, without making the claim.
  package func id(of row: Int) -> UInt64 {
    ClaimDecoder.id(in: pages[Int(pageOf[row])].bytes, at: Int(starts[row]))
  }

  package func ids(ofDocument document: Int) -> [UInt64] { rows[document].map { id(of: $0) } }

  /// Where a claim stands in its article.
  func span(of row: Int) -> ByteRange { spans[row] }

  /// The row of the article of a claim.
  func document(of row: Int) -> Int { Int(pageOf[row]) }

  /// Adds the claims and entities of the next article.
  ///
  /// A whole is told by its row in `added`.
  mutating func add(_ added: [Claim], _ traits: [ClaimTraits], entities: [Entity]) {
    // A copy of this store may put other claims into the rows to come; and who speaks for whom
    // rests on the bodies that any article names.
    cache = ClaimCache()
    let first = starts.count
    let article = added.lazy.compactMap(\.span.article).first ?? []
    var encoder = ClaimEncoder(article: article)
    for (claim, traits) in zip(added, traits) {
      starts.append(Int32(truncatingIfNeeded: encoder.count))
      pageOf.append(Int32(truncatingIfNeeded: pages.count))
      spans.append(claim.span.range)
      var claim = claim
      if claim.partOf.map({ !added.indices.contains($0) }) ?? false { claim.partOf = nil }
      encoder.add(claim, &shared)
      meanings.add(traits.meaning)
      let words = claim.proposition.countedWords
      counted.add(words.isEmpty ? nil : words)
      sorts.append(sort(of: claim))
      speakers.add(traits.speaker, orCode: traits.isUnattributed ? Self.unattributed : Self.unknown)
    }
    rows.append(first..<starts.count)
    pages.append(
      Page(
        bytes: encoder.out.exact, article: article,
        entities: encodedEntities(entities, &shared.strings)))
  }

  /// Bit 0 for a figure, bit 1 for a part, above them the number of the topic; below zero beyond
  /// what the table holds.
  private mutating func sort(of claim: Claim) -> Int16 {
    let low: Int16 = (claim.kind == .figure ? 1 : 0) | (claim.partOf == nil ? 0 : 2)
    guard let topic = claim.proposition.topic else { return low }
    if let known = topics.firstIndex(of: topic) { return Int16(known + 1) << 2 | low }
    guard topics.count < Self.mostTopics else { return -4 | low }
    topics.append(topic)
    return Int16(topics.count) << 2 | low
  }

  /// Topics are those of the rules; whoever makes claims with others has them read again.
  private static let mostTopics = 1000

  /// Whether it is a figure and no statement.
  package func isFigure(_ row: Int) -> Bool { sorts[row] & 1 == 1 }

  /// Whether it is said to be a part of another one.
  func isPart(_ row: Int) -> Bool { sorts[row] & 2 == 2 }

  /// The topic it falls under.
  func topic(of row: Int) -> String? {
    switch sorts[row] >> 2 {
    case 0: nil
    case ..<0: self[row].proposition.topic
    case let number: topics[Int(number) - 1]
    }
  }

  /// The claims of an article as they were added.
  func claims(ofDocument document: Int) -> [Claim] {
    rows[document].map { row in
      var claim = whole(row)
      claim.partOf = claim.partOf.map { $0 - rows[document].lowerBound }
      return claim
    }
  }

  /// The bearers of names in an article.
  func entities(ofDocument document: Int) -> [Entity] {
    decodedEntities(pages[document].entities, shared.strings)
  }

  private static let unknown: Int32 = -1
  private static let unattributed: Int32 = -2

  /// What a claim says in few words; `nil` for a statement.
  func meaning(of row: Int) -> MeaningKey? { meanings[row] }

  /// The words for those counted, folded; empty when none is printed.
  func countedWords(of row: Int) -> [String] { counted[row] ?? [] }

  /// Whether an article says it in its own voice and credits nobody.
  func isUnattributed(_ row: Int) -> Bool { speakers.code(of: row) == Self.unattributed }

  /// Somebody with a name to whom a claim goes back; `nil` for others.
  func namedSpeaker(of row: Int) -> Speaker? { speakers[row] }

  /// Who a claim goes back to by itself: known, or worked out while the claim is at hand.
  func origin(of row: Int, or make: () -> OriginKey) -> OriginKey {
    if let known = cache.origin(row) { return known }
    let origin = make()
    cache.keep(origin, row)
    return origin
  }

  /// Who a speaker with a name is by itself: the same speaker has many claims.
  func origin(of speaker: Speaker, or make: () -> OriginKey) -> OriginKey {
    if let known = cache.origin(speaker) { return known }
    let origin = make()
    cache.keep(origin, speaker)
    return origin
  }
}

/// What is known of a claim when it joins.
struct ClaimTraits {
  var meaning: MeaningKey?
  /// To whom it goes back, where that is somebody with a name.
  var speaker: Speaker?
  var isUnattributed: Bool
}

/// What a figure says: what happens, and to whom.
struct MeaningKey: Hashable, Comparable, Sendable {
  var happening: String?
  var counted: String?

  var name: String { [happening, counted].compactMap { $0 }.joined(separator: ", ") }

  /// By name; `cart` as what happens before `cart` as what is counted.
  static func < (one: MeaningKey, other: MeaningKey) -> Bool {
    let names = (one.name, other.name)
    if names.0 != names.1 { return names.0 < names.1 }
    return (one.counted ?? "", one.happening ?? "") < (other.counted ?? "", other.happening ?? "")
  }
}

/// A value for each claim, where many have the same: four bytes a claim.
private struct SharedTable<Value: Hashable & Sendable>: Sendable {
  private var values: [Value] = []
  private var ids: [Value: Int32] = [:]
  private var codes: [Int32] = []

  mutating func add(_ value: Value?, orCode code: Int32 = -1) {
    guard let value else { return codes.append(code) }
    if let known = ids[value] { return codes.append(known) }
    let fresh = Int32(truncatingIfNeeded: values.count)
    ids[value] = fresh
    values.append(value)
    codes.append(fresh)
  }

  func code(of row: Int) -> Int32 { codes[row] }

  subscript(row: Int) -> Value? { codes[row] < 0 ? nil : values[Int(codes[row])] }
}

/// The claims that were asked for last.
final class ClaimCache: Sendable {
  private struct Slot {
    var row: Int
    var claim: Claim?
    var origin: OriginKey?
  }

  private let slots = Mutex<[Slot]>([])
  private let speakers = Mutex<[Speaker: OriginKey]>([:])

  /// So many claims are kept at most: some 60 MB.
  private static let most = 1 << 16

  func claim(_ row: Int) -> Claim? {
    slots.withLock { Self.slot(row, $0)?.claim }
  }

  func origin(_ row: Int) -> OriginKey? {
    slots.withLock { Self.slot(row, $0)?.origin }
  }

  func origin(_ speaker: Speaker) -> OriginKey? { speakers.withLock { $0[speaker] } }

  func keep(_ origin: OriginKey, _ speaker: Speaker) {
    speakers.withLock { known in
      if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
      known[speaker] = origin
    }
  }

  private static func slot(_ row: Int, _ slots: borrowing [Slot]) -> Slot? {
    guard !slots.isEmpty, slots[row & (slots.count - 1)].row == row else { return nil }
    return slots[row & (slots.count - 1)]
  }

  func keep(_ claim: Claim, _ row: Int) {
    slots.withLock { slots in
      if row >= slots.count, slots.count < Self.most { Self.grow(&slots, for: row) }
      slots[row & (slots.count - 1)] = Slot(row: row, claim: claim)
    }
  }

  /// The origin of a claim that is kept; of any other it is forgotten.
  func keep(_ origin: OriginKey, _ row: Int) {
    slots.withLock { slots in
      guard Self.slot(row, slots) != nil else { return }
      slots[row & (slots.count - 1)].origin = origin
    }
  }

  private static func grow(_ slots: inout [Slot], for row: Int) {
    var size = Swift.max(256, slots.count)
    while size <= row, size < most { size *= 2 }
    var grown = [Slot](repeating: Slot(row: -1), count: size)
    for slot in slots where slot.row >= 0 { grown[slot.row & (size - 1)] = slot }
    slots = grown
  }
}
