import HearsayCore
import HearsayGraph

extension Command {
  static let compare = Command(
    name: "compare", usage: "EVENT", summary: "set side by side what each source says of an event",
    example: "compare released", takes: .words("an event", isRequired: true), subject: .event,
    clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else { return Reply() }
      if let answer = try session.compareLiterally(query) { return session.compareReply(answer) }
      let asked = try session.asked(phrase)
      let answer = session.graph.compare(asked, try session.scope(query.clauses))
      return session.compareReply(answer)
    })
}

extension Session {
  /// `compare still in jail`: words of which one happens to be a keyword, where they ask for something
  /// and a clause would name nothing.
  mutating func compareLiterally(_ query: Request) throws(LineProblem) -> CompareAnswer? {
    guard let literal = query.literal else { return nil }
    let names = query.clauses.place.map { hasClaim(in: Scope(in: documentName($0.text))) } ?? true
    guard query.problem != nil || !names else { return nil }
    let words = literal.text.split(separator: " ").map(String.init)
    let base = words.prefix { ClauseKeyword(rawValue: $0.lowercased()) == nil }
    let isBaseKnown = !base.isEmpty && isKnown(asked(base.joined(separator: " ")))
    let asked = asked(literal.text, isProbing: !isBaseKnown)
    if isKnown(asked) { return graph.compare(asked) }
    if let problem = query.problem { throw problem }
    return nil
  }

  func compareReply(_ answer: CompareAnswer) -> Reply {
    var reply = Reply()
    // The figures of every question first: they are the answer; how they fit is said below.
    for group in answer.groups { add(group, to: &reply) }
    let session = forLater
    reply.addData { answer.groups.flatMap(session.data) }
    if !answer.apart.isEmpty { reply.sections.append(apartSection(answer.apart)) }
    let heads = answer.groups.count > 1 ? answer.groups.map { ": " + title($0.question) } : [""]
    for (group, head) in zip(answer.groups, heads) {
      if let fits = fitSection(group, heading: "how they fit" + head) {
        reply.sections.append(fits)
      }
    }
    if answer.groups.isEmpty {
      reply.notes.append("no figure answers '\(answer.asked.phrase)'; `claims` lists statements")
    }
    if answer.isTooMany {
      reply.notes.append(
        "more than \(mostLookedAt) figures go by '\(answer.asked.phrase)': they were not looked at"
          + " one by one, and some may answer another question")
    }
    if answer.onlyMentioned {
      reply.notes.append(
        "nothing counts '\(answer.asked.phrase)' itself: the sentences of these figures name it")
    }
    for (row, like) in answer.sameNumber.sorted(by: { $0.key < $1.key })
    where reply.claims.contains(row) {
      reply.notes.append(
        "\(number(row)) is taken to answer by its number alone: that of \(number(like))")
    }
    let isUndated = reply.claims.contains { graph.asOfBasis($0) == .publication }
    if isUndated { reply.notes.append("by DAY: only the article's own date is known") }
    return reply
  }

  // MARK: - One question

  private func add(_ group: QuestionGroup, to reply: inout Reply) {
    let mains = group.lines.filter(\.isMain)
    let parts = group.lines.filter { !$0.isMain }
    var section = lineSection(mains, heading: title(group.question))
    section.notes = [witnesses(group)] + origins(mains)
    reply.sections.append(section)
    if !parts.isEmpty {
      reply.sections.append(lineSection(parts, heading: "counting only a part"))
    }
    if group.isTooLarge {
      reply.sections[reply.sections.count - 1].notes.append(
        "\(counted(group.lineCount, "line")): too many to be set against each other, only what an"
          + " article says against itself is told; `in`, `since` and `where` ask for fewer")
    } else if group.uncompared > 0 {
      reply.sections[reply.sections.count - 1].notes.append(
        "\(counted(group.uncompared + mostComparedLines, "line")): each is compared with those beside it"
          + " in time and with the extremes, not with every other")
    }
    reply.claims += group.lines.map(\.claim)
  }

