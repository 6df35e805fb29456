import HearsayCore
import HearsayFormats
import HearsayGraph

// Corrections by hand: kept apart from what was read, in a file beside the corpus.

extension Command {
  static let merge = Command(
    name: "merge", usage: "NAME NAME", summary: "by hand: the second name is another of the first",
    example: "merge \"Foro Penal\" \"Alfredo Romero\"", takes: .references("two names"),
    subject: .name,
    answer: { (query, session) throws(LineProblem) in
      let names = try session.twoNames(query)
      for name in names where session.graph.whoIs(name.text).isEmpty {
        throw session.unknownName(name)
      }
      return try session.correct(.merge(names[0].text, names[1].text), query)
    })

  static let split = Command(
    name: "split", usage: "NAME", summary: "by hand: a name stands for nobody but itself",
    example: "split \"Alfredo Romero\"", takes: .words("a name", isRequired: true), subject: .name,
    answer: { (query, session) throws(LineProblem) in
      guard case .words(let phrase) = query.argument else { return Reply() }
      if session.graph.whoIs(phrase.text).isEmpty { throw session.unknownName(phrase) }
      return try session.correct(.split(phrase.text), query)
    })

  static let same = pair(
    "same", "by hand: two claims go back to one origin"
  ) { .same($0, $1) }

  static let notSame = pair(
    "not-same", "by hand: two claims go back to two origins"
  ) { .notSame($0, $1) }

  static let note = Command(
    name: "note", usage: "CLAIM \"TEXT\"", summary: "by hand: a remark that stands under a claim",
    example: "note 1 \"ask the desk\"", takes: .references("a claim and a text"), subject: .claim,
    answer: { (query, session) throws(LineProblem) in
      let (row, text) = try session.claimAndText(query)
      return try session.correct(.note(session.graph.name(of: row), text), query, [row])
    })

  static let undo = Command(
    name: "undo", summary: "take the last correction by hand back", example: "undo",
    answer: { (query, session) throws(LineProblem) in try session.undoCorrection(query) })

  static let redo = Command(
    name: "redo", summary: "put back the correction that `undo` took back last", example: "redo",
    answer: { (query, session) throws(LineProblem) in try session.redoCorrection(query) })

  static let edits = Command(
    name: "edits", summary: "what was corrected by hand, and what of it has lost its claim",
    example: "edits",
    answer: { (_, session) throws(LineProblem) in session.editsReply() })

  private static func pair(
    _ name: String, _ summary: String,
    _ correction: @escaping @Sendable (ClaimName, ClaimName) -> Correction
  ) -> Command {
    Command(
      name: name, usage: "CLAIM CLAIM", summary: summary, example: "\(name) 1 2",
      takes: .references("two claims"), subject: .claim,
      answer: { (query, session) throws(LineProblem) in
        let rows = try query.references.map { reference throws(LineProblem) in
          try session.oneClaim(reference)
        }
        guard rows.count == 2, rows[0] != rows[1] else {
          throw LineProblem(
            "two-claims", query.references.last?.range ?? query.range,
            "'\(name)' takes two claims", allowed: "as in: \(name) 1 2")
        }
        let names = rows.map { session.graph.name(of: $0) }
        return try session.correct(correction(names[0], names[1]), query, rows)
      })
  }
}

extension Session {
  fileprivate func twoNames(_ query: Request) throws(LineProblem) -> [Phrase] {
    let phrases = query.references.compactMap { reference -> Phrase? in
      if case .words(let phrase) = reference { return phrase }
      return nil
    }
    if phrases.count == 2 { return phrases }
    // `merge Romero Harrow`: two bare words are two names.
    let words = (phrases.first?.text ?? "").split(separator: " ").map(String.init)
    guard let phrase = phrases.first, phrases.count == 1, words.count == 2, !phrase.isQuoted else {
      throw LineProblem(
        "two-names", query.references.first?.range ?? query.range, "two names are wanted",
        allowed: "as in: merge \"Foro Penal\" \"Alfredo Romero\"")
    }
    return words.map { Phrase(text: $0, range: phrase.range) }
  }

  /// `note 3 "ask the desk"`, or `note 3 ask the desk`.
  fileprivate func claimAndText(_ query: Request) throws(LineProblem) -> (Int, String) {
    if query.references.count == 2, case .words(let phrase) = query.references[1] {
      return (try oneClaim(query.references[0]), phrase.text)
    }
    if query.references.count == 1, case .words(let phrase) = query.references[0] {
      let parts = phrase.text.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2, let number = Int(parts[0]) {
        return (try oneClaim(.claim(number, phrase.range)), parts[1])
      }
    }
    throw LineProblem(
      "claim-and-text", query.references.first?.range ?? query.range,
      "a claim and a text are wanted", allowed: "as in: note 1 \"ask the desk\"")
  }

  // MARK: - Doing and undoing

  fileprivate mutating func correct(
    _ correction: Correction, _ query: Request, _ rows: [Int] = []
  ) throws(LineProblem) -> Reply {
    var reply = try add(correction, query)
    reply.claims = rows
    undone = []
    return reply
  }

  private mutating func add(
    _ correction: Correction, _ query: Request
  ) throws(LineProblem) -> Reply {
    let others = try keep(query) { file in
      file.lines.append(.correction(correction))
      return true
    }
    var reply = Reply(notes: [
      "edit \(byHand.corrections.count): \(words(correction))",
      "kept in \(correctionsPath ?? ""); `undo` takes it back",
    ])
    reply.notes += note(others)
    reply.data = [editData(byHand.corrections.count - 1)]
    return reply
  }

