import HearsayCore
import HearsayShell
import Testing

struct ManyDiagnosticsTests {
  @Test func `long runs of one message are cut and counted, others stay`() {
    let empty = (0..<30).map {
      Diagnostic(.error, code: "empty", file: "\($0).txt", message: "the file is empty")
    }
    let binary = Diagnostic(.error, code: "binary", file: "b.txt", message: "not a text file")
    let short = shortened(empty + [binary], most: 20)
    #expect(short.count == 22)
    #expect(short.contains(binary))
    #expect(
      short.last?.message == "10 more like these, the last of them 29.txt: the file is empty")
    #expect(shortened([binary]) == [binary])
  }
}