  /// `released: running total of prisoners (episode now)`.
  func title(_ question: Question) -> String {
    var title = question.topic
    if question.realm != "actual" { title += ", " + question.realm }
    let measure = question.measure.words
    let whom = [question.population, question.unit].compactMap { $0 }.first
    let details = [measure, whom.map { "of \($0)" }].compactMap { $0 }
    if !details.isEmpty { title += ": " + details.joined(separator: " ") }
    if question.kind != .count { title += " (\(question.kind.rawValue))" }
    if let episode = question.episode { title += ", episode \(episode)" }
    return title
  }

  private func lineSection(_ lines: [OriginLine], heading: String) -> Reply.Section {
    let rows = lines.map { line in
      Reply.Row([
        String(number(line.claim)),
        graph.claims[line.claim].proposition.quantity.map(figureText)
          ?? "", asOfText(line.claim), populationText(line.claim), who(line.claim, line.origin),
        line.origin.kind.words, claimWords(line.claim), places(line.claims),
      ])
    }
    return Reply.Section(
      heading,
      columns: [
        .claim, .figure, .asOf, Reply.Column("OF"), .who, .kind, .words, .place,
      ], rows: rows)
  }

  /// One place an article, in the order of the claims.
  func places(_ rows: [Int]) -> String {
    var documents: [Int] = []
    var places: [String] = []
    for row in rows where !documents.contains(graph.claims[row].document) {
      documents.append(graph.claims[row].document)
      places.append(place(row))
    }
    return places.joined(separator: ", ")
  }

  /// `9 figures from 7 origins: 4 named, 1 a group, 2 no source`; with `top`, `3 of 9 figures, from …`.
  private func witnesses(_ group: QuestionGroup) -> String {
    let kinds = OriginKind.allCases.compactMap { kind -> String? in
      let count = group.origins.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.words)"
    }
    let all = counted(group.lineCount, "figure")
    let figures = group.left > 0 ? "\(group.lines.count) of \(all)," : all
    let origins = counted(group.origins.count, "origin")
    return "\(figures) from \(origins): \(kinds.joined(separator: ", "))"
  }

  /// How many witnesses stand behind each number: `56: 2 (up to 4) origins`.
  private func origins(_ lines: [OriginLine]) -> [String] {
    var seen: Set<String> = []
    var notes: [String] = []
    for line in lines {
      guard let quantity = graph.claims[line.claim].proposition.quantity else { continue }
      let figure = figureText(quantity)
      guard line.support.upper > 1, seen.insert(figure + line.support.text).inserted else {
        continue
      }
      let remarks =
        line.support.notes.isEmpty ? "" : "; " + line.support.notes.joined(separator: "; ")
      notes.append("independent origins for \(figure): \(line.support.text)\(remarks)")
    }
    return notes
  }

  // MARK: - How they bear on each other

  /// Conflicts first; that a vague word does not fit is only counted, and what merely fits is left
  /// to `why A B` and the rows for programs.
  private func fitSection(_ group: QuestionGroup, heading: String) -> Reply.Section? {
    let ranked = onePerPair(group.links.filter { $0.relation.rank < 7 })
    let vague = ranked.filter { $0.relation == .tension && isVague($0) }
    let shown = ranked.filter { !($0.relation == .tension && isVague($0)) }
    guard !ranked.isEmpty else { return nil }
    var section = linkSection(shown, heading: heading)
    if !vague.isEmpty {
      section.notes.append(
        "\(counted(vague.count, "pair")) more, where a vague word sits oddly with a number:"
          + " `conflicts` lists them")
    }
    return section
  }

  /// The gravest relation of each pair; the others only repeat its reasons.
  private func onePerPair(_ links: [Link]) -> [Link] {
    let ranked = links.enumerated().sorted {
      ($0.element.relation.rank, $0.offset) < ($1.element.relation.rank, $1.offset)
    }.map(\.element)
    var seen: Set<[Int]> = []
    return ranked.filter { seen.insert([min($0.from, $0.to), max($0.from, $0.to)]).inserted }
  }

  private func isVague(_ link: Link) -> Bool {
    [link.from, link.to].contains { graph.claims[$0].proposition.quantity?.vague != nil }
  }

  func linkSection(_ links: [Link], heading: String) -> Reply.Section {
    Reply.Section(
      heading, columns: [Reply.Column("", .whole), Reply.Column("", .whole), .place],
      rows: links.map(linkRow))
  }

  private func linkRow(_ link: Link) -> Reply.Row {
    let sign = link.relation == .supersedes ? "after" : link.relation == .partOf ? "in" : "and"
    var details = ["\(figureAndWho(link.from)) / \(figureAndWho(link.to))"]
    if !link.reasons.isEmpty { details.append("because " + link.reasons.joined(separator: "; ")) }
    if !link.assumptions.isEmpty {
      details.append("assuming that " + link.assumptions.joined(separator: "; and that "))
    }
    if !link.shift.isEmpty {
      details.append("changed: " + link.shift.map(\.words).joined(separator: ", "))
    }
    if link.confidence != .certain { details.append("confidence: " + link.confidence.rawValue) }
    return Reply.Row(
      [
        link.words, "\(number(link.from)) \(sign) \(number(link.to))",
        "\(place(link.from)), \(place(link.to))",
      ], details: details, meaning: link.relation == .contradicts ? .error : .plain)
  }

  private func figureAndWho(_ row: Int) -> String {
    let claim = graph.claims[row]
    let figure = claim.proposition.quantity.map(figureText) ?? claimWords(row)
    guard let key = graph.origins(of: [row]).first, key.kind != .unattributed else {
      return "\(figure) (\(outlet(claim.document)), in its own voice)"
    }
    return "\(figure) (\(key.name))"
  }

  // MARK: - Apart

  private func apartSection(_ apart: [ApartClaim]) -> Reply.Section {
    var section = claimSection(apart.map(\.claim), heading: "of another event: not compared")
    for (index, claim) in apart.enumerated() { section.rows[index].details = [claim.reason] }
    return section
  }
}

