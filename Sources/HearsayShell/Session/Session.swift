package import HearsayCore
package import HearsayFormats
package import HearsayGraph
internal import HearsayReading
internal import HearsayReuse
package import HearsayRules

/// What is loaded: the only thing that changes.
///
/// Files reach it through the functions it is handed, so that all of it can be tested without any.
package struct Session: Sendable {
  package internal(set) var files: FileAccess
  /// Folders in which `rules/` may stand.
  package let roots: [String]
  /// The paths the articles came from, in the order loaded.
  package internal(set) var corpusPaths: [String] = []
  /// The rules files named by the person; a corpus may name others.
  package internal(set) var ruleArguments: [String]
  /// What the story is.
  package internal(set) var title: String?
  /// The rules in force, with their files.
  var loadedRules: LoadedRules? { didSet { questionTable = nil } }
  /// The questions in plain words that the rules know, once one was asked.
  var questionTable: QuestionTable?
  /// The articles, in the order of the graph's documents.
  package internal(set) var articles: [ReadArticle] = [] {
    didSet {
      gatherLeaves()
      sharedText = nil
    }
  }
  /// Their claims.
  package internal(set) var graph = ClaimGraph() { didSet { graphVersion &+= 1 } }
  /// Changes whenever the claims do, so that what was counted of them can be told to be old.
  package private(set) var graphVersion = 0
  /// What was decided by hand, beside the first thing loaded.
  var byHand = CorrectionsFile()
  /// What was taken back of it and can be put back, the last thing last.
  var undone: [Undone] = []
  /// The names that were merged and split when the graph was made.
  var namesByHand: [Correction] = []
  /// What the last `load` or `reload` changed; `nil` when it changed nothing.
  package internal(set) var change: CorpusChange?
  /// Who shares text with whom; `nil` when there was too much text to look through.
  var sharedText: TextReuse?
  /// The lines that the line editor keeps, oldest first; `nil` where nobody types.
  package var typedLines: [String]?
  /// The claims of the last answer, for `@1`.
  package var shown: [Int] = []
  /// What the last command came to.
  package var last: LastAnswer?
  /// What each row of the last answer is about, for `@1`.
  var lastRows: [RowMeaning] = []
  /// How many scripts are running each other.
  var scriptDepth = 0
  /// What scripts that run have answered and nobody has seen yet, the outermost first.
  var unshown: [String] = []
  /// What is being written down, as typed.
  var recording: Recording?
  /// The answers to a line as a file would get them, for what is being written down.
  var plain = ""
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
  package var format: OutputFormat {
    get { settings.format(of: "", isTerminal: false) }
    set { settings.output = newValue }
  }
  /// What the person set.
  package var settings = Settings()
  /// Names of the person's own for commands.
  var shortNames: [String: String] = [:]
  /// Whether `compar` stands for `compare`: at a terminal only.
  package var allowsPrefixes = false
  /// Other programs; `nil` where none can be started.
  package var programs: ProgramAccess?
  /// Told how far reading has come.
  package var progress: (@Sendable (LoadProgress) -> Void)?
  /// Whether the person has asked to stop.
  package var isCancelled: @Sendable () -> Bool = { false }

  var reader: Reader?
  /// The articles by file names that no other has, so that a place can be told by them.
  private(set) var leaves: [String: Int] = [:]
  /// What each article is called in a place: its file name, or the whole path where two share it.
  private(set) var shownFiles: [String] = []

  /// An empty session.
  package init(files: FileAccess, roots: [String] = [""], rules: [String] = []) {
    self.files = files
    self.roots = roots
    ruleArguments = rules
  }

  /// As it is now, for what is worked out of it later: without the last answer, which would be kept
  /// with it, and the one before with that.
  var forLater: Session {
    var copy = self
    (copy.last, copy.lastRows, copy.shown) = (nil, [], [])
    // Whoever gave up the answer has asked for its rows all the same.
    copy.listen(to: nil)
    return copy
  }

  /// The rules in force.
  package var rules: RuleSet? { loadedRules?.rules }

  /// The files they came from, the language first.
  package var rulePaths: [String] { loadedRules?.paths ?? [] }

  /// From now on no file is written and no program started.
  package mutating func beSafe() {
    isSafe = true
    files.write = { _, _ in false }
    files.replace = { _, _ in false }
    files.remove = { _ in false }
  }

  /// Back from `beSafe`.
  mutating func beUnsafe(_ before: FileAccess) {
    isSafe = false
    files = before
  }

  /// What works out answers looks at the flag from now on; that changes no claim.
  mutating func listen(to flag: GivenUp?) {
    let version = graphVersion
    graph.givenUp = flag
    graphVersion = version
  }

  private mutating func gatherLeaves() {
    leaves = [:]
    let files = articles.map(\.article.text.name)
    let last = files.map(Path.leaf)
    var shared: Set<String> = []
    for (number, leaf) in last.enumerated() {
      if leaves.updateValue(number, forKey: leaf) != nil { shared.insert(leaf) }
    }
    for leaf in shared { leaves[leaf] = nil }
    shownFiles = zip(last, files).map { leaf, file in shared.contains(leaf) ? file : leaf }
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

  /// `today` of the corpus: as set, else the last day any article was published or any claim holds
  /// for.
  var newestDay: Day? {
    if let today = settings.today { return today }
    let published = graph.documents.compactMap { $0.facts.published }
    let days = published.compactMap { ($0.latest ?? $0.earliest)?.day }
    return days.max() ?? graph.claims.indices.compactMap { graph.day(of: $0) }.max()
  }
}
