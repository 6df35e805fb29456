package import HearsayCore

/// A quotation that several articles print, and what became of it.
package struct QuotationRow: Hashable, Sendable {
  /// What happened to the words on the way.
  package enum Fate: String, Hashable, Sendable, CaseIterable {
    /// Printed without marks, as the article's own words or another's.
    case marksLost
    /// Less of it is printed.
    case cut
    /// Given to somebody else.
    case otherSpeaker
    /// Dated otherwise.
    case otherDay
    case same
  }
  package var from: Int
  package var to: Int
  package var words: String
  package var fates: [Fate]
}

extension ClaimGraph {
  /// Quotations in more than one article, the changed ones first.
  package func quotations(_ rows: [Int]) -> [QuotationRow] {
    let found = sharedWords(rows).compactMap { shared -> QuotationRow? in
      var fates: [QuotationRow.Fate] = []
      if shared.fromIsMarked != shared.toIsMarked { fates.append(.marksLost) }
      if ownOrigin(shared.from).key != ownOrigin(shared.to).key { fates.append(.otherSpeaker) }
      let days = (claims[shared.from].origin.saidAt, claims[shared.to].origin.saidAt)
      if quotationDatesClash(days.0, days.1) { fates.append(.otherDay) }
      if fates.isEmpty, isCut(shared) { fates.append(.cut) }
      return QuotationRow(
        from: shared.from, to: shared.to, words: shared.words,
        fates: fates.isEmpty ? [.same] : fates)
    }
    return found.filter { $0.fates != [.same] } + found.filter { $0.fates == [.same] }
  }

  /// Pairs of one origin's tellings in which something changed: before, after.
  package func changes(_ asked: Asked? = nil, _ scope: Scope = .all) -> [Link] {
    relations(asked, scope).map(\.link).filter { link in
      link.relation == .restates && !link.shift.isEmpty
        && claims[link.from].document != claims[link.to].document
    }
  }
}
