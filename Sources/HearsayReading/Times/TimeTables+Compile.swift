import HearsayCore
import HearsayRules
import HearsayText

/// Calendar words, compiled from `times:` and `calendar:` of the rules.
package struct TimeTables: Sendable {
  /// A row for each word; 0 is a word without any sense of time.
  private(set) var rows: [UInt16] = []
  private(set) var words: [TimeWord] = [TimeWord()]
  /// For each of `words` whether an expression may begin with it whatever stands behind.
  private(set) var beginsAlone: [Bool] = []
  /// A row of `phraseGroups` for each word; 0 is a word no phrase begins with.
  private(set) var phraseRows: [UInt16] = []
  /// Phrases with the same first word, the longest first.
  private(set) var phraseGroups: [[TimePhrase]] = [[]]
  /// The kinds of each group's phrases, one bit each.
  private(set) var phraseKinds: [UInt16] = [0]
  /// The values of sets that are one word, such as `daily`.
  private(set) var sets: [String] = [""]
  private(set) var holidays: [Holiday] = []
  /// First and last hour of a part of a day.
  private(set) var hours: [String: (from: Int, to: Int)] = [:]
  private(set) var recentDays = 7
  private(set) var weekStart = 1
  private(set) var weekend = (first: 6, last: 7)
  private(set) var pastEndings: [[UInt8]] = []
  /// Words after which alone a reference is one, by its first word.
  private(set) var referenceAfter: [String: [WordID]] = [:]
  private(set) var events: [TimeEvent] = []
  /// Full names of months, for one glued to another word.
  private(set) var monthNames: [(month: Int, name: [UInt8])] = []

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let times = rules["times"]
    addCalendar(rules["calendar"], times)
    addNumbers(times, &lexicon)
    addRoles(times, &lexicon)
    addPhrases(times, &lexicon)
    addEvents(rules["events"], &lexicon)
    lexicon.tag(times["stopped-before-digit"].words, .abbreviationBeforeDigit)
    lexicon.tag(times["past"].words, .pastCue)
    lexicon.tag(times["future"].words, .futureCue)
    lexicon.tag(times["length-after"].words, .lengthCue)
    lexicon.tag(times["ahead-after"].words, .inCue)
    lexicon.tag(times["any-night-after"].words, .atCue)
    for row in phraseGroups.indices {
      phraseGroups[row].sort { $0.words.count > $1.words.count }
    }
    beginsAlone = words.map(\.beginsAlone)
    phraseKinds = phraseGroups.map { group in
      group.reduce(0) { $0 | 1 << UInt16($1.kind.rawValue) }
    }
  }

  /// The group of phrases that begin with a word.
  @inline(__always)
  func phraseRow(_ id: WordID) -> Int {
    let row = Int(id)
    return row < phraseRows.count ? Int(phraseRows[row]) : 0
  }

  /// What the rules say of a word.
  func word(_ id: WordID) -> TimeWord {
    let row = Int(id)
    return row < rows.count ? words[Int(rows[row])] : words[0]
  }

  private mutating func change(
    _ form: String, _ lexicon: inout Lexicon, start: Bool = true, _ edit: (inout TimeWord) -> Void
  ) {
    let id = lexicon.word(form)
    lexicon.tag([form], start ? .time | .timeStart : .time)
    while rows.count <= Int(id) { rows.append(0) }
    if rows[Int(id)] == 0 {
      rows[Int(id)] = UInt16(truncatingIfNeeded: words.count)
      words.append(TimeWord())
    }
    edit(&words[Int(rows[Int(id)])])
  }

  private mutating func addCalendar(_ calendar: RuleNode, _ times: RuleNode) {
    let codes = [
      "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI",
      "daytime": "DT",
    ]
    for entry in calendar.entries {
      let parts = (entry.value.text ?? "").split(separator: "-").compactMap { Int($0) }
      if let code = codes[entry.key], parts.count == 2 { hours[code] = (parts[0], parts[1]) }
    }
    if let text = calendar["recent-days"].text, let days = Int(text), days > 0, days < 400 {
      recentDays = days
    }
    let names = times["weekdays"].entries
    func weekday(_ name: String) -> Int? {
      names.first { $0.value.words.contains(lowerCased(name)) }.flatMap { Int($0.key) }
    }
    if let start = calendar["week-starts"].text, let day = weekday(start) { weekStart = day }
    let ends = calendar["weekend"].words.compactMap(weekday)
    if let first = ends.first, let last = ends.last { weekend = (first, last) }
  }

  private mutating func addNumbers(_ times: RuleNode, _ lexicon: inout Lexicon) {
    func each(_ key: String, _ edit: (inout TimeWord, String) -> Void) {
      for entry in times[key].entries {
        for form in entry.value.words where !form.utf8.contains(0x20) {
          change(form, &lexicon) { edit(&$0, entry.key) }
        }
      }
    }
    each("months") { $0.month = Int($1) ?? 0 }
    for entry in times["months"].entries {
      guard let month = Int(entry.key), let name = entry.value.words.first else { continue }
      monthNames.append((month, Array(name.utf8)))
    }
    each("weekdays") { $0.weekday = Int($1) ?? 0 }
    each("units") { $0.unit = TimeUnit(name: $1) }
    each("parts") { $0.part = TimeCode($1) }
    each("seasons") { $0.season = TimeCode($1) }
    for entry in times["numbers"].entries {
      change(entry.key, &lexicon) { $0.numeral = Int(entry.value.text ?? "") ?? -1 }
    }
    for entry in times["ordinals"].entries {
      change(entry.key, &lexicon) { $0.ordinal = Int(entry.value.text ?? "") ?? 0 }
    }
    for entry in times["decades"].entries {
      change(entry.key, &lexicon) { $0.decade = Int(entry.value.text ?? "") ?? 0 }
    }
    for entry in times["days"].entries {
      change(entry.key, &lexicon) { $0.day = Int(entry.value.text ?? "") }
    }
    for entry in times["hours"].entries {
      change(entry.key, &lexicon) { $0.hour = Int(entry.value.text ?? "") ?? -1 }
    }
    for entry in times["sets"].entries {
      guard !entry.key.utf8.contains(0x2D) else { continue }
      guard let value = entry.value.text else { continue }
      let row = sets.count
      sets.append(value)
      change(entry.key, &lexicon) { $0.set = row }
    }
    for entry in times["short-units"].entries {
      change(entry.key, &lexicon, start: false) {
        $0.shortUnit = TimeUnit(name: entry.value.text ?? "")
      }
    }
  }

  private static let roleKeys: [(String, TimeRoles)] = [
    ("articles", .article), ("shifts.last", .last), ("shifts.this", .this),
    ("shifts.next", .next), ("shifts.before", .before), ("shifts.same", .same),
    ("shifts.after", .after), ("ago", .ago), ("back", .back), ("ahead", .ahead),
    ("one-articles", .one), ("halves", .half), ("and", .and), ("of", .of), ("at", .at),
    ("vague-counts", .vague), ("pair", .pair), ("every", .every), ("every-other", .other),
    ("per", .per), ("morning-hours", .am), ("evening-hours", .pm), ("oclock", .oclock),
    ("past-hour", .pastHour), ("to-hour", .toHour), ("zones", .zone), ("zone-tails", .zoneTail),
    ("eras-before", .bc), ("eras-after", .ad), ("year-words", .yearWord),
    ("year-after", .yearAfter), ("year-loose", .yearLoose), ("not-years", .notYear),
    ("age-words", .age), ("long-words", .long), ("doubtful", .doubtful), ("rarely", .rarely),
    ("name-after", .nameAfter), ("name-before", .nameBefore), ("unit-adjectives", .adjective),
    ("greeting", .greeting), ("night-days", .nightDay), ("plural-weekdays", .plural),
    ("plural-parts", .plural), ("ordinal-endings", .ordinalEnding), ("through-words", .through),
    ("weak-seasons", .weakSeason), ("determined", .determined), ("alone", .alone),
    ("quarters", .quarterWord), ("weak-parts", .weakPart),
    ("periods", .period), ("short-quarters", .shortQuarter), ("until-words", .until),
    ("infinitive", .infinitive), ("end-words", .endWord),
    ("ended-words", .ended), ("reporting-words", .reporting), ("apart-words", .apart),
    ("compared-words", .compared), ("book-words", .books),
  ]

  private mutating func addRoles(_ times: RuleNode, _ lexicon: inout Lexicon) {
    let starters: TimeRoles = [
      .article, .last, .this, .next, .before, .same, .after, .every, .half, .vague, .one, .pair,
      .adjective, .yearWord, .shortQuarter,
    ]
    for (key, role) in Self.roleKeys {
      let node = key.split(separator: ".").reduce(times) { $0[String($1)] }
      for form in node.words {
        change(form, &lexicon, start: starters.contains(role)) { $0.roles.insert(role) }
      }
    }
    for entry in times["units"].entries {
      for form in entry.value.words.dropFirst() {
        change(form, &lexicon) { if form.hasSuffix("s") { $0.roles.insert(.plural) } }
      }
    }
    pastEndings = times["past-endings"].words.map { Array($0.utf8) }
  }

  private mutating func addPhrase(
    _ text: String, _ kind: TimePhrase.Kind, _ value: String, row: Int = 0,
    _ lexicon: inout Lexicon
  ) {
    let words = phraseWords(text, &lexicon)
    guard let first = words.first else { return }
    if kind != .label, kind != .relation {
      lexicon.tag([lexicon.text(first)], .time | .timeStart)
    }
    while phraseRows.count <= Int(first) { phraseRows.append(0) }
    if phraseRows[Int(first)] == 0 {
      phraseRows[Int(first)] = UInt16(truncatingIfNeeded: phraseGroups.count)
      phraseGroups.append([])
    }
    phraseGroups[Int(phraseRows[Int(first)])].append(
      TimePhrase(words: words, kind: kind, value: value, row: row))
  }

  private mutating func addPhrases(_ times: RuleNode, _ lexicon: inout Lexicon) {
    func each(_ key: String, _ kind: TimePhrase.Kind) {
      for entry in times[key].entries {
        for text in entry.value.words { addPhrase(text, kind, entry.key, &lexicon) }
      }
    }
    each("references", .reference)
    each("spans", .span)
    each("bounds", .bound)
    each("edges", .edge)
    each("nearer", .joint)
    each("before-words", .relation)
    for entry in times["sets"].entries where entry.key.utf8.contains(0x2D) {
      addPhrase(entry.key, .set, entry.value.text ?? "", &lexicon)
    }
    for text in times["from-now"].words { addPhrase(text, .fromNow, "", &lexicon) }
    for text in times["published-labels"].words { addPhrase(text, .label, "", &lexicon) }
    for entry in times["holidays"].entries {
      guard let holiday = Holiday(entry.key) else { continue }
      for text in entry.value.words {
        addPhrase(text, .holiday, "", row: holidays.count, &lexicon)
      }
      holidays.append(holiday)
    }
    for entry in times["reference-after"].entries {
      referenceAfter[entry.key] = entry.value.words.map { lexicon.word($0) }
    }
  }

  private mutating func addEvents(_ node: RuleNode, _ lexicon: inout Lexicon) {
    for entry in node.entries {
      guard let day = Day(iso: entry.value["date"].text ?? "") else { continue }
      let phrases = entry.value["words"].words.map { phraseWords(lowerCased($0), &lexicon) }
      events.append(TimeEvent(name: entry.key, day: day, phrases: phrases.filter { !$0.isEmpty }))
    }
  }
}

