import HearsayFormats
import Testing

@testable import HearsayShell

/// `expect` holds the last answer against what somebody wrote down.
@Suite struct ExpectationTests {
  @Test(
    "holds for what the answer shows",
    arguments: [
      "rows 0", "words \"five articles\"", "error \"no command\"",
    ])
  func needsAnAnswer(_ words: String) throws {
    var session = try seedSession("seeds/korrin-valley")
    let result = session.perform("expect \(words)")
    #expect(result.hasFailed)
    #expect(!result.hasDisappointed)
    #expect(result.messages.joined().contains("nothing has been asked yet"))
  }

  @Test(
    "is silent when the answer is as expected",
    arguments: [
      ("compare damage", "conflicts 1"),
      ("compare damage", "claims 4"),
      ("compare damage", "conflict \"up to 180 million crowns\" \"at least 210 million crowns\""),
      ("compare damage", "agree \"about fifty million\" \"between 40 and 55 million\""),
      ("compare damage", "verdict conflict"),
      ("compare damage", "words \"one is narrower than the other\""),
      ("compare damage", "no words \"sheep\""),
      ("compare damage", "row 1 speaker = \"Finance Ministry\""),
      ("compare damage", "row 1 speaker ~ finance"),
      ("compare homeless", "value \"640\" = 640"),
      ("who said 34", "value \"at least thirty-four\" = at least 34"),
      ("compare nothing-of-the-kind", "error \"no claim is about\""),
      ("bogus", "error unknown-command"),
    ])
  func isMet(_ command: String, _ expectation: String) throws {
    var session = try seedSession("seeds/korrin-valley")
    _ = session.perform(command)
    let result = session.perform("expect \(expectation)")
    #expect(!result.hasFailed, "\(result.messages)")
    #expect(result.output.isEmpty)
  }

  @Test(
    "says what was wanted and what came",
    arguments: [
      ("compare damage", "conflicts 2", "wanted 2 conflicts; got 1 conflict"),
      ("compare damage", "conflict \"180 million\" \"about fifty\"", "got none"),
      ("compare damage", "agree \"180 million\" \"210 million\"", "got a conflict"),
      ("compare damage", "words sheep", "got an answer without them"),
      ("compare damage", "row 1 speaker = nobody", "got Finance Ministry"),
      ("compare damage", "value \"up to 180 million\" = 180", "got ≤180"),
      ("compare damage", "verdict supersedes", "got"),
      ("compare damage", "error \"no claim\"", "got an answer"),
      ("bogus", "error \"no claim\"", "no command is named 'bogus'"),
    ])
  func isNotMet(_ command: String, _ expectation: String, _ says: String) throws {
    var session = try seedSession("seeds/korrin-valley")
    _ = session.perform(command)
    let result = session.perform("expect \(expectation)")
    #expect(result.hasDisappointed)
    #expect(result.messages.joined().contains(says), "\(result.messages)")
  }

  @Test(
    "points at what cannot be expected",
    arguments: [
      ("clams 5", "did you mean 'claims'"), ("claims many", "whole number"),
      ("row 1 speker = x", "did you mean 'speaker'"), ("row 999 speaker = x", "no row 999"),
      ("value \"sheep\" = 5", "does not show"), ("", "what is expected"),
    ])
  func isWrong(_ expectation: String, _ says: String) throws {
    var session = try seedSession("seeds/korrin-valley")
    _ = session.perform("compare damage")
    let result = session.perform("expect \(expectation)")
    #expect(result.hasFailed)
    #expect(!result.hasDisappointed)
    #expect(result.messages.joined().contains(says), "\(result.messages)")
  }

  @Test("leaves the last answer as it was")
  func keepsTheAnswer() throws {
    var session = try seedSession("seeds/korrin-valley")
    let first = session.perform("compare damage").output
    _ = session.perform("expect claims 5")
    #expect(session.perform("last").output == first)
  }
}
