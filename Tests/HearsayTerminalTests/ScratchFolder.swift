import Foundation
import Glibc

/// A folder for one test, gone after it.
struct ScratchFolder: ~Copyable {
  let path: String

  init() {
    var template = Array("/tmp/hearsay-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
    }
    precondition(!path.isEmpty, "no folder for the test")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    defer { close(file) }
    precondition(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  func read(_ name: String) -> String {
    let file = open(path + "/" + name, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = Glibc.read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  func mode(_ name: String) -> mode_t {
    var status = stat()
    lstat(path + "/" + name, &status)
    return status.st_mode & 0o777
  }
}
