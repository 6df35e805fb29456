import HearsayCore
import HearsayReading
import HearsayRules

extension Command {
  static let ruleStats = Command(
    name: "rules stats", summary: "how often each rule fired here, and what never did",
    example: "rules stats", clauses: [.top, .as, .to],
    answer: { (query, session) throws(LineProblem) in
      try session.ruleStatsReply(top: query.clauses.top)
    })
}

extension Session {
  func ruleStatsReply(top: Int?) throws(LineProblem) -> Reply {
    guard let reader, let rules, !articles.isEmpty else { return nothingLoaded() }
    guard let found = reader.statistics(of: articles.map(\.article), isCancelled: isCancelled)
    else { throw LineProblem("interrupted", 0..<0, "interrupted") }
    return RuleStatsPage(statistics: found, rules: rules, top: top).reply
  }
}

/// The counts as a page: what fired first, then what did not, then what is odd.
private struct RuleStatsPage {
  let statistics: RuleStatistics
  let rules: RuleSet
  let top: Int?

  var reply: Reply {
    var reply = Reply(
      "\(counted(statistics.articles, "article")), \(counted(statistics.sentences, "sentence"))")
    reply.sections =
      [
        section("rules", [.rule], ["RULE", ""], "FIRED"),
        section("topics and populations", [.topic, .population], ["RULE", ""], "FIRED"),
        section("words and phrases", [.phrase], ["PHRASE", "OF"], "IN CLAIMS"),
        section("names and lines", [.name, .line], ["NAME OR LINE", "OF"], "FIRED"),
        section("tables of words", [.table], ["TABLE", "ENTRIES"], "ENTRIES SEEN"),
        silent,
      ].compactMap { $0 } + [warnings].compactMap { $0 }
    reply.data =
      top == nil
      ? statistics.counts.map(data)
      : RuleCount.Kind.allCases.flatMap { shown(sorted([$0])) }.map(data)
    return reply
  }

  /// What fired or was seen, most often first, then in the order of the rules.
  private func sorted(_ kinds: Set<RuleCount.Kind>) -> [RuleCount] {
    statistics.counts.filter { kinds.contains($0.kind) && $0.matched + $0.fired > 0 }
      .enumerated().sorted { one, other in
        one.element.fired != other.element.fired
          ? one.element.fired > other.element.fired : one.offset < other.offset
      }.map(\.element)
  }

  /// Twenty of each sort are enough for a page.
  private func shown(_ counts: [RuleCount]) -> ArraySlice<RuleCount> { counts.prefix(top ?? 20) }

  private func section(
    _ heading: String, _ kinds: Set<RuleCount.Kind>, _ titles: [String], _ fired: String
  ) -> Reply.Section? {
    let counts = sorted(kinds)
    guard !counts.isEmpty else { return nil }
    let hasWords = kinds.contains(.phrase) || kinds.contains(.table)
    var columns = [Reply.Column(titles[0], .words), Reply.Column(titles[1])]
    columns.append(Reply.Column(fired, .number))
    if hasWords { columns.append(Reply.Column("SEEN", .number)) }
    columns += [
      Reply.Column("ARTICLES", .number), Reply.Column("SENTENCES", .number), .place,
    ]
    if titles[1].isEmpty { columns.remove(at: 1) }
    let shown = shown(counts)
    var section = Reply.Section(heading, columns: columns)
    section.rows = shown.map { count in
      var cells = [count.name]
      if !titles[1].isEmpty { cells.append(count.owner) }
      cells.append(String(count.fired))
      if hasWords { cells.append(String(count.matched)) }
      cells += [String(count.articles), String(count.sentences), place(count) ?? ""]
      return Reply.Row(cells)
    }
    if shown.count < counts.count {
      section.notes = ["and \(counts.count - shown.count) more: `top 1000` shows them"]
    }
    return section
  }

