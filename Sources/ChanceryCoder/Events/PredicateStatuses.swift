import ChanceryRecord
import ChanceryText

/// What the status reader makes of one verb of a text, whether or not any frame fits it.
public struct PredicateStatus: Sendable, Equatable {
  /// Number of the sentence and of the word in it, both from 0.
  public var sentence: Int
  public var word: Int
  public var form: String
  public var status: Status
  /// The words that decided, innermost first.
  public var cues: [String]
}

extension Coder {
  /// The status of every verb of an analysed text, in text order; for linguists and for measuring.
  public func predicateStatuses(of analysis: Analysis) -> [PredicateStatus] {
    let parse = analysis.reading.parse
    let reader = StatusReader(codebook: codebook, reading: analysis.reading)
    var result: [PredicateStatus] = []
    for (number, sentence) in parse.sentences.enumerated() {
      for token in sentence.tokens where parse.tokens[token].upos == .verb {
        let answer = reader.status(of: token, type: "")
        result.append(
          PredicateStatus(
            sentence: number, word: token - sentence.tokens.lowerBound,
            form: parse.tokens[token].form, status: answer.status, cues: answer.cues))
      }
    }
    return result
  }
}
