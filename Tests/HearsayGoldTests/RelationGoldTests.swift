import Foundation
import HearsayCore
import HearsayFormats
import HearsayShell
import HearsayTestSupport
import Testing

/// Holds the relations between the claims of a seed story against what careful readers wrote down.
struct RelationGoldTests {
  @Test(arguments: GoldTests.stories) func `relates the claims of a seed story`(_ story: String)
    throws
  {
    let rows = try relationRows(story)
    #expect(rows.count >= 50)
    let folder = projectRoot.appendingPathComponent("seeds/\(story)").path
    var session = Session(files: .disk, roots: [projectRoot.path])
    #expect(session.load([folder]).isEmpty)
    var texts: [String: SourceText] = [:]
    for item in session.articles {
      let name = item.article.text.name.split(separator: "/").last.map(String.init) ?? ""
      texts[name] = item.article.text
    }
    var score = RelationScore()
    score.score(rows, session.graph, texts)
    print("\n\(story)\n\(score.table)")
    if ProcessInfo.processInfo.environment["HEARSAY_GOLD_ERRORS"] != nil {
      print(score.errors.joined(separator: "\n"))
    }
    // What was reached, less a little. Most of what is missed was not read as a claim.
    #expect(score.recall >= 0.88)
    #expect(score.precision >= 0.96)
  }
}
