import HearsayRules
import HearsayText

/// The words that end a content or let it go on, from the rules' `speech: attachment`.
struct BorderTables: Sendable {
  /// `during`: after a name or pronoun it belongs to the verb of saying.
  let adjuncts: WordSet
  /// `while`: sets another's clause against the content.
  let contrasts: WordSet
  /// `on Twitter`, `at a rally`: where something was said.
  let placePrepositions: WordSet
  /// `, however`, `, well above`: a tail in the writer's own words.
  let tailAdverbs: WordSet
  /// `, with the senator attacking`: a phrase beside the sentence.
  let besidePrepositions: WordSet
  /// `, reflecting`: the writer says what the content means.
  let comments: WordSet
  /// `— including`: what follows a dash and still belongs to the content.
  let afterDash: WordSet
  /// `, an idea that`: the writer sums the content up.
  let summaries: WordSet
  /// `or`, `nor`: never begin another saying.
  let alternatives: WordSet
  /// `but`.
  let opposites: WordSet
  /// `call`, `consider`: with an object and what it is taken for.
  let namingVerbs: WordSet
  /// `which`: a relative word that is subject or object in the content.
  let gaps: WordSet
  /// `though`: sets an own saying against the content.
  let concessions: WordSet
  /// `told him to go`: the hearer stays outside the content.
  let outerHearers: WordSet
  /// `as`, `that`: what may follow an apposition inside the content.
  let afterAside: WordSet
  /// `before`: with a verb in -ing it dates the saying.
  let beforeWords: WordSet
  /// `which`: tells of a thing, even behind a person's office.
  let thingRelatives: WordSet
  /// `when they broke in, shouting`: clauses whose own subject does what follows.
  let meanwhile: WordSet

  init(_ rules: RuleNode, _ lexicon: inout Lexicon) {
    func words(_ key: String) -> WordSet {
      WordSet(rules[key], &lexicon)
    }
    adjuncts = words("adjuncts")
    contrasts = words("contrasts")
    placePrepositions = words("place-prepositions")
    tailAdverbs = words("tail-adverbs")
    besidePrepositions = words("beside-prepositions")
    comments = words("comments")
    afterDash = words("after-dash")
    summaries = words("summaries")
    alternatives = words("alternatives")
    opposites = words("opposites")
    namingVerbs = words("naming-verbs")
    gaps = words("gaps")
    concessions = words("concessions")
    outerHearers = words("outer-hearers")
    afterAside = words("after-aside")
    beforeWords = words("before-words")
    meanwhile = words("meanwhile")
    thingRelatives = words("thing-relatives")
  }
}
