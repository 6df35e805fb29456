package import HearsayCore

/// An article as text reuse sees it: bytes, and what helps to tell who took from whom.
package struct ReuseText: Sendable {
  /// Its name; of two articles that nothing else tells apart the lesser name comes first.
  package var name: String
  /// Its bytes as they are on disk.
  package var bytes: [UInt8]
  /// What is none of the article's own text, such as furniture of the page; in order.
  package var leftOut: [ByteRange]
  /// When it was published, on any scale that grows; `nil` when unknown.
  package var published: Int?

  package init(
    name: String, bytes: [UInt8], leftOut: [ByteRange] = [], published: Int? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.leftOut = leftOut
    self.published = published
  }
}

/// A stretch that stands in two articles, in `one` and in `other` of its pair.
package struct SharedPassage: Hashable, Sendable {
  package var one: ByteRange
  package var other: ByteRange
  /// How many words in it are the very same, in runs of five and more.
  package var words: Int
}

/// Two articles that share text.
package struct ReusePair: Hashable, Sendable {
  package enum Relation: String, Hashable, Sendable {
    /// The passages reach over nearly half of the shorter article, or more.
    case copy
    /// They reach over less.
    case passage
  }

  /// The article that was there first, as far as is known; rows of the texts handed in.
  package var one: Int
  package var other: Int
  package var relation: Relation
  /// In the order of `other`.
  package var passages: [SharedPassage]
  /// How many per cent of the words of `one` stand in `other` too.
  package var shareOfOne: Int
  package var shareOfOther: Int
}

/// From whom an article probably has its text.
package struct ProbableSource: Hashable, Sendable {
  /// What tells the direction.
  package enum Basis: String, Hashable, Sendable {
    /// The source was published before.
    case date
    /// The article credits the source.
    case credit
    /// Neither is known, and the source is the longer one: who copies cuts.
    case length
  }

  package var article: Int
  package var source: Int
  package var basis: Basis
  /// How many per cent of the article's words stand in the source.
  package var share: Int
}

/// Who shares text with whom.
package struct TextReuse: Hashable, Sendable {
  /// In the order of their articles, by date and name.
  package var pairs: [ReusePair] = []
  /// One at most for an article.
  package var sources: [ProbableSource] = []
  /// How many runs of five words were put aside because unrelated articles share them.
  package var boilerplate = 0
  /// Whether so many articles share a text that not each was held against each.
  package var isCut = false

  package init() {}
}

/// What is measured, and where it ends.
enum ReuseLimits {
  /// Words in a row that make a run; fewer stand in unrelated articles by chance.
  static let run = 5
  /// How often a run of one article counts.
  static let occurrences = 4
  /// Groups of copies that may share a run before it is furniture of pages.
  static let groups = 6
  /// An article is held against so many earlier holders of a run at either end of their list.
  static let holders = 8
  /// The same, when copies are only grouped.
  static let groupHolders = 4
  /// Words that may differ between two runs of one passage.
  static let gap = 40
  /// The same inside an article that is a copy as a whole.
  static let copyGap = 200
  /// A passage has so many words in common, or so many without a break.
  static let words = 20
  static let unbroken = 10
  /// The share of the shorter article, in per cent, from which on a pair is a copy.
  static let copy = 45
  /// The share of runs, in per cent of the shorter article, that puts two articles in one group.
  static let group = 50
  /// How much longer, in per cent, the source must be where only length tells.
  static let longer = 3
  /// Bytes and words of all articles together; articles beyond share nothing.
  static let allWords = 1 << 30
}
