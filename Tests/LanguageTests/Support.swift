import ChanceryData
import ChanceryLanguage
import ChanceryText
import ChanceryTraining

/// An embedded data file.
func resource(_ path: String) -> UnsafeRawBufferPointer? {
  let list = UnsafeBufferPointer(start: chancery_resource_list(), count: chancery_resource_count)
  for entry in list where String(cString: entry.path) == path {
    return UnsafeRawBufferPointer(start: entry.bytes, count: entry.byte_count)
  }
  return nil
}

let wordLists = WordLists(bytes: Array(resource("Model/english-words.txt")!))

/// Splits a text and gives its tokens, sentences parted by `‖`.
func dump(_ text: String) -> String {
  let source = SourceText(text)
  let parsed = LanguageReader(lists: wordLists).read(source, in: [ByteSpan(0, source.byteCount)])
  return parsed.sentences.map { sentence in
    parsed.tokens[sentence.tokens].map(\.form).joined(separator: " ")
  }.joined(separator: " ‖ ")
}

/// A treebank of a few plain sentences, for tests that need any model at all.
let smallTreebank: [TreebankSentence] = {
  func sentence(_ rows: String) -> TreebankSentence {
    let lines = rows.split(separator: ";").enumerated().map { number, row -> String in
      let c = row.split(separator: " ").map(String.init)
      return "\(number + 1)\t\(c[0])\t\(c[1])\t\(c[2])\t\(c[3])\t_\t\(c[4])\t\(c[5])\t_\t_"
    }
    let text = lines.joined(separator: "\n") + "\n\n"
    return TreebankSentence(try! Conllu.sentences(in: Array(text.utf8))[0])
  }
  let first = sentence(
    "Ministers minister NOUN NNS 2 nsubj;met meet VERB VBD 0 root;in in ADP IN 4 case;"
      + "Rome Rome PROPN NNP 2 obl;. . PUNCT . 2 punct")
  let second = sentence(
    "The the DET DT 2 det;minister minister NOUN NN 3 nsubj;visited visit VERB VBD 0 root;"
      + "Rome Rome PROPN NNP 3 obj;. . PUNCT . 3 punct")
  let third = sentence(
    "Old old ADJ JJ 2 amod;ministers minister NOUN NNS 3 nsubj;visited visit VERB VBD 0 root;"
      + "the the DET DT 5 det;town town NOUN NN 3 obj;. . PUNCT . 3 punct")
  return Array(repeating: [first, second, third], count: 6).flatMap { $0 }
}()

let smallModelBytes: [UInt8] = {
  var trainer = ModelTrainer()
  trainer.taggerEpochs = 3
  trainer.parserEpochs = 3
  trainer.headlinePercent = 0
  return trainer.train(smallTreebank, words: Array(resource("Model/english-words.txt")!))
}()