extension Measure {
  /// The measure in plain words; nothing when the words do not say.
  var words: String? {
    switch self {
    case .stock: "how many at one time"
    case .cumulative: "running total"
    case .flow: "in a stretch of time"
    case .ordinal: "place in an order"
    case .none: nil
    }
  }
}

extension Relation {
  /// Conflicts first, then what one should look at, then what fits.
  var rank: Int {
    switch self {
    case .contradicts: 0
    case .disputes: 1
    case .contestsLabel: 2
    case .tension: 3
    case .supersedes: 4
    case .restates: 5
    case .supports: 6
    case .sameAs, .refines, .partOf: 7
    case .fulfils, .exclusive, .quotes, .citesOutlet: 8
    }
  }
}

extension Link {
  /// The relation and its verdict in plain words.
  var words: String {
    switch (relation, verdict) {
    case (.contradicts, .conflict(.strict)?): "CONFLICT"
    case (.contradicts, .conflict(.explicit)?): "CONFLICT by the text"
    case (.contradicts, _): "CONFLICT if the same are meant"
    case (.disputes, _): "disputes"
    case (.contestsLabel, _): "contests the label"
    case (.tension, .conflictIfSamePopulation?): "tension if the same are meant"
    case (.tension, _): "tension"
    case (.supersedes, _): "later"
    case (.restates, _): "retold"
    case (.supports, _): "supported"
    case (.sameAs, _): "same"
    case (.refines, _): "more exact"
    case (.partOf, _): "part"
    case (.fulfils, .same?): "kept"
    case (.fulfils, .compatible?): "not yet kept"
    case (.fulfils, _): "so far"
    case (.exclusive, _): "apart"
    case (.quotes, _): "quoted"
    case (.citesOutlet, _): "credits"
    }
  }
}

extension Shift {
  var words: String {
    switch self {
    case .marksLost: "quotation marks lost"
    case .role: "whole or remainder"
    case .label: "loaded words"
    case .quantity: "the number"
    case .bound: "the bound"
    case .time: "the time"
    case .population: "who is counted"
    case .scope: "scope"
    case .modality: "fact or promise"
    case .omitted: "left out"
    }
  }
}
