import HearsayCore
import Testing

@testable import HearsayShell

/// Saved news pages: the article without the page, and what the page says of itself.
struct WebPageTests {
  static let page = """
    <!DOCTYPE html><html><head><title>Eleven freed in Brask | Northbank Tribune</title>
    <meta property="og:site_name" content="Northbank Tribune">
    <link rel="canonical" href="https://northbank.example/eleven">
    <script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"],
      "headline": "Eleven freed in Brask", "datePublished": "2026-01-14T08:30:00Z",
      "author": [{"name": "Ana Vega"}, "Jo Roe"]}]}</script>
    <script>if (1 < 2) { "<p>no text, at all, of the article, and quite long</p>" }</script></head>
    <body><nav><ul><li><a href="/">Home</a><li><a href="/s">Sport</a></ul></nav>
    <div class="wrap related-none"><h1>Eleven freed in Brask</h1><div class="byline">By Ana Vega</div>
    <p>BRASK &mdash; At least 11 people were freed on Monday, the mayor&#8217;s office said.
    <p>&ldquo;Nobody knows more,&rdquo; said <b>Jo</b> <a href="/roe">Roe</a>, who counts them.</p>
    <aside><p>Sign up for our newsletter, which is free, short, and comes daily.</p></aside>
    <figure><figcaption>A gate, a guard, and a queue, in January.</figcaption></figure>
    <p>The list, he said, has not been published, and nobody knows when it will be.</p></div>
    <!-- <p>A comment, with commas, is no text, of course.</p> -->
    <footer><p>Copyright 2026, all rights reserved, by the Northbank Tribune.</p></footer></body></html>
    """

  static func read(_ text: String, name: String = "a.html") -> WebPage? {
    WebPage(SourceText(name: name, text: text))
  }

  @Test func `the article's own paragraphs are left`() throws {
    let page = try #require(Self.read(Self.page))
    #expect(
      page.paragraphs == [
        "BRASK — At least 11 people were freed on Monday, the mayor’s office said.",
        "“Nobody knows more,” said Jo Roe, who counts them.",
        "The list, he said, has not been published, and nobody knows when it will be.",
      ])
  }

  @Test func `what the page says of itself is found`() throws {
    let facts = try #require(Self.read(Self.page)).facts
    #expect(facts.title == "Eleven freed in Brask")
    #expect(facts.authors == ["Ana Vega", "Jo Roe"])
    #expect(facts.published == "2026-01-14T08:30:00Z")
    #expect(facts.publisher == "Northbank Tribune")
    #expect(facts.url == "https://northbank.example/eleven")
  }

  @Test func `what is no page is none`() {
    #expect(
      Self.read("Eleven freed\n\nAt least 11 people <b>were</b> freed.", name: "a.txt") == nil)
    #expect(Self.read(" \n<!DOCTYPE html><p>x", name: "saved") != nil)
  }

  @Test(arguments: [
    ("a &amp; b &lt; &#x201C;c&#8221; &#146; &nosuch; & &", "a & b < “c” ’ &nosuch; & &"),
    ("caf&eacute;&hellip;", "café…"), ("&#0; &#1114112; &#xD800;", "\0 &#1114112; &#xD800;"),
  ])
  func `entities are the letters they stand for`(_ text: String, _ letters: String) {
    #expect(withoutEntities(text) == letters)
  }

  /// Whatever the bytes, there is an end to it and no trap.
  @Test func `any bytes are read to the end`() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "<", ">", "</", "<p>", "</p>", "<div class=\"", "\"", "'", "=", "<!--", "-->", "<script",
      "</script>", "<title>", "&#", "&", ";", "é", "\u{0}", "<a href=", "<br", "/>", "x, y",
    ]
    for _ in 0..<300 {
      let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(Self.read(text) != nil)
    }
    for text in [
      String(repeating: "<div>", count: 20_000), String(repeating: "<script>", count: 20_000),
    ] {
      #expect(Self.read(text) != nil)
    }
  }

  @Test func `a page is not loaded as if it were prose, and the message says what to do`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    let before = session.perform("claims").output
    disk.put("more/a b.html", Array("<p>At least 7 people were killed, police said.</p>".utf8))
    disk.put("more/plain.txt", Array("<!DOCTYPE html><p>9 people were killed.</p>".utf8))
    disk.put("pages/c.htm", Array("<html><p>9 people were killed.</p>".utf8))
    let found = session.load(["more/a b.html", "more/plain.txt"])
    #expect(found.map(\.code) == ["web-page", "web-page"])
    #expect(found[0].message.contains("`hearsay text \"more/a b.html\" > \"more/a b.txt\"`"))
    #expect(found[1].message.contains("> more/plain-text.txt`"))
    #expect(session.perform("claims").output == before)
    #expect(session.load(["pages"]).first?.message.contains("hearsay text PAGE.html") == true)
  }
}
