/// A value of a row for other programs.
package enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  /// A number in its exact digits.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object(JSONObject)

  /// The value as JSON (RFC 8259).
  package var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): jsonText(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let object): object.line
    }
  }

  /// The value as one field of a table: lists with `; ` between, nothing for null.
  package var plain: String {
    switch self {
    case .null: ""
    case .flag(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): text
    case .list(let values): values.map(\.plain).joined(separator: "; ")
    case .object(let object): object.line
    }
  }
}

/// One object of an answer, keys in the order given, as the contract promises.
package struct JSONObject: Hashable, Sendable {
  /// Its fields, in order.
  package private(set) var fields: [Field] = []

  /// A key and its value.
  package struct Field: Hashable, Sendable {
    /// The key.
    package var key: String
    /// The value.
    package var value: JSONValue
  }

  /// An object without keys.
  package init() {}

  /// The value under a key.
  package subscript(key: String) -> JSONValue? { fields.first { $0.key == key }?.value }

  /// The object as one line without its line end.
  package var line: String {
    "{" + fields.map { jsonText($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
  }

  /// Adds a value.
  package mutating func add(_ key: String, _ value: JSONValue) {
    fields.append(Field(key: key, value: value))
  }

  /// Adds a number in its exact digits, or `null`.
  package mutating func add(_ key: String, number digits: String?) {
    add(key, digits.map(JSONValue.number) ?? .null)
  }

  /// Adds text, or `null`.
  package mutating func add(_ key: String, _ value: String?) {
    add(key, value.map(JSONValue.text) ?? .null)
  }

  /// Adds a whole number.
  package mutating func add(_ key: String, _ value: Int) { add(key, .number(String(value))) }

  /// Adds `true` or `false`.
  package mutating func add(_ key: String, _ value: Bool) { add(key, .flag(value)) }

  /// Adds a list of texts.
  package mutating func add(_ key: String, _ values: [String]) {
    add(key, .list(values.map(JSONValue.text)))
  }

  /// Adds a list of whole numbers.
  package mutating func add(_ key: String, _ values: [Int]) {
    add(key, .list(values.map { .number(String($0)) }))
  }

  /// Adds an object, or `null`.
  package mutating func add(_ key: String, _ value: JSONObject?) {
    add(key, value.map(JSONValue.object) ?? .null)
  }

  /// Adds a list of objects.
  package mutating func add(_ key: String, _ values: [JSONObject]) {
    add(key, .list(values.map(JSONValue.object)))
  }
}

/// A JSON string literal of `text` (RFC 8259): quotes, backslashes and controls are escaped.
///
/// Bidirectional controls too: they are legal, but would turn a line around where it is shown.
package func jsonText(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    case _ where movesTerminal(scalar):
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
