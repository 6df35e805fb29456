import Foundation
import HearsayCore
import HearsayFormats
import HearsayReading
import HearsayTestSupport
import Testing

/// Reads the seed stories and holds what was read against what careful readers wrote down.
struct GoldTests {
  static let stories = ["venezuela", "korrin-valley"]

  @Test(arguments: stories) func `reads the claims of a seed story`(_ story: String) throws {
    let rows = try goldRows(story)
    #expect(rows.count >= 90)
    var reader = Reader(rules: try testRules("rules/\(story).yaml"))
    var score = GoldScore()
    let folder = projectRoot.appendingPathComponent("seeds/\(story)").path
    let corpus = Corpus([folder], files: .disk)
    #expect(corpus.diagnostics.isEmpty)
    for article in corpus.articles {
      let file = article.text.name.split(separator: "/").last.map(String.init)
      let text = SourceText(name: file ?? "", bytes: article.text.bytes)
      score.add(
        reader.read(article).claims, of: text, against: rows.filter { $0.file == file })
    }
    print("\n\(story)\n\(score.table)")
    if ProcessInfo.processInfo.environment["HEARSAY_GOLD_ERRORS"] != nil {
      print(score.errors.joined(separator: "\n"))
    }
    // What was reached, less a little: a change that costs more than that is seen here.
    #expect(score.foundShare >= 0.92)
    #expect(score.precision >= 0.89)
    #expect(score.recall >= 0.70)
  }
}
