import Testing

@testable import HearsayText

struct VocabularyTests {
  static let forms = [
    "", "a", "eightlet", "nine-lett", "sixteen-letters!", "seventeen-letters",
    String(repeating: "long", count: 50), "é", "ångström-längden",
  ]

  @Test(arguments: forms)
  func `a form of any length keeps its number`(_ form: String) {
    var vocabulary = Vocabulary()
    #expect(vocabulary.find(form) == (form.isEmpty ? 0 : nil))
    let word = vocabulary.intern(Array(form.utf8))
    #expect(vocabulary.intern(Array(form.utf8)) == word)
    #expect(vocabulary.find(form) == word)
    #expect(vocabulary.text(word) == form)
  }

  @Test
  func `thousands of forms stay apart`() {
    var vocabulary = Vocabulary()
    var words: [WordID] = []
    for number in 0..<30_000 {
      words.append(vocabulary.intern(Array("w\(number)".utf8)))
      words.append(vocabulary.intern(Array("a-longer-\(number)".utf8)))
      words.append(vocabulary.intern(Array("the-longest-of-all-\(number)".utf8)))
    }
    #expect(Set(words).count == 90_000)
    #expect(vocabulary.find("a-longer-29999") == words[89_998])
    #expect(vocabulary.find("a-longer-30000") == nil)
  }

  @Test
  func `a zero byte makes another form`() {
    var vocabulary = Vocabulary()
    let plain = vocabulary.intern([0x61])
    let longer = vocabulary.intern([0x61, 0])
    #expect(plain != longer)
    #expect(vocabulary.intern([0x61, 0]) == longer)
  }
}
