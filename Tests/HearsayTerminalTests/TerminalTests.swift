import Testing

@testable import HearsayTerminal

struct TerminalTests {
  static let colours: [(environment: [String: String], takesColour: Bool)] = [
    (["TERM": "xterm-256color"], true),
    (["TERM": "xterm", "NO_COLOR": ""], true),
    (["TERM": "xterm", "NO_COLOR": "1"], false),
    (["TERM": "xterm", "NO_COLOR": "0"], false),
    (["TERM": "dumb"], false),
    (["TERM": ""], false),
    ([:], false),
    (["TERM": "dumb", "CLICOLOR_FORCE": "1"], false),
  ]

  @Test(arguments: colours)
  func `takes colour where it is welcome`(_ variables: [String: String], _ takesColour: Bool) {
    let found = Terminal.takesColour(isTerminal: true, environment: { variables[$0] })
    #expect(found == takesColour)
  }

  @Test func `takes no colour where there is no terminal, even by force`() {
    let variables = ["TERM": "xterm", "CLICOLOR_FORCE": "1"]
    #expect(!Terminal.takesColour(isTerminal: false, environment: { variables[$0] }))
  }
}
