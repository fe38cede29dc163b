/// Tags, lemmas and tree of one sentence at a time, in memory that is used again.
///
/// Tagging is greedy from left to right; parsing is greedy arc-hybrid, the root drawn last, so that
/// every tree has one root and no cycle. In thorough mode the words are read again, from the last to
/// the first, with the first tree in view (after Nivre & McDonald 2008, "Integrating Graph-Based and
/// Transition-Based Dependency Parsers"). Not for use by two threads at once.
package final class SentenceAnalyzer {
  private let model: LanguageModel
  private let columns = SentenceColumns()
  private let state = ParserState()
  private let mode: LanguageReader.Mode
  private let deprels = Deprel.allCases
  private var arcs: [ParsedArc] = []
  private var firstArcs: [ParsedArc] = []

  package init(_ model: LanguageModel, _ mode: LanguageReader.Mode) {
    self.model = model
    self.mode = mode
  }

  /// Fills tags, lemmas, heads (relative to `offset`) and relations of the tokens.
  package func analyze(_ tokens: inout [Token], _ range: Range<Int>, needsTags: Bool = true) {
    let pad = SentenceColumns.pad
    columns.begin(range.count)
    for (i, t) in range.enumerated() {
      let word =
        tokens[t].form.utf8.withContiguousStorageIfAvailable { WordFeatures($0) }
        ?? WordFeatures()
      columns.set(i, word, model.lexicon[word.form])
    }
    columns.finish()
    tag()
    for (i, t) in range.enumerated() {
      let tag = columns.tags[i + pad]
      let joint = model.tags[Int(tag) - 1]
      tokens[t].upos = joint.upos
      tokens[t].xpos = joint.xpos
      let word = columns.words[i + pad]
      let lemma = tokens[t].form.utf8.withContiguousStorageIfAvailable {
        model.lemmatizer.lemma(of: $0, word, tag: tag, joint.upos)
      }
      tokens[t].lemma = lemma ?? tokens[t].form
    }
    model.parser.parse(columns, state, .forward, into: &arcs)
    if mode == .thorough && range.count > 1 {
      swap(&arcs, &firstArcs)
      model.guidedParser.parse(columns, state, .backward, guide: firstArcs, into: &arcs)
    }
    for (i, t) in range.enumerated() {
      let arc = arcs[i]
      tokens[t].head = arc.head == range.count ? -1 : range.lowerBound + Int(arc.head)
      tokens[t].deprel = deprels[Int(arc.label)]
    }
  }

  private func tag() {
    let weights = model.taggerWeights
    for i in 0..<columns.count {
      let at = i + SentenceColumns.pad
      let certain = columns.lexicon[at].certainTag
      if certain != 255 {
        columns.tags[at] = UInt64(certain) + 1
        continue
      }
      let n = TaggerFeatures.extract(i, columns)
      columns.scores.update(repeating: 0, count: 256)
      weights.score(columns.keys, n, columns.scratch, into: columns.scores)
      var best = 0
      for label in 1..<weights.classCount where columns.scores[label] > columns.scores[best] {
        best = label
      }
      columns.tags[at] = UInt64(best) + 1
    }
  }
}
