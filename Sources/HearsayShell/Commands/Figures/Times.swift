import HearsayCore
import HearsayGraph

extension Command {
  static let when = Command(
    name: "when", usage: "EVENT|NUMBER|\"WORDS\"",
    summary: "when it happened, was counted and was said, and how each date is known",
    example: "when 12", takes: .quantityOrWords, subject: .event, clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in
      let scope = try session.scope(query.clauses)
      let (said, phrase) = session.said(query.argument)
      if let phrase, phrase.text == "@" {
        return session.whenReply(try session.lastRows(phrase.range), top: scope.top, typed: "@")
      }
      var asked: Asked?
      if case .words(let words) = said { asked = session.asked(words) }
      let rows = session.graph.rows(about: said, asked, scope)
      if rows.isEmpty, !query.clauses.narrows, let phrase, case .words = said {
        throw session.unknownEvent(phrase)
      }
      return session.whenReply(rows, top: scope.top, typed: phrase?.text ?? "")
    })

  static let known = Command(
    name: "known", usage: "as of DAY",
    summary:
      "what was known by a day: what was out by then, and what holds for then but came later",
    example: "known as of 2026-01-13", clauses: [.where, .by, .in, .until, .top, .as, .to],
    answer: { (query, session) throws(LineProblem) in
      guard let time = query.clauses.until else {
        throw LineProblem(
          "missing", query.range.upperBound..<query.range.upperBound, "'known' needs a day",
          allowed: "as in: known as of 2026-01-13")
      }
      var clauses = query.clauses
      clauses.until = nil
      let day = time.latest(newest: session.newestDay ?? Day(number: 0)).day
      let answer = session.graph.known(by: day, try session.scope(clauses))
      return session.knownReply(answer, top: clauses.top)
    })
}

extension Session {
  // MARK: - when

  /// The claims of the last answer, for `@`.
  fileprivate func lastRows(_ range: Range<Int>) throws(LineProblem) -> [Int] {
    if !shown.isEmpty { return shown }
    throw LineProblem(
      "no-such-row", range, "there is no answer yet that '@' could mean",
      allowed: "ask something first, as in: who said 56")
  }

  fileprivate func whenReply(_ all: [Int], top: Int?, typed: String) -> Reply {
    let times = graph.times(of: Array(all.prefix(top ?? all.count)))
    guard !times.isEmpty else { return Reply(notes: ["nobody says \(typed)"]) }
    var reply = Reply(counted(times.count, "claim"))
    reply.sections = [
      Reply.Section(
        columns: [
          .claim, Reply.Column("HAPPENED", .whole), .asOf, Reply.Column("SAID", .whole),
          Reply.Column("PUBLISHED", .whole), .words, .place,
        ], rows: times.map(timeRow))
    ]
    reply.notes = ["by DAY: only the article's own date is known; DAY?: inferred"]
    reply.claims = times.map(\.claim)
    reply.data = times.map(timeData)
    return reply
  }

  private func timeRow(_ times: TimesOfClaim) -> Reply.Row {
    Reply.Row(
      [
        String(number(times.claim)), times.event.map(timeText) ?? "unknown",
        asOfText(times.claim), times.said.map(timeText) ?? "unknown",
        times.published.map(timeText) ?? "unknown", claimWords(times.claim), place(times.claim),
      ], details: derivations(times))
  }

  /// How each date was worked out; what the words say outright needs no telling.
  private func derivations(_ times: TimesOfClaim) -> [String] {
    let parts: [(String, TimeValue?)] = [
      ("happened", times.event), ("as of", times.asOf), ("said", times.said),
      ("published", times.published),
    ]
    var seen: Set<String> = []
    return parts.compactMap { name, time in
      guard let derivation = time?.derivation, !derivation.isEmpty,
        seen.insert(derivation).inserted
      else { return nil }
      return "\(name): \(derivation)"
    }
  }

  private func timeData(_ times: TimesOfClaim) -> JSONObject {
    var object = JSONObject()
    object.add("row", "times")
    object.add("claim", number(times.claim))
    addPlace(times.claim, to: &object)
    object.add("text", graph.claims[times.claim].span.text)
    for (name, time) in [
      ("event", times.event), ("asOf", times.asOf), ("said", times.said),
      ("published", times.published),
    ] {
      object.add(name, days(time))
    }
    object.add("asOfBasis", times.asOfBasis?.rawValue)
    object.add("derivations", derivations(times))
    return object
  }

  private func days(_ time: TimeValue?) -> JSONValue {
    guard let time, time.earliest != nil || time.latest != nil else { return .null }
    return .list(
      [time.earliest, time.latest].map { moment in
        moment.map { .text($0.day.description) } ?? .null
      })
  }

  // MARK: - known

  fileprivate func knownReply(_ answer: KnownAnswer, top: Int?) -> Reply {
    var reply = Reply("known as of \(answer.day)")
    let parts = [
      ("published by then", answer.published),
      ("holding for then, published later or nobody knows when", answer.holding),
    ]
    for (heading, all) in parts {
      let rows = Array(all.prefix(top ?? all.count))
      var section = claimSection(rows, heading: "\(heading): \(counted(all.count, "claim"))")
      if rows.isEmpty { section.notes = ["none"] }
      reply.sections.append(section)
      reply.claims += rows
      for (row, key) in zip(rows, graph.origins(of: rows)) {
        var object = data(row, key)
        object.add("reading", heading == parts[0].0 ? "published" : "holding")
        reply.data.append(object)
      }
    }
    return reply
  }
}
