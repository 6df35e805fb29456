import ArgumentParser
import HearsayCore
import HearsayFormats
import HearsayReading
import HearsayShell

/// `hearsay extract`: what was read, one JSON object a finding.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Print every finding in articles as JSON lines.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl }

  @Option(
    help: "A rules file over those of English; may be given again.",
    completion: .file(extensions: ["yaml"]))
  var rules: [String] = []
  @Option(help: "The day of publication, as 2026-01-14.")
  var date: String?
  @Option(help: "A table of files and their days of publication.", completion: .file())
  var manifest: String?
  @Option(help: "Who said what (strict), or also what people think, want and plan (wide).")
  var profile = SpeechProfile.strict
  @Option(help: "How findings are written.")
  var format = Format.jsonl
  @Argument(help: "Articles.", completion: .file())
  var files: [String]

  func validate() throws {
    if let date, Day(iso: date) == nil {
      throw ValidationError("'\(date)' is no day: a day is written 2026-01-14")
    }
    if date != nil, manifest != nil {
      throw ValidationError("--date and --manifest cannot be given together")
    }
  }

  func run() throws {
    var known: [String: KnownFacts] = [:]
    var isFine = true
    if let manifest {
      let table = try readManifest(manifest)
      known = table.facts
      isFine = table.diagnostics.isEmpty
    }
    let day = date.flatMap(Day.init(iso:))
    let reader = try loadReader(rules, profile)
    try readFiles(
      files, with: reader, isFine: isFine,
      known: { known[Path.leaf($0)] ?? KnownFacts(published: day) }, lines: extractLines)
  }

  private func readManifest(_ path: String) throws -> Manifest {
    do throws(FileProblem) {
      let table = Manifest(try FileAccess.disk.text(of: path))
      for diagnostic in table.diagnostics { Output.report(diagnosticText(diagnostic)) }
      return table
    } catch {
      Output.report(diagnosticText(error.diagnostic(path)))
      throw ExitCode(1)
    }
  }
}

extension SpeechProfile: ExpressibleByArgument {}

/// `hearsay segment`: sentence borders.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Print where each sentence stands.")

  @Option(
    help: "A rules file over those of English; may be given again.",
    completion: .file(extensions: ["yaml"]))
  var rules: [String] = []
  @Argument(help: "Articles.", completion: .file())
  var files: [String]

  func run() throws {
    try readFiles(
      files, with: try loadReader(rules), known: { _ in KnownFacts() },
      reading: { $0.segment($1) }, lines: segmentLines)
  }
}

/// `hearsay text`: an article's own text.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print the own text of articles, without page furniture.",
    discussion: "Paragraphs have an empty line between them, articles a line feed page (FF).")

  @Argument(help: "Articles.", completion: .file())
  var files: [String]

  func run() throws {
    var isFirst = true
    try readFiles(
      files, with: try loadReader([]), takingPages: true, known: { _ in KnownFacts() },
      reading: readUnlessPage
    ) { reading, article in
      defer { isFirst = false }
      return [(isFirst ? "" : "\u{0C}") + ownText(reading, of: article)]
    }
  }
}

/// `hearsay meta`: title, authors, day and publisher of articles.
struct MetaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meta", abstract: "Print what articles say of themselves as JSON lines.")

  @Argument(help: "Articles.", completion: .file())
  var files: [String]

  func run() throws {
    try readFiles(
      files, with: try loadReader([]), takingPages: true, known: { _ in KnownFacts() },
      reading: readUnlessPage
    ) { [metaLine($0, of: $1)] }
  }
}

/// A page tells by its elements what its text is; its source is not prose.
@Sendable private func readUnlessPage(_ reader: inout Reader, _ article: Article) -> Reading {
  WebPage.isPage(article.text) ? Reading() : reader.read(article)
}

/// Reads the files some at a time and prints what is made of each; 1 when one could not be read.
///
/// Web pages are read by those who take them.
private func readFiles(
  _ paths: [String], with reader: Reader, isFine: Bool = true, takingPages: Bool = false,
  known: (String) -> KnownFacts,
  reading read: @Sendable (inout Reader, Article) -> Reading = { $0.read($1) },
  lines: (Reading, Article) -> [String]
) throws {
  var isFine = isFine
  var rest = paths[...]
  while !rest.isEmpty {
    var articles: [Article] = []
    for path in rest.prefix(32) {
      do throws(FileProblem) {
        let article = try FileAccess.disk.article(path, known: known(path))
        if !takingPages, let problem = WebPage.problem(article.text) {
          isFine = false
          Output.report(diagnosticText(problem))
        } else {
          articles.append(article)
        }
      } catch {
        isFine = false
        Output.report(diagnosticText(error.diagnostic(path)))
      }
    }
    for (article, reading) in zip(articles, readAll(articles, with: reader, reading: read)) {
      guard let reading else { continue }
      for line in lines(reading, article) { Output.write(line + "\n") }
    }
    rest = rest.dropFirst(32)
  }
  Output.flush()
  if !isFine { throw ExitCode(1) }
}

/// The reader for the given rules files, or every message about them.
func loadReader(_ paths: [String], _ profile: SpeechProfile = .strict) throws -> Reader {
  let loaded = loadRules(paths, files: .disk, roots: rootFolders())
  for diagnostic in loaded.diagnostics { Output.report(diagnosticText(diagnostic)) }
  guard let rules = loaded.rules else { throw ExitCode(1) }
  return Reader(rules: rules, profile: profile)
}

/// Where `rules/` and `seeds/` may stand: here, then above the executable.
func rootFolders() -> [String] {
  var roots = [""]
  var folder = FileAccess.executableFolder() ?? ""
  while folder.count > 1, roots.count < 8 {
    roots.append(folder)
    folder = Path.folder(folder)
  }
  return roots
}
