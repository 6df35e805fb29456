import HearsayCore
import HearsayGraph

/// What was wanted and what was found instead.
struct Disappointment: Hashable {
  var wanted: String
  var got: String
}

extension Session {
  /// Holds the last answer against an expectation.
  ///
  /// - Returns: `nil` when it is as expected.
  /// - Throws: when there was no answer, or the expectation points at nothing.
  func disappointment(_ expectation: Expectation, at range: Range<Int>) throws(LineProblem)
    -> Disappointment?
  {
    guard let last else {
      throw LineProblem("no-answer", range, "nothing has been asked yet")
    }
    if case .error(let words) = expectation { return disappointment(words, last) }
    guard let reply = last.reply else {
      throw LineProblem("no-answer", range, "the command before was not answered")
    }
    return try disappointment(expectation, in: reply)
  }

  private func disappointment(_ words: Phrase, _ last: LastAnswer) -> Disappointment? {
    guard let problem = last.problem else {
      return Disappointment(wanted: "an error: \(words.text)", got: "an answer")
    }
    if problem.code == words.text || folded(problem.message).contains(folded(words.text)) {
      return nil
    }
    return Disappointment(wanted: "an error: \(words.text)", got: problem.message)
  }

  private func disappointment(_ expectation: Expectation, in reply: Reply) throws(LineProblem)
    -> Disappointment?
  {
    switch expectation {
    case .claims(let count): return differ(count, reply.claimRows.count, "claim")
    case .conflicts(let count): return differ(count, reply.conflictRows.count, "conflict")
    case .rows(let count): return differ(count, reply.data.count, "row")
    case .origins(let count):
      return differ(count, Set(graph.origins(of: reply.claims)).count, "origin")
    case .conflict(let one, let other): return try pair(one, other, conflicts: true, reply)
    case .agree(let one, let other): return try pair(one, other, conflicts: false, reply)
    case .words(let words): return says(words.text, reply) ? nil : missing(words.text)
    case .noWords(let words):
      guard says(words.text, reply) else { return nil }
      return Disappointment(wanted: "no words '\(words.text)'", got: "an answer with them")
    case .value(let claim, let quantity, let words):
      return try differ(claim, quantity, words, in: reply)
    case .row(let number, let field, let isWhole, let value):
      return try differ(number, field, isWhole, value, reply)
    case .verdict(let word): return verdict(word.text, reply)
    case .error: return nil
    }
  }

  private func differ(_ wanted: Int, _ got: Int, _ noun: String) -> Disappointment? {
    wanted == got ? nil : Disappointment(wanted: counted(wanted, noun), got: counted(got, noun))
  }

  private func missing(_ words: String) -> Disappointment {
    Disappointment(wanted: "the words '\(words)'", got: "an answer without them")
  }

  /// Whether the answer as drawn, or as data, has the words; blanks and case do not count.
  private func says(_ words: String, _ reply: Reply) -> Bool {
    let wanted = folded(printable(words))
    return folded(printable(draw(reply, as: .table))).contains(wanted)
      || reply.data.contains { folded($0.line).contains(wanted) }
  }

  // MARK: - Pairs

  private func pair(
    _ one: Reference, _ other: Reference, conflicts: Bool, _ reply: Reply
  ) throws(LineProblem) -> Disappointment? {
    let ends = try [claimsShown(one, reply), claimsShown(other, reply)]
    let clash = reply.conflictRows.contains { row in
      ends[0].contains { first in ends[1].contains { row.joins(first, $0) } }
    }
    guard clash != conflicts else { return nil }
    let names = "\(words(one)) and \(words(other))"
    return Disappointment(
      wanted: conflicts ? "a conflict of \(names)" : "no conflict of \(names)",
      got: clash ? "a conflict" : "none")
  }

  private func words(_ reference: Reference) -> String {
    switch reference {
    case .claim(let number, _): String(number)
    case .article(let number, _): "d\(number)"
    case .source(let number, _): "s\(number)"
    case .row(let number, _): "@\(number)"
    case .words(let phrase): "'\(phrase.text)'"
    }
  }

  /// The numbers of the claims meant, of those the answer shows.
  private func claimsShown(_ reference: Reference, _ reply: Reply) throws(LineProblem) -> [Int] {
    let shown = Set(reply.claimRows.compactMap { Int($0["claim"]?.plain ?? "") })
    let found = try claimRows(reference).map { number($0) }.filter(shown.contains)
    // A sentence may hold several figures: the claim's own words tell which.
    if case .words(let phrase) = reference {
      let own = reply.claimRows.filter {
        folded($0["text"]?.plain ?? "").contains(folded(phrase.text))
      }
      let numbers = own.compactMap { Int($0["claim"]?.plain ?? "") }
      if !numbers.isEmpty { return numbers }
    }
    guard !found.isEmpty else {
      throw LineProblem("not-shown", reference.range, "the last answer does not show it")
    }
    return found
  }

  // MARK: - Values

  private func differ(
    _ claim: Reference, _ quantity: Quantity, _ words: Phrase, in reply: Reply
  ) throws(LineProblem) -> Disappointment? {
    let numbers = try claimsShown(claim, reply)
    let found = numbers.compactMap { row(numbered: $0) }.compactMap {
      graph.claims[$0].proposition.quantity
    }
    if found.contains(where: { $0.hasBounds(of: quantity) }) { return nil }
    let got = found.map(figureText).joined(separator: ", ")
    return Disappointment(wanted: words.text, got: got.isEmpty ? "no figure" : got)
  }

  private func differ(
    _ number: Int, _ field: Phrase, _ isWhole: Bool, _ value: Phrase, _ reply: Reply
  ) throws(LineProblem) -> Disappointment? {
    guard number > 0, number <= reply.data.count else {
      throw LineProblem("no-such-row", field.range, "the answer has no row \(number)")
    }
    let row = reply.data[number - 1]
    guard let found = row[field.text]?.plain else {
      let names = row.fields.map(\.key)
      throw LineProblem(
        "unknown-field", field.range, "row \(number) has no field '\(field.text)'",
        suggestions: nearestWords(to: field.text, among: names),
        allowed: names.joined(separator: ", "))
    }
    let (wanted, got) = (folded(value.text), folded(found))
    if isWhole ? wanted == got : got.contains(wanted) { return nil }
    return Disappointment(wanted: "\(field.text) \(isWhole ? "=" : "~") \(value.text)", got: found)
  }

  private func verdict(_ word: String, _ reply: Reply) -> Disappointment? {
    let verdicts = reply.data.compactMap { $0["verdict"]?.plain }
    if verdicts.contains(where: { folded($0).contains(folded(word)) }) { return nil }
    let got = Set(verdicts).sorted().joined(separator: ", ")
    return Disappointment(wanted: "verdict \(word)", got: got.isEmpty ? "none" : got)
  }
}

extension Quantity {
  /// Whether both leave room for the same numbers.
  fileprivate func hasBounds(of other: Quantity) -> Bool {
    interval == other.interval
  }
}
