package import HearsayCore
package import HearsayReading
internal import Synchronization

/// An article with what was read in it.
///
/// In a large corpus all but the zones is read again when somebody asks: the claims lie in the
/// graph, and the other findings take nine times the text.
package struct ReadArticle: Sendable {
  package let article: Article
  /// What kind of text stands where.
  package let zones: [Zone]
  private let kept: Reading?
  private let reader: ArticleReader

  init(_ article: Article, _ reading: Reading, by reader: ArticleReader, keepingAll: Bool) {
    self.article = article
    // A copy without the room to grow that the list was made with.
    zones = reading.zones.map { $0 }
    kept = keepingAll ? reading : nil
    self.reader = reader
  }

  /// Everything that was read in it.
  package var reading: Reading { kept ?? reader.read(article) }

  /// Whether it is this article, with the same known of it.
  func isSame(as other: Article) -> Bool {
    article.text.bytes == other.text.bytes && article.known == other.known
  }
}

/// Reads articles again; the last one is at hand.
final class ArticleReader: Sendable {
  private struct State {
    var reader: Reader
    var last: (name: String, reading: Reading)?
  }

  private let state: Mutex<State>

  init(_ reader: Reader) { state = Mutex(State(reader: reader)) }

  /// The reader as it is now, for a worker of its own.
  var copy: Reader { state.withLock { $0.reader } }

  func read(_ article: Article) -> Reading {
    state.withLock { state in
      if let last = state.last, last.name == article.text.name { return last.reading }
      let reading = state.reader.read(article)
      state.last = (article.text.name, reading)
      return reading
    }
  }
}
