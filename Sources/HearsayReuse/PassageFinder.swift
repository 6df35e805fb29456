/// A stretch in which two articles go along with each other, in places of words.
struct Block {
  /// Words of the later article, then of the earlier one; half-open.
  var other: Range<Int>
  var one: Range<Int>
  /// Words in common, and the longest stretch without a break.
  var words: Int
  var unbroken: Int
}

/// Makes passages of the runs of words that two articles share.
///
/// - Complexity: linear in the runs: each is held against a few neighbours.
struct PassageFinder {
  /// Places where the same run begins, in the order of the later article.
  typealias Match = (other: Int, one: Int)

  /// The passages in the order of the later article.
  static func passages(_ matches: [Match], shorter: Int) -> [Block] {
    var blocks = joined(chained(unbrokenStretches(matches)))
    blocks = absorbed(blocks).filter {
      $0.words >= ReuseLimits.words || $0.unbroken >= ReuseLimits.unbroken
    }
    blocks.sort {
      ($0.other.lowerBound, $0.one.lowerBound) < ($1.other.lowerBound, $1.one.lowerBound)
    }
    return isCopy(blocks, shorter) ? whole(blocks) : blocks
  }

  /// Whether passages reach over so much of the shorter article that it is a copy.
  static func isCopy(_ blocks: [Block], _ shorter: Int) -> Bool {
    let reach = max(
      blocks.reduce(0) { $0 + $1.other.count }, blocks.reduce(0) { $0 + $1.one.count })
    return reach * 100 >= shorter * ReuseLimits.copy
  }

  /// Runs that follow each other word by word.
  private static func unbrokenStretches(_ matches: [Match]) -> [Block] {
    var found: [Block] = []
    for match in matches {
      let diagonal = match.one - match.other
      let open = found.indices.suffix(16).last { row in
        found[row].one.lowerBound - found[row].other.lowerBound == diagonal
          && found[row].other.upperBound >= match.other
      }
      let end = match.other + ReuseLimits.run
      if let open {
        found[open].other = found[open].other.lowerBound..<end
        found[open].one = found[open].one.lowerBound..<(end + diagonal)
      } else {
        found.append(
          Block(
            other: match.other..<end, one: match.one..<(match.one + ReuseLimits.run), words: 0,
            unbroken: 0))
      }
    }
    for row in found.indices {
      found[row].words = found[row].other.count
      found[row].unbroken = found[row].words
    }
    return found
  }

  /// Each stretch joins the passage, of the last few, that it follows most closely.
  private static func chained(_ stretches: [Block]) -> [Block] {
    var blocks: [Block] = []
    for stretch in stretches {
      let near = blocks.indices.suffix(8).compactMap { row -> (distance: Int, row: Int)? in
        distance(from: blocks[row], to: stretch).map { ($0, row) }
      }
      guard let row = near.min(by: { ($0.distance, -$0.row) < ($1.distance, -$1.row) })?.row else {
        blocks.append(stretch)
        continue
      }
      let fresh = min(
        stretch.other.upperBound - max(blocks[row].other.upperBound, stretch.other.lowerBound),
        stretch.one.upperBound - max(blocks[row].one.upperBound, stretch.one.lowerBound))
      let words = blocks[row].words + max(0, fresh)
      blocks[row].take(in: stretch)
      blocks[row].words = words
    }
    return blocks
  }

  private static func distance(from block: Block, to stretch: Block) -> Int? {
    let gaps = block.gaps(to: stretch)
    let most = max(ReuseLimits.gap, min(block.words, stretch.words))
    let least = -(stretch.words + ReuseLimits.run)
    guard gaps.other <= most, gaps.one <= most, gaps.other >= least, gaps.one >= least,
      stretch.one.upperBound > block.one.upperBound - ReuseLimits.run
    else { return nil }
    return abs(gaps.other) + abs(gaps.one)
  }

  /// Passages that follow each other closely, measured by what both have in common.
  private static func joined(_ blocks: [Block]) -> [Block] {
    var found: [Block] = []
    let sorted = blocks.filter { $0.words >= ReuseLimits.run + 3 }.sorted {
      ($0.other.lowerBound, $0.one.lowerBound) < ($1.other.lowerBound, $1.one.lowerBound)
    }
    for block in sorted {
      var block = block
      while let last = found.last, follows(block, last) {
        found.removeLast()
        let words = last.words + block.words
        block.take(in: last)
        block.words = words
      }
      found.append(block)
    }
    return found
  }

  private static func follows(_ block: Block, _ last: Block) -> Bool {
    let gaps = last.gaps(to: block)
    let most = max(ReuseLimits.gap, min(block.words, last.words))
    let nearby = (-2 * ReuseLimits.run)...most
    return nearby.contains(gaps.other) && nearby.contains(gaps.one)
  }

  /// What lies within a longer passage on both sides is part of it.
  private static func absorbed(_ blocks: [Block]) -> [Block] {
    var kept: [Block] = []
    let longestFirst = blocks.sorted {
      ($1.words, $0.other.lowerBound, $0.one.lowerBound)
        < ($0.words, $1.other.lowerBound, $1.one.lowerBound)
    }
    for block in longestFirst {
      let host = kept.prefix(16).indices.first { row in
        2 * kept[row].other.overlapCount(block.other) >= block.other.count
          && 2 * kept[row].one.overlapCount(block.one) >= block.one.count
      }
      if let host { kept[host].reach(over: block) } else { kept.append(block) }
    }
    return kept
  }

  /// The passages of a copy, joined over what was cut, added or moved between them.
  private static func whole(_ blocks: [Block]) -> [Block] {
    var found: [Block] = []
    for block in blocks {
      guard let last = found.last, continues(block, last) else {
        found.append(block)
        continue
      }
      let words = last.words + block.words
      found[found.count - 1].reach(over: block)
      found[found.count - 1].words = words
    }
    return found
  }

  private static func continues(_ block: Block, _ last: Block) -> Bool {
    let gaps = last.gaps(to: block)
    return gaps.other <= ReuseLimits.copyGap && gaps.one <= ReuseLimits.copyGap
      && block.one.upperBound >= last.one.lowerBound - 60
  }
}

extension Block {
  fileprivate func gaps(to next: Block) -> (other: Int, one: Int) {
    (next.other.lowerBound - other.upperBound, next.one.lowerBound - one.upperBound)
  }

  fileprivate mutating func take(in block: Block) {
    reach(over: block)
    unbroken = max(unbroken, block.unbroken)
  }

  fileprivate mutating func reach(over block: Block) {
    other = other.union(block.other)
    one = one.union(block.one)
  }
}

extension Range<Int> {
  fileprivate func union(_ range: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, range.lowerBound)..<Swift.max(upperBound, range.upperBound)
  }

  fileprivate func overlapCount(_ range: Range<Int>) -> Int {
    Swift.max(
      0, Swift.min(upperBound, range.upperBound) - Swift.max(lowerBound, range.lowerBound))
  }
}
