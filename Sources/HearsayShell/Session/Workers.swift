internal import Dispatch
package import HearsayCore
package import HearsayReading
internal import Synchronization

/// Reads the articles over a few workers; the readings come in the order of the articles.
///
/// Each worker has a copy of the reader. A reading holds bytes and names only, so it is the same
/// whoever made it. Articles that are left when `isCancelled` says so come out as `nil`.
package func readAll(
  _ articles: [Article], with reader: Reader, workers: Int = 2,
  isCancelled: @Sendable () -> Bool = { false },
  reading read: @Sendable (inout Reader, Article) -> Reading = { $0.read($1) }
) -> [Reading?] {
  let results = Mutex([Reading?](repeating: nil, count: articles.count))
  let next = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: max(1, min(workers, articles.count))) { _ in
    var reader = reader
    while let row = takeRow(next, of: articles.count), !isCancelled() {
      let reading = read(&reader, articles[row])
      results.withLock { $0[row] = reading }
    }
  }
  return results.withLock { $0 }
}

private func takeRow(_ next: borrowing Mutex<Int>, of count: Int) -> Int? {
  next.withLock { row in
    guard row < count else { return nil }
    defer { row += 1 }
    return row
  }
}
