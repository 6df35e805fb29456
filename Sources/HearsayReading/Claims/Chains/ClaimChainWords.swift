import HearsayRules
import HearsayText

/// Words by which the chain of a figure is told from the cues around it.
struct OriginWords: Sendable {
  /// `plan`, `decide`: what somebody means to do is told by the article.
  let intents: WordSet
  /// `sentence`, `release`: what somebody does to those who are counted says nothing of them.
  let deeds: WordSet
  /// `give a figure of`, `publish a list of`: verbs whose subject counts.
  let givingVerbs: WordSet
  /// `given by`, `put at 64 by`: verbs whose doer counts.
  let agentVerbs: WordSet
  /// `estimate`, `count`: nouns whose owner counts.
  let countNouns: WordSet
  /// `claim`: nouns with a clause, whose owner says it.
  let claimNouns: WordSet
  /// `spoke of`.
  let ofVerbs: WordSet
  /// `arrest`, `rescue`: what authorities do, and bodies that are none of the government's nouns.
  let actingVerbs: WordSet
  let authorities: WordSet
  /// `government`, `court`: act, but do not count what they did.
  let rulers: WordSet
  let by: WordSet
  /// `peddled on`, `reported in`: where something is said.
  let at: WordSet

  init(_ node: RuleNode, _ lexicon: inout Lexicon) {
    intents = WordSet(node["intents"], &lexicon)
    deeds = WordSet(node["deeds"], &lexicon)
    givingVerbs = WordSet(node["giving-verbs"], &lexicon)
    agentVerbs = WordSet(node["agent-verbs"], &lexicon)
    countNouns = WordSet(node["count-nouns"], &lexicon)
    claimNouns = WordSet(node["claim-nouns"], &lexicon)
    ofVerbs = WordSet(node["of-verbs"], &lexicon)
    actingVerbs = WordSet(node["acting-verbs"], &lexicon)
    authorities = WordSet(node["authorities"], &lexicon)
    rulers = WordSet(node["rulers"], &lexicon)
    by = WordSet(node["by"], &lexicon)
    at = WordSet(node["at"], &lexicon)
  }
}
