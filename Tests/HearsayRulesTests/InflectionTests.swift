import HearsayRules
import HearsayTestSupport
import Testing

struct InflectionTests {
  static let verbs: [(lemma: String, forms: String)] = [
    ("release", "release releases released releasing"),
    ("free", "free frees freed freeing"),
    ("let go", "let go,lets go,letting go"),
    ("stop", "stop stops stopped stopping"),
    ("deny", "deny denies denied denying"),
    ("admit", "admit admits admitted admitting"),
    ("enter", "enter enters entered entering"),
    ("die", "die dies died dying"),
    ("quit", "quit quits quitting"),
    ("take", "take takes took taken taking"),
    ("be", "be is was were been being"),
    ("echo", "echo echoes echoed echoing"),
    ("panic", "panic panics panicked panicking"),
    ("obey", "obey obeys obeyed obeying"),
    ("fail", "fail fails failed failing"),
  ]

  @Test(arguments: verbs)
  func `a verb has all its forms`(_ lemma: String, _ forms: String) throws {
    let inflection = Inflection(try testRules())
    let separator: Character = forms.contains(",") ? "," : " "
    #expect(inflection.verb(lemma).all == forms.split(separator: separator).map(String.init))
  }

  static let nouns: [(noun: String, plural: String)] = [
    ("prisoner", "prisoners"), ("woman", "women"), ("political prisoner", "political prisoners"),
    ("city", "cities"), ("church", "churches"), ("day", "days"),
  ]

  @Test(arguments: nouns)
  func `a noun has its plural`(_ noun: String, _ plural: String) throws {
    #expect(Inflection(try testRules()).plural(noun) == plural)
  }
}
