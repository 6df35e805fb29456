import HearsayCore
import HearsayFormats
import Testing

struct CorpusTests {
  private func corpus(_ files: [String: String], _ paths: String...) -> Corpus {
    Corpus(paths, files: .inMemory(files.mapValues { Array($0.utf8) }))
  }

  @Test func `a folder with a corpus file says what is known`() {
    let corpus = corpus(
      [
        "s/corpus.yaml": """
        title: A story
        rules: ../rules/s.yaml
        articles:
          - file: a.txt
            outlet: The Mill
            published: 2025-03-12
            byline: [A. B., C. D.]
          - b.txt
        """, "s/a.txt": "One.", "s/b.txt": "Two.", "s/c.txt": "Not listed.",
      ], "s/")
    #expect(corpus.diagnostics.isEmpty)
    #expect(corpus.title == "A story")
    #expect(corpus.rules == ["rules/s.yaml"])
    #expect(corpus.articles.map(\.text.name) == ["s/a.txt", "s/b.txt"])
    #expect(corpus.articles[0].known.published == Day(year: 2025, month: 3, day: 12))
    #expect(corpus.articles[0].known.byline == "A. B., C. D.")
    #expect(corpus.articles[1].known == KnownFacts())
  }

  @Test func `mistakes in a corpus file are named with their place, and the rest counts`() {
    let corpus = corpus(
      [
        "s/corpus.yaml": """
        title: A story
        articles:
          - file: a.txt
            outlett: The Mill
            published: 12 March
          - outlet: Nobody
          - file: missing.txt
        """, "s/a.txt": "One.",
      ], "s")
    #expect(corpus.articles.map(\.text.name) == ["s/a.txt"])
    #expect(
      corpus.diagnostics.map { "\($0.place?.line ?? 0) \($0.code)" } == [
        "4 unknown-key", "5 date", "6 no-file", "0 missing-file",
      ])
    #expect(corpus.diagnostics[0].help == "did you mean 'outlet'?")
  }

  @Test func `a folder of texts is read by name, with what a manifest says`() {
    let corpus = corpus(
      [
        "s/b.txt": "Two.", "s/a.txt": "One.", "s/README.md": "# no article",
        "s/manifest.tsv":
          "file\tpublisher\tdate\ttitle\na.txt\tThe Mill\t2025-03-12\tA fire\nb.txt\t\t\t\n",
      ], "s")
    #expect(corpus.articles.map(\.text.name) == ["s/a.txt", "s/b.txt"])
    #expect(corpus.articles[0].known.outlet == "The Mill")
    #expect(corpus.articles[0].known.headline == "A fire")
    #expect(corpus.articles[1].known == KnownFacts())
    #expect(corpus.diagnostics.isEmpty)
  }

  @Test func `a folder without texts, and a missing one, are one message each`() {
    let corpus = corpus(["s/x.md": "text"], "s", "nowhere")
    #expect(corpus.diagnostics.map(\.code) == ["no-articles", "missing-file"])
  }

  static let bytes: [(bytes: [UInt8], index: Int?)] = [
    ([0x61, 0xC3, 0xA9], nil), ([0x61, 0xE9], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
    ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x92, 0xA9], nil), ([0xE2, 0x82], 0),
    ([0x61, 0x0A, 0x80], 2),
  ]

  @Test(arguments: bytes)
  func `finds the first byte that is no UTF-8`(_ bytes: [UInt8], _ index: Int?) {
    if case .notUTF8(_, let at, _)? = checkText(bytes) {
      #expect(at == index)
    } else {
      #expect(index == nil)
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
  }

  @Test func `paths are joined without steps up`() {
    #expect(Path.join("seeds/x", "../../rules/x.yaml") == "rules/x.yaml")
    #expect(Path.join("../x", "../y") == "../y")
    #expect(Path.join("", "a") == "a")
    #expect(Path.join("/a", "b") == "/a/b")
    #expect(Path.join("a", "/b") == "/b")
    #expect(Path.folder("a/b") == "a" && Path.folder("b").isEmpty && Path.folder("/b") == "/")
  }
}
