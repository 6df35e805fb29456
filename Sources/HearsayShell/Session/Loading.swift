package import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayReading
import HearsayRules

extension Session {
  /// Loads more articles, and the rules that their `corpus.yaml` names unless some are named.
  ///
  /// - Returns: what is wrong with files and rules. Articles that can be read are there, unless
  ///   the rules have errors: then nothing has changed.
  package mutating func load(_ paths: [String]) -> [Diagnostic] {
    replace(corpus: corpusPaths + paths.filter { !corpusPaths.contains($0) }, rules: ruleArguments)
  }

  /// Loads other articles in place of those there are.
  package mutating func open(_ paths: [String]) -> [Diagnostic] {
    replace(corpus: paths, rules: [])
  }

  /// Reads anew what has changed on the disk.
  ///
  /// With mistakes in the rules, or without the list of articles, the old state stays as it was.
  package mutating func reload() -> [Diagnostic] {
    replace(corpus: corpusPaths, rules: ruleArguments)
  }

  /// Puts other rules in force.
  package mutating func useRules(_ paths: [String]) -> [Diagnostic] {
    replace(corpus: corpusPaths, rules: paths)
  }

  /// All or nothing: what is loaded changes when everything is read, in one step.
  private mutating func replace(corpus paths: [String], rules named: [String]) -> [Diagnostic] {
    change = nil
    let corpus = Corpus(paths, files: files, known: knownTexts())
    let loaded = loadRules(
      named.isEmpty ? corpus.rules : named, files: files, roots: roots, former: loadedRules)
    // Warnings about rules are for those who write them: `hearsay test` shows them.
    let mistakes = loaded.diagnostics.filter { $0.severity == .error }
    let diagnostics = mistakes + corpus.diagnostics
    guard let rules = loaded.rules else { return diagnostics }
    if let lost = lostPath(corpus, paths) { return diagnostics + [nothingChanged(lost)] }
    let plan = LoadPlan(corpus, self, hasSameRules: loadedRules?.isMade(of: loaded.sources) == true)
    let byHand = correctionsOnDisk(beside: paths)
    let names = byHand.file.corrections.filter { !$0.names.isEmpty }
    let graphRules = GraphRules(rules).corrected(by: names)
    var next = NextCorpus(self, plan, rules, graphRules, hasSameNames: names == namesByHand)
    guard next.read(plan, of: self) else {
      progress?(LoadProgress(step: .done, count: 0, all: 0))
      return diagnostics + [Diagnostic(.error, code: "interrupted", message: "interrupted")]
    }
    change = next.change(plan, from: self)
    shown = shown.compactMap { next.row(of: $0, plan, from: self) }
    lastRows = lastRows.map { meaning in
      guard let rows = meaning.claimRows else { return meaning }
      return .claims(rows.compactMap { next.row(of: $0, plan, from: self) })
    }
    (graph, articles, reader) = (next.graph, next.articles, next.reader)
    corpusPaths = paths.filter { corpusPaths.contains($0) || files.kind($0) != .missing }
    (ruleArguments, loadedRules, title) = (named, loaded, corpus.title)
    (self.byHand, namesByHand) = (byHand.file, names)
    shareText()
    graph.apply(self.byHand.corrections)
    progress?(LoadProgress(step: .done, count: articles.count, all: articles.count))
    return diagnostics + plan.diagnostics + byHand.diagnostics + lostCorrections()
  }

  private func knownTexts() -> [String: SourceText] {
    Dictionary(articles.map { ($0.article.text.name, $0.article.text) }) { first, _ in first }
  }

  /// A folder or list that was loaded and cannot be read any more.
  private func lostPath(_ corpus: Corpus, _ paths: [String]) -> String? {
    corpusPaths.first { path in
      guard paths.contains(path) else { return false }
      if corpus.pathsWithoutList.contains(path) { return true }
      let inside = path.hasSuffix("/") ? path : path + "/"
      return files.kind(path) == .missing
        && articles.contains { $0.article.text.name.hasPrefix(inside) }
    }
  }

