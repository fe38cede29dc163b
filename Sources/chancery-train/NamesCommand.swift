import ArgumentParser
import ChanceryFacts
import ChanceryLanguage
import ChanceryTraining
import Foundation

struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Trains the tagger of names from files in IOB2.")

  @Option(help: "Words with labels to learn from (.iob2, .iob2.gz).")
  var train: String

  @Option(help: "Words with labels to score on.")
  var dev: String?

  @Option(help: "The language model, which tags the words.")
  var model = "Data/Model/english.model"

  @Option(help: "Fact tables, which give hints.")
  var facts = "Data/Facts"

  @Option(help: "Where the model goes.")
  var out: String

  @Option var epochs = 8
  @Option var bytes = 2_000_000
  @Option var seed: UInt64 = 1

  func run() throws {
    let reader = LanguageReader(model: try Files.model(model))
    let clues = NameClues(try factBase())
    func sentences(_ path: String) throws -> [LabelledSentence] {
      let read = try LabelledSentence.read(Files.bytes(path))
      let parsed = reader.annotate(forms: read.map(\.forms))
      return zip(read, parsed.sentences).map { sentence, parse in
        var sentence = sentence
        sentence.tags = parsed.tokens[parse.tokens].map(\.xpos)
        sentence.clues = clues.clues(sentence.forms)
        return sentence
      }
    }
    var trainer = NameTrainer()
    trainer.epochs = epochs
    trainer.bytes = bytes
    trainer.seed = seed
    let packed = trainer.train(
      try sentences(train).map {
        NameTrainer.Sentence(forms: $0.forms, tags: $0.tags, clues: $0.clues, labels: $0.labels)
      })
    try Data(packed).write(to: URL(fileURLWithPath: out))
    Files.say("\(out): \(packed.count) bytes")
    if let dev, let tagger = NameTagger(bytes: packed) {
      print(try score(tagger, sentences(dev)))
    }
  }

  private func factBase() throws -> FactBase {
    let names = try FileManager.default.contentsOfDirectory(atPath: facts).sorted()
    return try FactBase(
      tables: names.filter { $0.hasSuffix(".tsv") }.map {
        ($0, try Files.bytes("\(facts)/\($0)"))
      })
  }

  private func score(_ tagger: NameTagger, _ sentences: [LabelledSentence]) -> String {
    var (right, gold, found) = (0, 0, 0)
    for sentence in sentences {
      let answer = tagger.names(
        forms: sentence.forms, tags: sentence.tags, clues: sentence.clues
      ).filter { $0.kind != .other }
      let key = sentence.names.filter { $0.kind != .other }
      gold += key.count
      found += answer.count
      right += answer.count { name in key.contains { $0 == name } }
    }
    let f1 = 2 * Double(right) / Double(max(1, gold + found))
    return "names: gold \(gold), found \(found), right \(right), F1 \((f1 * 1000).rounded() / 1000)"
  }
}

/// A sentence of an IOB2 file (number, form, label; blank lines between sentences; `#` comments).
struct LabelledSentence {
  var forms: [String] = []
  var labels: [Int] = []
  var tags: [XPOS] = []
  var clues: [UInt8] = []

  /// Labels of other kinds than PER, ORG, LOC, OTH count as outside.
  static func read(_ bytes: [UInt8]) -> [LabelledSentence] {
    let numbers = [
      "B-PER": 1, "I-PER": 2, "B-ORG": 3, "I-ORG": 4, "B-LOC": 5, "I-LOC": 6,
      "B-OTH": 7, "I-OTH": 8,
    ]
    var result: [LabelledSentence] = []
    var current = LabelledSentence()
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t")
      if cells.count >= 3 {
        current.forms.append(String(cells[1]))
        current.labels.append(numbers[String(cells[2])] ?? 0)
      } else if !current.forms.isEmpty {
        result.append(current)
        current = LabelledSentence()
      }
    }
    if !current.forms.isEmpty { result.append(current) }
    return result
  }

  var names: [(words: Range<Int>, kind: NameTagger.Kind)] { NameTagger.names(of: labels) }
}
