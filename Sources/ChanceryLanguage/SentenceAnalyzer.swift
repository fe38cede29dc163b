/// Tags, lemmas and tree of one sentence at a time, in memory that is used again.
///
/// Tagging is greedy from left to right; parsing is greedy arc-hybrid, the root drawn last, so that
/// every tree has one root and no cycle. Not for use by two threads at once.
package final class SentenceAnalyzer {
  private let model: LanguageModel
  private let columns = SentenceColumns()
  private let state = ParserState()
  private let deprels = Deprel.allCases
  private let isRoot: [Bool]
  private let moveKinds: [ParserState.Move]
  private let labels: [UInt8]

  package init(_ model: LanguageModel) {
    self.model = model
    isRoot = model.moves.map { $0.deprel == .root }
    moveKinds = model.moves.map(\.move)
    labels = model.moves.map { UInt8(Deprel.allCases.firstIndex(of: $0.deprel)!) }
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
        model.lemmatizer.lemma(of: $0, word, tag: tag)
      }
      tokens[t].lemma = lemma ?? tokens[t].form
    }
    parse()
    for (i, t) in range.enumerated() {
      let head = Int(state.heads[i])
      tokens[t].head = head == range.count ? -1 : range.lowerBound + head
      tokens[t].deprel = deprels[Int(state.labels[i])]
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

  private func parse() {
    state.begin(columns)
    let weights = model.parserWeights
    while !state.isFinal {
      let n = ParserFeatures.extract(state, columns.keys)
      columns.scores.update(repeating: 0, count: 256)
      weights.score(columns.keys, n, columns.scratch, into: columns.scores)
      let best = bestMove()
      state.apply(moveKinds[best], label: labels[best])
    }
  }

  private func bestMove() -> Int {
    let shift = state.allows(.shift)
    let left = state.allows(.left)
    let right = state.allows(.right)
    let drawsRoot = state.front == state.count
    var best = -1
    var bestScore = Int32.min
    for i in 0..<moveKinds.count {
      let allowed =
        switch moveKinds[i] {
        case .shift: shift
        case .left: left && isRoot[i] == drawsRoot
        case .right: right && !isRoot[i]
        }
      if allowed && columns.scores[i] > bestScore {
        best = i
        bestScore = columns.scores[i]
      }
    }
    return best
  }
}
