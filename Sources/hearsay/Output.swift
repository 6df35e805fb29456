import Foundation
import Glibc
import HearsayShell

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

  /// Whether a person sees messages as they come.
  static let errorsAreShown = isatty(STDERR_FILENO) == 1

  /// Writes to stderr as it is, with no line break added.
  static func tell(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Hands bytes to a command of the system's shell, which writes where this program writes, and
  /// waits for its end.
  ///
  /// One that does not read to the end does no harm, and Ctrl-C is for it alone.
  static func run(_ command: String, with input: [UInt8]) -> ProgramEnd {
    flush()
    // Before signals are ignored: the program must not inherit that.
    guard let pipe = popen(command, "w") else { return .notStarted }
    let former = [SIGPIPE, SIGINT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in former { _ = signal(number, handler) } }
    _ = input.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, pipe) }
    let status = pclose(pipe)
    if status < 0 { return .notStarted }
    let number = status & 0x7F
    return number == 0 ? .exited((status >> 8) & 0xFF) : .signalled(number)
  }

  /// Ends the program at once: at a terminal the next prompt should not wait.
  static func leave(_ code: Int32) -> Never {
    flush()
    exit(code)
  }
}
