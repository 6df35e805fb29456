package import HearsayFormats

/// Where lessons were left, kept between sessions: a line each, `BLOCK<tab>NAME`.
package struct LessonPlaceFile: Sendable {
  private let files: FileAccess
  private let path: String

  package init(files: FileAccess, path: String) {
    self.files = files
    self.path = path
  }

  /// The places; lines that are none are passed over.
  func read() -> [String: Int] {
    guard let bytes = files.read(path) else { return [:] }
    var places: [String: Int] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2, let block = Int(parts[0]), block > 0 else { continue }
      places[parts[1]] = block
    }
    return places
  }

  /// Writes them; a place that cannot be kept is no reason to stop a lesson.
  func write(_ places: [String: Int]) {
    let lines = places.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)\n" }
    _ = files.replace(path, Array(lines.joined().utf8))
  }
}

extension Session {
  /// Remembers where a lesson was left; 0 forgets it.
  mutating func keepPlace(_ block: Int, of lesson: Lesson) {
    var places = lessonPlaceFile?.read() ?? lessonPlaces
    places[lesson.name] = block > 0 ? block : nil
    lessonPlaces = places
    lessonPlaceFile?.write(places)
  }

  func place(in lesson: Lesson) -> Int {
    (lessonPlaceFile?.read() ?? lessonPlaces)[lesson.name] ?? 0
  }
}
