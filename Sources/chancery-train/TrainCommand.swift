import ArgumentParser
import ChanceryLanguage
import ChanceryTraining
import Foundation

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a model from treebanks in CoNLL-U.")

  @Option(parsing: .upToNextOption, help: "Treebanks to learn from (.conllu, .conllu.gz).")
  var train: [String]

  @Option(parsing: .upToNextOption, help: "Sentences parsed by machine to learn from as well.")
  var silver: [String] = []

  @Option(help: "Epochs in which each machine-parsed sentence is shown once.") var silverParts = 2

  @Option(parsing: .upToNextOption, help: "Treebanks to score on; none is learnt from.")
  var dev: [String] = []

  @Option(help: "Word lists of the tokenizer, which the model will carry.")
  var words = "Data/Model/english-words.txt"

  @Option(help: "Inflections of verbs and nouns beside the treebanks; none where empty.")
  var inflections = "Training/english-inflections.tsv"

  @Option(help: "Where the model goes.")
  var out: String

  @Option var taggerEpochs = 8
  @Option var parserEpochs = 9
  @Option var retrainEpochs = 2
  @Option(help: "Parser runs with other sentence orders, averaged.") var runs = 2
  @Option(help: "The same for the tagger.") var taggerRuns = 3
  @Option var taggerBytes = 6_000_000
  @Option var parserBytes = 9_000_000
  @Option var guidedBytes = 11_000_000
  @Option var headlinePercent = 8
  @Option var seed: UInt64 = 1
  @Option(help: "Learn from the first sentences only (0: all).") var limit = 0

  func run() throws {
    var sentences: [TreebankSentence] = []
    for path in train { sentences += try Files.treebank(path).map { TreebankSentence($0) } }
    sentences = sentences.filter { $0.count > 0 }
    var parsed: [TreebankSentence] = []
    for path in silver { parsed += try Files.treebank(path).map { TreebankSentence($0) } }
    if limit > 0 { sentences = Array(sentences.prefix(limit)) }
    var trainer = ModelTrainer()
    trainer.taggerEpochs = taggerEpochs
    trainer.parserEpochs = parserEpochs
    trainer.retrainEpochs = retrainEpochs
    trainer.runs = runs
    trainer.taggerRuns = taggerRuns
    trainer.silverParts = silverParts
    trainer.taggerBytes = taggerBytes
    trainer.parserBytes = parserBytes
    trainer.guidedBytes = guidedBytes
    trainer.headlinePercent = headlinePercent
    trainer.seed = seed
    trainer.log = Files.say
    let bytes = trainer.train(
      sentences, silver: parsed, words: try Files.bytes(words),
      inflections: inflections.isEmpty
        ? Inflections() : Inflections(try Files.bytes(inflections)))
    try Data(bytes).write(to: URL(fileURLWithPath: out))
    Files.say("\(out): \(bytes.count) bytes")
    let model = try Files.model(out)
    for path in dev {
      let gold = try Files.treebank(path).map { TreebankSentence($0) }
      for mode in LanguageReader.Mode.allCases {
        let reader = LanguageReader(model: model, mode: mode)
        print(path, mode, Evaluation(reader: reader, words: gold).line)
      }
    }
  }
}
