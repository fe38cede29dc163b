import ChanceryLanguage
import ChanceryText

extension ParsedText {
  /// One sentence of running text as CoNLL-U.
  func conllu(_ index: Int, _ text: SourceText) -> String {
    let sentence = sentences[index]
    var result = ConlluSentence(comments: [
      "# sent_id = \(index + 1)", "# text = \(ParsedText.oneLine(text[sentence.span]))",
    ])
    let first = sentence.tokens.lowerBound
    for token in sentence.tokens {
      let word = tokens[token]
      let isGlued =
        token + 1 < sentence.tokens.upperBound && tokens[token + 1].span.start == word.span.end
      result.rows.append(
        ConlluRow(
          id: String(token - first + 1), form: word.form, lemma: word.lemma, upos: word.upos.name,
          xpos: word.xpos.rawValue, feats: "_",
          head: String(word.head < 0 ? 0 : word.head - first + 1), deprel: word.deprel.rawValue,
          deps: "_", misc: isGlued ? "SpaceAfter=No" : "_"))
    }
    return result.text
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension LanguageReader {
  /// The same sentence with predicted tags, lemmas and tree; its tokens, comments and MISC are kept.
  func annotated(_ sentence: ConlluSentence) -> ConlluSentence {
    var result = sentence
    let words = sentence.words
    let parse = annotate(forms: [words.map { sentence.rows[$0].form }])
    for (place, row) in words.enumerated() where place < parse.tokens.count {
      let word = parse.tokens[place]
      result.rows[row].lemma = word.lemma
      result.rows[row].upos = word.upos.name
      result.rows[row].xpos = word.xpos.rawValue
      result.rows[row].head = word.head < 0 ? "0" : sentence.rows[words[word.head]].id
      result.rows[row].deprel = word.deprel.rawValue
      result.rows[row].feats = "_"
      result.rows[row].deps = "_"
    }
    return result
  }
}
