package import HearsayCore

/// A question to the graph as a value.
package enum Query: Sendable {
  case compare(Asked, Scope)
  case whoSaid(Said, Scope)
  case claims(Asked?, Scope)
  case conflicts(Asked?, Scope)
  case sources(Scope)
  case documents(Scope)
  case topics(Scope)
  case trace(TraceStart, Scope)
  case show(Int)
  case why(Int)
  case explain(Int, Int)
  case whoIs(String)
  case names
  case aliases
}

/// What the graph answers: values only; nothing is drawn here.
package enum Answer: Sendable {
  case compare(CompareAnswer)
  case whoSaid(WhoSaidAnswer)
  case claims([Int])
  case conflicts(ConflictsAnswer)
  case sources([SourceRow])
  case documents([DocumentRow])
  case topics([TopicRow])
  case trace(TraceAnswer)
  case show(ShowAnswer)
  case why(WhyAnswer)
  case explain(Comparison)
  case names([NameRow])
  case aliases([AliasProposal])
  /// There is no such claim.
  case noSuchClaim(Int)
}

extension ClaimGraph {
  /// Answers `query`: the same graph always gives the same answer.
  package func answer(_ query: Query) -> Answer {
    switch query {
    case .compare(let asked, let scope): .compare(compare(asked, scope))
    case .whoSaid(let said, let scope): .whoSaid(whoSaid(said, scope))
    case .claims(let asked, let scope): .claims(claimList(asked, scope))
    case .conflicts(let asked, let scope): .conflicts(conflicts(asked, scope))
    case .sources(let scope): .sources(sources(scope))
    case .documents(let scope): .documents(documentList(scope))
    case .topics(let scope): .topics(topics(scope))
    case .trace(let start, let scope): .trace(trace(start, scope))
    case .show(let row): show(row).map(Answer.show) ?? .noSuchClaim(row)
    case .why(let row): why(row).map(Answer.why) ?? .noSuchClaim(row)
    case .explain(let one, let other): explain(one, other).map(Answer.explain) ?? .noSuchClaim(one)
    case .whoIs(let name): .names(whoIs(name))
    case .names: .names(bearers())
    case .aliases: .aliases(aliasProposals())
    }
  }
}
