import HearsayCore
import HearsayGraph
import HearsayReading
import HearsayRules

extension Command {
  static let whyNot = Command(
    name: "why-not", usage: "\"SENTENCE\"|CLAIM TOPIC",
    summary: "why a sentence yields no claim on a topic, step by step",
    example: "why-not \"Only 56 prisoners had walked out.\" killed",
    takes: .sentenceAndWords, subject: .topic,
    answer: { (query, session) throws(LineProblem) in
      guard case .sentence(let sentence, let topic) = query.argument else { return Reply() }
      return try session.whyNotReply(sentence, topic)
    })
}

/// A text that is read by itself, to see what the rules make of it.
struct ReadAlone {
  var article: Article
  /// The day it is read as published on, and how that is said.
  var note: String
}

extension Session {
  /// The sentence as an article of its own, of the corpus's newest day.
  func alone(_ sentence: String) -> ReadAlone {
    let day = newestDay
    let note =
      day.map { "read as an article of its own, as published on \($0), the corpus's newest day" }
      ?? "read as an article of its own, without a date: 'Monday' stays open"
    return ReadAlone(
      article: Article(
        text: SourceText(name: "sentence", text: sentence), known: KnownFacts(published: day)),
      note: note)
  }

  // MARK: - why "SENTENCE"

  func whyReply(_ phrase: Phrase) throws(LineProblem) -> Reply {
    guard var reader else { throw noRules(phrase.range) }
    let alone = alone(phrase.text)
    let explanation = reader.explain(alone.article)
    guard !explanation.sentences.isEmpty else {
      throw LineProblem(
        "no-words", phrase.range, "there is nothing to read in it",
        allowed: "as in: why \"Police said 12 people were killed.\"")
    }
    var reply = explainedReply(explanation, of: alone.article.text)
    reply.notes.append(alone.note)
    let known = claimsWith(words: phrase.text)
    if !known.isEmpty {
      let numbers = known.prefix(8).map { String(number($0)) }.joined(separator: ", ")
      reply.notes.append(
        "the corpus has these words: claim \(numbers); `why \(number(known[0]))` tells how that one"
          + " was read in its article")
    }
    return reply
  }

  func noRules(_ range: Range<Int>) -> LineProblem {
    LineProblem("no-rules", range, "no rules are loaded", allowed: "`load` a story first")
  }

  // MARK: - why-not

  func whyNotReply(_ sentence: Reference, _ topic: Phrase) throws(LineProblem) -> Reply {
    guard var reader else { throw noRules(sentence.range) }
    let names = reader.topicNames
    guard let name = names.first(where: { $0.lowercased() == topic.text.lowercased() }) else {
      throw LineProblem(
        "unknown-topic", topic.range, "no topic is named '\(topic.text)'",
        suggestions: nearestWords(to: topic.text, among: names),
        allowed: "`rules` lists the topics")
    }
    let text = try self.sentence(sentence)
    let alone = alone(text)
    let answer = reader.whyNot(alone.article, topic: name)
    return whyNotReply(answer, topic: name, of: alone)
  }

  /// Where the rules say what a topic is: `rules/venezuela.yaml:9`.
  private func topicPlace(_ name: String) -> String? {
    guard let rules, let entry = rules["topics"].entries.first(where: { $0.key == name }),
      rules.files.indices.contains(entry.keyPlace.file)
    else { return nil }
    return "\(rules.files[entry.keyPlace.file].name):\(entry.keyPlace.place.line)"
  }

  /// The words between quotation marks, or the sentence of a claim.
  private func sentence(_ reference: Reference) throws(LineProblem) -> String {
    if case .words(let phrase) = reference { return phrase.text }
    return graph.claims[try oneClaim(reference)].sentence.text
  }

  private func whyNotReply(_ answer: WhyNot, topic name: String, of alone: ReadAlone) -> Reply {
    let text = alone.article.text
    var reply = Reply("why not \(name): \(answer.verdict)")
    reply.sections = [stepSection(answer.steps, text, heading: nil)]
    reply.notes = [alone.note]
    if let place = topicPlace(name) { reply.notes.append("topic \(name): \(place)") }
    var object = JSONObject()
    object.add("row", "verdict")
    object.add("topic", name)
    object.add("claims", answer.claims.count)
    object.add("verdict", answer.verdict)
    reply.data = answer.steps.map { stepData($0, text) } + [object]
    return reply
  }
}
