import HearsayCore

/// The words around a figure as far as they may bear on it.
struct FigureClause {
  struct Word {
    var text: String
    /// What stands before it: nothing, a comma, or a mark that ends a clause.
    var mark: Mark
    var isFigure: Bool
  }

  enum Mark: Int { case none, comma, border }

  var words: [Word] = []
  /// Where the figure with its noun begins and ends.
  var start = 0
  var end = 0
  /// Whether the whole that it is taken from counts as its own words here.
  var isBehindBase = false
  let shared: SharedRules
  var rules: GraphRules { _read { yield shared.rules } }

  /// `others` are the other figures of the sentence, as ranges of the article.
  init(_ claim: Claim, others: [ByteRange], _ rules: GraphRules) {
    self = FigureClause(claim.sentence, SharedRules(rules)).around(claim.span.range, others)
  }

  /// The words of a sentence, around no figure yet.
  init(_ sentence: Evidence, _ rules: SharedRules) {
    shared = rules
    cut(sentence.text, sentence.range.start)
    candidates = rules.rules.phrases(of: words.lazy.map(\.text))
  }

  /// The same words around one of its figures.
  func around(_ span: ByteRange, _ others: [ByteRange]) -> FigureClause {
    var clause = self
    clause.start = starts.firstIndex { $0 >= span.start } ?? words.count
    clause.end = max(clause.start, starts.firstIndex { $0 >= span.end } ?? words.count)
    for other in others {
      for place in words.indices
      where other.start < ends[place] && starts[place] < other.end {
        clause.words[place].isFigure = true
      }
    }
    return clause
  }

  /// The phrases of the rules of which a word that must be there stands in the sentence: no other
  /// one can bear on the figure.
  private(set) var candidates: [PhraseTable.Place] = []
  /// Where each word begins and ends in the article.
  var starts: [Int] = []
  var ends: [Int] = []

  private mutating func cut(_ text: String, _ base: Int) {
    var word: [UInt8] = []
    var at = 0
    var mark = Mark.none
    for byte in text.utf8 {
      if isLetter(byte) {
        word.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      } else {
        add(&word, base + at, &mark)
        if byte == UInt8(ascii: ",") {
          if mark == .none { mark = .comma }
        } else if isBorderMark(byte) {
          mark = .border
        }
      }
      at += 1
    }
    add(&word, base + at, &mark)
  }

  private mutating func add(_ word: inout [UInt8], _ end: Int, _ mark: inout Mark) {
    guard !word.isEmpty else { return }
    let start = end - word.count
    var text = String(decoding: word, as: UTF8.self)
    if word.contains(where: { $0 >= 0x80 }) { text = folded(text) }
    word.removeAll(keepingCapacity: true)
    // A dash or a quotation mark alone.
    guard !text.isEmpty else { return }
    // `4,300` and `2.36` are one number.
    if isNumber(text), words.last.map({ isNumber($0.text) }) == true { mark = .none }
    words.append(Word(text: text, mark: mark, isFigure: false))
    starts.append(start)
    ends.append(end)
    mark = .none
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
  default: false
  }
}

private func isBorderMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
    UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
    true
  default: false
  }
}

private func isNumber(_ text: String) -> Bool {
  text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
}
