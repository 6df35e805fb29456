import HearsayCore
import HearsayFormats
import Synchronization
import Testing

@testable import HearsayShell

/// Help is made of what is declared, of examples that work, and of nothing wider than a window.
struct HelpTests {
  static let seeds = ["seeds/venezuela", "seeds/korrin-valley"]

  @Test func `every command has one page with three examples`() {
    let named = HelpTask.all.flatMap(\.pages).map(\.command)
    #expect(named.sorted() == Command.all.map(\.name).sorted())
    for page in HelpTask.all.flatMap(\.pages) {
      #expect(page.examples.count == 3, "\(page.command)")
    }
    for clause in ClauseKeyword.allCases { #expect(clause.examples.count == 3) }
  }

  /// Each example is typed by somebody who has just asked something, so that there are rows.
  @Test(arguments: seeds)
  func `every example of every page works on both seeds`(_ seed: String) throws {
    var opened = try seedSession(seed)
    opened.programs = ProgramAccess { _, _, _ in .exited(0) }
    _ = opened.perform("sources top 3")
    let corpus = CorpusWords(opened)
    let pages = HelpTask.all.flatMap(\.pages).flatMap(\.examples)
    for example in pages + ClauseKeyword.allCases.flatMap(\.examples) {
      var session = opened
      session.files = overlay()
      let line = corpus.filled(example.line)
      if line.contains("@") { _ = session.perform(line.hasPrefix("who") ? "sources" : "claims") }
      let result = session.perform(line)
      #expect(!result.hasFailed, "\(line): \(result.messages)")
      #expect(!line.contains("{"), "\(line)")
    }
  }

  @Test func `without articles the examples are those of the first seed`() {
    let corpus = CorpusWords(Session(files: .inMemory([:])))
    for example in HelpTask.all.flatMap(\.pages).flatMap(\.examples) {
      #expect(!corpus.filled(example.line).contains("{"), "\(example.line)")
    }
  }

  static let pages =
    ["help", "help keys", "help words", "help questions", "help search source", "help search xyz"]
    + Command.all.map { "help " + $0.name } + ClauseKeyword.allCases.map { "help " + $0.rawValue }

  @Test(arguments: seeds, [nil, 80, 200])
  func `every page of help fits 80 columns, whole`(_ seed: String, _ width: Int?) throws {
    var session = try seedSession(seed)
    for page in Self.pages {
      let output = session.perform(page, on: Canvas(width: width)).output
      #expect(!output.isEmpty, "\(page)")
      #expect(!output.contains("… is a cut"), "\(page)")
      for line in output.split(separator: "\n") {
        #expect(displayWidth(String(line)) <= 80, "\(page): \(line)")
      }
    }
  }

  @Test(arguments: seeds)
  func `the first page fits a window of 24 lines`(_ seed: String) throws {
    var session = try seedSession(seed)
    let output = session.perform("help", on: Canvas(width: 80)).output
    #expect(output.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
    for command in Command.all { #expect(output.contains(command.name)) }
  }

  @Test func `help that is listened to has no sign of layout`() throws {
    var session = try seedSession("seeds/venezuela")
    session.settings.isAccessible = true
    let output = session.perform("help compare", on: Canvas(width: 80)).output
    #expect(output.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") && !$0.contains("  ") })
  }
}
