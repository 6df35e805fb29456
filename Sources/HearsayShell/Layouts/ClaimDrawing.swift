import HearsayCore

/// A number with commas between groups of three: `1200` is `1,200`.
func grouped(_ number: ExactNumber) -> String {
  let plain = number.description
  let (point, minus) = (UInt8(ascii: "."), UInt8(ascii: "-"))
  let whole = plain.utf8.prefix { $0 != point }
  var left = whole.count - (whole.first == minus ? 1 : 0)
  guard left > 3 else { return plain }
  var out = ""
  for digit in whole {
    out.unicodeScalars.append(Unicode.Scalar(digit))
    guard digit != minus else { continue }
    left -= 1
    if left > 0, left % 3 == 0 { out += "," }
  }
  return out + plain[whole.endIndex...]
}

/// A number as people write large ones: `3.5 million`.
private func short(_ number: ExactNumber) -> String {
  guard number >= million else { return grouped(number) }
  for (power, word) in [(12, "trillion"), (9, "billion"), (6, "million")] {
    guard let scaled = number.scaled(byPowerOfTen: -power), scaled >= .one,
      scaled.description.utf8.count <= 6
    else { continue }
    return "\(scaled) \(word)"
  }
  return grouped(number)
}

private let million = ExactNumber(1_000_000)

/// How many, with its bound: `56`, `≥4`, `>400`, `≈50`, `60–70`, `several`, `$3.5 million`.
func figureText(_ quantity: Quantity) -> String {
  if let vague = quantity.vague, quantity.stated == nil { return vague }
  let interval = quantity.interval
  if quantity.approximate, let stated = quantity.stated {
    let mark = interval.highOpen ? "<≈" : "≈"
    return mark + withUnit(short(stated), quantity)
  }
  switch (interval.low, interval.high) {
  case (nil, nil): return quantity.vague ?? "?"
  case (let low?, nil): return (interval.lowOpen ? ">" : "≥") + withUnit(short(low), quantity)
  case (nil, let high?): return (interval.highOpen ? "<" : "≤") + withUnit(short(high), quantity)
  case (let low?, let high?) where low == high: return withUnit(short(low), quantity)
  case (let low?, let high?):
    let range = short(low) + "–" + short(high)
    return (quantity.approximate ? "≈" : "") + withUnit(range, quantity)
  }
}

private func withUnit(_ digits: String, _ quantity: Quantity) -> String {
  guard let unit = quantity.unit else { return digits }
  switch quantity.kind {
  case .percent: return digits + "%"
  case .money: return unit.count == 1 ? unit + digits : digits + " " + unit
  case .measure, .age: return digits + " " + unit
  case .count, .ordinal, .other: return digits
  }
}

/// For when a number holds: the day, the days from and to, or an open end.
func timeText(_ time: TimeValue) -> String {
  switch (time.earliest?.day, time.latest?.day) {
  case (let first?, let last?) where first == last: first.description
  case (let first?, let last?): "\(first)…\(shortened(last, after: first))"
  case (let first?, nil): "from \(first)"
  case (nil, let last?): "until \(last)"
  case (nil, nil): "unknown"
  }
}

/// The end of a span without the year, and without the month, that its start has already said.
private func shortened(_ last: Day, after first: Day) -> String {
  let text = last.description
  if last.civil.year != first.civil.year { return text }
  return String(text.dropFirst(last.civil.month == first.civil.month ? 8 : 5))
}

/// The sentence with only what stands around the words asked about, when it is long.
func excerpt(_ sentence: String, around words: String, most: Int = 160) -> String {
  let whole = printable(sentence)
  // No text has more letters than bytes.
  guard whole.utf8.count > most, whole.count > most else { return whole }
  let start = whole.firstRange(of: printable(words))?.lowerBound ?? whole.startIndex
  let before = whole.distance(from: whole.startIndex, to: start)
  var from = max(0, before - most / 3)
  from = min(from, max(0, whole.count - most))
  let piece = String(whole.dropFirst(from).prefix(most))
  return (from > 0 ? "… " : "") + piece + (from + most < whole.count ? " …" : "")
}

/// The chain from the nearest reporter to the origin: `Signal Wire → CNN → unknown`.
func chainText(_ claim: Claim) -> String {
  claim.chain.map { step in
    guard let cue = step.cue else { return step.speaker.name }
    return "\(step.speaker.name) (\(cue))"
  }.joined(separator: " → ")
}
