import ArgumentParser
import ChanceryLanguage
import ChanceryText
import Foundation

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Sentences, tokens, tags and trees of a text, as CoNLL-U.",
    discussion: """
      Examples:
        echo "Lavrov visited Islamabad." | chancery parse -
        chancery parse --conllu treebank.conllu     keeps the tokens, predicts tags and trees
      """)

  @Flag(name: .long, help: "The input is CoNLL-U; its tokens are kept.")
  var conllu = false

  @Option(help: "fast (one reading) or thorough (a second one, from the end).")
  var mode = LanguageReader.Mode.fast

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  func run() throws {
    let bytes = try StandardFile.bytes(file)
    let reader = try Workbench.languageReader(mode)
    if conllu {
      let sentences: [ConlluSentence]
      do {
        sentences = try Conllu.sentences(in: bytes)
      } catch {
        Terminal.note("chancery: \(file): \(error)")
        throw ExitCode(1)
      }
      for sentence in reader.annotate(sentences) { Terminal.write(sentence.text) }
    } else {
      let text = SourceText(String(decoding: bytes, as: UTF8.self))
      let parse = reader.read(text, in: [ByteSpan(0, text.byteCount)])
      for (index, sentence) in parse.sentences.enumerated() {
        Terminal.write(parse.conllu(sentence, of: text, number: index + 1).text)
      }
    }
  }
}

extension LanguageReader.Mode: ExpressibleByArgument {}

/// A named file or standard input, whole.
enum StandardFile {
  static func bytes(_ path: String) throws -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      Terminal.note("chancery: \(path): no such file, or it may not be read")
      throw ExitCode(1)
    }
    return [UInt8](data)
  }
}
