import HearsayCore
import HearsayRules
import HearsayText

/// Reads topics and populations from the rules.
struct ClaimTableBuilder {
  var topics: [Topic] = []
  var populations: [Population] = []
  var phrases = PatternTable<ClaimPhrase>()

  mutating func addPhrases(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    for words in rules["claims.parts"].words { phrases.add(words, .part, &lexicon) }
    for words in rules["claims.victims"].words { phrases.add(words, .victims, &lexicon) }
    for words in rules["claims.flow"].words { phrases.add(words, .flow, &lexicon) }
    for words in rules["claims.other-events"].words { phrases.add(words, .otherEvent, &lexicon) }
    for words in rules["claims.taken-back"].words { phrases.add(words, .takenBack, &lexicon) }
    for words in rules["claims.long-spans"].words { phrases.add(words, .longSpan, &lexicon) }
  }

  mutating func addTopics(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let ofPeople = Set(rules["claims.topics-of-people"].words)
    let ofMoney = Set(rules["claims.topics-of-money"].words)
    let asked = Dictionary(rules["claims.asked-by"].entries.map { ($0.key, $0.value) }) { one, _ in
      one
    }
    for entry in rules["topics"].entries {
      let row = topics.count
      let node = entry.value
      let story = entry.value.place.file >= rules.firstStory
      topics.append(
        Topic(
          name: entry.key, measure: node["measure"].text.flatMap(Measure.init) ?? .none,
          modality: node["modality"].text.flatMap(Modality.init), needs: node["needs"].text,
          ofPeople: ofPeople.contains(entry.key) && !story, ofMoney: ofMoney.contains(entry.key),
          fromStory: story, rule: "\(rules.layerName(node.place.file))/topic.\(entry.key)",
          words: [entry.key] + node["verbs"].words + node["nouns"].words
            + (story ? [] : asked[entry.key]?.words ?? [])))
      for verb in node["verbs"].words {
        for pattern in ClaimTables.verbPatterns(verb) {
          phrases.add(pattern, .topic(row, .verb), &lexicon)
        }
      }
      for noun in node["nouns"].words { phrases.add(noun, .topic(row, .noun), &lexicon) }
      for phrase in node["phrases"].words { phrases.add(phrase, .topic(row, .phrase), &lexicon) }
    }
  }

  mutating func addPopulations(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    for entry in rules["populations"].entries {
      let row = populations.count
      let node = entry.value
      populations.append(
        Population(
          name: entry.key, within: node["within"].text, generic: node["generic"].text == "yes",
          rule: "\(rules.layerName(node.place.file))/population.\(entry.key)"))
      for words in node["words"].words + node["phrases"].words {
        phrases.add(words, .population(row), &lexicon)
      }
      for words in node["contested-by"].words { phrases.add(words, .contest(row), &lexicon) }
    }
    for row in populations.indices { populations[row].depth = depth(of: row) }
  }

  private func depth(of row: Int) -> Int {
    var depth = 0
    var here: Int? = row
    while let next = here, depth <= populations.count {
      here = populations.firstIndex { $0.name == populations[next].within }
      depth += 1
    }
    return depth
  }
}
