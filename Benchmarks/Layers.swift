import HearsayCore
import HearsayFormats
import HearsayReading
import HearsayRules

/// Draws the layers of articles under their text: `hearsay-bench --layers FOLDER [--rules FILE]`.
func printLayers(_ path: String, rules names: [String]) throws {
  let corpus = Corpus([path], files: .disk)
  let rules = try loadRules(names)
  var reader = Reader(rules: rules)
  for article in corpus.articles {
    print("==== \(article.text.name)")
    print(reader.draft(article).dump(reader.lexicon))
  }
}
