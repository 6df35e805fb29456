import Foundation
import HearsayTestSupport
import Testing

/// What the built program writes for people, for files and for other programs.
struct ShellOutputTests {
  static let seeds = ["seeds/venezuela", "seeds/korrin-valley"]

  static let script = """
    status
    events
    compare released
    compare killed
    conflicts
    claims as lines
    sources
    who said 56
    trace 1
    show 1
    why 1
    when 5
    unknown
    help
    help compare
    help keys
    help words
    relased
    compare relased
    set accessible on
    compare released
    compare killed
    """

  /// `-f a.hearsay | cat -v`, twice.
  @Test(arguments: seeds)
  func `a script's answers hold no escape byte, and are the same bytes twice`(_ seed: String)
    throws
  {
    let folder = try scratchFolder()
    let file = folder.appendingPathComponent("a.hearsay")
    try Data(Self.script.utf8).write(to: file)
    let runs = try (0..<2).map { _ in
      try hearsay(seed, "-f", file.path, "--keep-going", "--echo")
    }
    #expect(runs[0].output == runs[1].output && runs[0].errors == runs[1].errors)
    #expect(runs[0].output.utf8.count > 10_000)
    let controls = (runs[0].output + runs[0].errors).unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
    }
    #expect(controls.isEmpty)
    #expect(!runs[0].output.contains("next:"))
  }

  @Test func `--help is the screen of help, and fits 80 columns`() throws {
    let whole = try hearsay("--help")
    let page = try hearsay("-c", "help")
    #expect(whole.status == 0)
    for line in page.output.split(separator: "\n") where !line.hasPrefix("Begin:") {
      #expect(whole.output.contains(line))
    }
    #expect(whole.output.contains("--keep-going"))
    for arguments in [["--help"], ["-h"], ["help"], ["extract", "--help"], ["text", "--help"]] {
      let run = try hearsay(arguments)
      #expect(run.status == 0 && run.errors.isEmpty)
      for line in run.output.split(separator: "\n") where !line.hasPrefix("USAGE") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  static let verbs = ["compare", "who said", "why-not", "rules stats", "quit"]

  @Test func `the manual names every command, option and key, in plain bytes`() throws {
    let manual = try hearsay("--generate-manual")
    #expect(manual.status == 0)
    #expect(manual.output.hasPrefix(".TH HEARSAY 1"))
    for word in Self.verbs + [
      "\\-\\-keep\\-going", "Ctrl\\-R", "HEARSAY_ACCESSIBLE", "corpus.yaml",
    ] {
      let name = word.hasPrefix("\\") ? word : word.replacingOccurrences(of: "-", with: "\\-")
      #expect(
        manual.output.contains(name) || manual.output.contains(word), "\(word)")
    }
    let odd = manual.output.unicodeScalars.filter { !$0.isASCII }
    #expect(odd.isEmpty, "\(String(String.UnicodeScalarView(odd)))")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the commands of the shell`(_ shell: String) throws {
    let script = try hearsay("--generate-completion-script", shell)
    #expect(script.status == 0)
    // fish writes a blank within a word behind marks.
    let output = script.output.replacingOccurrences(of: "\\\\ ", with: " ")
    for word in Self.verbs + ["extract", "text", "meta", "jsonl"] {
      #expect(output.contains(word), "\(word)")
    }
  }

  // MARK: - Other programs

  static let pipes: [(arguments: [String], status: Int32, output: String, says: String)] = [
    (["-c", "events as csv | head -n 1"], 0, "row,event", ""),
    (["-c", "claims as jsonl | head -n 1"], 0, "{\"row\":", ""),
    (["-c", "claims | true"], 0, "", ""),
    (["-c", "claims | false"], 1, "", "the program ended with status 1"),
    (["-c", "claims | no-such-program-here"], 1, "", "ended with status 127"),
    (["-c", "claims | kill -9 $$"], 1, "", "was ended by signal 9"),
    (["--safe", "-c", "claims | cat"], 1, "", "in safe mode no program is started"),
    (["--safe", "-c", "claims to x.csv"], 1, "", "in safe mode no file is written"),
    (["--safe", "-c", "!true"], 1, "", "in safe mode no program is started"),
  ]

  @Test(arguments: pipes)
  func `an answer goes to another program, and how that ends is told`(
    _ arguments: [String], _ status: Int32, _ output: String, _ says: String
  ) throws {
    let run = try hearsay(["seeds/venezuela"] + arguments)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.output.hasPrefix(output))
    #expect(says.isEmpty ? run.errors.isEmpty : run.errors.contains(says), "\(run.errors)")
  }

  @Test func `answers and programs write in the order of the line`() throws {
    let run = try hearsay(input: "status; !echo one\nevents as lines | head -n 1; \n!echo two\n")
    let places = ["story", "\none\n", "event: ", "\ntwo\n"].map {
      run.output.firstRange(of: $0)?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  // MARK: - text and meta

  @Test func `text is the article's own, meta what it says of itself`() throws {
    let folder = try scratchFolder()
    let file = folder.appendingPathComponent("a.txt")
    try Data(
      """
      Bridge <b>closed</b> after "strike"

      By Ana Vega
      The Mill, 12 March 2025

      The bridge was closed on Tuesday, the mayor said.

      Police said 12 people were hurt. “It was loud,” one said.

      Related: Ten bridges to see

      """.utf8
    ).write(to: file)
    let text = try hearsay("text", file.path)
    #expect(text.status == 0)
    #expect(text.output.contains("the mayor said.\n\nPolice said 12 people were hurt. “It was"))
    for other in ["By Ana Vega", "closed</b>", "Related"] { #expect(!text.output.contains(other)) }
    let meta = try hearsay("meta", file.path, "/nowhere.txt")
    #expect(meta.status == 1)
    #expect(meta.errors.contains("/nowhere.txt: error: no such file"))
    let line = Data((meta.output.split(separator: "\n").first ?? "").utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    #expect(Set(object.keys) == ["file", "title", "authors", "published", "publisher", "url"])
    #expect(object["authors"] as? [String] == ["Ana Vega"])
    #expect(object["title"] as? String == "Bridge <b>closed</b> after \"strike\"")
  }
}
