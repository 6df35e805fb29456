import HearsayCore
import HearsayRules

/// How sure of a cue reading has to be.
package enum SpeechProfile: String, Sendable, CaseIterable {
  /// Who said what: what people think, want and plan only when that is beyond doubt.
  case strict
  /// Attitudes and intentions too.
  case wide
}

/// The scores from which cues count, in one profile.
struct CueThresholds: Sendable {
  /// For verbs of saying.
  private let speech: Float
  /// For what is thought, wanted or planned, and for verbs outside the lexicon.
  private let attitude: Float
  /// For passives, whose source is seldom named.
  private let passive: Float
  /// For nouns.
  let noun: Float

  init(_ node: RuleNode) {
    func value(_ key: String, _ standard: Float) -> Float {
      node[key].text.flatMap(Float.init) ?? standard
    }
    speech = value("speech", 0.6)
    attitude = value("attitude", speech)
    passive = value("passive", attitude)
    noun = value("noun", attitude)
  }

  func of(_ candidate: PossibleCue) -> Float {
    if candidate.kind == .passive { return passive }
    switch candidate.cueClass {
    case nil, .attitude, .intention: return attitude
    default: return speech
    }
  }
}
