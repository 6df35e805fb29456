import HearsayCore
import HearsayRules

extension SpeechTables {
  /// The names, kinds and outlets that the rules give.
  mutating func readNames(_ rules: RuleSet) {
    for entry in rules["names"].entries {
      let name = StoryName(
        canonical: entry.key, kind: Self.kind(entry.value["type"].text),
        role: entry.value["role"].text, organisation: entry.value["org"].text)
      storyNames[entry.key.lowercased()] = name
      for alias in entry.value["aliases"].words { storyNames[alias.lowercased()] = name }
    }
    for outlet in rules["speech.outlet-names"].words + rules["outlets"].words {
      outlets.insert(outlet.lowercased())
    }
  }

  static func kind(_ type: String?) -> SourceKind {
    switch type {
    case "person": .person
    case "government": .government
    case "outlet": .outlet
    case "document": .document
    case nil: .unknown
    default: .organisation
    }
  }
}
