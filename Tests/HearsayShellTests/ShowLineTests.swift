import HearsayCore
import HearsayGraph
import Testing

@testable import HearsayShell

/// What `show`, `why` and `trace` make of a place as answers print it.
struct ShowLineTests {
  static func answer(_ line: String) throws -> LineResult {
    var session = try seedSession("seeds/venezuela")
    return session.perform(line)
  }

  @Test(arguments: ["d3:23", "d3-signal-wire.txt:23", "seeds/venezuela/d3-signal-wire.txt:23"])
  func `a line is opened by number, file name or path`(_ place: String) throws {
    let output = try Self.answer("show \(place)").output
    #expect(output.hasPrefix("d3-signal-wire.txt:23\n"))
    #expect(output.contains("had 56 freed political prisoners on its list"))
    #expect(output.contains("\n4 claims\n"))
  }

  @Test func `every claim opens at the place that is printed beside it`() throws {
    var session = try seedSession("seeds/venezuela")
    for row in session.graph.claims.indices {
      let number = session.number(row)
      let output = session.perform("show \(session.place(row)) as jsonl").output
      #expect(output.contains("\"claim\":\(number),"), "\(session.place(row))")
    }
  }

  @Test func `page furniture is shown though it has no sentence`() throws {
    let output = try Self.answer("show d1:31").output
    #expect(output.contains("Leave a Comment"))
    #expect(!output.contains("claim"))
  }

  @Test(arguments: ["show d3:0", "show d3:900"])
  func `a line that is not there is said`(_ line: String) throws {
    let result = try Self.answer(line)
    #expect(result.messages.joined().contains("there is no line"))
    #expect(result.messages.joined().contains("`d3-signal-wire.txt` has 1 to"))
  }

  @Test(arguments: ["show d99:3", "show nobody.txt:3", "show 10:30"])
  func `what names no article is words`(_ line: String) throws {
    #expect(try Self.answer(line).messages.joined().contains("no claim has the words"))
  }

  @Test func `why takes the first claim of a line`() throws {
    #expect(try Self.answer("why d3:23").output == Self.answer("why 83").output)
  }
}
