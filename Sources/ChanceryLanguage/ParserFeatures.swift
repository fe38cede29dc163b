/// The features by which the parser tells the next move.
///
/// Words and tags of the top of the stack and the front of the buffer, alone and in pairs and triples;
/// their outer dependents with labels; distance, number and set of dependents. Adapted to arc-hybrid
/// from Zhang & Nivre 2011 (doi:10.3115/2002736.2002777, table 2).
package enum ParserFeatures {
  /// One node as features see it.
  private struct Node {
    let w: UInt64
    let t: UInt64

    @inline(__always) init(_ i: Int, _ state: ParserState) {
      w = state.words[i]
      t = state.tags[i]
    }
  }

  /// Fills `keys` for the configuration; returns how many.
  package static func extract(_ state: ParserState, _ keys: UnsafeMutablePointer<UInt64>) -> Int {
    var features = FeatureWriter(keys, template: 1)
    let i0 = state.top(0)
    let i1 = state.top(1)
    let j0 = state.front
    let s0 = Node(i0, state)
    let s1 = Node(i1, state)
    let s2 = Node(state.top(2), state)
    let b0 = Node(j0, state)
    let b1 = Node(state.next(1), state)
    let b2 = Node(state.next(2), state)
    let b3 = Node(state.next(3), state)
    // Alone.
    features.add(s0.t)
    features.add(s0.w << 8 | s0.t)
    features.add(s1.t)
    features.add(s1.w << 8 | s1.t)
    features.add(s2.t)
    features.add(s2.w << 8 | s2.t)
    features.add(b0.t)
    features.add(b0.w << 8 | b0.t)
    features.add(b1.t)
    features.add(b1.w << 8 | b1.t)
    features.add(b2.w << 8 | b2.t)
    features.add(b2.t)
    features.add(b3.t)
    // Pairs.
    features.add(s0.w << 16 | s0.t << 8 | b0.t)
    features.add(b0.w << 16 | s0.t << 8 | b0.t)
    features.add(s0.w << 26 | b0.w)
    features.add(s0.t << 8 | b0.t)
    features.add(s1.w << 26 | s0.w)
    features.add(s1.w << 16 | s1.t << 8 | s0.t)
    features.add(s0.w << 16 | s1.t << 8 | s0.t)
    features.add(s1.t << 8 | s0.t)
    features.add(s1.w << 26 | b0.w)
    features.add(s1.w << 16 | s1.t << 8 | b0.t)
    features.add(b0.w << 16 | s1.t << 8 | b0.t)
    features.add(s1.t << 8 | b0.t)
    features.add(b0.t << 8 | b1.t)
    features.add(b0.w << 8 | b1.t)
    features.add(b1.w << 8 | b0.t)
    features.add(b0.w << 26 | b1.w)
    features.add(s0.t << 8 | b1.t)
    features.add(s0.w << 8 | b1.t)
    features.add(s0.w << 26 | b1.w)
    features.add(s2.t << 8 | s0.t)
    features.add(s2.t << 8 | b0.t)
    // Triples and more.
    features.add(b0.t << 16 | b1.t << 8 | b2.t)
    features.add(s0.t << 16 | b0.t << 8 | b1.t)
    features.add(s1.t << 16 | s0.t << 8 | b0.t)
    features.add(s2.t << 16 | s1.t << 8 | s0.t)
    features.add(s2.t << 24 | s1.t << 16 | s0.t << 8 | b0.t)
    features.add(s1.t << 24 | s0.t << 16 | b0.t << 8 | b1.t)
    features.add(s0.t << 24 | b0.t << 16 | b1.t << 8 | b2.t)
    features.add(b0.t << 24 | b1.t << 16 | b2.t << 8 | b3.t)
    var n = addFamilies(state, keys, features.count, i0, i1, j0)
    n = addMarkers(state, keys, n, i0, i1, j0)
    if state.hasGuide {
      n = addGuide(state, keys, n, i0, i1, j0)
      n = addRare(state, keys, n, i0, i1, j0)
    }
    return n
  }

  private static func addFamilies(
    _ state: ParserState, _ keys: UnsafeMutablePointer<UInt64>, _ start: Int, _ i0: Int, _ i1: Int,
    _ j0: Int
  ) -> Int {
    var features = FeatureWriter(keys, from: start, template: 200)
    let f0 = state.family[i0]
    let f1 = state.family[i1]
    let g0 = state.family[j0]
    let s0 = Node(i0, state)
    let s1 = Node(i1, state)
    let b0 = Node(j0, state)
    @inline(__always) func label(_ i: Int32) -> UInt64 {
      UInt64(state.labels[Int(i)]) &+ 1
    }
    let none = state.count + 1
    let near = i0 == none ? 0 : UInt64(min(j0 - i0, 5) + (j0 - i0 > 9 ? 1 : 0))
    let far = i1 == none ? 0 : UInt64(min(i0 - i1, 5) + (i0 - i1 > 9 ? 1 : 0))
    // Distance.
    features.add(s0.w << 3 | near)
    features.add(b0.w << 3 | near)
    features.add(s0.t << 11 | b0.t << 3 | near)
    features.add(s1.w << 3 | far)
    features.add(s0.w << 3 | far)
    features.add(s1.t << 11 | s0.t << 3 | far)
    features.add(s1.t << 22 | s0.t << 14 | b0.t << 6 | far << 3 | near)
    // Number and labels of dependents.
    let l0 = UInt64(min(f0.leftCount, 7))
    let r0 = UInt64(min(f0.rightCount, 7))
    let r1 = UInt64(min(f1.rightCount, 7))
    let lb = UInt64(min(g0.leftCount, 7))
    features.add(s0.w << 3 | l0)
    features.add(s0.t << 3 | l0)
    features.add(s0.w << 3 | r0)
    features.add(s0.t << 3 | r0)
    features.add(s1.w << 3 | r1)
    features.add(s1.t << 3 | r1)
    features.add(b0.w << 3 | lb)
    features.add(b0.t << 3 | lb)
    features.add(s0.t << 32 | UInt64(f0.leftSet))
    features.add(s0.t << 32 | UInt64(f0.rightSet))
    features.add(s0.w << 32 | UInt64(f0.rightSet))
    features.add(s0.w << 32 | UInt64(f0.leftSet))
    features.add(s1.t << 32 | UInt64(f1.rightSet))
    features.add(s1.w << 32 | UInt64(f1.rightSet))
    features.add(b0.t << 32 | UInt64(g0.leftSet))
    features.add(b0.w << 32 | UInt64(g0.leftSet))
    features.add(s1.t << 32 | UInt64(f1.leftSet))
    features.add(
      s0.t << 48 | b0.t << 40 | UInt64(f0.leftSet & 0xFFFF) << 20 | UInt64(g0.leftSet & 0xFFFF))
    // Outer dependents.
    let s0l = Node(Int(f0.left1), state)
    let s0r = Node(Int(f0.right1), state)
    let s1l = Node(Int(f1.left1), state)
    let s1r = Node(Int(f1.right1), state)
    let b0l = Node(Int(g0.left1), state)
    let s0l2 = Node(Int(f0.left2), state)
    let s0r2 = Node(Int(f0.right2), state)
    let s1r2 = Node(Int(f1.right2), state)
    let b0l2 = Node(Int(g0.left2), state)
    features.add(s0l.w << 8 | label(f0.left1))
    features.add(s0l.t << 8 | label(f0.left1))
    features.add(s0r.w << 8 | label(f0.right1))
    features.add(s0r.t << 8 | label(f0.right1))
    features.add(s1l.t << 8 | label(f1.left1))
    features.add(s1r.w << 8 | label(f1.right1))
    features.add(s1r.t << 8 | label(f1.right1))
    features.add(b0l.w << 8 | label(g0.left1))
    features.add(b0l.t << 8 | label(g0.left1))
    features.add(s0l2.t << 8 | label(f0.left2))
    features.add(s0r2.t << 8 | label(f0.right2))
    features.add(s1r2.t << 8 | label(f1.right2))
    features.add(b0l2.t << 8 | label(g0.left2))
    features.add(s0.t << 16 | b0.t << 8 | s0l.t)
    features.add(s0.t << 16 | b0.t << 8 | s0r.t)
    features.add(s0.t << 16 | b0.t << 8 | b0l.t)
    features.add(s0.t << 16 | b0.t << 8 | label(f0.left1))
    features.add(s0.t << 16 | b0.t << 8 | label(f0.right1))
    features.add(s0.t << 16 | b0.t << 8 | label(g0.left1))
    features.add(s1.t << 16 | s0.t << 8 | s1l.t)
    features.add(s1.t << 16 | s0.t << 8 | s1r.t)
    features.add(s1.t << 16 | s0.t << 8 | s0l.t)
    features.add(s1.t << 16 | s0.t << 8 | s0r.t)
    features.add(s1.t << 16 | s0.t << 8 | label(f1.right1))
    features.add(s1.t << 16 | s0.t << 8 | label(f0.right1))
    features.add(s1.t << 16 | s0.t << 8 | label(f0.left1))
    features.add(s0.t << 24 | s0l.t << 16 | s0l2.t << 8 | 1)
    features.add(s0.t << 24 | s0r.t << 16 | s0r2.t << 8 | 1)
    features.add(s1.t << 24 | s1r.t << 16 | s1r2.t << 8 | 1)
    features.add(b0.t << 24 | b0l.t << 16 | b0l2.t << 8 | 1)
    features.add(s0.w << 24 | s0r.t << 16 | label(f0.right1) << 8 | b0.t)
    // Grandchildren at the right edge, where the next word may attach.
    let s0rr = Node(Int(state.family[Int(f0.right1)].right1), state)
    let s1rr = Node(Int(state.family[Int(f1.right1)].right1), state)
    features.add(s0.t << 16 | s0r.t << 8 | s0rr.t)
    features.add(s1.t << 16 | s1r.t << 8 | s1rr.t)
    return features.count
  }

  @inline(__always)
  private static func three(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    (a &* 0x9E37_79B9_7F4A_7C15) ^ (b << 26 | c)
  }

  /// The word that marks a dependent (preposition, conjunction) with the heads it may attach to: UD
  /// hangs such words below the noun or verb, where pairs of heads alone would not see them.
  private static func addMarkers(
    _ state: ParserState, _ keys: UnsafeMutablePointer<UInt64>, _ start: Int, _ i0: Int, _ i1: Int,
    _ j0: Int
  ) -> Int {
    var features = FeatureWriter(keys, from: start, template: 400)
    let s0 = Node(i0, state)
    let s1 = Node(i1, state)
    let s2 = Node(state.top(2), state)
    let b0 = Node(j0, state)
    let b1 = Node(state.next(1), state)
    let m0 = state.words[Int(state.family[i0].left1)]
    let mb = state.words[Int(state.family[j0].left1)]
    features.add(s0.w << 26 | mb)
    features.add(s1.w << 26 | mb)
    features.add(s0.t << 34 | mb << 8 | b0.t)
    features.add(s1.t << 34 | mb << 8 | s0.t)
    features.add(s0.w << 34 | mb << 8 | b0.t)
    features.add(s1.w << 34 | mb << 8 | s0.t)
    features.add(s2.t << 42 | s1.t << 34 | mb << 8 | s0.t)
    features.add(s1.w << 26 | m0)
    features.add(s1.w << 34 | m0 << 8 | s0.t)
    features.add(s1.t << 34 | m0 << 8 | s0.t)
    features.add(s2.t << 42 | s1.t << 34 | m0 << 8 | s0.t)
    features.add(s1.t << 34 | m0 << 8 | b0.t)
    let a0 = state.ambiguities[i0]
    let ab = state.ambiguities[j0]
    features.add(a0 << 16 | s0.t << 8 | b0.t)
    features.add(ab << 16 | s0.t << 8 | b0.t)
    features.add(state.ambiguities[state.next(1)] << 16 | b0.t << 8 | b1.t)
    return features.count
  }

  /// What an earlier reading says of the words at hand: which of them it joined, and where it put the
  /// rest of their arcs.
  private static func addGuide(
    _ state: ParserState, _ keys: UnsafeMutablePointer<UInt64>, _ start: Int, _ i0: Int, _ i1: Int,
    _ j0: Int
  ) -> Int {
    var features = FeatureWriter(keys, from: start, template: 500)
    let heads = state.guideHeads
    @inline(__always) func joined(_ a: Int, _ b: Int) -> UInt64 {
      Int(heads[a]) == b ? 1 : Int(heads[b]) == a ? 2 : 0
    }
    let front = Int32(j0)
    let none = Int32(state.count + 1)
    // Where the head of the stack's top lies, and whether words to come hang below it.
    let place: UInt64 =
      heads[i0] == none ? 0 : heads[i0] >= front ? 1 : heads[i0] > Int32(i0) ? 2 : 3
    let waits: UInt64 = state.guideLast[i0] >= front ? 1 : 0
    let frontWaits: UInt64 = heads[j0] != none && heads[j0] < front ? 1 : 0
    let view =
      joined(i0, j0) << 8 | joined(i1, i0) << 6 | place << 4 | waits << 3 | frontWaits << 2 | 1
    let l0 = state.guideLabels[i0]
    let lb = state.guideLabels[j0]
    let t0 = state.tags[i0]
    let t1 = state.tags[i1]
    let tb = state.tags[j0]
    features.add(view)
    features.add(view << 8 | l0)
    features.add(view << 16 | l0 << 8 | lb)
    features.add(view << 16 | t0 << 8 | tb)
    features.add(view << 16 | t1 << 8 | t0)
    features.add(view << 24 | l0 << 16 | t0 << 8 | tb)
    features.add(view << 24 | l0 << 16 | t1 << 8 | t0)
    features.add(view << 32 | state.words[i0])
    features.add(view << 32 | state.words[j0])
    features.add(l0 << 8 | t0)
    features.add(l0 << 32 | state.words[i0])
    features.add(view << 16 | l0 << 8 | state.guideLabels[i1])
    features.add(three(view, state.words[i0], state.words[j0]))
    features.add(three(view, state.words[i1], state.words[i0]))
    // The next word, and the one below the top.
    let j1 = state.next(1)
    let i2 = state.top(2)
    let beside = joined(i0, j1) << 6 | joined(j0, j1) << 4 | joined(i1, j0) << 2 | joined(i2, i1)
    features.add(view << 8 | beside)
    features.add(view << 24 | beside << 16 | l0 << 8 | lb)
    features.add(view << 32 | beside << 16 | t0 << 8 | tb)
    features.add(view << 24 | state.guideLabels[j1] << 16 | lb << 8 | state.tags[j1])
    features.add(view << 24 | t1 << 16 | t0 << 8 | tb)
    return features.count
  }

  /// Features that are seldom found: worth their time in the second reading alone.
  private static func addRare(
    _ state: ParserState, _ keys: UnsafeMutablePointer<UInt64>, _ start: Int, _ i0: Int, _ i1: Int,
    _ j0: Int
  ) -> Int {
    var features = FeatureWriter(keys, from: start, template: 600)
    let s0 = Node(i0, state)
    let s1 = Node(i1, state)
    let b0 = Node(j0, state)
    let b1 = Node(state.next(1), state)
    let f0 = state.family[i0]
    let f1 = state.family[i1]
    let g0 = state.family[j0]
    let s0l = Node(Int(f0.left1), state)
    let s1r = Node(Int(f1.right1), state)
    let b0l = Node(Int(g0.left1), state)
    @inline(__always) func label(_ i: Int32) -> UInt64 { UInt64(state.labels[Int(i)]) &+ 1 }
    features.add(s0.w << 34 | b0.w << 8 | s0.t)
    features.add(s0.w << 34 | b0.w << 8 | b0.t)
    features.add(s1.w << 34 | s0.w << 8 | s1.t)
    features.add(b0.w << 16 | s1.t << 8 | s0.t)
    features.add(s0.w << 16 | s1.t << 8 | b0.t)
    features.add(s1.w << 16 | s0.t << 8 | b0.t)
    features.add(s0.w << 16 | b0.t << 8 | b1.t)
    features.add(b0.w << 16 | s0.t << 8 | b1.t)
    features.add(s0.w)
    features.add(s1.w)
    features.add(b0.w)
    features.add(b1.w)
    features.add(s0.w << 24 | s0l.t << 16 | label(f0.left1) << 8 | b0.t)
    features.add(s1.w << 24 | s1r.t << 16 | label(f1.right1) << 8 | s0.t)
    features.add(b0.w << 24 | b0l.t << 16 | label(g0.left1) << 8 | s0.t)
    let m0 = s0l.w
    let mb = b0l.w
    features.add(s0.w << 34 | mb << 8 | s1.t)
    features.add(three(s0.w, b0.w, b1.w))
    features.add(three(s1.w, s0.w, b0.w))
    features.add(three(s0.w, mb, b0.w))
    features.add(three(s1.w, m0, s0.w))
    return features.count
  }
}
