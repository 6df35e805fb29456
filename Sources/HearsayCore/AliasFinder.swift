/// A name as proposals compare it.
private struct NameForm {
  let name: String
  let kind: EntityClass
  /// Lower case, without diacritics; `words[i]` was capitalised where `capital[i]`.
  let words: [String]
  /// The words with a capital, in order.
  let main: [String]
  /// The words as printed.
  let printed: [String]
  /// The articles it is in.
  var documents: Set<Int>
  /// Whether its article leaves open who it is.
  var isOpen: Bool

  init(_ entity: Entity, document: Int) {
    name = entity.canonical
    kind = entity.kind
    let printed = name.split { $0 == " " || $0 == "-" || $0 == "." || $0 == "," }
    self.printed = printed.map(String.init)
    words = printed.map { withoutDiacritics($0.lowercased()) }
    main = printed.filter { $0.first?.isUppercase == true }
      .map { withoutDiacritics($0.lowercased()) }
    documents = [document]
    isOpen = !entity.candidates.isEmpty
  }

  var initials: String { String(main.compactMap(\.first)) }
  var digits: String { name.filter(\.isNumber) }
}

/// Compares the names of a corpus by the words they share.
struct AliasFinder {
  private var forms: [NameForm] = []
  private var byWord: [String: [Int]] = [:]
  private var byInitials: [String: [Int]] = [:]
  private var bySorted: [[String]: [Int]] = [:]

  init(_ documents: [[Entity]]) {
    var rows: [String: Int] = [:]
    for (document, entities) in documents.enumerated() {
      for entity in entities where !entity.canonical.isEmpty {
        let id = "\(entity.canonical)|\(entity.kind.rawValue)"
        if let row = rows[id] {
          forms[row].documents.insert(document)
          if !entity.candidates.isEmpty { forms[row].isOpen = true }
        } else {
          rows[id] = forms.count
          forms.append(NameForm(entity, document: document))
        }
      }
    }
    for (row, form) in forms.enumerated() {
      for word in Set(form.words) { byWord[word, default: []].append(row) }
      byInitials[form.initials, default: []].append(row)
      bySorted[form.main.sorted(), default: []].append(row)
    }
  }

  func proposals() -> [AliasProposal] {
    var found: Set<AliasProposal> = []
    for row in forms.indices where !forms[row].isOpen {
      guard let (other, reason) = best(row) else { continue }
      let proposal = AliasProposal(
        one: forms[row].name, other: forms[other].name, reason: reason)
      let mirrored = AliasProposal(one: proposal.other, other: proposal.one, reason: reason)
      if !found.contains(mirrored) { found.insert(proposal) }
    }
    return found.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
  }

  /// The one bearer a name may mean, by the first reason that gives any.
  private func best(_ row: Int) -> (Int, AliasProposal.Reason)? {
    for reason in AliasProposal.Reason.allCases {
      let others = candidates(row, reason).filter {
        $0 != row && isCompatible(row, $0) && holds(reason, row, $0)
      }
      let names = Set(others.map { forms[$0].words })
      if names.count == 1, let other = others.first {
        return areApart(row, other) ? nil : (other, reason)
      }
      if names.count > 1 { return nil }
    }
    return nil
  }

  private func candidates(_ row: Int, _ reason: AliasProposal.Reason) -> [Int] {
    let form = forms[row]
    switch reason {
    case .diacritics, .order: return bySorted[form.main.sorted()] ?? []
    case .acronym: return form.words.count == 1 ? byInitials[form.words[0]] ?? [] : []
    case .spelling, .initials, .fuller, .surname:
      return Array(Set(form.words.flatMap { byWord[$0] ?? [] })).sorted()
    }
  }

  private func isCompatible(_ one: Int, _ other: Int) -> Bool {
    let kinds = (forms[one].kind, forms[other].kind)
    return kinds.0 == kinds.1 || kinds.0 == .other || kinds.1 == .other
  }

  /// Whether one article names both.
  private func areApart(_ one: Int, _ other: Int) -> Bool {
    !forms[one].documents.isDisjoint(with: forms[other].documents)
  }

  private func holds(_ reason: AliasProposal.Reason, _ row: Int, _ otherRow: Int) -> Bool {
    let (one, other) = (forms[row], forms[otherRow])
    guard one.digits == other.digits else { return false }
    switch reason {
    case .diacritics: return one.words == other.words && one.name != other.name
    case .order: return one.main.count > 1 && one.words != other.words
    case .spelling: return isNearSpelling(one, other)
    case .initials: return one.kind == .person && haveSameInitials(one, other)
    case .acronym:
      return one.name == one.name.uppercased() && one.words[0].count > 1 && other.main.count > 1
    case .fuller: return isFuller(one, other)
    case .surname:
      return other.kind == .person && one.words.count == 1 && other.words.count > 1
        && other.words.last == one.words[0]
    }
  }

  /// Same words but for one, in which one letter in five or fewer differs.
  private func isNearSpelling(_ one: NameForm, _ other: NameForm) -> Bool {
    guard one.words.count == other.words.count, one.words.count > 1 else { return false }
    let pairs = zip(one.words, other.words).filter { $0 != $1 }
    guard pairs.count == 1, let (left, right) = pairs.first else { return false }
    let letters = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let longest = max(letters.0.count, letters.1.count)
    guard longest >= 4 else { return false }
    return alignmentDistance(letters.0, letters.1) <= max(1, longest / 5)
  }

  private func haveSameInitials(_ one: NameForm, _ other: NameForm) -> Bool {
    guard one.words.count == other.words.count, one.words.last == other.words.last,
      let (left, right) = zip(one.words.dropLast(), other.words.dropLast()).first(where: {
        $0 != $1
      })
    else { return false }
    return left.count == 1 && right.hasPrefix(left)
  }

  /// The same words in the same order, with others between or before them.
  private func isFuller(_ one: NameForm, _ other: NameForm) -> Bool {
    guard one.words.count > 1, other.words.count > one.words.count,
      one.words.last == other.words.last
    else { return false }
    if one.kind == .person, one.words.first != other.words.first { return false }
    var rest = one.words[...]
    for (place, word) in other.words.enumerated() {
      if word == rest.first {
        rest.removeFirst()
      } else if one.kind != .person, makesAnother(other.printed[place]) {
        return false
      }
    }
    return rest.isEmpty
  }

  /// A proper word more makes another body: the central bank is not the European Central Bank;
  /// an abbreviated country does not: `State Department`, `US State Department`.
  private func makesAnother(_ word: String) -> Bool {
    word.first?.isUppercase == true && word.contains(where: \.isLowercase)
  }
}
