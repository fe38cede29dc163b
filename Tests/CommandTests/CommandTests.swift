import Foundation
import Testing

/// Runs the real product in an empty folder.
struct Sandbox: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("chancery-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  struct Outcome {
    var output: String
    var errors: String
    var code: Int32
    var lines: [Substring] { output.split(separator: "\n") }
  }

  /// - Parameter input: standard input.
  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = Sandbox.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let names = ["in", "out", "err"].map { folder.appendingPathComponent(".\($0)") }
    try Data(input.utf8).write(to: names[0])
    for name in names.dropFirst() {
      _ = FileManager.default.createFile(atPath: name.path, contents: nil)
    }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self),
      code: process.terminationStatus)
  }

  /// The product beside the test bundle.
  static let binary: URL = {
    var url = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while url.pathComponents.count > 1 {
      url = url.deletingLastPathComponent()
      let candidate = url.appendingPathComponent("chancery")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        !candidate.hasDirectoryPath
      {
        return candidate
      }
    }
    fatalError("the product 'chancery' was not built beside the tests")
  }()
}

let article = """
  Lavrov arrives in Islamabad

  ISLAMABAD: Russian Foreign Minister Sergey Lavrov arrived in Islamabad on Tuesday on a two-day visit.

  "We are ready to strengthen the anti-terrorist potential of Pakistan," Lavrov told reporters.
  """

@Suite struct CodeCommandTests {
  @Test func oneRecordADocument() throws {
    let box = try Sandbox()
    try box.write("a.txt", article)
    try box.write("b.txt", article)
    let run = try box.run(["code", "--published", "2021-04-06", "a.txt", "b.txt"])
    #expect(run.code == 0)
    #expect(run.lines.count == 2)
    #expect(run.errors.isEmpty)
  }

  @Test func scopeTakesInDomesticHappenings() throws {
    let box = try Sandbox()
    try box.write("a.txt", "Police arrested three journalists in Belarus.")
    #expect(try !box.run(["code", "a.txt"]).output.contains("COERCE"))
    #expect(try box.run(["code", "--scope", "all", "a.txt"]).output.contains("COERCE"))
    #expect(try box.run(["code", "--scope", "some", "a.txt"]).code == 64)
  }

  @Test func framesNameLineAndPredicate() throws {
    let box = try Sandbox()
    try box.write("a.txt", "Iran fired missiles at Israel.")
    let run = try box.run(["code", "--frames", "a.txt"])
    #expect(run.lines.count == 1)
    #expect(run.output.contains("assault.frames:"))
    #expect(run.output.contains("\tassault-heavy\tverb fire obj=missile"))
  }

  @Test func outputDoesNotDependOnThreads() throws {
    let box = try Sandbox()
    for n in 0..<12 { try box.write("a\(n).txt", article + " \(n)") }
    let one = try box.run(["code", "--jobs", "1", "."])
    let two = try box.run(["code", "--jobs", "2", "."])
    let again = try box.run(["code", "--jobs", "2", "."])
    #expect(one.lines.count == 12)
    #expect(one.output == two.output)
    #expect(two.output == again.output)
  }

  @Test func jsonLinesKeepTheirOrder() throws {
    let box = try Sandbox()
    let input = (0..<20).map { n in
      "{\"id\":\"d\(n)\",\"published\":\"2020-01-02\",\"text\":\"Putin visited India. \(n)\"}\n"
    }.joined()
    let run = try box.run(["code", "-"], input: input)
    #expect(run.code == 0)
    let ids = try run.lines.map { line -> String in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["document"] as? [String: Any])?["id"] as? String ?? ""
    }
    #expect(ids == (0..<20).map { "d\($0)" })
  }

  @Test func spansCountCodePoints() throws {
    let box = try Sandbox()
    let text = "“Çavuşoğlu” 🙂 said. Putin visited India on 5 May 2018."
    let line = try JSONSerialization.data(withJSONObject: ["id": "x", "text": text])
    let run = try box.run(["code", "-"], input: String(decoding: line, as: UTF8.self) + "\n")
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let event = try #require((record["events"] as? [[String: Any]])?.first)
    let span = try #require(event["trigger"] as? [Int])
    let scalars = Array(text.unicodeScalars)
    let words = String(String.UnicodeScalarView(scalars[span[0]..<span[1]]))
    #expect(words == "visited")
  }
}

@Suite struct BadInputTests {
  /// A bad input, its bytes, and a word of the reason that must be given.
  static let cases: [(String, [UInt8], String)] = [
    ("empty.txt", [], "empty"),
    ("binary.txt", [0, 1, 2, 0xFF, 0, 0, 7, 0, 0, 0, 1, 2], "binary"),
    ("bad.jsonl", Array("{not json}\n".utf8), "JSON"),
    ("notext.jsonl", Array("{\"id\":\"a\"}\n".utf8), "text"),
  ]

  @Test(arguments: cases) func isNamedAndTheRestGoesOn(
    name: String, bytes: [UInt8], reason: String
  ) throws {
    let box = try Sandbox()
    try box.write(name, bytes)
    try box.write("good.txt", article)
    let run = try box.run(["code", name, "good.txt"])
    #expect(run.code == 1)
    #expect(run.lines.count == 1)
    #expect(run.errors.contains(name), "\(run.errors)")
    #expect(run.errors.contains(reason), "\(run.errors)")
  }

