/// Writes one JSON object a line, keys in the order given, as the contract promises.
package struct JSONObject: Sendable {
  private var text = "{"

  /// An object without keys.
  package init() {}

  /// The object as one line without its line end.
  package var line: String { text + "}" }

  /// Adds a value that is already JSON, such as `12` or `[1,2]`.
  package mutating func add(_ key: String, raw value: String) {
    if text.utf8.count > 1 { text += "," }
    text += "\"\(key)\":\(value)"
  }

  /// Adds text, or `null`.
  package mutating func add(_ key: String, _ value: String?) {
    add(key, raw: value.map(jsonText) ?? "null")
  }

  /// Adds a whole number.
  package mutating func add(_ key: String, _ value: Int) { add(key, raw: String(value)) }

  /// Adds `true` or `false`.
  package mutating func add(_ key: String, _ value: Bool) { add(key, raw: value ? "true" : "false") }

  /// Adds a list of texts.
  package mutating func add(_ key: String, _ values: [String]) {
    add(key, raw: "[" + values.map(jsonText).joined(separator: ",") + "]")
  }

  /// Adds an object, or `null`.
  package mutating func add(_ key: String, _ value: JSONObject?) {
    add(key, raw: value?.line ?? "null")
  }

  /// Adds a list of objects.
  package mutating func add(_ key: String, _ values: [JSONObject]) {
    add(key, raw: "[" + values.map(\.line).joined(separator: ",") + "]")
  }
}

/// A JSON string literal of `text` (RFC 8259): quotes, backslashes and controls are escaped.
package func jsonText(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
