import HearsayCore
import HearsayText

/// Statements that stand around or behind their content: `"…," X said`, `…, X said.`, `according
/// to X`. They are read first, because weaker cues inside their content must not swallow them.
extension SpeechScanner {
  mutating func readWrapped() {
    readDashSpeech()
    readAccording()
    readCredits()
    readQuotedSpeech()
    readIssued()
    readForced()
    readAnnounced()
    readTrailing()
  }

  /// A speaker beside a verb, in either order.
  struct SpeakerAndVerb {
    var source: TokenRange
    var group: VerbGroup
    /// One past both.
    var end: Int
    /// Whether the verb has nothing behind it that could be said.
    var endsHere = true
    var inverted: Bool
    var manner: TokenRange?
    var cue: TokenRange
  }
}
