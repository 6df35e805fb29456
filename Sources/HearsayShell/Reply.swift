/// What a command answers: headings, rows and notes, and the same as data.
///
/// It draws nothing.
package struct Reply: Hashable, Sendable {
  /// A heading with rows under it.
  package struct Section: Hashable, Sendable {
    package var heading: String?
    package var columns: [Column] = []
    package var rows: [Row] = []
    /// Lines under the rows.
    package var notes: [String] = []

    package init(
      _ heading: String? = nil, columns: [Column] = [], rows: [Row] = [], notes: [String] = []
    ) {
      self.heading = heading
      self.columns = columns
      self.rows = rows
      self.notes = notes
    }
  }

  /// What stands under each other.
  package struct Column: Hashable, Sendable {
    /// How it is set.
    package enum Kind: Hashable, Sendable {
      /// Left, whole where there is room.
      case text
      /// Left, whole: a date, a verdict.
      case whole
      /// Right, whole.
      case number
      /// An article's words: cut where the window is too narrow, or under their row.
      case words
      /// An article's words that somebody asked for: never cut, but under their row where the window
      /// is too narrow.
      case sentence
      /// File and line: whole, last.
      case place
      /// Our own words, last: never cut, but broken into lines.
      case prose
      /// Signs of ours whose places mean something: blanks are kept.
      case drawing
    }

    package var title: String
    package var kind: Kind

    package init(_ title: String, _ kind: Kind = .text) {
      self.title = title
      self.kind = kind
    }
  }

  /// One line, with what belongs under it.
  package struct Row: Hashable, Sendable {
    package var cells: [String]
    /// Reasons and other words under the line.
    package var details: [String]
    package var meaning: Style.Meaning

    package init(_ cells: [String], details: [String] = [], meaning: Style.Meaning = .plain) {
      self.cells = cells
      self.details = details
      self.meaning = meaning
    }
  }

  /// What the session shall do after it.
  package enum Effect: Hashable, Sendable {
    case none, quit
    /// Do the lines of a script.
    case run(Script)
    /// Begin a lesson.
    case teach(Lesson)
  }

  /// How a question in plain words was understood.
  package struct Understood: Hashable, Sendable {
    package var question: String
    /// The command it was taken for.
    package var command: String
    /// The pattern of the rules that it fits.
    package var pattern: String

    /// `understood as: compare released`.
    var line: String { "understood as: \(command)" }

    var data: JSONObject {
      var object = JSONObject()
      object.add("row", "question")
      object.add("question", question)
      object.add("understood", command)
      object.add("pattern", pattern)
      return object
    }
  }

  /// Set when it answers a question in plain words.
  package var understood: Understood?
  package var title: String?
  package var sections: [Section] = []
  /// Lines at the end.
  package var notes: [String] = []
  /// The answer for programs, one object a row.
  package var data: [JSONObject] {
    get { rowsForPrograms.all }
    _modify { yield &rowsForPrograms.all }
  }
  private var rowsForPrograms = DataRows()
  /// The claims shown, for `@1`.
  package var claims: [Int] = []
  /// Commands that lead on from here, shown at a terminal.
  package var next: [String] = []
  /// Whether it is a page of help, which never is wider than 80 columns.
  package var isPage = false
  /// Messages about files and rules that came with it, already drawn.
  package var warnings: [String] = []
  package var effect = Effect.none
  /// Whether something asked for could not be done, though the rest was.
  package var isPartial = false

  package init(_ title: String? = nil, sections: [Section] = [], notes: [String] = []) {
    self.title = title
    self.sections = sections
    self.notes = notes
  }

  /// Adds rows for programs that are made when somebody asks for them.
  ///
  /// Who makes them with a session hands over ``Session/forLater``.
  mutating func addData(_ make: @escaping @Sendable () -> [JSONObject]) {
    rowsForPrograms.add(make)
  }
}

/// Where an answer is drawn.
package struct Canvas: Hashable, Sendable {
  /// The columns of a terminal; `nil` when the answer goes to a file or a program, uncut.
  package var width: Int?
  package var style: Style
  /// Whether signs are drawn with ASCII letters only.
  package var isASCII: Bool
  /// Whether the answer is listened to: signs are then words.
  package var isSpoken = false
  /// Articles by their file names: what `d3` stands for, where there is no room for names.
  var handles: [String: Int] = [:]
  /// Whether the commands that lead on are shown: to a person, not to a file.
  package var showsNext = false

  package init(width: Int? = nil, style: Style = .plain, isASCII: Bool = false) {
    self.width = width
    self.style = style
    self.isASCII = isASCII
  }
}

/// The reply as text in a format; every line ends with a line break.
package func draw(_ reply: Reply, as format: OutputFormat, on canvas: Canvas = Canvas()) -> String {
  var canvas = canvas
  if reply.isPage { canvas.width = min(canvas.width ?? 80, 80) }
  // Who listens cannot see columns, whatever the command says; a file is for others too.
  let isForEars = canvas.isSpoken && [.plot, .table].contains(format)
  return switch isForEars ? .lines : format {
  case .plot: drawPlot(reply, on: canvas)
  case .table: drawTable(reply, on: canvas)
  case .lines: drawLines(reply, on: canvas)
  case .md: drawMarkdown(reply)
  case .csv: drawCSV(reply)
  case .json: drawJSON(reply)
  case .jsonl:
    ([reply.understood?.data].compactMap { $0 } + reply.data).map { $0.line + "\n" }.joined()
  }
}
