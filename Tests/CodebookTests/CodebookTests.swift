import ChanceryCodebook
import Foundation
import Testing

/// The folder of the package.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func codebookFiles() throws -> [(path: String, bytes: [UInt8])] {
  let folder = root.appendingPathComponent("Data/Codebook")
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  return try names.filter { !$0.hasSuffix(".md") && $0.contains(".") }.map {
    ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
  }
}

@Suite struct ShippedCodebook {
  @Test func reads() throws {
    let codebook = try Codebook(files: codebookFiles())
    #expect(Set(codebook.frames.map(\.type)).count == 16)
    #expect(codebook.predicates.count >= 500)
    #expect(codebook.agents.count >= 400)
    #expect(codebook.cues.count >= 200)
  }

  @Test func everyFrameHasAnExample() throws {
    for frame in try Codebook(files: codebookFiles()).frames {
      #expect(!frame.matches.isEmpty, "\(frame.origin): frame '\(frame.name)' has no matches line")
    }
  }

  @Test func scoresFollowTheManual() throws {
    let codebook = try Codebook(files: codebookFiles())
    #expect(codebook.score(type: "CONSULT", mode: "visit") == 4)
    #expect(codebook.score(type: "CONSULT", mode: nil) == 2.5)
    #expect(codebook.score(type: "ASSAULT", mode: "drone") == -9.5)
    #expect(codebook.score(type: "ACCUSE", mode: nil) == -3)
  }
}

@Suite struct CodebookErrors {
  /// A wrong file and the sentence that must be said of it.
  static let cases: [(String, String)] = [
    (
      "frame f\ntype CONSULTT\n",
      "x.frames:2: 'CONSULTT' is no value of 'type'; did you mean 'CONSULT'?"
    ),
    ("type CONSULT\n", "x.frames:1: 'type' stands before any 'frame NAME' line"),
    ("frame f\nverb meet\n", "x.frames:1: frame 'f' has no 'type' line"),
    ("frame f\nverbs meet\n", "x.frames:2: unknown key 'verbs'; did you mean 'verb'?"),
    (
      "frame f\ntype AGREE\nverb sign obj=$agrement\n",
      "x.frames:3: no set named '$agrement' in sets*.txt; did you mean 'agreement'?"
    ),
    (
      "frame f\ntype AGREE\nverb sign obj\n",
      "x.frames:3: cannot read the condition 'obj'; write slot=word, slot!=word, slot:kind, +slot or -slot"
    ),
    (
      "frame f\ntype AGREE\nverb sign obj:partty\n",
      "x.frames:3: 'partty' is no value of 'obj'; did you mean 'party'?"
    ),
    (
      "frame f\ntype AGREE\nmatches no quotes\n",
      "x.frames:3: cannot read the example 'no quotes'; write \"Sentence.\" ACTORS > RECIPIENTS status"
    ),
    (
      "frame f\ntype AGREE\n\nframe f\ntype AGREE\n", "x.frames:4: a frame named 'f' exists already"
    ),
    (
      "frame f\ntype CONSULT/visits\n",
      "x.frames:1: 'visits' is no value of 'type'; did you mean 'visit'?"
    ),
  ]

  @Test(arguments: cases) func areWorded(text: String, message: String) {
    let files = [
      (path: "sets.txt", bytes: bytes("agreement = pact | deal\n")),
      (path: "modes.tsv", bytes: bytes("type\tmode\tscore\nCONSULT\tvisit\t4\n")),
      (path: "x.frames", bytes: bytes(text)),
    ]
    #expect {
      try Codebook(files: files)
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test func tablesNameTheirColumn() {
    let table = "lemma\tpos\tlinks\teffect\tnegated\ttypes\nplan\tverb\tcomp\tplaned\tdenied\t\n"
    #expect {
      try Codebook(files: [(path: "cues.tsv", bytes: bytes(table))])
    } throws: { error in
      "\(error)" == "cues.tsv:2: 'planed' is no value of 'effect'; did you mean 'planned'?"
    }
  }
}

@Suite struct FrameFiles {
  @Test func aLaterFrameOverrides() throws {
    let first = "frame f\ntype AGREE\nverb agree\n"
    let second = "frame f\ntype AGREE\nverb concur, consent\n"
    let codebook = try Codebook(files: [
      (path: "a.frames", bytes: bytes(first)), (path: "b.frames", bytes: bytes(second)),
    ])
    #expect(codebook.frames.count == 1)
    #expect(codebook.predicates(lemma: "agree", .verb).isEmpty)
    #expect(codebook.predicates(lemma: "consent", .verb).count == 1)
  }

  @Test func conditionsAddUpToSpecificity() throws {
    let text = "frame f\ntype AGREE\nverb sign, sign obj=pact, sign obj=pact with:party\n"
    let codebook = try Codebook(files: [(path: "a.frames", bytes: bytes(text))])
    #expect(codebook.predicates.map(\.specificity) == [0, 3, 5])
  }
}
