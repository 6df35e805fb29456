package import HearsayCore

/// A stretch of an article that an article before it has too.
///
/// The graph sees no text: who holds the texts tells it.
package struct SharedStretch: Hashable, Sendable {
  package var document: Int
  package var range: ByteRange
  package var source: Int
  package var sourceRange: ByteRange
  /// Whether the article is a copy as a whole.
  package var isCopy: Bool

  package init(
    document: Int, range: ByteRange, source: Int, sourceRange: ByteRange, isCopy: Bool
  ) {
    self.document = document
    self.range = range
    self.source = source
    self.sourceRange = sourceRange
    self.isCopy = isCopy
  }
}

/// What articles have in common, as stretches of the later one.
struct SharedText: Sendable {
  /// By the later article; the stretch of the nearest source first.
  private var stretches: [Int: [SharedStretch]] = [:]
  /// The first article of which one is a copy, over all copies in between.
  private var firsts: [Int: Int] = [:]

  init() {}

  var isEmpty: Bool { stretches.isEmpty }

  init(_ all: [SharedStretch]) {
    for stretch in all { stretches[stretch.document, default: []].append(stretch) }
    for document in stretches.keys {
      stretches[document]?.sort { one, other in
        one.isCopy != other.isCopy ? one.isCopy : one.range.count > other.range.count
      }
    }
    for document in stretches.keys { firsts[document] = first(of: document) }
  }

  /// The stretches that hold `range` of an article.
  func stretches(of document: Int, holding range: ByteRange) -> [SharedStretch] {
    (stretches[document] ?? []).filter { $0.range.contains(range) }
  }

  /// The article of which `document` is a copy, and that is no copy itself.
  func original(of document: Int) -> Int? { firsts[document] }

  private func first(of document: Int) -> Int? {
    var seen: Set<Int> = [document]
    var first = document
    while let next = stretches[first]?.first(where: \.isCopy)?.source, seen.insert(next).inserted {
      first = next
    }
    return first == document ? nil : first
  }
}

extension ClaimGraph {
  /// Says what articles have in common, in place of what was said before.
  package mutating func setSharedText(_ stretches: [SharedStretch]) {
    sharedText = SharedText(stretches)
  }

  /// The articles, by their row, of outlets under any of their names.
  package func articles(ofOutlets outlets: [String]) -> [Int] {
    let found = Set(outlets.map { folded(names.canonical($0)) }).flatMap { name in
      index.outlets[index.strings.id(of: name)].map { Int($0) }
    }
    return Set(found).sorted()
  }
}
