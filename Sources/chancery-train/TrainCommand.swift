import ArgumentParser
import ChanceryLanguage
import ChanceryTraining
import Foundation

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a model from treebanks in CoNLL-U.")

  @Option(parsing: .upToNextOption, help: "Treebanks to learn from (.conllu, .conllu.gz).")
  var train: [String]

  @Option(parsing: .upToNextOption, help: "Treebanks to score on; none is learnt from.")
  var dev: [String] = []

  @Option(help: "Word lists of the tokenizer, which the model will carry.")
  var words = "Data/Model/english-words.txt"

  @Option(help: "Where the model goes.")
  var out: String

  @Option var taggerEpochs = 8
  @Option var parserEpochs = 10
  @Option var retrainEpochs = 2
  @Option(help: "Runs with other sentence orders, averaged.") var runs = 1
  @Option var taggerBytes = 3_000_000
  @Option var parserBytes = 11_000_000
  @Option var headlinePercent = 8
  @Option var seed: UInt64 = 1
  @Option(help: "Learn from the first sentences only (0: all).") var limit = 0

  func run() throws {
    var sentences: [TreebankSentence] = []
    for path in train { sentences += try Files.treebank(path).map { TreebankSentence($0) } }
    sentences = sentences.filter { $0.count > 0 }
    if limit > 0 { sentences = Array(sentences.prefix(limit)) }
    var trainer = ModelTrainer()
    trainer.taggerEpochs = taggerEpochs
    trainer.parserEpochs = parserEpochs
    trainer.retrainEpochs = retrainEpochs
    trainer.runs = runs
    trainer.taggerBytes = taggerBytes
    trainer.parserBytes = parserBytes
    trainer.headlinePercent = headlinePercent
    trainer.seed = seed
    trainer.log = Files.say
    let bytes = trainer.train(sentences, words: try Files.bytes(words))
    try Data(bytes).write(to: URL(fileURLWithPath: out))
    Files.say("\(out): \(bytes.count) bytes")
    let reader = LanguageReader(model: try Files.model(out))
    for path in dev {
      let gold = try Files.treebank(path)
      print(path, Evaluation(reader: reader, words: gold.map { TreebankSentence($0) }).line)
    }
  }
}
