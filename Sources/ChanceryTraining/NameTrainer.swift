import ChanceryLanguage

/// Trains the tagger of names: an averaged perceptron, greedy from left to right, on its own earlier labels.
public struct NameTrainer {
  /// A sentence with the label of each word (`NameTagger`: 0 outside, then begin and inside of each kind).
  public struct Sentence {
    var words: [NameWord]
    var labels: [Int]

    public init(forms: [String], tags: [XPOS], clues: [UInt8], labels: [Int]) {
      words = forms.indices.map { NameWord(form: forms[$0], tag: tags[$0], clue: clues[$0]) }
      self.labels = labels
    }
  }

  public var epochs = 8
  public var seed: UInt64 = 1
  /// The size of the model at most.
  public var bytes = 400_000

  public init() {}

  /// The bytes of the model; the same input gives the same bytes.
  public func train(_ sentences: [Sentence]) -> [UInt8] {
    let table = PerceptronTable(classCount: NameTagger.labelCount)
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: NameFeatures.limit)
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: 256)
    defer {
      keys.deallocate()
      scores.deallocate()
    }
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for s in order { learn(sentences[s], table, keys, scores) }
    }
    let kept = WeightPacking.prune(table.averages(), bytes: bytes)
    return WeightPacking.pack(kept, classCount: NameTagger.labelCount)
  }

  private func learn(
    _ sentence: Sentence, _ table: PerceptronTable, _ keys: UnsafeMutablePointer<UInt64>,
    _ scores: UnsafeMutablePointer<Float>
  ) {
    var (t1, t2) = (0, 0)
    for i in sentence.words.indices {
      let count = NameFeatures.extract(i, sentence.words, t1, t2, keys)
      scores.update(repeating: 0, count: NameTagger.labelCount)
      table.score(keys, count, into: scores)
      var best = 0
      for label in 1..<NameTagger.labelCount
      where scores[label] > scores[best] && NameTagger.follows(label, t1) {
        best = label
      }
      let right = sentence.labels[i]
      if best != right { table.update(keys, count, plus: right, minus: best) }
      table.tick()
      (t2, t1) = (t1, best)
    }
  }
}
