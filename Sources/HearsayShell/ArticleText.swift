package import HearsayCore

/// The article's own text (`hearsay text`): its paragraphs with an empty line between, without
/// headline, byline, dateline, captions, related links and what else stands on the page.
package func ownText(_ reading: Reading, of article: Article) -> String {
  if let page = WebPage(article.text) {
    return page.paragraphs.map(printable).joined(separator: "\n\n")
  }
  let datelines = reading.zones.filter { $0.kind == .dateline }.map(\.range)
  var paragraphs: [(number: Int32, range: ByteRange)] = []
  for sentence in reading.sentences where [.deck, .body].contains(sentence.zone) {
    if let last = paragraphs.last, last.number == sentence.paragraph {
      paragraphs[paragraphs.count - 1].range = last.range.union(sentence.range)
    } else {
      let dateline = datelines.first { $0.overlaps(sentence.range) }
      let start = min(max(sentence.range.start, dateline?.end ?? 0), sentence.range.end)
      paragraphs.append((sentence.paragraph, ByteRange(start, sentence.range.end)))
    }
  }
  let texts = paragraphs.map { printable(article.text.text($0.range)) }
  return texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
}

/// What the article says of itself (`hearsay meta`), as a JSON line.
///
/// The day is given only where one day is left; what the words leave open is `null`.
package func metaLine(_ reading: Reading, of article: Article) -> String {
  if let page = WebPage(article.text) { return metaLine(page.facts, of: article) }
  let facts = reading.document
  let headline = facts.headline.map { printable(article.text.text($0)) } ?? article.known.headline
  let publisher = facts.outlet ?? article.known.outlet
  let byline = article.known.byline.map { [$0] } ?? []
  var object = JSONObject()
  object.add("file", article.text.name)
  object.add("title", headline)
  object.add("authors", facts.bylines.isEmpty ? byline : facts.bylines)
  object.add("published", published(facts) ?? article.known.published?.description)
  object.add("publisher", publisher)
  object.add("url", .null)
  return object.line
}

private func metaLine(_ facts: WebPageFacts, of article: Article) -> String {
  var object = JSONObject()
  object.add("file", article.text.name)
  object.add("title", facts.title.map(printable))
  object.add("authors", facts.authors.map(printable))
  object.add("published", facts.published ?? article.known.published?.description)
  object.add("publisher", facts.publisher.map(printable) ?? article.known.outlet)
  object.add("url", facts.url.map(printable))
  return object.line
}

private func published(_ facts: DocumentFacts) -> String? {
  guard let time = facts.published, let day = time.earliest?.day, day == time.latest?.day else {
    return nil
  }
  return time.value.hasPrefix(day.description) ? time.value : day.description
}
