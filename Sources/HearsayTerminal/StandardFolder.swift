/// Folders of a person's own, after the XDG Base Directory Specification.
public enum StandardFolder: Sendable {
  /// What the program remembers: `$XDG_STATE_HOME/hearsay`, or `~/.local/state/hearsay`.
  case state
  /// What the person wrote for it: `$XDG_CONFIG_HOME/hearsay`, or `~/.config/hearsay`.
  case config

  /// The folder, which need not be there.
  ///
  /// `nil` without a home.
  public var path: String? { path(environment: environment) }

  /// A relative path in a variable is not heard, as the specification demands.
  func path(environment: (String) -> String?) -> String? {
    let (variable, otherwise) =
      switch self {
      case .state: ("XDG_STATE_HOME", "/.local/state")
      case .config: ("XDG_CONFIG_HOME", "/.config")
      }
    if let folder = environment(variable), folder.hasPrefix("/") { return folder + "/hearsay" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + otherwise + "/hearsay"
  }
}
