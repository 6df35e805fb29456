import HearsayCore
import HearsayReading

// The steps of an explanation as rows and as data; the same for `why`, `why-not` and `hearsay test`.

func explainedReply(_ explanation: Explanation, of text: SourceText) -> Reply {
  var reply = Reply()
  for (row, sentence) in explanation.sentences.enumerated() {
    let words = text.text(sentence.range)
    let number = explanation.sentences.count > 1 ? "sentence \(row + 1): " : ""
    reply.sections.append(Reply.Section(number + words))
    reply.sections += sections(sentence, text)
    reply.data += sentence.steps.map { stepData($0, text) }
  }
  for sentence in explanation.sentences { reply.data += sentence.words.map { wordData($0, text) } }
  return reply
}

/// The parts of an explanation in the order a person asks for them: what came out first.
private func sections(_ sentence: ExplainedSentence, _ text: SourceText) -> [Reply.Section] {
  let parts: [(heading: String, parts: [ExplainedStep.Part])] = [
    ("claims", [.claim]),
    ("found", [.zone, .quote, .time, .quantity, .name, .attribution]),
    ("topic words held against each figure", [.bearing, .figure]),
    ("phrases of topics and populations", [.phrase]),
    ("verbs, nouns and quotations that are no cue", [.cue]),
    ("groups", [.group]),
  ]
  var sections: [Reply.Section] = []
  for (heading, parts) in parts {
    let steps = sentence.steps.filter { parts.contains($0.part) }
    if steps.isEmpty {
      if heading == "claims" { sections.append(Reply.Section(heading, notes: ["none"])) }
      continue
    }
    sections.append(stepSection(steps, text, heading: heading))
  }
  sections.append(wordSection(sentence.words, text))
  return sections
}

func stepSection(_ steps: [ExplainedStep], _ text: SourceText, heading: String?) -> Reply.Section {
  var columns = [
    Reply.Column("STATUS", .whole), Reply.Column("RULE"), Reply.Column("WORDS"),
    Reply.Column("WHAT OR WHY", .words),
  ]
  let figures = steps.contains { $0.part == .bearing }
  if figures { columns.insert(Reply.Column("FIGURE"), at: 2) }
  let phrases = steps.contains { $0.phrase != nil }
  if phrases { columns.insert(Reply.Column("PHRASE"), at: 2) }
  return Reply.Section(
    heading, columns: columns,
    rows: steps.map { step in
      var cells = [
        step.status.rawValue, step.rule, excerpt(text.text(step.range), around: "", most: 60),
        step.note,
      ]
      if figures {
        cells.insert(
          step.figure.map { excerpt(text.text($0), around: "", most: 40) } ?? "", at: 2)
      }
      if phrases { cells.insert(step.phrase ?? "", at: 2) }
      return Reply.Row(
        cells, details: details(step), meaning: step.status == .failed ? .faint : .plain)
    })
}

/// A claim has many rules: they stand below it.
private func details(_ step: ExplainedStep) -> [String] {
  step.also.isEmpty ? [] : ["also " + step.also.joined(separator: ", ")]
}

private func wordSection(_ words: [ExplainedWord], _ text: SourceText) -> Reply.Section {
  Reply.Section(
    "words",
    columns: [
      Reply.Column("WORD"), Reply.Column("CLASS"), Reply.Column("LEMMA"), Reply.Column("GROUP"),
    ],
    rows: words.map { word in
      Reply.Row([text.text(word.range), "\(word.wordClass)", word.lemma, word.group])
    })
}

func stepData(_ step: ExplainedStep, _ text: SourceText) -> JSONObject {
  var object = JSONObject()
  object.add("row", "step")
  object.add("part", step.part.rawValue)
  object.add("status", step.status.rawValue)
  object.add("rule", step.rule)
  object.add("also", step.also)
  object.add("file", text.name)
  object.add("start", step.range.start)
  object.add("end", step.range.end)
  object.add("text", text.text(step.range))
  object.add("note", step.note)
  object.add("topic", step.topic)
  object.add("figure", step.figure.map(text.text))
  object.add("score", number: step.score.map(hundredths))
  object.add("threshold", number: step.threshold.map(hundredths))
  object.add("phrase", step.phrase)
  object.add("element", number: step.element.map(String.init))
  object.add("elements", number: step.elements.map(String.init))
  return object
}

private func wordData(_ word: ExplainedWord, _ text: SourceText) -> JSONObject {
  var object = JSONObject()
  object.add("row", "word")
  object.add("text", text.text(word.range))
  object.add("start", word.range.start)
  object.add("end", word.range.end)
  object.add("class", "\(word.wordClass)")
  object.add("lemma", word.lemma)
  object.add("group", word.group.isEmpty ? nil : word.group)
  return object
}

/// A score in two decimal places.
private func hundredths(_ score: Float) -> String { places(score) }
