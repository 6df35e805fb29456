import ArgumentParser
import HearsayShell

/// Whether the program is asked what it can do; a subcommand answers for itself.
func asksForHelp(_ arguments: [String]) -> Bool {
  let names = subcommandNames()
  guard let first = arguments.first, !names.contains(first) else { return false }
  if arguments == ["help"] { return true }
  return arguments.prefix { $0 != "--" }.contains { ["--help", "-h"].contains($0) }
}

/// `hearsay --help`: the one screen of `help`, and what is said on the command line only.
func helpText() -> String {
  let names = subcommandNames()
  let usage = [
    "hearsay [CORPUS…] [OPTION…]     the shell; with -c or -f, commands of it",
    "hearsay \(names.joined(separator: "|")) …",
    "                                `hearsay \(names.first ?? "") --help` and so on",
  ]
  let page = draw(overviewPage(), as: .table)
  return usage.joined(separator: "\n") + "\n\n" + page + "\n" + options() + "\n"
}

/// What the argument parser says from its arguments on, without what stands above already.
private func options() -> String {
  let whole = Hearsay.helpMessage(columns: 80)
  let start = whole.firstRange(of: "ARGUMENTS:")?.lowerBound ?? whole.startIndex
  let end = whole.firstRange(of: "SUBCOMMANDS:")?.lowerBound ?? whole.endIndex
  return String(whole[start..<end]).trimmedAtEnd
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

/// `hearsay help extract`, as `hearsay extract --help`; `nil` for what is no subcommand.
func helpText(of name: String) -> String? {
  let named = Hearsay.configuration.subcommands.first { $0.configuration.commandName == name }
  return named.map { Hearsay.helpMessage(for: $0, columns: 80) + "\n" }
}

/// The names of the subcommands, in their order.
func subcommandNames() -> [String] {
  Hearsay.configuration.subcommands.compactMap { $0.configuration.commandName }
}
