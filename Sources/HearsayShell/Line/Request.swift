package import HearsayCore

/// One command of a line, parsed.
package struct Request: Hashable, Sendable {
  /// The command's name, such as `who said`.
  package var name: String
  /// What follows the name, up to the clauses.
  package var argument: Argument
  /// Its clauses.
  package var clauses: Clauses
  /// For `who said` and `compare` without quotation marks: all words, should a keyword among them be no keyword.
  package var literal: Phrase?
  /// Why its words cannot be read with clauses; then ``literal`` has all of them.
  package var problem: LineProblem?
  /// The code points of the line.
  package var range: Range<Int>

  /// What follows a command's name.
  package enum Argument: Hashable, Sendable {
    case none
    case words(Phrase)
    /// A number in the shell's grammar, with the words it was written in.
    case quantity(Quantity, Phrase)
    case references([Reference])
    case paths([Phrase])
    /// A sentence, or the claim whose sentence is meant, and a topic.
    case sentence(Reference, Phrase)
    /// What the last answer should be like.
    case expectation(Expectation)
    /// A name of the person's own, and what it stands for.
    case definition(Phrase, Phrase)
  }
}

/// What `show`, `why` and `trace` point at.
package enum Reference: Hashable, Sendable {
  /// `31`: a claim.
  case claim(Int, Range<Int>)
  /// `d3`: an article.
  case article(Int, Range<Int>)
  /// `s2`: a source.
  case source(Int, Range<Int>)
  /// `@1`: a row of the last answer.
  case row(Int, Range<Int>)
  /// `"more than 400"`: a claim's words.
  case words(Phrase)

  /// Where it stands in the line.
  package var range: Range<Int> {
    switch self {
    case .claim(_, let range), .article(_, let range), .source(_, let range), .row(_, let range):
      range
    case .words(let phrase): phrase.range
    }
  }
}
