/// What is known of the work that this thread does.
///
/// A person who presses Ctrl-C gets the prompt back at once; what they gave up should not go on for
/// minutes beside it. Loops that can be long ask, and end with whatever they have: nobody sees it.
public enum Work {
  /// Whether nobody waits for it any more.
  @TaskLocal public static var isGivenUp: @Sendable () -> Bool = { false }
}
