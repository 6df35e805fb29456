/// A clause: one verb group with what belongs to it, inside the clause it hangs from.
///
/// Found without a parser, so its right end is where the next clause of the same level begins, a
/// guess by marks, openers and finite verbs.
package struct Clause: Hashable, Sendable {
  /// How a clause hangs from the one that holds it.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// The sentence's own, or one that stands beside it after a mark.
    case main
    /// `that he left`, `he left` after *said*, `what he did`.
    case complement
    /// `who left`, also without a relative word: `the money he needed`.
    case relative
    /// `because he left`, `when asked`.
    case adverbial
    /// `and left`: its subject is that of the clause it is joined to, unless it has its own.
    case coordinated
    /// `leaving`, `asked about it`.
    case participial
    /// `to leave`.
    case infinitival
    /// `, he said,`
    case parenthetical
  }

  /// Where the subject of a clause comes from.
  package enum SubjectKind: UInt8, Sendable, CaseIterable {
    case none
    /// A noun group before the verb.
    case own
    /// The relative word itself.
    case relative
    /// That of the clause it is joined to.
    case shared
    /// That of the verb it hangs from, or that verb's object.
    case controlled
    /// A noun group behind the verb: `said Lima`, `is he`.
    case inverted
  }

  package var kind: Kind
  /// From the word that opens it, or its subject, to its end; inner clauses included.
  package var tokens: TokenRange
  /// The row of its verb group; -1 when it has none.
  package var group: Int
  /// The row of the clause that holds it; -1 for none.
  package var parent: Int
  /// The token that opens it (`that`, `who`, `because`, `and`); -1 for none.
  package var opener = -1
  /// Who does it, with apposition and relative clause; `nil` when nobody is named.
  package var subject: TokenRange?
  /// The head noun of the subject; -1 for none.
  package var subjectHead = -1
  package var subjectKind = SubjectKind.none
  /// The row of the clause whose subject it shares; -1 for none.
  package var sharedWith = -1
  /// Whether it stands before the subject of the clause that holds it.
  package var isFronted = false
  /// Whether a comma or dash stands before it.
  package var isAfterComma = false
  /// What a relative clause describes.
  package var antecedent: TokenRange?
}

/// The clauses of an article, by ``readClauses(_:_:_:)``.
///
/// What stands in quotation marks is read apart: to the sentence around it, it is one block, and
/// its own clauses have no parent outside.
package struct ClauseLayer: Sendable {
  /// In the order in which they open.
  package var rows: [Clause] = []
  /// The clause of each verb group; -1 for none.
  package var ofGroup: [Int32] = []
  /// The innermost clause that holds each token; -1 for none.
  package var at: [Int32] = []

  /// The row of the innermost clause that holds a token.
  package func holding(_ token: Int) -> Int? {
    guard token >= 0, token < at.count, at[token] >= 0 else { return nil }
    return Int(at[token])
  }

  /// The row of the clause of a verb group.
  package func of(group row: Int) -> Int? {
    guard row >= 0, row < ofGroup.count, ofGroup[row] >= 0 else { return nil }
    return Int(ofGroup[row])
  }

  /// The outermost clause that begins at a token: with its opener, or with its subject.
  package func starting(at token: Int) -> Int? {
    guard var row = holding(token), rows[row].tokens.start == token else { return nil }
    while rows[row].parent >= 0, rows[rows[row].parent].tokens.start == token {
      row = rows[row].parent
    }
    return row
  }

  /// The nearest clause around a token that is of one of the kinds.
  package func around(_ token: Int, _ kinds: Clause.Kind...) -> Int? {
    var here = holding(token)
    while let row = here {
      if kinds.contains(rows[row].kind) { return row }
      here = rows[row].parent >= 0 ? rows[row].parent : nil
    }
    return nil
  }

  /// Whether a token stands in a relative clause.
  package func isInsideRelative(_ token: Int) -> Bool { around(token, .relative) != nil }

  /// Whether a token stands in a clause or participle before the subject of its main clause:
  /// `When he said so, they left`.
  package func isInsideFronted(_ token: Int) -> Bool {
    var here = holding(token)
    while let row = here {
      if rows[row].isFronted { return true }
      here = rows[row].parent >= 0 ? rows[row].parent : nil
    }
    return false
  }

  /// Whether one clause lies in another, or is it.
  package func isClause(_ row: Int, inside outer: Int) -> Bool {
    var here = row
    while here >= 0 {
      if here == outer { return true }
      here = rows[here].parent
    }
    return false
  }

  /// The outermost clause around a clause: the one whose verb is the sentence's.
  package func root(of row: Int) -> Int {
    var here = row
    while rows[here].parent >= 0 { here = rows[here].parent }
    return here
  }
}
