// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, lowest first. A room may import only what its line names: the direction of
// ARCHITECTURE.md is checked by the compiler (`--explicit-target-dependency-import-check error` in CI).
let rooms: [(name: String, needs: [Target.Dependency])] = [
    ("Annotation", []),
    ("Knowledge", ["Annotation"]),
    ("SpacyModel", ["Annotation", "Knowledge"]),
    ("Linguistics", ["Annotation", "Knowledge", "SpacyModel", "Kernels"]),
    ("Clauses", ["Annotation", "Knowledge"]),
    ("Temporal", ["Annotation", "Knowledge", "Clauses"]),
    ("Places", ["Annotation", "Knowledge", "Clauses"]),
    ("Actors", ["Annotation", "Knowledge", "Clauses"]),
    ("Statements", ["Annotation", "Knowledge", "Clauses"]),
    ("Events", ["Annotation", "Knowledge", "Clauses"]),
    (
        "Coding",
        ["Annotation", "Knowledge", "Linguistics", "Clauses", "Temporal", "Places", "Actors", "Statements", "Events"]
    ),
    ("Intake", ["Annotation"]),
    ("Formats", ["Annotation"]),
]

// A room's values hold values of the rooms below it, so a change of layout anywhere must recompile whoever holds them.
// SwiftPM looks only at the targets a target names: those on top name them all, though they import few.
let belowCoding: [Target.Dependency] = [
    "Annotation", "Knowledge", "SpacyModel", "Linguistics", "Clauses", "Temporal", "Places", "Actors", "Statements",
    "Events", "Coding",
]

let package = Package(
    name: "entente",
    products: [.executable(name: "entente", targets: ["entente"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        // oneDNN as Debian ships it; only the C shim in Kernels sees its headers.
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .target(
            name: "Kernels", dependencies: ["COneDNN"],
            cSettings: [.unsafeFlags(["-O3", "-Wall", "-Wextra", "-Werror"])],
            linkerSettings: [.linkedLibrary("dnnl"), .linkedLibrary("gomp"), .linkedLibrary("m")]),
        .executableTarget(
            name: "entente",
            dependencies: belowCoding + [
                "Intake", "Formats", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Stored parses for the tests of the rooms that read them, and the tool that codes them without a model.
        .target(name: "TestSupport", dependencies: ["Annotation", "Knowledge"]),
        .executableTarget(name: "codeparses", dependencies: belowCoding + ["TestSupport"]),
    ]
        + rooms.map { .target(name: $0.name, dependencies: $0.needs) }
        + rooms.map {
            .testTarget(
                name: "\($0.name)Tests",
                // The lexicon's examples are whole sentences, so their test runs the whole coder.
                dependencies: ["TestSupport"]
                    + ($0.name == "Events" ? belowCoding : [.byName(name: $0.name)] + $0.needs),
                exclude: ["Events", "Coding", "Temporal", "Places", "Actors", "Statements", "Clauses"].contains($0.name)
                    ? ["Fixtures"] : [])
        },
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.name != "Kernels" {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
