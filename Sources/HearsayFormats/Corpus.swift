package import HearsayCore

/// Articles about one story, with everything that kept some of them out.
package struct Corpus: Sendable {
  /// What the story is, if a `corpus.yaml` says so.
  package var title: String?
  /// The rules files it names, as paths.
  package var rules: [String] = []
  /// The articles, in the order given; in a folder without a list by name.
  package var articles: [Article] = []
  /// One message for each file that could not be read.
  package var diagnostics: [Diagnostic] = []

  /// No articles.
  package init() {}

  /// Reads what stands at each path: an article, a folder of them, a `corpus.yaml`.
  package init(_ paths: [String], files: FileAccess) {
    for path in paths { add(path, files) }
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
      diagnostics.append(
        Diagnostic(
          .error, code: "no-articles", file: folder, message: "no article (.txt) in this folder"))
    }
  }

  private mutating func readManifest(_ path: String, _ files: FileAccess) -> Manifest? {
    do {
      let manifest = Manifest(try files.text(of: path))
      diagnostics += manifest.diagnostics
      return manifest
    } catch {
      diagnostics.append(error.diagnostic(path))
      return nil
    }
  }

  private mutating func addListed(_ path: String, in folder: String, _ files: FileAccess) {
    let list: CorpusFile
    do {
      list = CorpusFile(try files.text(of: path))
    } catch {
      diagnostics.append(error.diagnostic(path))
      return
    }
    title = title ?? list.title
    rules += list.rules.map { Path.join(folder, $0) }.filter { !rules.contains($0) }
    diagnostics += list.diagnostics
    for entry in list.articles {
      addArticle(Path.join(folder, entry.file), entry.known, files)
    }
    if list.articles.isEmpty, list.diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, code: "no-articles", file: path, message: "no article is listed in it"))
    }
  }

  private mutating func addArticle(_ path: String, _ known: KnownFacts, _ files: FileAccess) {
    do {
      articles.append(try files.article(path, known: known))
    } catch {
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
