import HearsayCore
import HearsayGraph

/// What leads on from an answer, as commands that can be typed as they stand.
///
/// They name only what the answer itself shows, so each of them has an answer too.
extension Session {
  func nextSteps(_ query: Request, _ reply: Reply) -> [String] {
    let steps = Steps(self, query, reply)
    var seen: Set<String> = []
    return Array(steps.commands.filter { seen.insert($0).inserted }.prefix(3))
  }
}

/// Words as a command takes them: between quotation marks where they could be read as a clause, a
/// number or a sign.
func asArgument(_ words: String) -> String {
  let text = printable(words)
  let isPlain = text.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "’" }
  let hasKeyword = text.lowercased().split(separator: " ").contains {
    ClauseKeyword(rawValue: String($0)) != nil
  }
  if isPlain, !hasKeyword, text.count > 1 { return text }
  return "\"" + text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
}

private struct Steps {
  private let session: Session
  private let query: Request
  private let reply: Reply

  init(_ session: Session, _ query: Request, _ reply: Reply) {
    (self.session, self.query, self.reply) = (session, query, reply)
  }

  var commands: [String] {
    guard !session.articles.isEmpty else { return [] }
    return switch query.name {
    case "status", "load", "reload", "rules": ["events", "articles", "unknown"]
    case "events": about(session.lastRows.first) + ["sources", "unknown"]
    case "articles": ["show d0", "criteria d0", "events"]
    case "sources": reply.data.isEmpty ? [] : ["source s1", "grade", "anonymous"]
    case "compare":
      conflict("why") + event("conflicts", isWorthIt: hasConflict) + lead("trace")
        + event("timeline")
    case "conflicts": conflict("why") + conflict("show") + topic("compare")
    case "who said", "trace": sayings
    case "when", "timeline", "known", "stale": lead("show") + topic("compare") + ["conflicts"]
    case "show": lead("why") + lead("trace") + topic("compare")
    case "why" where reply.claims.count == 2, "explain":
      pair.map { ["show \($0.0) \($0.1)"] } ?? []
    case "why", "source", "compatible", "check": lead("show") + lead("trace") + topic("compare")
    case "claims", "anonymous", "unattributed", "hedged", "origins", "single-source",
      "corroborated", "quotes", "shifts", "cites", "interested":
      lead("show") + lead("trace") + lead("why")
    case "unknown": lead("show") + ["anonymous", "unattributed"]
    default: []
    }
  }

  /// `trace 20` behind `who said 56`, and what else a number asks for.
  private var sayings: [String] {
    let typed: String? =
      switch query.argument {
      case .quantity(_, let phrase): phrase.text
      case .words(let phrase): asArgument(phrase.text)
      default: nil
      }
    let when = query.name == "who said" ? typed.map { ["when \($0)"] } ?? [] : []
    let trace = query.name == "who said" ? lead("trace") : lead("show")
    return reply.claims.isEmpty ? [] : trace + when + topic("compare") + lead("why")
  }

  // MARK: - What the answer shows

  private func lead(_ command: String) -> [String] {
    reply.claims.first.map { ["\(command) \(session.number($0))"] } ?? []
  }

  private var hasConflict: Bool { !reply.conflictRows.isEmpty }

  private func conflict(_ command: String) -> [String] {
    let tension = query.name == "conflicts" ? reply.pairRows.first : nil
    guard let row = reply.conflictRows.first ?? tension,
      let from = row["from"]?.plain, let to = row["to"]?.plain
    else { return command == "why" ? lead("show") : [] }
    return ["\(command) \(from) \(to)"]
  }

  private var pair: (Int, Int)? {
    guard reply.claims.count > 1 else { return nil }
    return (session.number(reply.claims[0]), session.number(reply.claims[1]))
  }

  private func event(_ command: String, isWorthIt: Bool = true) -> [String] {
    guard isWorthIt, case .words(let phrase) = query.argument, !reply.claims.isEmpty else {
      return []
    }
    return ["\(command) \(asArgument(phrase.text))"]
  }

  /// What the first figure shown is about.
  private func topic(_ command: String) -> [String] {
    let figure = reply.claims.first { session.graph.claims[$0].kind == .figure }
    guard let figure, let topic = session.graph.claims[figure].proposition.topic else { return [] }
    return ["\(command) \(asArgument(topic))"]
  }

  private func about(_ row: RowMeaning?) -> [String] {
    guard case .words(let event) = row else { return [] }
    let hasFigures = (reply.data.first?["figures"]?.plain ?? "0") != "0"
    return hasFigures
      ? ["compare \(asArgument(event))", "timeline \(asArgument(event))"]
      : ["claims \(asArgument(event))"]
  }
}
