import HearsayCore

extension LineCursor {
  /// What follows `expect`.
  mutating func takeExpectation() throws(LineProblem) -> Expectation {
    guard let token = take(), let kind = token.keyword, Expectation.kinds.contains(kind) else {
      let found = row > 0 ? tokens[row - 1] : nil
      throw LineProblem(
        "unknown-expectation", found?.range ?? missingPlace, "what is expected is not clear",
        suggestions: nearestWords(to: found?.text ?? "", among: Expectation.kinds),
        allowed: "as in: expect claims 5")
    }
    switch kind {
    case "claims": return .claims(try takeCount())
    case "conflicts": return .conflicts(try takeCount())
    case "origins": return .origins(try takeCount())
    case "rows": return .rows(try takeCount())
    case "conflict": return .conflict(try takeReference(), try takeReference())
    case "agree": return .agree(try takeReference(), try takeReference())
    case "words": return .words(try takeWords())
    case "no":
      guard take(keyword: "words") else { throw wanted("`no words \"…\"`") }
      return .noWords(try takeWords())
    case "value": return try takeValue()
    case "row": return try takeRow()
    case "verdict": return .verdict(try takeWords())
    default: return .error(try takeWords())
    }
  }

  private mutating func takeCount() throws(LineProblem) -> Int {
    guard let token = peek, let count = Int(token.text), count >= 0 else {
      throw wanted("a whole number")
    }
    take()
    return count
  }

  private mutating func takeReference() throws(LineProblem) -> Reference {
    guard let token = peek, token.kind == .word || token.kind == .string else {
      throw wanted("two claims, or their words in quotation marks")
    }
    take()
    return reference(token)
  }

  private mutating func takeWords() throws(LineProblem) -> Phrase {
    guard let phrase = takePhrase(stopAtLogic: false) else { throw wanted("words") }
    return phrase
  }

  /// `23 = 60..70`.
  private mutating func takeValue() throws(LineProblem) -> Expectation {
    let claim = try takeReference()
    guard take()?.text == "=" else { throw wanted("`=` and a number") }
    let start = row
    guard let quantity = takeQuantity(), row > start else { throw wanted("a number or a range") }
    let text = tokens[start..<row].map(\.text).joined(separator: " ")
    let range = tokens[start].range.lowerBound..<tokens[row - 1].range.upperBound
    return .value(claim, quantity, Phrase(text: text, range: range))
  }

  /// `1 speaker = "rights group"`.
  private mutating func takeRow() throws(LineProblem) -> Expectation {
    let number = try takeCount()
    guard let field = take(), field.kind == .word else { throw wanted("a field, such as speaker") }
    guard let sign = take(), sign.text == "=" || sign.text == "~" else {
      throw wanted("`=` for the whole value, `~` for a part of it")
    }
    let name = Phrase(text: field.text, range: field.range)
    return .row(number, field: name, isWhole: sign.text == "=", value: try takeWords())
  }

  private func wanted(_ what: String) -> LineProblem {
    LineProblem("missing", missingPlace, "here stands \(what)", allowed: "`help expect` shows how")
  }
}

extension LineCursor {
  /// `freed = compare released where $*`; an empty command takes the name back.
  mutating func takeDefinition() throws(LineProblem) -> Request.Argument {
    let start = peek
    guard let name = take(), name.kind == .word, take()?.text == "=" else {
      throw LineProblem(
        "missing", start?.kind == .word ? missingPlace : start?.range ?? missingPlace,
        "`alias` takes a name, `=` and a command",
        allowed: "as in: \(Command.alias.example)")
    }
    let body = tokens[row...]
    while take() != nil {}
    let words = body.map { $0.kind == .string && body.count > 1 ? "\"\($0.text)\"" : $0.text }
    let range = body.first.map { $0.range.lowerBound..<tokens[tokens.count - 1].range.upperBound }
    return .definition(
      Phrase(text: name.text, range: name.range),
      Phrase(text: words.joined(separator: " "), range: range ?? missingPlace))
  }
}
