/// The schema of rules files as JSON Schema (draft 2020-12), so that editors complete and check.
public enum JSONSchema {
  /// The schema of both layers as JSON text, keys in the order of the table.
  public static func text(title: String = "Hearsay rules") -> String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "\(title)",
    \(body(.record(RulesSchema.language), 1, open: true))
    }

    """
  }

  private static func body(_ shape: Shape, _ depth: Int, open: Bool = false) -> String {
    let pad = String(repeating: "  ", count: depth)
    switch shape {
    case .text: return "\(pad)\"type\": [\"string\", \"number\", \"boolean\"]"
    case .oneOf(let allowed):
      let values = allowed.map { Int($0) == nil ? "\"\($0)\"" : "\"\($0)\", \($0)" }
      let yesNo = allowed == ["yes", "no"] ? ", true, false" : ""
      return "\(pad)\"enum\": [\(values.joined(separator: ", "))\(yesNo)]"
    case .day: return pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", pad)
    case .number: return "\(pad)\"type\": [\"string\", \"number\"]"
    case .interval: return pattern("^[0-9.]+-[0-9.]+$", pad)
    case .words, .patterns, .lines:
      return """
        \(pad)"type": ["array", "string"],
        \(pad)"items": {"type": ["string", "number", "boolean"]}
        """
    case .record(let fields): return record(fields, depth)
    case .map(let inner):
      return """
        \(pad)"type": "object",
        \(pad)"additionalProperties": {
        \(body(inner, depth + 1))
        \(pad)}
        """
    case .list(let inner):
      return """
        \(pad)"type": "array",
        \(pad)"items": {
        \(body(inner, depth + 1))
        \(pad)}
        """
    case .either(let one, let other):
      return """
        \(pad)"anyOf": [
        \(pad)  {
        \(body(one, depth + 2))
        \(pad)  },
        \(pad)  {
        \(body(other, depth + 2))
        \(pad)  }
        \(pad)]
        """
    case .table: return "\(pad)\"type\": [\"object\", \"array\", \"string\"]"
    }
  }

  private static func pattern(_ pattern: String, _ pad: String) -> String {
    "\(pad)\"type\": \"string\",\n\(pad)\"pattern\": \"\(pattern)\""
  }

  private static func record(_ fields: [Field], _ depth: Int) -> String {
    let pad = String(repeating: "  ", count: depth)
    let properties = fields.map { field in
      """
      \(pad)  "\(field.name)": {
      \(pad)    "description": "\(field.help)",
      \(body(field.shape, depth + 2))
      \(pad)  }
      """
    }
    let required = fields.filter(\.required).map { "\"\($0.name)\"" }
    var lines = [
      "\(pad)\"type\": \"object\"", "\(pad)\"additionalProperties\": false",
      "\(pad)\"properties\": {\n\(properties.joined(separator: ",\n"))\n\(pad)}",
    ]
    if !required.isEmpty {
      lines.append("\(pad)\"required\": [\(required.joined(separator: ", "))]")
    }
    return lines.joined(separator: ",\n")
  }
}
