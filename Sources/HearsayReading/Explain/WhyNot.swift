package import HearsayCore
import HearsayText

/// Why a text yields no claim on a topic: the answer of `why-not`.
package struct WhyNot: Sendable {
  /// The claims on the topic that it does yield.
  package var claims: [Claim]
  /// The reason that decided, in one line.
  package var verdict: String
  /// The steps that concern the topic, in order.
  package var steps: [ExplainedStep]
}

extension Reader {
  /// The names of the topics, in the order of the rules.
  package var topicNames: [String] { claims.topics.map(\.name) }

  /// Reads an article and says why nothing in it is claimed of a topic of the rules.
  package mutating func whyNot(_ article: Article, topic name: String) -> WhyNot {
    let draft = draft(article)
    let explainer = Explainer(draft: draft, reader: self)
    let sentences = explainer.sentences()
    let steps = sentences.flatMap { explainer.steps(of: $0, topic: name) }
    let own = draft.claims.filter { $0.proposition.topic == name }
    return WhyNot(
      claims: own, verdict: explainer.verdict(steps, own, topic: name), steps: steps)
  }
}

extension Explainer {
  /// What of a sentence's steps concerns a topic, with what it lacks.
  fileprivate func steps(of sentence: ExplainedSentence, topic name: String) -> [ExplainedStep] {
    let zones = sentence.steps.filter { $0.part == .zone }
    if !sentence.zone.isRead { return zones }
    let phrases = sentence.steps.filter { $0.part == .phrase && $0.topic == name }
    let hasWord = phrases.contains { $0.status != .failed }
    let missing = hasWord ? [] : missingWords(sentence, topic: name)
    let bearings = sentence.steps.filter { $0.part == .bearing && $0.topic == name }
    var figures = sentence.steps.filter { $0.part == .figure }
    if figures.isEmpty {
      figures = [
        ExplainedStep(
          .figure, .failed, rule: "built-in/figure", sentence.range,
          "no figure in it: only a number, or a word such as 'several', makes a claim of a topic",
          topic: name)
      ]
    }
    let rivals = sentence.steps.filter {
      $0.part == .bearing && $0.status == .fired && $0.topic != name
    }
    let claims = sentence.steps.filter { $0.part == .claim && $0.topic == name }
    return zones + phrases + missing + bearings + rivals + figures + claims
  }

  /// No word of the topic matched: the phrases never tried, and words that are nearly its own.
  private func missingWords(_ sentence: ExplainedSentence, topic name: String) -> [ExplainedStep] {
    guard let row = reader.claims.topic(named: name) else { return [] }
    let topic = reader.claims.topics[row]
    let bounds = draft.tokens(in: sentence.range)
    var steps = untried(sentence, row, topic)
    let own = reader.claims.phrases.phrases.filter { $0.payload.isTopic(row) }.map(\.written)
    let near = nearForms(in: bounds, of: own)
    for (token, word) in near {
      steps.append(
        ExplainedStep(
          .phrase, .failed, rule: topic.rule, draft.tokens[token].range,
          "no word of the topic, but near its '\(word)'", topic: name))
    }
    let shown = own.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    steps.append(
      ExplainedStep(
        .phrase, .failed, rule: topic.rule, sentence.range,
        "no word of the topic stands in it; its words are \(shown)"
          + (own.count > 8 ? " and \(own.count - 8) more" : ""), topic: name))
    return steps
  }

  /// One step for each phrase of which a word that must be there is missing, whatever the number of
  /// alternatives it stands for; none for a phrase that was tried in another of them.
  private func untried(_ sentence: ExplainedSentence, _ row: Int, _ topic: Topic)
    -> [ExplainedStep]
  {
    let bounds = draft.tokens(in: sentence.range)
    var known = Set(sentence.steps.filter { $0.part == .phrase }.compactMap(\.phrase))
    return reader.claims.phrases.untried(
      in: draft.tokens, within: bounds.start..<bounds.end, reader.lexicon,
      where: { $0.isTopic(row) }
    ).compactMap { found -> ExplainedStep? in
      guard known.insert(found.written).inserted else { return nil }
      var step = ExplainedStep(
        .phrase, .failed, rule: topic.rule, sentence.range,
        "not tried: '\(found.missing)' stands nowhere in the sentence", topic: topic.name)
      step.phrase = found.written
      return step
    }
  }

  /// The words of a sentence that are spelled nearly as words of the topic are.
  private func nearForms(in bounds: TokenRange, of phrases: [String]) -> [(Int, String)] {
    let known = phrases.flatMap { $0.split { !$0.isLetter }.map(String.init) }
      .filter { $0.count >= 4 }
    return bounds.indices.compactMap { row in
      guard draft.tokens[row].kind == .word, draft.tokens[row].length >= 4 else { return nil }
      let lemma = reader.lexicon.lemma(draft.tokens[row].word)
      let typed = draft.text.text(draft.tokens[row].range)
      guard !known.contains(lemma) else { return nil }
      let near =
        nearestWords(to: lemma, among: known, limit: 1).first
        ?? nearestWords(to: typed, among: known, limit: 1).first
      return near.map { (row, $0) }
    }
  }

  /// The one reason a person wants first.
  fileprivate func verdict(_ steps: [ExplainedStep], _ claims: [Claim], topic name: String)
    -> String
  {
    let figures = claims.filter { $0.kind == .figure }
    if !figures.isEmpty {
      return "it does: \(figures.count == 1 ? "a figure" : "\(figures.count) figures") of \(name)"
    }
    if !claims.isEmpty {
      return "only what somebody says of it, without a figure: " + noFigure(steps, name)
    }
    return noFigure(steps, name)
  }

  private func noFigure(_ steps: [ExplainedStep], _ name: String) -> String {
    if steps.isEmpty { return "nothing was read in it" }
    if let zone = steps.first(where: { $0.part == .zone && $0.note.contains("no claims") }) {
      return "not read: \(zone.note)"
    }
    let words = steps.filter { $0.part == .phrase && $0.status != .failed }
    guard let word = words.first else { return noWord(steps, name) }
    let text = draft.text.text(word.range)
    if let bearing = steps.first(where: { $0.part == .bearing && $0.topic == name }) {
      let figure = bearing.figure.map { draft.text.text($0) } ?? ""
      return "'\(draft.text.text(bearing.range))' is a word of \(name), but for '\(figure)': "
        + bearing.note
    }
    if let figure = steps.first(where: { $0.part == .figure && $0.figure != nil }) {
      return words.allSatisfy { $0.note.hasPrefix("hidden") || $0.note.hasPrefix("wanted") }
        ? "'\(text)': \(word.note)" : "'\(draft.text.text(figure.range))': \(figure.note)"
    }
    return "'\(text)' is a word of \(name), but the sentence has no figure"
  }

  private func noWord(_ steps: [ExplainedStep], _ name: String) -> String {
    if let near = steps.first(where: { $0.note.hasPrefix("no word of the topic, but near") }) {
      return "no word of \(name) stands in it; '\(draft.text.text(near.range))' is only near one"
    }
    if let failed = steps.first(where: { $0.part == .phrase && $0.element != nil }) {
      return "no word of \(name) stands in it; '\(failed.phrase ?? "")' \(failed.note)"
    }
    return "no word of \(name) stands in it"
  }
}

extension ClaimPhrase {
  /// Whether it is a word of the topic in this row.
  func isTopic(_ row: Int) -> Bool {
    if case .topic(row, _) = self { return true }
    return false
  }
}
