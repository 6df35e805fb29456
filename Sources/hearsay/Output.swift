import Foundation

/// stdout, collected to large pieces, and stderr at once.
enum Output {
  nonisolated(unsafe) private static var pending: [UInt8] = []

  /// Adds text to the answer.
  static func write(_ text: String) {
    pending.append(contentsOf: text.utf8)
    if pending.count > 1 << 16 { flush() }
  }

  /// Sends what is pending.
  ///
  /// A reader that went away (`| head`) ends the program without a word.
  static func flush() {
    guard !pending.isEmpty else { return }
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(pending))
    } catch {
      exit(141)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// A message for the person, beside the answer and in its order.
  static func report(_ message: String) {
    flush()
    try? FileHandle.standardError.write(contentsOf: Data((message + "\n").utf8))
  }

  /// Ends the program at once: at a terminal the next prompt should not wait.
  static func leave(_ code: Int32) -> Never {
    flush()
    exit(code)
  }
}
