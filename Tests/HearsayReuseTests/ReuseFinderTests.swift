import HearsayCore
import Testing

@testable import HearsayReuse

struct ReuseFinderTests {
  /// `count` words that occur in no other text of another seed.
  static func words(_ seed: Int, _ count: Int) -> String {
    (0..<count).map { "w\(seed)x\($0)" }.joined(separator: " ")
  }

  static func text(_ name: String, _ words: String, published: Int? = nil)
    -> ReuseText
  {
    ReuseText(name: name, bytes: Array(words.utf8), published: published)
  }

  private func text(_ range: ByteRange, of text: ReuseText) -> String {
    String(decoding: text.bytes[range.start..<range.end], as: UTF8.self)
  }

  @Test func `a passage is found to the byte on both sides, whatever marks and case it has`() {
    let texts = [
      Self.text(
        "a",
        Self.words(1, 60)
          + " Nobody has seen the “old bridge” in São José since the flood of last year. "
          + Self.words(2, 60)),
      Self.text(
        "b",
        Self.words(3, 80)
          + ": nobody has seen the \"Old Bridge\" in são josé since the flood of last year, "
          + Self.words(4, 40)),
    ]
    let reuse = findReuse(in: texts)
    #expect(reuse.pairs.count == 1)
    let passage = reuse.pairs[0].passages[0]
    #expect(reuse.pairs[0].passages.count == 1 && reuse.pairs[0].relation == .passage)
    #expect(text(passage.one, of: texts[0]).hasPrefix("Nobody"))
    #expect(text(passage.one, of: texts[0]).hasSuffix("last year"))
    #expect(text(passage.other, of: texts[1]).hasPrefix("nobody"))
    #expect(passage.words == 15)
    #expect(reuse.sources.isEmpty)
  }

  @Test func `nine words in a row are no passage`() {
    let nine = "it was a long day for all of them"
    let texts = [
      Self.text("a", Self.words(1, 30) + " " + nine + " " + Self.words(2, 30)),
      Self.text("b", Self.words(3, 30) + " " + nine + " " + Self.words(4, 30)),
    ]
    #expect(findReuse(in: texts).pairs.isEmpty)
  }

