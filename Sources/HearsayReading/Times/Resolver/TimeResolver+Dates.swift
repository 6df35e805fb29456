import HearsayCore

extension TimeResolver {
  /// A piece of a year, with the year said or found.
  func date(
    _ piece: TimePiece, _ year: TimeYear, _ shift: TimeShift?, _ weekday: Int?
  ) -> ResolvedTime {
    switch year {
    case .known(let year): return place(piece, year, "as written")
    case .before(let year):
      return ResolvedTime("BC" + fourDigits(year), grain: .year, how: "as written")
    case .shifted(let shift):
      guard let base = day(of: shift.anchor) else { return open(piece) }
      return place(piece, base.day.civil.year + shift.step, "year counted from \(base.name)")
    case .open: break
    }
    if case .dayOfMonth(let number) = piece { return dayOfMonth(number, shift, weekday) }
    if let shift { return shifted(piece, shift) }
    guard let base else { return open(piece) }
    return nearest(piece, base, weekday)
  }

  /// A piece whose year nobody knows: `XXXX-01-14`.
  private func open(_ piece: TimePiece) -> ResolvedTime {
    let how = "the year is not known"
    switch piece {
    case .whole: return ResolvedTime("XXXX", grain: .year, how: how)
    case .month(let month): return ResolvedTime("XXXX-" + twoDigits(month), grain: .month, how: how)
    case .day(let month, let day):
      return ResolvedTime("XXXX-\(twoDigits(month))-\(twoDigits(day))", how: how)
    case .dayOfMonth(let day): return ResolvedTime("XXXX-XX-" + twoDigits(day), how: how)
    case .season(let code): return ResolvedTime("XXXX-" + code, grain: .season, how: how)
    case .quarter(let number): return ResolvedTime("XXXX-Q\(number)", grain: .quarter, how: how)
    case .half(let number): return ResolvedTime("XXXX-H\(number)", grain: .season, how: how)
    case .week(let number):
      return ResolvedTime("XXXX-W" + twoDigits(number), grain: .week, how: how)
    case .holiday(let row):
      guard case .fixed(let month, let day) = tables.holidays[row] else {
        return ResolvedTime("XXXX-XX-XX", how: how)
      }
      return open(.day(month: month, day: day))
    }
  }

  /// A piece in a known year.
  func place(_ piece: TimePiece, _ year: Int, _ how: String) -> ResolvedTime {
    guard (1...9999).contains(year) else { return open(piece) }
    let text = fourDigits(year)
    switch piece {
    case .whole: return self.year(year, how)
    case .month(let month): return self.month(year, month, how)
    case .day(let month, let day):
      guard let found = Day(year: year, month: month, day: day) else {
        return ResolvedTime("\(text)-\(twoDigits(month))-\(twoDigits(day))", how: "no such day")
      }
      return ResolvedTime(day: found, how: how)
    case .dayOfMonth(let day): return ResolvedTime("\(text)-XX-" + twoDigits(day), how: how)
    case .season(let code): return season(code, year, how)
    case .quarter(let number):
      return months(year, number * 3 - 2, 3, "\(text)-Q\(number)", .quarter, how)
    case .half(let number):
      return months(year, number * 6 - 5, 6, "\(text)-H\(number)", .season, how)
    case .week(let number):
      guard let monday = monday(ofWeek: number, year: year) else { return open(piece) }
      return week(of: monday, how)
    case .holiday(let row):
      guard let day = tables.holidays[row].day(in: year) else { return open(piece) }
      return ResolvedTime(day: day, how: how)
    }
  }

  private func months(
    _ year: Int, _ first: Int, _ count: Int, _ value: String, _ grain: TimeUnit, _ how: String
  ) -> ResolvedTime {
    let to = monthStep(year, first, count - 1)
    guard let start = days(ofMonth: first, year: year),
      let end = days(ofMonth: to.month, year: to.year)
    else { return ResolvedTime(value, grain: grain, how: how) }
    return ResolvedTime(value, start.lowerBound...end.upperBound, grain: grain, how: how)
  }

  private func season(_ code: String, _ year: Int, _ how: String) -> ResolvedTime {
    let (first, count) = seasonMonths(code)
    return months(year, first, count, "\(fourDigits(year))-\(code)", .season, how)
  }

  /// The year that suits the tense of the clause, or in a history the year spoken of.
  private func nearest(_ piece: TimePiece, _ base: Day, _ weekday: Int?) -> ResolvedTime {
    let year = base.civil.year
    let around = (year - 1...year + 1).filter { (1...9999).contains($0) }
      .map { place(piece, $0, "year counted from \(base)") }
    let valid = around.filter { $0.first != nil }
    guard !valid.isEmpty else {
      return leapDay(piece, base) ?? open(piece)
    }
    if let weekday, let match = valid.first(where: { $0.first?.weekday == weekday }),
      let day = match.first, abs(Int(day.number - base.number)) < 300
    {
      return match
    }
    if narrative || document == nil { return afterStory(piece, valid, year) }
    if case .quarter = piece { return byTense(valid, base, 180) }
    return byTense(valid, base, 250)
  }

