internal import Foundation
package import HearsayCore
internal import HearsayFormats
package import HearsayReuse

/// Two file names without order.
package struct ReusePairName: Hashable, Sendable {
  package var one: String
  package var other: String

  init(_ one: String, _ other: String) {
    (self.one, self.other) = one < other ? (one, other) : (other, one)
  }
}

/// The pairs of file names in a table of two columns.
package func pairNames(_ table: SourceText) -> [ReusePairName] {
  (1...max(1, table.lineStarts.count)).compactMap { number in
    let fields = table.text(table.lineRange(number)).split(separator: "\t").map(String.init)
    return fields.count < 2 ? nil : ReusePairName(fields[0], fields[1])
  }
}

/// What articles share, one JSON object a line (`hearsay reuse`).
///
/// The pairs with their passages come in the order of the files, then the probable sources.
package func reuseLines(
  _ reuse: TextReuse, of texts: [ReuseText], only wanted: Set<ReusePairName>? = nil
) -> [String] {
  var lines: [String] = []
  for pair in reuse.pairs {
    let names = [texts[pair.one].name, texts[pair.other].name]
    let leaves = names.map(Path.leaf)
    if let wanted, !wanted.contains(ReusePairName(leaves[0], leaves[1])) { continue }
    lines += pair.passages.map { passageLine($0, names) }
    var object = JSONObject()
    object.add("kind", "pair")
    object.add("a", names[0])
    object.add("b", names[1])
    object.add("relation", pair.relation.rawValue)
    object.add("a_share", pair.shareOfOne)
    object.add("b_share", pair.shareOfOther)
    lines.append(object.line)
  }
  return lines + reuse.sources.map { sourceLine($0, texts) }
}

private func passageLine(_ passage: SharedPassage, _ names: [String]) -> String {
  var object = JSONObject()
  object.add("kind", "passage")
  object.add("a", names[0])
  object.add("a_start", passage.one.start)
  object.add("a_end", passage.one.end)
  object.add("b", names[1])
  object.add("b_start", passage.other.start)
  object.add("b_end", passage.other.end)
  return object.line
}

private func sourceLine(_ source: ProbableSource, _ texts: [ReuseText]) -> String {
  var object = JSONObject()
  object.add("kind", "source")
  object.add("doc", texts[source.article].name)
  object.add("source", texts[source.source].name)
  object.add("basis", source.basis.rawValue)
  object.add("share", source.share)
  return object.line
}

/// When each file of a table was published, in minutes: `file, publisher, date` or `file, date`
/// with tabs, or a JSON object a line with `file` and `published`.
package func publishedMinutes(_ table: SourceText) -> [String: Int] {
  var minutes: [String: Int] = [:]
  for number in 1...max(1, table.lineStarts.count) {
    let line = table.text(table.lineRange(number))
    guard let (file, date) = line.hasPrefix("{") ? objectFields(line) : tableFields(line),
      let time = minutesOf(date)
    else { continue }
    minutes[Path.leaf(file)] = time
  }
  return minutes
}

private func objectFields(_ line: String) -> (String, String)? {
  let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
  guard let file = object?["file"] as? String, let date = object?["published"] as? String else {
    return nil
  }
  return (file, date)
}

private func tableFields(_ line: String) -> (String, String)? {
  let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  guard fields.count > 1 else { return nil }
  return (fields[0], fields.count > 2 ? fields[2] : fields[1])
}

/// `2026-01-14` or `2026-01-14T09:30…` as minutes; a zone is not looked at.
private func minutesOf(_ date: String) -> Int? {
  guard let day = Day(iso: String(date.prefix(10))) else { return nil }
  let clock = date.dropFirst(11).prefix(5).split(separator: ":").compactMap { Int($0) }
  let time = clock.count == 2 ? clock[0] * 60 + clock[1] : 0
  return Int(day.number) * 1440 + time
}
