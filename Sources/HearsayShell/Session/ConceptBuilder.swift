import HearsayCore
import HearsayGraph
import HearsayRules

extension RelatedWords {
  /// A concept of the rules; what its topic tells is said of it too.
  init(
    _ entry: RuleEntry, _ topic: RuleNode, _ told: ConceptPhrases, _ inflection: Inflection
  ) {
    let node = entry.value
    let nouns = node["nouns"].words
    let asks = node["asks"].words
    let isOfAgents = node["role"].text == "agent"
    let derived = told.all(topic, node, isOfAgents: isOfAgents)
    self.init(
      entry.key, asks: (asks + nouns).flatMap { [$0, inflection.plural($0)] },
      nouns: nouns.flatMap { [$0, inflection.plural($0)] },
      counted: node["counts"].text.flatMap(Counted.init(rawValue:)) ?? .people,
      says: (node["says"].words + derived).flatMap { phrase in
        FigurePhrase.all(phrase) { inflection.verb($0).all }
      },
      over: node["over"].words, rivals: node["rivals"].words, isOfAgents: isOfAgents,
      isIntended: node["intended"].text == "yes")
    func both(_ key: String) -> [[String]] {
      node[key].words.flatMap { [$0, inflection.plural($0)] }.map(foldedWords)
    }
    events = both("events")
    // `15 killings` counts those killed.
    if counted == .people {
      let nouns = topic["nouns"].words
      events += (nouns + nouns.map(inflection.plural)).map(foldedWords)
    }
    of = both("of")
    notOf = both("not-of")
    never = node["never"].words.flatMap { phrase in
      FigurePhrase.all(phrase) { inflection.verb($0).all }
    }
    units = Set(node["units"].words.map(folded))
    takes = node["takes"].words
    isOfSome = node["some"].text == "yes"
    instead = node["instead"].text
  }
}

extension ClauseWords {
  init(_ rules: RuleSet, _ inflection: Inflection) {
    self.init()
    let words = rules["words"]
    let known = rules["questions.links"].words
    borders = Set(rules["claims.borders"].words)
    relatives = Set(words["relatives"].words)
    joins = Set(words["conjunctions"].words)
    auxiliaries = Set(["be", "have", "modals"].flatMap { words[$0].entries.map(\.key) })
    linkVerbs = Set(known.filter { $0.hasSuffix("*") }.flatMap { inflected($0, inflection) })
    links = linkVerbs.union(known.filter { !$0.hasSuffix("*") })
    figureNouns = Set(rules["claims.figure-nouns"].words + rules["claims.toll-nouns"].words)
    doers = Set(rules["claims.doer-prepositions"].words)
    negations = Set(words["negations"].words.map(folded))
    bases = Set(rules["questions.bases"].words)
    partWords = Set(rules["questions.part-words"].words)
    including = Set(rules["questions.including"].words)
    nones = Set(rules["questions.nones"].words)
    progressive = rules["questions.progressive"].text ?? ""
    passives = Set(words["be"].entries.map(\.key))
    pronouns = Set(rules["questions.pronouns"].words)
    articles = Set(rules["questions.articles"].words)
    objects = Set(rules["questions.objects"].words)
    fillers = Set(rules["questions.fillers"].words)
    timeNouns = Set(rules["questions.time-nouns"].words)
  }
}

extension AskingWords {
  init(_ rules: RuleSet, _ inflection: Inflection) {
    self.init()
    loose = Set(rules["questions.loose"].words)
    proxies = Set(rules["questions.proxies"].words.flatMap { [$0, inflection.plural($0)] })
    capacity = Set(rules["questions.capacity"].words)
    onlookers = rules["questions.onlookers"].words.flatMap { phrase in
      FigurePhrase.all(phrase) { inflection.verb($0).all }
    }
    oneOf = rules["questions.one-of"].words.map(foldedWords)
    empty = Set(rules["questions.empty-words"].words.map(folded))
    things = Set(rules["claims.things"].words)
    thingEndings = rules["claims.thing-endings"].words
    crew = Set(rules["claims.crew-nouns"].words)
    for thing in rules["questions.things"].words {
      things.formUnion([thing, inflection.plural(thing)])
    }
    let people =
      rules["claims.persons"].words + rules["names-lexicon.roles"].words
      + rules["questions.persons"].words
    persons = Set(people.flatMap { [$0, inflection.plural($0)] }.map(folded))
    personEndings = rules["questions.person-endings"].words
    peopleTopics = Set(rules["claims.topics-of-people"].words)
      .subtracting(rules["claims.weak-topics"].words)
  }
}

/// `stand*` in every form; another word as it is.
private func inflected(_ word: String, _ inflection: Inflection) -> [String] {
  word.hasSuffix("*") ? inflection.verb(String(word.dropLast())).all : [word]
}
