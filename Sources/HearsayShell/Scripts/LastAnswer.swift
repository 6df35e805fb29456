/// What the last command came to, for `expect`, `last` and lessons.
package struct LastAnswer: Sendable {
  /// The answer, or what was wrong with the command.
  package var outcome: Result<Reply, LineProblem>
  /// The command as typed.
  package var line: String

  /// The answer; `nil` when the command failed.
  package var reply: Reply? { try? outcome.get() }

  /// What was wrong; `nil` when it was answered.
  package var problem: LineProblem? {
    if case .failure(let problem) = outcome { return problem }
    return nil
  }
}

extension Reply {
  /// The rows of claims among the answer's data, each claim once, in order.
  var claimRows: [JSONObject] {
    var seen: Set<String> = []
    return data.filter { object in
      guard object.isClaim, let number = object["claim"]?.plain else { return false }
      return seen.insert(number).inserted
    }
  }

  /// The rows that say how two claims stand to each other.
  var pairRows: [JSONObject] { data.filter { $0["from"] != nil && $0["to"] != nil } }

  /// The pairs that cannot stand side by side.
  var conflictRows: [JSONObject] {
    pairRows.filter { $0["verdict"]?.plain.hasPrefix("conflict") ?? false }
  }
}

extension JSONObject {
  fileprivate var isClaim: Bool {
    let row = self["row"]?.plain
    return row == "figure" || row == "statement"
  }

  /// Whether the row is about these two claims, in either order.
  func joins(_ one: Int, _ other: Int) -> Bool {
    let ends = [self["from"]?.plain, self["to"]?.plain]
    return ends == [String(one), String(other)] || ends == [String(other), String(one)]
  }
}
