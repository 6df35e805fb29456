import Foundation
import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayShell

/// Times lines typed to a session with many articles, and what memory it takes.
///
/// Times are milliseconds of the processor: other work on the machine counts little.
///
/// Everything is done as it is for a person: the articles are read with the rules in force, the line
/// is understood, answered and drawn. The articles are made (``StoryGenerator``), or those of a
/// folder as often as needed: each time round the names of the files differ, and every number and
/// day is what it was, the hardest case for an answer that lists all who said it.
///
/// ```
/// script/bench --graph 1000,10000,100000 [--shape even|news] [--multiply FOLDER] [--ask FILE]
///   [--answers FILE]
/// ```
///
/// `--ask` puts the lines of a file in place of those below, for a profile; `--answers` writes a
/// number for each answer as drawn, so that two builds can be held against each other.
func benchGraph(_ options: BenchOptions) {
  let originals = options.multiplied.map { Corpus([$0], files: .disk).articles.map(\.text) }
  if originals?.isEmpty == true { return print("no article in \(options.multiplied ?? "")") }
  for size in options.graph {
    let generator = StoryGenerator(articles: size, options.shape)
    var archive = Archive(originals.map { multiplied($0, size) } ?? made(size, generator))
    archive.report(size)
    if let path = options.ask {
      archive.time(path)
    } else {
      archive.timeDrawn()
      if originals == nil { archive.timeStories(generator) }
      archive.timeKnown()
    }
    options.answers.map { archive.write(to: $0) }
  }
}

/// A loaded archive and the questions that are put to it.
private struct Archive {
  private var session: Session
  private let load: Double
  private let memory: Int
  /// A line for each answer: its hash (FNV-1a), its size in bytes, and what was asked.
  private var answers = ""

  init(_ files: FileAccess) {
    let before = residentBytes()
    var session = Session(files: files)
    load = seconds(ContinuousClock().measure { _ = session.load(["made"]) })
    memory = residentBytes() - before
    self.session = session
  }

  mutating func report(_ size: Int) {
    let bytes = session.articles.reduce(0) { $0 + $1.article.text.bytes.count }
    let share = Double(memory) / Double(max(1, bytes))
    let claims = session.graph.claims.count
    print("\(size) articles, \(fixed(Double(bytes) / 1e6)) MB, \(claims) claims")
    print("  in memory \(fixed(Double(memory) / 1e6)) MB, \(fixed(share)) times the text")
    print("  load \(fixed(load)) s by the clock on the wall")
    fflush(nil)
  }

  /// Numbers and words of figures that are there, each figure as likely as another.
  mutating func timeDrawn() {
    var numbers: [String] = []
    var words: [String] = []
    let count = session.graph.claims.count
    // Spread by a prime: a step that divides the claims of one round would meet the same few.
    var row = 0
    while count > 0, words.count < 201, row < count * 7919 {
      row += 7919
      let about = session.graph.claims[row % count].proposition
      guard let stated = about.quantity?.stated,
        let word = about.topic ?? about.predicate ?? about.quantity?.unit
      else { continue }
      numbers.append("who said \(stated)")
      words.append("compare \(word)")
    }
    report("who said N", numbers)
    report("compare WORD", words)
    report("compare WORD, each once", Set(words).sorted())
  }

  /// What somebody asks who is after one story: its words and numbers, with the place it was at.
  mutating func timeStories(_ generator: StoryGenerator) {
    let drawn = (0..<201).map { generator.question($0 * 7919) }
    report("compare WORD where PLACE", drawn.map { "compare \($0.word) where \($0.place)" })
    report("who said N where PLACE", drawn.map { "who said \($0.number) where \($0.place)" })
    // One topic, story after story.
    let killed = drawn.filter { $0.word == "killed" }.map { "compare killed where \($0.place)" }
    report("compare killed where PLACE", killed)
  }

  /// What people ask, most of it found in very many articles.
  mutating func timeKnown() {
    let lines = [
      "compare killed", "compare injured", "compare passengers", "compare released", "compare held",
      "compare arrested", "compare robbers", "compare job cuts", "compare stolen",
      "compare children killed", "compare ransom", "who said 12", "who said 800",
    ]
    for line in lines { report(line, Array(repeating: line, count: 3)) }
  }

  /// The lines of a file, each by itself.
  mutating func time(_ path: String) {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n").map(String.init) {
      report(line, Array(repeating: line, count: 3))
    }
  }

  /// What came out, so that a change of a letter in any answer is seen.
  func write(to path: String) {
    try? Data(answers.utf8).write(to: URL(fileURLWithPath: path))
  }

  private mutating func note(_ line: String, _ answer: LineResult) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (answer.output + answer.messages.joined()).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    answers += "\(String(hash, radix: 16)) \(answer.output.utf8.count) \(line)\n"
  }

  private mutating func report(_ name: String, _ lines: [String]) {
    var all: [Double] = []
    var claims: [Int] = []
    for line in lines {
      let before = processorSeconds()
      let result = session.perform(line)
      all.append((processorSeconds() - before) * 1000)
      claims.append(result.hasFailed ? 0 : session.shown.count)
      note(line, result)
    }
    guard !all.isEmpty else { return }
    let first = all[0]
    let mean = claims.reduce(0, +) / claims.count
    all.sort()
    claims.sort()
    print(
      "  \(name): median \(fixed(all[all.count / 2])) ms, 95 of 100 \(fixed(all[all.count * 95 / 100]))"
        + ", first \(fixed(first)); lines: median \(claims[claims.count / 2]), mean \(mean)")
    fflush(nil)
  }
}

/// A folder `made` of so many made articles, with the list that says when they were printed.
private func made(_ size: Int, _ generator: StoryGenerator) -> FileAccess {
  var list = "file\tpublisher\tdate\n"
  for number in 0..<size {
    let (outlet, date) = generator.listing(number)
    list += "\(number).txt\t\(outlet)\t\(date)\n"
  }
  let bytes = Array(list.utf8)
  return folder(size, list: bytes) { Array(generator.article($0).utf8) }
}

/// The same of real texts, over and over.
private func multiplied(_ texts: [SourceText], _ size: Int) -> FileAccess {
  // A copy, as a disk would give: bytes that are shared would cost nothing.
  folder(size, list: nil) { Array(texts[$0 % texts.count].bytes[...] + []) }
}

/// A folder `made` of so many files, and the disk beside it.
private func folder(
  _ size: Int, list: [UInt8]?, _ text: @escaping @Sendable (Int) -> [UInt8]
) -> FileAccess {
  var files = FileAccess.disk
  let disk = files
  let prefix = "made/"
  let manifest = prefix + "manifest.tsv"
  @Sendable func number(_ path: String) -> Int? {
    path.hasPrefix(prefix) ? Int(path.dropFirst(prefix.count).dropLast(4)) : nil
  }
  files.kind = { path in
    if path == "made" { return .folder }
    if path == manifest, let list { return .file(bytes: list.count) }
    return number(path).map { .file(bytes: text($0).count) } ?? disk.kind(path)
  }
  files.list = { path in
    guard path == "made" else { return disk.list(path) }
    return (0..<size).map { "\($0).txt" } + (list == nil ? [] : ["manifest.tsv"])
  }
  files.read = { path in
    path == manifest ? list : number(path).map { text($0) } ?? disk.read(path)
  }
  return files
}

/// The memory of this process that lies in RAM.
private func residentBytes() -> Int {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return pages * 4096
}
