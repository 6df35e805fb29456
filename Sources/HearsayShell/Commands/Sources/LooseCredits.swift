import HearsayCore
import HearsayGraph
import HearsayRules

/// A credit in a sentence that makes no claim, as `His departure was first reported by a daily`.
struct LooseCredit: Hashable {
  var outlet: String
  var document: Int
  var range: ByteRange
}

extension Session {
  /// Outlets that articles credit in sentences of which no claim was read.
  ///
  /// An outlet of the rules with a verb of reporting beside it, by the rules' lists.
  func looseCredits(to wanted: String? = nil) -> [LooseCredit] {
    let outlets = Set((rules?["outlets"].words ?? []).map(folded))
    let verbs = Set((rules?["questions.crediting"].words ?? []).map(folded))
    guard !outlets.isEmpty, !verbs.isEmpty, articles.count <= mostSearched else { return [] }
    let asked = wanted.map(foldedWords)
    let tied = Set(graph.credits(to: nil, .all).map { key(graph.claims[$0.claim]) })
    var found: [LooseCredit] = []
    for (document, item) in articles.enumerated() {
      let known = folded(graph.documents[document].facts.outlet ?? "")
      for mention in item.reading.names where item.reading.entities.indices.contains(mention.entity)
      {
        let name = item.reading.entities[mention.entity].canonical
        guard outlets.contains(folded(name)), folded(name) != known,
          asked.map({ mentions(name, $0) }) ?? true,
          let sentence = sentence(of: mention.range, in: item, verbs),
          !tied.contains("\(document):\(sentence.start)")
        else { continue }
        let credit = LooseCredit(outlet: name, document: document, range: sentence)
        if !found.contains(credit) { found.append(credit) }
      }
    }
    return found
  }

  private func key(_ claim: Claim) -> String { "\(claim.document):\(claim.sentence.range.start)" }

  /// The sentence of the body in which a mention stands beside a verb of reporting.
  private func sentence(of mention: ByteRange, in item: ReadArticle, _ verbs: Set<String>)
    -> ByteRange?
  {
    let text = item.article.text
    let sentence = item.reading.sentences.first { sentence in
      sentence.zone == .body && sentence.range.contains(mention)
    }
    guard let range = sentence?.range else { return nil }
    let before = foldedWords(text.text(ByteRange(range.start, mention.start))).suffix(nearWords)
    let after = foldedWords(text.text(ByteRange(mention.end, range.end))).prefix(nearWords)
    return (before + after).contains { verbs.contains($0) } ? range : nil
  }

  /// A line for each, behind the credits of claims.
  func looseSection(_ credits: [LooseCredit]) -> Reply.Section {
    Reply.Section(
      "named as the source of what is no claim here",
      columns: [Reply.Column("CREDITED"), Reply.Column("BY"), .words, .place],
      rows: credits.map { credit in
        let text = articles[credit.document].article.text
        return Reply.Row([
          credit.outlet, outlet(credit.document),
          excerpt(text.text(credit.range), around: credit.outlet),
          place(document: credit.document, line: text.line(at: credit.range.start)),
        ])
      })
  }

  func data(_ credit: LooseCredit) -> JSONObject {
    let text = articles[credit.document].article.text
    var object = JSONObject()
    object.add("row", "credit")
    object.add("outlet", credit.outlet)
    object.add("claim", .null)
    object.add("cue", .null)
    object.add("document", .null)
    object.add("original", .null)
    object.add("file", text.name)
    object.add("line", text.line(at: credit.range.start))
    object.add("start", credit.range.start)
    object.add("end", credit.range.end)
    object.add("text", text.text(credit.range))
    return object
  }
}

/// Words between an outlet and the verb: `Bloomberg and CNN reported`.
private let nearWords = 4

/// Articles that are gone through name by name.
private let mostSearched = 2000
