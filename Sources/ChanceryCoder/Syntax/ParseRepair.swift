import ChanceryCodebook
import ChanceryLanguage

/// Mends what the reader of English often gets wrong in news and what surer knowledge can tell.
///
/// Lemmas: the lemmatiser guesses the lemma of a form that its treebanks lack ("telephoned": telephon or telephone);
/// where one guess is a word of the codebook and the other is not, the codebook's is taken.
/// Trees: a sentence without any finite verb whose root noun is followed by a past participle ("A frigate
/// docked in Karachi.") is a clause with that verb, unless somebody stands behind "by".
struct ParseRepair: Sendable {
  private let verbs: Set<String>
  private let nouns: Set<String>

  init(_ codebook: Codebook) {
    var verbs: Set<String> = codebook.lightVerbs
    var nouns: Set<String> = codebook.carriers
    for predicate in codebook.predicates {
      switch predicate.partOfSpeech {
      case .verb: verbs.insert(predicate.lemma)
      case .noun: nouns.insert(predicate.lemma)
      case .adj: break
      }
    }
    for cue in codebook.cues where cue.partOfSpeech == "verb" { verbs.insert(cue.lemma) }
    for word in codebook.reporting where word.partOfSpeech == "verb" { verbs.insert(word.lemma) }
    for agent in codebook.agents { nouns.insert(agent.noun) }
    self.verbs = verbs
    self.nouns = nouns
  }

  func repaired(_ parse: ParsedText) -> ParsedText {
    var tokens = parse.tokens
    var changed = false
    for index in tokens.indices {
      let known = tokens[index].upos == .verb ? verbs : tokens[index].upos == .noun ? nouns : []
      guard !known.isEmpty, !known.contains(tokens[index].lemma) else { continue }
      let form = tokens[index].form.asciiLowercased
      if let lemma = candidates(form, tokens[index].xpos).first(where: known.contains) {
        tokens[index].lemma = lemma
        changed = true
      }
    }
    for sentence in parse.sentences where promoteParticiple(sentence.tokens, &tokens) {
      changed = true
    }
    return changed ? ParsedText(tokens: tokens, sentences: parse.sentences) : parse
  }

  /// Makes the participle behind the root noun the verb of the sentence; false where that does not fit.
  private func promoteParticiple(_ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    guard sentence.count > 3,
      let root = sentence.first(where: { tokens[$0].head < 0 }),
      tokens[root].upos == .noun || tokens[root].upos == .propn,
      let verb = sentence.first(where: {
        tokens[$0].head == root && tokens[$0].deprel == .acl && tokens[$0].xpos == .vbn && $0 > root
      })
    else { return false }
    let isFinite = sentence.contains {
      [.vbd, .vbz, .vbp, .md].contains(tokens[$0].xpos) && tokens[$0].deprel != .aclRelcl
    }
    let hasAgent = sentence.contains {
      tokens[$0].head == verb && tokens[$0].deprel == .oblAgent
    }
    guard !isFinite, !hasAgent else { return false }
    tokens[verb].head = -1
    tokens[verb].deprel = .root
    tokens[verb].xpos = .vbd
    tokens[root].head = verb
    tokens[root].deprel = .nsubj
    for token in sentence
    where tokens[token].head == root && token > verb && tokens[token].deprel != .nmodPoss {
      tokens[token].head = verb
      if tokens[token].deprel == .nmod { tokens[token].deprel = .obl }
    }
    return true
  }

  /// What a regular form may come from, likeliest first.
  private func candidates(_ form: String, _ tag: XPOS) -> [String] {
    func stem(_ count: Int) -> String { String(form.dropLast(count)) }
    func doubled(_ stem: String) -> [String] {
      let letters = Array(stem)
      guard letters.count > 3, letters[letters.count - 1] == letters[letters.count - 2] else {
        return []
      }
      return [String(letters.dropLast())]
    }
    switch tag {
    case .vbd, .vbn:
      guard form.hasSuffix("ed") else { return [] }
      if form.hasSuffix("ied") { return [stem(3) + "y"] }
      return [stem(2), stem(1)] + doubled(stem(2))
    case .vbg:
      guard form.hasSuffix("ing") else { return [] }
      return [stem(3), stem(3) + "e"] + doubled(stem(3))
    case .vbz, .nns:
      guard form.hasSuffix("s") else { return [] }
      if form.hasSuffix("ies") { return [stem(3) + "y", stem(1)] }
      return form.hasSuffix("es") ? [stem(2), stem(1)] : [stem(1)]
    case .vb, .vbp, .nn: return [form]
    default: return []
    }
  }
}
