import HearsayFormats
import HearsayShell
import HearsayTerminal

extension Session {
  /// Gives the session what it needs of the world besides files: a place for lessons, other
  /// programs, somebody to tell how far reading has come.
  mutating func connect() {
    lessonPlaceFile = StandardFolder.state.path.map {
      LessonPlaceFile(files: .disk, path: $0 + "/lessons")
    }
    programs = ProgramAccess { before, command, input in
      Output.write(before)
      return Output.run(command, with: input)
    }
    let meter = ProgressMeter()
    progress = { meter.tell($0) }
  }
}
