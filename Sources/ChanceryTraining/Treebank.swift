import ChanceryLanguage

/// A sentence of a treebank with what the trainers need.
public struct TreebankSentence: Sendable {
  public var forms: [String]
  public var lemmas: [String]
  public var upos: [UPOS]
  public var xpos: [XPOS]
  /// Index of the head; -1 for the root.
  public var heads: [Int]
  public var deprels: [Deprel]

  public var count: Int { forms.count }
}

extension TreebankSentence {
  /// The syntactic words of a CoNLL-U sentence. Tags outside the UD and Penn sets read as X and XX,
  /// relations outside the English set as their part before the colon.
  public init(_ sentence: ConlluSentence) {
    let words = sentence.words
    forms = words.map { sentence.rows[$0].form }
    lemmas = words.map { sentence.rows[$0].lemma }
    upos = words.map { UPOS(tag: sentence.rows[$0].upos) ?? .x }
    xpos = words.map { XPOS(rawValue: sentence.rows[$0].xpos) ?? .xx }
    heads = words.map { (Int(sentence.rows[$0].head) ?? 0) - 1 }
    deprels = words.map { Deprel(label: sentence.rows[$0].deprel) }
  }
}
