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
  /// `claimed 40 lives lost`: beside the verbs of counting, where a number is their object.
  let claimingVerbs: WordSet
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
  /// `magnitude`, `reward`: what is corrected or raised to a figure, beside tolls.
  let movedNouns: WordSet
  /// `amend … to`: beside the verbs that revise tolls.
  let movingVerbs: WordSet
  /// `to 71`, `from 58`.
  let movingLinks: WordSet
  /// `put it at`, `gave its strength as`: verbs whose subject measures or estimates.
  let placingVerbs: WordSet
  /// `at`, `as`.
  let placingLinks: WordSet
  /// `reckons with`, `admitted to`: as `spoke of`.
  let linkedVerbs: WordSet
  /// `of`, `with`, `to` behind those.
  let ofLinks: WordSet
  /// `offer`, `demand`: sums of money that somebody names.
  let offeringVerbs: WordSet
  /// `sentence`, `fine`: what a court decides it says.
  let rulings: WordSet
  /// `was informed by`: the doer tells.
  let informingVerbs: WordSet
  /// `is`, `stands at`.
  let equals: WordSet
  /// `group`, `agency`: what any body may be called.
  let generalBodies: WordSet
  /// `company`, which is no office; `union`, which stands in its name.
  let businesses: WordSet
  let namedBodies: WordSet
  /// `official` figures.
  let officialWords: WordSet
  /// `deny`, `decline`: nobody says the figure.
  let denials: WordSet
  /// `declare war`, `claim lives`: verbs of saying that do something with these words.
  let performingVerbs: WordSet
  let acts: WordSet
  /// `reports that`, when somebody denies them.
  let reportNouns: WordSet
  /// `another`, `others`, `remaining`: what is left of a number given before.
  let restWords: WordSet
  /// `of these`, `of them`.
  let backWords: WordSet
  /// `That makes three`.
  let demonstratives: WordSet
  /// `make`, `follow`: beside `bring`, behind those.
  let followVerbs: WordSet
  /// `Meanwhile`: opens a sentence about something else.
  let turnWords: WordSet
  /// `a statement`, `a communique`: somebody put it out.
  let statements: WordSet
  /// `his own`.
  let ownWords: WordSet
  /// `while`: opens another clause of what is told.
  let whileWords: WordSet
  /// `as` behind a trailing cue: the article goes on.
  let asWords: WordSet
  /// `find`: what an inquiry does.
  let findingVerbs: WordSet
  /// `survey`, `inquiry`.
  let inquiryNouns: WordSet
  /// `with police putting it at 300`.
  let beside: WordSet
  /// `the 30 that officials announced`.
  let announcingVerbs: WordSet
  /// `, but the group could confirm only 383`.
  let verifyingVerbs: WordSet
  /// `12 deaths confirmed by the doctors`: under another's saying, his own.
  let provingVerbs: WordSet
  let contrasts: WordSet
  /// `withdraw`, `stand by`: what somebody does to a statement of his own.
  let keepingVerbs: WordSet
  /// `judge`, `tribunal`: whoever rules.
  let courts: WordSet

  init(_ node: RuleNode, speech: RuleNode, _ lexicon: inout Lexicon) {
    intents = WordSet(node["intents"], &lexicon)
    deeds = WordSet(node["deeds"], &lexicon)
    givingVerbs = WordSet(node["giving-verbs"], &lexicon)
    agentVerbs = WordSet(node["agent-verbs"], &lexicon)
    countNouns = WordSet(node["count-nouns"], &lexicon)
    claimNouns = WordSet(node["claim-nouns"], &lexicon)
    claimingVerbs = WordSet(node["claiming-verbs"], &lexicon)
    ofVerbs = WordSet(node["of-verbs"], &lexicon)
    actingVerbs = WordSet(node["acting-verbs"], &lexicon)
    authorities = WordSet(node["authorities"], &lexicon)
    rulers = WordSet(node["rulers"], &lexicon)
    by = WordSet(node["by"], &lexicon)
    movedNouns = WordSet(node["moved-nouns"], &lexicon)
    movingVerbs = WordSet(node["moving-verbs"], &lexicon)
    movingLinks = WordSet(node["moving-links"], &lexicon)
    placingVerbs = WordSet(node["placing-verbs"], &lexicon)
    placingLinks = WordSet(node["placing-links"], &lexicon)
    linkedVerbs = WordSet(node["linked-verbs"], &lexicon)
    ofLinks = WordSet(node["of-links"], &lexicon)
    offeringVerbs = WordSet(node["offering-verbs"], &lexicon)
    rulings = WordSet(node["rulings"], &lexicon)
    informingVerbs = WordSet(node["informing-verbs"], &lexicon)
    equals = WordSet(node["equals"], &lexicon)
    generalBodies = WordSet(speech["general-bodies"], &lexicon)
    businesses = WordSet(speech["businesses"], &lexicon)
    namedBodies = WordSet(speech["named-bodies"], &lexicon)
    officialWords = WordSet(node["official-words"], &lexicon)
    performingVerbs = WordSet(node["performing-verbs"], &lexicon)
    acts = WordSet(node["acts"], &lexicon)
    denials = WordSet(node["denials"], &lexicon)
    reportNouns = WordSet(node["report-nouns"], &lexicon)
    restWords = WordSet(node["rest-words"], &lexicon)
    backWords = WordSet(node["back-words"], &lexicon)
    demonstratives = WordSet(node["demonstratives"], &lexicon)
    followVerbs = WordSet(node["follow-verbs"], &lexicon)
    turnWords = WordSet(node["turn-words"], &lexicon)
    statements = WordSet(node["statements"], &lexicon)
    ownWords = WordSet(node["own-words"], &lexicon)
    whileWords = WordSet(node["while-words"], &lexicon)
    asWords = WordSet(node["as-words"], &lexicon)
    findingVerbs = WordSet(node["finding-verbs"], &lexicon)
    inquiryNouns = WordSet(node["inquiry-nouns"], &lexicon)
    at = WordSet(node["at"], &lexicon)
    beside = WordSet(node["beside"], &lexicon)
    announcingVerbs = WordSet(node["announcing-verbs"], &lexicon)
    verifyingVerbs = WordSet(node["verifying-verbs"], &lexicon)
    provingVerbs = WordSet(node["proving-verbs"], &lexicon)
    contrasts = WordSet(node["contrasts"], &lexicon)
    keepingVerbs = WordSet(node["keeping-verbs"], &lexicon)
    courts = WordSet(node["courts"], &lexicon)
  }
}
