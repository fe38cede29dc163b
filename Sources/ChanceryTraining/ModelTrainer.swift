import ChanceryLanguage

/// Trains a whole language model from treebank sentences. The same input gives the same bytes.
public struct ModelTrainer {
  public var taggerEpochs = 8
  public var parserEpochs = 10
  /// Epochs of retraining after the small weights are dropped.
  public var retrainEpochs = 2
  public var folds = 5
  /// Runs with other orders of the sentences, whose weights are averaged.
  public var runs = 1
  public var taggerBytes = 3_000_000
  public var parserBytes = 11_000_000
  /// Share of sentences that are also shown as headlines.
  public var headlinePercent = 8
  public var seed: UInt64 = 1
  /// Told of each step done.
  public var log: (String) -> Void = { _ in }

  public init() {}

  /// The bytes of a model file; `words` is the file of word lists it will carry.
  public func train(_ original: [TreebankSentence], words: [UInt8]) -> [UInt8] {
    let sentences =
      original + HeadlineCopies.make(original, percent: headlinePercent, seed: seed &+ 9)
    let tags = TagSet(sentences)
    log("\(sentences.count) sentences, \(tags.tags.count) joint tags")
    let lexicon = TrainingLexicon(original, tags: tags)
    let tagger = trainTagger(sentences, tags, lexicon, epochs: taggerEpochs)
    log("tagger \(tagger.count) bytes")
    let jackknifed = parserEpochs > 0 ? jackknife(sentences, tags) : []
    let moves = ParserTrainer.moves(sentences)
    let parser = trainParser(sentences, jackknifed, moves, lexicon)
    log("parser \(parser.count) bytes, \(moves.count) moves")
    let lemmas = LemmaTrainer(original, tags: tags)
    log("lemmas: \(lemmas.rules.count) rules, \(lemmas.entries.count) entries")
    return ModelFile.encode([
      (.words, words), (.tags, JointTag.encode(tags.tags)), (.moves, ParserMove.encode(moves)),
      (.lexicon, Array(lexicon.storage.bytes)), (.tagger, tagger), (.parser, parser),
      (.lemmaRules, Lemmatizer.encode(lemmas.rules)), (.lemmas, Lemmatizer.encode(lemmas.entries)),
    ])
  }

  private func trainTagger(
    _ sentences: [TreebankSentence], _ tags: TagSet, _ lexicon: TrainingLexicon, epochs: Int
  ) -> [UInt8] {
    var trainer = TaggerTrainer(tags: tags, lexicon: lexicon)
    trainer.epochs = epochs
    let full = PerceptronTable.merge(
      (0..<runs).map { run in
        trainer.seed = seed &+ 1 &+ UInt64(100 * run)
        return trainer.train(sentences).averages()
      })
    log("tagger trained: \(full.count) weights")
    var kept = WeightPacking.prune(full, bytes: taggerBytes)
    if kept.count < full.count && retrainEpochs > 0 {
      trainer.epochs = retrainEpochs
      let table = PerceptronTable.frozen(kept, classCount: tags.tags.count)
      kept = trainer.train(sentences, from: table).averages()
    }
    return WeightPacking.pack(kept, classCount: tags.tags.count)
  }

  /// Tags for each sentence by a tagger that has not seen it.
  private func jackknife(_ sentences: [TreebankSentence], _ tags: TagSet) -> [[UInt8]] {
    var result = [[UInt8]](repeating: [], count: sentences.count)
    var wrong = 0
    var total = 0
    for fold in 0..<folds {
      // Neighbours stay together: a document should not stand on both sides.
      let isHeld = { (i: Int) in i / 50 % folds == fold }
      let rest = sentences.indices.filter { !isHeld($0) }.map { sentences[$0] }
      let lexicon = TrainingLexicon(rest, tags: tags)
      var trainer = TaggerTrainer(tags: tags, lexicon: lexicon)
      trainer.epochs = max(1, min(5, taggerEpochs))
      trainer.seed = seed &+ 20 &+ UInt64(fold)
      let packed = WeightPacking.pack(
        WeightPacking.prune(trainer.train(rest).averages(), bytes: taggerBytes),
        classCount: tags.tags.count)
      let tagger = TrainedTagger(packed, lexicon: lexicon)
      let columns = SentenceColumns()
      for i in sentences.indices where isHeld(i) {
        result[i] = tagger.tag(sentences[i], columns)
        for (t, tag) in result[i].enumerated() {
          total += 1
          if Int(tag) != tags.index(sentences[i], t) { wrong += 1 }
        }
      }
      log("fold \(fold + 1) of \(folds): \(wrong) of \(total) tags wrong so far")
    }
    return result
  }

  private func trainParser(
    _ sentences: [TreebankSentence], _ tags: [[UInt8]], _ moves: [ParserMove],
    _ lexicon: TrainingLexicon
  ) -> [UInt8] {
    var trainer = ParserTrainer(moves: moves, lexicon: lexicon)
    if parserEpochs == 0 { return WeightPacking.pack([], classCount: moves.count) }
    trainer.epochs = parserEpochs
    trainer.report = { epoch, table in
      log("parser epoch \(epoch + 1): \(table.rowCount) features")
    }
    let full = PerceptronTable.merge(
      (0..<runs).map { run in
        trainer.seed = seed &+ 40 &+ UInt64(100 * run)
        return trainer.train(sentences, tags: tags).averages()
      })
    var kept = WeightPacking.prune(full, bytes: parserBytes)
    log("parser: \(kept.count) of \(full.count) weights kept")
    if kept.count < full.count && retrainEpochs > 0 {
      trainer.epochs = retrainEpochs
      trainer.seed = seed &+ 41
      let table = PerceptronTable.frozen(kept, classCount: moves.count)
      kept = trainer.train(sentences, tags: tags, from: table).averages()
    }
    return WeightPacking.pack(kept, classCount: moves.count)
  }
}
