import HearsayText

/// A clause that is still open.
struct OpenClause: Sendable {
  var row: Int
  /// The chunk it begins with.
  var first: Int
  /// The chunk of its verb; -1 while it waits for one.
  var verb = -1
  /// The first noun group that can be its subject; -1 for none.
  var candidate = -1

  var isWaiting: Bool { verb < 0 }
}

/// Walks over the chunks and opens and closes clauses.
extension ClauseScanner {
  mutating func build() {
    open.removeAll(keepingCapacity: true)
    skip.removeAll(keepingCapacity: true)
    skip.append(contentsOf: repeatElement(-1, count: chunks.count))
    countFinite()
    push(.main, at: 0, opener: -1, parent: -1)
    for here in chunks.indices {
      switch chunks[here].kind {
      case .that, .subordinator, .relative, .wh: openClause(here)
      case .noun: noun(here)
      case .verb:
        if groups[chunks[here].head].form == .finite { finiteVerb(here) } else { otherVerb(here) }
      case .strong: strong(here)
      default: break
      }
    }
    while !open.isEmpty { close(at: chunks.count) }
  }

  private mutating func countFinite() {
    finiteFrom.removeAll(keepingCapacity: true)
    finiteFrom.append(contentsOf: repeatElement(0, count: chunks.count + 1))
    for here in chunks.indices.reversed() {
      let chunk = chunks[here]
      let finite = chunk.kind == .verb && groups[chunk.head].form == .finite
      finiteFrom[here] = finiteFrom[here + 1] + (finite ? 1 : 0)
    }
  }

  // MARK: - The stack

  /// Opens a clause at a chunk; returns its row.
  @discardableResult
  mutating func push(_ kind: Clause.Kind, at first: Int, opener: Int, parent: Int) -> Int {
    if open.count >= Self.deepestClause { close(at: first) }
    let start = first < chunks.count ? chunks[first].start : 0
    var clause = Clause(kind: kind, tokens: TokenRange(start, start), group: -1, parent: parent)
    clause.opener = opener
    clause.isAfterComma = first > 0 && chunks[first - 1].kind == .comma
    layer.rows.append(clause)
    open.append(OpenClause(row: layer.rows.count - 1, first: first))
    return layer.rows.count - 1
  }

  /// Closes the innermost clause before a chunk.
  mutating func close(at chunk: Int) {
    guard let top = open.popLast() else { return }
    var last = chunk - 1
    while last > top.first, isEdge(last) { last -= 1 }
    let start = layer.rows[top.row].tokens.start
    let end = last >= 0 && last < chunks.count ? chunks[last].end : start
    layer.rows[top.row].tokens = TokenRange(start, max(start, end))
    if top.isWaiting { rescue(top, upTo: chunk) }
    guard chunk > 0, chunk <= skip.count, chunk - 1 >= top.first else { return }
    let edge = chunk - 1
    if skip[edge] < 0 || skip[edge] > top.first { skip[edge] = top.first }
    if last < edge, last >= top.first, skip[last] < 0 || skip[last] > top.first {
      skip[last] = top.first
    }
  }

  private func isEdge(_ chunk: Int) -> Bool {
    switch chunks[chunk].kind {
    case .comma, .conjunction, .strong: true
    default: false
    }
  }

  /// A clause with a subject and no verb: the participle behind the subject was its verb.
  private mutating func rescue(_ clause: OpenClause, upTo limit: Int) {
    guard clause.candidate >= 0 else { return }
    var here = clause.candidate + 1
    while here < limit, chunks[here].kind == .adverb || chunks[here].kind == .time { here += 1 }
    guard here < limit, chunks[here].kind == .verb else { return }
    let row = chunks[here].head
    guard groups[row].form == .participle, groups[row].tokens.count == 1,
      canBe(groups[row].head, .verbPast), let inner = layer.of(group: row)
    else { return }
    groups[row].form = .finite
    layer.rows[clause.row].group = row
    layer.ofGroup[row] = Int32(clause.row)
    setOwn(clause.row, from: clause.candidate, to: here)
    layer.rows[inner].group = -1
  }

  func canBe(_ row: Int, _ kind: WordClass) -> Bool {
    WordClasses(text.facts[row].classes).has(kind)
  }

