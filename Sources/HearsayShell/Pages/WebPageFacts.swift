internal import Foundation

/// What a page says of itself: in its data for search engines (schema.org), in its `meta` elements
/// (Open Graph and others), in its links.
struct WebPageFacts: Sendable {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var url: String?
  /// The whole text, where the data holds it.
  private(set) var body: String?

  init(_ tree: HTMLTree) {
    let metas = MetaValues(tree.metas)
    for text in tree.data { takeData(text) }
    title = headline(tree, metas) ?? title ?? tree.title
    if authors.isEmpty { authors = names(metas.first(Self.authorNames)) }
    let time = tree.times.compactMap { $0["datetime"] }.first
    published = published ?? isoDay(metas.first(Self.dayNames)) ?? isoDay(time)
    publisher = metas.first(["og:site_name"]) ?? publisher ?? metas.first(["application-name"])
    let canonical = tree.links.first { $0["rel"]?.lowercased() == "canonical" }?["href"]
    url = [canonical, metas.first(["og:url"]), url].compactMap { $0 }
      .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
  }

  /// The heading on the page, when there is one; else what is given to those who link to it.
  private func headline(_ tree: HTMLTree, _ metas: MetaValues) -> String? {
    let headings = tree.blocks.filter { tree.elements[$0.element].name == "h1" }.map(\.text)
    let shared = metas.first(["og:title", "twitter:title"])
    let words = [shared, tree.title].compactMap { $0 }.joined(separator: " ")
    return headings.first { $0.count > 12 && words.contains($0) } ?? shared ?? headings.first
  }

  private static let authorNames = [
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "authors", "article:author_name",
  ]
  private static let dayNames = [
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "date", "dc.date", "dc.date.issued", "dcterms.date", "pubdate",
    "publish-date", "publishdate", "publication_date", "article.published", "ptime",
  ]

  // MARK: - schema.org

  private mutating func takeData(_ text: String) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return }
    for object in objects(value, depth: 0) where isArticle(object) { take(object) }
  }

  /// A list of objects, or one with a graph of them.
  private func objects(_ value: Any, depth: Int) -> [[String: Any]] {
    guard depth < 4 else { return [] }
    if let list = value as? [Any] { return list.flatMap { objects($0, depth: depth + 1) } }
    guard let object = value as? [String: Any] else { return [] }
    return [object] + (object["@graph"].map { objects($0, depth: depth + 1) } ?? [])
  }

  private func isArticle(_ object: [String: Any]) -> Bool {
    let types = strings(object["@type"])
    return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
  }

  private mutating func take(_ object: [String: Any]) {
    title = title ?? strings(object["headline"]).first.map { folding(withoutEntities($0)) }
    if authors.isEmpty { authors = strings(object["author"]).flatMap(names) }
    published = published ?? isoDay(strings(object["datePublished"]).first)
    publisher = publisher ?? strings(object["publisher"]).first
    url = url ?? strings(object["url"]).first
    body = body ?? strings(object["articleBody"]).first.map(plainBody)
  }

  /// The body may be a page in a page.
  private func plainBody(_ text: String) -> String {
    let once = withoutEntities(text)
    guard once.contains("</") else { return once }
    return HTMLTree(Array(once.utf8)).blocks.map(\.text).joined(separator: "\n")
  }

  /// A text, the name of an object, or those of a list.
  private func strings(_ value: Any?) -> [String] {
    if let text = value as? String { return [text] }
    if let list = value as? [Any] { return list.flatMap { strings($0) } }
    if let object = value as? [String: Any] { return strings(object["name"]) }
    return []
  }
}

/// `By Ana Vega and Jo Roe, Tarn Wire` as the names; an address is none.
private func names(_ text: String?) -> [String] {
  guard let text, !text.contains("://") else { return [] }
  var words = folding(withoutEntities(text))
  if words.lowercased().hasPrefix("by ") { words = String(words.dropFirst(3)) }
  let parts = words.split(separator: ",").flatMap { part in
    part.split(separator: "&").flatMap { parted(String($0), by: " and ") }
  }
  return parts.map(folding).filter { !$0.isEmpty }
}

private func parted(_ text: String, by mark: String) -> [String] {
  text.split(separator: mark).map(String.init)
}

/// What begins as a day of ISO 8601, as it stands; `20260114` too.
private func isoDay(_ text: String?) -> String? {
  guard let text else { return nil }
  let digits = Array(text.utf8.prefix(10))
  let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
  if digits.count == 10, digits[4] == 45, digits[7] == 45,
    [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ isDigit(digits[$0]) })
  {
    return text.filter { !$0.isWhitespace || $0 == " " }
  }
  guard digits.count >= 8, digits.prefix(8).allSatisfy(isDigit) else { return nil }
  let day = String(decoding: digits.prefix(8), as: UTF8.self)
  return day.prefix(4) + "-" + day.dropFirst(4).prefix(2) + "-" + day.dropFirst(6)
}

/// `<meta name=… content=…>`, by name.
private struct MetaValues {
  private var values: [String: String] = [:]

  init(_ tags: [HTMLTag]) {
    for tag in tags {
      guard let content = tag["content"].map(folding), !content.isEmpty else { continue }
      for name in [tag["name"], tag["property"], tag["itemprop"]].compactMap({ $0 })
      where values[name.lowercased()] == nil {
        values[name.lowercased()] = content
      }
    }
  }

  /// The first of the names that is there.
  func first(_ names: [String]) -> String? { names.lazy.compactMap { values[$0] }.first }
}
