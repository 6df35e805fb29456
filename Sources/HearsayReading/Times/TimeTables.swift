import HearsayCore
import HearsayRules
import HearsayText

extension Tags {
  /// The time tables know this word.
  static let time = Tags.bit(40)
  /// An expression may begin with it.
  static let timeStart = Tags.bit(41)
  /// It sends the clause into the past, or into the future.
  static let pastCue = Tags.bit(42)
  static let futureCue = Tags.bit(43)
  /// Before it a length of time is one: `for`, `within`.
  static let lengthCue = Tags.bit(44)
  /// `in`: what follows it may be a length, or a point so far ahead.
  static let inCue = Tags.bit(45)
  /// `at`: a night after it is any night.
  static let atCue = Tags.bit(46)
}

/// What a word can do in an expression of time, besides its numbers.
struct TimeRoles: OptionSet, Sendable {
  let rawValue: UInt64
  static let article = TimeRoles(rawValue: 1 << 0)
  static let last = TimeRoles(rawValue: 1 << 1)
  static let this = TimeRoles(rawValue: 1 << 2)
  static let next = TimeRoles(rawValue: 1 << 3)
  static let before = TimeRoles(rawValue: 1 << 4)
  static let same = TimeRoles(rawValue: 1 << 5)
  static let after = TimeRoles(rawValue: 1 << 6)
  static let ago = TimeRoles(rawValue: 1 << 7)
  static let back = TimeRoles(rawValue: 1 << 8)
  static let ahead = TimeRoles(rawValue: 1 << 9)
  static let one = TimeRoles(rawValue: 1 << 10)
  static let half = TimeRoles(rawValue: 1 << 11)
  static let and = TimeRoles(rawValue: 1 << 12)
  static let of = TimeRoles(rawValue: 1 << 13)
  static let at = TimeRoles(rawValue: 1 << 14)
  static let vague = TimeRoles(rawValue: 1 << 15)
  static let pair = TimeRoles(rawValue: 1 << 16)
  static let every = TimeRoles(rawValue: 1 << 17)
  static let other = TimeRoles(rawValue: 1 << 18)
  static let per = TimeRoles(rawValue: 1 << 19)
  static let am = TimeRoles(rawValue: 1 << 20)
  static let pm = TimeRoles(rawValue: 1 << 21)
  static let oclock = TimeRoles(rawValue: 1 << 22)
  static let pastHour = TimeRoles(rawValue: 1 << 23)
  static let toHour = TimeRoles(rawValue: 1 << 24)
  static let zone = TimeRoles(rawValue: 1 << 25)
  static let zoneTail = TimeRoles(rawValue: 1 << 26)
  static let bc = TimeRoles(rawValue: 1 << 27)
  static let ad = TimeRoles(rawValue: 1 << 28)
  static let yearWord = TimeRoles(rawValue: 1 << 29)
  static let yearAfter = TimeRoles(rawValue: 1 << 30)
  static let yearLoose = TimeRoles(rawValue: 1 << 31)
  static let notYear = TimeRoles(rawValue: 1 << 32)
  static let age = TimeRoles(rawValue: 1 << 33)
  static let long = TimeRoles(rawValue: 1 << 34)
  static let doubtful = TimeRoles(rawValue: 1 << 35)
  static let rarely = TimeRoles(rawValue: 1 << 36)
  static let nameAfter = TimeRoles(rawValue: 1 << 37)
  static let nameBefore = TimeRoles(rawValue: 1 << 38)
  static let adjective = TimeRoles(rawValue: 1 << 39)
  static let greeting = TimeRoles(rawValue: 1 << 40)
  static let nightDay = TimeRoles(rawValue: 1 << 41)
  static let plural = TimeRoles(rawValue: 1 << 42)
  static let ordinalEnding = TimeRoles(rawValue: 1 << 43)
  static let through = TimeRoles(rawValue: 1 << 44)
  static let weakSeason = TimeRoles(rawValue: 1 << 45)
  static let determined = TimeRoles(rawValue: 1 << 46)
  static let alone = TimeRoles(rawValue: 1 << 47)
  static let quarterWord = TimeRoles(rawValue: 1 << 48)
  static let weakPart = TimeRoles(rawValue: 1 << 49)
  static let period = TimeRoles(rawValue: 1 << 50)
  static let shortQuarter = TimeRoles(rawValue: 1 << 51)
  static let until = TimeRoles(rawValue: 1 << 52)
  static let infinitive = TimeRoles(rawValue: 1 << 53)
  static let endWord = TimeRoles(rawValue: 1 << 54)
  static let ended = TimeRoles(rawValue: 1 << 55)
  static let reporting = TimeRoles(rawValue: 1 << 56)
  static let apart = TimeRoles(rawValue: 1 << 57)
  static let compared = TimeRoles(rawValue: 1 << 58)
  static let books = TimeRoles(rawValue: 1 << 59)
}

