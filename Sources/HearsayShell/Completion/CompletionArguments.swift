import HearsayCore
import HearsayFormats
import HearsayGraph

// What may stand between a command's name and its clauses.

extension CompletionGrammar {
  func argument(of command: Command, _ rest: [LineToken], _ place: CompletionPlace) -> Expected {
    let words = rest.isEmpty ? usageWords(command) : []
    var expected = Expected(others: [words], isRanked: command.subject != .command)
    switch command.takes {
    case .nothing, .definition, .expectation: break
    case .words:
      expected.values = subjects(command, place)
      expected.phrase = rest
    case .quantityOrWords:
      guard rest.isEmpty else { break }
      expected.values = command.subject == .event ? index.events : index.numbers
      if command.subject == .event { expected.others.insert(claims(besides: [], place), at: 0) }
    case .references:
      expected.values = references(command, rest, place)
    // `record` takes a word of its own before the path.
    case .paths: expected.values = words.isEmpty ? paths(command, rest, place) : []
    case .sentenceAndWords:
      expected.values = rest.isEmpty ? claims(besides: [], place) : topics
      expected.phrase = Array(rest.dropFirst())
    case .statement:
      expected.values = index.speakers
      expected.phrase = rest.first?.kind == .string ? [] : rest
    }
    return expected
  }

  /// Words of the grammar in the usage: `on` and `off` of `on FILE|off`, `as of` of `as of DAY`.
  private func usageWords(_ command: Command) -> [Offer] {
    command.usage.split { "[]|…".contains($0) }.compactMap { part in
      let words = part.split(separator: " ").prefix { word in
        word.allSatisfy { $0.isLowercase }
      }
      let rest = part.dropFirst(words.joined(separator: " ").count)
      return words.isEmpty ? nil : Offer(words.joined(separator: " "), String(rest))
    }
  }

  private func subjects(_ command: Command, _ place: CompletionPlace) -> [Offer] {
    switch command.subject {
    case .event: index.events
    case .name: command.usage.contains("OUTLET") ? index.outlets : index.voices
    case .article: index.articles + index.outlets
    case .command: Command.all.map { Offer($0.name, $0.summary) }
    case .topic: topics
    case .claim: claims(besides: [], place)
    case .none, .path, .setting: []
    }
  }

  /// Topics of the rules, whether or not any claim is about them.
  private var topics: [Offer] {
    session.graph.rules.topics.compactMap { Offer(name: $0.name, "a topic of the rules") }
  }

  // MARK: - Things with numbers

  private func references(_ command: Command, _ rest: [LineToken], _ place: CompletionPlace)
    -> [Offer]
  {
    switch command.subject {
    case .name: return command.usage.contains("sN") ? index.speakers + index.sources : index.voices
    case .article: return index.articles
    default: break
    }
    var found = claims(besides: rest, place)
    // A letter is not yet a number: then articles and sources are meant.
    if command.usage.contains("dN"), isNumbered("d", place) { found += index.articles }
    if command.usage.contains("sN"), isNumbered("s", place) { found += index.sources }
    return found
  }

  private func isNumbered(_ letter: String, _ place: CompletionPlace) -> Bool {
    place.begun.lowercased().hasPrefix(letter) && Int(place.begun.dropFirst() + "0") != nil
  }

  /// The claims of the last answer in its order, each with its words; before the first answer those
  /// of the corpus.
  func claims(besides given: [LineToken], _ place: CompletionPlace) -> [Offer] {
    let rows = session.shown.isEmpty ? Array(session.rows) : session.shown
    let known = Set(given.compactMap { Int($0.text) })
    var found: [Offer] = []
    for row in rows where found.count < mostClaims {
      let number = session.number(row)
      let text = String(number)
      // Words are made for those only that fit.
      guard !known.contains(number), text.hasPrefix(place.begun) else { continue }
      found.append(Offer(text, session.words(row)))
    }
    return found
  }

  /// `@1`: rows of the last answer, with what each is about.
  func rows(_ place: CompletionPlace) -> [Offer] {
    session.lastRows.prefix(mostClaims).enumerated().map { place, meaning in
      let about =
        switch meaning {
        case .claim(let row): session.words(row)
        case .claims(let rows): rows.prefix(2).map(session.words).joined(separator: "; ")
        case .article(let file): Path.leaf(file)
        case .source(let key): key
        case .words(let words): words
        }
      return Offer("@\(place + 1)", about)
    }.filter { $0.text.hasPrefix(place.begun) }
  }

  // MARK: - Files and settings

  private func paths(_ command: Command, _ rest: [LineToken], _ place: CompletionPlace) -> [Offer] {
    guard command.subject == .setting else { return files(beginning: place.begun) }
    guard let name = rest.first?.keyword else {
      return Settings.choices.map { choice in
        Offer(choice.name, "\(choice.summary); now \(choice.get(session.settings))")
      }
    }
    let choice = Settings.choices.first { $0.name == name }
    return rest.count > 1 ? [] : choice?.values.map { Offer($0.name, $0.summary) } ?? []
  }

  /// The files and folders that begin as typed; a folder ends with `/`.
  func files(beginning begun: String) -> [Offer] {
    let folder = begun.hasSuffix("/") ? begun : Path.folder(begun)
    let names = session.files.list(folder.isEmpty ? "." : folder) ?? []
    let leaf = begun.hasSuffix("/") ? "" : Path.leaf(begun)
    let isAtRoot = folder == "/" || folder.hasSuffix("/")
    return names.lazy.filter { name in
      name.hasPrefix(leaf) && (leaf.hasPrefix(".") || !name.hasPrefix("."))
    }.prefix(mostFiles).compactMap { name in
      let path = folder.isEmpty ? name : folder + (isAtRoot ? "" : "/") + name
      let isFolder = session.files.kind(path) == .folder
      return Offer(path: isFolder ? path + "/" : path)
    }
  }
}

private let mostClaims = 200
private let mostFiles = 500

extension Offer {
  /// A path, between quotation marks where the grammar needs them; a folder's stay open.
  fileprivate init?(path: String) {
    guard !path.unicodeScalars.contains(where: movesTerminal) else { return nil }
    let text = quoted(path)
    let isOpen = path.hasSuffix("/") && text.hasPrefix("\"")
    self.init(isOpen ? String(text.dropLast()) : text)
  }
}

extension Session {
  /// A claim in a few words: `more than 400, assembly president`.
  func words(_ row: Int) -> String {
    let claim = graph.claims[row]
    let speaker = claim.origin.speaker
    return excerpt(claim.span.text, around: "", most: 60) + ", " + speaker.name
  }
}