  @Test func aMissingFile() throws {
    let box = try Sandbox()
    try box.write("good.txt", article)
    let run = try box.run(["code", "nothing.txt", "good.txt"])
    #expect(run.code == 1)
    #expect(run.errors.contains("nothing.txt"))
    #expect(run.lines.count == 1)
  }

  @Test func aFolderWithoutArticles() throws {
    let box = try Sandbox()
    try FileManager.default.createDirectory(
      at: box.folder.appendingPathComponent("hollow"), withIntermediateDirectories: false)
    let run = try box.run(["code", "hollow"])
    #expect(run.code == 1)
    #expect(run.errors.contains("hollow"))
  }

  @Test func windows1252IsReadAndSaid() throws {
    let box = try Sandbox()
    try box.write("old.txt", Array("Putin visited India \u{22}".utf8) + [0x93, 0x94, 0xE9, 0x2E])
    let run = try box.run(["code", "old.txt"])
    #expect(run.code == 0)
    #expect(run.errors.contains("Windows-1252"))
  }

  @Test func aBadLineOfManyIsNumbered() throws {
    let box = try Sandbox()
    let run = try box.run(
      ["code", "-"],
      input:
        "{\"id\":\"a\",\"text\":\"Putin visited India.\"}\nnonsense\n{\"id\":\"b\",\"text\":\"x\"}\n"
    )
    #expect(run.code == 1)
    #expect(run.lines.count == 2)
    #expect(run.errors.contains(":2"), "\(run.errors)")
  }

  @Test(arguments: [["code"], ["code", "--jobs", "0", "x"], ["nonsense"], ["explain"]])
  func wrongUsageIs64(arguments: [String]) throws {
    let box = try Sandbox()
    let run = try box.run(arguments)
    #expect(run.code == 64)
    #expect(!run.errors.isEmpty)
  }
}

@Suite struct OtherCommandTests {
  @Test func explainTellsTheFrameOrTheReason() throws {
    let box = try Sandbox()
    let coded = try box.run(["explain", "--text", "Putin visited India."])
    #expect(coded.output.contains("CONSULT/visit by frame"))
    let none = try box.run(["explain", "--text", "Thousands visited the museum."])
    #expect(none.output.contains("No event. What came nearest"))
    #expect(none.output.contains("needs obj:"))
  }

  @Test func explainAnEventOfAFile() throws {
    let box = try Sandbox()
    try box.write("a.txt", article)
    let run = try box.run(["explain", "a.txt#e1"])
    #expect(run.code == 0)
    #expect(run.output.contains("Event e1"))
    let missing = try box.run(["explain", "a.txt#e99"])
    #expect(missing.code == 1)
    #expect(missing.errors.contains("e99"))
  }

  @Test func parseKeepsGivenTokens() throws {
    let box = try Sandbox()
    let given = """
      # sent_id = x
      1\tPutin\t_\t_\t_\t_\t_\t_\t_\t_
      2\tvisited\t_\t_\t_\t_\t_\t_\t_\t_
      3\tNew-Delhi\t_\t_\t_\t_\t_\t_\t_\tMark=1
      4\t.\t_\t_\t_\t_\t_\t_\t_\t_


      """
    try box.write("t.conllu", given)
    let run = try box.run(["parse", "--conllu", "t.conllu"])
    #expect(run.code == 0)
    #expect(run.output.contains("# sent_id = x"))
    #expect(run.output.contains("3\tNew-Delhi\t"))
    #expect(run.output.contains("Mark=1"))
    #expect(run.output.contains("\troot\t"))
  }

  @Test func aCodebookOfOnesOwnFires() throws {
    let box = try Sandbox()
    let folder = box.folder.appendingPathComponent("mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try Data("frame mine-serenade\ntype SUPPORT\nverb serenade obj:party\n".utf8)
      .write(to: folder.appendingPathComponent("mine.frames"))
    let text = ["--text", "Russia serenaded India."]
    #expect(!(try box.run(["explain"] + text)).output.contains("mine-serenade"))
    let run = try box.run(["explain", "--codebook", "mine"] + text)
    #expect(run.output.contains("SUPPORT by frame 'mine-serenade' (mine.frames:1)"))
  }

  @Test func aWrongCodebookIsNamed() throws {
    let box = try Sandbox()
    let folder = box.folder.appendingPathComponent("mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try Data("frame f\ntype SUPORT\n".utf8).write(to: folder.appendingPathComponent("m.frames"))
    let run = try box.run(["explain", "--codebook", "mine", "--text", "x"])
    #expect(run.code != 0)
    #expect(
      run.errors.contains("m.frames:2: 'SUPORT' is no value of 'type'; did you mean 'SUPPORT'?"))
  }
}

@Suite struct EmbeddedDataTests {
  /// `Resources.c` lists every file of `Data/`; `make embed` writes it.
  @Test func everyDataFileIsInTheProgram() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = root.appendingPathComponent("Data")
    let source = try String(
      contentsOf: root.appendingPathComponent("Sources/ChanceryData/Resources.c"), encoding: .utf8)
    for name in try FileManager.default.subpathsOfDirectory(atPath: data.path) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: data.appendingPathComponent(name).path, isDirectory: &isFolder)
      if isFolder.boolValue || name.hasSuffix(".md") || name.contains("/.") || name.hasPrefix(".") {
        continue
      }
      #expect(source.contains("{\"\(name)\", "), "run make embed: \(name)")
    }
  }
}