/// A short code of the rules, such as `MO` for a morning: up to eight bytes in one number, so that
/// a word of time is copied without counting references.
struct TimeCode: Hashable, Sendable {
  private let letters: UInt64

  init(_ text: String) {
    letters = text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private init(_ first: UInt8, _ second: UInt8) { letters = UInt64(second) << 8 | UInt64(first) }

  /// No code at all.
  static var empty: TimeCode { TimeCode(0, 0) }
  static var afternoon: TimeCode { TimeCode(UInt8(ascii: "A"), UInt8(ascii: "F")) }
  static var evening: TimeCode { TimeCode(UInt8(ascii: "E"), UInt8(ascii: "V")) }
  static var night: TimeCode { TimeCode(UInt8(ascii: "N"), UInt8(ascii: "I")) }

  /// The code as the rules write it.
  var text: String {
    var bytes: [UInt8] = []
    var rest = letters
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A number in few bytes.
@propertyWrapper
struct Narrow<Stored: FixedWidthInteger & Sendable>: Sendable {
  private var stored: Stored

  @inline(__always)
  init(wrappedValue: Int) { stored = Stored(clamping: wrappedValue) }

  @inline(__always) var wrappedValue: Int {
    get { Int(truncatingIfNeeded: stored) }
    set { stored = Stored(clamping: newValue) }
  }
}

/// What the rules say of one word of time.
///
/// Some twenty questions are asked of each word that may begin an expression, so that all of them
/// together should lie in the fast memory.
struct TimeWord: Sendable {
  var roles: TimeRoles = []
  private var partCode = TimeCode.empty
  private var seasonCode = TimeCode.empty
  @Narrow<Int32> var numeral: Int = -1
  @Narrow<Int16> var ordinal: Int = 0
  @Narrow<Int16> var decade: Int = 0
  /// The row of the set it names, such as `daily`; 0 for none.
  @Narrow<Int16> var set: Int = 0
  @Narrow<Int16> private var dayStep: Int = TimeWord.noDay
  @Narrow<Int8> var month: Int = 0
  @Narrow<Int8> var weekday: Int = 0
  @Narrow<Int8> var hour: Int = -1
  var unit: TimeUnit?
  var shortUnit: TimeUnit?

  private static let noDay = -30_000

  init() {}

  @inline(__always) var day: Int? {
    get { dayStep == Self.noDay ? nil : dayStep }
    set { dayStep = newValue ?? Self.noDay }
  }
  @inline(__always) var part: TimeCode? {
    get { partCode == .empty ? nil : partCode }
    set { partCode = newValue ?? .empty }
  }
  @inline(__always) var season: TimeCode? {
    get { seasonCode == .empty ? nil : seasonCode }
    set { seasonCode = newValue ?? .empty }
  }

  /// Whether an expression may begin with it whatever stands behind; else a word or mark of time
  /// must follow at once.
  var beginsAlone: Bool {
    month > 0 || weekday > 0 || numeral >= 0 || ordinal != 0 || decade > 0 || hour >= 0 || set > 0
      || day != nil || unit != nil || part != nil || season != nil
      || has([
        .half, .quarterWord, .every, .yearWord, .vague, .pair, .adjective, .shortQuarter, .period,
      ])
  }

  @inline(__always)
  func has(_ roles: TimeRoles) -> Bool { !self.roles.isDisjoint(with: roles) }
}

/// How a holiday is found in a year.
enum Holiday: Sendable {
  case fixed(month: Int, day: Int)
  /// The `nth` weekday of a month; the last when `nth` is 0.
  case floating(month: Int, nth: Int, weekday: Int)
  case easter(Int)
}

/// A phrase of several words with what it stands for.
struct TimePhrase: Sendable {
  enum Kind: UInt8, Sendable {
    case reference, span, holiday, bound, edge, fromNow, label, joint, relation, set
  }
  var words: [WordID]
  var kind: Kind
  var value: String
  var row = 0
}
