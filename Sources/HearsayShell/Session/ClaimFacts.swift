import HearsayCore
import HearsayFormats
import HearsayGraph

extension Session {
  /// The claims, each with its row.
  var rows: Range<Int> { graph.claims.indices }

  /// How many claims there are.
  package var claimCount: Int { graph.claims.count }

  /// The number a person sees and types for a claim.
  func number(_ row: Int) -> Int { row + 1 }

  /// The row of a typed number.
  func row(numbered number: Int) -> Int? { rows.contains(number - 1) ? number - 1 : nil }

  /// `d3-signal-wire.txt:14`, or with the folder when two files share the name.
  func place(_ row: Int) -> String {
    let claim = graph.claims[row]
    return place(document: claim.document, line: claim.span.line)
  }

  func place(document: Int, line: Int?) -> String {
    var place = shownFiles[document]
    if let line {
      place += ":"
      place += String(line)
    }
    return place
  }

  /// Where the files lie, said once under an answer.
  var folderNote: String? {
    let folders = Set(graph.documents.map { Path.folder($0.file) }).sorted()
    guard folders.count == 1, let folder = folders.first, !folder.isEmpty else { return nil }
    return folder
  }

  /// The outlet of a document as shown.
  func outlet(_ document: Int) -> String {
    let facts = graph.documents[document].facts
    return facts.outlet ?? facts.republisher.map { "\($0) (republished)" } ?? "unknown outlet"
  }

  /// Who a claim goes back to, in words; an outlet's own word says so, and so does what is inferred.
  func who(_ row: Int, _ key: OriginKey) -> String {
    let doubt = key.confidence == .certain ? "" : " (\(key.confidence.rawValue))"
    switch key.kind {
    // Of a copy, the voice is that of the article it was taken from.
    case .unattributed:
      return "no source (\(outlet(of: key) ?? outlet(graph.claims[row].document)))" + doubt
    default: return key.name + doubt
    }
  }

  private func outlet(of key: OriginKey) -> String? {
    key.joinedTo.map { outlet(graph.claims[$0].document) }
  }

  /// For when a figure holds, and how that is known.
  func asOfText(_ row: Int) -> String {
    guard let time = graph.asOf(row) else { return "unknown" }
    switch graph.asOfBasis(row) {
    case .publication: return time.latest == nil ? timeText(time) + "?" : "by " + timeText(time)
    case .inferred: return timeText(time) + "?"
    default: return timeText(time)
    }
  }

  /// The words for those counted.
  func populationText(_ row: Int) -> String {
    let proposition = graph.claims[row].proposition
    return proposition.populationText ?? proposition.population ?? proposition.quantity?.unit ?? ""
  }

  /// A claim in a few words, for reasons: `more than 400 (Jorge Rodríguez)`.
  func brief(_ row: Int) -> String {
    let claim = graph.claims[row]
    return "'\(excerpt(claim.span.text, around: "", most: 60))' (\(claim.origin.speaker.name))"
  }

  /// The row of a claim for programs.
  func data(_ row: Int, _ key: OriginKey, isMain: Bool? = nil) -> JSONObject {
    let claim = graph.claims[row]
    var object = JSONObject()
    addClaim(
      claim, number: number(row), file: graph.documents[claim.document].file,
      origin: OriginLabel(key),
      time: (graph.asOf(row), graph.asOfBasis(row)), isMain: isMain ?? graph.isMain(row),
      to: &object)
    return object
  }
}
