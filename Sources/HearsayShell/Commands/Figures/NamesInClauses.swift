import HearsayCore
import HearsayGraph

// What clauses name must be there.

extension Session {
  /// The words of a clause that name nothing in the corpus.
  func checkWords(_ clauses: Clauses) throws(LineProblem) {
    if let speaker = clauses.speaker, !hasClaim(in: Scope(by: speaker.text)) {
      throw unknownName(speaker)
    }
    if let place = clauses.place,
      !hasClaim(in: Scope(in: documentName(place.text)))
    {
      throw LineProblem(
        "unknown-place", place.range, "no article, outlet or place is named '\(place.text)'",
        suggestions: nearestWords(to: place.text, among: placeWords),
        allowed: "`articles` lists them")
    }
    for value in clauses.values { try check(value) }
  }

  /// A value that no claim has: then nothing could fit, and most likely it is a slip.
  private func check(_ value: FieldValue) throws(LineProblem) {
    let words = value.field == .document ? documentName(value.words.text) : value.words.text
    guard !hasClaim(in: Scope(where: .field(value.field, .equal, .words(words)))) else { return }
    throw LineProblem(
      "unknown-value", value.words.range,
      "no claim has the \(value.field.rawValue) '\(value.words.text)'",
      suggestions: nearestWords(to: value.words.text, among: known(value.field)),
      allowed: "Tab behind `\(value.field.rawValue) =` lists those there are")
  }

  private func known(_ field: FilterField) -> [String] {
    switch field {
    case .speaker: speakerNames
    case .outlet, .place: placeWords
    case .event: eventWords
    case .group: graph.rules.populations.map(\.name)
    default: []
    }
  }

  func hasClaim(in scope: Scope) -> Bool { graph.hasClaim(in: scope) }

  private var placeWords: [String] {
    let outlets = graph.documents.compactMap(\.facts.outlet)
    let places = graph.claims.compactMap(\.proposition.place)
    return Set(outlets + places).sorted()
  }

  /// Everybody who says something, and every name in the articles.
  var speakerNames: [String] {
    Set(graph.claims.flatMap { $0.chain.map(\.speaker.name) }).sorted()
  }

  func unknownName(_ phrase: Phrase) -> LineProblem {
    let known = Set(speakerNames + graph.documents.flatMap { $0.entities.map(\.canonical) })
    return LineProblem(
      "unknown-name", phrase.range, "nobody is named '\(phrase.text)'",
      suggestions: nearestWords(to: phrase.text, among: known.sorted()),
      allowed: "`sources` lists who says something")
  }
}
