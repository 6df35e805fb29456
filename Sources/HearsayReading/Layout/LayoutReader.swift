import HearsayCore
import HearsayText

/// Says what kind of text stands where, and what that tells of the document.
///
/// Paragraph by paragraph: first what names itself (furniture, captions, related headings), then
/// what stands before the first running text (headline, deck, byline, dates, summary); the rest is
/// body. Every paragraph gets a zone.
func readLayout(_ draft: inout Draft, _ tables: LayoutTables, _ lexicon: Lexicon) {
  guard !draft.tokens.isEmpty else { return finishDocument(&draft, LayoutFindings(), tables) }
  let text = SentenceText(draft, lexicon)
  var page = LayoutPage(text, tables, draft.known)
  page.nameFurniture()
  page.nameRelated()
  page.nameHead()
  page.nameDuplicates()
  draft.zones = page.zones()
  finishDocument(&draft, page.findings, tables)
}

/// What the layout found out about the document.
struct LayoutFindings {
  var headline: TokenRange?
  /// The headline that only the footer `The post … appeared first on …` holds.
  var footerHeadline: TokenRange?
  var bylines: [String] = []
  /// An outlet named in a dateline, a line of its own or a copyright line.
  var outlet: String?
  /// The outlet in `appeared first on …`.
  var firstOutlet: String?
  var flags: Set<DocumentFlag> = []
}

/// A page whose paragraphs are being named.
struct LayoutPage {
  /// What a paragraph was found to be.
  struct Naming {
    var kind: ZoneKind
    var rule: String
    var original: Int?
  }

  let text: SentenceText
  let tables: LayoutTables
  let known: KnownFacts
  let units: [TextUnit]
  /// For each unit its name; `nil` is body.
  var names: [Naming?]
  /// For each unit the row one past its dateline, when it begins with one.
  var datelineEnds: [Int: Int] = [:]
  var findings = LayoutFindings()
  /// The unit of a heading over related links, and the phrase kinds found in each unit.
  var headings: [Int] = []

  init(_ text: SentenceText, _ tables: LayoutTables, _ known: KnownFacts) {
    self.text = text
    self.tables = tables
    self.known = known
    units = UnitCutter(text).units()
    names = Array(repeating: nil, count: units.count)
  }

  mutating func name(_ unit: Int, _ kind: ZoneKind, _ rule: String) {
    guard names.indices.contains(unit), names[unit] == nil else { return }
    names[unit] = Naming(kind: kind, rule: rule)
  }

  func isBody(_ unit: Int) -> Bool { names.indices.contains(unit) && names[unit] == nil }

  func words(_ rows: TokenRange) -> String {
    guard rows.count > 0, rows.end <= text.tokens.count else { return "" }
    return text.text.text(bytes(rows))
  }

  func bytes(_ rows: TokenRange) -> ByteRange {
    guard rows.count > 0, rows.end <= text.tokens.count else { return ByteRange(0, 0) }
    return ByteRange(Int(text.tokens[rows.start].start), text.tokens[rows.end - 1].end)
  }

  /// One zone for each unit; two where a dateline opens it.
  func zones() -> [Zone] {
    var zones: [Zone] = []
    for (row, unit) in units.enumerated() {
      let naming = names[row] ?? Naming(kind: .body, rule: "english/layout.body")
      var start = unit.rows.start
      if let end = datelineEnds[row], end > start, end < unit.rows.end {
        let range = bytes(TokenRange(start, end))
        zones.append(Zone(kind: .dateline, range: range, rule: "english/layout.dateline"))
        start = end
      }
      zones.append(
        Zone(
          kind: naming.kind, range: bytes(TokenRange(start, unit.rows.end)),
          original: naming.original.map { bytes(units[$0].rows) }, rule: naming.rule))
    }
    return zones
  }
}
