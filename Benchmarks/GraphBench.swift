import Foundation
import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayShell

/// Times questions to graphs of made claims, from a thousand articles up, and what memory they take.
///
/// Claims are made and not read, so that a hundred thousand articles fit into a minute; an article
/// has as many claims of either kind as real news has on average, and their words stand in its text,
/// which is counted.
///
/// ```
/// script/bench --graph 1000,10000,100000
/// ```
func benchGraph(_ sizes: [Int]) {
  print(
    "articles  claims  MB text  MB graph  build s"
      + "  who said ms (median p95)  compare ms (median p95)"
  )
  for size in sizes {
    let before = residentBytes()
    var bytes = 0
    var maker = ClaimMaker(seed: 7, articles: size)
    var graph = ClaimGraph()
    let build = ContinuousClock().measure {
      for number in 0..<size {
        let made = maker.article(number)
        graph.add(made.document, claims: made.claims)
        bytes += made.bytes
      }
    }
    let memory = residentBytes() - before
    let numbers = maker.questionNumbers(201)
    let words = maker.questionWords(201)
    let who = times(numbers) { graph.whoSaid(.number(Interval(exactly: $0))).claims.count }
    let compare = times(words) { graph.compare(Asked($0)).groups.count }
    let cells = [
      "\(size)", "\(graph.claims.count)", fixed(Double(bytes) / 1e6),
      fixed(Double(memory) / 1e6), fixed(seconds(build)),
      "\(fixed(who.median)) \(fixed(who.high))", "\(fixed(compare.median)) \(fixed(compare.high))",
    ]
    print(cells.joined(separator: "  "))
  }
}

/// The same for real texts: the articles of a folder as often as needed, read and asked by a session.
///
/// Each time round the names of the files differ, and every number and day is what it was: the
/// hardest case for an answer that lists all who said it.
///
/// ```
/// script/bench --multiply FOLDER --graph 1000,10000
/// ```
func benchTexts(_ folder: String, _ sizes: [Int]) {
  print(
    "articles  claims  MB text  MB all  load s  reload s"
      + "  who said ms (median p95)  compare ms (median p95)")
  let originals = Corpus([folder], files: .disk).articles.map(\.text)
  guard !originals.isEmpty else { return print("no article in \(folder)") }
  for size in sizes {
    let before = residentBytes()
    var session = Session(files: multiplied(originals, size))
    let load = ContinuousClock().measure { _ = session.load(["made"]) }
    let memory = residentBytes() - before
    let reload = ContinuousClock().measure { _ = session.reload() }
    let bytes = session.articles.reduce(0) { $0 + $1.article.text.bytes.count }
    let graph = session.graph
    var numbers: [ExactNumber] = []
    var words: [String] = []
    // Spread by a prime: a step that divides the claims of one round would meet the same few.
    for number in 0..<min(400, graph.claims.count) {
      let row = number * 7919 % graph.claims.count
      let proposition = graph.claims[row].proposition
      if let stated = proposition.quantity?.stated { numbers.append(stated) }
      if let word = proposition.predicate { words.append(word) }
    }
    let who = times(numbers) { graph.whoSaid(.number(Interval(exactly: $0))).claims.count }
    let compare = times(words) { graph.compare(Asked($0)).groups.count }
    let cells = [
      "\(size)", "\(graph.claims.count)", fixed(Double(bytes) / 1e6),
      fixed(Double(memory) / 1e6), fixed(seconds(load)), fixed(seconds(reload)),
      "\(fixed(who.median)) \(fixed(who.high))", "\(fixed(compare.median)) \(fixed(compare.high))",
    ]
    print(cells.joined(separator: "  "))
  }
}

/// A folder `made` of so many texts, and the disk beside it.
private func multiplied(_ texts: [SourceText], _ size: Int) -> FileAccess {
  var files = FileAccess.disk
  let disk = files
  let prefix = "made/"
  @Sendable func text(_ path: String) -> SourceText? {
    guard path.hasPrefix(prefix), let number = Int(path.dropFirst(prefix.count).dropLast(4)) else {
      return nil
    }
    return texts[number % texts.count]
  }
  files.kind = { path in
    path == "made"
      ? .folder : text(path).map { .file(bytes: $0.bytes.count) } ?? disk.kind(path)
  }
  files.list = { $0 == "made" ? (0..<size).map { "\($0).txt" } : disk.list($0) }
  // A copy, as a disk would give: bytes that are shared would cost nothing.
  files.read = { path in text(path).map { Array($0.bytes[...] + []) } ?? disk.read(path) }
  return files
}

