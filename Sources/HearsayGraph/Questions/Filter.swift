package import HearsayCore

/// What `where` may ask of a claim.
package enum FilterField: String, Hashable, Sendable, CaseIterable {
  case speaker, outlet
  case document = "doc"
  /// The topic.
  case event
  /// The population.
  case group
  case place, value, hedge, rule
  /// The kind of its origin, or `hedged`, `quoted`, `disputed`, `main`, `part`.
  case status
  /// `figure`, `statement`, or the kind of quantity.
  case kind
  case zone
}

/// How a field is compared.
package enum FilterOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="
  case like = "~"
}

/// With what a field is compared.
package enum FilterValue: Hashable, Sendable {
  case words(String)
  case number(Interval)
}

/// A condition on claims.
package indirect enum Filter: Hashable, Sendable {
  case field(FilterField, FilterOperator, FilterValue)
  /// Bare words: a population, a topic, a speaker, or words of the sentence.
  case words(String)
  case not(Filter)
  case all([Filter])
  case any([Filter])
}

extension ClaimGraph {
  /// Whether the claim in `row` fulfils `filter`, whose words were looked up.
  func matches(_ row: Int, _ filter: PreparedFilter) -> Bool {
    switch filter {
    case .number(let comparison, let interval): matchesNumber(row, comparison, interval)
    case .field(let field, let comparison, let words): matches(row, field, comparison, words)
    case .group(let words) where claims.isFigure(row): matches(row, .group, .equal, words)
    case .words(let words), .group(let words): matchesAnywhere(row, words)
    case .not(let inner): !matches(row, inner)
    case .all(let parts): parts.allSatisfy { matches(row, $0) }
    case .any(let parts): parts.contains { matches(row, $0) }
    }
  }

  func matches(
    _ row: Int, _ field: FilterField, _ comparison: FilterOperator, _ words: FilterWords
  ) -> Bool {
    switch comparison {
    case .equal, .unequal:
      let isThere = texts(of: field, row).contains { containsRun(words.folded, inWordsOf: $0) }
      return isThere == (comparison == .equal)
    case .like: return texts(of: field, row).contains { folded($0).contains(words.joined) }
    case .less, .atMost, .more, .atLeast: return false
    }
  }

  private func matchesNumber(_ row: Int, _ comparison: FilterOperator, _ wanted: Interval) -> Bool {
    guard let quantity = claims[row].proposition.quantity, quantity.vague == nil else {
      return false
    }
    let interval = quantity.interval
    switch comparison {
    case .equal: return says(quantity, wanted)
    case .unequal: return !says(quantity, wanted)
    case .less: return interval.isBelow(wanted)
    case .more: return wanted.isBelow(interval)
    case .atMost:
      return wanted.high.map { Interval(high: $0).contains(interval) } ?? false
    case .atLeast:
      return wanted.low.map { Interval(low: $0).contains(interval) } ?? false
    case .like: return interval.intersects(wanted)
    }
  }

  /// Whether a quantity says `wanted`: the same bounds, or the single number in its words.
  func says(_ quantity: Quantity, _ wanted: Interval) -> Bool {
    if quantity.interval == wanted { return true }
    return quantity.stated.map { wanted.contains($0) } ?? wanted.contains(quantity.interval)
  }

  private func texts(of field: FilterField, _ row: Int) -> [String] {
    let claim = claims[row]
    let proposition = claim.proposition
    let document = document(of: row)
    switch field {
    case .speaker:
      return claim.chain.flatMap { step in
        let organisation = names.organisation(of: step.speaker)
        return [step.speaker.name, names.canonical(step.speaker.name), organisation ?? ""]
      }
    case .outlet: return [document.facts.outlet ?? "unknown", document.facts.republisher ?? ""]
    case .document: return [document.file]
    case .event: return [proposition.topic ?? "", proposition.predicate ?? ""] + proposition.terms
    case .group:
      let lineage = proposition.population.map(rules.lineage) ?? []
      return lineage + [proposition.populationText ?? proposition.quantity?.unit ?? ""]
    case .place: return [proposition.place ?? "", proposition.part ?? ""]
    case .value:
      return [proposition.quantity?.vague ?? "", proposition.quantity?.interval.name ?? ""]
    case .hedge: return claim.hedges + [proposition.quantity?.hedge ?? ""]
    case .rule: return claims.trail(of: row).map(\.rule)
    case .status: return statuses(of: row)
    case .kind: return [claim.kind.rawValue, proposition.quantity?.kind.rawValue ?? ""]
    case .zone: return [claim.zone.rawValue]
    }
  }

  /// What a claim is called under `status`.
  package func statuses(of row: Int) -> [String] {
    let claim = claims[row]
    var statuses = [ownOrigin(row).kind.rawValue, isMain(row) ? "main" : "part"]
    if !claim.hedges.isEmpty { statuses.append("hedged") }
    if claim.quote != nil { statuses.append("quoted") }
    if claim.disputes != nil { statuses.append("disputing") }
    statuses.append(claim.proposition.modality.rawValue)
    return statuses
  }

  private func matchesAnywhere(_ row: Int, _ words: FilterWords) -> Bool {
    if index.isSentence(of: row, among: words.sentences),
      containsRun(words.folded, inWordsOf: claims[row].sentence.text)
    {
      return true
    }
    let fields: [FilterField] = [.group, .event, .speaker, .outlet, .place]
    return fields.contains { matches(row, $0, .equal, words) }
  }
}
