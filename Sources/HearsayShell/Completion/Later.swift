internal import Dispatch
internal import Foundation
internal import Synchronization

/// A value that another thread works out while this one goes on.
package final class Later<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let flag = UnwantedFlag()
  private let group = DispatchGroup()

  /// Begins at once, with as much stack as the first thread has and more.
  package init(_ make: @escaping @Sendable () -> Value) {
    group.enter()
    let worker = Thread { [self] in
      let value = UnwantedFlag.$current.withValue(flag) { make() }
      made.withLock { $0 = value }
      group.leave()
    }
    worker.stackSize = 16 << 20
    worker.start()
  }

  /// Nobody will ask for it any more; ``isUnwanted`` then holds where it is made.
  package func cancel() { flag.raised.store(true, ordering: .relaxed) }

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

/// Whether what this thread works out is wanted no more.
package var isUnwanted: Bool {
  UnwantedFlag.current?.raised.load(ordering: .relaxed) ?? false
}

private final class UnwantedFlag: Sendable {
  /// That of the thread that asks.
  @TaskLocal static var current: UnwantedFlag?

  let raised = Atomic(false)
}
