import Foundation
import HearsayCore
import HearsayFormats
import HearsayGraph
@testable import HearsayShell
import HearsayTestSupport
import Testing

/// Which figures answer a word, in the words of many newsrooms: each sentence is an article, and
/// the figures between ⟦ and ⟧ are all that answers in it.
struct AskedWordsTests {
  struct Asks: Sendable, CustomTestStringConvertible {
    var ask: String
    var sentences: [String]
    var testDescription: String { ask }
  }

  static let asks: [Asks] = [
    Asks(
      ask: "killed",
      sentences: [
        "The fire cost ⟦7⟧ people their lives.",
        "A rights group said it had verified ⟦15⟧ killings.",
        "The minister deplored the loss of ⟦4⟧ lives.",
        "With ⟦5⟧ more bodies recovered on Thursday, the search was called off.",
        "Officials put the toll at ⟦31⟧.",
        "The gunman opened fire in the hall, killing ⟦6⟧ and wounding 9.",
        "He said 12 people had been charged.",
      ]),
    Asks(
      ask: "injured",
      sentences: [
        "The raid left ⟦3⟧ guards bleeding.",
        "She said ⟦23⟧ survivors were being treated for injuries.",
        "⟦20⟧ people received first aid.",
        "The attack left 17 people dead and more than ⟦50⟧ wounded.",
      ]),
    Asks(
      ask: "critical",
      sentences: [
        "⟦6⟧ of the injured were fighting for their lives.",
        "Police said 34 were injured, of whom ⟦4⟧ were in a critical condition.",
        "⟦7⟧ out of the 82 wounded remain critical.",
      ]),
    Asks(
      ask: "stabbed",
      sentences: ["At least ⟦3⟧ of the victims have stab wounds."]),
    Asks(
      ask: "discharged",
      sentences: [
        "Of the 58 injured, ⟦5⟧ have since left hospital.",
        "36 people were hurt and ⟦8⟧ were sent home.",
      ]),
    Asks(
      ask: "children killed",
      sentences: [
        "47 people died in the attack. ⟦9⟧ of the dead were schoolchildren.",
        "38 people were killed in the raid, ⟦5⟧ of them boys.",
      ]),
    Asks(
      ask: "civilians killed",
      sentences: [
        "The raid killed ⟦12⟧ villagers and 13 soldiers.",
        "The ambush left ⟦3⟧ unarmed people dead and 10 soldiers wounded.",
      ]),
    Asks(
      ask: "tents",
      sentences: ["Relief workers put up ⟦75⟧ tents for the 17 families."]),
    Asks(
      ask: "missing",
      sentences: [
        "The company could not account for ⟦14⟧ of its workers.",
        "The number of missing fell to ⟦22⟧.",
        "33 miners were brought to the surface.",
      ]),
    Asks(
      ask: "arrested",
      sentences: [
        "Police have been holding ⟦11⟧ people in connection with the attack.",
        "In all, ⟦400⟧ people were swept up in the raids.",
        "The group said it knew of ⟦340⟧ detentions.",
        "Ninety students are still being held by the gunmen.",
      ]),
    Asks(
      ask: "released",
      sentences: [
        "⟦4⟧ of the hostages have been set free.",
        "⟦10⟧ fishermen were returned to their country.",
        "The court ordered the release of ⟦5⟧ men.",
        "17 of the girls never came home.",
      ]),
    Asks(
      ask: "evacuated",
      sentences: [
        "The fire has forced almost ⟦27000⟧ people from their homes.",
        "Some ⟦1200⟧ people have been flown out to the mainland.",
      ]),
    Asks(
      ask: "homes destroyed",
      sentences: [
        "The governor said about ⟦150⟧ homes had been lost.",
        "The fire tore through the town, burning at least ⟦60⟧ homes.",
      ]),
    Asks(
      ask: "strikers",
      sentences: [
        "The company says ⟦3100⟧ workers were out on Monday.",
        "⟦2900⟧ employees did not turn up for the early shift.",
        "The union said ⟦6500⟧ people took part in the strike. The company spoke of ⟦3800⟧.",
      ]),
    Asks(
      ask: "political prisoners",
      sentences: [
        "The group confirmed 109 releases, including ⟦70⟧ people on its list of political prisoners.",
        "The decree freed 46 people, of whom ⟦17⟧ were considered political prisoners.",
        "It has a list of ⟦612⟧ people it regards as political prisoners. Others say it is ⟦800⟧.",
        "The fire destroyed 40 houses.",
      ]),
    Asks(
      ask: "house arrest",
      sentences: [
        "The court placed ⟦9⟧ men under house arrest.",
        "Of the 46, ⟦11⟧ are to spend the rest of their sentences under house arrest.",
        "⟦4⟧ were confined to their homes.",
        "Police arrested 12 men in two houses.",
      ]),
    Asks(
      ask: "missing coins",
      sentences: [
        "That leaves some ⟦440⟧ coins unaccounted for.",
        "The fate of about ⟦430⟧ coins remains unknown.",
        "⟦20⟧ coins have not been found.",
        "Police found 12 coins.",
      ]),
    Asks(
      ask: "ransom",
      sentences: [
        "The gang received ⟦600000⟧ dollars on Friday.",
        "The families collected ⟦310000⟧ dollars to pay the kidnappers.",
        "A total of ⟦650000⟧ dollars was paid in two parts.",
        "The city raised 3 million naira for the repairs.",
      ]),
  ]

  @Test(arguments: asks) func `finds the figures of a word`(_ asks: Asks) throws {
    try Self.check(asks)
  }

  /// Whether the figures marked are all that answer.
  static func check(_ asks: Asks) throws {
    var session = Session(files: .disk, roots: [projectRoot.path])
    let folder = try write(asks.sentences)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(session.load([folder.path]).isEmpty)
    let lines = session.graph.compare(session.asked(asks.ask)).groups.flatMap(\.lines)
    var found: [Int: Set<String>] = [:]
    for row in lines.filter(\.isMain).flatMap(\.claims) {
      let claim = session.graph.claims[row]
      found[claim.document, default: []].insert(
        claim.proposition.quantity?.stated?.description ?? "?")
    }
    for (place, sentence) in asks.sentences.enumerated() {
      let wanted = Set(
        sentence.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst().compactMap {
          $0.split(separator: "⟧").first.map(String.init)
        })
      #expect(found[place] ?? [] == wanted, "\(sentence)")
    }
  }

  private static func write(_ sentences: [String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearsay-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var manifest = "file\tpublisher\tdate\ttitle\n"
    for (place, sentence) in sentences.enumerated() {
      let name = "\(place).txt"
      manifest += "\(name)\tPaper \(place)\t2014-05-0\(1 + place)\tFrom the region\n"
      let text = "From the region\n\n" + sentence.filter { !"⟦⟧".contains($0) } + "\n"
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try manifest.write(
      to: folder.appendingPathComponent("manifest.tsv"), atomically: true, encoding: .utf8)
    return folder
  }
}
