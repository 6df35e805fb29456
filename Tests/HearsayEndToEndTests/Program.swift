import Foundation
import HearsayTestSupport

/// What a run of the built program left behind.
struct Run {
  var output: String
  var errors: String
  var status: Int32
}

/// Runs the built program from the root of the project.
func hearsay(_ arguments: String..., input: String = "", in folder: URL = projectRoot) throws -> Run
{
  try hearsay(arguments, input: input, in: folder)
}

/// Runs the built program; what it writes goes through files, so that no pipe can fill up.
func hearsay(_ arguments: [String], input: String = "", in folder: URL = projectRoot) throws -> Run
{
  let scratch = try scratchFolder()
  defer { try? FileManager.default.removeItem(at: scratch) }
  let process = Process()
  process.executableURL = try program()
  process.arguments = arguments
  process.currentDirectoryURL = folder
  let inputFile = scratch.appendingPathComponent("in")
  try Data(input.utf8).write(to: inputFile)
  process.standardInput = try FileHandle(forReadingFrom: inputFile)
  let (out, err) = (scratch.appendingPathComponent("out"), scratch.appendingPathComponent("err"))
  for file in [out, err] { try Data().write(to: file) }
  process.standardOutput = try FileHandle(forWritingTo: out)
  process.standardError = try FileHandle(forWritingTo: err)
  try process.run()
  process.waitUntilExit()
  return Run(
    output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
    errors: String(decoding: try Data(contentsOf: err), as: UTF8.self),
    status: process.terminationStatus)
}

/// A new empty folder.
func scratchFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("hearsay-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// The program beside the test bundle.
private func program() throws -> URL {
  let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  let build = projectRoot.appendingPathComponent(".build/debug")
  for folder in [here, build] {
    let file = folder.appendingPathComponent("hearsay")
    if FileManager.default.isExecutableFile(atPath: file.path) { return file }
  }
  throw CocoaError(.fileNoSuchFile)
}
