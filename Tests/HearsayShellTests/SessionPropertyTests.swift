import Foundation
import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayTestSupport
import Testing

@testable import HearsayShell

/// What must hold for every answer of a session, whatever the articles say: order, copies, names.
///
/// Rows are compared as programs see them, without what names a place in the list: the number of a
/// claim, `d3`.
struct SessionPropertyTests {
  /// Every command that asks the corpus as a whole.
  static let commands = [
    "compare killed", "compare released", "who said 12", "who said 5", "conflicts", "compatible",
    "claims", "events", "sources", "origins", "single-source", "corroborated", "anonymous",
    "unattributed", "hedged", "shifts", "quotes", "stale", "framing", "unknown", "leftovers",
    "timeline", "interested", "grade", "aliases", "cites \"The Mill\"",
    "trace \"lost our homes\"", "known as of 2026-01-14",
  ]

  /// The rows of all answers, sorted: what is said, and not in which order.
  static func rows(_ session: inout Session, _ commands: [String] = commands) -> [String] {
    var rows: [String] = []
    for command in commands {
      for line in session.perform(command + " as jsonl").output.split(separator: "\n") {
        rows.append(command + " " + withoutNumbers(String(line)))
      }
    }
    return rows.sorted()
  }

  /// `"claim":12`, `"doc":"d3"` and lists of claim numbers depend on the order of the files.
  static func withoutNumbers(_ line: String) -> String {
    var line = line
    for key in ["claim", "from", "to", "number", "best", "joinedTo"] {
      line = line.replacing(pattern("\"\(key)\":", \.isNumber), with: "")
    }
    for key in ["claims", "repeats", "agreeing"] {
      line = line.replacing(pattern("\"\(key)\":[", { $0 != "]" }), with: "")
    }
    // Why a figure is stale is told with the number of another claim.
    line = line.replacing(pattern("\"stale\":\"", { $0 != "\"" }), with: "")
    return line.replacing(pattern("\"doc\":\"d", \.isNumber), with: "")
  }

  /// `start` and as many characters behind it as `fit`.
  static func pattern(
    _ start: String, _ fit: @escaping (Character) -> Bool
  ) -> (String) -> [Range<String.Index>] {
    { line in
      var found: [Range<String.Index>] = []
      for range in line.ranges(of: start) {
        var end = range.upperBound
        while end < line.endIndex, fit(line[end]) { end = line.index(after: end) }
        found.append(range.lowerBound..<end)
      }
      return found
    }
  }

  static func session(
    _ articles: [(file: String, text: String)], _ known: [KnownFacts] = []
  ) throws -> Session {
    let disk = MemoryDisk()
    for path in englishFiles { disk.put(path, try projectFile(path).bytes) }
    // A list has an order of its own, whatever the files are called.
    var list = "articles:\n"
    for (place, article) in articles.enumerated() {
      disk.put("made/" + article.file, Array(article.text.utf8))
      let facts = known.indices.contains(place) ? known[place] : KnownFacts()
      list += "  - file: \(article.file)\n"
      if let outlet = facts.outlet { list += "    outlet: \(outlet)\n" }
      if let published = facts.published { list += "    published: \(published)\n" }
      if let byline = facts.byline { list += "    byline: \(byline)\n" }
    }
    disk.put("made/corpus.yaml", Array(list.utf8))
    var session = Session(files: disk.access)
    let diagnostics = session.load(["made"])
    #expect(!diagnostics.contains { $0.severity == .error }, "\(diagnostics)")
    return session
  }

  /// The articles of a seed.
  static func seed(_ name: String) -> (
    articles: [(file: String, text: String)], known: [KnownFacts]
  ) {
    let all = Corpus([projectRoot.path + "/seeds/" + name], files: .disk).articles
    return (
      all.map { (Path.leaf($0.text.name), $0.text.text($0.text.range)) }, all.map(\.known)
    )
  }

  @Test(arguments: ["venezuela", "korrin-valley"])
  func `the order of files changes no answer`(_ seed: String) throws {
    let (articles, known) = Self.seed(seed)
    var one = try Self.session(articles, known)
    var other = try Self.session(articles.reversed(), known.reversed())
    let before = Set(Self.rows(&one))
    let after = Set(Self.rows(&other))
    #expect(before.subtracting(after).sorted() == [])
    #expect(after.subtracting(before).sorted() == [])
  }

  /// How many stand behind each figure, question by question.
  ///
  /// Of the rules' topics: which other questions there are hangs on the articles too.
  static func support(_ session: Session) -> [String: (lower: Int, upper: Int)] {
    var support: [String: (lower: Int, upper: Int)] = [:]
    for topic in session.graph.rules.topics.map(\.name) {
      for figure in session.graph.supportedFigures(Asked(topic)) {
        let proposition = session.graph.claims[figure.claim].proposition
        let quantity = proposition.quantity
        let key = [
          topic, figure.question.population ?? "",
          quantity?.vague ?? quantity?.interval.name ?? "", proposition.part ?? "",
        ].joined(separator: "|")
        let known = support[key] ?? (0, 0)
        support[key] = (
          max(known.lower, figure.independence.lower), max(known.upper, figure.independence.upper)
        )
      }
    }
    return support
  }

