import Foundation
import HearsayShell
import Synchronization

/// Tells a person who waits how far loading has come: on stderr, when it takes over half a second,
/// and only when stderr is a terminal.
///
/// One line that is written over; for those who listen, plain lines two seconds apart.
final class ProgressMeter: Sendable {
  private struct State {
    var began: ContinuousClock.Instant?
    var told: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let isAccessible = isListening()

  /// Takes note of how far it is, and tells it when it is time.
  func tell(_ progress: LoadProgress) {
    guard Output.errorsAreShown else { return }
    state.withLock { state in
      if progress.step == .done { return finish(&state, progress) }
      let now = ContinuousClock.now
      let began = state.began ?? now
      state.began = began
      let pause = Duration.milliseconds(isAccessible ? 2000 : 100)
      guard state.told.map({ now - $0 > pause }) ?? (now - began > .milliseconds(500)) else {
        return
      }
      state.told = now
      draw(words(progress))
    }
  }

  private func words(_ progress: LoadProgress) -> String {
    progress.step == .searching
      ? "looking for text in common"
      : "reading: \(progress.count) of \(progress.all) articles"
  }

  private func draw(_ text: String) {
    let blanks = String(repeating: " ", count: max(0, 50 - text.count))
    Output.tell(isAccessible ? text + "\n" : "\r" + text + blanks)
  }

  /// The line is wiped, so that nothing of it stays in the way.
  private func finish(_ state: inout State, _ progress: LoadProgress) {
    guard state.told != nil else { return state.began = nil }
    state = State()
    let blanks = String(repeating: " ", count: 50)
    Output.tell(isAccessible ? "\(progress.all) articles read\n" : "\r\(blanks)\r")
  }
}

/// Whether the person asks for answers that can be listened to.
func isListening() -> Bool {
  let wish = ProcessInfo.processInfo.environment["HEARSAY_ACCESSIBLE"] ?? ""
  return ["1", "on", "yes", "true"].contains(wish)
}
