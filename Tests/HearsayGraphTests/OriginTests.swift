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
    #expect(origins.map(\.claims) == [[2], [0, 1]])
    #expect(origins[1].confidence == .probable)
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
}
