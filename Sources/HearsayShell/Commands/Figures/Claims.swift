import HearsayCore
import HearsayGraph

extension Command {
  static let claims = aboutEvent(
    "claims", "list figures and statements, one a line",
    example: "claims released where value >= 60"
  ) { session, asked, scope in
    let rows = session.graph.claimList(asked, scope)
    return session.claimReply(rows, title: counted(rows.count, "claim"), none: "no claim fits")
  }

  static let timeline = aboutEvent(
    "timeline", "the figures in order of the time they hold for", example: "timeline released"
  ) { session, asked, scope in
    var scope = scope
    scope.sort = scope.sort ?? .day
    let rows = session.graph.claimList(asked, scope)
    return session.timelineReply(rows.filter { session.graph.claims[$0].kind == .figure })
  }

  static let anonymous = listing(
    "anonymous", "claims that rest on people whose name is withheld, and why",
    none: "no claim rests on an unnamed source"
  ) { _, key in key.kind == .anonymous }

  static let unattributed = listing(
    "unattributed", "claims that the article makes in its own voice",
    none: "every claim names a source"
  ) { claim, _ in claim.mode == .narrator || claim.chain.count == 1 }

  static let hedged = listing(
    "hedged", "claims that their own words weaken", none: "no claim is hedged"
  ) { claim, _ in hedge(claim) != nil }

  /// A command that lists the claims of one sort, with what makes them so underneath.
  private static func listing(
    _ name: String, _ summary: String, none: String,
    isWanted: @escaping @Sendable (Claim, OriginKey) -> Bool
  ) -> Command {
    aboutEvent(name, summary) { session, asked, scope in
      let candidates = session.graph.claimList(asked, scope)
      let rows = zip(candidates, session.graph.origins(of: candidates))
        .filter { isWanted(session.graph.claims[$0], $1) }.map(\.0)
      var reply = session.claimReply(rows, title: counted(rows.count, "claim"), none: none)
      for (index, row) in rows.enumerated() where !reply.sections.isEmpty {
        reply.sections[0].rows[index].details = remarks(session.graph.claims[row])
      }
      return reply
    }
  }
}

/// What weakens, colours or hides the origin of a claim.
private func remarks(_ claim: Claim) -> [String] {
  var lines: [String] = []
  if let anonymity = claim.origin.speaker.anonymity {
    let reason = anonymity.reason.map { "\($0) (\(anonymity.reasonKind))" } ?? "none given"
    lines.append("reason: " + reason)
    if let access = anonymity.access { lines.append("access: " + access) }
  }
  if let hedge = hedge(claim) { lines.append("hedge: " + hedge) }
  if !claim.frames.isEmpty { lines.append("words: " + claim.frames.joined(separator: ", ")) }
  return lines
}

extension Session {
  /// One table, undated figures named as a gap.
  func timelineReply(_ rows: [Int]) -> Reply {
    let dated = rows.filter { graph.asOf($0) != nil }
    let undated = rows.filter { graph.asOf($0) == nil }
    var reply = claimReply(
      dated, title: counted(dated.count, "dated figure"), none: "no figure has a date")
    if !undated.isEmpty {
      let heading = "for an unknown time: " + counted(undated.count, "figure")
      reply.sections.append(claimSection(undated, heading: heading))
      reply.data += zip(undated, graph.origins(of: undated)).map { data($0, $1) }
    }
    reply.notes.append("by DAY: only the article's own date is known; DAY?: inferred")
    return reply
  }
}

/// `1 claim`, `5 claims`.
func counted(_ count: Int, _ noun: String) -> String {
  if count == 1 { return "1 \(noun)" }
  let plural = noun.hasSuffix("y") ? String(noun.dropLast()) + "ies" : noun + "s"
  return "\(count) \(plural)"
}
