import HearsayCore
import HearsayFormats
import HearsayGraph

/// Words of what is loaded for the examples of help: an event, a number, a name.
///
/// Without articles, those of the first seed story.
struct CorpusWords {
  private let session: Session
  private let event: String?

  init(_ session: Session) {
    self.session = session
    let topics = session.graph.topics(.all)
    event = (topics.first { $0.isNamed && $0.figures > 0 } ?? topics.first { $0.figures > 0 })?.name
  }

  /// A line with words of the first seed story.
  static func ofFirstSeed(_ line: String) -> String {
    CorpusWords(Session(files: .inMemory([:]))).filled(line)
  }

  /// The line with words for everything in braces.
  func filled(_ line: String) -> String {
    var out = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      out += word(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private func word(_ slot: String) -> String {
    session.graph.claims.isEmpty ? Self.seed[slot] ?? slot : found(slot) ?? Self.seed[slot] ?? slot
  }

  private static let seed = [
    "event": "released", "event2": "held", "number": "56", "words": "only 56",
    "name": "\"Foro Penal\"", "name2": "\"Interior Ministry\"", "day": "2026-01-13", "a": "1",
    "b": "2", "claim": "1", "path": "seeds/venezuela", "article": "article.txt",
  ]

  private func found(_ slot: String) -> String? {
    switch slot {
    case "event": event.map(asArgument)
    case "event2": session.graph.topics(.all).first { $0.name != event }.map { asArgument($0.name) }
    case "number": number
    case "words": words
    case "name": names.first.map(asName)
    case "name2": names.dropFirst().first.map(asName)
    case "day": session.newestDay?.description
    case "a": pair.map { String($0.0) }
    case "b": pair.map { String($0.1) }
    case "claim": figures.first.map { String(session.number($0)) }
    case "path": session.corpusPaths.first.map(asPath)
    case "article": session.articles.first.map { asPath($0.article.text.name) }
    default: nil
    }
  }

  private func asName(_ name: String) -> String {
    name.contains(" ") ? "\"\(printable(name))\"" : asArgument(name)
  }

  private func asPath(_ path: String) -> String { path.contains(" ") ? "\"\(path)\"" : path }

  // MARK: - The event's own figures, people and quarrels

  /// The figures of the event, those with a plain number first.
  private var figures: [Int] {
    let rows = event.map { session.graph.claims(for: Asked($0)).map(\.row) } ?? []
    let figures = session.graph.sorted(rows).filter { session.graph.claims[$0].kind == .figure }
    return figures.filter { exact($0) != nil } + figures.filter { exact($0) == nil }
  }

  private func exact(_ row: Int) -> ExactNumber? {
    let quantity = session.graph.claims[row].proposition.quantity
    guard let quantity, quantity.interval.low == quantity.interval.high else { return nil }
    return quantity.stated
  }

  /// The number that most figures give, the largest of several.
  private var number: String? {
    var counts: [ExactNumber: Int] = [:]
    for row in figures { if let number = exact(row) { counts[number, default: 0] += 1 } }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    let any = figures.lazy.compactMap { session.graph.claims[$0].proposition.quantity?.stated }
    return (best ?? any.first)?.description
  }

  /// The first words of a quotation.
  private var words: String? {
    session.graph.claims.lazy.compactMap { claim -> String? in
      let words = (claim.quote ?? "").split(separator: " ").prefix(3)
      let isPlain = words.allSatisfy { $0.allSatisfy(\.isLetter) }
      return words.count == 3 && isPlain ? words.joined(separator: " ") : nil
    }.first
  }

  /// Sources of the event that have a name, those with most of its figures first.
  private var names: [String] {
    let origins = session.sourceList(figures).filter { $0.kind == .identified }
    let all = session.sourceList(session.graph.sorted(session.rows)).filter {
      $0.kind == .identified
    }
    var seen: Set<String> = []
    return (origins + all).map(\.name).filter { seen.insert($0).inserted }
  }

  /// Two figures of the event that cannot stand side by side, else any two claims.
  private var pair: (Int, Int)? {
    let answer = event.map { session.graph.compare(Asked($0)) }
    let links = answer?.groups.flatMap(\.links) ?? []
    if let link = links.first(where: { $0.relation == .contradicts }) ?? links.first {
      return (session.number(link.from), session.number(link.to))
    }
    return session.graph.claims.count > 1 ? (1, 2) : nil
  }
}
