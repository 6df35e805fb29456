import HearsayFormats
import HearsayShell

/// Times the opening of the first seed story and each question on it, in milliseconds; the median
/// of eleven.
func benchQuestions() {
  var session = Session(files: .disk)
  let opening = ContinuousClock().measure { _ = session.load(["seeds/venezuela"]) }
  print("open seeds/venezuela \(milliseconds(opening)) ms")
  let questions = [
    "compare released", "compare released where americans", "who said 800", "conflicts",
    "trace \"BIG WAY\"", "articles", "sources",
  ]
  for question in questions {
    let times = (0..<11).map { _ in
      seconds(ContinuousClock().measure { _ = session.perform(question) })
    }.sorted()
    let padded = question + String(repeating: " ", count: max(1, 34 - question.count))
    print("\(padded) \(fixed(times[5] * 1000)) ms")
  }
}
