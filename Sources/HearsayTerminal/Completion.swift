/// What may stand where the Tab key was pressed.
public struct Completion: Hashable, Sendable {
  /// One thing that may stand there.
  public struct Choice: Hashable, Sendable {
    /// What goes into the line, such as `compare` or `"Foro Penal"`.
    public let text: String

    /// What it is, in a few words, for the listing; may be empty.
    public let summary: String

    /// One choice, with or without words on it.
    public init(_ text: String, summary: String = "") {
      self.text = text
      self.summary = summary
    }
  }

  /// How many UTF-8 bytes before the cursor the chosen text replaces: the word begun.
  public let replacing: Int

  /// In the order of the listing.
  public let choices: [Choice]

  /// Whether the first choices are likelier than the last: then a list that is too long ends
  /// early; one of equals is shown whole, without the words on each.
  public let isRanked: Bool

  /// A sentence under the listing, or in place of one.
  public let note: String?

  /// The choices for the word begun before the cursor.
  public init(replacing: Int, choices: [Choice], isRanked: Bool = true, note: String? = nil) {
    self.replacing = replacing
    self.choices = choices
    self.isRanked = isRanked
    self.note = note
  }

  /// Nothing may stand there.
  public static let none = Completion(replacing: 0, choices: [])
}

/// What may follow the line, drawn dim behind the cursor.
public struct Hint: Hashable, Sendable {
  /// One line, shown as far as it fits.
  public let text: String

  /// Whether Right or End takes the text over; `false` for one that only explains, such as
  /// `EVENT [where …]`.
  public let canBeTaken: Bool

  /// A hint to take over, or only to read.
  public init(_ text: String, canBeTaken: Bool) {
    self.text = text
    self.canBeTaken = canBeTaken
  }
}

/// What one press of Tab does to the line.
struct CompletionStep: Hashable {
  /// Code points to delete before the cursor, because libedit counts in them.
  var erased = 0
  var inserted: String?
  var listed: [Completion.Choice] = []

  /// A single choice is taken whole; of several their common beginning, and when the line has
  /// that already, all are listed.
  init(_ completion: Completion, line: String, cursor: Int) {
    let begun = Self.word(before: cursor, bytes: completion.replacing, in: line)
    let choices = completion.choices.filter { $0.text.isShowable }
    guard let begun, let first = choices.first else { return }
    let common = choices.dropFirst().reduce(first.text) { commonPrefix($0, $1.text) }
    if choices.count == 1 {
      replace(begun, with: first.text + (first.text.endsAWord ? " " : ""))
    } else if common.utf8.count > begun.utf8.count, common != "\"" {
      replace(begun, with: common)
    } else {
      listed = choices
    }
  }

  private mutating func replace(_ begun: String, with text: String) {
    guard begun != text else { return }
    erased = begun.unicodeScalars.count
    inserted = text
  }

  /// `nil` when the place is not in the line or cuts a letter.
  private static func word(before cursor: Int, bytes: Int, in line: String) -> String? {
    let utf8 = Array(line.utf8)
    guard bytes >= 0, cursor >= bytes, cursor <= utf8.count else { return nil }
    return String(validating: utf8[(cursor - bytes)..<cursor], as: UTF8.self)
  }
}

extension String {
  /// Whether the text can go into the line as it is: names come from articles, and an article may
  /// hold anything.
  fileprivate var isShowable: Bool {
    !isEmpty && unicodeScalars.allSatisfy { !$0.isControl }
  }

  /// Whether a space may follow; after `seeds/` or `place=` the word goes on.
  fileprivate var endsAWord: Bool {
    guard let last = utf8.last else { return false }
    return !"/=( ".utf8.contains(last)
  }
}

/// The longest text both begin with, in whole letters.
private func commonPrefix(_ one: String, _ other: String) -> String {
  String(zip(one, other).prefix { $0 == $1 }.map(\.0))
}