  fileprivate mutating func undoCorrection(_ query: Request) throws(LineProblem) -> Reply {
    guard let correction = byHand.corrections.last else {
      throw LineProblem("nothing-to-undo", query.range, "nothing was corrected by hand")
    }
    let others = try keep(query) { $0.remove(correction) }
    undone.append(Undone(correction: correction, path: correctionsPath))
    return Reply(
      notes: ["taken back: \(words(correction))", "`redo` puts it back"] + note(others))
  }

  /// What was taken back in another corpus stays there.
  fileprivate mutating func redoCorrection(_ query: Request) throws(LineProblem) -> Reply {
    guard let last = undone.last, last.path == correctionsPath else {
      throw LineProblem(
        "nothing-to-redo", query.range, "nothing was taken back",
        allowed: "`undo` takes a correction back, `edits` lists them")
    }
    let reply = try add(last.correction, query)
    undone.removeLast()
    return reply
  }

  private func note(_ others: Int) -> [String] {
    others > 0
      ? ["another session corrected too: \(counted(others, "correction")) more in force"] : []
  }

  /// First the disk, then the graph: what is in force is what is kept.
  ///
  /// What another session or a hand wrote meanwhile comes in, and is never written over.
  /// - Returns: how many corrections came in.
  private mutating func keep(
    _ query: Request, _ change: (inout CorrectionsFile) -> Bool
  ) throws(LineProblem) -> Int {
    guard let path = correctionsPath else {
      throw LineProblem(
        "nothing-loaded", query.range, "no article is loaded", allowed: "`load FOLDER` reads some")
    }
    let before = Set(byHand.corrections)
    var others = 0
    var fresh: CorrectionsFile?
    var isText = true
    let isWritten = files.update(path) { bytes in
      guard var file = bytes.map(CorrectionsFile.init(bytes:)) ?? CorrectionsFile() else {
        isText = false
        return nil
      }
      others = file.corrections.count { !before.contains($0) }
      guard change(&file) else { return nil }
      fresh = file
      // The last one taken back leaves nothing behind.
      return file.lines.isEmpty ? [] : Array(file.text.utf8)
    }
    guard let fresh, isText else {
      throw LineProblem(
        "changed-meanwhile", query.range, "'\(path)' is not what was read: nothing is written",
        allowed: "`reload` reads it again")
    }
    guard isWritten else {
      throw cannotWrite(path, query.range)
    }
    byHand = fresh
    applyCorrections()
    return others
  }

  // MARK: - edits

  fileprivate func editsReply() -> Reply {
    let all = byHand.corrections
    guard !all.isEmpty || !byHand.others.isEmpty else {
      return Reply(notes: ["nothing was corrected by hand"])
    }
    var reply = Reply(counted(all.count, "correction") + " by hand")
    let lines = all.indices.map { place in
      let touched = rows(touchedBy: place)
      let lost = graph.corrections.lost.contains(place)
      return Reply.Row(
        [
          String(place + 1), all[place].kind, words(all[place]),
          touched.map { self.place($0) }.joined(separator: ", "),
        ], details: lost ? ["its claim is gone: kept, not in force"] : [])
    }
    reply.sections = [
      Reply.Section(
        columns: [Reply.Column("#", .number), Reply.Column("EDIT"), .words, .place], rows: lines)
    ]
    reply.notes = byHand.others.map { "not understood, and kept: \($0)" }
    if let path = correctionsPath { reply.notes.append("kept in \(path)") }
    reply.data = all.indices.map(editData)
    return reply
  }

  private func rows(touchedBy place: Int) -> [Int] {
    graph.corrections.touching.filter { $0.value.contains(place) }.map(\.key).sorted()
  }

  private func editData(_ place: Int) -> JSONObject {
    let correction = byHand.corrections[place]
    var object = JSONObject()
    object.add("row", "edit")
    object.add("edit", place + 1)
    object.add("kind", correction.kind)
    object.add("names", correction.names)
    object.add("claims", rows(touchedBy: place).map(number))
    object.add("text", words(correction))
    object.add("inForce", !graph.corrections.lost.contains(place))
    return object
  }

  // MARK: - In every answer

  /// Adds to an answer what was decided by hand of the claims and names in it.
  func markByHand(_ reply: inout Reply, _ query: Request) {
    let all = byHand.corrections
    guard !all.isEmpty, !Command.correcting.contains(query.name) else { return }
    var places = Set(reply.claims.flatMap { graph.corrections.touching[$0] ?? [] })
    if all.contains(where: { !$0.names.isEmpty }) {
      let shown = namesShown(in: reply)
      for (place, correction) in all.enumerated()
      where correction.names.contains(where: { shown.contains(folded(graph.canonicalName($0))) }) {
        places.insert(place)
      }
    }
    for place in places.sorted() {
      reply.notes.append("by hand, edit \(place + 1): \(words(all[place]))")
      reply.data.append(editData(place))
    }
  }
}

extension Session {
  /// Everybody an answer names, under the name by which they are known: a merge bears on the claims
  /// of both.
  private func namesShown(in reply: Reply) -> Set<String> {
    let speakers = reply.claims.flatMap { row in
      graph.claims[row].chain.flatMap { [$0.speaker.name, $0.speaker.organisation ?? ""] }
    }
    let rows = reply.data.flatMap { object in
      ["name", "speaker", "origin", "one", "other"].compactMap { object[$0]?.plain }
    }
    return Set((speakers + rows).map { folded(graph.canonicalName($0)) }).subtracting([""])
  }
}

extension Command {
  /// Commands that speak of corrections themselves.
  static let correcting: Set = [
    "merge", "split", "same", "not-same", "note", "undo", "redo", "edits",
  ]
}

extension Correction {
  /// The command that makes it.
  var kind: String {
    switch self {
    case .merge: "merge"
    case .split: "split"
    case .same: "same"
    case .notSame: "not-same"
    case .note: "note"
    }
  }
}
