package import HearsayCore

/// A saved news page: the article's own text, and what the page says of it.
package struct WebPage: Sendable {
  /// The article's paragraphs.
  package let paragraphs: [String]
  let facts: WebPageFacts

  /// - Returns: `nil` for a file that is no page.
  package init?(_ text: SourceText) {
    guard Self.isPage(text) else { return nil }
    let tree = HTMLTree(text.bytes)
    facts = WebPageFacts(tree)
    paragraphs = MainText(tree, body: facts.body).paragraphs
  }

  /// By its name, or by how it begins.
  package static func isPage(_ text: SourceText) -> Bool {
    let name = text.name.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") { return true }
    let start = String(decoding: text.bytes.prefix(512), as: UTF8.self).lowercased()
    let first = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return first.hasPrefix("<!doctype html") || first.hasPrefix("<html")
  }

  /// Why a page is not read as an article; `nil` for what is none.
  ///
  /// Claims carry the places of their words in the file, so that its markup cannot simply be left
  /// out, and read as prose it would answer.
  package static func problem(_ text: SourceText) -> Diagnostic? {
    guard isPage(text) else { return nil }
    let name = printable(text.name)
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let article = stem + (name.hasSuffix(".txt") ? "-text.txt" : ".txt")
    let quoted = [name, article].map { $0.contains(" ") ? "\"\($0)\"" : $0 }
    return Diagnostic(
      .error, code: "web-page", file: text.name,
      message: "a web page, not an article's text: "
        + "`hearsay text \(quoted[0]) > \(quoted[1])` makes one of it")
  }
}

/// Finds the element that holds the article, by where long paragraphs stand together.
///
/// After the idea of Arc90's Readability: a paragraph speaks for the element around it, and less
/// for those around that. Where the page gives the whole text as data, that says it better.
private struct MainText {
  let paragraphs: [String]

  private static let leastLength = 25
  private static let leastBody = 250

  init(_ tree: HTMLTree, body: String?) {
    var found = MainTextFinder(tree).paragraphs()
    // Some makers name everything after widgets.
    if found.reduce(0, { $0 + $1.count }) < Self.leastBody {
      let open = MainTextFinder(tree, heedsNames: false).paragraphs()
      let gain = open.reduce(0) { $0 + $1.count } - found.reduce(0) { $0 + $1.count }
      if gain > Self.leastBody { found = open }
    }
    guard let body, body.count >= Self.leastBody else {
      paragraphs = found
      return
    }
    let known = letters(body)
    let fitting = tree.blocks.map(\.text).filter { text in
      text.count >= Self.leastLength && known.contains(letters(text))
    }
    let count = Set(fitting).reduce(0) { $0 + letters($1).count }
    var seen: Set<String> = []
    paragraphs =
      count * 10 > known.count * 8
      ? fitting.filter { seen.insert($0).inserted }
      : found.reduce(0, { $0 + $1.count }) * 10 > body.count * 8 ? found : parts(body)
  }
}

private func parts(_ body: String) -> [String] {
  body.split(whereSeparator: \.isNewline).map { folding(String($0)) }.filter { !$0.isEmpty }
}

/// The text by its letters and digits: marks and blanks differ between a page and its data.
private func letters(_ text: String) -> String {
  String(
    text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.value < 58 && $0.value > 47 }
      .map(Character.init))
}

private struct MainTextFinder {
  private let tree: HTMLTree
  /// Whether an element, or one around it, is beside the article.
  private var isBeside: [Bool]

  /// Unless it `heedsNames`, nothing is beside the article for what its element is called.
  init(_ tree: HTMLTree, heedsNames: Bool = true) {
    self.tree = tree
    isBeside = tree.elements.map { _ in false }
    isBeside = besides(heedsNames)
  }

  func paragraphs() -> [String] {
    let scores = self.scores()
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else {
      return tree.blocks.filter { !isBeside[$0.element] }.map(\.text)
    }
    var isInside = tree.elements.map { _ in false }
    for element in tree.elements.indices.dropFirst() {
      isInside[element] = element == best || isInside[tree.elements[element].parent]
    }
    let inside = tree.blocks.filter { isInside[$0.element] && !isBeside[$0.element] }
    var seen: Set<String> = []
    let kept = inside.filter { isText($0) && seen.insert($0.text).inserted }
    let end = kept.lastIndex { !isHeading($0) }.map { $0 + 1 } ?? kept.count
    return kept[..<end].map(\.text)
  }

  private func isHeading(_ block: HTMLTree.Block) -> Bool {
    let name = tree.elements[block.element].name
    return name.count == 2 && name.first == "h"
  }

  /// What is mostly links, or too short to be a sentence, is furniture.
  private func isText(_ block: HTMLTree.Block) -> Bool {
    if block.linked * 2 > block.text.count, block.text.count < 300 { return false }
    return block.text.count > 1
  }

  /// An element that holds most of the page is not beside it, whatever its makers call it.
  private func besides(_ heedsNames: Bool) -> [Bool] {
    var sizes = tree.elements.map { _ in 0 }
    for block in tree.blocks where tree.elements[block.element].name == "p" {
      sizes[block.element] += block.text.count
    }
    for element in tree.elements.indices.dropFirst().reversed() {
      sizes[tree.elements[element].parent] += sizes[element]
    }
    var found = tree.elements.map { _ in false }
    for (row, element) in tree.elements.enumerated().dropFirst() {
      let isMost = sizes[row] * 2 > sizes[0]
      let isBeside = element.isBeside || (heedsNames && element.isNamedBeside)
      found[row] = found[element.parent] || (isBeside && !isMost)
    }
    return found
  }

  private func scores() -> [Double] {
    var scores = tree.elements.map { _ in 0.0 }
    for block in tree.blocks where !isBeside[block.element] && block.text.count >= 25 {
      let name = tree.elements[block.element].name
      guard block.linked * 2 < block.text.count,
        ["p", "pre", "blockquote", "li", "div", "section"].contains(name)
      else { continue }
      let commas = block.text.utf8.count { $0 == UInt8(ascii: ",") }
      let score = 1 + Double(commas) + min(Double(block.text.count) / 100, 3)
      var element =
        ["div", "section"].contains(name) ? block.element : tree.elements[block.element].parent
      for share in [1, 0.7, 0.4] where element > 0 {
        scores[element] += score * share
        element = tree.elements[element].parent
      }
    }
    return scores
  }
}
