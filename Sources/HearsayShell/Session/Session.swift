package import HearsayCore
package import HearsayFormats
package import HearsayGraph
internal import HearsayReading
internal import HearsayReuse
package import HearsayRules

/// An article with what was read in it.
package struct ReadArticle: Sendable {
  package var article: Article
  package var reading: Reading
}

/// What is loaded: the only thing that changes.
///
/// Files reach it through the functions it is handed, so that all of it can be tested without any.
package struct Session: Sendable {
  package internal(set) var files: FileAccess
  /// Folders in which `rules/` may stand.
  package let roots: [String]
  /// The paths the articles came from, in the order loaded.
  package private(set) var corpusPaths: [String] = []
  /// The rules files named by the person; a corpus may name others.
  package private(set) var ruleArguments: [String]
  /// What the story is.
  package private(set) var title: String?
  /// The rules in force.
  package private(set) var rules: RuleSet?
  /// The files they came from, the language first.
  package private(set) var rulePaths: [String] = []
  /// The articles, in the order of the graph's documents.
  package private(set) var articles: [ReadArticle] = []
  /// Their claims.
  package internal(set) var graph = ClaimGraph()
  /// What was decided by hand, beside the first thing loaded.
  var byHand = CorrectionsFile()
  /// The bytes of its file as they were read or written last; `nil` when there is none.
  var keptByHand: [UInt8]?
  /// Who shares text with whom; `nil` when there was too much of it to look for.
  var sharedText: TextReuse?
  /// The claims of the last answer, for `@1`.
  package var shown: [Int] = []
  /// What the last command came to.
  package var last: LastAnswer?
  /// How many scripts are running each other.
  var scriptDepth = 0
  /// What is being written down, as typed.
  var recording: Recording?
  /// The lesson a person is in.
  var lesson: LessonRun?
  /// The lesson that ended last, for its report.
  var lastLesson: LessonRun?
  /// Where lessons were left, by their names.
  var lessonPlaces: [String: Int] = [:]
  /// Whether no file may be written and no other program started.
  package private(set) var isSafe = false
  /// Where places in lessons are kept between sessions.
  package var lessonPlaceFile: LessonPlaceFile?
  /// How answers are written when a command does not say.
  package var format = OutputFormat.table
  /// Whether `compar` stands for `compare`: at a terminal only.
  package var allowsPrefixes = false
  /// Whether the person has asked to stop.
  package var isCancelled: @Sendable () -> Bool = { false }

  var reader: Reader?
  /// How many articles bear a file name, so that a place can be told by it.
  private(set) var leafCounts: [String: Int] = [:]

  /// An empty session.
  package init(files: FileAccess, roots: [String] = [""], rules: [String] = []) {
    self.files = files
    self.roots = roots
    ruleArguments = rules
  }

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

  /// From now on no file is written and no program started.
  package mutating func beSafe() {
    isSafe = true
    files.write = { _, _ in false }
    files.replace = { _, _ in false }
  }

  /// Back from `beSafe`.
  mutating func beUnsafe(_ before: FileAccess) {
    isSafe = false
    files = before
  }

  /// Reads all files anew.
  ///
  /// With mistakes in the rules the old state stays as it was.
  package mutating func reload() -> [Diagnostic] {
    replace(corpus: corpusPaths, rules: ruleArguments)
  }

  /// Puts other rules in force.
  package mutating func useRules(_ paths: [String]) -> [Diagnostic] {
    replace(corpus: corpusPaths, rules: paths)
  }

  private mutating func replace(corpus paths: [String], rules named: [String]) -> [Diagnostic] {
    let corpus = Corpus(paths, files: files)
    let loaded = loadRules(named.isEmpty ? corpus.rules : named, files: files, roots: roots)
    // Warnings about rules are for those who write them: `hearsay test` shows them.
    let mistakes = loaded.diagnostics.filter { $0.severity == .error }
    let diagnostics = mistakes + corpus.diagnostics
    guard let rules = loaded.rules else { return diagnostics }
    let reader = Reader(rules: rules)
    let articles = withoutTwins(corpus.articles)
    let readings = readAll(articles, with: reader, isCancelled: isCancelled)
    let read = zip(articles, readings).compactMap { article, reading in
      reading.map { ReadArticle(article: article, reading: $0) }
    }
    guard read.count == articles.count else {
      return diagnostics + [Diagnostic(.error, code: "interrupted", message: "interrupted")]
    }
    self.reader = reader
    self.rules = rules
    (corpusPaths, ruleArguments, rulePaths) = (paths, named, loaded.paths)
    title = corpus.title
    shown = []
    self.articles = read
    let corrections = readCorrections()
    applyCorrections()
    return diagnostics + corrections + lostCorrections()
  }

  /// Makes the graph of what was read and of what was decided by hand.
  mutating func applyCorrections() {
    guard let rules else { return }
    let corrections = byHand.corrections
    join(articles, GraphRules(rules).corrected(by: corrections))
    graph.apply(corrections)
  }

  /// Articles join in the order given, so that `d0` is the first of the list.
  private mutating func join(_ read: [ReadArticle], _ rules: GraphRules) {
    leafCounts = [:]
    for item in read { leafCounts[Path.leaf(item.article.text.name), default: 0] += 1 }
    graph = ClaimGraph(rules: rules)
    for item in read {
      let document = GraphDocument(
        file: item.article.text.name, facts: facts(item), entities: item.reading.entities)
      graph.add(document, claims: item.reading.claims)
    }
    shareText()
  }

  /// What the article says of itself; where it is silent, what came with it.
  private func facts(_ item: ReadArticle) -> DocumentFacts {
    var facts = item.reading.document
    let known = item.article.known
    facts.outlet = facts.outlet ?? known.outlet
    if facts.published == nil, let day = known.published {
      facts.published = TimeValue(day: day, derivation: "given with the article")
      facts.publishedBasis = .manifest
    }
    if facts.bylines.isEmpty, let byline = known.byline { facts.bylines = [byline] }
    return facts
  }

  private func withoutTwins(_ articles: [Article]) -> [Article] {
    var seen: Set<String> = []
    return articles.filter { seen.insert($0.text.name).inserted }
  }

  /// What the reader of articles makes of typed words, such as `two dozen` or `$3.5 million`.
  func quantity(in words: String) -> Quantity? {
    guard var reader else { return nil }
    let reading = reader.read(Article(text: SourceText(name: "", text: words)))
    guard let found = reading.quantities.first, reading.quantities.count == 1 else { return nil }
    return found.range.count == words.utf8.count || found.value.unit != nil ? found.value : nil
  }

  /// Reads one sentence with the rules in force, for their tests.
  package func read(_ sentence: String) -> Reading? {
    guard var reader else { return nil }
    return reader.read(Article(text: SourceText(name: "sentence", text: sentence)))
  }

  /// The last day any article was published or any claim holds for: `today` of the corpus.
  var newestDay: Day? {
    let published = graph.documents.compactMap { $0.facts.published }
    let days = published.compactMap { ($0.latest ?? $0.earliest)?.day }
    return days.max() ?? graph.claims.indices.compactMap { graph.day(of: $0) }.max()
  }
}
