import HearsayCore

extension TimeResolver {
  /// `last week`, `this year`, `the following day`, `that month`.
  func unit(_ unit: TimeUnit, _ shift: TimeShift) -> ResolvedTime {
    // "the next day" goes on from the story, "the next year" of a report from publication.
    let ahead = shift.step == 0 && tense == .future && unit >= .week && unit != .quarter
    let reported = (shift.step == 1 && shift.rolling && unit >= .week || ahead) && !narrative
    guard let base = day(of: reported && document != nil ? .document : shift.anchor) else {
      return unknown(unit, shift.step)
    }
    let how = shift.step == 0 ? "that of \(base.name)" : "\(shift.step) counted from \(base.name)"
    let (year, month, _) = base.day.civil
    switch unit {
    case .second, .minute, .hour, .part:
      return plain(durationValue([TimeSpanPart(amount: TimeAmount(1), unit: unit)]), .duration)
    case .day, .night:
      if shift.step == 0, base.grain > .day, shift.anchor == .story, let document {
        return ResolvedTime(day: narrative ? base.day : nearDay ?? document, how: how)
      }
      return ResolvedTime(day: base.day.adding(shift.step), how: how)
    case .week: return week(of: base.day.adding(shift.step * 7), how)
    case .fortnight: return plain("P2W", .duration)
    case .weekend: return weekendShift(base.day, shift, how)
    case .month:
      let to = monthStep(year, month, shift.step)
      return self.month(to.year, to.month, how)
    case .quarter: return quarter(base, shift, how)
    case .season: return plain("P3M", .duration)
    case .year: return self.year(year + shift.step, how)
    case .decade: return decade(year, shift, how)
    case .century: return resolve(.years(prefix: year / 100 + shift.step, digits: 2, before: false))
    case .millennium:
      return resolve(.years(prefix: year / 1000 + shift.step, digits: 1, before: false))
    }
  }

  private func decade(_ year: Int, _ shift: TimeShift, _ how: String) -> ResolvedTime {
    if shift.step > 0 { return plain("P10Y", .duration) }
    var found = resolve(.years(prefix: year / 10 + shift.step, digits: 3, before: false))
    found.how = how
    return found
  }

  /// Without any day to count from: `XXXX-WXX` or a vague reference.
  private func unknown(_ unit: TimeUnit, _ step: Int) -> ResolvedTime {
    let how = "publication is not known"
    if step != 0 {
      return ResolvedTime(step < 0 ? "PAST_REF" : "FUTURE_REF", grain: unit, how: how)
    }
    switch unit {
    case .week: return ResolvedTime("XXXX-WXX", grain: unit, how: how)
    case .weekend: return ResolvedTime("XXXX-WXX-WE", grain: unit, how: how)
    case .day, .night: return ResolvedTime("XXXX-XX-XX", grain: .day, how: how)
    case .month: return ResolvedTime("XXXX-XX", grain: unit, how: how)
    default: return ResolvedTime("PRESENT_REF", grain: unit, how: how)
    }
  }

  private func weekendShift(_ base: Day, _ shift: TimeShift, _ how: String) -> ResolvedTime {
    let thisWeek = base.adding(6 - base.weekday)
    var saturday = thisWeek.adding(shift.step * 7)
    if shift.step == 0, tense != .future, base.weekday < 6, !shift.rolling {
      saturday = thisWeek.adding(-7)
    }
    if shift.step < 0, base.weekday == 7, tense == .past { saturday = thisWeek.adding(-7) }
    return weekend(saturday, how)
  }

  /// `the quarter` is the one spoken of; `last quarter` the calendar's.
  private func quarter(
    _ base: (day: Day, name: String, grain: TimeUnit), _ shift: TimeShift, _ how: String
  ) -> ResolvedTime {
    let (year, month, _) = base.day.civil
    if let quarter, shift.anchor == .story, shift.step == 0 {
      let (year, month, _) = quarter.civil
      return place(.quarter((month - 1) / 3 + 1), year, "the quarter spoken of before")
    }
    let spoken = base.grain == .quarter || shift.anchor == .document || shift.step != 0
    let step = spoken ? shift.step : shift.step - 1
    let to = monthStep(year, (month - 1) / 3 * 3 + 1, step * 3)
    return place(.quarter((to.month - 1) / 3 + 1), to.year, how)
  }

