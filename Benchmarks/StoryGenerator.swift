/// Makes an archive: stories of twenty articles each, or of five to sixty, with words and numbers of
/// their own.
///
/// One story in five tells of what the rules know by name, with sentences as papers print them: an
/// attack with a toll that grows, prisoners who are let go, a robbery, jobs that are cut. The others
/// count things that no list names. An article is always the same for the same number, whoever asks
/// for it and when, so that an archive need not lie on a disk.
struct StoryGenerator: Sendable {
  /// How many articles tell a story, and when.
  enum Shape: String {
    /// Twenty each, all in January: whoever asks for a number meets many of one day.
    case even
    /// Five to sixty each, most few, spread over a year; as an archive of a newsroom is.
    case news
  }

  private static let articlesOfStory = 20
  /// What real news has on average.
  private static let bytesOfArticle = 4700

  private let words: [String]
  private let names: [String]
  private let shape: Shape
  private let stories: Int
  /// For ``Shape/news`` the first article of each story.
  private let starts: [Int]

  init(articles: Int, _ shape: Shape = .even) {
    var maker = WordMaker(state: 0x5851_F42D_4C95_7F2D)
    words = (0..<20_000).map { _ in maker.word() }
    names = (0..<4000).map { _ in maker.name() + " " + maker.name() }
    self.shape = shape
    starts = shape == .news ? Self.starts(articles) : []
    stories = shape == .news ? starts.count : max(1, articles / Self.articlesOfStory)
  }

  /// Where stories begin whose lengths have many short and few long ones.
  private static func starts(_ articles: Int) -> [Int] {
    var dice = Dice(state: 0x2545_F491_4F6C_DD1D)
    var starts: [Int] = []
    var next = 0
    while next < max(1, articles) {
      starts.append(next)
      let draw = Double(dice.below(1000)) / 1000
      next += 5 + Int(draw * draw * 56)
    }
    return starts
  }

  private func place(of number: Int) -> (story: Int, telling: Int) {
    guard shape == .news else { return (number % stories, number / stories) }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return (low, number - starts[low])
  }

