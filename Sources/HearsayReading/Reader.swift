package import HearsayCore
package import HearsayRules
package import HearsayText

/// The stages of reading, in order.
package enum ReadingStage: String, Sendable, CaseIterable {
  case tokens, layout, quotes, sentences, classes, times, quantities, names, clauses, attributions
  case claims
}

/// Reads articles with one set of rules: the cascade, top to bottom.
///
/// A value: a worker takes a copy, whose lexicon grows with the words it meets. What it returns
/// holds bytes and names only, so the same article gives the same reading whoever reads it.
package struct Reader: Sendable {
  package let rules: RuleSet
  package var lexicon: Lexicon
  package let layout: LayoutTables
  package let words: WordTables
  package let figures: FigureTables
  package let calendar: TimeTables
  package let bearers: NameTables
  package let clauses: ClauseTables
  package let speech: SpeechTables
  package let claims: ClaimTables

  /// Compiles the rules: each stage makes its tables and marks its words in the lexicon.
  package init(rules: RuleSet, profile: SpeechProfile = .strict) {
    var lexicon = Lexicon()
    self.rules = rules
    layout = LayoutTables(rules, &lexicon)
    words = WordTables(rules, &lexicon)
    figures = FigureTables(rules, &lexicon)
    calendar = TimeTables(rules, &lexicon)
    bearers = NameTables(rules, &lexicon)
    clauses = ClauseTables(rules, &lexicon)
    speech = SpeechTables(rules, &lexicon, profile)
    claims = ClaimTables(rules, &lexicon)
    lexicon.freeze()
    self.lexicon = lexicon
  }

  /// Reads one article from bytes to claims.
  ///
  /// Each stage sees the layers above it and adds one. Reading cannot fail: what a stage does not
  /// understand, it leaves out.
  package mutating func read(_ article: Article) -> Reading {
    // Bound first: asked for in one breath, the reader would be copied before it reads, and the
    // lexicon with it as soon as it meets a new word.
    let draft = draft(article)
    return finish(draft)
  }

  /// The layers of one article, with tokens, for tests, `why` and the benchmark; `done` is told of
  /// each stage as it ends.
  package mutating func draft(_ article: Article, done: (ReadingStage) -> Void = { _ in }) -> Draft
  {
    var draft = Draft(text: article.text, known: article.known)
    tokenise(article.text.bytes.span, into: &draft.tokens, lexicon: &lexicon)
    draft.facts = draft.facts(lexicon)
    done(.tokens)
    readLayout(&draft, layout, lexicon)
    done(.layout)
    readQuotes(&draft, speech, lexicon)
    done(.quotes)
    splitSentences(&draft, layout, lexicon)
    done(.sentences)
    readWordClasses(&draft, words, lexicon)
    done(.classes)
    readTimes(&draft, calendar, lexicon)
    done(.times)
    readQuantities(&draft, figures, lexicon)
    done(.quantities)
    readNames(&draft, bearers, lexicon)
    done(.names)
    readClauses(&draft, clauses, words, lexicon)
    done(.clauses)
    readAttributions(&draft, speech, words, lexicon)
    done(.attributions)
    readClaims(&draft, claims, lexicon)
    done(.claims)
    return draft
  }

  /// The layers as byte ranges, without the tokens.
  package func finish(_ draft: Draft) -> Reading {
    var reading = Reading()
    reading.zones = draft.zones
    reading.sentences = draft.sentences.map {
      Sentence(range: draft.bytes($0.tokens), paragraph: $0.paragraph, zone: $0.zone)
    }
    reading.quantities = draft.quantities.map {
      Found($0.value, draft.bytes($0.tokens), rule: $0.rule)
    }
    reading.times = draft.times.map { Found($0.value, draft.bytes($0.tokens), rule: $0.rule) }
    reading.entities = draft.entities
    reading.names = draft.names.map {
      NameMention(entity: $0.value, range: draft.bytes($0.tokens), rule: $0.rule)
    }
    reading.quotes = draft.quotes.map {
      Quote(
        range: draft.bytes($0.tokens), inner: draft.bytes($0.inner), kind: $0.kind,
        unclosed: $0.unclosed)
    }
    reading.attributions = draft.attributions
    reading.document = draft.document
    reading.claims = draft.claims
    return reading
  }
}