  @Test(arguments: ["venezuela", "korrin-valley"])
  func `a copy of an article adds no origin`(_ seed: String) throws {
    let (articles, known) = Self.seed(seed)
    let session = try Self.session(articles, known)
    let before = Self.support(session)
    for copied in articles.indices {
      let copy = (file: "zz.txt", text: articles[copied].text)
      let more = try Self.session(articles + [copy], known + [known[copied]])
      for (figure, support) in Self.support(more) {
        let former = before[figure] ?? (0, 0)
        #expect(support.lower <= former.lower, "\(copied): \(figure)")
        #expect(support.upper <= former.upper, "\(copied): \(figure)")
      }
    }
  }

  @Test(arguments: ["venezuela", "korrin-valley"])
  func `taking an article away adds no support`(_ seed: String) throws {
    let (articles, known) = Self.seed(seed)
    let before = Self.support(try Self.session(articles, known))
    for without in articles.indices {
      var (fewer, facts) = (articles, known)
      fewer.remove(at: without)
      facts.remove(at: without)
      for (figure, support) in Self.support(try Self.session(fewer, facts)) {
        #expect(support.lower <= before[figure]?.lower ?? 0, "\(without): \(figure)")
      }
    }
  }

  /// Made articles about one event: who says what is drawn, names and numbers are not in each
  /// other's way.
  static func made(_ seed: UInt64, _ names: [String]) -> [(file: String, text: String)] {
    var dice = ClaimStoreTests.Dice(state: seed)
    func any(_ all: [String]) -> String { all.randomElement(using: &dice) ?? "" }
    return (0..<5).map { number in
      let sentences = (0..<Int.random(in: 2...6, using: &dice)).map { _ in
        let figure = any(["12", "about 50", "at least 9", "more than 400", "5"])
        let name = any(names)
        return any([
          "\(name) said \(figure) people were killed on Monday.",
          "About 30 people were hurt, according to \(name).",
          "“We lost our homes in one night,” \(name) said.",
          "An official said \(figure) people were released.",
          "\(name) denied that \(figure) people were killed.",
          "At least 3 people were killed.",
        ])
      }
      return ("f\(number).txt", sentences.joined(separator: " ") + "\n")
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `made stories do not depend on order, and copies add nothing`(_ seed: UInt64) throws {
    let articles = Self.made(seed, ["Ana Vega", "Omar Lind", "Rosa Quint"])
    let days = (0..<5).map {
      KnownFacts(outlet: "Paper \($0)", published: Day(number: 20_400 + $0))
    }
    var one = try Self.session(articles, days)
    var other = try Self.session(articles.reversed(), days.reversed())
    let before = Set(Self.rows(&one))
    let after = Set(Self.rows(&other))
    #expect(before.subtracting(after).sorted() == [])
    #expect(after.subtracting(before).sorted() == [])
    let copy = (file: "zz.txt", text: articles[0].text)
    let more = Self.support(try Self.session(articles + [copy], days + [days[0]]))
    for (figure, support) in Self.support(one) {
      #expect(more[figure]?.lower == support.lower, "\(figure)")
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `other names for the sources change nothing else`(_ seed: UInt64) throws {
    let names = ["Ana Vega", "Omar Lind", "Rosa Quint"]
    // Of the same lengths and in the same order, so that places and sorting stay.
    let others = ["Bea Walk", "Owen Marl", "Ruth Quail"]
    let facts = (0..<5).map { _ in KnownFacts(outlet: "Paper", published: Day(number: 20_400)) }
    var one = try Self.session(Self.made(seed, names), facts)
    var other = try Self.session(Self.made(seed, others), facts)
    let renamed = Self.rows(&one).map { row in
      zip(names, others).reduce(row) { row, pair in
        let parts = zip(pair.0.split(separator: " "), pair.1.split(separator: " "))
        return parts.reduce(row) { row, part in
          row.replacingOccurrences(of: part.0, with: part.1)
            .replacingOccurrences(of: part.0.lowercased(), with: part.1.lowercased())
        }
      }
    }
    #expect(renamed.sorted() == Self.rows(&other).sorted())
  }
}

extension String {
  fileprivate func replacing(
    _ find: (String) -> [Range<String.Index>], with words: String
  ) -> String {
    var out = ""
    var at = startIndex
    for range in find(self) where range.lowerBound >= at {
      out += self[at..<range.lowerBound] + words
      at = range.upperBound
    }
    return out + self[at...]
  }
}