  /// Outlet and date of an article, as a list of articles gives them.
  func listing(_ number: Int) -> (outlet: String, date: String) {
    let (story, telling) = place(of: number)
    let first = shape == .news ? story &* 101 % 350 : story % 24
    let day = first + telling / 5
    let month = shape == .news ? 1 + day / 28 % 12 : 1
    let ofMonth = 1 + (shape == .news ? day % 28 : day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return ("Outlet \(number &* 31 % 200)", "2026-\(two(month))-\(two(ofMonth))")
  }

  /// What somebody may ask for one story: a word of it, its place and its number.
  func question(_ draw: Int) -> (word: String, place: String, number: Int) {
    let scene = Scene(story: draw % stories, telling: 0, self)
    return (scene.asked(draw), scene.place, scene.toll)
  }

  /// Headline and paragraphs.
  func article(_ number: Int) -> String {
    let (story, telling) = place(of: number)
    var scene = Scene(story: story, telling: telling, self)
    var text = scene.headline() + "\n\n"
    for _ in 0..<7 {
      text += scene.figures() + " " + scene.statement()
      text += scene.filler() + " " + scene.filler() + "\n\n"
    }
    while text.utf8.count < Self.bytesOfArticle {
      text += scene.statement() + scene.filler() + "\n"
    }
    return text
  }

  /// One telling of one story.
  private struct Scene {
    private let all: StoryGenerator
    private let story: Int
    private let telling: Int
    private var dice: Dice
    let place: String
    let toll: Int
    private var shape = 0

    init(story: Int, telling: Int, _ all: StoryGenerator) {
      self.all = all
      self.story = story
      self.telling = telling
      dice = Dice(state: UInt64(story &* 1009 &+ telling &* 7919 &+ 17))
      var own = Dice(state: UInt64(story &+ 1) &* 0x9E37_79B9)
      place = all.names[own.below(all.names.count)].split(separator: " ").map(String.init)[0]
      let rank = Double(own.below(1000)) / 1000
      toll = 2 + own.below(9) + Int(rank * rank * rank * 900) + telling / 3
    }

    mutating func headline() -> String {
      switch kind {
      case .attack: "\(toll) killed in \(place) blast"
      case .prison: "\(toll) prisoners freed in \(place)"
      case .robbery: "Robbers take $\(toll) million from \(place) bank"
      case .jobs: "\(name()) to cut \(toll)00 jobs in \(place)"
      case .other: "\(place): \(toll) \(noun()) \(verb())"
      }
    }

    /// A word under which the story is asked for.
    func asked(_ draw: Int) -> String {
      let words =
        switch kind {
        case .attack: ["killed", "injured", "missing", "arrested"]
        case .prison: ["released", "held", "arrested"]
        case .robbery: ["stolen", "robbers", "hostages", "arrested"]
        case .jobs: ["job cuts", "sales"]
        case .other: [all.words[story &* 17 % 6000] + "s"]
        }
      return words[draw / max(1, all.stories) % words.count]
    }

    private enum Kind { case attack, prison, robbery, jobs, other }

    private var kind: Kind {
      switch story % 20 {
      case 0, 1: .attack
      case 7: .prison
      case 11: .robbery
      default: story % 20 == 15 ? .jobs : .other
      }
    }

    mutating func figures() -> String {
      shape += 1
      switch kind {
      case .attack: return attack()
      case .prison: return prison()
      case .robbery: return robbery()
      case .jobs: return jobs()
      case .other: return other()
      }
    }

    private mutating func attack() -> String {
      switch shape {
      case 1: "At least \(toll) people were killed in \(place) on \(day()), police said."
      case 2: "Another \(toll * 2 + 1) were injured, \(name()), a hospital spokesman, said."
      case 3: "The death toll rose from \(max(1, toll - 2)) to \(toll), the health ministry said."
      case 4: "\(name()) told reporters that \(toll / 4 + 1) people were still missing."
      case 5: "Some \(toll * 5) passengers were on board, the operator said."
      case 6: "Police arrested \(2 + dice.below(4)) suspects in \(place)."
      default: "In \(1990 + dice.below(20)), \(3 + dice.below(90)) people died in a blast nearby."
      }
    }

    private mutating func prison() -> String {
      switch shape {
      case 1: "\(toll) political prisoners were released on \(day()), \(name()) said."
      case 2: "More than \(toll * 4) remain behind bars, according to the \(place) Forum."
      case 3: "The \(place) Forum has verified the release of \(max(1, toll - 3)) people."
      case 4: "Families of \(toll / 3 + 1) detainees were waiting outside the prison."
      case 5: "The government said \(toll + 6) people had been freed."
      case 6: "\(1 + dice.below(7)) journalists were among them, \(name()) said."
      default: "About \(toll * 3) people were arrested after the protests."
      }
    }

    private mutating func robbery() -> String {
      switch shape {
      case 1: "\(2 + story % 6) armed robbers stole $\(toll) million from a bank in \(place)."
      case 2: "They held \(toll / 9 + 2) hostages for \(2 + dice.below(9)) hours, police said."
      case 3: "Police have offered a reward of $\(1 + story % 9)0,000, \(name()) said."
      case 4: "Officers arrested \(1 + story % 4) suspects on \(day())."
      default: "The bank put the loss at $\(toll).\(1 + dice.below(8)) million."
      }
    }

    private mutating func jobs() -> String {
      switch shape {
      case 1: "The company will cut \(toll)00 jobs in \(place), it said on \(day())."
      case 2: "Shares fell \(1 + dice.below(9)) per cent to \(10 + dice.below(90)).5."
      case 3: "It employs \(toll * 4)00 workers, \(name()), its chief executive, said."
      case 4: "Sales dropped to $\(toll).\(1 + dice.below(8)) billion last year."
      default: "The union said \(toll)50 workers would lose their jobs."
      }
    }

    private mutating func other() -> String {
      let number = 1 + dice.below(9) * (1 + story % 400)
      switch shape {
      case 1: return "\(place) has \(verb()) \(toll) \(noun()), \(name()) said on \(day())."
      case 2: return "About \(number) \(noun()) were \(verb()), the \(place) council said."
      case 3: return "The \(noun()) of \(place) cost $\(toll).\(dice.below(9)) million."
      case 4: return "\(number) \(noun()) \(verb()) in \(1990 + dice.below(20))."
      case 5: return "\(2 + dice.below(90)) per cent of the \(noun()) were \(verb())."
      default: return "\(name()) \(verb()) \(number) \(noun())."
      }
    }

    // MARK: - Words

    mutating func statement() -> String {
      switch dice.below(3) {
      case 0: "“\(phrase(9)),” \(name()) said. "
      case 1: "\(name()) said that the \(phrase(9)). "
      default: "The \(phrase(12)). "
      }
    }

    mutating func filler() -> String { "The \(phrase(14)) of the \(phrase(6))." }

    private mutating func phrase(_ count: Int) -> String {
      (0..<count).map { _ in dice.below(3) == 0 ? dice.pick(Self.small) : word() }
        .joined(separator: " ")
    }

    /// Rank by the cube of a uniform draw: near enough to Zipf.
    private mutating func word() -> String {
      let draw = Double(dice.below(1 << 24)) / Double(1 << 24)
      return all.words[Int(draw * draw * draw * Double(all.words.count - 1))]
    }

    /// A story has its own verbs and things counted.
    private mutating func verb() -> String {
      all.words[(story &* 31 &+ dice.below(4) &* 7) % 4000] + "ed"
    }

    private mutating func noun() -> String {
      all.words[(story &* 17 &+ dice.below(3)) % 6000] + "s"
    }

    private mutating func name() -> String { dice.pick(all.names) }
    private mutating func day() -> String { dice.pick(Self.days) }

    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    private static let small = [
      "the", "of", "to", "in", "a", "and", "for", "with", "by", "on", "its",
    ]
  }
}

/// Draws that are the same for the same seed.
struct Dice {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func pick(_ list: [String]) -> String { list[below(list.count)] }
}
