import Foundation
import HearsayCore
import HearsayRules
import HearsayTestSupport
import Testing

struct RulesLoaderTests {
  /// A wrong file and the `line:column code` of what is wrong with it.
  static let wrong: [(text: String, errors: [String])] = [
    ("hearsay: 1\ntopcis: {}\n", ["2:1 unknown-key"]),
    ("hearsay: 2\n", ["1:10 value"]),
    ("story: x\n", ["1:1 missing-key"]),
    ("hearsay: 1\ntopics:\n  a: {verbs: [go], opposite: b}\n", ["3:30 unknown-topic"]),
    ("hearsay: 1\ntopics:\n  a: {measure: stock}\n", ["3:3 empty-topic"]),
    ("hearsay: 1\ntopics:\n  a: {verbs: [go], measure: stok}\n", ["3:29 value"]),
    ("hearsay: 1\ntopics:\n  a: {verbs: [go]}\n  a: {verbs: [run]}\n", ["4:3 duplicate-key"]),
    ("hearsay: 1\ntopics:\n  a: {verbs: [go], verbs: [run]}\n", ["3:20 duplicate-key"]),
    ("hearsay: 1\nepisodes:\n  e: {from: 2026-02-01, to: 2026-01-01}\n", ["3:13 episode"]),
    ("hearsay: 1\nepisodes:\n  e: {from: 2026-02-30, to: 2026-03-01}\n", ["3:13 value"]),
    ("hearsay: 1\nvague: {handful: 6-3}\n", ["2:18 interval"]),
    ("hearsay: 1\ntopics:\n  a: {phrases: ['(go']}\n", ["3:17 pattern"]),
    ("hearsay: 1\ntopics:\n  a: {phrases: ['go ... ... on']}\n", ["3:17 pattern"]),
    ("hearsay: 1\ntopics:\n  a: {phrases: ['... {number}']}\n", ["3:17 pattern"]),
    ("hearsay: 1\ntopics:\n  a: {phrases: ['go {nmae}']}\n", ["3:17 pattern"]),
    ("hearsay: 1\nboilerplate: ['(']\n", ["2:15 regex"]),
    (
      "hearsay: 1\npopulations:\n  a: {words: [x], within: b}\n  b: {words: [y], within: a}\n",
      ["3:3 cycle", "4:3 cycle"]
    ),
    ("hearsay: 1\nnames:\n  A: {aliases: [X]}\n  B: {aliases: [x]}\n", ["4:17 alias"]),
    ("hearsay: 1\nnames: {A: {side: moon}}\n", ["2:19 unknown-side"]),
    ("hearsay: 1\ntopics: [a, b]\n", ["2:9 shape"]),
    ("hearsay: 1\nstory: &x y\n", ["2:8 anchor"]),
    ("hearsay: 1\nstory: [a, *x]\n", ["2:12 anchor"]),
    ("hearsay: 1\n\tstory: x\n", ["2:1 yaml"]),
    ("", ["- empty"]),
    ("hearsay: 1\ntests: [{text: a}]\n", ["2:9 test"]),
  ]

