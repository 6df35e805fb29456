import ArgumentParser
import HearsayCore
import HearsayFormats
import HearsayShell

/// `hearsay test RULES…`: runs the tests that rules files carry.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests of rules files.")

  @Argument(help: "Rules files.")
  var rules: [String]

  func run() throws {
    var code: Int32 = 0
    for path in rules {
      let loaded = loadRules([path], files: .disk, roots: rootFolders())
      for diagnostic in loaded.diagnostics { Output.report(diagnosticText(diagnostic)) }
      guard let ruleSet = loaded.rules else {
        code = 1
        continue
      }
      let outcome = runRulesTests(ruleSet, of: path)
      Output.write(outcome.text)
      if outcome.failed > 0, code == 0 { code = 3 }
    }
    Output.flush()
    if code != 0 { throw ExitCode(code) }
  }
}
