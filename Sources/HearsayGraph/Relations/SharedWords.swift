import HearsayCore

/// Words that two articles print of one speaker.
struct SharedWords: Hashable, Sendable {
  /// The claim of the article that comes later in order, and the one it shares words with.
  var from: Int
  var to: Int
  /// The words in common, folded.
  var words: String
  /// Whether each prints them between quotation marks.
  var fromIsMarked: Bool
  var toIsMarked: Bool
}

extension ClaimGraph {
  /// Quotations of `rows` that another article prints too.
  ///
  /// Five words in a row are no accident; fewer must be a whole quotation of the same speaker.
  /// A quotation is compared with its first tellings only, so a thousand copies cost some thousand
  /// steps.
  ///
  /// - Complexity: linear in the words of the statements.
  func sharedWords(_ rows: [Int]) -> [SharedWords] {
    var book = QuotationBook(self)
    for row in wanted(sorted(rows)) where claims[row].kind == .statement {
      book.add(row)
    }
    return book.shared
  }

  /// `quotes` where both print the words as a quotation; `restates` where they go back to one
  /// origin, with what changed.
  func quotationLinks(_ rows: [Int]) -> [Link] {
    sharedWords(rows).flatMap { shared -> [Link] in
      let isOneOrigin = ownOrigin(shared.from).key == ownOrigin(shared.to).key
      let isMarked = shared.fromIsMarked && shared.toIsMarked
      var shift = shifts(from: shared.to, to: shared.from)
      if shared.toIsMarked != shared.fromIsMarked, !shift.contains(.marksLost) {
        shift.append(.marksLost)
      }
      if isCut(shared) { shift.append(.omitted) }
      if !isOneOrigin { shift.append(.label) }
      let clash = quotationDatesClash(
        claims[shared.from].origin.saidAt, claims[shared.to].origin.saidAt)
      let link = Link(
        .restates, verdict: clash ? .conflict(.strict) : .same, from: shared.from, to: shared.to,
        reasons: ["both print “\(shared.words)”"],
        confidence: isOneOrigin ? .certain : .probable, shift: shift)
      return isMarked ? [link.with(.quotes), link] : [link]
    }
  }

  /// Whether less of the words stands in one than in the other.
  func isCut(_ shared: SharedWords) -> Bool {
    foldedWords(claims[shared.from].words).count < foldedWords(claims[shared.to].words).count
  }
}

extension Claim {
  /// The quotation, or the words of the statement where none is marked.
  var words: String { quote ?? span.text }
}

/// Quotations by their runs of words while they are gone through in order.
private struct QuotationBook {
  let graph: ClaimGraph
  var shared: [SharedWords] = []
  /// The first claims with a run of five words, one an article.
  private var runs: [String: [Int]] = [:]
  /// Short quotations by speaker, whole and folded.
  private var short: [String: [(row: Int, words: [String])]] = [:]
  /// Statements without marks by speaker, to see where marks were lost.
  private var plain: [String: [(row: Int, words: [String])]] = [:]

  init(_ graph: ClaimGraph) { self.graph = graph }

  mutating func add(_ row: Int) {
    var met: Set<Int> = []
    for (key, other) in matches(row) where met.insert(other).inserted { share(row, other, key) }
    note(row)
  }

  private func isElsewhere(_ one: Int, _ other: Int) -> Bool {
    graph.claims[one].document != graph.claims[other].document
  }

  /// Earlier claims with words in common: by run, by short quotation, by lost marks.
  private func matches(_ row: Int) -> [(String, Int)] {
    let claim = graph.claims[row]
    let words = foldedWords(claim.words)
    var found: [(String, Int)] = []
    for run in wordRuns(words) {
      for other in runs[run] ?? []
      where isElsewhere(row, other) && (claim.quote ?? graph.claims[other].quote) != nil {
        found.append((run, other))
      }
    }
    let speaker = graph.ownOrigin(row).key
    for entry in short[speaker] ?? [] where isElsewhere(row, entry.row) {
      if containsRun(entry.words, in: words) {
        found.append((entry.words.joined(separator: " "), entry.row))
      }
    }
    guard let piece = shortQuote(claim) else { return found }
    for entry in (short[speaker] ?? []) + (plain[speaker] ?? []) where isElsewhere(row, entry.row) {
      if containsRun(piece, in: entry.words) {
        found.append((piece.joined(separator: " "), entry.row))
      }
    }
    return found
  }

  private mutating func share(_ row: Int, _ other: Int, _ words: String) {
    let longest = longestRun(row, other) ?? words
    shared.append(
      SharedWords(
        from: row, to: other, words: longest, fromIsMarked: isMarked(words, row),
        toIsMarked: isMarked(words, other)))
  }

  private func isMarked(_ words: String, _ row: Int) -> Bool {
    graph.claims[row].quote.map { containsRun(foldedWords(words), in: foldedWords($0)) } ?? false
  }

  /// The longest words in common that begin at a shared run.
  private func longestRun(_ row: Int, _ other: Int) -> String? {
    let one = foldedWords(graph.claims[row].words)
    let two = foldedWords(graph.claims[other].words)
    var best: ArraySlice<String> = []
    for start in one.indices {
      guard let at = firstRun(of: Array(one[start...].prefix(2)), in: two) else { continue }
      var length = 0
      while start + length < one.count, at + length < two.count,
        one[start + length] == two[at + length]
      { length += 1 }
      if length > best.count { best = one[start..<(start + length)] }
    }
    return best.count > 1 ? best.joined(separator: " ") : nil
  }

  /// A marked quotation of two to four words.
  private func shortQuote(_ claim: Claim) -> [String]? {
    guard let quote = claim.quote else { return nil }
    let pieces = quote.split(separator: "|").map { foldedWords(String($0)) }
    return pieces.first { (2..<fewestSharedWords).contains($0.count) }
  }

  private mutating func note(_ row: Int) {
    let claim = graph.claims[row]
    let words = foldedWords(claim.words)
    for run in wordRuns(words) {
      let known = runs[run] ?? []
      if known.count < mostTellings, known.allSatisfy({ isElsewhere($0, row) }) {
        runs[run, default: []].append(row)
      }
    }
    let key = graph.ownOrigin(row)
    guard key.kind == .identified else { return }
    if let quote = shortQuote(claim) {
      if short[key.key, default: []].count < mostRemembered {
        short[key.key, default: []].append((row, quote))
      }
    } else if claim.quote == nil, plain[key.key, default: []].count < mostRemembered {
      plain[key.key, default: []].append((row, words))
    }
  }
}

/// With how many tellings of a quotation a further one is compared.
private let mostTellings = 4

/// Of one speaker no more short quotations are held against each other than this.
private let mostRemembered = 200
