import Foundation
import HearsayCore
import HearsayFormats
import HearsayReading
import HearsayRules

/// Times each stage of reading on made news, beside `wc -w` on the same file in the same run.
///
/// ```
/// script/bench [--megabytes 50] [--rounds 3] [--texts FOLDER]
/// ```
@main
struct Bench {
  static func main() {
    do {
      try run(BenchOptions(CommandLine.arguments))
    } catch {
      FileHandle.standardError.write(Data("hearsay-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  static func run(_ options: BenchOptions) throws {
    if let layers = options.layers { return try printLayers(layers, rules: options.rules) }
    if let cues = options.cues { return try printCues(cues, rules: options.rules) }
    if !options.graph.isEmpty {
      return benchGraph(options)
    }
    let corpus =
      options.texts.map { realCorpus($0, options.megabytes) } ?? makeCorpus(options.megabytes)
    let bytes = corpus.reduce(0) { $0 + $1.bytes.count }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-bench.txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(corpus.flatMap(\.bytes)).write(to: file)
    let kind = options.texts == nil ? "made" : "read"
    print("\(kind) \(corpus.count) articles, \(bytes) bytes; processor time of one thread, best of")
    print("\(options.rounds) rounds")
    let words = try (0..<options.rounds).map { _ in try secondsOf("wc", ["-w", file.path]) }.min()
    report("wc -w", words ?? 0, bytes)
    try benchReading(corpus, bytes, options)
    benchQuestions()
  }

  static func makeCorpus(_ megabytes: Int) -> [SourceText] {
    var generator = NewsGenerator(seed: 1)
    var texts: [SourceText] = []
    var bytes = 0
    while bytes < megabytes * 1_000_000 {
      let text = SourceText(name: "made-\(texts.count).txt", text: generator.article())
      bytes += text.bytes.count
      texts.append(text)
    }
    return texts
  }

  /// The articles of a folder, over and over until there are enough.
  static func realCorpus(_ path: String, _ megabytes: Int) -> [SourceText] {
    let real = Corpus([path], files: .disk).articles.map(\.text)
    var texts = real
    var bytes = real.reduce(0) { $0 + $1.bytes.count }
    let round = max(1, bytes)
    while bytes + round <= megabytes * 1_000_000 {
      texts += real
      bytes += round
    }
    return texts
  }

  static func benchReading(_ corpus: [SourceText], _ bytes: Int, _ options: BenchOptions) throws {
    let rules = try loadRules(options.rules)
    let before = processorSeconds()
    _ = Reader(rules: rules)
    print("compile rules        \(fixed((processorSeconds() - before) * 1000)) ms")
    var best: [ReadingStage: Double] = [:]
    for _ in 0..<options.rounds {
      var round: [ReadingStage: Double] = [:]
      var reader = Reader(rules: rules)
      for text in corpus {
        var before = processorSeconds()
        _ = reader.draft(Article(text: text)) { stage in
          let now = processorSeconds()
          round[stage, default: 0] += now - before
          before = now
        }
      }
      for (stage, time) in round { best[stage] = min(best[stage] ?? time, time) }
    }
    for stage in ReadingStage.allCases { report(stage.rawValue, best[stage] ?? 0, bytes) }
    report("sum of the stages", best.values.reduce(0, +), bytes)
    let whole = (0..<options.rounds).map { _ in secondsOfReading(corpus, rules) }.min()
    report("whole reading", whole ?? 0, bytes)
    benchMemory(Array(corpus.prefix(2000)), rules)
  }

  /// From bytes to findings as the shell asks for them, with everything that is freed again.
  static func secondsOfReading(_ corpus: [SourceText], _ rules: RuleSet) -> Double {
    var reader = Reader(rules: rules)
    let before = processorSeconds()
    for text in corpus { _ = reader.read(Article(text: text)) }
    return processorSeconds() - before
  }

  /// What the findings of articles take when they are kept, as in a session.
  static func benchMemory(_ corpus: [SourceText], _ rules: RuleSet) {
    var reader = Reader(rules: rules)
    // What the reader itself needs is there before.
    for text in corpus.prefix(200) { _ = reader.read(Article(text: text)) }
    let before = residentBytes()
    let readings = corpus.map { reader.read(Article(text: $0)) }
    let grown = residentBytes() - before
    let count = max(1, readings.count)
    let bytes = corpus.reduce(0) { $0 + $1.bytes.count }
    let claims = readings.reduce(0) { $0 + $1.claims.count }
    print(
      "kept findings        \(grown / count) bytes an article of \(bytes / count) bytes, "
        + "\(claims / count) claims")
  }

  /// Memory in use, by pages of 4,096 bytes; 0 where the system does not tell.
  static func residentBytes() -> Int {
    let path = "/proc/self/statm"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
  }

  static func report(_ name: String, _ seconds: Double, _ bytes: Int) {
    let speed = seconds > 0 ? Double(bytes) / seconds / 1e6 : 0
    let padded = name + String(repeating: " ", count: max(1, 20 - name.count))
    print("\(padded) \(fixed(seconds)) s  \(fixed(speed)) MB/s")
  }

  static func secondsOf(_ program: String, _ arguments: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = Pipe()
    let before = processorSecondsOfOthers()
    try process.run()
    process.waitUntilExit()
    return processorSecondsOfOthers() - before
  }
}

struct BenchFailed: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}

/// The rules in `rules/` of the folder it runs in, or the files named.
func loadRules(_ names: [String]) throws -> RuleSet {
  let (found, missing) = RulesFinder(roots: ["."], files: .disk).find(names)
  let loaded = RulesLoader.load(found)
  guard let rules = loaded.rules else {
    let first = (missing + loaded.diagnostics).first?.message ?? "they do not load"
    throw BenchFailed(message: "no rules: \(first)")
  }
  return rules
}

struct BenchOptions {
  var megabytes = 50
  var rounds = 3
  var layers: String?
  var cues: String?
  /// A folder of real articles to read in place of made ones.
  var texts: String?
  /// Sizes of made corpora whose questions are timed.
  var graph: [Int] = []
  /// How many articles tell a made story, and when.
  var shape = StoryGenerator.Shape.even
  /// A folder of real articles, to be multiplied to those sizes.
  var multiplied: String?
  /// A file of lines to ask in place of the usual ones, and where what came out is noted.
  var ask: String?
  var answers: String?
  var rules: [String] = ["rules/english.yaml"]

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments.dropFirst(), arguments.dropFirst(2)) {
      switch name {
      case "--megabytes": megabytes = Int(value) ?? megabytes
      case "--rounds": rounds = Int(value) ?? rounds
      case "--layers": layers = value
      case "--cues": cues = value
      case "--texts": texts = value
      case "--graph": graph = value.split(separator: ",").compactMap { Int($0) }
      case "--shape": shape = StoryGenerator.Shape(rawValue: value) ?? shape
      case "--multiply": multiplied = value
      case "--ask": ask = value
      case "--answers": answers = value
      case "--rules": rules.append(value)
      default: break
      }
    }
  }
}

/// What this thread has used of the processor: a machine that is busy with other work slows the
/// clock on the wall much, and this one little.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// What the processes that were waited for have used of it.
func processorSecondsOfOthers() -> Double {
  var usage = rusage()
  getrusage(Int32(RUSAGE_CHILDREN.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

func milliseconds(_ duration: Duration) -> String { fixed(seconds(duration) * 1000) }

func fixed(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let rest = abs(hundredths % 100)
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
