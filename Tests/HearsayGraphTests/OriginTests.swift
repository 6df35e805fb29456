import HearsayCore
import Testing

@testable import HearsayGraph

struct OriginTests {
  private func graph(_ articles: [Made]) -> ClaimGraph {
    ClaimGraph(rules: venezuela, articles: articles)
  }

  private func keys(_ articles: [Made]) -> [String] {
    let graph = graph(articles)
    return graph.origins(of: Array(graph.claims.indices)).map(\.key)
  }

  @Test func `a body, its other name and who speaks for it are one origin`() {
    let keys = keys([
      article("a", "2026-01-13", [claim("56", "Foro Penal")]),
      article("b", "2026-01-14", [claim("56", "Penal Forum")]),
      article("c", "2026-01-14", [claim("56", "Alfredo Romero/Foro Penal")]),
      article("d", "2026-01-14", [claim("60", "Alfredo Romero")]),
    ])
    #expect(Set(keys) == ["source:foro penal"])
  }

  @Test func `a role that names a body speaks for it`() {
    var claim = claim("56", "Maria Sosa")
    claim.chain[1].speaker.role = "a lawyer of Penal Forum"
    #expect(keys([article("a", "2026-01-13", [claim])]) == ["source:foro penal"])
    claim.chain[1].speaker.role = "a lawyer"
    #expect(keys([article("a", "2026-01-13", [claim])]) == ["source:maria sosa"])
  }

  @Test func `unnamed sources of two articles are never merged and never counted apart`() {
    let graph = graph([
      article(
        "a", "2026-01-13", [claim("3", "?a US official", sentence: "Same words in both here")]),
      article(
        "b", "2026-01-14", [claim("3", "?a US official", sentence: "Same words in both here")]),
    ])
    let keys = graph.origins(of: [0, 1])
    #expect(keys[0].key != keys[1].key)
    #expect(graph.independence(of: [0, 1]).text == "0 (up to 1)")
  }

  @Test func `an unattributed copy goes back to the first article`() {
    let text = "The index dropped in value by 2.36 per cent to below the mark"
    let origins = graph([
      article("a", "2026-01-13", [claim("2", sentence: text)]),
      article("b", "2026-01-14", [claim("2", sentence: text + " today")]),
      article(
        "c", "2026-01-14", [claim("2", sentence: "Two were counted by nobody in particular")]),
    ]).originList(of: [0, 1, 2])
    #expect(origins.map(\.key) == ["unattributed:a", "unattributed:c"])
    #expect(origins[0].rule == .textReuse && origins[0].confidence == .probable)
  }

