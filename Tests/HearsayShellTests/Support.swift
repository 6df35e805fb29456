import Foundation
import HearsayCore
import HearsayFormats
import HearsayTestSupport
import Synchronization

@testable import HearsayShell

/// Seeds that were opened: reading one takes longer than most tests.
private let openedSeeds = Mutex<[String: Session]>([:])

/// A session with a seed of the project, read from the disk once; what it writes is its own.
func seedSession(_ seed: String) throws -> Session {
  var session =
    try openedSeeds.withLock { opened in
      if let known = opened[seed] { return known }
      var session = Session(files: overlay())
      let diagnostics = session.load([seed])
      guard !diagnostics.contains(where: { $0.severity == .error }) else {
        throw SeedFailed(messages: diagnostics.map { diagnosticText($0) })
      }
      opened[seed] = session
      return session
    }
  session.files = overlay()
  return session
}

/// The disk as it is, with what is written kept in memory.
func overlay() -> FileAccess {
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
  disk.remove = { path in
    written.remove(path)
    return true
  }
  return disk
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
