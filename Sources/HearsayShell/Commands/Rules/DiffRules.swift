import HearsayCore
import HearsayGraph
import HearsayReading
import HearsayRules

extension Command {
  static let diffRules = Command(
    name: "diff-rules", usage: "OLD NEW",
    summary: "the claims and attributions that other rules would gain and lose here",
    example: "diff-rules rules/english.yaml rules/venezuela.yaml", takes: .paths(isRequired: true),
    subject: .path, clauses: [.top, .as, .to],
    answer: { (query, session) throws(LineProblem) in
      let paths = query.paths
      guard paths.count == 2 else {
        let last = paths[paths.count - 1].range
        throw LineProblem(
          paths.count < 2 ? "missing" : "too-many",
          paths.count < 2 ? last.upperBound..<last.upperBound : paths[2].range,
          "'diff-rules' takes two rules files: the old one and the new one",
          allowed: "as in: diff-rules old.yaml new.yaml")
      }
      try session.checkPaths(paths, wantsAll: true)
      return session.diffReply(paths[0].text, paths[1].text, top: query.clauses.top)
    })
}

extension Session {
  /// Reads the articles with both; the session keeps its own rules whatever comes out.
  func diffReply(_ old: String, _ new: String, top: Int?) -> Reply {
    guard !articles.isEmpty else { return nothingLoaded() }
    var loaded: [LoadedRules] = []
    for path in old == new ? [old] : [old, new] {
      loaded.append(loadRules([path], files: files, roots: roots))
    }
    let mistakes = loaded.flatMap(\.diagnostics).filter { $0.severity == .error }
    guard let first = loaded.first?.rules, let last = loaded.last?.rules, mistakes.isEmpty else {
      var reply = Reply(notes: ["nothing was compared; the rules in force stay"])
      reply.warnings = mistakes.map { messageText($0, for: format) }
      reply.isPartial = true
      return reply
    }
    let texts = articles.map(\.article)
    func read(_ rules: RuleSet) -> [Reading?] {
      readAll(texts, with: Reader(rules: rules), isCancelled: isCancelled)
    }
    let (before, after) = (read(first), read(last))
    guard !before.contains(where: { $0 == nil }), !after.contains(where: { $0 == nil }) else {
      return Reply(notes: ["interrupted"])
    }
    let changes = zip(before, after).enumerated().flatMap { document, readings in
      RuleChanges(
        text: texts[document].text, document: document, readings.0?.findings ?? [],
        readings.1?.findings ?? []
      ).changes
    }
    return diffReply(changes, top: top)
  }

  private func diffReply(_ changes: [RuleChange], top: Int?) -> Reply {
    func count(_ kind: RuleChange.Kind, _ sort: String) -> Int {
      changes.count { $0.kind == kind && $0.sort == sort }
    }
    let sorts = ["claim", "attribution"].map { sort in
      "\(sort)s: \(count(.gained, sort)) gained, \(count(.lost, sort)) lost, "
        + "\(count(.changed, sort)) changed"
    }
    var reply = Reply(sorts.joined(separator: "; "))
    for (sort, heading) in [("claim", "claims"), ("attribution", "attributions")] {
      for kind in RuleChange.Kind.allCases {
        let own = changes.filter { $0.sort == sort && $0.kind == kind }
        guard !own.isEmpty else { continue }
        reply.sections.append(section(own, "\(heading) \(kind.rawValue)", top: top))
        if let top { reply.data += own.prefix(top).map(data) }
      }
    }
    if changes.isEmpty { reply.notes = ["both read the same"] }
    // In the order of the text, unless only the first of each sort are wanted.
    if top == nil { reply.data = changes.map(data) }
    return reply
  }

  private func section(_ changes: [RuleChange], _ heading: String, top: Int?) -> Reply.Section {
    let shown = top.map { Array(changes.prefix($0)) } ?? changes
    var section = Reply.Section(
      "\(heading): \(changes.count)",
      columns: [Reply.Column(""), .words, Reply.Column("READ AS"), .place],
      rows: shown.map { change in
        let mark = change.kind == .gained ? "+" : change.kind == .lost ? "-" : "~"
        return Reply.Row(
          [
            mark, excerpt(change.text, around: "", most: 80), change.facts.joined(separator: ", "),
            place(document: change.document, line: change.line),
          ], details: change.differences,
          meaning: change.kind == .gained ? .good : change.kind == .lost ? .warning : .plain)
      })
    if shown.count < changes.count { section.notes = ["and \(changes.count - shown.count) more"] }
    return section
  }

  private func data(_ change: RuleChange) -> JSONObject {
    var object = JSONObject()
    object.add("row", "change")
    object.add("change", change.kind.rawValue)
    object.add("sort", change.sort)
    object.add("file", graph.documents[change.document].file)
    object.add("line", change.line)
    object.add("start", change.range.start)
    object.add("end", change.range.end)
    object.add("text", change.text)
    object.add("facts", change.facts)
    object.add("differences", change.differences)
    return object
  }
}
