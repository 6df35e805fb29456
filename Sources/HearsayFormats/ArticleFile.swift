package import HearsayCore

extension FileAccess {
  /// The bytes of a file, if it is one and not too large.
  package func bytes(of path: String) throws(FileProblem) -> [UInt8] {
    switch kind(path) {
    case .missing: throw .missing
    case .folder: throw .folder
    case .other: throw .notRegular
    case .file(let bytes) where bytes > FileProblem.mostBytes: throw .tooLarge(bytes: bytes)
    case .file: break
    }
    guard let bytes = read(path) else { throw .unreadable }
    guard bytes.count <= FileProblem.mostBytes else { throw .tooLarge(bytes: bytes.count) }
    return bytes
  }

  /// A text file of any sort: rules, a manifest, an article.
  package func text(of path: String) throws(FileProblem) -> SourceText {
    let bytes = try bytes(of: path)
    if let problem = checkText(bytes) { throw problem }
    return SourceText(name: path, bytes: bytes)
  }

  /// One article with what is known of it.
  package func article(_ path: String, known: KnownFacts = KnownFacts()) throws(FileProblem)
    -> Article
  {
    Article(text: try text(of: path), known: known)
  }
}
