import HearsayCore
import HearsayRules
import HearsayText

/// What a phrase of page furniture says of its line.
enum FurnitureKind: String, Sendable, CaseIterable {
  case boilerplate, appeared, contributor, related, caption, summary, residue, sources, published
  case byline, sections

  /// The rule that a zone of this kind names.
  var rule: String {
    switch self {
    case .boilerplate: "english/layout.boilerplate"
    case .appeared: "english/layout.appeared"
    case .contributor: "english/layout.contributor"
    case .related: "english/layout.related"
    case .caption: "english/layout.caption"
    case .summary: "english/layout.summary"
    case .residue: "english/layout.residue"
    case .sources: "english/layout.sources"
    case .published: "english/layout.published"
    case .byline: "english/layout.byline"
    case .sections: "english/layout.sections"
    }
  }
}

/// Where in a line a phrase must stand.
enum FurniturePlace: String, Sendable, CaseIterable {
  /// The line is nothing else.
  case line
  /// The line begins with it.
  case start
  /// The line begins with it, and a colon or bar follows.
  case labels
  /// Anywhere, and a colon follows.
  case credit
  /// Anywhere.
  case inside
  /// The line ends with it.
  case end
}

/// A phrase found in a line.
struct FurnitureHit {
  var kind: FurnitureKind
  var place: FurniturePlace
  /// Rows of tokens.
  var rows: TokenRange
}

/// Phrases of page furniture, by their first word.
///
/// Only words count, marks between them do not.
struct LinePhrases: Sendable {
  private struct Entry: Sendable {
    var words: [WordID]
    var kind: FurnitureKind
    var place: FurniturePlace
  }

  private var entries: [Entry] = []
  private var byFirst: WordMap<[Int]> = [:]

  init(_ node: RuleNode, _ lexicon: inout Lexicon) {
    for kind in FurnitureKind.allCases {
      let part = node[kind.rawValue]
      for place in FurniturePlace.allCases {
        for phrase in part[place.rawValue].words { add(phrase, kind, place, &lexicon) }
      }
      // A bare list: of sections, whole lines; of anything else, words anywhere.
      let place: FurniturePlace = kind == .sections ? .line : .inside
      for phrase in part.words { add(phrase, kind, place, &lexicon) }
    }
  }

  private mutating func add(
    _ phrase: String, _ kind: FurnitureKind, _ place: FurniturePlace, _ lexicon: inout Lexicon
  ) {
    var tokens: [Token] = []
    tokenise(Array(phrase.utf8).span, into: &tokens, lexicon: &lexicon)
    let words = tokens.filter { $0.kind == .word || $0.kind == .number }.map(\.word)
    guard let first = words.first else { return }
    let anywhere = isAnywhere(place)
    lexicon.update(first) { $0.tags.add(anywhere ? .furnitureInside : .furnitureStart) }
    byFirst[first, default: []].append(entries.count)
    entries.append(Entry(words: words, kind: kind, place: place))
  }

  /// All phrases of a line, in order of place.
  func hits(_ rows: TokenRange, _ text: SentenceText) -> [FurnitureHit] {
    var found: [FurnitureHit] = []
    var first = true
    for row in rows.indices {
      let token = text.tokens[row]
      guard token.kind == .word || token.kind == .number else { continue }
      let wanted: Tags = first ? .furnitureStart | .furnitureInside : .furnitureInside
      if text.facts[row].tags.has(wanted) {
        for entry in byFirst[token.word] ?? [] {
          if let hit = match(entries[entry], row, first, rows, text) { found.append(hit) }
        }
      }
      first = false
    }
    return found
  }

  private func match(
    _ entry: Entry, _ row: Int, _ first: Bool, _ rows: TokenRange, _ text: SentenceText
  ) -> FurnitureHit? {
    guard first || isAnywhere(entry.place) else { return nil }
    var here = row
    var last = row
    for word in entry.words {
      while here < rows.end, text.kind(here) != .word, text.kind(here) != .number { here += 1 }
      guard here < rows.end, text.tokens[here].word == word else { return nil }
      last = here
      here += 1
    }
    guard fits(entry.place, last, rows.end, text) else { return nil }
    return FurnitureHit(kind: entry.kind, place: entry.place, rows: TokenRange(row, last + 1))
  }

  private func isAnywhere(_ place: FurniturePlace) -> Bool {
    place == .inside || place == .end || place == .credit
  }

  private func fits(
    _ place: FurniturePlace, _ last: Int, _ end: Int, _ text: SentenceText
  ) -> Bool {
    switch place {
    case .start, .inside: return true
    case .credit: return text.isMark(last + 1, ":")
    case .labels: return text.isMark(last + 1, ":") || text.isMark(last + 1, "|")
    case .line, .end:
      return !((last + 1)..<max(end, last + 1)).contains {
        text.kind($0) == .word || text.kind($0) == .number && place == .end
      }
    }
  }
}
