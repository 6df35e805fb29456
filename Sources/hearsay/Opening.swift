import HearsayCore
import HearsayShell
import HearsayTerminal

/// Loads while a person waits for the first prompt: Ctrl-C gives the loading up and goes on to the
/// prompt, and a second one leaves.
///
/// Of a corpus that was given up nothing is kept: half of one would answer as if it were whole.
func loadPatiently(_ paths: [String], into session: inout Session) -> [Diagnostic] {
  Interruption.watchOnce()
  let work = SessionWork(loading: paths, in: session)
  let outcome = work.outcome { Interruption.isRequested }
  guard Interruption.isRequested else {
    if let outcome { session = outcome.session }
    return outcome?.value ?? []
  }
  session.progress?(.givenUp)
  reportInterruption("loading was stopped: no article was kept")
  Interruption.forget()
  // The rules are there in a moment.
  return session.load([])
}

/// The terminal has written `^C` where the cursor stood.
func reportInterruption(_ message: String) {
  Output.report(Output.errorsAreShown ? "\n" + message : message)
}
