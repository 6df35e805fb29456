import HearsayCore
import HearsayGraph

// The rows of `compare` for programs.

extension Session {
  func data(_ group: QuestionGroup) -> [JSONObject] {
    let claims = group.lines.flatMap { line in
      line.claims.map { data($0, line.origin, isMain: line.isMain) }
    }
    return claims + group.links.map(data) + [summary(group)]
  }

  func data(_ link: Link) -> JSONObject {
    var object = JSONObject()
    object.add("row", "relation")
    object.add("relation", link.relation.rawValue)
    object.add("verdict", link.verdict?.name)
    object.add("from", number(link.from))
    object.add("to", number(link.to))
    object.add("reasons", link.reasons)
    object.add("assumptions", link.assumptions)
    object.add("confidence", link.confidence.rawValue)
    object.add("shift", link.shift.map(\.rawValue))
    return object
  }

  private func summary(_ group: QuestionGroup) -> JSONObject {
    var question = JSONObject()
    question.add("topic", group.question.topic)
    question.add("population", group.question.population)
    question.add("measure", group.question.measure.rawValue)
    question.add("episode", group.question.episode)
    question.add("kind", group.question.kind.rawValue)
    question.add("unit", group.question.unit)
    question.add("realm", group.question.realm)
    var object = JSONObject()
    object.add("row", "group")
    object.add("question", question)
    object.add("claims", group.claims.map(number))
    object.add("origins", group.origins.map(data))
    return object
  }

  private func data(_ origin: Origin) -> JSONObject {
    var object = JSONObject()
    object.add("key", origin.key)
    object.add("name", origin.name)
    object.add("kind", origin.kind.rawValue)
    object.add("claims", origin.claims.map(number))
    object.add("documents", origin.documents.map { graph.documents[$0].file })
    return object
  }
}
