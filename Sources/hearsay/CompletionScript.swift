import ArgumentParser
import HearsayShell

/// The script behind `--generate-completion-script bash`; `nil` when something else is asked.
///
/// It is made of a twin of the program that takes no articles: where a word may be a subcommand or
/// one of any number of files, the argument parser writes a script that zsh refuses, and that
/// offers no subcommand in bash and fish. Files are put in here.
func completionScript(for arguments: [String]) -> String? {
  guard arguments.count == 2, arguments[0] == "--generate-completion-script",
    let shell = CompletionShell.allCases.first(where: { $0.rawValue == arguments[1] })
  else { return nil }
  let script = Twin.completionScript(for: shell)
  return switch shell {
  case .bash: withFilesForBash(script)
  case .zsh: withFilesForZsh(script)
  case .fish: withFilesForFish(script)
  default: script
  }
}

private struct Twin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay", version: Hearsay.configuration.version,
    subcommands: Hearsay.configuration.subcommands)

  @OptionGroup var options: HearsayOptions
}

/// Behind the first article options are offered too.
private func withFilesForBash(_ script: String) -> String {
  let names = subcommandNames() + ["help"]
  let place = "        COMPREPLY+=($(compgen -W '\(names.joined(separator: " "))' -- \"${cur}\"))\n"
  let more = #"""
            if [[ "${cur}" = -* ]]; then
                COMPREPLY=($(compgen -W "${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
            else
                __hearsay_add_completions -f
            fi

    """#
  return replaced(script, place, place + more)
}

private func withFilesForZsh(_ script: String) -> String {
  let subcommands = "        _describe -V subcommand subcommands && ret=0\n"
  let argument = "            \"_hearsay_${words[1]}\" && ret=0\n            ;;\n"
  let files = "        *)\n            _files && ret=0\n            ;;\n"
  return replaced(
    replaced(script, subcommands, subcommands + "        _files && ret=0\n"), argument,
    argument + files)
}

/// Commands of two words, such as `who said`, would be two completions.
private func withFilesForFish(_ script: String) -> String {
  let names = Command.all.map(\.name)
  let whole = names.map { replaced($0, " ", "\\\\ ") }
  let condition = "__hearsay_should_offer_completions_for_positional \"hearsay\" -ge 1"
  return replaced(script, names.joined(separator: " "), whole.joined(separator: " "))
    + "\ncomplete -c 'hearsay' -n '\(condition)' -F\n"
}

private func replaced(_ text: String, _ old: String, _ new: String) -> String {
  text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
}
