/// An axis of so many columns, linear from zero or logarithmic.
struct PlotScale {
  let width: Int
  let isLogarithmic: Bool
  private let low: Double
  private let high: Double

  /// An axis on which all numbers find room; `nil` when there is none to show.
  ///
  /// Logarithmic when the largest is fifty times the smallest or more: else the small ones would
  /// lie on each other. When some interval has no upper end, room is left for its arrow.
  init?(_ numbers: [Double], width: Int, isOpen: Bool = false) {
    guard let least = numbers.min(), let most = numbers.max(), width > 1 else { return nil }
    self.width = width
    isLogarithmic = least > 0 && most / least >= 50
    if isLogarithmic {
      low = Self.power(below: least)
      let top = isOpen ? most * 1.5 : most
      high = Self.power(below: top) < top ? Self.power(below: top) * 10 : top
    } else {
      low = min(0, least)
      high = most > low ? low + (most - low) * (isOpen ? 1.1 : 1) : low + 1
    }
  }

  /// The column of a number, from 0 to `width - 1`.
  func column(_ number: Double) -> Int {
    let share =
      isLogarithmic
      ? (Self.digits(max(number, low) / low) / Self.digits(high / low))
      : (number - low) / (high - low)
    let column = (min(max(share, 0), 1) * Double(width - 1)).rounded()
    return column.isFinite ? Int(column) : 0
  }

  /// Round numbers with the columns they stand at, from left to right.
  var ticks: [(column: Int, number: Double)] {
    var ticks: [(Int, Double)] = []
    if isLogarithmic {
      var number = low
      while number <= high, ticks.count < 20 {
        ticks.append((column(number), number))
        number *= 10
      }
      return ticks
    }
    let step = Self.roundStep((high - low) / 4)
    var number = (low / step).rounded(.up) * step
    while number <= high, ticks.count < 20 {
      ticks.append((column(number), number))
      number += step
    }
    return ticks
  }

  /// 1, 2 or 5 times a power of ten: the largest not above `size`.
  private static func roundStep(_ size: Double) -> Double {
    let power = power(below: size)
    return [5, 2, 1].map { $0 * power }.first { $0 <= size } ?? power
  }

  /// The power of ten at or below a number above zero.
  private static func power(below number: Double) -> Double {
    var power = 1.0
    while power > number, power > 1e-12 { power /= 10 }
    while power * 10 <= number, power < 1e18 { power *= 10 }
    return power
  }

  /// The decimal logarithm, near enough for columns; halving keeps it free of the C library.
  private static func digits(_ number: Double) -> Double {
    var (rest, whole) = (number, 0.0)
    while rest >= 10 { (rest, whole) = (rest / 10, whole + 1) }
    var (share, bit) = (0.0, 0.5)
    for _ in 0..<12 {
      rest *= rest
      if rest >= 10 { (rest, share) = (rest / 10, share + bit) }
      bit /= 2
    }
    return whole + share
  }
}
