package import HearsayCore

/// Finds who shares text with whom in a set of articles.
///
/// Text is held against text by runs of five words in an index, never article against article.
/// Runs that more than six groups of unrelated articles share are the furniture of pages and tell
/// nothing. The order in which articles come makes no difference.
///
/// - Complexity: linear in the bytes; of a run that many articles hold, each is compared with the
///   first and the last eight holders before it.
///
/// - Parameters:
///   - texts: the articles.
///   - credits: the articles that one names as where it has something from; asked only of copies.
///   - givenUp: says when the search may end half-way, since nobody waits for it.
/// - Returns: pairs, passages and probable sources, by rows of `texts`.
package func findReuse(
  in texts: [ReuseText], credits: (Int) -> [Int] = { _ in [] }, unless givenUp: GivenUp? = nil
) -> TextReuse {
  let finder = ReuseFinder(texts, unless: givenUp)
  var result = finder.result
  var sources = SourceFinder(texts, sizes: finder.sizes())
  // A text that forty papers print makes hundreds of pairs: each article is asked once.
  var known: [Int: [Int]] = [:]
  func credited(_ article: Int) -> [Int] {
    if let known = known[article] { return known }
    let named = credits(article)
    known[article] = named
    return named
  }
  for pair in WhileWanted(result.pairs, unless: givenUp) where pair.relation == .copy {
    sources.add(pair, credited)
  }
  result.sources = sources.sources()
  return result
}

private struct ReuseFinder {
  private let texts: [ReuseText]
  /// Rows of the texts in the order of their dates and names: who comes first may be the source.
  private let order: [Int]
  private let words: ReuseWords
  private let index: RunIndex
  private let groups: CopyGroups
  private(set) var result = TextReuse()

  init(_ texts: [ReuseText], unless givenUp: GivenUp?) {
    self.texts = texts
    order = texts.indices.sorted { one, other in
      let days = (texts[one].published ?? .max, texts[other].published ?? .max)
      if days.0 != days.1 { return days.0 < days.1 }
      if texts[one].name != texts[other].name { return texts[one].name < texts[other].name }
      return one < other
    }
    var words = ReuseWords()
    for row in order { words.add(texts[row]) }
    self.words = words
    index = RunIndex(words)
    groups = CopyGroups(index, words)
    result.boilerplate = groups.boilerplate
    findPairs(unless: givenUp)
  }

  func sizes() -> [Int] {
    var sizes = [Int](repeating: 0, count: texts.count)
    for (place, row) in order.enumerated() { sizes[row] = size(place) }
    return sizes
  }

  private func size(_ place: Int) -> Int { words.articles[place + 1] - words.articles[place] }

  private mutating func findPairs(unless givenUp: GivenUp?) {
    var slots = [Int32](repeating: -1, count: order.count)
    var matches: [[PassageFinder.Match]] = []
    for article in WhileWanted(order.indices, unless: givenUp) {
      var holders: [Int] = []
      collect(article, &slots, &holders, &matches)
      for (slot, holder) in holders.enumerated().sorted(by: { $0.element < $1.element }) {
        addPair(holder, article, matches[slot])
        matches[slot].removeAll(keepingCapacity: true)
        slots[holder] = -1
      }
    }
  }

  /// The places where `article` has a run of an article before it, by article.
  private mutating func collect(
    _ article: Int, _ slots: inout [Int32], _ holders: inout [Int],
    _ matches: inout [[PassageFinder.Match]]
  ) {
    let most = ReuseLimits.holders
    for row in index.articles[article]..<index.articles[article + 1]
    where groups.tells[Int(index.runOf[row])] {
      let earlier = index.holders(before: article, ofRunAt: row, atEnds: most)
      if earlier.last.lowerBound > earlier.first.upperBound { result.isCut = true }
      for part in [earlier.first, earlier.last] {
        for holder in part {
          let other = Int(index.holders[holder])
          let owner = Int(index.articleOf[other])
          if slots[owner] < 0 {
            slots[owner] = Int32(truncatingIfNeeded: holders.count)
            holders.append(owner)
            if matches.count < holders.count { matches.append([]) }
          }
          matches[Int(slots[owner])].append((Int(index.places[row]), Int(index.places[other])))
        }
      }
    }
  }

