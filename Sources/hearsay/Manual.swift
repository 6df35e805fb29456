import ArgumentParser
import HearsayShell

/// `hearsay --generate-manual`, beside the parser's own `--generate-completion-script`.
func asksForManual(_ arguments: [String]) -> Bool { arguments == ["--generate-manual"] }

/// The manual page: commands as the shell declares them, options as the argument parser has them.
func manual() -> String {
  let programs = Hearsay.configuration.subcommands.map { command in
    let configuration = command.configuration
    return (
      usage: usage(of: command), summary: configuration.abstract,
      options: options(of: command)
    )
  }
  return manualPage(
    version: Hearsay.configuration.version, options: options(of: Hearsay.self), programs: programs)
}

/// `extract [--rules <rules> ...] <files> ...`.
private func usage(of command: any ParsableCommand.Type) -> String {
  let lines = command.helpMessage(columns: 4000).split(separator: "\n")
  let line = lines.first { $0.hasPrefix("USAGE: ") }.map { String($0.dropFirst("USAGE: ".count)) }
  return line ?? command.configuration.commandName ?? ""
}

/// Arguments and options from what the parser prints for people: a name, blanks, what it does.
private func options(of command: any ParsableCommand.Type) -> [(name: String, summary: String)] {
  let whole = command.helpMessage(columns: 4000)
  let end = whole.firstRange(of: "SUBCOMMANDS:")?.lowerBound ?? whole.endIndex
  var options: [(name: String, summary: String)] = []
  var name = ""
  for line in whole[..<end].split(separator: "\n") where line.hasPrefix("  ") {
    let isIndented = line.hasPrefix("      ")
    let text = String(line.drop { $0 == " " })
    guard let gap = isIndented ? text.startIndex..<text.startIndex : text.firstRange(of: "  ")
    else {
      name = text
      continue
    }
    if !isIndented { name = String(text[..<gap.lowerBound]) }
    let summary = String(text[gap.upperBound...].drop { $0 == " " })
    if !name.isEmpty { options.append((name, summary)) }
    name = ""
  }
  return options
}
