import Foundation
import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayShell

/// The page `Rows` names every row and every key that commands print for programs.
struct RowsTests {
  /// For each row its keys, as the table of the page has them.
  static func listed() throws -> [String: Set<String>] {
    let path = "Sources/HearsayCore/HearsayCore.docc/Rows.md"
    let page = String(decoding: try projectFile(path).bytes, as: UTF8.self)
    var rows: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map(String.init)
      guard cells.count == 3 else { continue }
      let marks = CharacterSet(charactersIn: "` ")
      rows[cells[0].trimmingCharacters(in: marks)] = Set(
        cells[2].split(separator: " ").map { $0.trimmingCharacters(in: marks) })
    }
    return rows
  }

  static let more = [
    "compare held", "check 56 were freed", "how many were released?", "why \"He left.\"",
    "help questions", "claims released", "known as of 2026-01-13", "stale", "interested",
  ]

  @Test func `every row and key for programs is on the page`() throws {
    let listed = try Self.listed()
    #expect(listed.count > 30)
    var session = try seedSession("seeds/venezuela")
    let asking = Command.all.filter {
      $0.clauses.contains(.as) && $0.takes != .paths(isRequired: true)
    }
    var missing: Set<String> = []
    let lines = asking.map(\.example).filter { $0 != "reload" } + Self.more
    for line in lines {
      for row in session.perform(line + " as jsonl").output.split(separator: "\n") {
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any])
        let name = try #require(object["row"] as? String)
        let keys = Set(object.keys).subtracting(["row"]).subtracting(listed[name] ?? [])
        missing.formUnion(keys.map { "\(name).\($0)" })
      }
    }
    #expect(missing.sorted() == [])
  }
}
