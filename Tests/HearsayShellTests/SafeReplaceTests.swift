import Foundation
import HearsayFormats
import Synchronization
import Testing

/// A disk that may lose power between any two steps: then what was not brought to it is cut short.
struct SafeReplaceTests {
  final class Disk: Sendable {
    struct State {
      var files: [String: [UInt8]]
      var unsynced: Set<String> = []
      var stepsLeft: Int
      var cut: Int
    }
    let state: Mutex<State>

    init(_ files: [String: [UInt8]], stopAfter steps: Int, cut: Int) {
      state = Mutex(State(files: files, stepsLeft: steps, cut: cut))
    }

    private func step(_ body: (inout State) -> Void) -> Bool {
      state.withLock { state in
        guard state.stepsLeft > 0 else { return false }
        state.stepsLeft -= 1
        body(&state)
        return true
      }
    }

    var steps: ReplaceSteps {
      ReplaceSteps(
        write: { path, bytes in
          let isWhole = self.step { state in
            state.files[path] = bytes
            state.unsynced.insert(path)
          }
          // Power goes while it is being written.
          if !isWhole {
            self.state.withLock { $0.files[path] = Array(bytes.prefix($0.cut)) }
          }
          return isWhole
        },
        sync: { path in self.step { $0.unsynced.remove(path) } },
        rename: { from, to in
          self.step { state in
            state.files[to] = state.files.removeValue(forKey: from)
            if state.unsynced.remove(from) != nil { state.unsynced.insert(to) }
          }
        }, remove: { path in _ = self.step { $0.files[path] = nil } })
    }

    /// What is found after the power is back.
    func found(_ path: String) -> [UInt8]? {
      state.withLock { state in
        guard let bytes = state.files[path] else { return nil }
        return state.unsynced.contains(path) ? Array(bytes.prefix(state.cut)) : bytes
      }
    }
  }

  @Test(arguments: 0...5, [0, 1, 7])
  func `an interrupted write leaves the old file or the new one, whole`(_ steps: Int, _ cut: Int) {
    let (old, new) = (Array("the old file".utf8), Array("what is new".utf8))
    let disk = Disk(["a/b": old], stopAfter: steps, cut: cut)
    let isDone = replaceFile("a/b", with: new, by: disk.steps)
    let found = disk.found("a/b")
    #expect(found == old || found == new)
    if isDone { #expect(found == new) }
  }

  @Test func `a first file is there whole or not at all`() {
    for steps in 0...5 {
      let disk = Disk([:], stopAfter: steps, cut: 3)
      _ = replaceFile("b", with: [1, 2, 3, 4], by: disk.steps)
      #expect(disk.found("b") == nil || disk.found("b") == [1, 2, 3, 4])
    }
  }

  @Test func `the disk itself replaces a file and leaves nothing beside it`() throws {
    let folder = "\(scratch)/hearsay-replace-\(UInt64.random(in: 0 ... .max))"
    let files = FileAccess.disk
    #expect(!files.replace(folder + "/x", [1]))
    let path = folder + ".x"
    #expect(files.replace(path, [1, 2]) && files.read(path) == [1, 2])
    #expect(files.replace(path, [3]) && files.read(path) == [3])
    #expect(files.kind(path + ".new") == .missing)
    try removeFile(path)
  }
}

private var scratch: String { FileManager.default.temporaryDirectory.path }

private func removeFile(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