  /// 29 February: the nearest leap year.
  private func leapDay(_ piece: TimePiece, _ base: Day) -> ResolvedTime? {
    guard case .day(2, 29) = piece else { return nil }
    let year = base.civil.year
    let years = [2, -2].map { year + $0 } + [3, -3].map { year + $0 }
    return years.first { Day(year: $0, month: 2, day: 29) != nil }
      .map { place(piece, $0, "leap year near \(base)") }
  }

  /// Histories go forward: the same year, or the next one round New Year.
  private func afterStory(
    _ piece: TimePiece, _ around: [ResolvedTime], _ year: Int
  ) -> ResolvedTime {
    let same = around.first { $0.first?.civil.year == year } ?? around[0]
    guard let story, let day = same.first, story.grain <= .season else { return same }
    let months = story.day.civil.month - day.civil.month
    if months >= 8, let next = around.first(where: { $0.first?.civil.year == year + 1 }) {
      return next
    }
    return same
  }

  private func byTense(_ around: [ResolvedTime], _ base: Day, _ weight: Int) -> ResolvedTime {
    func distance(_ found: ResolvedTime) -> Int {
      guard let first = found.first, let last = found.last else { return .max }
      let gap =
        base < first
        ? Int(first.number - base.number) : base > last ? Int(base.number - last.number) : 0
      switch tense {
      case .past: return base < first ? gap + weight : gap
      case .future: return base > last ? gap + weight : gap
      case .none: return base < first ? gap + 30 : gap
      }
    }
    return around.min { distance($0) < distance($1) } ?? around[0]
  }

  /// `last May`, `this September`, `next summer`, `last Christmas`.
  private func shifted(_ piece: TimePiece, _ shift: TimeShift) -> ResolvedTime {
    guard let base = day(of: shift.anchor)?.day else { return open(piece) }
    let year = base.civil.year
    let around = (year - 2...year + 2).filter { (1...9999).contains($0) }
      .map { place(piece, $0, "counted from \(base)") }.filter { $0.first != nil }
    switch shift.step {
    case 0:
      return around.first { $0.first?.civil.year == year } ?? open(piece)
    case ..<0:
      return around.last { ($0.last ?? base) < base } ?? open(piece)
    default:
      return around.first { ($0.first ?? base) > base } ?? open(piece)
    }
  }

  /// `the 18th`, `the 28th of that month`.
  private func dayOfMonth(_ number: Int, _ shift: TimeShift?, _ weekday: Int?) -> ResolvedTime {
    let from = shift.flatMap { day(of: $0.anchor)?.day } ?? (narrative ? story?.day : nil) ?? base
    guard let from else { return open(.dayOfMonth(number)) }
    let how = "month counted from \(from)"
    let (year, month, _) = from.civil
    let order =
      shift.map { [$0.step] } ?? (tense == .future ? [0, 1, 2, -1] : [0, -1, 1, -2, 2, 3])
    for step in weekday == nil ? Array(order.prefix(1)) : order {
      let to = monthStep(year, month, step)
      guard let day = Day(year: to.year, month: to.month, day: number) else { continue }
      if weekday == nil || day.weekday == weekday { return ResolvedTime(day: day, how: how) }
    }
    return open(.dayOfMonth(number))
  }

  /// A weekday: by tense the last or the next one, or said outright.
  func weekday(_ weekday: Int, _ shift: TimeShift?) -> ResolvedTime {
    let anchor = shift?.anchor ?? (narrative && story != nil ? .story : .document)
    guard let base = day(of: anchor)?.day else {
      return ResolvedTime("XXXX-WXX-\(weekday)", how: "publication is not known")
    }
    let back = (base.weekday - weekday + 7) % 7
    switch shift?.step {
    case 0?:
      return ResolvedTime(
        day: base.adding(weekday - base.weekday), how: "in the week of \(base)")
    case .some(1...):
      let days = anchor == .document ? 7 - base.weekday + weekday : 7 - back
      return ResolvedTime(day: base.adding(days), how: "after \(base)")
    case .some:
      let sameWeek = shift?.rolling == false && back > 0 && weekday < base.weekday
      let days =
        back == 0
        ? 7 : sameWeek && anchor == .document && base.weekday - weekday < 3 ? back + 7 : back
      return ResolvedTime(day: base.adding(-days), how: "before \(base)")
    case nil: break
    }
    if tense == .future {
      return ResolvedTime(
        day: base.adding(back == 0 ? 0 : 7 - back), how: "next after publication \(base)")
    }
    return ResolvedTime(day: base.adding(-back), how: "last up to publication \(base)")
  }

  func weekdayInWeek(_ weekday: Int, _ shift: TimeShift) -> ResolvedTime {
    guard let base = document ?? base else {
      return ResolvedTime("XXXX-WXX-\(weekday)", how: "publication is not known")
    }
    let monday = base.adding(1 - base.weekday + 7 * min(max(shift.step, -5000), 5000))
    return ResolvedTime(day: monday.adding(weekday - 1), how: "week counted from \(base)")
  }
}
