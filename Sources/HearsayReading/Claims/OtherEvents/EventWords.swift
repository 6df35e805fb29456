import HearsayCore
import HearsayRules
import HearsayText

/// Words by which a text turns to another event and back.
struct EventWords: Sendable {
  /// How far another event goes that is known by a phrase.
  enum Reach { case all, unrest, harm, held }

  let phrases: PatternTable<Reach>
  let triggers: WordSet
  let unrest: WordSet
  let harm: Set<String>
  /// What is told of those taken at a protest; where many meet, beside unrest.
  let held: Set<String>
  let gatherings: WordSet
  /// `Background`; `earlier`, `previous` before another word of a heading.
  let headings: WordSet
  let earlier: WordSet
  /// `that`, before `bombing`.
  let pointers: WordSet
  /// `then`: at the time just told of.
  let then: WordSet
  /// `have`, `has` before a participle.
  let presentHave: WordSet
  /// `are`, `now`: the story itself.
  let present: WordSet
  /// `but`, `while`: back to the story.
  let returns: WordSet
  /// `when`, `who`, `which` behind a date.
  let openers: WordSet
  let when: WordSet
  let after: WordSet
  /// `months`, `years`; `days`, `weeks`, behind which only a new event is another one.
  let longUnits: WordSet
  let shortUnits: WordSet
  let hours: WordSet
  /// `aftershocks`; `one` of them; what is measured of them.
  let shocks: WordSet
  let someOfThem: WordSet
  let scales: Set<String>
  /// `similar`, before an event; `recent`, before several; what happens beside the events.
  let formerAdjectives: WordSet
  let pluralAdjectives: WordSet
  let happenings: WordSet
  /// `worst`; `since`; `follow`, before a new event.
  let superlatives: WordSet
  /// `highest`: what else may be the first since some day.
  let peaks: WordSet
  let since: WordSet
  /// `only` behind `but`; `yet` behind `its worst attack`.
  let limits: WordSet
  let records: WordSet
  let following: WordSet
  /// `earlier`, `ago` behind them; `meanwhile`.
  let backWords: WordSet
  let laterWords: WordSet
  let meanwhile: WordSet
  /// What has a name of its own, beside the events: `the Rosa Corazon tragedy`.
  let titles: WordSet
  /// `its sister ship`.
  let siblings: WordSet
  /// `Cyclone`, before a name of its own; `inspired`, before what happened elsewhere.
  let named: WordSet
  let models: WordSet
  /// `years`, before `since`: `28 years since a gunman`.
  let anniversaries: WordSet
  /// `surpass`; `week`; `neighbouring`; `capsize`.
  let comparing: WordSet
  let weeks: WordSet
  let neighbours: WordSet
  let verbs: WordSet
  /// `Four of them`; `the deadliest of these attacks`.
  let ofThem: WordSet
  let ofThese: WordSet
  /// Those who do it, many of them and new: `gunmen`.
  let actors: WordSet
  /// `second`, of one event.
  let ordinals: WordSet
  /// `the`; `the first`, of the event told before.
  let definite: WordSet
  let firsts: WordSet

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    func set(_ key: String) -> WordSet { WordSet(rules["claims.\(key)"], &lexicon) }
    headings = set("other-headings")
    earlier = set("earlier")
    pointers = set("back-pointers")
    then = set("then")
    presentHave = set("present-have")
    present = set("present")
    returns = set("returns")
    openers = set("openers")
    when = set("when")
    after = set("after")
    longUnits = set("long-units")
    shortUnits = set("short-units")
    hours = set("hour-units")
    shocks = set("aftershocks")
    someOfThem = set("some-of-them")
    scales = Set(rules["claims.scale-topics"].words)
    formerAdjectives = set("former-adjectives")
    pluralAdjectives = set("plural-adjectives")
    happenings = set("happenings")
    superlatives = set("superlatives")
    peaks = set("peaks")
    titles = set("titled-events")
    siblings = set("sibling-words")
    named = set("named-events")
    models = set("model-verbs")
    anniversaries = set("anniversary-units")
    gatherings = set("gathering-nouns")
    held = Set(rules["claims.held-topics"].words)
    laterWords = set("later-words")
    comparing = set("comparing-verbs")
    weeks = set("weeks")
    neighbours = set("neighbour-words")
    verbs = set("event-verbs")
    ofThem = set("of-them")
    ofThese = set("of-these")
    since = set("since")
    limits = set("limits")
    records = set("records")
    following = set("following-verbs")
    backWords = set("back-words")
    meanwhile = set("meanwhile")
    actors = set("actors")
    ordinals = set("next-ones")
    definite = set("definite")
    firsts = set("former-ones")
    unrest = set("unrest-nouns")
    harm = Set(rules["claims.harm-topics"].words)
    var phrases = PatternTable<Reach>()
    for words in rules["claims.other-events"].words { phrases.add(words, .all, &lexicon) }
    for words in rules["claims.other-passages"].words { phrases.add(words, .all, &lexicon) }
    for words in rules["claims.unrest"].words { phrases.add(words, .unrest, &lexicon) }
    for words in rules["claims.pursuits"].words { phrases.add(words, .harm, &lexicon) }
    for words in rules["claims.gatherings"].words { phrases.add(words, .held, &lexicon) }
    triggers = WordSet(phrases.triggers)
    self.phrases = phrases
  }
}
