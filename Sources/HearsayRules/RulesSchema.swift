/// Every key that a rules file may have.
///
/// Checking, the JSON Schema for editors and the page
/// `RulesLanguage` go by this one table.
enum RulesSchema {
  static let measures = ["stock", "cumulative", "flow", "none"]
  static let modalities = ["event", "state", "promise", "demand", "plan", "evaluation"]
  static let nameTypes = [
    "person", "organisation", "government", "monitor", "outlet", "place", "document", "other",
  ]
  static let strengths = [
    "neutral", "committing", "distancing", "evaluating", "estimating", "disputing", "attitude",
    "intention", "credit",
  ]

  static let story: [Field] =
    head + [
      Field("extends", .text, "the layer below: `english`"),
      Field("story", .text, "what the story is, in one line"),
      Field("episodes", .map(.record(episode)), "time windows whose figures are not mixed"),
      Field("topics", .map(.record(topic)), "what can be counted, such as `released`"),
      Field("populations", .map(.record(population)), "who or what is counted"),
      Field("names", .map(.record(name)), "persons, bodies and places with their other names"),
      Field("ambiguous", .words, "surnames that are never resolved silently"),
      Field("sides", .map(.record(side)), "parties and the topics they have a stake in"),
      Field(
        "cues", .map(.either(.oneOf(strengths), .table)), "reporting verbs with their strength"),
      Field("anonymous", .record(anonymous), "how unnamed sources are described"),
      Field("frames", .map(.record(frame)), "neutral and loaded words for one thing"),
      Field("vague", .map(.interval), "working intervals of vague words, for order only"),
      Field("boilerplate", .lines, "lines that are page furniture"),
      Field("residue", .lines, "lines that a machine left behind"),
      Field("axioms", .list(.record(axiom)), "what must hold of the numbers"),
      Field("events", .map(.record(event)), "dated events that the text refers to"),
      Field("outlets", .words, "outlets that are cited or publish"),
      Field(
        "grades", .map(.oneOf(["A", "B", "C", "D", "E", "F"])), "Admiralty letters of sources"),
      Field("tests", .list(.record(test)), "sentences and what must be read in them"),
      Field("remove", .words, "dotted paths of the layers below that do not hold here"),
    ]

  static let head: [Field] = [
    Field("hearsay", .oneOf(["1"]), required: true, "the version of the rules language"),
    Field("language", .text, "the language of this layer, as a BCP 47 tag"),
  ]

  static let episode: [Field] = [
    Field("from", .day, required: true, "its first day"),
    Field("to", .day, required: true, "its last day"),
  ]

  static let topic: [Field] = [
    Field("verbs", .patterns, "verbs in the base form; they inflect by themselves"),
    Field("nouns", .patterns, "nouns in the singular"),
    Field("phrases", .patterns, "other ways to say it"),
    Field("measure", .oneOf(measures), "level, running total, what came in a window"),
    Field("opposite", .text, "the topic one cannot be in at the same time"),
    Field("needs", .text, "the topic this one speaks of: a promise to release"),
    Field("modality", .oneOf(modalities), "what its claims are, such as promises"),
  ]

  static let population: [Field] = [
    Field("words", .patterns, "nouns in the singular, with modifiers"),
    Field("phrases", .patterns, "other ways to say it"),
    Field("within", .text, "the population it is a part of"),
    Field("generic", .oneOf(["yes", "no"]), "whether the word may also mean a narrower one"),
    Field("contested-by", .patterns, "words that deny that those counted belong here"),
  ]

  static let name: [Field] = [
    Field("aliases", .words, "its other names"),
    Field("type", .oneOf(nameTypes), "what it is"),
    Field("role", .text, "what the person is"),
    Field("organisation", .text, "the body it speaks for"),
    Field("side", .text, "the party it belongs to"),
  ]

  static let side: [Field] = [Field("stake", .words, required: true, "topics it has a stake in")]

  static let anonymous: [Field] = [
    Field("descriptors", .patterns, "how unnamed sources are described"),
    Field("reasons", .patterns, "how the reason is introduced"),
    Field("formulaic-reasons", .patterns, "reasons that say nothing"),
    Field("spokesperson", .words, "unnamed but on the record"),
  ]

  static let frame: [Field] = [
    Field("neutral", .words, "words without a stand"),
    Field("loaded", .map(.text), "words with one, and which"),
  ]

  static let axiom: [Field] = [
    Field("monotone", .text, "a topic whose running total cannot shrink"),
    Field("growth", .record(growth), "how fast a total may plausibly grow"),
    Field("exclusive", .words, "two topics nobody is in at once"),
    Field("fulfils", .record(fulfils), "a promise and what fulfils it"),
    Field("once", .text, "an event that happened one time"),
  ]

  static let growth: [Field] = [
    Field("topic", .text, required: true, "the topic"),
    Field("per-day", .number, required: true, "the most a day"),
  ]

  static let fulfils: [Field] = [
    Field("promise", .text, required: true, "the topic of the promise"),
    Field("by", .text, required: true, "the topic that fulfils it"),
  ]

  static let event: [Field] = [
    Field("date", .day, required: true, "the day it happened"),
    Field("words", .patterns, "words that refer to it"),
  ]

  static let test: [Field] = [
    Field("text", .text, required: true, "the sentence"),
    Field("expect", .either(.oneOf(["none"]), .list(.record(expectation))), "what must be read"),
    Field("todo", .text, "a case that is known to fail, and why"),
  ]

  static let expectation: [Field] = [
    Field("topic", .text, "the topic"),
    Field("number", .text, "the number, in digits"),
    Field("source", .text, "the origin's name"),
    Field("population", .text, "the population"),
  ]

  /// Sections of a language layer that hold tables of words; each stage knows its own keys.
  static let tables = [
    "tokens", "layout", "words", "quotes", "speech", "numbers", "units", "times", "calendar",
    "lexicon", "clauses", "hedges", "collectives", "claims", "graph", "spelling", "forms",
    "names-lexicon", "questions",
  ]

  /// A language layer: a story's keys, and the tables.
  static let language: [Field] =
    story.filter { $0.name != "anonymous" }
    + (["anonymous"] + tables).map { Field($0, .table, "words of the language") }
}
