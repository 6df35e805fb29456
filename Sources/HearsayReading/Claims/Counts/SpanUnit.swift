import HearsayCore
import HearsayText

/// Gives units of measure in one form, whatever the text writes: `nine-year` as `years`, `miles per
/// hour` as `mph`.
struct SpanUnit: ClaimFinder {
  let context: ClaimContext

  /// The unit of a measure as the rules write it; `nil` where it stays as printed.
  func unit(of frame: FigureFrame) -> String? {
    guard frame.quantity.kind == .measure, let unit = frame.quantity.unit else { return nil }
    if let written = tables.writtenUnits[unit.lowercased()] { return written }
    guard let size = frame.quantity.stated, size != .one else { return nil }
    return tables.spanNames.contains(unit + "s") ? unit + "s" : nil
  }
}
