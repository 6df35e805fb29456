/// Comma-separated values (RFC 4180): a heading line, CRLF, quotes doubled.
///
/// A table has one sort of row: of several sorts the first that has any is written.
func drawCSV(_ reply: Reply) -> String {
  guard let first = reply.data.first else { return "" }
  let sort = first["row"]
  let rows = reply.data.filter { $0["row"] == sort }
  var keys: [String] = []
  for row in rows {
    for field in row.fields where !keys.contains(field.key) { keys.append(field.key) }
  }
  let lines = rows.map { row in keys.map { csvField(row[$0]?.plain ?? "") } }
  return ([keys.map(csvField)] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
}

/// A field that would begin a formula in a spreadsheet is kept from it by an apostrophe.
private func csvField(_ text: String) -> String {
  var plain = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    plain.append(movesTerminal(scalar) && scalar != "\n" ? "\u{FFFD}" : scalar)
  }
  var field = String(plain)
  if let start = field.first, "=+@".contains(start) || (start == "-" && Double(field) == nil) {
    field = "'" + field
  }
  let needsQuotes = field.contains { ",\"\n\r".contains($0) }
  guard needsQuotes else { return field }
  return "\""
    + field.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"") + "\""
}

/// One document: `{"title":…,"rows":[…],"notes":[…]}`.
func drawJSON(_ reply: Reply) -> String {
  var object = JSONObject()
  if let understood = reply.understood {
    object.add("question", understood.question)
    object.add("understood", understood.command)
    object.add("pattern", understood.pattern)
  }
  object.add("title", reply.title)
  object.add("rows", reply.data)
  object.add("notes", reply.sections.flatMap(\.notes) + reply.notes)
  return object.line + "\n"
}
