import HearsayText

/// What every question about a claim is asked of: an article's layers, the tables and the words.
///
/// Behind one reference, because a copy of the layers in each finder would count references for
/// all of them.
final class ClaimContext: Sendable {
  let draft: Draft
  let tables: ClaimTables
  let lexicon: Lexicon

  init(draft: Draft, tables: ClaimTables, lexicon: Lexicon) {
    self.draft = draft
    self.tables = tables
    self.lexicon = lexicon
  }

  /// Lemmas as sorted words, each once.
  func terms(_ lemmas: [WordID]) -> [String] {
    let sorted = lemmas.sorted()
    var terms: [String] = []
    for (row, lemma) in sorted.enumerated() where row == 0 || lemma != sorted[row - 1] {
      terms.append(lexicon.text(lemma))
    }
    return terms.sorted()
  }
}

/// A finder that looks at a context.
protocol ClaimFinder {
  var context: ClaimContext { get }
}

extension ClaimFinder {
  @inline(__always) var draft: Draft { _read { yield context.draft } }
  @inline(__always) var tables: ClaimTables { _read { yield context.tables } }
  @inline(__always) var lexicon: Lexicon { _read { yield context.lexicon } }
}
