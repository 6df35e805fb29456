package import HearsayCore

/// The diagnostics with long runs of one kind cut.
///
/// Ten thousand empty files need ten thousand
/// messages from nobody. The first `most` of each code stay, and one more says how many there are.
package func shortened(_ diagnostics: [Diagnostic], most: Int = 20) -> [Diagnostic] {
  var counts: [String: Int] = [:]
  var kept: [Diagnostic] = []
  var codes: [String] = []
  for diagnostic in diagnostics {
    if counts[diagnostic.code] == nil { codes.append(diagnostic.code) }
    counts[diagnostic.code, default: 0] += 1
    if counts[diagnostic.code, default: 0] <= most { kept.append(diagnostic) }
  }
  for code in codes {
    guard let count = counts[code], count > most,
      let like = diagnostics.last(where: { $0.code == code })
    else { continue }
    kept.append(
      Diagnostic(
        like.severity, code: code,
        message: "\(count - most) more like these, the last of them \(like.file ?? "here"): "
          + like.message))
  }
  return kept
}
