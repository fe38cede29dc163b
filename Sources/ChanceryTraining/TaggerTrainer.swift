import ChanceryLanguage

/// Trains the tagger: an averaged perceptron, greedy from left to right, on its own earlier tags.
struct TaggerTrainer {
  let tags: TagSet
  let lexicon: TrainingLexicon
  var epochs = 8
  var seed: UInt64 = 1

  func train(
    _ sentences: [TreebankSentence], mixture: TrainingMixture, from start: PerceptronTable? = nil
  ) -> PerceptronTable {
    let table = start ?? PerceptronTable(classCount: tags.tags.count)
    let columns = SentenceColumns()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: 256)
    defer { scores.deallocate() }
    var generator = SeededGenerator(seed: seed)
    for epoch in 0..<epochs {
      for s in mixture.order(epoch: epoch, using: &generator) {
        learn(sentences[s], table, columns, scores)
      }
    }
    return table
  }

  private func learn(
    _ sentence: TreebankSentence, _ table: PerceptronTable, _ columns: SentenceColumns,
    _ scores: UnsafeMutablePointer<Float>
  ) {
    lexicon.load(sentence, into: columns)
    for i in 0..<sentence.count {
      let at = i + SentenceColumns.pad
      let right = tags.index(sentence, i)
      if columns.lexicon[at].certainTag != 255 {
        columns.tags[at] = UInt64(columns.lexicon[at].certainTag) + 1
        continue
      }
      let n = TaggerFeatures.extract(i, columns)
      let best = Self.best(table, columns.keys, n, scores)
      if best != right { table.update(columns.keys, n, plus: right, minus: best) }
      table.tick()
      columns.tags[at] = UInt64(best) + 1
    }
  }

  static func best(
    _ table: PerceptronTable, _ keys: UnsafePointer<UInt64>, _ n: Int,
    _ scores: UnsafeMutablePointer<Float>
  ) -> Int {
    scores.update(repeating: 0, count: table.classCount)
    table.score(keys, n, into: scores)
    var best = 0
    for label in 1..<table.classCount where scores[label] > scores[best] { best = label }
    return best
  }
}

/// The tagger of a training run at work: the packed table on the training lexicon.
struct TrainedTagger {
  let storage: ModelBytes
  let weights: WeightTable
  let lexicon: TrainingLexicon

  init(_ packed: [UInt8], lexicon: TrainingLexicon) {
    storage = ModelBytes(copying: packed)
    weights = WeightTable(storage.bytes)!
    self.lexicon = lexicon
  }

  /// Loads and tags a sentence; returns its tag numbers.
  func tag(_ sentence: TreebankSentence, _ columns: SentenceColumns) -> [UInt8] {
    lexicon.load(sentence, into: columns)
    var result: [UInt8] = []
    for i in 0..<sentence.count {
      let at = i + SentenceColumns.pad
      if columns.lexicon[at].certainTag != 255 {
        columns.tags[at] = UInt64(columns.lexicon[at].certainTag) + 1
      } else {
        let n = TaggerFeatures.extract(i, columns)
        columns.scores.update(repeating: 0, count: 256)
        weights.score(columns.keys, n, columns.scratch, into: columns.scores)
        var best = 0
        for label in 1..<weights.classCount where columns.scores[label] > columns.scores[best] {
          best = label
        }
        columns.tags[at] = UInt64(best) + 1
      }
      result.append(UInt8(columns.tags[at] - 1))
    }
    return result
  }
}
