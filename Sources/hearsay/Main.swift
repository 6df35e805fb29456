import ArgumentParser
import Foundation
import HearsayCore
import HearsayReading
import HearsayRules
import HearsayShell

@main
struct Hearsay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay", abstract: "Who said what, and does it fit?",
    subcommands: [Extract.self, Segment.self])
}

struct Extract: ParsableCommand {
  @Option var rules: [String] = []
  @Option var date: String?
  @Option var manifest: String?
  @Option var format = "jsonl"
  @Argument var files: [String]

  mutating func run() throws {
    var reader = try loadReader(rules)
    let dates = try manifest.map(readManifest) ?? [:]
    for file in files {
      guard let bytes = FileManager.default.contents(atPath: file) else { continue }
      let day = dates[file.split(separator: "/").last.map(String.init) ?? file] ?? date
      let article = Article(
        text: SourceText(name: file, bytes: Array(bytes)),
        known: KnownFacts(published: day.flatMap(Day.init(iso:))))
      for line in extractLines(reader.read(article), of: article) { print(line) }
    }
  }
}

struct Segment: ParsableCommand {
  @Option var rules: [String] = []
  @Argument var files: [String]

  mutating func run() throws {
    var reader = try loadReader(rules)
    for file in files {
      guard let bytes = FileManager.default.contents(atPath: file) else { continue }
      let article = Article(text: SourceText(name: file, bytes: Array(bytes)))
      for sentence in reader.read(article).sentences {
        var object = JSONObject()
        object.add("file", file)
        object.add("start", sentence.range.start)
        object.add("end", sentence.range.end)
        print(object.line)
      }
    }
  }
}

func readManifest(_ path: String) throws -> [String: String] {
  var dates: [String: String] = [:]
  for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
    let fields = line.split(separator: "\t").map(String.init)
    if fields.count >= 2 {
      dates[fields[0].split(separator: "/").last.map(String.init) ?? fields[0]] = fields[1]
    }
  }
  return dates
}

func loadReader(_ names: [String]) throws -> Reader {
  let paths = ["rules/english.yaml"] + names
  let files = try paths.map {
    SourceText(name: $0, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: $0))))
  }
  let (rules, diagnostics) = RulesLoader.load(files)
  guard let rules else {
    for diagnostic in diagnostics { FileHandle.standardError.write(Data("\(diagnostic.message)\n".utf8)) }
    throw ExitCode(1)
  }
  return Reader(rules: rules)
}
