import ChanceryText

/// Universal part-of-speech tags (UD v2).
public enum UPOS: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb
  case x

  public var name: String { Self.names[Int(rawValue)] }

  static let names = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]
}

/// Penn Treebank tags as the English UD treebanks use them; what the coder knows of tense, number and form.
public enum XPOS: String, Sendable, CaseIterable {
  case cc = "CC"
  case cd = "CD"
  case dt = "DT"
  case ex = "EX"
  case fw = "FW"
  case `in` = "IN"
  case jj = "JJ"
  case jjr = "JJR"
  case jjs = "JJS"
  case ls = "LS"
  case md = "MD"
  case nn = "NN"
  case nns = "NNS"
  case nnp = "NNP"
  case nnps = "NNPS"
  case pdt = "PDT"
  case pos = "POS"
  case prp = "PRP"
  case prpPossessive = "PRP$"
  case rb = "RB"
  case rbr = "RBR"
  case rbs = "RBS"
  case rp = "RP"
  case sym = "SYM"
  case to = "TO"
  case uh = "UH"
  case vb = "VB"
  case vbd = "VBD"
  case vbg = "VBG"
  case vbn = "VBN"
  case vbp = "VBP"
  case vbz = "VBZ"
  case wdt = "WDT"
  case wp = "WP"
  case wpPossessive = "WP$"
  case wrb = "WRB"
  case hyph = "HYPH"
  case nfp = "NFP"
  case add = "ADD"
  case afx = "AFX"
  case gw = "GW"
  case comma = ","
  case stop = "."
  case colon = ":"
  case openQuote = "``"
  case closeQuote = "''"
  case openBracket = "-LRB-"
  case closeBracket = "-RRB-"
  case dollar = "$"
  case xx = "XX"
}

/// UD v2 relations with the subtypes of the English treebanks.
public enum Deprel: String, Sendable, CaseIterable {
  case acl
  case aclRelcl = "acl:relcl"
  case advcl
  case advclRelcl = "advcl:relcl"
  case advmod, amod, appos, aux
  case auxPass = "aux:pass"
  case `case`
  case cc
  case ccPreconj = "cc:preconj"
  case ccomp, compound
  case compoundPrt = "compound:prt"
  case conj, cop, csubj
  case csubjOuter = "csubj:outer"
  case csubjPass = "csubj:pass"
  case dep, det
  case detPredet = "det:predet"
  case discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod
  case nmodDesc = "nmod:desc"
  case nmodPoss = "nmod:poss"
  case nmodUnmarked = "nmod:unmarked"
  case nsubj
  case nsubjOuter = "nsubj:outer"
  case nsubjPass = "nsubj:pass"
  case nummod, obj, obl
  case oblAgent = "obl:agent"
  case oblUnmarked = "obl:unmarked"
  case orphan, parataxis, punct, reparandum, root, vocative, xcomp
}

/// A syntactic word (UD v2) of the text.
///
/// Contractions are several tokens with adjoining spans ("do" + "n't", "Pakistan" + "'s").
public struct Token: Sendable, Equatable {
  /// Bytes of the text.
  public var span: ByteSpan
  public var form: String
  /// Lower case except for proper nouns.
  public var lemma: String
  public var upos: UPOS
  public var xpos: XPOS
  /// Index of the governing token in `ParsedText.tokens`; -1 at the root of a sentence.
  public var head: Int
  public var deprel: Deprel

  public init(
    span: ByteSpan, form: String, lemma: String, upos: UPOS, xpos: XPOS, head: Int, deprel: Deprel
  ) {
    self.span = span
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.head = head
    self.deprel = deprel
  }
}

/// A sentence: its bytes and its tokens.
public struct Sentence: Sendable, Equatable {
  public var span: ByteSpan
  /// Indices into `ParsedText.tokens`.
  public var tokens: Range<Int>

  public init(span: ByteSpan, tokens: Range<Int>) {
    self.span = span
    self.tokens = tokens
  }
}

/// Sentences, tokens and trees of a text.
public struct ParsedText: Sendable {
  public let tokens: [Token]
  public let sentences: [Sentence]
  /// `childList[childStart[i]..<childStart[i + 1]]` are the dependents of token `i`, in text order.
  private let childStart: [Int32]
  private let childList: [Int32]
  private let sentenceOfToken: [Int32]

  public init(tokens: [Token], sentences: [Sentence]) {
    self.tokens = tokens
    self.sentences = sentences
    var counts = [Int32](repeating: 0, count: tokens.count + 1)
    for token in tokens where token.head >= 0 { counts[token.head + 1] += 1 }
    for i in 0..<tokens.count { counts[i + 1] += counts[i] }
    var list = [Int32](repeating: 0, count: Int(counts[tokens.count]))
    var next = counts
    for (i, token) in tokens.enumerated() where token.head >= 0 {
      list[Int(next[token.head])] = Int32(i)
      next[token.head] += 1
    }
    childStart = counts
    childList = list
    var owner = [Int32](repeating: 0, count: tokens.count)
    for (s, sentence) in sentences.enumerated() {
      for t in sentence.tokens { owner[t] = Int32(s) }
    }
    sentenceOfToken = owner
  }

  /// The dependents of a token, in text order.
  public func children(of token: Int) -> some Sequence<Int> {
    childList[Int(childStart[token])..<Int(childStart[token + 1])].lazy.map { Int($0) }
  }

  /// The index of the sentence that holds a token.
  public func sentence(of token: Int) -> Int { Int(sentenceOfToken[token]) }
}
