/// A configuration of the arc-hybrid transition system: a stack, a buffer and the arcs built.
///
/// Words are numbered from 0; the root stands at the end of the buffer as word `count`, and
/// `count + 1` stands for "no word". Read backwards, node 0 is the last word. Source: Kuhlmann, Gómez-Rodríguez & Satta 2011.
package final class ParserState {
  package enum Move: UInt8, Sendable { case shift, left, right }

  /// From which end the words of a sentence are read.
  package enum Direction: Sendable { case forward, backward }

  package private(set) var direction = Direction.forward

  package private(set) var count = 0
  /// First word of the buffer.
  package private(set) var front = 0
  package private(set) var depth = 0
  package private(set) var stack: UnsafeMutablePointer<Int32>
  package private(set) var heads: UnsafeMutablePointer<Int32>
  package private(set) var labels: UnsafeMutablePointer<UInt8>
  package private(set) var family: UnsafeMutablePointer<Family>
  /// Word and tag columns for nodes, including the root and the empty node.
  package private(set) var words: UnsafeMutablePointer<UInt64>
  package private(set) var tags: UnsafeMutablePointer<UInt64>
  /// The tags the lexicon knows for a node, where the tagger may have erred.
  package private(set) var ambiguities: UnsafeMutablePointer<UInt64>
  /// An earlier reading of the sentence that this one may look at: heads as nodes, relations + 1, and
  /// the last node that hangs below a node.
  package private(set) var guideHeads: UnsafeMutablePointer<Int32>
  package private(set) var guideLabels: UnsafeMutablePointer<UInt64>
  package private(set) var guideLast: UnsafeMutablePointer<Int32>
  package private(set) var hasGuide = false
  private var capacity = 0

  /// The dependents of a node that features look at.
  package struct Family {
    package var left1: Int32
    package var left2: Int32
    package var right1: Int32
    package var right2: Int32
    package var leftCount: UInt32 = 0
    package var rightCount: UInt32 = 0
    /// Sums of hashed labels: the same for the same set of labels in the same order.
    package var leftSet: UInt32 = 0
    package var rightSet: UInt32 = 0
  }

  package init() {
    stack = .allocate(capacity: 1)
    heads = .allocate(capacity: 1)
    labels = .allocate(capacity: 1)
    family = .allocate(capacity: 1)
    words = .allocate(capacity: 1)
    tags = .allocate(capacity: 1)
    ambiguities = .allocate(capacity: 1)
    guideHeads = .allocate(capacity: 1)
    guideLabels = .allocate(capacity: 1)
    guideLast = .allocate(capacity: 1)
  }

  deinit { release() }

  private func release() {
    stack.deallocate()
    heads.deallocate()
    labels.deallocate()
    family.deallocate()
    words.deallocate()
    tags.deallocate()
    ambiguities.deallocate()
    guideHeads.deallocate()
    guideLabels.deallocate()
    guideLast.deallocate()
  }

  /// The word of the sentence that a node stands for, and the node of a word.
  @inline(__always)
  package func word(_ node: Int) -> Int { direction == .forward ? node : count - 1 - node }

  /// Begins a sentence whose columns are tagged.
  package func begin(_ columns: SentenceColumns, _ direction: Direction = .forward) {
    self.direction = direction
    let n = columns.count
    if n + 2 > capacity {
      release()
      capacity = max(n + 2, capacity * 2, 128)
      stack = .allocate(capacity: capacity)
      heads = .allocate(capacity: capacity)
      labels = .allocate(capacity: capacity)
      family = .allocate(capacity: capacity)
      words = .allocate(capacity: capacity)
      tags = .allocate(capacity: capacity)
      ambiguities = .allocate(capacity: capacity)
      guideHeads = .allocate(capacity: capacity)
      guideLabels = .allocate(capacity: capacity)
      guideLast = .allocate(capacity: capacity)
    }
    hasGuide = false
    count = n
    front = 0
    depth = 0
    let none = Int32(n + 1)
    let alone = Family(left1: none, left2: none, right1: none, right2: none)
    for i in 0..<n + 2 {
      heads[i] = -1
      labels[i] = 0
      family[i] = alone
    }
    for i in 0..<n {
      let at = word(i) + SentenceColumns.pad
      words[i] = columns.parserWords[at]
      tags[i] = columns.tags[at]
      ambiguities[i] = UInt64(columns.lexicon[at].ambiguity)
    }
    words[n] = 1
    tags[n] = 255
    ambiguities[n] = 0
    ambiguities[n + 1] = 0
    words[n + 1] = 0
    tags[n + 1] = 0
  }

  /// Shows an earlier reading, arcs in word order, to the sentence just begun.
  package func follow(_ guide: [ParsedArc]) {
    hasGuide = true
    for i in 0..<count + 2 {
      guideHeads[i] = Int32(count + 1)
      guideLabels[i] = 0
      guideLast[i] = -1
    }
    for i in 0..<count {
      let arc = guide[word(i)]
      let head = Int(arc.head) == count ? count : word(Int(arc.head))
      guideHeads[i] = Int32(head)
      guideLabels[i] = UInt64(arc.label) + 1
      guideLast[head] = max(guideLast[head], Int32(i))
    }
  }

  package var isFinal: Bool { front == count && depth == 0 }

  package func allows(_ move: Move) -> Bool {
    switch move {
    case .shift: front < count
    case .left: depth > 0 && (front < count || depth == 1)
    case .right: depth > 1
    }
  }

  /// Stack item `i` from the top, or the empty node.
  @inline(__always)
  package func top(_ i: Int) -> Int { i < depth ? Int(stack[depth - 1 - i]) : count + 1 }

  /// Buffer item `i`, or the empty node.
  @inline(__always)
  package func next(_ i: Int) -> Int { front + i <= count ? front + i : count + 1 }

  package func apply(_ move: Move, label: UInt8) {
    switch move {
    case .shift:
      stack[depth] = Int32(front)
      depth += 1
      front += 1
    case .left:
      depth -= 1
      let child = Int(stack[depth])
      heads[child] = Int32(front)
      labels[child] = label
      family[front].left2 = family[front].left1
      family[front].left1 = Int32(child)
      family[front].leftCount += 1
      family[front].leftSet = family[front].leftSet &* 31 &+ UInt32(label) &+ 1
    case .right:
      depth -= 1
      let child = Int(stack[depth])
      let head = Int(stack[depth - 1])
      heads[child] = Int32(head)
      labels[child] = label
      family[head].right2 = family[head].right1
      family[head].right1 = Int32(child)
      family[head].rightCount += 1
      family[head].rightSet = family[head].rightSet &* 31 &+ UInt32(label) &+ 1
    }
  }
}
