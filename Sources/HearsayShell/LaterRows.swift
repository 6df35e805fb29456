internal import Synchronization

/// The rows of an answer for programs: those that are made, and those that are when somebody asks.
///
/// Most answers are only read. A row has thirty fields, and a thousand claims take longer to be made
/// rows of than to be found.
struct DataRows: Hashable, Sendable {
  private var made: [JSONObject] = []
  private var later: [LaterRows] = []

  var all: [JSONObject] {
    get { later.isEmpty ? made : made + later.flatMap(\.rows) }
    _modify {
      made += later.flatMap(\.rows)
      later = []
      yield &made
    }
  }

  /// Puts rows behind the others without making them.
  mutating func add(_ make: @escaping @Sendable () -> [JSONObject]) {
    later.append(LaterRows(make))
  }

  static func == (one: DataRows, other: DataRows) -> Bool { one.all == other.all }

  func hash(into hasher: inout Hasher) { hasher.combine(all) }
}

/// Rows that are made once, by whoever asks first.
private final class LaterRows: Sendable {
  private enum State {
    case later(@Sendable () -> [JSONObject])
    case made([JSONObject])
  }

  private let state: Mutex<State>

  init(_ make: @escaping @Sendable () -> [JSONObject]) { state = Mutex(.later(make)) }

  var rows: [JSONObject] {
    state.withLock { state in
      switch state {
      case .made(let rows): return rows
      case .later(let make):
        let rows = make()
        state = .made(rows)
        return rows
      }
    }
  }
}
