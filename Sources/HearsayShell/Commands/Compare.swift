import HearsayCore
import HearsayGraph

extension Command {
  static let compare = Command(
    name: "compare", usage: "EVENT", summary: "set side by side what each source says of an event",
    example: "compare released", takes: .words("an event", isRequired: true), subject: .event,
    clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in Reply() })
  static let whoSaid = Command(
    name: "who said", usage: "NUMBER|\"WORDS\"",
    summary: "everybody behind a number or words, by origin, with the chain",
    example: "who said 800", takes: .quantityOrWords, clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in Reply() })
  static let conflicts = Command(
    name: "conflicts", usage: "[EVENT]", summary: "what cannot stand side by side, and why",
    example: "conflicts", takes: .words("an event", isRequired: false), subject: .event,
    clauses: .choosing,
    answer: { (query, session) throws(LineProblem) in Reply() })
  static let trace = Command(
    name: "trace", usage: "CLAIM|\"WORDS\"", summary: "the way words took, from origin to article",
    example: "trace 1", takes: .references("a claim or words"), subject: .claim,
    answer: { (query, session) throws(LineProblem) in Reply() })
}
extension Session {
  func whyReply(_ one: Int, _ other: Int) -> Reply { Reply() }
}
