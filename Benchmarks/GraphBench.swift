import Foundation
import HearsayCore
import HearsayGraph

/// Times questions to graphs of made claims, from a thousand articles up, and what memory they take.
///
/// Claims are made and not read, so that a hundred thousand articles fit into a minute; an article
/// has as many claims of either kind as real news has on average.
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
    var maker = ClaimMaker(seed: 7, articles: size)
    var graph = ClaimGraph()
    let build = ContinuousClock().measure {
      for number in 0..<size {
        let made = maker.article(number)
        graph.add(made.document, claims: made.claims)
      }
    }
    let memory = residentBytes() - before
    let numbers = maker.questionNumbers(201)
    let words = maker.questionWords(201)
    let who = times(numbers) { graph.whoSaid(.number(Interval(exactly: $0))).claims.count }
    let compare = times(words) { graph.compare(Asked($0)).groups.count }
    let cells = [
      "\(size)", "\(graph.claims.count)", fixed(Double(size * ClaimMaker.bytesOfArticle) / 1e6),
      fixed(Double(memory) / 1e6), fixed(seconds(build)),
      "\(fixed(who.median)) \(fixed(who.high))", "\(fixed(compare.median)) \(fixed(compare.high))",
    ]
    print(cells.joined(separator: "  "))
  }
}

private func times<Question>(_ questions: [Question], _ ask: (Question) -> Int) -> (
  median: Double, high: Double
) {
  let all = questions.map { question in
    seconds(ContinuousClock().measure { _ = ask(question) }) * 1000
  }.sorted()
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

  mutating func article(_ number: Int) -> (document: GraphDocument, claims: [Claim]) {
    let story = below(stories)
    let day = Day(number: 18_000 + story % 2000 + below(5))
    let facts = DocumentFacts(
      outlet: "Outlet \(below(200))", published: TimeValue(day: day, derivation: "given"),
      publishedBasis: .manifest)
    var claims: [Claim] = []
    for place in 0..<(Self.figures + Self.statements) {
      claims.append(claim(place, story, day))
    }
    return (GraphDocument(file: "made/\(number).txt", facts: facts), claims)
  }

  private mutating func claim(_ place: Int, _ story: Int, _ day: Day) -> Claim {
    let isFigure = place < Self.figures
    // A story has its own verbs and things counted, and numbers that grow.
    let predicate = words[(story &* 31 &+ below(4) &* 7) % 4000]
    let noun = words[(story &* 17 &+ below(3)) % 6000]
    let number = 1 + below(9) * (1 + story % 400)
    var sentence = [predicate, noun, "\(number)"]
    for _ in 0..<20 { sentence.append(word()) }
    let text = sentence.joined(separator: " ")
    var proposition = Proposition(terms: [predicate, noun].sorted(), predicate: predicate)
    if isFigure {
      proposition.quantity = Quantity(
        Interval(exactly: ExactNumber(number)), stated: ExactNumber(number), unit: noun)
      proposition.measure = .cumulative
      proposition.asOf = TimeValue(day: day)
      proposition.asOfBasis = .stated
    }
    let range = ByteRange(place * 240, place * 240 + text.utf8.count)
    let evidence = Evidence(
      range: range, line: place + 1, text: isFigure ? "\(number) \(noun)" : text)
    var chain = [ChainStep(speaker: Speaker(name: "Outlet", kind: .outlet))]
    if below(3) > 0 {
      chain.append(
        ChainStep(speaker: Speaker(name: names[below(names.count)], kind: .person), cue: "said"))
    }
    return Claim(
      id: state, kind: isFigure ? .figure : .statement, span: evidence,
      sentence: Evidence(range: range, line: place + 1, text: text), zone: .body,
      proposition: proposition, chain: chain, mode: chain.count > 1 ? .indirect : .narrator)
  }

  /// Numbers and words that are in the graph, each as likely as another.
  mutating func questionNumbers(_ count: Int) -> [ExactNumber] {
    (0..<count).map { _ in ExactNumber(1 + below(9) * (1 + below(min(400, stories)))) }
  }

  mutating func questionWords(_ count: Int) -> [String] {
    (0..<count).map { _ in words[(below(stories) &* 31 &+ below(4) &* 7) % 4000] }
  }
}
