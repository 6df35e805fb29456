/// A page as its elements and the stretches of text between their borders.
struct HTMLTree {
  /// One element; its parent stands before it.
  struct Element {
    var name: String
    var parent: Int
    /// Whether its name or its class says that it is no part of an article.
    var isBeside: Bool
    /// The same by the name its maker gave it only.
    var isNamedBeside: Bool
  }

  /// Text that no border of a block parts.
  struct Block {
    var text: String
    /// The block element it stands in.
    var element: Int
    /// How many of its letters stand in links.
    var linked: Int
  }

  private(set) var elements = [Element(name: "", parent: 0, isBeside: false, isNamedBeside: false)]
  private(set) var blocks: [Block] = []
  private(set) var metas: [HTMLTag] = []
  private(set) var links: [HTMLTag] = []
  private(set) var times: [HTMLTag] = []
  /// Scripts of `application/ld+json`.
  private(set) var data: [String] = []
  private(set) var title: String?

  private var open = [0]
  private var text = ""
  private var linked = 0
  private var linkDepth = 0

  /// Deeper than any page; browsers stop at such a depth too.
  private static let mostDepth = 512

  init(_ bytes: [UInt8]) {
    for token in HTMLTokens(bytes) { add(token) }
    endBlock()
  }

  private mutating func add(_ token: HTMLToken) {
    switch token {
    case .text(let words):
      text += words
      if linkDepth > 0 { linked += words.count }
    case .raw(let tag, let words): addRaw(tag, words)
    case .start(let tag): start(tag)
    case .end(let name): end(name)
    }
  }

  private mutating func addRaw(_ tag: HTMLTag, _ words: String) {
    if tag.name == "title", title == nil { title = folding(words) }
    if tag.name == "script", tag["type"]?.lowercased().contains("ld+json") == true {
      data.append(words)
    }
  }

  // MARK: - Elements

  private mutating func start(_ tag: HTMLTag) {
    note(tag)
    if Self.inline.contains(tag.name) {
      if tag.name == "a" { linkDepth = 1 }
      return
    }
    if tag.name == "br" { return text.append("\n") }
    endBlock()
    linkDepth = 0
    guard !Self.void.contains(tag.name), open.count < Self.mostDepth else { return }
    closeImplied(by: tag.name)
    let parent = open.last ?? 0
    elements.append(
      Element(
        name: tag.name, parent: parent, isBeside: isBeside(tag), isNamedBeside: isNamedBeside(tag)))
    open.append(elements.count - 1)
  }

  private mutating func note(_ tag: HTMLTag) {
    switch tag.name {
    case "meta": metas.append(tag)
    case "link": links.append(tag)
    case "time": times.append(tag)
    default: break
    }
  }

  /// A paragraph ends where another block begins, an item of a list where the next does.
  private mutating func closeImplied(by name: String) {
    guard let last = open.last else { return }
    let current = elements[last].name
    if current == "p"
      || (current == name && ["li", "dd", "dt", "tr", "td", "option"].contains(name))
    {
      open.removeLast()
    }
  }

  private mutating func end(_ name: String) {
    if name == "a" { linkDepth = 0 }
    guard !Self.inline.contains(name) else { return }
    endBlock()
    guard let place = open.lastIndex(where: { elements[$0].name == name }), place > 0 else {
      return
    }
    open.removeSubrange(place...)
  }

  private mutating func endBlock() {
    let words = folding(text)
    if !words.isEmpty {
      blocks.append(Block(text: words, element: open.last ?? 0, linked: min(linked, words.count)))
    }
    text = ""
    linked = 0
  }

  private static let inline: Set = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "nobr", "amp-link",
  ]

  private static let void: Set = [
    "area", "base", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "script", "style", "title", "textarea", "iframe",
  ]

  // MARK: - What stands beside an article

  private func isBeside(_ tag: HTMLTag) -> Bool {
    if Self.besides.contains(tag.name) { return true }
    if tag["hidden"] != nil || tag["aria-hidden"] == "true" { return true }
    if ["navigation", "complementary", "contentinfo", "search"].contains(tag["role"] ?? "") {
      return true
    }
    return false
  }

  private func isNamedBeside(_ tag: HTMLTag) -> Bool {
    if ["html", "body", "main", "article"].contains(tag.name) { return false }
    let names = ((tag["class"] ?? "") + " " + (tag["id"] ?? "")).lowercased()
    return Self.namesBeside.contains { names.contains($0) }
  }

  private static let besides: Set = [
    "nav", "footer", "aside", "form", "button", "select", "figure", "figcaption", "noscript",
    "template", "svg", "video", "audio", "object", "header", "dialog", "h1", "table",
  ]

  /// Parts of the names that makers of pages give to such elements: words of the web's trade, as
  /// `nav` is, and not of what articles are written in.
  private static let namesBeside = [
    "comment", "related", "newsletter", "share", "sharing", "social", "promo", "advert", "sponsor",
    "cookie", "subscri", "sidebar", "breadcrumb", "caption", "byline", "menu", "recirc",
    "recommend", "footer", "popup", "modal", "signup", "sign-up", "author-", "-author", "authors",
    "outbrain", "taboola", "more-from", "read-more", "readmore", "read-next", "popular",
    "trending", "gallery", "player", "widget", "copyright", "disclaimer", "credit", "tags",
    "topics", "toolbar", "teaser", "timestamp", "dateline", "print-only", "correction-form",
    "most-read", "pagination", "hidden", "visually", "screen-reader", "sr-only", "pullquote",
    "pull-quote", "infobox", "factbox", "inline-links", "next-article", "story-links",
  ]
}

/// The words with one blank between them.
func folding(_ text: String) -> String {
  text.split { $0.isWhitespace }.joined(separator: " ")
}
