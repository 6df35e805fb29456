import ArgumentParser

/// `hearsay [CORPUS…]`: the shell, and the commands for other programs.
struct Hearsay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay", abstract: "Who said what, and does it fit?", version: "0.1.0",
    subcommands: [ExtractCommand.self, SegmentCommand.self])
}
