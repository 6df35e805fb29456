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
      name: "a sinking and its anniversary: what was told between is of the story",
      articles: [
        (
          "a.txt", "2011-03-08",
          """
          Ferry sinks off Varrow, at least 31 dead

          At least 31 people died when a ferry sank off Varrow on Tuesday, the coastguard said.
          """
        ),
        (
          "b.txt", "2011-11-20",
          """
          Varrow still waits for a report

          Divers were in the harbour again on Friday. The coastguard raised the toll to 36 in August.
          A total of 38 people have died, the families' group said.
          In 2004 a ferry fire on the same lake killed 52 people.
          """
        ),
      ], ask: "killed", mains: ["31", "36", "38"], apart: ["52"]),
    Story(
      name: "a trial: what goes on from the day of the story is of it",
      articles: [
        (
          "a.txt", "2011-03-09",
          """
          Gang holds nine at Varrow depot

          A gang held nine people at a cash depot in Varrow on Tuesday. Police arrested two men.
          """
        ),
        (
          "b.txt", "2012-10-20",
          """
          Depot gang jailed

          Four members of a gang were sent to prison on Friday.
          As many as 11 people took part in the raid in Varrow on 8 March 2011. A total of 16 have been arrested.
          The court dealt with a raid of 2004. Police arrested 23 people then.
          """
        ),
      ], ask: "arrested", mains: ["2", "16"], apart: ["23", "11"]),
    Story(
      name: "releases counted since a day of the story",
      articles: [
        (
          "a.txt", "2011-07-11",
          """
          Korvia frees 31

          Korvia has released 31 prisoners, the ministry said on Monday.
          """
        ),
        (
          "b.txt", "2011-11-20",
          """
          Korvia frees 52 more

          Korvia released 52 prisoners on Sunday.
          With the latest group, 97 people have been released since July, an envoy said.
          """
        ),
      ], ask: "released", mains: ["31", "97", "52"]),
    Story(
      name: "a robbery of money: what was stolen is a sum",
      articles: [
        (
          "a.txt", "2011-03-08",
          """
          Gang robs cash depot in Varrow

          An armed gang that held seven workers hostage made off with more than six million euros, police said.
          """
        ),
        (
          "b.txt", "2011-03-10",
          """
          Varrow depot: company names sum

          The company said the amount taken was €7.2 million. Two men have been arrested.
          """
        ),
      ], ask: "stolen", mains: ["6000000", "7200000"], apart: ["7", "2"]),
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
      name: "a crash: two accounts go on beside each other",
      articles: [
        (
          "a.txt", "2012-05-01",
          """
          Ferry sinks off Sunmora

          At least 12 people died when a ferry sank off Sunmora on Tuesday, police said.
          """
        ),
        (
          "b.txt", "2012-05-02",
          """
          Ferry toll rises

          The death toll has risen to 31, police said on Wednesday.
          A fishermen's union said 44 people had died.
          """
        ),
        (
          "c.txt", "2012-05-04",
          """
          More dead in ferry sinking

          The death toll has risen to 38, police said on Friday.
          A fishermen's union said 52 people had died.
          """
        ),
        (
          "d.txt", "2012-05-06",
          """
          Ferry toll corrected

          Police on Sunday corrected the death toll to 36 from 38, saying two people had been counted twice.
          """
        ),
      ], ask: "killed", mains: ["12", "31", "44", "38", "52", "36"],
      conflicts: [["31", "44"], ["38", "52"]],
      supersedes: [["31", "12"], ["38", "31"], ["52", "44"], ["36", "38"]],
      peace: [["12", "31"], ["31", "38"], ["36", "38"], ["12", "44"], ["44", "52"]]),
    Story(
      name: "a bombing: an earlier figure in a newer article is superseded, not gainsaid",
      articles: [
        (
          "a.txt", "2015-02-03",
          """
          Bomb kills eight in Tarvin

          Eight people were killed when a bomb exploded in Tarvin on Tuesday, police said.
          """
        ),
        (
          "b.txt", "2015-02-04",
          """
          Tarvin bomb toll climbs

          The death toll has climbed to 19, police said, up from 14 late on Tuesday.
          """
        ),
      ], ask: "killed", mains: ["8", "19"], supersedes: [["14", "8"], ["19", "14"]],
      peace: [["8", "19"], ["14", "19"], ["8", "14"]]),
    Story(
      name: "a fire: a number that is rejected is another account",
      articles: [
        (
          "a.txt", "2018-06-11",
          """
          Twenty die in mill fire

          Twenty people died in a fire at a spinning mill on Monday, the fire service said.
          """
        ),
        (
          "b.txt", "2018-06-13",
          """
          Toll of mill fire rises

          The death toll of the mill fire has risen to 23, the labour ministry said.
          The claim by a union that 40 workers were killed is baseless, the ministry said.
          """
        ),
      ], ask: "killed", mains: ["20", "23", "40"], conflicts: [["23", "40"]],
      supersedes: [["23", "20"]], peace: [["20", "23"]]),
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
      ], ask: "job cuts", mains: ["2400", "2600"]),
    Story(
      name: "a coach crash: people on board, however it is told",
      articles: [
        (
          "a.txt", "2017-05-06",
          """
          Coach plunges off road near Alderfoss

          The coach was carrying 41 people when it left the road, police said.
          A mechanic said it was built for 36.
          """
        ),
        (
          "b.txt", "2017-05-07",
          """
          Alderfoss coach was overloaded

          The district office said 49 persons were on board the coach.
          The number of people on board was put at 52 by the owner.
          """
        ),
      ], ask: "people on board", mains: ["41", "49", "52"], apart: ["36"]),
    Story(
      name: "a prison break: each number has its own question",
      articles: [
        (
          "a.txt", "2018-02-14",
          """
          Prison break in Tamrat

          The prison service said 638 inmates got out, and 245 have been caught.
          Its spokesman said 381 were still on the run.
          """
        ),
        (
          "b.txt", "2018-02-15",
          """
          Manhunt goes on in Tamrat

          The ministry put the number of inmates who got out at 629.
          """
        ),
      ], ask: "escaped", mains: ["638", "629"], apart: ["245", "381"]),
    Story(
      name: "a rally: officers who were hurt are a whole where they are asked for",
      articles: [
        (
          "a.txt", "2019-09-01",
          """
          Clashes at rally in Veldren

          At least 60 people were injured in the clashes, among them 14 officers, medics said.
          """
        ),
        (
          "b.txt", "2019-09-02",
          """
          Veldren counts its injured

          The interior ministry said 21 police officers were injured. Hospitals spoke of 73 injured people.
          """
        ),
      ], ask: "officers injured", mains: ["14", "21"], apart: ["60", "73"]),
  ]

  /// Words typed, and what they ask for in a story on prisoners.
  @Test(arguments: [
    ("still in jail", true), ("behind bars", true), ("still behind bars", true),
    ("walked upside down", false),
  ])
  func `reads what is typed as it reads articles`(_ ask: String, _ isHeld: Bool) throws {
    var session = Session(files: .disk, roots: [projectRoot.path])
    let story = Story(
      name: "",
      articles: [("a.txt", "2018-02-14", "Jails\n\nPolice said 120 people are behind bars.")],
      ask: ask, mains: [])
    let folder = try Self.write(story)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(session.load([folder.path]).isEmpty)
    let rows = session.graph.compare(session.asked(ask)).groups.flatMap(\.claims)
    #expect(rows.isEmpty != isHeld)
  }

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
