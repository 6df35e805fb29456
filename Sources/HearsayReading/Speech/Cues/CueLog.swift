import HearsayText

/// A verb group that the cue pass looked at, and what came of it: for `why`.
struct CueCandidate: Sendable {
  /// What came of it.
  enum Outcome: Sendable {
    /// It lies in what another attribution covers.
    case covered
    /// A score under the threshold.
    case weak
    /// The score was enough, but there is nothing it could give to anybody.
    case nothingSaid
    /// A participle or inner cue without a subject or an agent.
    case nobodySays
    case found
  }

  var group: VerbGroup
  var lemma: WordID
  /// How deep it lies in what others say.
  var depth: Int
  /// What it was weighed as, and what its score was made of; `nil` where it was not.
  var weighed: PossibleCue?
  var parts: CueParts?
  /// Its chance after all evidence, and what it had to reach; `nil` where none was worked out.
  var score: Float?
  var threshold: Float?
  var outcome: Outcome
}

/// What the cue pass notes of its candidates, for `why`.
///
/// Nobody hands the scanner one while articles are read, so that noting costs them nothing.
final class CueLog {
  /// A noun that was thought of, what it reached and what it had to reach.
  struct Noun: Sendable {
    var candidate: PossibleNounCue
    var score: Float
    var threshold: Float
  }

  var nouns: [Noun] = []
  var candidates: [CueCandidate] = []

  /// Notes a verb group that nothing is known of yet.
  func begin(_ group: VerbGroup, depth: Int, _ outcome: CueCandidate.Outcome) {
    candidates.append(
      CueCandidate(group: group, lemma: group.lemma, depth: depth, outcome: outcome))
  }

  /// What was worked out for the last one noted.
  func weigh(_ one: PossibleCue, _ parts: CueParts, score: Float, threshold: Float) {
    guard var last = candidates.popLast() else { return }
    last.group = one.group
    last.lemma = one.lemma
    last.weighed = one
    last.parts = parts
    last.score = score
    last.threshold = threshold
    last.outcome = score < threshold ? .weak : .nothingSaid
    candidates.append(last)
  }

  /// What was worked out for a noun.
  func weigh(_ candidate: PossibleNounCue, score: Float, threshold: Float) {
    nouns.append(Noun(candidate: candidate, score: score, threshold: threshold))
  }

  /// The last one noted became an attribution.
  func accept() {
    guard let last = candidates.indices.last else { return }
    candidates[last].outcome = .found
  }
}
