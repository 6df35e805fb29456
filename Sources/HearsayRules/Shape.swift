/// What may stand under a key of a rules file.
indirect enum Shape: Sendable {
  /// One scalar.
  case text
  /// One of these words.
  case oneOf([String])
  /// `2026-01-14`.
  case day
  /// A number such as `100`, `2.5` or `10%`.
  case number
  /// `3-6`.
  case interval
  /// A list of words or phrases; one alone needs no brackets.
  case words
  /// A list of phrase patterns.
  case patterns
  /// A list of regular expressions, each for one line of a document.
  case lines
  /// A map with these keys.
  case record([Field])
  /// A map with any keys, all of one shape.
  case map(Shape)
  /// A list of nodes of one shape.
  case list(Shape)
  /// Either of two, told apart by being a scalar or not.
  case either(Shape, Shape)
  /// Lists and maps of text to any depth: a table whose stage knows its keys.
  case table
}

/// One key of a record.
struct Field: Sendable {
  var name: String
  var shape: Shape
  var required = false
  /// What it is for, shown by editors.
  var help: String

  init(_ name: String, _ shape: Shape, required: Bool = false, _ help: String) {
    self.name = name
    self.shape = shape
    self.required = required
    self.help = help
  }
}
