import HearsayCore
import HearsayGraph

extension Session {
  /// What a `load`, `reload` or `rules` changed, with every message about what it did not.
  func loadedReply(_ diagnostics: [Diagnostic], named command: String) -> Reply {
    var reply = Reply()
    let size = "\(counted(articles.count, "article")), \(counted(graph.claims.count, "claim"))"
    reply.warnings = diagnostics.map { messageText($0, for: format) }
    reply.isPartial = diagnostics.contains { $0.severity == .error }
    guard let change else {
      reply.notes = ["nothing was changed: \(size)"]
      return reply
    }
    reply.sections = sections(change)
    reply.notes = notes(change, size)
    reply.data = [data(change, command)]
    return reply
  }

  /// The articles that are not as they were; a first load has only new ones, and names none.
  private func sections(_ change: CorpusChange) -> [Reply.Section] {
    let isFirst = change.keptArticles == 0 && change.count(.new) == change.files.count
    guard !change.files.isEmpty, !isFirst else { return [] }
    let rows = change.files.prefix(Self.mostFilesNamed).map { file in
      Reply.Row([file.state.words, claimsText(file), file.file])
    }
    var section = Reply.Section(
      columns: [Reply.Column(""), Reply.Column("CLAIMS"), Reply.Column("FILE", .place)],
      rows: Array(rows))
    let more = change.files.count - rows.count
    if more > 0 { section.notes = ["and \(more) more"] }
    return [section]
  }

  private static let mostFilesNamed = 10

  private func claimsText(_ file: CorpusChange.File) -> String {
    let parts = [
      (file.keptClaims, "kept"), (file.newClaims, "new"), (file.goneClaims, "gone"),
    ]
    let named = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return named.isEmpty ? "none" : named.joined(separator: ", ")
  }

  private func notes(_ change: CorpusChange, _ size: String) -> [String] {
    let articles = [
      (change.keptArticles, "kept"), (change.count(.readAgain), "read again"),
      (change.count(.new), "new"), (change.count(.gone), "gone"),
    ]
    let claims = [
      (change.keptClaims, "kept"), (change.newClaims, "new"), (change.goneClaims, "gone"),
    ]
    func text(_ parts: [(Int, String)]) -> String {
      parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    var notes = ["articles: \(text(articles)); claims: \(text(claims))", "now \(size)"]
    if change.hasOtherRules { notes.insert("other rules are in force: all was read again", at: 0) }
    if change.sameNumbers < graph.claims.count, change.keptClaims > change.sameNumbers {
      let last = number(change.sameNumbers - 1)
      notes.append(
        last < 1
          ? "claims may have other numbers than before"
          : "claims above \(last) may have other numbers than before")
    }
    return notes
  }

  private func data(_ change: CorpusChange, _ command: String) -> JSONObject {
    func files(_ state: CorpusChange.State) -> [String] {
      change.files.filter { $0.state == state }.map(\.file)
    }
    var object = JSONObject()
    object.add("row", command)
    object.add("articles", articles.count)
    object.add("claims", graph.claims.count)
    object.add("kept", change.keptArticles)
    object.add("readAgain", files(.readAgain))
    object.add("new", files(.new))
    object.add("gone", files(.gone))
    object.add("claimsKept", change.keptClaims)
    object.add("claimsNew", change.newClaims)
    object.add("claimsGone", change.goneClaims)
    object.add("sameNumbers", change.sameNumbers)
    object.add("otherRules", change.hasOtherRules)
    return object
  }
}

extension CorpusChange.State {
  fileprivate var words: String {
    switch self {
    case .readAgain: "read again"
    case .new: "new"
    case .gone: "gone"
    }
  }
}