  @Test func `an edited copy is one passage, and its source the earlier one`() {
    let original = (0..<300).map { "s\($0)" }
    var edited = original
    for place in stride(from: 7, to: 300, by: 13) { edited[place] = "changed\(place)" }
    edited.removeSubrange(100..<140)
    let reuse = findReuse(in: [
      Self.text("copy", edited.joined(separator: " "), published: 2),
      Self.text("source", original.joined(separator: " "), published: 1),
    ])
    #expect(reuse.pairs.map(\.relation) == [.copy])
    #expect(reuse.pairs[0].passages.count == 1)
    #expect(
      reuse.sources == [
        ProbableSource(article: 0, source: 1, basis: .date, share: reuse.sources[0].share)
      ])
    #expect(reuse.sources[0].share > 50)
  }

  @Test func `of two sources the nearer one is named`() {
    let original = (0..<200).map { "s\($0)" }
    var edited = original
    for place in stride(from: 7, to: 200, by: 20) { edited[place] = "changed\(place)" }
    let reuse = findReuse(in: [
      Self.text("first", original.joined(separator: " "), published: 1),
      Self.text("second", edited.joined(separator: " "), published: 2),
      Self.text("third", edited.joined(separator: " "), published: 3),
    ])
    #expect(reuse.sources.map(\.article) == [1, 2])
    #expect(reuse.sources.map(\.source) == [0, 1])
  }

  @Test func `without dates a credit tells the source, then length, then nothing`() {
    let long = Self.words(1, 200)
    let short = Self.words(1, 150)
    let credit = findReuse(in: [Self.text("a", long), Self.text("b", short)]) { $0 == 0 ? [1] : [] }
    #expect(credit.sources.map(\.basis) == [.credit] && credit.sources[0].source == 1)
    let length = findReuse(in: [Self.text("a", long), Self.text("b", short)])
    #expect(length.sources.map(\.basis) == [.length] && length.sources[0].source == 0)
    #expect(findReuse(in: [Self.text("a", long), Self.text("b", long)]).sources.isEmpty)
  }

  @Test func `what many articles carry is no reuse, what many copy is`() {
    let furniture = Self.words(0, 40)
    let articles = (1...12).map { Self.text("f\($0)", Self.words($0, 100) + " " + furniture) }
    let reuse = findReuse(in: articles)
    #expect(reuse.pairs.isEmpty && reuse.boilerplate == 36)
    let copies = (1...12).map { Self.text("c\($0)", Self.words(99, 200), published: $0) }
    let copied = findReuse(in: articles + copies)
    #expect(copied.pairs.count == 66 && !copied.isCut)
    #expect(copied.sources.allSatisfy { $0.source == 12 })
  }

  @Test func `what is left out shares nothing and joins nothing`() {
    let line = Self.words(5, 30)
    var one = Self.text("a", Self.words(1, 50) + " " + line)
    let other = Self.text("b", Self.words(2, 50) + " " + line)
    #expect(findReuse(in: [one, other]).pairs.count == 1)
    one.leftOut = [ByteRange(one.bytes.count - line.utf8.count, one.bytes.count)]
    #expect(findReuse(in: [one, other]).pairs.isEmpty)
  }

  @Test func `the order of articles changes nothing`() {
    let texts = (0..<40).map { number in
      Self.text(
        "f\(number)", Self.words(number % 7, 90) + " " + Self.words(100 + number % 11, 60),
        published: number % 5)
    }
    func named(_ texts: [ReuseText]) -> [String] {
      let reuse = findReuse(in: texts)
      return reuse.pairs.map { pair in
        "\(texts[pair.one].name) \(texts[pair.other].name) \(pair.relation) \(pair.passages)"
      } + reuse.sources.map { "\(texts[$0.article].name) \(texts[$0.source].name)" }.sorted()
    }
    #expect(named(texts) == named(texts.reversed()))
    #expect(!named(texts).isEmpty)
  }

  @Test func `ten thousand equal articles are held against a few each`() {
    let bytes = Array(Self.words(1, 14).utf8)
    let texts = (0..<10_000).map { ReuseText(name: "f\($0)", bytes: bytes) }
    let reuse = findReuse(in: texts)
    #expect(reuse.isCut)
    #expect(reuse.pairs.count < 10_000 * 17 && reuse.pairs.count > 10_000 * 8)
  }

  @Test func `two articles of five megabytes, one of them a single sentence over and over`() {
    let long = Self.words(1, 400_000)
    let again = String(
      repeating: "it was all said before and it will be said again ", count: 100_000)
    let reuse = findReuse(in: [
      Self.text("a", long), Self.text("b", long), Self.text("c", again), Self.text("d", again),
    ])
    #expect(reuse.pairs.count == 2)
    #expect(reuse.pairs[0].passages.count == 1 && reuse.pairs[0].shareOfOne == 100)
  }

  @Test(arguments: UInt64(1)...30)
  func `any bytes are read, and every passage lies within its article`(_ seed: UInt64) {
    var state = seed
    func dice(_ sides: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % sides
    }
    let pieces: [[UInt8]] = (0..<20).map { _ in (0..<Int(dice(40))).map { _ in UInt8(dice(256)) } }
    let texts = (0..<6).map { number in
      let bytes = (0..<30).flatMap { _ in pieces[Int(dice(20))] }
      let out = Int(dice(UInt64(bytes.count + 1)))
      return ReuseText(
        name: "f\(number)", bytes: bytes, leftOut: [ByteRange(out, out + Int(dice(50)))])
    }
    for pair in findReuse(in: texts).pairs {
      for passage in pair.passages {
        #expect(
          passage.one.start < passage.one.end && passage.one.end <= texts[pair.one].bytes.count)
        #expect(passage.other.end <= texts[pair.other].bytes.count)
      }
    }
  }

  @Test func `nothing is found in nothing`() {
    #expect(findReuse(in: []).pairs.isEmpty)
    #expect(findReuse(in: [Self.text("a", ""), Self.text("b", " … ")]).pairs.isEmpty)
  }
}
