import HearsayCore
import HearsayRules
import HearsayText

/// Finds names and their bearers.
///
/// - Complexity: O(*n*) in the number of tokens; beyond the capitals only the words beside a name
///   are looked at.
func readNames(_ draft: inout Draft, _ tables: NameTables, _ lexicon: Lexicon) {
  var finder = NameFinder(draft, tables, lexicon)
  for (row, sentence) in draft.sentences.enumerated() { finder.read(sentence, row: row) }
  var resolver = NameResolver(finder)
  resolver.addRoles()
  resolver.group()
  resolver.join()
  let (entities, names) = resolver.bearers(in: draft)
  draft.entities = entities
  draft.names = names
  markWriters(&draft)
}

/// Marks those who are named in bylines only.
private func markWriters(_ draft: inout Draft) {
  var isInText = Array(repeating: false, count: draft.entities.count)
  var sentence = 0
  for name in draft.names {
    while sentence < draft.sentences.count,
      draft.sentences[sentence].tokens.end <= name.tokens.start
    { sentence += 1 }
    guard sentence < draft.sentences.count else { break }
    if draft.sentences[sentence].zone != .byline { isInText[name.value] = true }
  }
  for row in draft.entities.indices where draft.entities[row].kind == .person {
    draft.entities[row].isWriter = !isInText[row]
  }
}
