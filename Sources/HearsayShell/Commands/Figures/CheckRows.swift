import HearsayCore
import HearsayFormats
import HearsayGraph

/// A check as rows for programs.
extension Session {
  func checkData(_ part: CheckedStatement, _ text: String) -> JSONObject {
    let answer = part.answer
    var object = JSONObject()
    object.add("row", "check")
    object.add("statement", text)
    object.add("verdict", answer.verdict.rawValue)
    object.add("read", part.stated?.span.text)
    object.add("topic", part.stated?.proposition.topic ?? part.stated?.proposition.predicate)
    object.add("figure", part.stated?.proposition.quantity.map(figureText))
    object.add("speaker", answer.speaker)
    for bearing in Bearing.allCases {
      object.add(bearing.rawValue, answer.lines(bearing).map { number($0.claim) })
    }
    object.add("lower", answer.support.lower)
    object.add("upper", answer.support.upper)
    object.add("deciding", answer.deciding.map(words))
    object.add(
      "ownVoice",
      part.ownVoice.map { document, range in
        var sentence = JSONObject()
        let text = articles[document].article.text
        sentence.add("file", text.name)
        sentence.add("line", text.line(at: range.start))
        sentence.add("start", range.start)
        sentence.add("end", range.end)
        sentence.add("text", text.text(range))
        return sentence
      })
    return object
  }

  func data(_ line: CheckedLine) -> [JSONObject] {
    line.claims.map { row in
      var object = data(row, line.origin)
      object.add("bearing", line.bearing.rawValue)
      object.add("reasons", line.link?.reasons ?? line.comparison?.reasons ?? [])
      object.add("assumptions", line.link?.assumptions ?? line.comparison?.assumptions ?? [])
      object.add("steps", line.comparison?.steps.map { "\($0.number): \($0.text)" } ?? [])
      return object
    }
  }
}
