internal import HearsayCore
internal import HearsayText

/// What the quantities of an article are found in, read-only, behind one reference.
final class FigureLayers: Sendable {
  let tokens: [Token]
  let bytes: [UInt8]
  let classes: [WordClass]
  /// What is known of each token's word.
  let facts: [WordFacts]
  let lexicon: Lexicon
  let tables: FigureTables
  /// The times found before, in order of start.
  let times: [Placed<TimeValue>]
  /// The closed sets and the units of `tables`.
  let sets: FigureSets
  let units: UnitTables

  init(_ draft: Draft, _ tables: FigureTables, _ lexicon: Lexicon) {
    tokens = draft.tokens
    bytes = draft.text.bytes
    classes = draft.classes
    times = draft.times
    facts = draft.facts(lexicon)
    self.lexicon = lexicon
    self.tables = tables
    sets = tables.sets
    units = tables.unitWords
  }
}

/// The tokens of one sentence as the quantity stage looks at them; looking outside is harmless.
struct FigureText {
  let layers: FigureLayers
  /// The tokens of the sentence.
  var bounds: Range<Int> = 0..<0
  /// Whether most of its words have a capital, so that a capital says nothing.
  var isTitle = false

  init(_ draft: Draft, _ tables: FigureTables, _ lexicon: Lexicon) {
    layers = FigureLayers(draft, tables, lexicon)
  }

  @inline(__always) var tokens: [Token] { _read { yield layers.tokens } }
  @inline(__always) var bytes: [UInt8] { _read { yield layers.bytes } }
  @inline(__always) var classes: [WordClass] { _read { yield layers.classes } }
  @inline(__always) var lexicon: Lexicon { _read { yield layers.lexicon } }
  @inline(__always) var tables: FigureTables { _read { yield layers.tables } }
  @inline(__always) var times: [Placed<TimeValue>] { _read { yield layers.times } }
  @inline(__always) var sets: FigureSets { _read { yield layers.sets } }
  @inline(__always) var units: UnitTables { _read { yield layers.units } }

  func holds(_ row: Int) -> Bool { bounds.contains(row) }

  /// The word at a row of the sentence; 0, the empty form, outside.
  func word(_ row: Int) -> WordID { holds(row) ? tokens[row].word : 0 }

  func kind(_ row: Int) -> TokenKind? { holds(row) ? tokens[row].kind : nil }

  func isWord(_ row: Int) -> Bool { kind(row) == .word }

  func has(_ row: Int, _ tags: Tags) -> Bool {
    holds(row) && layers.facts[row].tags.has(tags)
  }

  func flag(_ row: Int, _ flags: TokenFlags) -> Bool {
    holds(row) && !tokens[row].flags.isDisjoint(with: flags)
  }

  /// Whether nothing stands between this token and the one before.
  func isGlued(_ row: Int) -> Bool {
    holds(row) && holds(row - 1) && tokens[row - 1].end == Int(tokens[row].start)
  }

  /// The bytes of a token.
  func spelling(_ row: Int) -> ArraySlice<UInt8> {
    guard holds(row) else { return [] }
    return bytes[Int(tokens[row].start)..<tokens[row].end]
  }

  /// The one byte of a token, or 0.
  func byte(_ row: Int) -> UInt8 {
    guard holds(row), tokens[row].length == 1 else { return 0 }
    return bytes[Int(tokens[row].start)]
  }

  func isDash(_ row: Int) -> Bool { kind(row) == .mark && sets.dash.contains(word(row)) }

  /// Whether a dash joins the tokens on both sides without a blank.
  func isHyphen(_ row: Int) -> Bool { isDash(row) && isGlued(row) && isGlued(row + 1) }

  /// The text from one token to another as printed.
  func printed(_ range: TokenRange) -> String {
    guard range.count > 0, range.end <= tokens.count else { return "" }
    let span = bytes[Int(tokens[range.start].start)..<tokens[range.end - 1].end]
    return String(decoding: span, as: UTF8.self)
  }

  /// The first time that reaches over a token, if one does.
  func time(at row: Int) -> Placed<TimeValue>? {
    let low = partitionPoint(times.count) { times[$0].tokens.start <= row }
    // Times may nest, but never deep.
    for index in stride(from: low - 1, through: max(0, low - 4), by: -1)
    where index >= 0 && times[index].tokens.contains(row) {
      return times[index]
    }
    return nil
  }
}
