package import HearsayCore

/// What `expect` wants of the last answer: one assertion.
package enum Expectation: Hashable, Sendable {
  /// `claims 5`: so many claims are shown, each counted once.
  case claims(Int)
  /// `conflicts 2`: so many pairs conflict.
  case conflicts(Int)
  /// `origins 3`: so many origins stand behind the claims shown.
  case origins(Int)
  /// `rows 4`: so many rows for programs.
  case rows(Int)
  /// `conflict 7 23`, `conflict "only 56" "more than 400"`.
  case conflict(Reference, Reference)
  /// `agree 12 19`: both are shown, and they do not conflict.
  case agree(Reference, Reference)
  /// `words "only 56"`: the answer says so.
  case words(Phrase)
  /// `no words "only 56"`: it does not.
  case noWords(Phrase)
  /// `value 23 = 60..70`: that claim's interval.
  case value(Reference, Quantity, Phrase)
  /// `row 1 speaker = "rights group"`.
  case row(Int, field: Phrase, isWhole: Bool, value: Phrase)
  /// `verdict conflict`.
  case verdict(Phrase)
  /// `error "no claim is about"`: the command before failed with these words or this code.
  case error(Phrase)

  /// The words an expectation begins with.
  static let kinds = [
    "claims", "conflicts", "origins", "rows", "conflict", "agree", "words", "no", "value", "row",
    "verdict", "error",
  ]
}
