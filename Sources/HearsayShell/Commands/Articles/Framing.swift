import HearsayCore
import HearsayGraph
import HearsayRules

extension Command {
  static let framing = Command(
    name: "framing", usage: "[SIDE]",
    summary: "loaded and neutral words of the rules' frames, in whose voice and how often",
    example: "framing", takes: .words("a frame of the rules", isRequired: false),
    answer: { (query, session) throws(LineProblem) in
      let names = session.frameNames
      guard case .words(let phrase) = query.argument else { return session.framingReply(nil) }
      guard let name = names.first(where: { folded($0) == folded(phrase.text) }) else {
        throw LineProblem(
          "unknown-frame", phrase.range, "the rules have no frame '\(phrase.text)'",
          suggestions: nearestWords(to: phrase.text, among: names),
          allowed: names.isEmpty ? "the rules have none" : names.joined(separator: ", "))
      }
      return session.framingReply(name)
    })
}

/// A word of a frame, and how it colours.
private struct FrameWord {
  var frame: String
  var words: [String]
  /// `hostile`, `admiring`; `nil` for a neutral word.
  var stance: String?
}

/// One use of such a word.
private struct FrameUse {
  var word: FrameWord
  var document: Int
  var line: Int
  var printed: String
  /// Who uses it; `nil` for the article's own voice.
  var speaker: String?
  var isQuoted: Bool
}

extension Session {
  var frameNames: [String] { (rules?["frames"].entries ?? []).map(\.key).sorted() }

  private func frameWords(_ frame: String?) -> [FrameWord] {
    (rules?["frames"].entries ?? []).filter { frame == nil || $0.key == frame }.flatMap { entry in
      entry.value["neutral"].words.map {
        FrameWord(frame: entry.key, words: foldedWords($0), stance: nil)
      }
        + entry.value["loaded"].entries.map {
          FrameWord(frame: entry.key, words: foldedWords($0.key), stance: $0.value.text ?? "loaded")
        }
    }
  }

  fileprivate func framingReply(_ frame: String?) -> Reply {
    let words = frameWords(frame)
    guard !words.isEmpty else { return Reply(notes: ["the rules name no frames"]) }
    let uses = articles.indices.flatMap { self.uses(of: words, in: $0) }
    let loaded = uses.filter { $0.word.stance != nil }
    let neutral = uses.filter { $0.word.stance == nil }
    guard !uses.isEmpty else { return Reply(notes: ["no word of a frame was found"]) }
    var reply = Reply(
      "\(counted(loaded.count, "loaded word")), \(counted(neutral.count, "neutral word"))")
    for (heading, part) in [("loaded", loaded), ("neutral", neutral)] where !part.isEmpty {
      reply.sections.append(
        Reply.Section(
          heading,
          columns: [
            Reply.Column("FRAME"), .words, Reply.Column("STANCE"), Reply.Column("IN WHOSE VOICE"),
            .place,
          ], rows: part.map(useRow)))
    }
    reply.data = uses.map(useData)
    return reply
  }

  private func useRow(_ use: FrameUse) -> Reply.Row {
    Reply.Row([
      use.word.frame, use.printed, use.word.stance ?? "neutral", voice(use),
      place(document: use.document, line: use.line),
    ])
  }

  /// What matters first: a name may be cut where the window ends.
  private func voice(_ use: FrameUse) -> String {
    guard let speaker = use.speaker else { return "its own: \(outlet(use.document))" }
    return use.isQuoted ? "quoted: \(speaker)" : "as told by \(outlet(use.document)): \(speaker)"
  }

  private func useData(_ use: FrameUse) -> JSONObject {
    var object = JSONObject()
    object.add("row", "frame")
    object.add("frame", use.word.frame)
    object.add("word", use.printed)
    object.add("stance", use.word.stance)
    object.add("speaker", use.speaker)
    object.add("quoted", use.isQuoted)
    object.add("file", graph.documents[use.document].file)
    object.add("line", use.line)
    return object
  }

  /// Where the words stand in an article; the longest at a place counts.
  private func uses(of words: [FrameWord], in document: Int) -> [FrameUse] {
    let item = articles[document]
    let zones: Set<ZoneKind> = [.headline, .deck, .body, .caption, .summary]
    return item.reading.sentences.filter { zones.contains($0.zone) }.flatMap { sentence in
      let placed = placedWords(item.article.text.text(sentence.range), from: sentence.range.start)
      var uses: [FrameUse] = []
      var at = 0
      while at < placed.count {
        let fitting = words.filter { word in
          word.words.count <= placed.count - at && !word.words.isEmpty
            && zip(word.words, placed[at...]).allSatisfy { $0 == $1.word }
        }
        guard let word = fitting.max(by: { $0.words.count < $1.words.count }) else {
          at += 1
          continue
        }
        let last = placed[at + word.words.count - 1]
        uses.append(
          use(word, ByteRange(placed[at].range.start, last.range.end), document, item))
        at += word.words.count
      }
      return uses
    }
  }

  private func use(
    _ word: FrameWord, _ range: ByteRange, _ document: Int, _ item: ReadArticle
  ) -> FrameUse {
    let owners = item.reading.attributions.filter { attribution in
      !attribution.ownerless && attribution.content.contains { $0.contains(range) }
    }
    // The innermost attribution is the last: a child comes after its parent.
    return FrameUse(
      word: word, document: document, line: item.article.text.line(at: range.start),
      printed: item.article.text.text(range), speaker: owners.last?.speaker?.name,
      isQuoted: item.reading.quotes.contains { $0.inner.contains(range) })
  }
}

/// The words of a text as they are looked up, each with its bytes.
private func placedWords(_ text: String, from start: Int) -> [(word: String, range: ByteRange)] {
  var words: [(String, ByteRange)] = []
  var word = ""
  var begin = start
  var at = start
  for scalar in text.unicodeScalars {
    let size = UTF8.width(scalar)
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      if word.isEmpty { begin = at }
      word.unicodeScalars.append(scalar)
    } else if !word.isEmpty {
      words.append((folded(word), ByteRange(begin, at)))
      word = ""
    }
    at += size
  }
  if !word.isEmpty { words.append((folded(word), ByteRange(begin, at))) }
  return words
}
