/// An arc that a parser drew into a word.
package struct ParsedArc: Sendable {
  /// The number of the head in its sentence; the count of words stands for the root.
  package var head: Int32 = 0
  /// Number of the relation among all relations.
  package var label: UInt8 = 0
}

/// The moves of a parser and their weights.
package struct ParserModel: Sendable {
  let kinds: [ParserState.Move]
  /// Number of the relation that a move draws.
  let labels: [UInt8]
  let drawsRoot: [Bool]
  let weights: WeightTable

  package init(moves: [ParserMove], weights: WeightTable) {
    kinds = moves.map(\.move)
    labels = moves.map { UInt8(Deprel.allCases.firstIndex(of: $0.deprel)!) }
    drawsRoot = moves.map { $0.deprel == .root }
    self.weights = weights
  }

  init(
    _ bytes: UnsafeRawBufferPointer, moves: ModelFile.Section, weights: ModelFile.Section
  ) throws(ModelError) {
    guard let list = ParserMove.decode(try ModelFile.section(moves, of: bytes)) else {
      throw .section("\(moves)")
    }
    guard let table = WeightTable(try ModelFile.section(weights, of: bytes)),
      table.classCount == list.count
    else { throw .section("\(weights)") }
    self.init(moves: list, weights: table)
  }

  /// Draws the arcs of the tagged sentence, greedily; `guide` is an earlier reading to look at.
  package func parse(
    _ columns: SentenceColumns, _ state: ParserState, _ direction: ParserState.Direction,
    guide: [ParsedArc]? = nil, into arcs: inout [ParsedArc]
  ) {
    state.begin(columns, direction)
    if let guide { state.follow(guide) }
    while !state.isFinal {
      let count = ParserFeatures.extract(state, columns.keys)
      columns.scores.update(repeating: 0, count: 256)
      weights.score(columns.keys, count, columns.scratch, into: columns.scores)
      let best = bestMove(state, columns.scores)
      state.apply(kinds[best], label: labels[best])
    }
    let n = columns.count
    arcs.removeAll(keepingCapacity: true)
    for i in 0..<n {
      let node = state.word(i)
      let head = Int(state.heads[node])
      arcs.append(
        ParsedArc(
          head: Int32(head == n ? n : state.word(head)), label: state.labels[node]))
    }
  }

  private func bestMove(_ state: ParserState, _ scores: UnsafePointer<Int32>) -> Int {
    let shift = state.allows(.shift)
    let left = state.allows(.left)
    let right = state.allows(.right)
    let atRoot = state.front == state.count
    var best = -1
    var bestScore = Int32.min
    for i in 0..<kinds.count {
      let allowed =
        switch kinds[i] {
        case .shift: shift
        case .left: left && drawsRoot[i] == atRoot
        case .right: right && !drawsRoot[i]
        }
      if allowed && scores[i] > bestScore {
        best = i
        bestScore = scores[i]
      }
    }
    return best
  }
}
