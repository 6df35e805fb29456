import HearsayCore
import Testing

@testable import HearsayGraph

/// Steps that are found by their numbers, against the list of all.
struct AccountStepsTests {
  @Test(arguments: UInt64(1)...30)
  func `what is taken back is gone, and nothing else`(_ seed: UInt64) {
    var dice = GraphPropertyTests.Dice(state: seed)
    var steps = AccountSteps()
    var list: [AccountStep] = []
    for _ in 0..<300 {
      let (one, other) = (telling(&dice), telling(&dice))
      let pair = Set([one.number, other.number])
      switch Int.random(in: 0...5, using: &dice) {
      case 0:
        steps.takeBack(one.claim, other.number)
        list.removeAll {
          $0.kind == .replaces && $0.from.claim == one.claim && $0.to.number == other.number
        }
      case 1:
        steps.takeBackClashes(one.number, other.number)
        list.removeAll { step in
          step.kind == .clashes
            && step.from.figure.claim.document != step.to.figure.claim.document
            && Set([step.from.number, step.to.number]) == pair
        }
      default:
        let step = AccountStep(
          kind: Bool.random(using: &dice) ? .replaces : .clashes, from: one, to: other, reason: "",
          confidence: Bool.random(using: &dice) ? .certain : .probable)
        steps.add(step)
        list.append(step)
      }
      #expect(steps.all.map(drawn) == list.map(drawn))
      let isReplaced = list.contains {
        $0.kind == .replaces && $0.confidence == .certain
          && Set([$0.from.number, $0.to.number]) == pair
      }
      #expect(steps.isSurelyReplaced(one.number, other.number) == isReplaced)
    }
  }

  private func drawn(_ step: AccountStep) -> String {
    "\(step.kind) \(step.from.claim) \(step.from.number) \(step.to.claim) \(step.to.number)"
      + " \(step.confidence)"
  }

  private func telling(_ dice: inout GraphPropertyTests.Dice) -> Telling {
    let number = Int.random(in: 1...6, using: &dice)
    let row = Int.random(in: 0...12, using: &dice)
    var figure = Figure(claim("\(number)", nil))
    figure.claim.document = row / 3
    return Telling(
      row: row, claim: row, figure: figure, interval: Interval(exactly: ExactNumber(number)),
      number: ExactNumber(number), origin: "", voice: .common, body: [], side: nil,
      isUnattributed: false, day: 0, isFormer: false, isDisplayOnly: false, isMinor: false,
      sort: .plain, head: "",
      order: ClaimOrder(document: 0, range: figure.claim.span.range, row: row))
  }
}
