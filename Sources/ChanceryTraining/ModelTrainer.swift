import ChanceryLanguage

/// Trains a whole language model from treebank sentences. The same input gives the same bytes.
public struct ModelTrainer {
  public var taggerEpochs = 8
  public var parserEpochs = 9
  /// Epochs of retraining after the small weights are dropped.
  public var retrainEpochs = 2
  public var folds = 5
  /// Parser runs with other orders of the sentences, whose weights are averaged.
  public var runs = 2
  /// The same for the tagger.
  public var taggerRuns = 3
  public var taggerBytes = 6_000_000
  /// Size of the taggers that tag what they have not seen, for the parsers to learn from.
  public var jackknifeBytes = 3_000_000
  public var parserBytes = 9_000_000
  public var guidedBytes = 11_000_000
  /// Epochs in which each machine-parsed sentence is shown once.
  public var silverParts = 2
  /// Share of sentences that are also shown as headlines.
  public var headlinePercent = 8
  public var seed: UInt64 = 1
  /// Told of each step done.
  public var log: (String) -> Void = { _ in }

  public init() {}

  /// The bytes of a model file; `words` is the file of word lists it will carry.
  ///
  /// `silver` are sentences parsed by machine: they widen the lexicon and take part in the learning of
  /// tags and trees, but decide neither the sets of tags and moves nor the lemmas.
  public func train(
    _ original: [TreebankSentence], silver: [TreebankSentence] = [], words: [UInt8],
    inflections: Inflections = Inflections()
  ) -> [UInt8] {
    let gold = original + HeadlineCopies.make(original, percent: headlinePercent, seed: seed &+ 9)
    let sentences = gold + silver
    let mixture = TrainingMixture(gold: gold.count, total: sentences.count, parts: silverParts)
    let tags = TagSet(gold)
    log("\(gold.count) + \(silver.count) sentences, \(tags.tags.count) joint tags")
    let lexicon = TrainingLexicon(original + silver, tags: tags, inflections: inflections)
    let tagger = trainTagger(sentences, mixture, tags, lexicon)
    log("tagger \(tagger.count) bytes")
    let jackknifed = parserEpochs > 0 ? jackknife(sentences, mixture, tags, inflections) : []
    let input = ParserInput(
      sentences: sentences, mixture: mixture, tags: jackknifed, lexicon: lexicon)
    let moves = ParserTrainer.moves(gold, .forward)
    let parser = trainParser(input, moves, .forward, bytes: parserBytes)
    log("parser: \(parser.count) bytes, \(moves.count) moves")
    let guides = parserEpochs > 0 ? firstReadings(input, moves) : []
    let guidedMoves = ParserTrainer.moves(gold, .backward)
    let guided = trainParser(input, guidedMoves, .backward, guides: guides, bytes: guidedBytes)
    log("guided parser: \(guided.count) bytes, \(guidedMoves.count) moves")
    let lemmas = LemmaTrainer(original, tags: tags, inflections: inflections)
    log("lemmas: \(lemmas.rules.count) rules, \(lemmas.entries.count) entries")
    return ModelFile.encode([
      (.words, words), (.tags, JointTag.encode(tags.tags)), (.moves, ParserMove.encode(moves)),
      (.lexicon, Array(lexicon.storage.bytes)), (.tagger, tagger), (.parser, parser),
      (.guidedMoves, ParserMove.encode(guidedMoves)), (.guidedParser, guided),
      (.lemmaRules, Lemmatizer.encode(lemmas.rules)), (.lemmas, Lemmatizer.encode(lemmas.entries)),
    ])
  }

  private func trainTagger(
    _ sentences: [TreebankSentence], _ mixture: TrainingMixture, _ tags: TagSet,
    _ lexicon: TrainingLexicon
  ) -> [UInt8] {
    var trainer = TaggerTrainer(tags: tags, lexicon: lexicon)
    trainer.epochs = taggerEpochs
    let full = PerceptronTable.merge(
      Parallel.map(taggerRuns) { run in
        var trainer = trainer
        trainer.seed = seed &+ 1 &+ UInt64(100 * run)
        return trainer.train(sentences, mixture: mixture).averages()
      })
    log("tagger trained: \(full.count) weights")
    var kept = WeightPacking.prune(full, bytes: taggerBytes)
    if kept.count < full.count && retrainEpochs > 0 {
      trainer.epochs = retrainEpochs
      let table = PerceptronTable.frozen(kept, classCount: tags.tags.count)
      kept = trainer.train(sentences, mixture: mixture, from: table).averages()
    }
    return WeightPacking.pack(kept, classCount: tags.tags.count)
  }

