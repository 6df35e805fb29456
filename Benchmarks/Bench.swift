import Foundation
import HearsayCore
import HearsayFormats
import HearsayReading
import HearsayRules

/// Times each stage of reading on made news, beside `wc -w` on the same file in the same run.
///
/// ```
/// script/bench [--megabytes 50] [--rounds 3]
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
    if !options.graph.isEmpty { return benchGraph(options.graph) }
    let corpus = makeCorpus(options.megabytes)
    let bytes = corpus.reduce(0) { $0 + $1.bytes.count }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-bench.txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(corpus.flatMap(\.bytes)).write(to: file)
    print("made \(corpus.count) articles, \(bytes) bytes, seed 1; one thread; best of rounds")
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

  static func benchReading(_ corpus: [SourceText], _ bytes: Int, _ options: BenchOptions) throws {
    let rules = try loadRules(options.rules)
    let compile = ContinuousClock().measure { _ = Reader(rules: rules) }
    print("compile rules        \(milliseconds(compile)) ms")
    var best: [ReadingStage: Double] = [:]
    for _ in 0..<options.rounds {
      var round: [ReadingStage: Double] = [:]
      var reader = Reader(rules: rules)
      let clock = ContinuousClock()
      for text in corpus {
        var before = clock.now
        _ = reader.draft(Article(text: text)) { stage in
          let now = clock.now
          round[stage, default: 0] += seconds(now - before)
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
    return seconds(
      ContinuousClock().measure {
        for text in corpus { _ = reader.read(Article(text: text)) }
      })
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
    let time = try ContinuousClock().measure {
      try process.run()
      process.waitUntilExit()
    }
    return seconds(time)
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
  /// Sizes of made corpora whose questions are timed.
  var graph: [Int] = []
  var rules: [String] = ["rules/english.yaml"]

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments.dropFirst(), arguments.dropFirst(2)) {
      switch name {
      case "--megabytes": megabytes = Int(value) ?? megabytes
      case "--rounds": rounds = Int(value) ?? rounds
      case "--layers": layers = value
      case "--cues": cues = value
      case "--graph": graph = value.split(separator: ",").compactMap { Int($0) }
      case "--rules": rules.append(value)
      default: break
      }
    }
  }
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
