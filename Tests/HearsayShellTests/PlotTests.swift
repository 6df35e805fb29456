import HearsayFormats
import Testing

@testable import HearsayShell

/// Figures on an axis.
@Suite struct PlotTests {
  @Test("a scale puts every number in a column, in their order")
  func scale() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let numbers = (0..<Int.random(in: 1..<9, using: &generator)).map { _ in
        Double(Int.random(in: -5...3_000_000, using: &generator))
      }
      let width = Int.random(in: 2..<80, using: &generator)
      let scale = try #require(PlotScale(numbers, width: width, isOpen: Bool.random()))
      let columns = numbers.sorted().map(scale.column)
      #expect(columns == columns.sorted())
      #expect(columns.allSatisfy { (0..<width).contains($0) })
      #expect(scale.ticks.map(\.column) == scale.ticks.map(\.column).sorted())
    }
    #expect(PlotScale([], width: 40) == nil)
    #expect(PlotScale([.infinity], width: 40)?.column(.infinity) != nil)
  }

  @Test("an axis is logarithmic when the largest is fifty times the smallest")
  func logarithmic() throws {
    #expect(try #require(PlotScale([2, 99], width: 40)).isLogarithmic == false)
    let wide = try #require(PlotScale([2, 100], width: 41))
    #expect(wide.isLogarithmic)
    #expect(wide.ticks.map(\.number) == [1, 10, 100])
    #expect(wide.ticks.map(\.column) == [0, 20, 40])
  }

  @Test("ceilings point left, floors right, about is soft, a clash is marked")
  func drawing() throws {
    var session = try seedSession("seeds/korrin-valley")
    let lines = session.perform("compare damage as plot").output.split(separator: "\n")
    func line(_ words: String) -> Substring { lines.first { $0.contains(words) } ?? "" }
    #expect(line("≤180 million").contains("◀─"))
    #expect(line("≤180 million").contains("─┤"))
    #expect(line("≤180 million").contains("crowns ×"))
    #expect(line("≥210 million").contains("├──"))
    #expect(line("≥210 million").contains("─▶"))
    #expect(line("≈50 million").contains("╌◆╌"))
    #expect(line("40 million–55 million").contains("├─"))
    let columns = ["≤180", "≥210"].map { line($0).contains("e4-post.txt") }
    #expect(columns == [true, true])
  }

  @Test("on a terminal compare is a plot that fits the window, elsewhere a table")
  func terminal() throws {
    var session = try seedSession("seeds/korrin-valley")
    let seen = session.perform("compare killed", on: Canvas(width: 80)).output
    #expect(seen.contains("●"))
    #expect(seen.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 })
    #expect(!session.perform("compare killed").output.contains("●"))
    #expect(!session.perform("conflicts killed", on: Canvas(width: 80)).output.contains("●"))
    _ = session.perform("set output table")
    #expect(!session.perform("compare killed", on: Canvas(width: 80)).output.contains("●"))
  }
}

/// What a person sets for a session.
@Suite struct SettingsTests {
  @Test("ASCII signs leave no sign of the other kind on the axis")
  func ascii() throws {
    var session = try seedSession("seeds/korrin-valley")
    _ = session.perform("set glyphs ascii")
    let seen = session.perform("compare damage as plot").output
    #expect(!seen.contains { "●◆├┤▶◀╌×─".contains($0) })
    #expect(seen.contains("<==="))
  }

  @Test("accessible answers are sentences with words for signs, without colour")
  func accessible() throws {
    var session = try seedSession("seeds/korrin-valley")
    _ = session.perform("set accessible on")
    let canvas = Canvas(width: 80, style: Style(isColoured: true))
    let seen = session.perform("compare damage", on: canvas).output
    #expect(seen.contains("; figure: at most 180 million crowns"))
    #expect(!seen.unicodeScalars.contains { "≤≥≈→…–×\u{1B}".unicodeScalars.contains($0) })
    // What is set holds for the rest of its line.
    var other = try seedSession("seeds/korrin-valley")
    #expect(other.perform("set accessible on; compare damage", on: canvas).output == seen)
  }

  @Test(
    "an alias stands for its command",
    arguments: [
      ("dmg", "alias dmg = compare damage", "compare damage"),
      ("of damage", "alias of = compare $1", "compare damage"),
      ("dmg as csv", "alias dmg = compare damage", "compare damage as csv"),
      (
        "two damage killed", "alias two = \"conflicts $1; conflicts $2\"",
        "conflicts damage; conflicts killed"
      ),
      (
        "all damage where value > 100", "alias all = compare $*", "compare damage where value > 100"
      ),
    ])
  func alias(_ line: String, _ definition: String, _ meaning: String) throws {
    var session = try seedSession("seeds/korrin-valley")
    #expect(!session.perform(definition).hasFailed)
    let result = session.perform(line)
    #expect(!result.hasFailed, "\(result.messages)")
    #expect(result.output == session.perform(meaning).output)
  }

  @Test(
    "what cannot be set is said with what can",
    arguments: [
      ("set outptu table", "did you mean 'output'"), ("set output tabel", "did you mean 'table'"),
      ("set timer", "a value is missing"), ("set timer perhaps", "on, off"),
      ("alias compare = events", "is a command"), ("alias x", "needs a name"),
    ])
  func mistakes(_ line: String, _ says: String) throws {
    var session = Session(files: .inMemory([:]))
    let message = session.perform(line).messages.joined()
    #expect(message.contains(says) || says == "needs a name" && message.contains("takes a name"))
  }

  @Test("help knows the vocabulary, with examples from what is loaded, and finds its pages")
  func help() throws {
    var session = try seedSession("seeds/korrin-valley")
    let words = session.perform("help words").output
    #expect(words.contains("as of"))
    #expect(words.contains("e0-courier.txt:5"))
    #expect(session.perform("help search origin").output.contains("single-source"))
    #expect(session.perform("help search zzz").output.contains("no page of help"))
  }
}
