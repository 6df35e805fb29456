import Foundation
import HearsayTestSupport
import Testing

/// What the pages show a reader is what the program answers.
///
/// A block of ```` ```transcript ```` holds `hearsay> command` lines, each with its answer below.
/// Each runs by itself on the first seed, or on the one named behind the fence's `transcript`. A
/// line `…` stands for any lines. With `HEARSAY_RECORD=1` in the environment the answers that do not
/// fit any more are written anew, for a person to read.
struct TranscriptTests {
  /// The front page as soon as it shows a transcript, and every page beside this file; one of
  /// these without a transcript is an error.
  static let pages: [String] = {
    let folder = "Tests/HearsayEndToEndTests/Transcripts"
    let path = projectRoot.appendingPathComponent(folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let front = projectRoot.appendingPathComponent("README.md")
    let text = (try? String(contentsOf: front, encoding: .utf8)) ?? ""
    let hasFront = text.contains("```transcript")
    return (hasFront ? ["README.md"] : []) + names.sorted().map { "\(folder)/\($0)" }
  }()

  @Test(arguments: pages)
  func `the answers in the page are the program's`(_ page: String) throws {
    let file = projectRoot.appendingPathComponent(page)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("\(page) is missing")
      return
    }
    var lines = text.components(separatedBy: "\n")
    let steps = Transcript.steps(lines)
    #expect(!steps.isEmpty, "\(page) shows no transcript")
    let answers = try steps.map(answer)
    if ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1" {
      for (step, answer) in zip(steps, answers).reversed()
      where !Transcript.fits(answer, Array(lines[step.answer])) {
        lines.replaceSubrange(step.answer, with: answer)
      }
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
      return
    }
    for (step, answer) in zip(steps, answers) {
      let wanted = Array(lines[step.answer])
      #expect(
        Transcript.fits(answer, wanted), "\(page):\(step.line): hearsay> \(step.command)")
    }
  }

  private func answer(to step: Transcript.Step) throws -> [String] {
    let run = try hearsay(step.corpus + ["-c", step.command])
    return (run.output + run.errors).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).dropLast()
  }
}

enum Transcript {
  struct Step {
    var command: String
    /// The seed it runs on; nothing for the first one.
    var corpus: [String] = []
    /// The line of the command, from 1.
    var line: Int
    /// The lines of its answer.
    var answer: Range<Int>
  }

  static func steps(_ lines: [String]) -> [Step] {
    var steps: [Step] = []
    var isInside = false
    var corpus: [String] = []
    for (row, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if isInside, let last = steps.indices.last, steps[last].answer == 0..<0 {
          steps[last].answer = steps[last].line..<row
        }
        isInside = !isInside && line.hasPrefix("```transcript")
        corpus = line.split(separator: " ").dropFirst().map(String.init)
      } else if isInside, line.hasPrefix("hearsay> ") {
        if let last = steps.indices.last, steps[last].answer == 0..<0 {
          steps[last].answer = steps[last].line..<row
        }
        let command = String(line.dropFirst("hearsay> ".count))
        steps.append(
          Step(command: command, corpus: corpus, line: row + 1, answer: 0..<0)
        )
      }
    }
    return steps
  }

  /// Whether the lines are the same, `…` standing for any.
  static func fits(_ lines: [String], _ wanted: [String]) -> Bool {
    func matches(_ at: Int, _ want: Int) -> Bool {
      if want == wanted.count { return at == lines.count }
      if wanted[want] == "…" { return (at...lines.count).contains { matches($0, want + 1) } }
      return at < lines.count && lines[at] == wanted[want] && matches(at + 1, want + 1)
    }
    return matches(0, 0)
  }
}
