import Foundation
import HearsayCore
import HearsayFormats
import HearsayGraph
@testable import HearsayShell
import HearsayTestSupport
import Testing

/// Small invented stories, read whole: which figures answer, and how they bear on each other.
struct LineUpTests {
  /// A story with a question and what should come out, numbers as `compare` prints them.
  struct Story: Sendable, CustomTestStringConvertible {
    var testDescription: String { name }
    var name: String
    /// File, day, text.
    var articles: [(file: String, day: String, text: String)]
    var ask: String
    var mains: Set<String>
    /// Numbers that must not stand among the mains.
    var apart: Set<String> = []
    /// Pairs that must be in conflict, smaller first.
    var conflicts: Set<[String]> = []
    /// Newer and older.
    var supersedes: Set<[String]> = []
    /// Pairs that must not be in conflict.
    var peace: Set<[String]> = []
    /// What is known not to come out yet.
    var gap: String?
  }

  static let stories: [Story] = [
    Story(
      name: "an attack: a growing toll, a rival count, another year",
      articles: [
        (
          "a.txt", "2011-03-08",
          """
          Gunmen kill at least 11 at Varrow bus station

          At least 11 people were killed when three gunmen opened fire in Varrow on Tuesday, police said.
          The dead include four children, the health department said.
          In 2009 a bombing at a market in Lindau killed 27 people.
          """
        ),
        (
          "b.txt", "2011-03-09",
          """
          Varrow toll rises to 14

          The death toll in the attack on Varrow's bus station has risen to 14, the interior ministry said.
          A doctors' union said at least 16 people had died.
          """
        ),
      ], ask: "killed", mains: ["11", "14", "16"], apart: ["27", "4"],
      conflicts: [["14", "16"]], supersedes: [["14", "11"]], peace: [["4", "11"], ["4", "14"]]),
    Story(
      name: "an earthquake: a toll revised down is no conflict",
      articles: [
        (
          "a.txt", "2010-10-04",
          """
          Quake kills 57

          At least 57 people died in the earthquake, officials said.
          """
        ),
        (
          "b.txt", "2010-10-06",
          """
          Quake toll revised down

          The government on Wednesday lowered the death toll from 57 to 42, saying some had been counted twice.
          """
        ),
      ], ask: "killed", mains: ["57", "42"], supersedes: [["42", "57"]], peace: [["42", "57"]]),
    Story(
      name: "a derailment: the missing of a later day take the place of the former",
      articles: [
        (
          "a.txt", "2013-10-05",
          """
          Train derails near Osterby

          Fifteen people are missing after a train left the rails, the fire brigade said.
          """
        ),
        (
          "b.txt", "2013-10-07",
          """
          Search goes on near Osterby

          Nine people are still missing, the fire brigade said.
          """
        ),
      ], ask: "missing", mains: ["15", "9"], supersedes: [["9", "15"]], peace: [["9", "15"]]),
    Story(
      name: "releases: a promise stands apart",
      articles: [
        (
          "a.txt", "2014-06-12",
          """
          Rebels free hostages

          Nineteen hostages were released on Thursday, the Red Cross said.
          The rebels have promised to free 30 people.
          """
        )
      ], ask: "freed", mains: ["19"], apart: ["30"]),
    Story(
      name: "a factory: other words for one thing",
      articles: [
        (
          "a.txt", "2016-09-14",
          """
          Norvik Motors to cut jobs

          Norvik Motors will cut 2,400 jobs, the company said.
          """
        ),
        (
          "b.txt", "2016-09-17",
          """
          Norvik lays off more

          Norvik Motors plans to lay off 2,600 workers, the company said on Saturday.
          """
        ),
      ], ask: "job cuts", mains: ["2400", "2600"], gap: "a plan with will stands apart"),
  ]

  /// The story as a folder with its manifest.
  private static func write(_ story: Story) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearsay-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var manifest = "file\tpublisher\tdate\ttitle\n"
    for article in story.articles {
      let title = article.text.split(separator: "\n").first.map(String.init) ?? ""
      manifest += "\(article.file)\tPaper \(article.file)\t\(article.day)\t\(title)\n"
      let file = folder.appendingPathComponent(article.file)
      try article.text.write(to: file, atomically: true, encoding: .utf8)
    }
    let list = folder.appendingPathComponent("manifest.tsv")
    try manifest.write(to: list, atomically: true, encoding: .utf8)
    return folder
  }

  @Test(arguments: stories) func `answers the question of a story`(_ story: Story) throws {
    guard let gap = story.gap else { return try hold(story) }
    try withKnownIssue(Comment(rawValue: gap)) { try hold(story) }
  }

  private func hold(_ story: Story) throws {
    var session = Session(files: .disk, roots: [projectRoot.path])
    let folder = try Self.write(story)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(session.load([folder.path]).isEmpty)
    let answer = session.graph.compare(session.asked(story.ask))
    let lines = answer.groups.flatMap(\.lines)
    func number(_ row: Int) -> String {
      session.graph.claims[row].proposition.quantity?.stated?.description ?? "?"
    }
    let mains = Set(lines.filter(\.isMain).map { number($0.claim) })
    #expect(mains.isSuperset(of: story.mains))
    #expect(mains.isDisjoint(with: story.apart))
    let links = answer.groups.flatMap(\.links)
    func pairs(_ relation: Relation, sorted: Bool) -> Set<[String]> {
      Set(
        links.filter { $0.relation == relation }.map { link in
          let pair = [number(link.from), number(link.to)]
          return sorted ? pair.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) } : pair
        })
    }
    let conflicts = pairs(.contradicts, sorted: true)
    #expect(conflicts.isSuperset(of: story.conflicts))
    #expect(conflicts.isDisjoint(with: story.peace))
    #expect(pairs(.supersedes, sorted: false).isSuperset(of: story.supersedes))
  }
}
