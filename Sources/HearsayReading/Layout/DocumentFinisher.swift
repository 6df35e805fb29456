import HearsayCore

/// Puts together what a manifest knows and what the page says of itself.
func finishDocument(_ draft: inout Draft, _ findings: LayoutFindings) {
  var document = draft.document
  let known = draft.known
  document.headline = (findings.headline ?? findings.footerHeadline).map { draft.bytes($0) }
  document.bylines = findings.bylines
  if document.bylines.isEmpty, let byline = known.byline, !byline.isEmpty {
    document.bylines = knownBylines(byline)
  }
  document.outlet = known.outlet ?? findings.firstOutlet ?? findings.outlet
  if let first = findings.firstOutlet, let printed = known.outlet ?? findings.outlet,
    !isSameOutlet(first, printed)
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
private func knownBylines(_ byline: String) -> [String] {
  var names: [String] = []
  for part in byline.split(separator: ",") {
    var words: [Substring] = []
    for word in part.split(separator: " ") {
      if word == "and" {
        if !words.isEmpty { names.append(words.joined(separator: " ")) }
        words = []
      } else {
        words.append(word)
      }
    }
    if !words.isEmpty { names.append(words.joined(separator: " ")) }
  }
  return names
}

private func isSameOutlet(_ one: String, _ other: String) -> Bool {
  func bare(_ name: String) -> String {
    let low = name.lowercased()
    return low.hasPrefix("the ") ? String(low.dropFirst(4)) : low
  }
  return bare(one) == bare(other)
}