  private func nothingChanged(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, code: "nothing-changed", file: path,
      message: "which articles belong here is not known any more: nothing was changed")
  }

  /// Makes the graph anew where names were merged or split by hand; other corrections are put on
  /// the one there is.
  mutating func applyCorrections() {
    guard let rules else { return }
    let corrections = byHand.corrections
    let names = corrections.filter { !$0.names.isEmpty }
    if names != namesByHand {
      var again = ClaimGraph(rules: GraphRules(rules).corrected(by: names))
      again.givenUp = graph.givenUp
      for row in graph.wanted(graph.documents.indices) { again.add(graph.article(row)) }
      (graph, namesByHand) = (again, names)
      shareText()
    }
    graph.apply(corrections)
  }
}

extension ClaimGraph {
  mutating func add(_ article: (document: GraphDocument, claims: [Claim])) {
    add(article.document, claims: article.claims)
  }
}

/// Which articles there will be, and which of them need not be read.
struct LoadPlan {
  struct Entry {
    var article: Article
    /// The row of the same article, when it stays as it is.
    var same: Int?
    /// The row of the article of that file, as it is or was.
    var former: Int?
  }

  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Rows of articles whose file belongs to the corpus no more.
  private(set) var gone: [Int] = []
  let hasSameRules: Bool

  init(_ corpus: Corpus, _ session: Session, hasSameRules: Bool) {
    self.hasSameRules = hasSameRules
    let known = session.articles.enumerated().map { ($1.article.text.name, $0) }
    let rows = Dictionary(known) { first, _ in first }
    var seen: Set<String> = []
    for entry in corpus.entries where seen.insert(entry.path).inserted {
      add(entry, former: rows[entry.path], session.articles)
    }
    let stays = Set(entries.compactMap(\.former))
    gone = session.articles.indices.filter { !stays.contains($0) }
  }

  private mutating func add(_ entry: Corpus.Entry, former: Int?, _ articles: [ReadArticle]) {
    var article: Article
    switch entry.text {
    case .success(let text):
      if let problem = WebPage.problem(text) { return diagnostics.append(problem) }
      article = Article(text: text, known: entry.known)
    case .failure(let problem):
      // What is not there is gone; what cannot be read may be half-way through being written.
      guard problem != .missing, let former else { return }
      article = Article(text: articles[former].article.text, known: entry.known)
      diagnostics.append(
        Diagnostic(
          .warning, code: "former-text", file: entry.path,
          message: "what was read before stays in force"))
    }
    let isSame = former.map { articles[$0].isSame(as: article) } ?? false
    entries.append(
      Entry(article: article, same: hasSameRules && isSame ? former : nil, former: former))
  }

  /// How many articles at the beginning are those that were there.
  var unmoved: Int {
    var row = 0
    while row < entries.count, entries[row].same == row { row += 1 }
    return row
  }
}

/// The corpus as it will be, beside the one that is in force.
private struct NextCorpus {
  var graph: ClaimGraph
  var articles: [ReadArticle] = []
  private let again: ArticleReader
  private let keepsAll: Bool
  /// Articles that are in the graph already.
  private let ready: Int

  /// The reader of the rules to come.
  var reader: Reader { again.copy }

  /// So much text may have all of its findings kept.
  private static let mostBytes = 4 << 20
  /// Read and put into the graph together, so that few findings are there at a time.
  private static let batch = 128

  init(
    _ session: Session, _ plan: LoadPlan, _ rules: RuleSet, _ graphRules: GraphRules,
    hasSameNames: Bool
  ) {
    let known = plan.hasSameRules ? session.reader : nil
    again = ArticleReader(known ?? Reader(rules: rules))
    keepsAll = plan.entries.reduce(0) { $0 + $1.article.text.bytes.count } <= Self.mostBytes
    let mayStay = plan.hasSameRules && hasSameNames && plan.unmoved == session.articles.count
    ready = mayStay ? session.articles.count : 0
    graph = ready > 0 ? session.graph : ClaimGraph(rules: graphRules)
    graph.givenUp = session.graph.givenUp
    articles = Array(session.articles.prefix(ready))
  }