  @Test(arguments: wrong)
  func `names every mistake with its place`(_ text: String, _ errors: [String]) {
    let (rules, found) = RulesLoader.load([SourceText(name: "story.yaml", text: text)])
    #expect(rules == nil)
    let places = found.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(diagnostic.code)"
    }
    #expect(places == errors)
  }

  @Test func `finds six mistakes in one pass and suggests the nearest word`() {
    let text = """
      hearsay: 1
      topcs: {}
      topics:
        released: {verbs: [release], opposite: hled}
        held: {verbs: [hold], measure: stokc}
        held: {verbs: [jail]}
      vague: {several: 9-2}
      names: {A: {aliases: [B], sdie: x}}
      """
    let (_, found) = RulesLoader.load([SourceText(name: "story.yaml", text: text)])
    #expect(found.count == 6)
    #expect(found.compactMap(\.help).contains("did you mean 'held'?"))
    #expect(found.allSatisfy { $0.sourceLine != nil && $0.file == "story.yaml" })
  }

  @Test(arguments: ["[", "{", "- "])
  func `refuses nesting that would use up the stack`(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let (rules, found) = RulesLoader.load([SourceText(name: "deep.yaml", text: text)])
    #expect(rules == nil)
    #expect(found.map(\.code) == ["too-deep"])
  }

  @Test func `keeps every scalar as text`() {
    let text = "hearsay: 1\nstory: no\nambiguous: [on, off, 0123, 2026-01-08, ~]\n"
    let (rules, _) = RulesLoader.load([SourceText(name: "a.yaml", text: text)])
    #expect(rules?["story"].text == "no")
    #expect(rules?["ambiguous"].words == ["on", "off", "0123", "2026-01-08", "~"])
  }

  @Test func `later layers win per key, lists append, and remove deletes`() {
    let base = SourceText(
      name: "base.yaml",
      text: "hearsay: 1\ntopics: {a: {verbs: [go], measure: stock}, b: {verbs: [run]}}\n")
    let story = SourceText(
      name: "story.yaml",
      text: "hearsay: 1\nremove: [topics.b]\ntopics: {a: {verbs: [walk], measure: flow}}\n")
    let (rules, found) = RulesLoader.load([base, story])
    #expect(found.filter { $0.severity == .error }.isEmpty)
    #expect(rules?["topics.a.verbs"].words == ["go", "walk"])
    #expect(rules?["topics.a.measure"].text == "flow")
    #expect(rules?["topics.b"].isEmpty == true)
  }

  /// A story over a small language layer, and the `line code` of what it is warned of.
  static let odd: [(story: String, warnings: [String])] = [
    ("hearsay: 1\nextends: english\n", ["1 no-tests"]),
    ("hearsay: 1\ntests: [{text: a, expect: none}]\n", []),
    (
      "hearsay: 1\ntests: [{text: a, todo: b}]\ntopics:\n  a: {verbs: [go]}\n  b: {nouns: [run, go]}\n",
      ["5 hidden-entry"]
    ),
    // The story's own word wins over the language's.
    ("hearsay: 1\ntests: [{text: a, todo: b}]\ntopics:\n  mine: {verbs: [kill]}\n", []),
    (
      "hearsay: 1\ntests: [{text: a, todo: b}]\npopulations:\n  all: {words: [man, '(young)? man']}\n"
        + "  young: {words: [young man], within: all}\n  old: {words: [man], within: all}\n",
      ["4 hidden-entry", "4 hidden-entry"]
    ),
    (
      "hearsay: 1\ntests: [{text: a, todo: b}]\nframes:\n  power: {loaded: {regime: hostile}}\n",
      ["4 no-neutral"]
    ),
    (
      "hearsay: 1\ntests: [{text: a, todo: b}]\npopulations: {a: {words: [x]}, b: {words: [y]}}\n",
      ["3 no-within", "3 no-within"]
    ),
  ]

  @Test(arguments: odd)
  func `warns of what is allowed but seldom meant`(_ story: String, _ warnings: [String]) {
    let base = SourceText(
      name: "english.yaml", text: "hearsay: 1\nlanguage: en\ntopics: {killed: {verbs: [kill]}}\n")
    let (rules, found) = RulesLoader.load([base, SourceText(name: "story.yaml", text: story)])
    #expect(rules != nil)
    let said = found.map { "\($0.place?.line ?? 0) \($0.code)" }
    #expect(said == warnings, "\(found.map(\.message))")
  }

  @Test func `a language may lie in several files, and a story begins after them`() {
    let texts = [
      "language: en\nspeech: {least: 1}", "language: en\nhedges: {a: [b]}", "story: a fire",
    ]
    let files = texts.enumerated().map {
      SourceText(name: "\($0).yaml", text: "hearsay: 1\n\($1)\n")
    }
    let (rules, found) = RulesLoader.load(files)
    #expect(found.filter { $0.severity == .error }.isEmpty)
    #expect(rules?.firstStory == 2)
    #expect(rules?["speech.least"].text == "1")
  }

  @Test(arguments: ["venezuela", "korrin-valley"])
  func `the shipped stories load without errors`(_ story: String) throws {
    #expect(!(try testRules("rules/\(story).yaml")).root.isEmpty)
  }

  @Test func `the shipped JSON Schema is the one the table makes`() throws {
    if let path = ProcessInfo.processInfo.environment["HEARSAY_WRITE_SCHEMA"] {
      try JSONSchema.text().write(toFile: path, atomically: true, encoding: .utf8)
    }
    let shipped = try projectFile("rules/rules.schema.json")
    #expect(String(decoding: shipped.bytes, as: UTF8.self) == JSONSchema.text())
  }
}
