import Foundation
import HearsayCore
import HearsayFormats
import HearsayTestSupport

@testable import HearsayShell

/// A session with a seed of the project, read from the disk.
func seedSession(_ seed: String) throws -> Session {
  let root = projectRoot.path
  var disk = FileAccess.disk
  let (kind, list, read) = (disk.kind, disk.list, disk.read)
  // Paths as a person in the root of the project would type them.
  let absolute: @Sendable (String) -> String = { $0.hasPrefix("/") ? $0 : root + "/" + $0 }
  // What is written stays in memory: the seeds are never touched.
  let written = MemoryDisk()
  disk.kind = { path in
    written.bytes(path).map { .file(bytes: $0.count) } ?? kind(absolute(path))
  }
  disk.list = { list(absolute($0)) }
  disk.read = { written.bytes($0) ?? read(absolute($0)) }
  disk.write = { _, _ in true }
  disk.replace = { path, bytes in
    written.put(path, bytes)
    return true
  }
  var session = Session(files: disk)
  let diagnostics = session.load([seed])
  guard !diagnostics.contains(where: { $0.severity == .error }) else {
    throw SeedFailed(messages: diagnostics.map { diagnosticText($0) })
  }
  return session
}

/// A session with a small story and the rules of English, all in memory.
func storySession(
  _ disk: MemoryDisk, _ story: [String: String] = SessionTests.story
) throws -> Session {
  for (path, text) in story { disk.put(path, Array(text.utf8)) }
  for path in englishFiles { disk.put(path, try projectFile(path).bytes) }
  var session = Session(files: disk.access)
  let errors = session.load(["case"]).filter { $0.severity == .error }
  guard errors.isEmpty else { throw SeedFailed(messages: errors.map { diagnosticText($0) }) }
  return session
}

struct SeedFailed: Error {
  let messages: [String]
}

func isJSONObject(_ line: String) -> Bool {
  let value = try? JSONSerialization.jsonObject(with: Data(line.utf8))
  return value is [String: Any]
}
