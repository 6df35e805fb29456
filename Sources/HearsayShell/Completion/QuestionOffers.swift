import HearsayGraph
import HearsayRules

/// How questions in plain words may go on: `who first said` with a number.
struct QuestionOffers: Sendable {
  private struct Known: Sendable {
    var elements: [QuestionPattern.Element]
    /// The question with its slots in capitals: `who first said NUMBER`.
    var shown: String
  }

  private let known: [Known]

  init(_ session: Session) {
    let phrases = session.rules?["questions.phrases"].entries ?? []
    self.init(phrases.flatMap { $0.value.words.compactMap { QuestionPattern($0) } })
  }

  init(_ patterns: [QuestionPattern]) {
    known = patterns.flatMap(\.readings).map { Known(elements: $0, shown: Self.shown($0)) }
  }

  private static func shown(_ elements: [QuestionPattern.Element]) -> String {
    elements.map { element in
      switch element {
      case .word(let word): word
      case .slot(let slot): slot.rawValue.uppercased()
      case .gap: "…"
      }
    }.joined(separator: " ")
  }

  /// What may follow the words, and what a slot that comes next may hold.
  func next(after tokens: [LineToken], begun: String, in index: CompletionIndex) -> [Offer] {
    guard tokens.allSatisfy({ $0.kind == .word || $0.kind == .string }) else { return [] }
    let typed = tokens.map { folded($0.text) }
    var words: [String: String] = [:]
    var order: [String] = []
    var slots: [QuestionPattern.Slot] = []
    for question in known {
      for at in places(typed[...], question.elements[...]) {
        switch question.elements[at] {
        case .word(let word):
          if words.updateValue(question.shown, forKey: word) == nil { order.append(word) }
        case .slot(let slot): if !slots.contains(slot) { slots.append(slot) }
        case .gap: break
        }
      }
    }
    return order.map { Offer($0, "a question: " + (words[$0] ?? "")) }
      + slots.flatMap { values(of: $0, index) }
  }

  /// Where in the question its words may have led.
  private func places(_ typed: ArraySlice<String>, _ rest: ArraySlice<QuestionPattern.Element>)
    -> Set<Int>
  {
    guard let first = rest.first else { return [] }
    guard let word = typed.first else { return [rest.startIndex] }
    switch first {
    case .word(let wanted):
      return wanted == word ? places(typed.dropFirst(), rest.dropFirst()) : []
    case .slot:
      // A value has one to four words.
      return (1...min(4, typed.count)).reduce(into: []) { found, length in
        found.formUnion(places(typed.dropFirst(length), rest.dropFirst()))
      }
    case .gap:
      return (0...min(5, typed.count)).reduce(into: []) { found, length in
        found.formUnion(places(typed.dropFirst(length), rest.dropFirst()))
      }
    }
  }

  private func values(of slot: QuestionPattern.Slot, _ index: CompletionIndex) -> [Offer] {
    switch slot {
    case .event: index.events
    case .group: index.groups
    case .number: index.numbers
    case .name: index.speakers
    case .outlet: index.outlets
    case .day: index.days
    case .claim, .words, .statement: []
    }
  }
}
