/// The features by which the tagger tells the tag of a word.
///
/// The word, its neighbours, endings, beginnings and shape; the tags the lexicon knows for it and the
/// words around; the two tags already given. Source of the base set: Ratnaparkhi 1996; Collins 2002.
package enum TaggerFeatures {
  /// Fills `columns.keys` for word `i`; returns how many.
  package static func extract(_ i: Int, _ columns: SentenceColumns) -> Int {
    let at = i + SentenceColumns.pad
    let keys = columns.keys
    let w = columns.words + at
    let lexicon = columns.lexicon + at
    let t1 = columns.tags[at - 1]
    let t2 = columns.tags[at - 2]
    // Words seen once in training count as unknown, so that their endings must tell.
    @inline(__always) func word(_ k: Int) -> UInt64 {
      lexicon[k].isCommon ? w[k].word : w[k].shape == 0 ? 0 : 3
    }
    let w0 = word(0)
    let l1 = word(-1)
    let r1 = word(1)
    let a0 = UInt64(lexicon[0].ambiguity)
    let a1 = UInt64(lexicon[1].ambiguity)
    let a2 = UInt64(lexicon[2].ambiguity)
    let shape = w[0].shape | columns.capitals << 8 | (i == 0 ? 1 << 10 : 0)
    let caps = lexicon[0].capitalBucket
    let suffix3 = w[0].suffix3
    var features = FeatureWriter(keys, template: 1000)
    features.add(w0)
    features.add(w0 << 16 | shape)
    features.add(shape << 2 | caps)
    features.add(w[0].prefix1)
    features.add(w[0].prefix2)
    features.add(w[0].prefix3)
    features.add(w[0].suffix1)
    features.add(w[0].suffix2)
    features.add(suffix3)
    features.add(w[0].suffix4)
    features.add(w[0].suffix5)
    features.add(w0 == 3 ? w[0].suffix4 << 16 | shape : 0)
    features.add(w0 == 3 ? w[0].suffix3 << 8 | t1 : 0)
    features.add(w0 == 3 ? shape << 24 | a1 << 8 | t1 : 0)
    features.add(suffix3 << 16 | shape)
    features.add(w[0].suffix2 << 16 | shape)
    features.add(suffix3 << 16 | a0)
    features.add(t1)
    features.add(t1 << 8 | t2)
    features.add(w0 << 8 | t1)
    features.add(w0 << 16 | t1 << 8 | t2)
    features.add(suffix3 << 8 | t1)
    features.add(shape << 8 | t1)
    features.add(l1)
    features.add(word(-2))
    features.add(r1)
    features.add(word(2))
    features.add(l1 << 26 | w0)
    features.add(w0 << 26 | r1)
    features.add(l1 << 26 | r1)
    features.add(r1 << 8 | t1)
    features.add(a0 << 11 | shape)
    features.add(a1)
    features.add(a2)
    features.add(a0 << 16 | a1)
    features.add(a0 << 8 | t1)
    features.add(a0 << 24 | a1 << 8 | t1)
    features.add(a0 << 16 | t1 << 8 | t2)
    features.add(a1 << 8 | t1)
    features.add(a0 << 32 | a1 << 16 | a2)
    features.add(w0 << 16 | a1)
    features.add(w0 << 24 | a1 << 8 | t1)
    features.add(r1 << 16 | a0)
    features.add(r1 << 24 | a0 << 8 | t1)
    features.add(w[1].suffix3 << 16 | a0)
    features.add(w[1].suffix3)
    features.add(w[-1].suffix3)
    features.add(w[-1].suffix3 << 16 | a0)
    features.add(w[1].shape << 16 | shape)
    features.add(w[-1].shape << 16 | shape)
    features.add(w[1].suffix2 << 16 | w[0].suffix2 << 42)
    features.add(l1 << 16 | a0)
    features.add(l1 << 8 | t2)
    features.add(suffix3 << 24 | a1 << 8 | t1)
    features.add(UInt64(lexicon[-1].ambiguity) << 16 | a0)
    features.add(w[1].shape << 24 | shape << 8 | t1)
    return features.count
  }
}
