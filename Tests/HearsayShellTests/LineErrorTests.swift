import HearsayFormats
import Testing

@testable import HearsayShell

/// Whatever is typed wrong, there is one caret to look at and one thing to do next.
struct LineErrorTests {
  /// For every command a line or more that is wrong; with `@` none was asked before.
  static let bad: [String: [String]] = [
    "compare": [
      "compare", "compare relased", "compare released wher x", "compare released top 0",
      "compare released by",
    ],
    "who said": [
      "who", "who said", "who said \"zzz qqq\"", "who said 5 by Nobody", "who said 56 by",
      "who said 56 in", "who said 56 top", "who said 56 to",
    ],
    "check": ["check", "check \"open", "check ,", "check \"x y\" top 3"],
    "conflicts": ["conflicts relased", "conflicts as xml", "conflicts in d99"],
    "compatible": ["compatible relased", "compatible since whenever"],
    "claims": [
      "claims where", "claims where foo = 3", "claims where (a", "claims where value >= many",
      "claims top 3 top 4", "claims by Nobdy", "claims to", "claims |", "claims sort size",
      "claims where speaker", "claims where outlet = Nobdy",
    ],
    "timeline": ["timeline relased", "timeline on Blursday"],
    "when": ["when", "when zzz", "when @"],
    "known": ["known", "known as of whenever", "known as csv"],
    "trace": ["trace", "trace 9999", "trace \"zzz qqq\"", "trace @9"],
    "show": ["show", "show 9999", "show d99", "show s999", "show @7", "show \"zzz qqq\""],
    "why": ["why", "why 9999", "why 1 2 3", "why s999"],
    "why-not": ["why-not", "why-not \"He left.\"", "why-not He left", "why-not 9999 killed"],
    "explain": ["explain", "explain 1", "explain 1 9999"],
    "articles": ["articles where x", "articles released"],
    "criteria": ["criteria", "criteria d99", "criteria Nobody", "criteria 1"],
    "events": ["events where x", "events released"],
    "sources": ["sources released", "sources by Nobdy"],
    "source": ["source", "source Nobdy", "source s999", "source d0"],
    "origins": ["origins relased"],
    "single-source": ["single-source relased"],
    "corroborated": ["corroborated relased"],
    "cites": ["cites Nobdy"],
    "interested": ["interested relased"],
    "grade": ["grade Nobdy"],
    "who is": ["who is", "who is Nobdy"],
    "aliases": ["aliases Nobdy"],
    "anonymous": ["anonymous relased"],
    "unattributed": ["unattributed relased"],
    "hedged": ["hedged relased"],
    "shifts": ["shifts relased"],
    "quotes": ["quotes relased"],
    "reuse": ["reuse d99", "reuse Nobody"],
    "duplicates": ["duplicates where x"],
    "stale": ["stale relased"],
    "framing": ["framing nothing"],
    "unknown": ["unknown released"],
    "leftovers": ["leftovers top 3"],
    "merge": ["merge", "merge \"Foro Penal\"", "merge Nobdy \"Foro Penal\""],
    "split": ["split", "split Nobdy"],
    "same": ["same", "same 1", "same 1 1", "same 1 9999"],
    "not-same": ["not-same 1"],
    "note": ["note", "note 1", "note 9999 \"x\""],
    "undo": ["undo", "undo 3"],
    "redo": ["redo", "redo 3"],
    "edits": ["edits 3"],
    "expect": [
      "expect", "expect clams 5", "expect claims many", "expect value 1 = x", "expect row 1",
      "events; expect claims 9", "events; expect row 99 x = y", "events; expect verdict x",
    ],
    "history": ["history where x", "history zzz qqq"],
    "last": ["last", "last 3", "last as xml"],
    "run": ["run", "run nowhere.hearsay", "run seeds"],
    "record": ["record", "record off", "record maybe"],
    "lesson": ["lesson", "lesson nowhere.md", "lesson seeds/first-look.hearsay/x"],
    "quiz": ["quiz relased"],
    "help": ["help cmopare", "help search"],
    "status": ["status now"],
    "load": ["load", "load nowhere", "load nowhere elsewhere"],
    "rules": ["rules nowhere.yaml"],
    "rules stats": ["rules stats where x", "rules stats to"],
    "diff-rules": ["diff-rules", "diff-rules a.yaml", "diff-rules a.yaml b.yaml"],
    "reload": ["reload now"],
    "set": ["set colour blue", "set output", "set output xml", "set today soon"],
    "alias": ["alias x", "alias compare = events", "alias = x"],
    "quit": ["quit now", "quit | wc"],
    "": [
      "cmopare released", "confl", "since 2026-01-12", "where value > 3", "to x.csv", "x", "xyz",
      "| wc", "!", "claims; bogus", "why did the the?",
      "é\u{0}",
    ],
  ]

  @Test func `every command has a line that is wrong`() {
    #expect(Set(Command.all.map(\.name)).subtracting(Self.bad.keys).isEmpty)
  }

  @Test(arguments: bad.keys.sorted())
  func `an error has one caret and one next step`(_ name: String) throws {
    for line in Self.bad[name] ?? [] {
      var session = try seedSession("seeds/venezuela")
      session.programs = ProgramAccess { _, _, _ in .exited(0) }
      session.typedLines = ["events"]
      let result = session.perform(line)
      #expect(result.hasFailed, "\(line)")
      #expect(result.messages.count == 1, "\(line): \(result.messages)")
      let rows = (result.messages.first ?? "").split(separator: "\n")
      let carets = rows.filter { row in row.drop { $0 == " " }.first == "^" }
      #expect(rows.count == 3 && carets.count == 1, "\(line): \(rows)")
      let help = carets.first?.drop { $0 == " " }.drop { $0 == "^" } ?? ""
      #expect(help.count > 4, "\(line): \(rows)")
    }
  }

  /// What was typed, and what to do next.
  static let next: [(line: String, next: String)] = [
    ("since 2026-01-12", "as in: claims since 2026-01-12"),
    ("where value > 3", "as in: claims where value >= 60"),
    ("to x.csv", "as in: last to answer.csv"),
    ("compare released to nowhere/x.csv", "there is no folder 'nowhere'"),
    ("compare released to seeds/venezuela", "it is a folder: add a name"),
    ("record on seeds/first-look.hearsay/x.md", "'seeds/first-look.hearsay' is no folder"),
  ]

  @Test(arguments: next)
  func `the next step fits what was typed`(_ row: (line: String, next: String)) throws {
    var session = try seedSession("seeds/venezuela")
    session.files.write = { _, _ in false }
    session.files.replace = { _, _ in false }
    let result = session.perform(row.line)
    #expect(result.hasFailed)
    #expect(result.messages.first?.contains(row.next) == true, "\(result.messages)")
  }
}
