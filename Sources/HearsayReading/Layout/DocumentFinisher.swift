import HearsayCore

/// Puts together what a manifest knows and what the page says of itself.
func finishDocument(
  _ draft: inout Draft, _ findings: LayoutFindings, _ tables: LayoutTables
) {
  var document = draft.document
  let known = draft.known
  document.headline = (findings.headline ?? findings.footerHeadline).map { draft.bytes($0) }
  document.bylines = findings.bylines
  if document.bylines.isEmpty, let byline = known.byline, !byline.isEmpty {
    document.bylines = knownBylines(byline, tables.bylineJoins)
  }
  document.outlet = known.outlet ?? findings.firstOutlet ?? findings.outlet
  if let first = findings.firstOutlet, let printed = known.outlet ?? findings.outlet,
    !isSameOutlet(first, printed, tables.outletArticles)
  {
    // The footer names the first printer; who is known to have it in this form printed it again.
    document.outlet = first
    document.republisher = printed
  }
  var flags = findings.flags
  if document.outlet == nil { flags.insert(.noOutlet) }
  if document.bylines.isEmpty { flags.insert(.noByline) }
  document.flags = DocumentFlag.allCases.filter {
    flags.contains($0) || document.flags.contains($0)
  }
  draft.document = document
}

/// `A, B and C` as three names.
private func knownBylines(_ byline: String, _ joins: Set<String>) -> [String] {
  byline.split(separator: ",").flatMap { part in
    part.split(separator: " ").split { joins.contains(String($0)) }.map {
      $0.joined(separator: " ")
    }
  }
}

/// Whether two names of outlets differ at most in case and in the article before them.
private func isSameOutlet(_ one: String, _ other: String, _ articles: Set<String>) -> Bool {
  func bare(_ name: String) -> ArraySlice<Substring> {
    let words = name.lowercased().split(separator: " ")
    let isLed = words.count > 1 && articles.contains(String(words[0]))
    return words.dropFirst(isLed ? 1 : 0)
  }
  return bare(one) == bare(other)
}