  // MARK: - What comes

  /// `that`, `who`, `because`, `what`.
  private mutating func openClause(_ here: Int) {
    let chunk = chunks[here]
    let joined = here > 0 && chunks[here - 1].kind == .conjunction
    if joined { closeSiblings(of: chunk, at: here - 1) }
    while let top = open.last, open.count > 1, isVerbless(top), top.first < here { close(at: here) }
    let parent = open.last?.row ?? -1
    let kind: Clause.Kind =
      chunk.kind == .subordinator ? .adverbial : chunk.kind == .relative ? .relative : .complement
    let row = push(kind, at: here, opener: chunk.start, parent: parent)
    if kind == .relative { layer.rows[row].antecedent = antecedent(before: here) }
    if open.count > 1 {
      let outer = open[open.count - 2]
      layer.rows[row].isFronted = outer.isWaiting && outer.candidate < 0
    }
  }

  /// `that he left and that she stayed`: the second clause stands beside the first.
  private mutating func closeSiblings(of chunk: Chunk, at here: Int) {
    let word = tokens[chunk.start].word
    guard
      let depth = open.lastIndex(where: {
        let opener = layer.rows[$0.row].opener
        return opener >= 0 && tokens[opener].word == word
      }), depth > 0
    else { return }
    while open.count > depth { close(at: here) }
  }

  /// A clause that was opened and got neither subject nor verb: `if so`.
  private func isVerbless(_ clause: OpenClause) -> Bool {
    clause.isWaiting && clause.candidate < 0 && layer.rows[clause.row].kind == .adverbial
      && clause.first + 1 < chunks.count && !chunks[clause.first + 1].isOpener
      && chunks[clause.first + 1].kind != .adverb
  }

  private func antecedent(before here: Int) -> TokenRange? {
    var row = here - 1
    while row >= 0, row > here - 4 {
      switch chunks[row].kind {
      case .noun: return TokenRange(chunks[row].start, chunks[row].end)
      case .comma, .preposition, .bracket, .adverb: row -= 1
      default: return nil
      }
    }
    return nil
  }

  private mutating func noun(_ here: Int) {
    if here > 0, isBreak(here - 1) { closeFronted(at: here) }
    guard let top = open.last, top.isWaiting, top.candidate < 0, !isGoverned(here, top.first)
    else { return }
    open[open.count - 1].candidate = here
  }

  private func isBreak(_ chunk: Int) -> Bool {
    chunks[chunk].kind == .comma || chunks[chunk].kind == .quote
  }

  /// `When he left, they stayed`: the clause before the comma is over when its outer one still
  /// waits for a subject.
  private mutating func closeFronted(at here: Int) {
    guard let top = open.last, !top.isWaiting,
      let depth = open.lastIndex(where: { $0.isWaiting }), open[depth].candidate < 0
    else { return }
    while open.count > depth + 1 {
      if let row = open.last?.row { layer.rows[row].isFronted = true }
      close(at: here)
    }
  }

  private mutating func strong(_ here: Int) {
    while open.count > 1 { close(at: here) }
    guard let top = open.last, !top.isWaiting || chunks[here].kind == .strong else { return }
    close(at: here)
    push(.main, at: min(here + 1, chunks.count - 1), opener: -1, parent: -1)
  }

  /// Whether a preposition or another verb takes this noun group.
  func isGoverned(_ here: Int, _ lower: Int) -> Bool {
    var row = here
    for _ in 0..<6 {
      var before = row - 1
      while before >= lower, chunks[before].kind == .adverb { before -= 1 }
      guard before >= lower else { return false }
      switch chunks[before].kind {
      case .preposition: return !isMoreThan(before, row)
      case .verb: return groups[chunks[before].head].form != .finite
      case .conjunction:
        guard before - 1 >= lower,
          chunks[before - 1].kind == .noun || chunks[before - 1].kind == .adjective
        else { return false }
        row = before - 1
      default: return false
      }
    }
    return false
  }

  /// `more than 13 million people`: a comparison before a number is part of it.
  private func isMoreThan(_ preposition: Int, _ noun: Int) -> Bool {
    tokens[chunks[preposition].start].word == function.than && chunks[noun].start < classes.count
      && classes[chunks[noun].start] == .number
  }
}
