/// Word forms by number.
///
/// Words of the rules come first and are the same for everybody; words of articles follow in a
/// worker's own copy and never leave an article.
///
/// A form of up to eight bytes is its own key, so that nine words of ten are found without
/// comparing bytes; up to sixteen bytes make two keys, and only longer forms are compared.
public struct Vocabulary: Sendable {
  /// All forms, one after another.
  public private(set) var bytes: [UInt8] = []
  /// Where each form starts in `bytes`, with one entry more at the end.
  public private(set) var starts: [Int32] = [0]
  /// The first eight bytes of each form, the first one highest: they order forms of ASCII.
  public private(set) var heads: [UInt64] = []
  /// A bit for each form: whether it holds a letter beyond ASCII.
  @usableFromInline var beyondASCII: [UInt64] = []
  private var short = ShortForms()
  private var middle = MiddleForms()
  private var long = LongForms()

  /// An empty vocabulary; word 0 is the empty form.
  public init() { _ = append([]) }

  /// How many forms there are.
  public var count: Int { starts.count - 1 }

  /// The number of the form spelled by `form` (lower-case UTF-8), a new one when it is unknown.
  public mutating func intern(_ form: [UInt8]) -> WordID {
    intern(form.span)
  }

  /// The number of the form spelled by `form`, a new one when it is unknown.
  public mutating func intern(_ form: Span<UInt8>) -> WordID {
    if form.isEmpty { return 0 }
    if let keys = FormKeys(form) {
      return keys.second == 0 ? intern(keys.first) : intern(keys.first, keys.second)
    }
    let hash = hashBytes(form)
    let found = long.find(hash) { matches($0, form) }
    if found != absentWord { return found }
    let word = append(form)
    long.add(hash, word)
    return word
  }

  /// The number of the form of up to eight bytes that `key` spells, its first byte lowest.
  @inline(__always)
  mutating func intern(_ key: UInt64) -> WordID {
    let found = short.find(key)
    return found != absentWord ? found : addShort(key)
  }

  /// The number of the form of nine to sixteen bytes that two keys spell.
  @inline(__always)
  mutating func intern(_ first: UInt64, _ second: UInt64) -> WordID {
    let found = middle.find(first, second)
    return found != absentWord ? found : addMiddle(first, second)
  }

  /// The number of a known form of up to eight bytes, or `nil`.
  func find(_ key: UInt64) -> WordID? {
    let found = short.find(key)
    return found != absentWord ? found : nil
  }

  /// The number of a known form, or `nil`.
  public func find(_ form: String) -> WordID? { find(Array(form.utf8).span) }

  /// The number of a known form, or `nil`.
  func find(_ form: Span<UInt8>) -> WordID? {
    if form.isEmpty { return 0 }
    let found: WordID
    if let keys = FormKeys(form) {
      found = keys.second == 0 ? short.find(keys.first) : middle.find(keys.first, keys.second)
    } else {
      found = long.find(hashBytes(form)) { matches($0, form) }
    }
    return found != absentWord ? found : nil
  }

  /// The form as text.
  public func text(_ word: WordID) -> String {
    String(decoding: form(word), as: UTF8.self)
  }

  /// The first byte of a form; 0 for the empty one.
  @inlinable public func firstByte(_ word: WordID) -> UInt8 {
    let row = Int(word)
    guard row &+ 1 < starts.count, starts[row] < starts[row &+ 1] else { return 0 }
    return bytes[Int(starts[row])]
  }

  /// The last byte of a form; 0 for the empty one.
  @inlinable public func lastByte(_ word: WordID) -> UInt8 {
    let row = Int(word)
    guard row &+ 1 < starts.count, starts[row] < starts[row &+ 1] else { return 0 }
    return bytes[Int(starts[row &+ 1]) &- 1]
  }

  /// Whether a form is made of ASCII.
  @inlinable public func isASCII(_ word: WordID) -> Bool {
    beyondASCII[Int(word >> 6)] >> UInt64(word & 63) & 1 == 0
  }

  /// The bytes of a form.
  public func form(_ word: WordID) -> ArraySlice<UInt8> {
    let row = Int(word)
    guard row < count else { return [] }
    return bytes[Int(starts[row])..<Int(starts[row + 1])]
  }

  private func matches(_ word: WordID, _ form: Span<UInt8>) -> Bool {
    let lower = Int(starts[Int(word)])
    let length = Int(starts[Int(word) + 1]) - lower
    guard length == form.count else { return false }
    for offset in 0..<length where bytes[lower + offset] != form[offset] { return false }
    return true
  }

  private mutating func append(_ form: Span<UInt8>) -> WordID {
    let word = WordID(truncatingIfNeeded: count)
    var head: UInt64 = 0
    var high: UInt8 = 0
    for index in form.indices {
      bytes.append(form[index])
      high |= form[index]
      if index < 8 { head |= UInt64(form[index]) << UInt64(56 &- index &* 8) }
    }
    heads.append(head)
    if word & 63 == 0 { beyondASCII.append(0) }
    if high >= 0x80 { beyondASCII[Int(word >> 6)] |= 1 << UInt64(word & 63) }
    starts.append(Int32(truncatingIfNeeded: bytes.count))
    return word
  }

  private mutating func append(_ form: [UInt8]) -> WordID { append(form.span) }

  @inline(never)
  private mutating func addShort(_ key: UInt64) -> WordID {
    let word = append(FormKeys(first: key, second: 0).bytes)
    short.add(key, word)
    return word
  }

  @inline(never)
  private mutating func addMiddle(_ first: UInt64, _ second: UInt64) -> WordID {
    let word = append(FormKeys(first: first, second: second).bytes)
    middle.add(first, second, word)
    return word
  }
}
