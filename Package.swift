// swift-tools-version: 6.2
import PackageDescription

// One direction of dependency: Text ← Record, Language, Facts, Codebook ← Coder ← Chronicle ← command line.
// ARCHITECTURE.md says what each room holds and what must stay out of it.
let fast: [SwiftSetting] = [.unsafeFlags(["-Ounchecked"], .when(configuration: .release))]
// Tests look inside these rooms; one configuration serves them and the product.
let testable: [SwiftSetting] = [.unsafeFlags(["-enable-testing"])]

let package = Package(
  name: "Chancery",
  products: [
    .executable(name: "chancery", targets: ["chancery"]),
    .executable(name: "chancery-train", targets: ["chancery-train"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "ChanceryText"),
    .target(name: "ChanceryRecord", dependencies: ["ChanceryText"]),
    .target(name: "ChanceryLanguage", dependencies: ["ChanceryText"], swiftSettings: fast),
    .target(name: "ChanceryFacts", dependencies: ["ChanceryText"], swiftSettings: fast),
    .target(name: "ChanceryCodebook", dependencies: ["ChanceryText"]),
    .target(
      name: "ChanceryCoder",
      dependencies: [
        "ChanceryText", "ChanceryRecord", "ChanceryLanguage", "ChanceryFacts", "ChanceryCodebook",
      ], swiftSettings: testable),
    .target(
      name: "ChancerySources", dependencies: ["ChanceryText", "ChanceryRecord"],
      swiftSettings: testable),
    .target(
      name: "ChanceryChronicle", dependencies: ["ChanceryText", "ChanceryRecord"],
      swiftSettings: testable),
    .target(name: "ChanceryData"),
    .target(
      name: "ChanceryTraining", dependencies: ["ChanceryText", "ChanceryLanguage"],
      swiftSettings: fast),
    .executableTarget(
      name: "chancery",
      dependencies: [
        "ChanceryText", "ChanceryRecord", "ChanceryLanguage", "ChanceryFacts", "ChanceryCodebook",
        "ChanceryCoder", "ChancerySources", "ChanceryChronicle", "ChanceryData",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "chancery-train",
      dependencies: [
        "ChanceryText", "ChanceryLanguage", "ChanceryFacts", "ChanceryTraining",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "TextTests", dependencies: ["ChanceryText"]),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["ChanceryText", "ChanceryLanguage", "ChanceryTraining", "ChanceryData"]),
    .testTarget(
      name: "FactsTests", dependencies: ["ChanceryText", "ChanceryFacts", "ChanceryData"]),
    .testTarget(
      name: "CodebookTests", dependencies: ["ChanceryText", "ChanceryCodebook", "ChanceryData"]),
    .testTarget(
      name: "CoderTests",
      dependencies: [
        "ChanceryText", "ChanceryRecord", "ChanceryLanguage", "ChanceryFacts", "ChanceryCodebook",
        "ChanceryCoder", "ChanceryData",
      ]),
    .testTarget(
      name: "SourcesTests", dependencies: ["ChanceryText", "ChanceryRecord", "ChancerySources"]),
    .testTarget(
      name: "ChronicleTests", dependencies: ["ChanceryText", "ChanceryRecord", "ChanceryChronicle"]),
    .testTarget(name: "CommandTests", dependencies: ["chancery"]),
  ],
  swiftLanguageModes: [.v6]
)
