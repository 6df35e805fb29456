internal import Synchronization

/// Whether what is being worked out is wanted no more.
///
/// A person who presses Ctrl-C gets the prompt back at once; what they gave up should not go on for
/// minutes beside it. Whoever begins such work makes one of these and passes it along; loops that
/// can be long look at it, and end with whatever they have: nobody sees that.
public final class GivenUp: Sendable {
  private let isRaised = Atomic(false)

  /// Not yet.
  public init() {}

  /// Whether nobody waits for it.
  public var holds: Bool { isRaised.load(ordering: .relaxed) }

  /// From now on nobody does.
  public func raise() { isRaised.store(true, ordering: .relaxed) }
}

/// What a loop goes through, which ends early once nobody waits for what the loop makes.
public struct WhileWanted<Base: Sequence>: Sequence, IteratorProtocol {
  private var base: Base.Iterator
  private let flag: GivenUp?

  /// All of it when there is no flag.
  public init(_ base: Base, unless flag: GivenUp?) {
    self.base = base.makeIterator()
    self.flag = flag
  }

  /// The next element, as long as anybody waits.
  public mutating func next() -> Base.Element? {
    flag?.holds == true ? nil : base.next()
  }
}
