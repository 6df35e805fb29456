import ArgumentParser
import HearsayCore
import HearsayFormats
import HearsayShell

/// `hearsay test FILE…`: runs the tests that rules files carry, and lessons as tests.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the tests of rules files, and lessons as tests.")

  @Argument(help: "Rules files, and lessons: NAME.lesson.md.", completion: .file())
  var files: [String]
  @Flag(help: "Write the answers of lessons as they are now into their output blocks.")
  var update = false

  func run() throws {
    var code: Int32 = 0
    for path in files where path.hasSuffix(".md") {
      code = max(code, testLessonFile(path, update: update))
    }
    for path in files where !path.hasSuffix(".md") {
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

/// Tests a lesson and says what it found.
///
/// - Returns: the exit code: 0, 1 for a file that cannot be read or written, 3 for a failed check.
func testLessonFile(_ path: String, update: Bool) -> Int32 {
  guard let bytes = FileAccess.disk.read(path),
    let text = String(validating: bytes, as: UTF8.self)
  else {
    Output.report("\(printable(path)): error: no such file, or no UTF-8 text")
    return 1
  }
  var session = Session(files: .disk, roots: rootFolders())
  let outcome = testLesson(text, file: path, in: &session, update: update)
  if let updated = outcome.updated, updated != text, outcome.checks > 0 {
    guard FileAccess.disk.replace(path, Array(updated.utf8)) else {
      Output.report("\(printable(path)): error: cannot be written")
      return 1
    }
    Output.write("\(printable(path)): answers written\n")
  }
  for failure in outcome.failures { Output.report(diagnosticText(failure)) }
  let failed = outcome.failures.count
  Output.write("\(printable(path)): \(outcome.checks) checks, \(failed) failed\n")
  return failed > 0 ? 3 : 0
}