  @Test func `a credited outlet of the corpus gives its own origin`() {
    let articles = [
      article("a", "2026-01-13", outlet: "CNN", [claim("4", "State Department")]),
      article("b", "2026-01-14", [claim("4", credits: ["CNN"])]),
      article("c", "2026-01-14", [claim("4", "@Bloomberg")]),
    ]
    #expect(
      keys(articles) == ["source:state department", "source:state department", "outlet:bloomberg"])
  }

  @Test func `words in common tell whose they are when the marks are lost`() {
    let words = "an important step in the right direction by authorities"
    let statement = claim(nil, sentence: "It was \(words), it says here", quote: nil)
    var lost = statement
    lost.span.text = "it was \(words)"
    let keys = keys([
      article("a", "2026-01-13", [claim(nil, "State Department", quote: words)]),
      article("b", "2026-01-14", [lost]),
    ])
    #expect(keys == ["source:state department", "source:state department"])
  }

  @Test func `one collective with one number is probably one`() {
    let graph = graph([
      article("a", "2026-01-13", [claim("800-900", "*rights groups")]),
      article("b", "2026-01-14", [claim("800-900", "*Rights groups")]),
      article("c", "2026-01-14", [claim("800", "*rights groups")]),
    ])
    let origins = graph.originList(of: [0, 1, 2])
    #expect(origins.map(\.claims) == [[0, 1], [2]])
    #expect(origins.map(\.confidence) == [.probable, .certain])
  }

  @Test func `independence is an interval`() {
    let graph = graph([
      article(
        "a", "2026-01-13", [claim("4", "Foro Penal"), claim("4", "State Department", at: 99)]),
      article(
        "b", "2026-01-14", [claim("4", "?a person", at: 1), claim("4", "*families", at: 99)]),
    ])
    let independence = graph.independence(of: [0, 1, 2, 3])
    #expect(independence.text == "2 (up to 4)")
    #expect(independence.notes.contains { $0.hasPrefix("independence not shown") })
  }

  @Test func `agreement against interest is noted`() {
    let graph = graph([
      article("a", "2026-01-13", [claim("4", "Foro Penal"), claim("4", "Jorge Rodríguez", at: 99)])
    ])
    #expect(
      graph.independence(of: [0, 1]).notes
        == ["agreement against interest: authorities, rights groups"])
  }

  static let rolesOfEnglish: GraphRules = {
    var rules = venezuela
    rules.formerRoles = ["former"]
    rules.ownVoiceRoles = ["professor"]
    rules.heads = ["minister": "ministry", "secretary": "department"]
    rules.fieldWords = ["of"]
    rules.beforeField = ["for", "the"]
    return rules
  }()

  private func key(_ name: String, _ role: String, body: String? = nil) -> OriginKey {
    var spoken = claim("56", name)
    spoken.chain[1].speaker.kind = .person
    spoken.chain[1].speaker.role = role
    spoken.chain[1].speaker.organisation = body
    let named = ["Interior Ministry", "Civil Defence", "Department of Health", "State Department"]
    let others = named.enumerated().map { claim("9", $1, at: 60 + 60 * $0) }
    let graph = ClaimGraph(
      rules: Self.rolesOfEnglish, articles: [article("a", "2026-01-13", [spoken] + others)])
    return graph.origins(of: Array(graph.claims.indices))[0]
  }

  @Test func `who holds an office speaks for what it heads, probably`() {
    let minister = key("Carlos Vega", "Interior Minister")
    #expect(minister.key == "source:interior ministry" && minister.confidence == .probable)
    #expect(minister.rule == .spokesperson)
    #expect(key("Marco Rubio", "U.S. Secretary of State").key == "source:state department")
    #expect(key("Ann Lee", "health secretary").key == "source:department of health")
    #expect(key("Ann Lee", "prime minister").key == "source:ann lee")
    #expect(key("Ana Ruiz", "head of Civil Defence").key == "source:civil defence")
  }

  @Test func `who held it before, or is only employed, speaks for nobody else`() {
    #expect(key("John Smith", "former director of Foro Penal").key == "source:john smith")
    #expect(key("John Smith", "former interior minister").key == "source:john smith")
    #expect(key("Eva Holm", "professor", body: "Foro Penal").key == "source:eva holm")
    #expect(key("Eva Holm", "director", body: "Foro Penal").key == "source:foro penal")
  }

  @Test func `a report is the word of the body that issued it`() {
    var report = claim("1000", "a report")
    report.chain[1].speaker.kind = .document
    report.chain[1].speaker.organisation = "Penal Forum"
    let graph = graph([article("a", "2026-01-13", [report, claim("1000", "Foro Penal", at: 60)])])
    #expect(graph.independence(of: [0, 1]).text == "1")
  }

  @Test func `a group is one inside its article, whatever it says`() {
    let origins = graph([
      article(
        "a", "2026-01-13", [claim("800", "*rights groups"), claim("56", "*rights groups", at: 60)]),
      article("b", "2026-01-14", [claim("70", "*rights groups")]),
    ]).originList(of: [0, 1, 2])
    #expect(origins.map(\.claims) == [[0, 1], [2]])
    #expect(origins.allSatisfy { $0.confidence == .certain })
  }

  @Test func `one quotation of two names is no two witnesses`() {
    let words = "nobody in the valley has had clean water since the flood"
    let graph = graph([
      article("a", "2026-01-13", [claim("4", "Foro Penal", quote: words)]),
      article("b", "2026-01-14", [claim("4", "State Department", quote: words)]),
    ])
    let independence = graph.independence(of: [0, 1])
    #expect(independence.text == "1 (up to 2)")
    #expect(independence.notes.contains { $0.hasPrefix("not independent") })
  }

  // MARK: - Shared text

  /// `b` has bytes 0 to 500 of `a` at its start.
  private func copied(_ one: [Claim], _ other: [Claim], isCopy: Bool = true) -> ClaimGraph {
    var graph = graph([article("a", "2026-01-13", one), article("b", "2026-01-14", other)])
    graph.setSharedText([
      SharedStretch(
        document: 1, range: ByteRange(0, 500), source: 0, sourceRange: ByteRange(0, 500),
        isCopy: isCopy)
    ])
    return graph
  }

  @Test func `a copy that drops the source goes back to it`() {
    let graph = copied(
      [claim("56", "Foro Penal", terms: ["free"], at: 100)],
      [claim("56", terms: ["free"], at: 100, sentence: "Fifty-six were free by Monday")])
    let key = graph.origins(of: [0, 1])[1]
    #expect(key.key == "source:foro penal" && key.rule == .textReuse)
    #expect(key.confidence == .probable && key.joinedTo == 0)
    #expect(graph.origins(of: [1]) == [key])
    let origin = graph.originList(of: [0, 1])[0]
    #expect(origin.evidence.map(\.claim) == [1] && origin.evidence[0].joinedTo == 0)
    #expect(graph.independence(of: [0, 1]).text == "1")
    #expect(graph.independence(of: [0, 1]).notes == ["probable: 1 of 2 joined by the same text"])
  }

  @Test func `a copy's own voice and its unnamed sources are those of the first article`() {
    let graph = copied(
      [claim("5", terms: ["free"]), claim("3", "?a US official", at: 60)],
      [
        claim("6", terms: ["free"], sentence: "Other words stand here"),
        claim("3", "?a US official", at: 60), claim("3", "?a diplomat", at: 120),
      ])
    let keys = graph.origins(of: Array(graph.claims.indices)).map(\.key)
    #expect(keys[2] == "unattributed:a")
    #expect(keys[3] == keys[1])
    #expect(keys[4] == "anonymous:b:a diplomat")
  }

  @Test func `outside the stretch, or in a passage only, an article speaks for itself`() {
    let outside = copied(
      [claim("56", "Foro Penal", terms: ["free"])], [claim("56", terms: ["free"], at: 700)])
    #expect(outside.origins(of: [1])[0].key == "unattributed:b")
    let passage = copied(
      [claim("5", terms: ["free"])], [claim("6", terms: ["free"], sentence: "Not these words")],
      isCopy: false)
    #expect(passage.origins(of: [1])[0].key == "unattributed:b")
  }

  @Test(arguments: UInt64(1)...20)
  func `an article printed again adds no origin at all`(_ seed: UInt64) {
    let story = GraphPropertyTests.story(seed)
    var copy = story[0]
    copy.document.file = "zz-copy"
    copy.document.facts.published = time("2026-01-30")
    let graph = ClaimGraph(rules: venezuela, articles: story)
    var more = ClaimGraph(rules: venezuela, articles: story + [copy])
    let source = more.documents.firstIndex { $0.file == story[0].document.file } ?? 0
    let whole = ByteRange(0, 10_000)
    more.setSharedText([
      SharedStretch(
        document: more.documents.count - 1, range: whole, source: source, sourceRange: whole,
        isCopy: true)
    ])
    let one = graph.originList(of: Array(graph.claims.indices))
    let other = more.originList(of: Array(more.claims.indices))
    #expect(one.map(\.key) == other.map(\.key))
    #expect(GraphPropertyTests.support(graph) == GraphPropertyTests.support(more))
    // Taking the first printing away leaves no more than was there before.
    let left = ClaimGraph(rules: venezuela, articles: Array(story.dropFirst()) + [copy])
    let all = more.independence(of: Array(more.claims.indices))
    #expect(left.independence(of: Array(left.claims.indices)).lower <= all.lower)
  }

  // MARK: - Credits

  @Test func `a credit tells how far it reaches`() {
    var republished = article("c", "2026-01-15", outlet: "CNN", [claim("9", "Foro Penal")])
    republished.document.facts.republisher = "The Mill"
    let graph = graph([
      article(
        "a", "2026-01-13", outlet: "Weir",
        [claim("4", credits: ["CNN"]), claim("5", credits: ["CNN"]), claim("6")]),
      article("b", "2026-01-14", outlet: "Mill", [claim("7", "@CNN", at: 60)]),
      republished,
    ])
    let texts = graph.creditedTexts()
    #expect(texts.map(\.reach) == [.article, .part, .sentence])
    #expect(texts.map(\.claims.count) == [1, 2, 1] && texts.map(\.all) == [1, 3, 1])
    #expect(texts.map(\.printed) == [nil, 2, 2])
    #expect(graph.creditedTexts(to: "Reuters").isEmpty)
  }
}
