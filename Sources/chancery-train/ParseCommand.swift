import ArgumentParser
import ChanceryLanguage
import ChanceryText

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Writes CoNLL-U for plain text, or for the words of CoNLL-U.")

  @Option(help: "The model file.") var model: String
  @Flag(help: "The file is CoNLL-U; its words are kept.") var conllu = false
  @Argument var file: String

  func run() throws {
    let reader = LanguageReader(model: try Files.model(model))
    if conllu {
      for sentence in reader.annotate(try Files.treebank(file)) {
        print(sentence.text, terminator: "")
      }
      return
    }
    let text = SourceText(String(decoding: try Files.bytes(file), as: UTF8.self))
    let parsed = reader.read(text, in: [ByteSpan(0, text.byteCount)])
    for (number, sentence) in parsed.sentences.enumerated() {
      print(parsed.conllu(sentence, of: text, number: number + 1).text, terminator: "")
    }
  }
}
