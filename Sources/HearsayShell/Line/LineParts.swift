/// A line cut at each `;` outside quotation marks.
func lineParts(_ line: String) -> [String] {
  var parts = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "“": isQuoted = true
    case "”": isQuoted = false
    case ";" where !isQuoted:
      parts.append("")
      continue
    default: break
    }
    parts[parts.count - 1].append(character)
  }
  return parts.filter { !$0.allSatisfy(\.isWhitespace) }
}
