import HearsayCore
import HearsayRules
import HearsayText

/// How often something was a cue and how often not.
struct CueCount: Sendable {
  var yes: Float = 0
  var no: Float = 0
  var all: Float { yes + no }

  /// The share of cues, as if `weight` more had been seen of which `chance` were cues.
  func share(_ chance: Float, weight: Float) -> Float {
    (yes + weight * chance) / max(1e-6, all + weight)
  }

  static func + (one: CueCount, other: CueCount) -> CueCount {
    CueCount(yes: one.yes + other.yes, no: one.no + other.no)
  }
}

/// The counts of one verb or adjective.
struct VerbCounts: Sendable {
  var all = CueCount()
  var frames = FrameCounts()
}

/// Counts by frame: few, so that they are looked through.
struct FrameCounts: Sendable {
  private(set) var rows: [(frame: Frame, count: CueCount)] = []

  subscript(frame: Frame) -> CueCount? { rows.first { $0.frame == frame }?.count }

  mutating func append(_ frame: Frame, _ count: CueCount) { rows.append((frame, count)) }
}

/// The words' own counts, one after another in few arrays: looked up without counting references.
struct OwnCounts: Sendable {
  /// What a word adds to its class, and where its counts lie.
  struct Row: Sendable {
    var factor: Float
    var start: Int32
    var end: Int32
  }

  private var rows: WordMap<Row> = [:]
  /// The columns of each word's frames, and the counts in them.
  private var columns: [UInt16] = []
  private var counts: [CueCount] = []

  init() {}

  init(_ words: WordMap<CueCounts.Word>, _ all: FrameColumns) {
    for id in words.keys {
      guard let word = words[id] else { continue }
      let start = Int32(truncatingIfNeeded: counts.count)
      for row in word.counts.frames.rows {
        columns.append(UInt16(truncatingIfNeeded: all[row.frame]))
        counts.append(row.count)
      }
      rows[id] = Row(
        factor: word.factor, start: start, end: Int32(truncatingIfNeeded: counts.count))
    }
  }

  @inline(__always)
  func row(of word: WordID) -> Row? { rows[word] }

  /// What a word was counted with in a column; `nil` where it was not.
  @inline(__always)
  func count(_ row: Row, _ column: Int) -> CueCount? {
    for place in Int(row.start)..<Int(row.end) where Int(columns[place]) == column {
      return counts[place]
    }
    return nil
  }
}

/// A column for each frame that was counted; the first is for all others.
struct FrameColumns: Sendable {
  private(set) var frames: [Frame] = []
  private var simple: [Int] = Array(repeating: 0, count: 16)
  private var prepositions: WordMap<Int> = [:]

  var count: Int { frames.count + 1 }

  subscript(frame: Frame) -> Int {
    if case .preposition(let word) = frame { return prepositions[word] ?? 0 }
    return simple[Int(frame.key)]
  }

  mutating func add(_ frame: Frame) {
    guard self[frame] == 0 else { return }
    frames.append(frame)
    if case .preposition(let word) = frame {
      prepositions[word] = frames.count
    } else {
      simple[Int(frame.key)] = frames.count
    }
  }
}

/// The counts of one kind of cue: verbs, passives, adjectives after a copula.
///
/// A word that was seen often goes by its own counts with what follows it. The fewer there are, the
/// more it leans on its class with the same frame, and that on the frame alone: every level is
/// smoothed towards the one before, as if ``smoothing`` more cases had been seen there. What a word
/// adds to its class is found by comparing its cues with those its frames alone would give.
struct CueCounts: Sendable {
  /// A word's own counts, and how its odds differ from its class's.
  struct Word: Sendable {
    var counts: VerbCounts
    var factor: Float = 1
  }

  /// What a class of the lexicon does in each frame.
  struct Class: Sendable {
    var counts = VerbCounts()
    var factor: Float = 1
    /// The share of cues in every frame.
    var share: Float = 0
  }

  var frames = FrameCounts()
  var classes: [Class]
  var words: WordMap<Word> = [:]
  private var share: Float = 0.2
  private let smoothing: Float
  private var own = OwnCounts()
  /// The share of each class in each frame, worked out once: a row for each class.
  private var shares: [Float] = []
  private var columns = FrameColumns()

  /// Words outside the lexicon are the last class.
  static let classNames = CueStrength.allCases.map(\.rawValue) + ["none"]

