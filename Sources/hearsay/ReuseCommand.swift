import ArgumentParser
import HearsayCore
import HearsayFormats
import HearsayReuse
import HearsayShell

/// `hearsay reuse`: text that files have in common, and who probably took it from whom.
struct ReuseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reuse", abstract: "Print the text that articles share as JSON lines.",
    discussion: """
      The earlier of two articles is taken for the source. Dates come from --manifest, else from \
      manifest.tsv in the folder of the articles or FOLDER.jsonl beside it; without any, only a \
      clear difference in length tells.
      """)

  @Option(help: "What is known of the files: lines of tab-parted or JSON fields, with dates.")
  var manifest: String?
  @Option(help: "Pairs of file names, parted by a tab, one a line; only these are shown.")
  var pairs: String?
  @Option(help: "The folder of the files that --pairs names.")
  var docs: String?
  @Argument(help: "Articles, or folders of them (.txt).", completion: .file())
  var files: [String] = []

  func validate() throws {
    if (pairs == nil) != (docs == nil) {
      throw ValidationError("--pairs and --docs go together")
    }
    if files.isEmpty, docs == nil { throw ValidationError("no articles are given") }
  }

  func run() throws {
    var isFine = true
    var wanted: Set<ReusePairName>?
    var paths = files.flatMap(articles)
    if let pairs, let docs {
      let names = pairNames(try text(of: pairs))
      wanted = Set(names)
      paths = Set(names.flatMap { [$0.one, $0.other] }).sorted().map { Path.join(docs, $0) }
    }
    let texts = try self.texts(paths, &isFine)
    for line in reuseLines(findReuse(in: texts), of: texts, only: wanted) {
      Output.write(line + "\n")
    }
    Output.flush()
    if !isFine { throw ExitCode(1) }
  }

  /// The articles of a folder in order of their names; a file is itself.
  private func articles(_ path: String) -> [String] {
    guard FileAccess.disk.kind(path) == .folder else { return [path] }
    let names = (FileAccess.disk.list(path) ?? []).filter { $0.hasSuffix(".txt") }
    return names.isEmpty ? [path] : names.map { Path.join(path, $0) }
  }

  private func texts(_ paths: [String], _ isFine: inout Bool) throws -> [ReuseText] {
    let published = try datesOfArticles(paths)
    var texts: [ReuseText] = []
    for path in paths {
      do throws(FileProblem) {
        let text = try FileAccess.disk.text(of: path)
        texts.append(
          ReuseText(name: path, bytes: text.bytes, published: published[Path.leaf(path)]))
      } catch {
        isFine = false
        Output.report(diagnosticText(error.diagnostic(path)))
      }
    }
    return texts
  }

  /// What the named table says, or one that lies where such tables lie.
  private func datesOfArticles(_ paths: [String]) throws -> [String: Int] {
    if let manifest { return publishedMinutes(try text(of: manifest)) }
    guard let folder = paths.first.map(Path.folder), !folder.isEmpty else { return [:] }
    for path in [Path.join(folder, "manifest.tsv"), folder + ".jsonl"] {
      // Nobody named it: what cannot be read, or is another table, tells no date.
      guard case .file = FileAccess.disk.kind(path),
        let table = try? FileAccess.disk.text(of: path)
      else { continue }
      return publishedMinutes(table)
    }
    return [:]
  }

  private func text(of path: String) throws -> SourceText {
    do throws(FileProblem) {
      return try FileAccess.disk.text(of: path)
    } catch {
      Output.report(diagnosticText(error.diagnostic(path)))
      throw ExitCode(1)
    }
  }
}
