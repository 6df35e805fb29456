/// The rules behind one reference: they are sixty tables, and whoever held them as a value would
/// count a reference to each.
final class SharedRules: Sendable {
  let rules: GraphRules

  init(_ rules: GraphRules) { self.rules = rules }
}
