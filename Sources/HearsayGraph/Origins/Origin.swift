package import HearsayCore

/// What the words go back to, as far as the articles tell.
package enum OriginKind: String, Hashable, Sendable, CaseIterable {
  case identified, anonymous, collective, document, unattributed, outletOnly
}

/// Which rule gave an origin its key (CLAIM MODEL, "Origins and independence").
package enum OriginRule: String, Hashable, Sendable {
  case identifiedSource, spokesperson, sharedQuotation, credit, collectiveAndNumber, textReuse
  case ownKey
  /// A person said so.
  case byHand
}

/// One witness: every claim that goes back to the same source, however many outlets print it.
package struct Origin: Hashable, Sendable {
  /// The same for the same witness, in whatever order articles were loaded.
  package var key: String
  /// For people.
  package var name: String
  package var kind: OriginKind
  package var rule: OriginRule
  /// `probable` when the merge is inferred and not said.
  package var confidence: Confidence
  /// Rows of claims, sorted.
  package var claims: [Int]
  /// Rows of documents, sorted.
  package var documents: [Int]
  /// Why each claim that does not name the origin itself belongs here, in the order of ``claims``.
  package var evidence: [OriginEvidence] = []
}

/// Why a claim goes back to an origin that it does not name.
package struct OriginEvidence: Hashable, Sendable {
  package var claim: Int
  package var rule: OriginRule
  package var confidence: Confidence
  /// The claim it was joined with; `nil` for one that names who is behind it.
  package var joinedTo: Int?
}

/// The origin of one claim.
package struct OriginKey: Hashable, Sendable {
  package var key: String
  package var name: String
  package var kind: OriginKind
  package var rule: OriginRule
  package var confidence: Confidence
  /// The claim that tells whose words these are, when this one does not.
  package var joinedTo: Int? = nil
}

extension ClaimGraph {
  /// The key a claim has by itself, before articles are compared: rules 1, 4 and 6.
  func ownOrigin(_ row: Int) -> OriginKey {
    if claims.isUnattributed(row) { return unattributedOrigin(document(of: row).file) }
    if let speaker = claims.namedSpeaker(of: row) { return identifiedOrigin(speaker) }
    return claims.origin(of: row) { workedOutOrigin(row) }
  }

  /// Whether nobody but the outlet is named for a claim.
  func isUnattributed(_ claim: Claim) -> Bool {
    let speaker = claim.origin.speaker
    return speaker.anonymity == nil && claim.chain.count == 1
      && (speaker.kind == .outlet || speaker.kind == .unknown)
  }

  private func workedOutOrigin(_ row: Int) -> OriginKey {
    let claim = claims[row]
    let speaker = claim.origin.speaker
    let file = document(of: row).file
    if let anonymity = speaker.anonymity {
      return anonymousOrigin(anonymity.descriptor, file)
    }
    switch speaker.kind {
    case .anonymous: return anonymousOrigin(speaker.name, file)
    case .person, .organisation, .government: return identifiedOrigin(speaker)
    case .document: return documentOrigin(speaker)
    case .collective: return collectiveOrigin(speaker, file)
    case .outlet where claim.chain.count > 1:
      return OriginKey(
        key: "outlet:\(sourceKey(speaker.name))", name: names.canonical(speaker.name),
        kind: .outletOnly, rule: .ownKey, confidence: .certain)
    case .outlet, .unknown:
      return claim.chain.count > 1 && speaker.name != "unknown" && !speaker.name.isEmpty
        ? unresolvedOrigin(speaker, file) : unattributedOrigin(file)
    }
  }

  /// An organisation and whoever speaks for it are one witness.
  private func identifiedOrigin(_ speaker: Speaker) -> OriginKey {
    claims.origin(of: speaker) { workedOutOrigin(speaker) }
  }

  private func workedOutOrigin(_ speaker: Speaker) -> OriginKey {
    let body = spokenFor(by: speaker)
    let name = names.canonical(speaker.name)
    return OriginKey(
      key: "source:\(folded(body?.body ?? name))", name: name, kind: .identified,
      rule: body.map { folded($0.body) == folded(name) } ?? true
        ? .identifiedSource : .spokesperson,
      confidence: body?.isInferred == true ? .probable : .certain)
  }

  /// What a body has published is its word.
  private func documentOrigin(_ speaker: Speaker) -> OriginKey {
    let name = names.canonical(speaker.name)
    let body = speaker.organisation.map(names.canonical)
    return OriginKey(
      key: body.map { "source:\(folded($0))" } ?? "document:\(folded(name))", name: name,
      kind: .document, rule: body == nil ? .identifiedSource : .spokesperson, confidence: .certain)
  }

  /// Never the same as an unnamed source of another article.
  private func anonymousOrigin(_ descriptor: String, _ file: String) -> OriginKey {
    OriginKey(
      key: "anonymous:\(file):\(folded(descriptor))", name: descriptor, kind: .anonymous,
      rule: .ownKey, confidence: .certain)
  }

  /// A group is one inside its article; whether `rights groups` elsewhere are the same, only a
  /// number in common tells.
  private func collectiveOrigin(_ speaker: Speaker, _ file: String) -> OriginKey {
    OriginKey(
      key: "collective:\(file):\(folded(speaker.name))", name: speaker.name, kind: .collective,
      rule: .ownKey, confidence: .certain)
  }

  /// A speaker of unknown kind: a name is somebody, `the firm` is only known inside its article.
  private func unresolvedOrigin(_ speaker: Speaker, _ file: String) -> OriginKey {
    if names.entry(speaker.name) != nil || speaker.name.hasCapital {
      return identifiedOrigin(speaker)
    }
    return OriginKey(
      key: "unresolved:\(file):\(folded(speaker.name))", name: speaker.name, kind: .collective,
      rule: .ownKey, confidence: .certain)
  }

  private func unattributedOrigin(_ file: String) -> OriginKey {
    OriginKey(
      key: "unattributed:\(file)", name: "unattributed", kind: .unattributed, rule: .ownKey,
      confidence: .certain)
  }

  private func sourceKey(_ name: String) -> String { folded(names.canonical(name)) }
}

extension String {
  /// Whether an origin's key is that of somebody with a name.
  var isNamedOrigin: Bool { hasPrefix("source:") || hasPrefix("collective:") }

  /// Whether some word of it begins with a capital.
  var hasCapital: Bool {
    split(separator: " ").contains { $0.unicodeScalars.first?.properties.isUppercase == true }
  }
}

extension Interval {
  /// The interval as people write it: `56`, `60–70`, `more than 400`, `up to 840`.
  package var name: String {
    switch (low, high) {
    case (nil, nil): "some number"
    case (let low?, nil): lowOpen ? "more than \(low)" : "at least \(low)"
    case (nil, let high?): highOpen ? "fewer than \(high)" : "up to \(high)"
    case (let low?, let high?):
      low == high ? "\(low)" : "\(low) to \(highOpen ? "just under " : "")\(high)"
    }
  }
}

extension Speaker {
  /// Whether it is somebody who is one in all articles.
  var isNamed: Bool {
    guard anonymity == nil else { return false }
    switch kind {
    case .person, .organisation, .government: return true
    case .anonymous, .document, .collective, .outlet, .unknown: return false
    }
  }
}