  /// Reads what is new; `false` when the person stopped it.
  mutating func read(_ plan: LoadPlan, of session: Session) -> Bool {
    var start = ready
    let all = plan.entries[ready...].count { $0.same == nil }
    var done = 0
    func tell() {
      if all > 0 { session.progress?(LoadProgress(step: .reading, count: done, all: all)) }
    }
    tell()
    while start < plan.entries.count {
      let entries = plan.entries[start..<min(start + Self.batch, plan.entries.count)]
      let fresh = entries.filter { $0.same == nil }.map(\.article)
      let readings = readAll(fresh, with: again.copy, isCancelled: session.isCancelled)
      var next = readings.makeIterator()
      for entry in entries {
        if session.graph.isGivenUp { return false }
        if let same = entry.same {
          articles.append(session.articles[same])
          graph.add(session.graph.article(same))
        } else {
          guard let reading = next.next() ?? nil else { return false }
          add(entry.article, reading)
        }
      }
      start += entries.count
      done += fresh.count
      tell()
    }
    session.progress?(LoadProgress(step: .searching, count: done, all: all))
    return true
  }

  private mutating func add(_ article: Article, _ reading: Reading) {
    articles.append(ReadArticle(article, reading, by: again, keepingAll: keepsAll))
    let document = GraphDocument(
      file: article.text.name, facts: facts(reading.document, article.known),
      entities: reading.entities)
    graph.add(document, claims: reading.claims)
  }

  /// What the article says of itself; where it is silent, what came with it.
  private func facts(_ found: DocumentFacts, _ known: KnownFacts) -> DocumentFacts {
    var facts = found
    facts.outlet = facts.outlet ?? known.outlet
    if facts.published == nil, let day = known.published {
      facts.published = TimeValue(day: day, derivation: "given with the article")
      facts.publishedBasis = .manifest
    }
    if facts.bylines.isEmpty, let byline = known.byline { facts.bylines = [byline] }
    return facts
  }

  // MARK: - What changed

  func change(_ plan: LoadPlan, from session: Session) -> CorpusChange {
    var change = CorpusChange()
    change.hasOtherRules = !plan.hasSameRules && !session.articles.isEmpty
    for (row, entry) in plan.entries.enumerated() {
      guard entry.same == nil else {
        change.keptArticles += 1
        change.claimsOfKept += graph.claimRows[row].count
        continue
      }
      let name = entry.article.text.name
      // Of a new file all claims are new: a first load need not ask for any id.
      let file = entry.former.map { former in
        CorpusChange.File(
          name, .readAgain, before: session.graph.claims.ids(ofDocument: former),
          after: graph.claims.ids(ofDocument: row))
      }
      let count = graph.claimRows[row].count
      change.files.append(file ?? CorpusChange.File(name, .new, claims: count))
    }
    for row in plan.gone {
      let count = session.graph.claimRows[row].count
      change.files.append(
        CorpusChange.File(session.articles[row].article.text.name, .gone, claims: count))
    }
    change.sameNumbers = plan.unmoved == 0 ? 0 : graph.claimRows[plan.unmoved - 1].upperBound
    return change
  }

  /// Where a claim of the former graph is now: by its place in an article that stays, else by id.
  func row(of former: Int, _ plan: LoadPlan, from session: Session) -> Int? {
    guard let claim = session.graph.claim(former),
      let document = plan.entries.firstIndex(where: { $0.former == claim.document })
    else { return nil }
    if plan.entries[document].same != nil {
      let place = former - session.graph.claimRows[claim.document].lowerBound
      return graph.claimRows[document].lowerBound + place
    }
    return graph.claimRows[document].first { graph.claims.id(of: $0) == claim.id }
  }
}
