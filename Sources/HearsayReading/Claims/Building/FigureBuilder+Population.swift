import HearsayCore
import HearsayText

// Whom a figure counts.
extension FigureBuilder {
  /// `one man`, `a woman`: one person, no population of men.
  var isOneOfAnyKind: Bool {
    guard frame.quantity.stated == .one, let unit = frame.unit, unit.count == 1,
      unit.start == frame.number.end || frame.rule == SinglePersonFinder.rule
    else { return false }
    return tables.anyPersons.contains(draft.tokens[unit.start].word)
  }

  /// `six of its soldiers were there and two of them died`: soldiers too.
  func ofThem(_ last: FormerFigure?) -> String? {
    let end = frame.number.end
    guard let last, frame.quantity.kind == .count, last.frame.sentence == frame.sentence,
      end + 1 < frame.sentence.end, tables.ofWords.contains(draft.tokens[end].word),
      draft.classes[end + 1] == .objectPronoun || draft.classes[end + 1] == .relative
        || draft.classes[end + 1] == .whWord
    else { return nil }
    return last.about.populationText
  }

  mutating func findPopulation(_ last: FormerFigure?) {
    let finder = PopulationFinder(context: context, hits: hits)
    proposition.populationText = frame.unit.map { draft.words($0) } ?? counted ?? ofThem(last)
    if isOneOfAnyKind { proposition.populationText = tables.personNoun }
    let near = last.map { frame.sentence.start - $0.frame.sentence.end < 4 } ?? false
    // `a mass release` counts whom the release is of, and not those counted before.
    let isBare = frame.unit == nil && frame.quantity.kind == .count
    let continues = isPart || (near && isBare && frame.rule != LooseFigureFinder.mannerRule)
    let before = continues ? last?.about.population : nil
    let continued = tables.population(named: before)
    if let row = finder.population(of: frame, bearing, continued: continued) {
      proposition.population = tables.populations[row].name
      trail.append(
        fired(
          tables.populations[row].rule, frame.phrase, "population", tables.populations[row].name))
    }
    if let contested = finder.contested(in: frame), !speakers.isEmpty {
      contest = tables.populations[contested.row].name
      trail.append(
        fired(tables.populations[contested.row].rule, contested.tokens, "contests the label"))
    }
  }
}