  init(_ node: RuleNode, smoothing: Float, _ lexicon: inout Lexicon) {
    self.smoothing = smoothing
    classes = Self.classNames.map { _ in Class() }
    for entry in node["frames"].entries {
      frames.append(Frame(entry.key, &lexicon), CueCount(entry.value.text))
    }
    let all = frames.rows.map(\.count).reduce(CueCount(), +)
    share = all.share(0.2, weight: 1)
    for (row, name) in Self.classNames.enumerated() {
      classes[row].counts = VerbCounts(node["classes"][name], &lexicon)
      compare(&classes[row])
    }
    for entry in node["words"].entries {
      let word = lexicon.word(entry.key)
      words[word] = Word(counts: VerbCounts(entry.value, &lexicon))
    }
    fillShares()
  }

  /// Finds what each word adds to its class, once the classes are known.
  mutating func compareWords(_ classOf: (WordID) -> CueStrength?) {
    for id in words.keys {
      guard var word = words[id] else { continue }
      let own = classes[Self.row(classOf(id))]
      let expected = expected(word.counts, rest: own.share) { self.share(own, $0) }
      word.factor = ratio(word.counts.all, expected)
      words[id] = word
    }
    own = OwnCounts(words, columns)
  }

  /// How likely a word with this frame is a cue.
  func chance(_ word: WordID, _ cueClass: CueStrength?, _ frame: Frame) -> Float {
    let column = columns[frame]
    let base = shares[Self.row(cueClass) * columns.count + column]
    var chance = base
    if let row = own.row(of: word) {
      chance = changed(base, by: row.factor)
      if let own = own.count(row, column) { chance = own.share(chance, weight: smoothing) }
    }
    return min(0.995, max(0.002, chance))
  }

  private mutating func fillShares() {
    for row in frames.rows { columns.add(row.frame) }
    for one in classes { for row in one.counts.frames.rows { columns.add(row.frame) } }
    for word in words.keys {
      for row in words[word]?.counts.frames.rows ?? [] { columns.add(row.frame) }
    }
    for one in classes {
      shares.append(share(one, nil))
      for frame in columns.frames { shares.append(share(one, frame)) }
    }
  }

  /// The place of a class in ``classNames``.
  private static func row(_ cueClass: CueStrength?) -> Int {
    switch cueClass {
    case .neutral: 0
    case .committing: 1
    case .distancing: 2
    case .evaluating: 3
    case .estimating: 4
    case .disputing: 5
    case .attitude: 6
    case .intention: 7
    case .credit: 8
    case nil: 9
    }
  }

  private func share(_ frame: Frame?) -> Float {
    (frame.flatMap { frames[$0] } ?? CueCount()).share(share, weight: smoothing)
  }

  /// The share of cues in a class with a frame; `nil` is one that nobody counted.
  private func share(_ one: Class, _ frame: Frame?) -> Float {
    let base = changed(share(frame), by: one.factor)
    return (frame.flatMap { one.counts.frames[$0] } ?? CueCount())
      .share(base, weight: smoothing)
  }

  private func compare(_ one: inout Class) {
    let expected = expected(one.counts, rest: share) { share($0) }
    one.factor = ratio(one.counts.all, expected)
    one.share = one.counts.all.share(expected, weight: smoothing)
  }

  /// The share of cues that the frames alone would give.
  private func expected(
    _ counts: VerbCounts, rest: Float, _ share: (Frame) -> Float
  ) -> Float {
    guard counts.all.all > 0 else { return rest }
    var listed: Float = 0
    var sum: Float = 0
    for (frame, count) in counts.frames.rows {
      listed += count.all
      sum += count.all * share(frame)
    }
    sum += max(0, counts.all.all - listed) * rest
    return sum / max(counts.all.all, listed)
  }

  /// How the odds of a count differ from expected ones.
  private func ratio(_ count: CueCount, _ expected: Float) -> Float {
    let share = count.share(expected, weight: smoothing)
    return share / (1 - share) * (1 - expected) / max(1e-6, expected)
  }

  private func changed(_ chance: Float, by factor: Float) -> Float {
    let odds = chance / max(1e-6, 1 - chance) * factor
    return odds / (1 + odds)
  }
}

extension CueCount {
  /// As in `120/35`.
  init(_ text: String?) {
    let parts = (text ?? "").split(separator: "/").map { Float($0) ?? 0 }
    self.init(yes: parts.first ?? 0, no: parts.count > 1 ? parts[1] : 0)
  }
}

extension VerbCounts {
  /// `120/35`, or a map of frames with `all`.
  init(_ node: RuleNode, _ lexicon: inout Lexicon) {
    if let text = node.text { all = CueCount(text) }
    for entry in node.entries {
      if entry.key == "all" {
        all = CueCount(entry.value.text)
      } else {
        frames.append(Frame(entry.key, &lexicon), CueCount(entry.value.text))
      }
    }
  }
}
