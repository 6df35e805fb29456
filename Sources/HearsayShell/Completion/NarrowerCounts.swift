import HearsayCore
import HearsayGraph
internal import Synchronization

/// What is counted of the claims that a line speaks of before its last clause: after
/// `compare released by` the speakers of these figures, and how many each of them gives.
///
/// It is counted in the background, for one line at a time; whoever asks too early gets nothing.
package final class NarrowerCounts: Sendable {
  private struct Known: Sendable {
    var words: [String]
    var version: Int
    var index: Later<CompletionIndex?>
  }

  private let known = Mutex<Known?>(nil)

  /// Nothing is counted yet.
  package init() {}

  /// The index of the claims that the words choose; `nil` when that is not known, or all of them.
  func index(
    _ tokens: [LineToken], _ command: Command, _ session: Session, _ whole: CompletionIndex
  ) -> CompletionIndex? {
    guard command.clauses.contains(.where) else { return nil }
    let words = tokens.map(\.text)
    let later = known.withLock { known in
      if let known, known.words == words, known.version == session.graphVersion {
        return known.index
      }
      known?.index.cancel()
      let index = Later { flag in
        session.index(tokens, within: whole, isCancelled: { flag.holds })
      }
      known = Known(words: words, version: session.graphVersion, index: index)
      return index
    }
    return later.value(withinMilliseconds: session.claimCount < 5000 ? 400 : 12).flatMap { $0 }
  }
}

extension Session {
  fileprivate func index(
    _ tokens: [LineToken], within whole: CompletionIndex, isCancelled: () -> Bool
  ) -> CompletionIndex? {
    guard let request = request(tokens) else { return nil }
    var session = self
    do throws(LineProblem) {
      var asked: Asked?
      if case .words(let phrase) = request.argument { asked = try session.asked(phrase) }
      var rows = session.graph.claimList(asked, try session.scope(request.clauses))
      if request.name == Command.compare.name {
        rows = rows.filter { session.graph.claims[$0].kind == .figure }
      }
      return rows.isEmpty ? nil : whole.narrowed(to: rows, session, isCancelled: isCancelled)
    } catch {
      return nil
    }
  }
}
