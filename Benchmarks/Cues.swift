import Foundation
import HearsayCore
import HearsayFormats
import HearsayReading
import HearsayRules

/// Prints every candidate cue of the articles in a folder as JSON lines, for `count_cues.py`:
/// `hearsay-bench --cues FOLDER [--rules FILE]`.
func printCues(_ path: String, rules names: [String]) throws {
  let corpus = Corpus([path], files: .disk)
  let rules = try loadRules(names)
  var reader = Reader(rules: rules)
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  for article in corpus.articles {
    let name = Path.leaf(article.text.name)
    for record in reader.cueRecords(article) {
      let line = try encoder.encode(CueLine(record, file: name))
      print(String(decoding: line, as: UTF8.self))
    }
  }
}

private struct CueLine: Encodable {
  var file: String
  var kind, cueClass, word, frame, subject, object, after: String
  var evidence: [String]
  var free: Bool
  var score: Float
  var start, end: Int
  var source, cue: [Int]?
  var content: [[Int]]

  init(_ record: CueRecord, file: String) {
    self.file = file
    kind = record.kind
    cueClass = record.cueClass
    word = record.word
    frame = record.frame
    subject = record.subject
    object = record.object
    after = record.after
    evidence = record.evidence
    free = record.isFree
    score = record.score
    start = record.cue.start
    end = record.cue.end
    source = record.source.map { [$0.start, $0.end] }
    cue = record.wholeCue.map { [$0.start, $0.end] }
    content = record.content.map { [$0.start, $0.end] }
  }
}
