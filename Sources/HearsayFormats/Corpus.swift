package import HearsayCore

/// Articles about one story, with everything that kept some of them out.
package struct Corpus: Sendable {
  /// What the story is, if a `corpus.yaml` says so.
  package var title: String?
  /// The rules files it names, as paths.
  package var rules: [String] = []
  /// What was named as an article, in the order given; in a folder without a list by name.
  package var entries: [Entry] = []
  /// One message for each file that could not be read.
  package var diagnostics: [Diagnostic] = []
  /// The paths of which not only an article but the list of them could not be read.
  package private(set) var pathsWithoutList: Set<String> = []
  private var lacksList = false
  /// Texts that are known; one whose bytes are the same still is not kept twice.
  private let known: [String: SourceText]

  /// One file: an article, or why it is none.
  package struct Entry: Sendable {
    package var path: String
    package var known: KnownFacts
    package var text: Result<SourceText, FileProblem>
  }

  /// The articles that can be read, in order.
  package var articles: [Article] {
    entries.compactMap { entry in
      (try? entry.text.get()).map { Article(text: $0, known: entry.known) }
    }
  }

  /// No articles.
  package init() { known = [:] }

  /// Reads what stands at each path: an article, a folder of them, a `corpus.yaml`.
  ///
  /// Files whose bytes are those of a text in `known` give that text.
  package init(_ paths: [String], files: FileAccess, known: [String: SourceText] = [:]) {
    self.known = known
    for path in paths {
      lacksList = false
      add(path, files)
      if lacksList { pathsWithoutList.insert(path) }
    }
  }

  private mutating func add(_ path: String, _ files: FileAccess) {
    switch files.kind(path) {
    case .folder: addFolder(path, files)
    case _ where Path.leaf(path) == "corpus.yaml":
      addListed(path, in: Path.folder(path), files)
    default: addArticle(path, KnownFacts(), files)
    }
  }

  private mutating func addFolder(_ folder: String, _ files: FileAccess) {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let names = files.list(folder) else {
      diagnostics.append(FileProblem.unreadable.diagnostic(folder))
      lacksList = true
      return
    }
    if names.contains("corpus.yaml") {
      return addListed(Path.join(folder, "corpus.yaml"), in: folder, files)
    }
    var manifest: Manifest?
    if names.contains("manifest.tsv") {
      manifest = readManifest(Path.join(folder, "manifest.tsv"), files)
    }
    let texts = names.filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }
    let listed = manifest?.order.filter { !texts.contains($0) } ?? []
    for name in texts + listed {
      let known = manifest?.facts[Path.leaf(name)] ?? KnownFacts()
      addArticle(Path.join(folder, name), known, files)
    }
    if texts.isEmpty, listed.isEmpty {
      let hasPages = names.contains { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }
      let next = hasPages ? "; `hearsay text PAGE.html > PAGE.txt` makes one of a web page" : ""
      diagnostics.append(
        Diagnostic(
          .error, code: "no-articles", file: folder,
          message: "no article (.txt) in this folder" + next))
    }
  }

  private mutating func readManifest(_ path: String, _ files: FileAccess) -> Manifest? {
    do {
      let manifest = Manifest(try files.text(of: path))
      diagnostics += manifest.diagnostics
      return manifest
    } catch {
      lacksList = true
      diagnostics.append(error.diagnostic(path))
      return nil
    }
  }

  private mutating func addListed(_ path: String, in folder: String, _ files: FileAccess) {
    let list: CorpusFile
    do {
      list = CorpusFile(try files.text(of: path))
    } catch {
      lacksList = true
      diagnostics.append(error.diagnostic(path))
      return
    }
    title = title ?? list.title
    rules += list.rules.map { Path.join(folder, $0) }.filter { !rules.contains($0) }
    diagnostics += list.diagnostics
    if list.isBroken { lacksList = true }
    for entry in list.articles {
      addArticle(Path.join(folder, entry.file), entry.known, files)
    }
    if list.articles.isEmpty, list.diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, code: "no-articles", file: path, message: "no article is listed in it"))
    }
  }

  private mutating func addArticle(_ path: String, _ facts: KnownFacts, _ files: FileAccess) {
    do throws(FileProblem) {
      let bytes = try files.bytes(of: path)
      if let text = known[path], text.bytes == bytes {
        entries.append(Entry(path: path, known: facts, text: .success(text)))
        return
      }
      if let problem = checkText(bytes) { throw problem }
      let text = SourceText(name: path, bytes: bytes)
      entries.append(Entry(path: path, known: facts, text: .success(text)))
    } catch {
      entries.append(Entry(path: path, known: facts, text: .failure(error)))
      diagnostics.append(error.diagnostic(path))
    }
  }
}

extension FileAccess {
  /// The folders in `folder` that hold a `corpus.yaml`: by its `order`, then by name.
  package func stories(in folder: String) -> [String] {
    var found: [(order: Int, path: String)] = []
    for name in list(folder) ?? [] {
      let path = Path.join(folder, name)
      guard let list = try? text(of: Path.join(path, "corpus.yaml")) else { continue }
      found.append((CorpusFile(list).order ?? Int.max, path))
    }
    return found.sorted { ($0.order, $0.path) < ($1.order, $1.path) }.map(\.path)
  }
}
