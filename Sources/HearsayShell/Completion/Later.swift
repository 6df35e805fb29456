internal import Dispatch
internal import Foundation
package import HearsayCore
internal import Synchronization

/// A value that another thread works out while this one goes on.
package final class Later<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let flag = GivenUp()
  private let group = DispatchGroup()

  /// Begins at once, with as much stack as the first thread has and more.
  ///
  /// - Parameter make: Is handed the flag that says whether anybody still waits.
  package init(_ make: @escaping @Sendable (GivenUp) -> Value) {
    group.enter()
    let worker = Thread { [self] in
      let value = make(flag)
      made.withLock { $0 = value }
      group.leave()
    }
    worker.stackSize = 16 << 20
    worker.start()
  }

  /// Nobody will ask for it any more.
  package func cancel() { flag.raise() }

  /// The value, when it is there within that time.
  package func value(withinMilliseconds milliseconds: Int) -> Value? {
    _ = group.wait(timeout: .now() + .milliseconds(milliseconds))
    return made.withLock { $0 }
  }

  /// The value, however long it takes.
  package func value() -> Value {
    while true {
      if let value = value(withinMilliseconds: 1000) { return value }
    }
  }
}
