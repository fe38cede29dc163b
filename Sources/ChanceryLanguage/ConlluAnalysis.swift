import ChanceryText

extension LanguageReader {
  /// Tags, lemmas and trees for the words of CoNLL-U sentences.
  ///
  /// Comments, ids, forms, multiword tokens, empty nodes and MISC stay as they are; LEMMA, UPOS, XPOS,
  /// HEAD and DEPREL of the words are written anew, FEATS and DEPS become `_`.
  public func annotate(_ sentences: [ConlluSentence]) -> [ConlluSentence] {
    let words = sentences.map(\.words)
    let forms = zip(sentences, words).map { sentence, words in words.map { sentence.rows[$0].form }
    }
    let parsed = annotate(forms: forms)
    var result = sentences
    var next = 0
    for (s, rows) in words.enumerated() where !rows.isEmpty {
      let range = parsed.sentences[next].tokens
      next += 1
      for (i, row) in rows.enumerated() {
        let token = parsed.tokens[range.lowerBound + i]
        let head = token.head < 0 ? "0" : sentences[s].rows[rows[token.head - range.lowerBound]].id
        result[s].rows[row].fill(token, head: head)
      }
    }
    return result
  }
}

extension ConlluRow {
  fileprivate mutating func fill(_ token: Token, head: String) {
    lemma = token.lemma
    upos = token.upos.name
    xpos = token.xpos.rawValue
    feats = "_"
    self.head = head
    deprel = token.deprel.rawValue
    deps = "_"
  }
}

extension ParsedText {
  /// A sentence as CoNLL-U, with its words of the text, multiword tokens and `SpaceAfter=No`.
  ///
  /// `number` becomes its `sent_id`. White space inside the sentence reads as one blank in `# text`.
  public func conllu(_ sentence: Sentence, of text: SourceText, number: Int) -> ConlluSentence {
    var result = ConlluSentence(comments: ["# sent_id = \(number)"])
    var line = ""
    let range = sentence.tokens
    var t = range.lowerBound
    while t < range.upperBound {
      var end = t + 1
      while end < range.upperBound && isContraction(end - 1, end, text) { end += 1 }
      let isGlued = end < range.upperBound && tokens[end - 1].span.end == tokens[end].span.start
      let misc = isGlued ? "SpaceAfter=No" : "_"
      let whole = text[ByteSpan(tokens[t].span.start, tokens[end - 1].span.end)]
      let first = t - range.lowerBound + 1
      if end - t > 1 {
        result.rows.append(
          ConlluRow(id: "\(first)-\(end - range.lowerBound)", form: whole, misc: misc))
      }
      for i in t..<end {
        let token = tokens[i]
        var row = ConlluRow(
          id: "\(i - range.lowerBound + 1)", form: token.form, misc: end - t > 1 ? "_" : misc)
        row.fill(token, head: token.head < 0 ? "0" : "\(token.head - range.lowerBound + 1)")
        result.rows.append(row)
      }
      line += whole
      if !isGlued && end < range.upperBound { line += " " }
      t = end
    }
    result.comments.append("# text = \(line)")
    return result
  }

  /// Whether two tokens are pieces of one written word: they touch, with letters or an apostrophe
  /// where they meet.
  private func isContraction(_ a: Int, _ b: Int, _ text: SourceText) -> Bool {
    guard tokens[a].span.end == tokens[b].span.start else { return false }
    let left = Array(tokens[a].form.utf8)
    let right = Array(tokens[b].form.utf8)
    guard left.count > 0, right.count > 1 || right[0] | 0x20 >= 0x61 else { return false }
    let start = TextCharacter.decode(right, 0, right.count).0
    let lastIsLetter = left[left.count - 1] | 0x20 >= 0x61 || left[left.count - 1] >= 0x80
    if tokens[b].xpos == .pos { return true }
    guard lastIsLetter, left.allSatisfy({ $0 >= 0x80 || $0 | 0x20 >= 0x61 || $0 == 0x27 }) else {
      return false
    }
    if start.kind == .apostrophe { return right.count > 1 && tokens[b].upos != .punct }
    return start.isAlphabetic
  }
}

extension ConlluRow {
  fileprivate init(id: String, form: String, misc: String) {
    self.init(
      id: id, form: form, lemma: "_", upos: "_", xpos: "_", feats: "_", head: "_", deprel: "_",
      deps: "_", misc: misc)
  }
}
