package import HearsayCore
import HearsayText

/// A candidate with all that its choice goes by, for counting against annotated articles.
package struct CueRecord: Sendable {
  package var cue: ByteRange
  package var kind: String
  /// Its class in the lexicon, or `none`.
  package var cueClass: String
  /// What it is counted by: the lemma of the verb, or the adjective.
  package var word: String
  package var frame: String
  package var evidence: [String]
  /// The heads of subject and object, in lower case.
  package var subject: String
  package var object: String
  /// The word after the object.
  package var after: String
  /// Whether no accepted attribution covers it.
  package var isFree: Bool
  package var score: Float
  /// What would be said, were it a cue.
  package var source: ByteRange?
  package var wholeCue: ByteRange?
  package var content: [ByteRange]
}

extension Reader {
  /// The candidates of an article, outside the content of others.
  package mutating func cueRecords(_ article: Article) -> [CueRecord] {
    let draft = draft(article)
    guard !draft.tokens.isEmpty else { return [] }
    var scanner = SpeechScanner(draft, speech, words, lexicon)
    scanner.watched = []
    scanner.readArticle()
    return scanner.watched ?? []
  }
}

extension SpeechScanner {
  /// Keeps a verb group for counting.
  mutating func note(_ row: Int, next: Int?) {
    let covered = taken
    taken = takenBefore
    defer { taken = covered }
    guard let candidate = candidate(row, next: next) else { return }
    let free = groups[row].tokens.indices.allSatisfy { !covered[$0] }
    let record = record(candidate, isFree: free)
    watched?.append(record)
  }

  private func record(_ candidate: PossibleCue, isFree: Bool) -> CueRecord {
    let group = candidate.group
    let found = attribution(candidate, 1)
    let modal = group.modal.map { ["modal-" + lexicon.text($0)] } ?? []
    let object = candidate.object
    var evidence: [String] = []
    forEachEvidence(candidate) { evidence.append($0.key) }
    return CueRecord(
      cue: draft.bytes(group.tokens), kind: candidate.kind.rawValue,
      cueClass: candidate.cueClass?.rawValue ?? "none",
      word: lexicon.text(countedWord(candidate)),
      frame: countedFrame(candidate).name(lexicon), evidence: evidence + modal,
      subject: lemmaText(candidate.subject.range.flatMap { headNoun($0) }),
      object: lemmaText(object),
      after: object.flatMap { $0 + 1 < end ? lexicon.text(tokens[$0 + 1].word) : nil } ?? "",
      isFree: isFree, score: score(candidate),
      source: found?.source.map { draft.bytes($0) }, wholeCue: found?.cue.map { draft.bytes($0) },
      content: (found?.content ?? []).map { draft.bytes(trimmed($0)) }.filter { !$0.isEmpty })
  }

  private func lemmaText(_ row: Int?) -> String {
    row.map { lexicon.text(lexicon.facts(tokens[$0].word).lemma) } ?? ""
  }
}
