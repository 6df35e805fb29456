import HearsayCore

/// Holds the names in the merged rules against each other: topics, populations, sides, aliases.
struct ReferenceChecker {
  let root: RuleNode
  private(set) var checker: ShapeChecker
  /// Only what these layers say is warned about; the language ships with the program.
  let firstStory: Int

  init(_ root: RuleNode, files: [SourceText], firstStory: Int) {
    self.root = root
    self.firstStory = firstStory
    checker = ShapeChecker(files: files)
  }

  mutating func check() {
    for entry in root["topics"].entries { checkTopic(entry) }
    for entry in root["populations"].entries { checkPopulation(entry) }
    checkCycles("populations", "within")
    checkCycles("topics", "needs")
    for entry in root["names"].entries {
      refer(entry.value["side"], to: "sides", "side", "names.\(entry.key)")
    }
    for entry in root["sides"].entries {
      for item in entry.value["stake"].items {
        refer(item, to: "topics", "topic", "sides.\(entry.key)")
      }
    }
    for entry in root["episodes"].entries { checkEpisode(entry) }
    checkAliases()
    checkAxioms()
    checkTests()
  }

  private func keys(_ section: String) -> [String] { root[section].entries.map(\.key) }

  private mutating func refer(_ node: RuleNode, to section: String, _ what: String, _ path: String)
  {
    guard let text = node.text, !keys(section).contains(text) else { return }
    checker.report(
      "unknown-\(what)", node.place, "\(path): no \(what) is named '\(text)'",
      length: text.unicodeScalars.count, help: checker.suggestion(text, keys(section)))
  }

  private mutating func checkTopic(_ entry: RuleEntry) {
    let node = entry.value
    refer(node["opposite"], to: "topics", "topic", "topics.\(entry.key).opposite")
    refer(node["needs"], to: "topics", "topic", "topics.\(entry.key).needs")
    if node["verbs"].words.isEmpty, node["nouns"].words.isEmpty, node["phrases"].words.isEmpty {
      checker.report(
        "empty-topic", entry.keyPlace, "topic '\(entry.key)' has no verbs, nouns or phrases",
        length: entry.key.unicodeScalars.count, help: "nothing in an article could mean it")
    }
  }

  private mutating func checkPopulation(_ entry: RuleEntry) {
    let node = entry.value
    refer(node["within"], to: "populations", "population", "populations.\(entry.key).within")
    if node["words"].words.isEmpty, node["phrases"].words.isEmpty {
      checker.report(
        "empty-population", entry.keyPlace, "population '\(entry.key)' has no words or phrases",
        length: entry.key.unicodeScalars.count)
    }
  }

  private mutating func checkCycles(_ section: String, _ key: String) {
    for entry in root[section].entries {
      var here = entry.value[key].text
      var steps = 0
      while let name = here, name != entry.key, steps <= root[section].entries.count {
        here = root[section][name][key].text
        steps += 1
      }
      guard here == entry.key else { continue }
      checker.report(
        "cycle", entry.keyPlace, "\(section).\(entry.key) lies within itself by '\(key)'",
        length: entry.key.unicodeScalars.count)
    }
  }

  private mutating func checkEpisode(_ entry: RuleEntry) {
    guard let from = entry.value["from"].text.flatMap(Day.init(iso:)),
      let to = entry.value["to"].text.flatMap(Day.init(iso:)), from > to
    else { return }
    checker.report(
      "episode", entry.value["from"].place, "episode '\(entry.key)' begins after it ends",
      length: 10, help: "\(from) is later than \(to)")
  }

  private mutating func checkAliases() {
    var owners: [String: String] = [:]
    for entry in root["names"].entries {
      let aliases = entry.value["aliases"]
      for item in aliases.text == nil ? aliases.items : [aliases] {
        guard let alias = item.text else { continue }
        let folded = alias.lowercased()
        if let owner = owners[folded], owner != entry.key {
          checker.report(
            "alias", item.place, "'\(alias)' is an alias of '\(owner)' and of '\(entry.key)'",
            length: alias.unicodeScalars.count,
            help: "list it under 'ambiguous' and give it to neither")
        }
        owners[folded] = entry.key
      }
    }
  }