  private mutating func addPair(_ one: Int, _ other: Int, _ matches: [PassageFinder.Match]) {
    let shorter = min(size(one), size(other))
    let blocks = PassageFinder.passages(matches, shorter: shorter)
    guard !blocks.isEmpty else { return }
    let shared = blocks.reduce(0) { $0 + $1.words }
    result.pairs.append(
      ReusePair(
        one: order[one], other: order[other],
        relation: PassageFinder.isCopy(blocks, shorter) ? .copy : .passage,
        passages: blocks.map { passage($0, one, other) },
        shareOfOne: share(shared, of: one), shareOfOther: share(shared, of: other)))
  }

  private func share(_ shared: Int, of article: Int) -> Int {
    min(100, (shared * 100 + size(article) / 2) / max(1, size(article)))
  }

  private func passage(_ block: Block, _ one: Int, _ other: Int) -> SharedPassage {
    SharedPassage(
      one: bytes(block.one, texts[order[one]]), other: bytes(block.other, texts[order[other]]),
      words: block.words)
  }

  private func bytes(_ range: Range<Int>, _ text: ReuseText) -> ByteRange {
    ByteRange(
      Int(words.starts[range.lowerBound]), words.end(of: range.upperBound - 1, in: text.bytes))
  }
}

/// Tells from whom each copy was probably taken.
private struct SourceFinder {
  private let texts: [ReuseText]
  private let sizes: [Int]
  private var found: [Int: ProbableSource] = [:]

  init(_ texts: [ReuseText], sizes: [Int]) { (self.texts, self.sizes) = (texts, sizes) }

  mutating func add(_ pair: ReusePair, _ credits: (Int) -> [Int]) {
    guard let (source, basis) = direction(pair.one, pair.other, credits) else { return }
    let article = source == pair.one ? pair.other : pair.one
    let share = source == pair.one ? pair.shareOfOther : pair.shareOfOne
    offer(ProbableSource(article: article, source: source, basis: basis, share: share), credits)
  }

  func sources() -> [ProbableSource] { found.keys.sorted().compactMap { found[$0] } }

  private func direction(_ one: Int, _ other: Int, _ credits: (Int) -> [Int]) -> (
    source: Int, basis: ProbableSource.Basis
  )? {
    if let first = texts[one].published, let second = texts[other].published, first != second {
      return (first < second ? one : other, .date)
    }
    let credited = (credits(one).contains(other), credits(other).contains(one))
    if credited.0 != credited.1 { return (credited.0 ? other : one, .credit) }
    let (longer, shorter) = sizes[one] >= sizes[other] ? (one, other) : (other, one)
    guard (sizes[longer] - sizes[shorter]) * 100 >= sizes[longer] * ReuseLimits.longer else {
      return nil
    }
    return (longer, .length)
  }

  /// The one with most of the text; of equals the one credited, then the first.
  private mutating func offer(_ source: ProbableSource, _ credits: (Int) -> [Int]) {
    guard let old = found[source.article] else { return found[source.article] = source }
    if isNearer(source, old, credits) { found[source.article] = source }
  }

  private func isNearer(
    _ new: ProbableSource, _ old: ProbableSource, _ credits: (Int) -> [Int]
  ) -> Bool {
    if new.share != old.share { return new.share > old.share }
    let named = credits(new.article)
    let credited = (named.contains(new.source), named.contains(old.source))
    if credited.0 != credited.1 { return credited.0 }
    let days = (texts[new.source].published ?? .max, texts[old.source].published ?? .max)
    if days.0 != days.1 { return days.0 < days.1 }
    return texts[new.source].name < texts[old.source].name
  }
}
