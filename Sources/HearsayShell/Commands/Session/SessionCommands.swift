import HearsayCore
import HearsayFormats
import HearsayGraph

extension Command {
  static let status = Command(
    name: "status", summary: "what is loaded, and under which rules", example: "status",
    answer: { (_, session) throws(LineProblem) in session.statusReply() })

  static let load = Command(
    name: "load", usage: "PATH…", summary: "read more articles: files, folders, a corpus.yaml",
    example: "load seeds/korrin-valley", takes: .paths(isRequired: true), subject: .path,
    answer: { (query, session) throws(LineProblem) in
      try session.checkPaths(query.paths)
      let diagnostics = session.load(query.paths.map(\.text))
      return session.loadedReply(diagnostics, named: "load")
    })

  static let reload = Command(
    name: "reload",
    summary: "read anew what has changed on disk, and say what; with mistakes nothing changes",
    example: "reload",
    answer: { (_, session) throws(LineProblem) in
      let diagnostics = session.reload()
      return session.loadedReply(diagnostics, named: "reload")
    })

  static let rules = Command(
    name: "rules", usage: "[PATH…]", summary: "the rules in force, or put other ones in force",
    example: "rules", takes: .paths(isRequired: false), subject: .path,
    answer: { (query, session) throws(LineProblem) in
      guard !query.paths.isEmpty else { return session.rulesReply() }
      try session.checkPaths(query.paths, wantsAll: true)
      let diagnostics = session.useRules(query.paths.map(\.text))
      return session.loadedReply(diagnostics, named: "rules")
    })

  static let quit = Command(
    name: "quit", summary: "leave", example: "quit", clauses: [],
    answer: { (_, _) throws(LineProblem) in
      var reply = Reply()
      reply.effect = .quit
      return reply
    })
}

extension Session {
  /// Files that were named and are not there: the caret stands under the first.
  ///
  /// Where some are there, those are read, and each of the others is one message.
  func checkPaths(_ paths: [Phrase], wantsAll: Bool = false) throws(LineProblem) {
    let missing = paths.filter { path in
      ([""] + roots).allSatisfy { files.kind(Path.join($0, path.text)) == .missing }
    }
    guard let first = missing.first, wantsAll || missing.count == paths.count else { return }
    let folder = Path.folder(first.text)
    let leaf = Path.leaf(first.text)
    // Of one letter or two, any name as short would be near.
    let near =
      leaf.count < 3
      ? [] : nearestWords(to: leaf, among: files.list(folder.isEmpty ? "." : folder) ?? [])
    throw LineProblem(
      "no-such-file", first.range, "no such file or folder: '\(first.text)'",
      suggestions: near.map { folder.isEmpty ? $0 : Path.join(folder, $0) },
      allowed: "Tab lists files and folders")
  }
}

extension Request {
  var paths: [Phrase] {
    if case .paths(let paths) = argument { return paths }
    return []
  }
}

extension Session {
  func statusReply() -> Reply {
    var lines = [
      ["story", title ?? "untitled"],
      ["articles", String(articles.count)],
      [
        "claims",
        "\(graph.claims.count), \(rows.count { graph.claims.isFigure($0) }) figures",
      ],
      ["rules", rulePaths.isEmpty ? "none" : rulePaths.joined(separator: ", ")],
      ["output", format.rawValue],
    ]
    if !corpusPaths.isEmpty { lines.insert(["from", corpusPaths.joined(separator: ", ")], at: 1) }
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column(""), Reply.Column("")], rows: lines.map { Reply.Row($0) })
    ]
    var object = JSONObject()
    object.add("row", "status")
    object.add("story", title)
    object.add("corpus", corpusPaths)
    object.add("articles", articles.count)
    object.add("claims", graph.claims.count)
    object.add("figures", rows.count { graph.claims.isFigure($0) })
    object.add("rules", rulePaths)
    reply.data = [object]
    if articles.isEmpty { reply.notes = nothingLoaded().notes }
    if isUnsearched { reply.notes.append(unsearchedNote) }
    return reply
  }

  func rulesReply() -> Reply {
    var reply = Reply()
    let rules = graph.rules
    let parts: [(String, [String])] = [
      ("topics", rules.topics.map(\.name)),
      ("populations", rules.populations.map(\.name)),
      ("names", rules.names.map(\.canonical)),
      ("sides", rules.sides.map(\.name)),
      ("episodes", rules.episodes.map { "\($0.name) (\($0.from) to \($0.to))" }),
      ("ambiguous", rules.ambiguousSurnames),
    ]
    var section = Reply.Section(columns: [
      Reply.Column(""), Reply.Column("", .number), .words,
    ])
    section.rows = parts.filter { !$0.1.isEmpty }.map {
      Reply.Row([$0.0, String($0.1.count), $0.1.joined(separator: ", ")])
    }
    reply.sections = [section]
    reply.notes = rulePaths.map { "from \($0)" }
    reply.data = parts.map { part in
      var object = JSONObject()
      object.add("row", "rules")
      object.add("part", part.0)
      object.add("names", part.1)
      return object
    }
    return reply
  }
}
