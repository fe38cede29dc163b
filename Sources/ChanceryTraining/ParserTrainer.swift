import ChanceryLanguage

/// Trains the parser: an averaged perceptron with a dynamic oracle for arc-hybrid.
///
/// From the second epoch on the learner mostly follows its own moves, right or wrong, and learns the
/// best that is still to be had (Goldberg & Nivre 2013, doi:10.1162/tacl_a_00237).
struct ParserTrainer {
  let moves: [ParserMove]
  let lexicon: TrainingLexicon
  var epochs = 10
  var exploration = 90
  var seed: UInt64 = 2
  var direction = ParserState.Direction.forward

  static func moves(
    _ sentences: [TreebankSentence], _ direction: ParserState.Direction
  ) -> [ParserMove] {
    var counts: [ParserMove: Int] = [:]
    for sentence in sentences {
      for i in 0..<sentence.count {
        let head = sentence.heads[i]
        let isLeft = head < 0 || (direction == .forward ? head > i : head < i)
        let move = ParserMove(move: isLeft ? .left : .right, deprel: sentence.deprels[i])
        counts[move, default: 0] += 1
      }
    }
    let known = counts.filter {
      $0.value >= 3 && ($0.key.deprel != .root || $0.key.move == .left)
    }
    func rank(_ m: ParserMove) -> (Int, Int) {
      (Int(m.move.rawValue), Deprel.allCases.firstIndex(of: m.deprel)!)
    }
    return [ParserMove(move: .shift, deprel: .dep)] + known.keys.sorted { rank($0) < rank($1) }
  }

  /// `tags` are the tags the parser will see, `guides` the earlier readings: jackknifed ones.
  func train(
    _ sentences: [TreebankSentence], tags: [[UInt8]], guides: [[ParsedArc]]? = nil,
    mixture: TrainingMixture, from start: PerceptronTable? = nil
  ) -> PerceptronTable {
    let table = start ?? PerceptronTable(classCount: moves.count)
    let run = ParserTrainingRun(moves: moves, table: table, direction: direction)
    var generator = SeededGenerator(seed: seed)
    for epoch in 0..<epochs {
      let explores = epoch > 0 || start != nil ? exploration : 0
      for s in mixture.order(epoch: epoch, using: &generator) {
        lexicon.load(sentences[s], into: run.columns)
        run.columns.setTags(tags[s])
        run.learn(sentences[s], guide: guides?[s], exploration: explores, &generator)
      }
    }
    return table
  }
}

/// The memory of a training run and one sentence's pass through it.
final class ParserTrainingRun {
  let columns = SentenceColumns()
  private let state = ParserState()
  private let moves: [ParserMove]
  private let labels: [UInt8]
  private let table: PerceptronTable
  private let direction: ParserState.Direction
  private let scores: UnsafeMutablePointer<Float>
  private var goldHeads: [Int] = []
  private var goldLabels: [UInt8] = []
  private static let number: [Deprel: UInt8] = Dictionary(
    uniqueKeysWithValues: Deprel.allCases.enumerated().map { ($1, UInt8($0)) })
  private let rootLabel = UInt8(Deprel.allCases.firstIndex(of: .root)!)

  init(moves: [ParserMove], table: PerceptronTable, direction: ParserState.Direction) {
    self.direction = direction
    self.moves = moves
    self.table = table
    labels = moves.map { UInt8(Deprel.allCases.firstIndex(of: $0.deprel)!) }
    scores = .allocate(capacity: 256)
  }

  deinit { scores.deallocate() }

  func learn(
    _ sentence: TreebankSentence, guide: [ParsedArc]?, exploration: Int,
    _ generator: inout SeededGenerator
  ) {
    state.begin(columns, direction)
    if let guide { state.follow(guide) }
    let n = sentence.count
    let nodes = (0..<n).map { state.word($0) }
    goldHeads = nodes.map { sentence.heads[$0] < 0 ? n : state.word(sentence.heads[$0]) }
    goldLabels = nodes.map { Self.number[sentence.deprels[$0]]! }
    while !state.isFinal {
      let count = ParserFeatures.extract(state, columns.keys)
      scores.update(repeating: 0, count: moves.count)
      table.score(columns.keys, count, into: scores)
      let (best, right) = choose()
      if best != right { table.update(columns.keys, count, plus: right, minus: best) }
      table.tick()
      let follows = best == right || generator.below(100) < exploration
      let move = follows ? best : right
      state.apply(moves[move].move, label: labels[move])
    }
  }

  /// The best move by score, and the best among those that lose nothing more.
  private func choose() -> (best: Int, right: Int) {
    let shift = state.allows(.shift)
    let left = state.allows(.left)
    let right = state.allows(.right)
    let shiftCost = shift ? costOfShift() : Int.max
    let leftCost = left ? costOfLeft() : Int.max
    let rightCost = right ? costOfRight() : Int.max
    let least = min(shiftCost, leftCost, rightCost)
    let top = state.top(0)
    let wanted: UInt8 = top < state.count ? goldLabels[top] : 0
    let leftIsGold = left && goldHeads[top] == state.front
    let rightIsGold = right && goldHeads[top] == state.top(1)
    let drawsRoot = state.front == state.count
    var best = -1
    var bestRight = -1
    for i in 0..<moves.count {
      let allowed: Bool
      let isRight: Bool
      switch moves[i].move {
      case .shift:
        allowed = shift
        isRight = shiftCost == least
      case .left:
        allowed = left && (labels[i] == rootLabel) == drawsRoot
        isRight = leftCost == least && (!leftIsGold || labels[i] == wanted)
      case .right:
        allowed = right && labels[i] != rootLabel
        isRight = rightCost == least && (!rightIsGold || labels[i] == wanted)
      }
      guard allowed else { continue }
      if best < 0 || scores[i] > scores[best] { best = i }
      if isRight && (bestRight < 0 || scores[i] > scores[bestRight]) { bestRight = i }
    }
    // A relation too rare to be a move: nothing to learn here.
    return bestRight < 0 ? (best, best) : (best, bestRight)
  }

  private func costOfShift() -> Int {
    let b = state.front
    var cost = 0
    for d in 0..<state.depth {
      let s = state.top(d)
      if goldHeads[s] == b { cost += 1 }
      if d > 0 && goldHeads[b] == s { cost += 1 }
    }
    return cost
  }

  private func costOfLeft() -> Int {
    let s = state.top(0)
    var cost = 0
    if goldHeads[s] > state.front || goldHeads[s] == state.top(1) && state.depth > 1 { cost += 1 }
    for b in state.front..<state.count where goldHeads[b] == s { cost += 1 }
    return cost
  }

  private func costOfRight() -> Int {
    let s = state.top(0)
    var cost = goldHeads[s] >= state.front ? 1 : 0
    for b in state.front..<state.count where goldHeads[b] == s { cost += 1 }
    return cost
  }
}
