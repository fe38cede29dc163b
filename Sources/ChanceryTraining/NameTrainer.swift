import ChanceryLanguage

/// Trains the tagger of names: averaged perceptrons, greedy from left to right, on their own earlier labels.
///
/// Few names of the training text come again elsewhere. So each word is learnt with some of its features left out,
/// some sentences are learnt in small letters too, and the weights of several runs are summed.
public struct NameTrainer {
  /// A sentence with the label of each word (`NameTagger`: 0 outside, then begin and inside of each kind).
  public struct Sentence {
    var words: [NameWord]
    var labels: [Int]
    private let forms: [String]
    private let tags: [XPOS]

    public init(forms: [String], tags: [XPOS], clues: [UInt8], labels: [Int]) {
      words = forms.indices.map { NameWord(form: forms[$0], tag: tags[$0], clue: clues[$0]) }
      self.labels = labels
      self.forms = forms
      self.tags = tags
    }

    /// Nothing known of its words either: the tables tell names by their capitals.
    var inLowerCase: Sentence {
      Sentence(
        forms: forms.map { $0.lowercased() }, tags: tags,
        clues: [UInt8](repeating: 0, count: forms.count), labels: labels)
    }
  }

  public var epochs = 8
  public var seed: UInt64 = 1
  public var runs = 3
  /// Of a hundred features, how many are left out each time.
  public var dropout: UInt64 = 30
  /// Every such sentence comes in small letters too.
  public var lowerCaseEvery = 3
  /// The size of the model at most.
  public var bytes = 2_000_000

  public init() {}

  /// The bytes of the model; the same input gives the same bytes.
  public func train(_ original: [Sentence]) -> [UInt8] {
    var sentences = original
    for index in original.indices where index % lowerCaseEvery == 0 {
      sentences.append(original[index].inLowerCase)
    }
    let tables = (0..<runs).map { run(sentences, seed: seed + UInt64($0)) }
    let kept = WeightPacking.prune(PerceptronTable.merge(tables), bytes: bytes)
    return WeightPacking.pack(kept, classCount: NameTagger.labelCount)
  }

  private func run(_ sentences: [Sentence], seed: UInt64) -> [PerceptronTable.Entry] {
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
      for s in order { learn(sentences[s], table, keys, scores, &generator) }
    }
    return table.averages()
  }

  private func learn(
    _ sentence: Sentence, _ table: PerceptronTable, _ keys: UnsafeMutablePointer<UInt64>,
    _ scores: UnsafeMutablePointer<Float>, _ generator: inout SeededGenerator
  ) {
    var (t1, t2) = (0, 0)
    for i in sentence.words.indices {
      let all = NameFeatures.extract(i, sentence.words, t1, t2, keys)
      let count = thin(keys, all, &generator)
      scores.update(repeating: 0, count: NameTagger.labelCount)
      table.score(keys, count, into: scores)
      let right = sentence.labels[i]
      let best = best(scores, after: t1, but: nil)!
      if let rival = self.best(scores, after: t1, but: right), scores[rival] >= scores[right] {
        table.update(keys, count, plus: right, minus: rival)
      }
      table.tick()
      (t2, t1) = (t1, best)
    }
  }

  /// Leaves some of the features out; returns how many stay.
  private func thin(
    _ keys: UnsafeMutablePointer<UInt64>, _ count: Int, _ generator: inout SeededGenerator
  ) -> Int {
    var kept = 0
    for i in 0..<count where generator.next() % 100 >= dropout {
      keys[kept] = keys[i]
      kept += 1
    }
    return kept
  }

  /// The label of highest score, of equal ones the first, among those that may follow.
  private func best(
    _ scores: UnsafeMutablePointer<Float>, after before: Int, but excluded: Int?
  ) -> Int? {
    var best: Int?
    for label in 0..<NameTagger.labelCount
    where label != excluded && NameTagger.follows(label, before) {
      if best.map({ scores[label] > scores[$0] }) ?? true { best = label }
    }
    return best
  }
}