  /// Tags for each sentence by a tagger that has not seen it.
  private func jackknife(
    _ sentences: [TreebankSentence], _ mixture: TrainingMixture, _ tags: TagSet,
    _ inflections: Inflections
  ) -> [[UInt8]] {
    let parts = Parallel.map(folds) { fold -> [(Int, [UInt8])] in
      // Neighbours stay together: a document should not stand on both sides.
      let isHeld = { (i: Int) in i / 50 % folds == fold }
      let kept = sentences.indices.filter { !isHeld($0) }
      let rest = kept.map { sentences[$0] }
      let goldCount = kept.count { $0 < mixture.gold }
      let mixed = TrainingMixture(gold: goldCount, total: rest.count, parts: mixture.parts)
      let lexicon = TrainingLexicon(rest, tags: tags, inflections: inflections)
      var trainer = TaggerTrainer(tags: tags, lexicon: lexicon)
      trainer.epochs = max(1, min(5, taggerEpochs))
      trainer.seed = seed &+ 20 &+ UInt64(fold)
      let packed = WeightPacking.pack(
        WeightPacking.prune(trainer.train(rest, mixture: mixed).averages(), bytes: jackknifeBytes),
        classCount: tags.tags.count)
      let tagger = TrainedTagger(packed, lexicon: lexicon)
      let columns = SentenceColumns()
      return sentences.indices.filter(isHeld).map { ($0, tagger.tag(sentences[$0], columns)) }
    }
    var result = [[UInt8]](repeating: [], count: sentences.count)
    var wrong = 0
    for (i, tagged) in parts.joined() {
      result[i] = tagged
      wrong += tagged.indices.count { Int(tagged[$0]) != tags.index(sentences[i], $0) }
    }
    log("taggers that had not seen the sentence: \(wrong) of \(result.joined().count) tags wrong")
    return result
  }

  /// What parser trainers read.
  private struct ParserInput {
    let sentences: [TreebankSentence]
    let mixture: TrainingMixture
    let tags: [[UInt8]]
    let lexicon: TrainingLexicon
  }

  /// First readings of each sentence by a parser that has not seen it.
  private func firstReadings(_ input: ParserInput, _ moves: [ParserMove]) -> [[ParsedArc]] {
    let parts = Parallel.map(2) { fold -> [(Int, [ParsedArc])] in
      let columns = SentenceColumns()
      let state = ParserState()
      let isHeld = { (i: Int) in i / 50 % 2 == fold }
      let kept = input.sentences.indices.filter { !isHeld($0) }
      var trainer = ParserTrainer(moves: moves, lexicon: input.lexicon)
      trainer.epochs = max(1, parserEpochs * 2 / 3)
      trainer.seed = seed &+ 60 &+ UInt64(fold)
      let table = trainer.train(
        kept.map { input.sentences[$0] }, tags: kept.map { input.tags[$0] },
        mixture: TrainingMixture(
          gold: kept.count { $0 < input.mixture.gold }, total: kept.count,
          parts: input.mixture.parts))
      let storage = ModelBytes(
        copying: WeightPacking.pack(
          WeightPacking.prune(table.averages(), bytes: parserBytes), classCount: moves.count))
      let parser = ParserModel(moves: moves, weights: WeightTable(storage.bytes)!)
      let readings = input.sentences.indices.filter(isHeld).map { i -> (Int, [ParsedArc]) in
        input.lexicon.load(input.sentences[i], into: columns)
        columns.setTags(input.tags[i])
        var arcs: [ParsedArc] = []
        parser.parse(columns, state, .forward, into: &arcs)
        return (i, arcs)
      }
      withExtendedLifetime(storage) {}
      return readings
    }
    var result = [[ParsedArc]](repeating: [], count: input.sentences.count)
    var right = 0
    for (i, arcs) in parts.joined() {
      result[i] = arcs
      let n = arcs.count
      right += (0..<n).count {
        Int(arcs[$0].head) == (input.sentences[i].heads[$0] + n + 1) % (n + 1)
      }
    }
    log("first readings: \(right) of \(result.joined().count) heads right")
    return result
  }

  private func trainParser(
    _ input: ParserInput, _ moves: [ParserMove], _ direction: ParserState.Direction,
    guides: [[ParsedArc]]? = nil, bytes: Int
  ) -> [UInt8] {
    var trainer = ParserTrainer(moves: moves, lexicon: input.lexicon)
    trainer.direction = direction
    if parserEpochs == 0 { return WeightPacking.pack([], classCount: moves.count) }
    trainer.epochs = parserEpochs
    func learn(_ trainer: ParserTrainer, from start: PerceptronTable? = nil) -> [PerceptronTable
      .Entry]
    {
      trainer.train(
        input.sentences, tags: input.tags, guides: guides, mixture: input.mixture, from: start
      ).averages()
    }
    let full = PerceptronTable.merge(
      Parallel.map(runs) { run in
        var trainer = trainer
        trainer.seed = seed &+ 40 &+ UInt64(100 * run)
        return learn(trainer)
      })
    var kept = WeightPacking.prune(full, bytes: bytes)
    log("parser: \(kept.count) of \(full.count) weights kept")
    if kept.count < full.count && retrainEpochs > 0 {
      trainer.epochs = retrainEpochs
      trainer.seed = seed &+ 41
      kept = learn(trainer, from: PerceptronTable.frozen(kept, classCount: moves.count))
    }
    return WeightPacking.pack(kept, classCount: moves.count)
  }
}