  /// `six weeks ago`, `two days later`, `3 days after January 12th`.
  func offset(
    _ amount: TimeAmount, _ unit: TimeUnit, _ sign: Int, _ anchor: TimeAnchor
  ) -> ResolvedTime {
    guard !amount.vague, let base = day(of: anchor) else {
      return vagueOffset(unit, sign, anchor)
    }
    let side = sign < 0 ? "before" : "after"
    let how = "\(amount.text(times: 1)) \(unit) \(side) \(base.name)"
    let step = amount.hundredths &* sign
    switch unit {
    case .second, .minute, .hour, .part:
      if unit == .hour, step % 2400 == 0, base.grain <= .day, abs(step) < 1_000_000 {
        return ResolvedTime(day: base.day.adding(step / 2400), how: how)
      }
      return ResolvedTime(sign < 0 ? "PAST_REF" : "FUTURE_REF", grain: unit, how: how)
    case .day, .night: return dayResult(base.day.adding(bounded(step / 100)), how)
    case .weekend:
      return weekend(base.day.adding(6 - base.day.weekday + bounded(step / 100) * 7), how)
    case .week, .fortnight:
      let days = bounded(step / 100 * (unit == .week ? 7 : 14))
      let exact = base.grain <= .day && (anchor != .document || sign > 0 || amount == TimeAmount(1))
      let day = base.day.adding(days)
      return exact || unit == .fortnight ? dayResult(day, how) : week(of: day, how)
    default: return longOffset(step, unit, base, anchor, how)
    }
  }

  private func bounded(_ days: Int) -> Int { min(max(days, -4_000_000), 4_000_000) }

  private func dayResult(_ day: Day, _ how: String) -> ResolvedTime {
    (1...9999).contains(day.civil.year)
      ? ResolvedTime(day: day, how: how) : ResolvedTime("PAST_REF", how: how)
  }

  private func longOffset(
    _ step: Int, _ unit: TimeUnit, _ base: (day: Day, name: String, grain: TimeUnit),
    _ anchor: TimeAnchor, _ how: String
  ) -> ResolvedTime {
    let perUnit = [
      TimeUnit.month: 1, .quarter: 3, .season: 3, .year: 12, .decade: 120, .century: 1200,
      .millennium: 12000,
    ]
    let months = step / 100 * (perUnit[unit] ?? 12) + step % 100 * (perUnit[unit] ?? 12) / 100
    guard abs(months) < 120_000, let day = HearsayReading.day(base.day, addingMonths: months) else {
      return ResolvedTime("PAST_REF", how: how)
    }
    let (year, month, _) = day.civil
    if let found = resultsOffset(months, unit, anchor) { return found }
    if case .at = anchor, base.grain == .day { return ResolvedTime(day: day, how: how) }
    if unit == .quarter { return place(.quarter((month - 1) / 3 + 1), year, how) }
    if unit == .month || unit == .season || step % 100 != 0 { return self.month(year, month, how) }
    if unit == .decade || unit == .century, step % 100 == 0 { return self.year(year, how) }
    return self.year(year, how)
  }

  /// Reports of results: `a year earlier` beside a quarter is that quarter a year earlier.
  private func resultsOffset(
    _ months: Int, _ unit: TimeUnit, _ anchor: TimeAnchor
  ) -> ResolvedTime? {
    guard !narrative, abs(months) == 12, let quarter else { return nil }
    if case .at = anchor { return nil }
    let spoken = story?.grain == .quarter
    guard unit == .quarter || (spoken && (unit == .year || unit == .month)) else { return nil }
    let there = quarter.civil
    return place(
      .quarter((there.month - 1) / 3 + 1), there.year + months / 12, "that quarter a year off")
  }

  private func vagueOffset(_ unit: TimeUnit, _ sign: Int, _ anchor: TimeAnchor) -> ResolvedTime {
    var found = ResolvedTime(sign < 0 ? "PAST_REF" : "FUTURE_REF", grain: unit, how: "vague")
    guard let base = day(of: anchor)?.day, !narrative else { return found }
    if sign < 0 { found.last = base } else { found.first = base }
    return found
  }
}