  private mutating func checkAxioms() {
    for axiom in root["axioms"].items {
      refer(axiom["monotone"], to: "topics", "topic", "axioms.monotone")
      refer(axiom["growth"]["topic"], to: "topics", "topic", "axioms.growth")
      for item in axiom["exclusive"].items {
        refer(item, to: "topics", "topic", "axioms.exclusive")
      }
      refer(axiom["fulfils"]["promise"], to: "topics", "topic", "axioms.fulfils")
      refer(axiom["fulfils"]["by"], to: "topics", "topic", "axioms.fulfils")
    }
  }

  private mutating func checkTests() {
    for test in root["tests"].items {
      if test["expect"].isEmpty, test["todo"].isEmpty {
        checker.report("test", test.place, "a test needs 'expect' or 'todo'")
      }
      for expectation in test["expect"].items {
        refer(expectation["topic"], to: "topics", "topic", "tests.expect")
        refer(expectation["population"], to: "populations", "population", "tests.expect")
      }
    }
  }

  /// What is allowed but seldom meant.
  mutating func warn() {
    for entry in root["populations"].entries where entry.keyPlace.file >= firstStory {
      let node = entry.value
      if node["within"].isEmpty, node["generic"].isEmpty, root["populations"].entries.count > 1,
        !root["populations"].entries.contains(where: { $0.value["within"].text == entry.key })
      {
        checker.report(
          "no-within", entry.keyPlace, "population '\(entry.key)' lies within no other",
          length: entry.key.unicodeScalars.count,
          help: "it will be read as having no member in common with the others",
          severity: .warning)
      }
    }
    for entry in root["frames"].entries where entry.value["neutral"].isEmpty {
      checker.report(
        "no-neutral", entry.keyPlace, "frame '\(entry.key)' has loaded words but no neutral ones",
        length: entry.key.unicodeScalars.count, severity: .warning)
    }
    warnOfTwins("topics", ["verbs", "nouns", "phrases"])
    warnOfTwins("populations", ["words", "phrases"])
    warnOfUntested()
  }

  /// An entry that another topic or population has too: one of them takes its words each time.
  ///
  /// Which entries only a longer one hides depends on the articles: `rules stats` tells.
  private mutating func warnOfTwins(_ section: String, _ keys: [String]) {
    var owners: [[PhrasePattern.Element]: [String]] = [:]
    let order = root[section].entries.enumerated().sorted { one, other in
      let (a, b) = (rank(one.element, section), rank(other.element, section))
      return a != b ? a < b : one.offset < other.offset
    }
    for (_, entry) in order {
      for key in keys {
        let node = entry.value[key]
        for item in node.text == nil ? node.items : [node] {
          guard let text = item.text, let pattern = try? PhrasePattern(text) else { continue }
          let readings = pattern.expansions(limit: 64)
          let takers = readings.map { owners[$0]?.first { $0 != entry.key } }
          if item.place.file >= firstStory, let taker = takers[0],
            takers.allSatisfy({ $0 != nil })
          {
            reportTwin(item, text, section, entry.key, taker)
          }
          for reading in readings { owners[reading, default: []].append(entry.key) }
        }
      }
    }
  }

  /// Who takes a word that two have: of topics the story's, of populations the innermost, then the
  /// first of the file.
  private func rank(_ entry: RuleEntry, _ section: String) -> Int {
    guard section == "populations" else { return entry.value.place.file >= firstStory ? 0 : 1 }
    var depth = 0
    var here = entry.value["within"].text
    while let name = here, depth <= root[section].entries.count {
      here = root[section][name]["within"].text
      depth += 1
    }
    return -depth
  }

  private mutating func reportTwin(
    _ item: RuleNode, _ text: String, _ section: String, _ owner: String, _ taker: String
  ) {
    checker.report(
      "hidden-entry", item.place,
      "\(section).\(owner): '\(text)' never counts: '\(taker)' has it too",
      length: text.unicodeScalars.count,
      help: "of two that have a word, '\(taker)' takes it each time", severity: .warning)
  }

  /// A story without tests says nothing of what it wants.
  private mutating func warnOfUntested() {
    let tested = Set(root["tests"].items.map(\.place.file))
    for file in firstStory..<max(firstStory, checker.files.count) where !tested.contains(file) {
      checker.report(
        "no-tests", RulePlace(file: file, place: TextPlace(line: 1, column: 1)),
        "this file has no tests",
        help: "`tests:` holds sentences, and what must be read in them", severity: .warning)
    }
  }
}
