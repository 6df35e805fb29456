import HearsayCore
import HearsayText

// Sentences that tell of a dated event without a number, so that the next one may go on.
extension OtherEventFinder {
  /// Whether the sentence tells of another event at a time: `Spain's worst rail disaster happened
  /// near Santiago in 2013`, `Its sister ship ran aground in December`.
  func isToldOf(at row: Int) -> Bool {
    let time = draft.times[row].tokens
    guard draft.timeRelations.indices.contains(row),
      [.at, .during].contains(draft.timeRelations[row]), !context.isOfRecord(row, sentence),
      !layers.times.contains(where: { isNear($0) }),
      let verb = sentence.indices.first(where: {
        draft.classes[$0] == .verbPast || draft.classes[$0] == .be || draft.classes[$0] == .mark
      }), draft.classes[verb] != .mark || isAside(verb), verb < time.start
    else { return false }
    return isOtherSubject(TokenRange(sentence.start, min(verb, sentence.start + Self.mostOfSubject)))
  }

  private static let mostOfSubject = 14

  /// `Its sister ship, the Star Ilocos, ran aground`: the comma is of an apposition.
  private func isAside(_ mark: Int) -> Bool {
    mark + 1 < sentence.end
      && [.determiner, .name, .possessive].contains(draft.classes[mark + 1])
  }

  /// An event that is not the one known: `A car bomb`, `Spain's worst rail disaster`; or another
  /// thing of the same sort: `Its sister ship`.
  private func isOtherSubject(_ subject: TokenRange) -> Bool {
    guard subject.count > 1 else { return false }
    if subject.indices.contains(where: { tables.events.siblings.contains(draft.tokens[$0].word) }) {
      return true
    }
    let isEvent = subject.indices.contains {
      isEventNoun($0) || tables.events.titles.contains(draft.facts[$0].lemma)
    }
    let first = draft.tokens[subject.start].word
    let isNew = tables.articles.contains(first) && !tables.events.definite.contains(first)
    return isEvent
      && (isNew
        || subject.indices.contains { tables.events.superlatives.contains(draft.tokens[$0].word) })
  }
}