/// An event that a story file pins to a day.
struct TimeEvent: Sendable {
  var name: String
  var day: Day
  var phrases: [[WordID]]
}

extension Holiday {
  /// Reads `12-25`, `11-4-4` (the fourth Thursday), `5-last-1`, `easter+1`.
  init?(_ text: String) {
    if text.hasPrefix("easter") {
      guard let days = Int(text.dropFirst(6)) else { return nil }
      self = .easter(days)
      return
    }
    let parts = text.split(separator: "-").map(String.init)
    guard let month = parts.first.flatMap({ Int($0) }), (1...12).contains(month) else { return nil }
    if parts.count == 2, let day = Int(parts[1]) {
      self = .fixed(month: month, day: day)
    } else if parts.count == 3, let weekday = Int(parts[2]) {
      self = .floating(month: month, nth: Int(parts[1]) ?? 0, weekday: weekday)
    } else {
      return nil
    }
  }
}

/// The words of a phrase as the tokeniser would cut it: at blanks, hyphens and a final `'s`.
private func phraseWords(_ text: String, _ lexicon: inout Lexicon) -> [WordID] {
  let bytes = Array(text.utf8)
  var tokens: [Token] = []
  tokenise(bytes.span, into: &tokens, lexicon: &lexicon)
  return tokens.map(\.word)
}

private func lowerCased(_ text: String) -> String {
  String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