private func times<Question>(_ questions: [Question], _ ask: (Question) -> Int) -> (
  median: Double, high: Double
) {
  let all = questions.map { question in
    seconds(ContinuousClock().measure { _ = ask(question) }) * 1000
  }.sorted()
  if all.isEmpty { return (0, 0) }
  return (all[all.count / 2], all[all.count * 95 / 100])
}

/// The memory of this process that lies in RAM.
private func residentBytes() -> Int {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return pages * 4096
}

/// Claims of made stories: of twenty articles each, with words and numbers drawn by Zipf's law.
private struct ClaimMaker {
  /// What real news has on average.
  static let bytesOfArticle = 4700
  static let figures = 7
  static let statements = 12

  private var state: UInt64
  private let words: [String]
  private let names: [String]
  private let stories: Int

  init(seed: UInt64, articles: Int) {
    state = seed
    var maker = WordMaker(state: seed ^ 0x5851_F42D_4C95_7F2D)
    words = (0..<20_000).map { _ in maker.word() }
    names = (0..<4000).map { _ in maker.name() + " " + maker.name() }
    stories = max(1, articles / 20)
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func word() -> String {
    let draw = Double(below(1 << 24)) / Double(1 << 24)
    return words[Int(draw * draw * draw * Double(words.count - 1))]
  }

  mutating func article(_ number: Int) -> (document: GraphDocument, claims: [Claim], bytes: Int) {
    let story = below(stories)
    let day = Day(number: 18_000 + story % 2000 + below(5))
    let facts = DocumentFacts(
      outlet: "Outlet \(below(200))", published: TimeValue(day: day, derivation: "given"),
      publishedBasis: .manifest)
    let count = Self.figures + Self.statements
    let drafts = (0..<count).map { sentence($0 < Self.figures, story) }
    var text = drafts.map(\.text).joined(separator: "\n")
    while text.utf8.count < Self.bytesOfArticle { text += "\n" + filler() }
    let source = SourceText(name: "made/\(number).txt", text: text)
    var at = 0
    let claims = drafts.enumerated().map { place, draft in
      defer { at += draft.text.utf8.count + 1 }
      return claim(
        draft, place < Self.figures, ByteRange(at, at + draft.text.utf8.count), source, day)
    }
    return (GraphDocument(file: source.name, facts: facts), claims, text.utf8.count)
  }

  private struct Draft {
    var text: String
    var predicate: String
    var noun: String
    var number: Int
  }

  /// A story has its own verbs and things counted, and numbers that grow.
  private mutating func sentence(_ isFigure: Bool, _ story: Int) -> Draft {
    let predicate = words[(story &* 31 &+ below(4) &* 7) % 4000]
    let noun = words[(story &* 17 &+ below(3)) % 6000]
    let number = 1 + below(9) * (1 + story % 400)
    let text = "\(number) \(noun) \(predicate) " + filler()
    return Draft(text: text, predicate: predicate, noun: noun, number: number)
  }

  private mutating func filler() -> String { (0..<20).map { _ in word() }.joined(separator: " ") }

  private mutating func claim(
    _ draft: Draft, _ isFigure: Bool, _ range: ByteRange, _ source: SourceText, _ day: Day
  ) -> Claim {
    var proposition = Proposition(
      terms: [draft.predicate, draft.noun].sorted(), predicate: draft.predicate)
    if isFigure {
      let number = ExactNumber(draft.number)
      proposition.quantity = Quantity(Interval(exactly: number), stated: number, unit: draft.noun)
      proposition.measure = .cumulative
      proposition.asOf = TimeValue(day: day)
      proposition.asOfBasis = .stated
    }
    let figure = ByteRange(
      range.start, range.start + "\(draft.number) \(draft.noun)".utf8.count)
    var chain = [ChainStep(speaker: Speaker(name: "Outlet", kind: .outlet))]
    if below(3) > 0 {
      chain.append(
        ChainStep(speaker: Speaker(name: names[below(names.count)], kind: .person), cue: "said"))
    }
    let trail = ["english/figure.count", "english/topic.word", "english/claim.speaker"].map {
      RuleFiring(rule: $0, range: figure, note: "made", draft.noun)
    }
    return Claim(
      id: state, kind: isFigure ? .figure : .statement,
      span: Evidence(isFigure ? figure : range, in: source),
      sentence: Evidence(range, in: source), zone: .body, proposition: proposition, chain: chain,
      mode: chain.count > 1 ? .indirect : .narrator, trail: trail)
  }

  /// Numbers and words that are in the graph, each as likely as another.
  mutating func questionNumbers(_ count: Int) -> [ExactNumber] {
    (0..<count).map { _ in ExactNumber(1 + below(9) * (1 + below(min(400, stories)))) }
  }

  mutating func questionWords(_ count: Int) -> [String] {
    (0..<count).map { _ in words[(below(stories) &* 31 &+ below(4) &* 7) % 4000] }
  }
}
