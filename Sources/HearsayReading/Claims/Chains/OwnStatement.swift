import HearsayCore
import HearsayText

/// Finds the body that speaks where an article is its own statement: a press release of a rights
/// group, a company, a sheriff's office.
///
/// Such a text tells in its own voice what the body counted, so that the body is the source of its
/// figures, and papers that quote it add no origin. The publisher's name must have no word of a
/// newspaper; and the text must speak of its publisher as of somebody who acts (`LIBRA calls on the
/// government`) and in the first person (`our monitors`), or more than once in the first person
/// where it names itself at the beginning. An office need only act, and what is headed `Press
/// release` need do neither.
struct OwnStatement {
  let draft: ClaimLayers
  let tables: ClaimTables
  let lexicon: ClaimWords

  /// Its rule.
  static let rule = "english/claims.own-statement"

  /// The body, with where it is named; `nil` for what papers, agencies and stations write.
  func step() -> ChainStep? {
    guard let name = draft.document.outlet, !isOutlet(name) else { return nil }
    guard let mention = heading() ?? voice(name) else { return nil }
    return ChainStep(
      speaker: Speaker(name: name, kind: .organisation), range: draft.bytes(mention))
  }

  /// `Press release`, `Statement by …`: the first words.
  private func heading() -> TokenRange? {
    guard let row = (0..<min(2, draft.tokens.count)).first(where: isRelease) else { return nil }
    let isHeading = row == 0 || tables.releaseMarks.contains(draft.tokens[0].word)
    return isHeading ? TokenRange(0, row + 1) : nil
  }

  private func isRelease(_ row: Int) -> Bool {
    tables.releaseWords.contains(draft.tokens[row].word)
  }

  private func voice(_ name: String) -> TokenRange? {
    let plurals = plurals()
    guard plurals > 0 || isBody(name) else { return nil }
    return acts(name) ?? (plurals > 1 ? opens(name) : nil)
  }

  /// Whether it is a known outlet, or a word of its name says so: `Daily`, `Broadcasting`.
  private func isOutlet(_ name: String) -> Bool {
    let name = name.lowercased()
    return tables.outletNames.contains(name)
      || words(name).contains { tables.outletWords.contains($0) }
  }

  private func words(_ name: String) -> [String] {
    name.lowercased().split { $0 == " " || $0 == "-" || $0 == "(" || $0 == ")" }.map(String.init)
  }

  /// `ministry`, `office`, `board`: no newspaper calls itself so.
  private func isBody(_ name: String) -> Bool {
    words(name).contains { part in
      guard let word = lexicon.lexicon.vocabulary.find(part) else { return false }
      return lexicon.tags(word).has(.organisationNoun) || lexicon.tags(word).has(.governmentNoun)
        || tables.origins.namedBodies.contains(lexicon.facts(word).lemma)
        || tables.origins.authorities.contains(word)
    }
  }

  /// How often `we` or `our` stands outside quotation marks.
  private func plurals() -> Int {
    draft.tokens.indices.count { row in
      tables.firstPlural.contains(draft.tokens[row].word)
        && !draft.quotes.contains { $0.tokens.contains(row) }
    }
  }

  /// The publisher named in the headline or the first paragraphs.
  private func opens(_ name: String) -> TokenRange? {
    let own = Set(words(name))
    return draft.names.first {
      $0.tokens.start < Self.opening && isOf(draft.entities[$0.value], own)
    }?.tokens
  }

  private static let opening = 90

  /// The first place where the publisher is the subject of a verb.
  private func acts(_ name: String) -> TokenRange? {
    let own = Set(words(name))
    return draft.names.first { mention in
      let next = mention.tokens.end
      guard next < draft.tokens.count,
        draft.classes[next].isAuxiliary || draft.classes[next] == .verbS
          || draft.classes[next] == .verbPast
      else { return false }
      return isOf(draft.entities[mention.value], own)
    }?.tokens
  }

  /// Whether an entity is the publisher: `Norvik` of Norvik Ireland Ltd.
  private func isOf(_ entity: Entity, _ own: Set<String>) -> Bool {
    guard entity.kind != .place, entity.kind != .person else { return false }
    return ([entity.canonical] + entity.aliases).contains { known in
      let known = words(known)
      return !known.isEmpty && known.allSatisfy(own.contains)
    }
  }
}