  /// What never fired, by what it belongs to: a story's things by name, of the language how many.
  private var silent: Reply.Section? {
    var owners: [String] = []
    var names: [String: [String]] = [:]
    for count in statistics.silent {
      let isStory = isStory(count)
      let owner =
        switch count.kind {
        case .phrase: isStory ? count.owner : "english: phrases"
        case .name, .line: count.owner
        default: (isStory ? "story: " : "english: ") + Self.plural(count.kind)
        }
      if names[owner] == nil { owners.append(owner) }
      let seen = count.matched > 0 ? " (seen \(counted(count.matched, "time")))" : ""
      names[owner, default: []].append(count.name + seen)
    }
    guard !owners.isEmpty else { return nil }
    return Reply.Section(
      "never fired", columns: [Reply.Column("OF"), Reply.Column("HOW MANY", .number), .words],
      rows: owners.map { owner in
        let all = names[owner] ?? []
        let most = owner.hasPrefix("english: ") ? 12 : 60
        let more = all.count > most ? ", …" : ""
        return Reply.Row([
          owner, String(all.count), all.prefix(most).joined(separator: ", ") + more,
        ])
      })
  }

  private static func plural(_ kind: RuleCount.Kind) -> String {
    switch kind {
    case .rule: "rules"
    case .topic: "topics"
    case .population: "populations"
    case .phrase: "phrases"
    case .name: "names"
    case .line: "lines"
    case .table: "tables"
    }
  }

  private var warnings: Reply.Section? {
    let sentences = statistics.sentences
    let common = statistics.tooCommon.map { count in
      "'\(count.name)' of \(count.owner) fires in \(count.sentences) of \(sentences) sentences: more"
        + " than a third"
    }
    let ownHidden = statistics.hidden.filter(isStory)
    let hidden = ownHidden.map { count in
      "'\(count.name)' of \(count.owner) stood there \(counted(count.matched, "time")), and its words went to "
        + (count.hiddenBy ?? "")
    }
    // What the loader found, and told only those who run `hearsay test`.
    let loaded = RulesLoader.load(rules.files).diagnostics.filter { $0.severity == .warning }
    let places =
      (statistics.tooCommon + ownHidden).map { place($0) ?? "" }
      + loaded.map { "\(leaf($0.file ?? "")):\($0.place?.line ?? 1)" }
    guard !places.isEmpty else { return nil }
    return Reply.Section(
      "warnings", columns: [.words, .place],
      rows: zip(common + hidden + loaded.map(\.message), places).map {
        Reply.Row([$0, $1], meaning: .warning)
      })
  }

  /// Whether a story's file says it, and not the language.
  private func isStory(_ count: RuleCount) -> Bool {
    count.place.map { $0.file >= rules.firstStory } ?? false
  }

  /// `venezuela.yaml:12`.
  private func place(_ count: RuleCount) -> String? {
    guard let place = count.place, rules.files.indices.contains(place.file) else { return nil }
    return "\(leaf(rules.files[place.file].name)):\(place.place.line)"
  }

  private func leaf(_ file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  private func data(_ count: RuleCount) -> JSONObject {
    var object = JSONObject()
    object.add("row", "rule")
    object.add("kind", count.kind.rawValue)
    object.add("name", count.name)
    object.add("of", count.owner.isEmpty ? nil : count.owner)
    object.add("fired", count.fired)
    object.add("seen", max(count.matched, count.fired))
    object.add("articles", count.articles)
    object.add("sentences", count.sentences)
    object.add("ofSentences", statistics.sentences)
    let file = count.place.flatMap {
      rules.files.indices.contains($0.file) ? rules.files[$0.file].name : nil
    }
    object.add("file", file)
    object.add("line", number: file == nil ? nil : count.place.map { String($0.place.line) })
    object.add("hiddenBy", count.hiddenBy)
    object.add("tooCommon", statistics.tooCommon.contains(count))
    return object
  }
}
