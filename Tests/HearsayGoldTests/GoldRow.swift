import Foundation
import HearsayCore
import HearsayTestSupport
import Yams

/// One claim as a careful reader wrote it down.
struct GoldRow: Sendable {
  var file: String
  var isFigure: Bool
  var words: String
  var sentence: String
  var value: String?
  var kind: String?
  var topic: String?
  var population: String?
  var modality: String?
  var asOf: [String]?
  var chain: [String]

  /// Where its words stand: inside or right around the place its sentence names.
  func places(in text: SourceText) -> [ByteRange] {
    text.ranges(of: sentence).compactMap { anchor in
      let near = text.ranges(of: words).min {
        distance($0, anchor) < distance($1, anchor)
      }
      return near.flatMap { distance($0, anchor) < 400 ? $0 : nil }
    }
  }

  private func distance(_ one: ByteRange, _ other: ByteRange) -> Int {
    one.overlaps(other) ? 0 : max(other.start - one.end, one.start - other.end)
  }
}

extension SourceText {
  /// Every place where `words` stand, byte for byte.
  func ranges(of words: String) -> [ByteRange] {
    let needle = Array(words.utf8)
    guard let first = needle.first, needle.count <= bytes.count else { return [] }
    return (0...(bytes.count - needle.count)).compactMap { start in
      guard bytes[start] == first, bytes[start..<(start + needle.count)].elementsEqual(needle)
      else { return nil }
      return ByteRange(start, start + needle.count)
    }
  }
}

/// The gold of a story.
func goldRows(_ story: String) throws -> [GoldRow] {
  let path = "Tests/HearsayGoldTests/Gold/\(story).yaml"
  let text = String(decoding: try projectFile(path).bytes, as: UTF8.self)
  guard let node = try Yams.compose(yaml: text, .basic), let rows = node.sequence else { return [] }
  return rows.compactMap { row in
    guard let map = row.mapping else { return nil }
    func text(_ key: String) -> String? {
      guard let value = map[Node(key)]?.scalar?.string, value != "null" else { return nil }
      return value
    }
    return GoldRow(
      file: text("file") ?? "", isFigure: text("row") == "figure", words: text("words") ?? "",
      sentence: text("sentence") ?? "", value: text("value"), kind: text("kind"),
      topic: text("topic"), population: text("population"), modality: text("modality"),
      asOf: map["as-of"]?.sequence?.compactMap { $0.scalar?.string },
      chain: map["chain"]?.sequence?.compactMap { $0.scalar?.string } ?? [])
  }
}
