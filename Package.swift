// swift-tools-version: 6.2
import PackageDescription

// The house: one row a module, and what it may import. Nothing else is allowed, and
// `script/lint` lets the compiler check it (`--explicit-target-dependency-import-check error`).

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: Target.Dependency..., exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "hearsay",
  products: [.executable(name: "hearsay", targets: ["hearsay"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The nouns; nothing imported, not even Foundation.
    module("HearsayCore"),
    // Rules files (YAML) to checked values.
    module("HearsayRules", "HearsayCore", yams),
    // Bytes to tokens, words and sentences; word tables compiled from the rules.
    module("HearsayText", "HearsayCore", "HearsayRules"),
    // Text to quantities, times, names, quotations, attributions, claims.
    module("HearsayReading", "HearsayCore", "HearsayRules", "HearsayText"),
    // Claims to origins, relations, answers; knows no text processing.
    module("HearsayGraph", "HearsayCore"),
    // Articles to the text they share; knows no claims and no rules.
    module("HearsayReuse", "HearsayCore"),
    // Files to articles: plain text, folders, manifests.
    module("HearsayFormats", "HearsayCore", yams),
    // A line in, a reply out; knows no terminal.
    module(
      "HearsayShell", "HearsayCore", "HearsayRules", "HearsayReading", "HearsayGraph",
      "HearsayFormats", "HearsayReuse"),
    // The line editor behind a small C face.
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CLine", dependencies: ["CEdit"]),
    module("HearsayTerminal", "CLine"),
    .executableTarget(
      name: "hearsay",
      dependencies: [
        "HearsayShell", "HearsayTerminal", "HearsayFormats", "HearsayCore", "HearsayReading",
        "HearsayRules",
        "HearsayGraph", "HearsayReuse", arguments,
      ],
      swiftSettings: settings),

    // Not part of the product: `script/bench` builds and runs it. What `script/accuracy` runs lies
    // beside it.
    .executableTarget(
      name: "hearsay-bench",
      dependencies: [
        "HearsayShell", "HearsayGraph", "HearsayReading", "HearsayFormats", "HearsayRules",
        "HearsayCore",
      ],
      path: "Benchmarks",
      exclude: ["accuracy.py", "count_cues.py", "recorded-accuracy.json", "story_answers.py"],
      swiftSettings: settings),

    .target(
      name: "HearsayTestSupport",
      dependencies: ["HearsayCore", "HearsayRules", "HearsayText", "HearsayReading"],
      path: "Tests/HearsayTestSupport", swiftSettings: settings),
    tests("HearsayCoreTests", "HearsayCore", "HearsayTestSupport"),
    tests("HearsayRulesTests", "HearsayRules", "HearsayCore", "HearsayTestSupport"),
    tests("HearsayTextTests", "HearsayText", "HearsayRules", "HearsayCore", "HearsayTestSupport"),
    tests(
      "HearsayReadingTests", "HearsayReading", "HearsayText", "HearsayRules", "HearsayCore",
      "HearsayTestSupport"),
    tests(
      "HearsayGoldTests", "HearsayShell", "HearsayGraph", "HearsayReading", "HearsayFormats",
      "HearsayRules", "HearsayCore", "HearsayTestSupport", yams, exclude: ["Gold"]),
    tests("HearsayReuseTests", "HearsayReuse", "HearsayCore", "HearsayTestSupport"),
    tests("HearsayGraphTests", "HearsayGraph", "HearsayCore", "HearsayTestSupport"),
    tests(
      "HearsayShellTests", "HearsayShell", "HearsayGraph", "HearsayReading", "HearsayFormats",
      "HearsayRules", "HearsayCore", "HearsayTestSupport", exclude: ["Answers"]),
    // What a person types and sees: the built program as it is.
    .testTarget(
      name: "HearsayEndToEndTests", dependencies: ["HearsayTestSupport", "hearsay"],
      exclude: ["Transcripts"],
      swiftSettings: settings),
    tests("HearsayTerminalTests", "HearsayTerminal"),
  ]
)
