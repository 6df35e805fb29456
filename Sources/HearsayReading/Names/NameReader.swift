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
}
