import ArgumentParser
import ChanceryLanguage
import ChanceryText
import ChanceryTraining
import Foundation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Scores a model on treebanks: words given, or from running text with --raw.")

  @Option(help: "The model file.") var model: String
  @Flag(help: "Read the running text; scores are F1 as in the CoNLL 2018 shared task.")
  var raw = false
  @Option(help: "fast (one reading) or thorough (a second one, from the end).")
  var mode = LanguageReader.Mode.thorough
  @Argument var files: [String]

  func run() throws {
    let reader = LanguageReader(model: try Files.model(model), mode: mode)
    for path in files {
      let gold = try Files.treebank(path)
      let result =
        raw
        ? Evaluation(reader: reader, raw: gold)
        : Evaluation(reader: reader, words: gold.map { TreebankSentence($0) })
      print(path, result.line)
    }
  }
}

struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measures reading speed on plain text, one core.")

  @Option(help: "The model file.") var model: String
  @Option(help: "fast (one reading) or thorough (a second one, from the end).")
  var mode = LanguageReader.Mode.thorough
  @Option(help: "Passes; the fastest counts.") var passes = 5
  @Argument(help: "Text files.") var files: [String]

  func run() throws {
    let clock = ContinuousClock()
    let bytes = try Files.bytes(model)
    var loaded: LanguageModel?
    let load = try clock.measure { loaded = try LanguageModel(bytes: bytes) }
    guard let loaded else { return }
    let reader = LanguageReader(model: loaded, mode: mode)
    let texts = try files.map { SourceText(String(decoding: try Files.bytes($0), as: UTF8.self)) }
    var best = Double.infinity
    var split = Double.infinity
    var tokens = 0
    let plain = LanguageReader(lists: loaded.lists)
    for _ in 0..<passes {
      tokens = 0
      let start = processTime()
      for text in texts {
        tokens += reader.read(text, in: [ByteSpan(0, text.byteCount)]).tokens.count
      }
      let middle = processTime()
      for text in texts { _ = plain.read(text, in: [ByteSpan(0, text.byteCount)]).tokens.count }
      best = min(best, middle - start)
      split = min(split, processTime() - middle)
    }
    print(
      "load \(load); \(tokens) tokens; \(Int(Double(tokens) / best)) tokens/s;",
      "tokens and sentences alone \(Int(Double(tokens) / split)) tokens/s (CPU time)")
  }

  private func processTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension LanguageReader.Mode: ExpressibleByArgument {}
