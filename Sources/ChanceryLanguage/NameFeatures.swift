/// A word as the tagger of names sees it.
package struct NameWord {
  var word: UInt64
  var prefix: UInt64
  var suffix2: UInt64
  var suffix3: UInt64
  var suffix4: UInt64
  var shape: UInt64
  var tag: UInt64
  /// What the facts know the word for (`NameClues`).
  var clue: UInt64

  static let outside = NameWord(
    word: 0, prefix: 0, suffix2: 0, suffix3: 0, suffix4: 0, shape: 0, tag: 63, clue: 0)

  package init(form: String, tag: XPOS, clue: UInt8) {
    let letters = Array(form.lowercased().utf8)
    word = Self.hash(letters[...])
    prefix = Self.hash(letters.prefix(3))
    suffix2 = Self.hash(letters.suffix(2))
    suffix3 = Self.hash(letters.suffix(3))
    suffix4 = Self.hash(letters.suffix(4))
    shape = Self.shape(form)
    self.tag = Self.numbers[tag] ?? 0
    self.clue = UInt64(clue)
  }

  private init(
    word: UInt64, prefix: UInt64, suffix2: UInt64, suffix3: UInt64, suffix4: UInt64,
    shape: UInt64, tag: UInt64, clue: UInt64
  ) {
    self.word = word
    self.prefix = prefix
    self.suffix2 = suffix2
    self.suffix3 = suffix3
    self.suffix4 = suffix4
    self.shape = shape
    self.tag = tag
    self.clue = clue
  }

  private static let numbers: [XPOS: UInt64] = {
    var result: [XPOS: UInt64] = [:]
    for (number, tag) in XPOS.allCases.enumerated() { result[tag] = UInt64(number) }
    return result
  }()

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = hashSeed
    for byte in bytes { hash = hashStep(hash, byte) }
    return fold26(hash)
  }

  /// "Xx", "X", "X.X.", "d-d": kinds of letters, repeated ones once, at most six.
  private static func shape(_ form: String) -> UInt64 {
    var hash = hashSeed
    var last: UInt8 = 0
    var length = 0
    for scalar in form.unicodeScalars where length < 6 {
      let kind: UInt8 =
        scalar.properties.isUppercase
        ? 1
        : scalar.properties.isLowercase
          ? 2
          : scalar.properties.numericType != nil ? 3 : UInt8(truncatingIfNeeded: scalar.value) | 4
      if kind == last { continue }
      hash = hashStep(hash, kind)
      last = kind
      length += 1
    }
    return fold26(hash) & 0xFFF
  }
}

/// The features by which the tagger of names tells its label of a word.
package enum NameFeatures {
  package static let limit = 48

  /// Fills `keys`; returns how many. `t1` and `t2` are the labels of the two words before.
  package static func extract(
    _ i: Int, _ words: [NameWord], _ t1: Int, _ t2: Int, _ keys: UnsafeMutablePointer<UInt64>
  ) -> Int {
    func at(_ k: Int) -> NameWord { words.indices.contains(k) ? words[k] : .outside }
    let (a, b, c, d, e) = (at(i - 2), at(i - 1), words[i], at(i + 1), at(i + 2))
    let (l1, l2) = (UInt64(t1), UInt64(t2))
    let first: UInt64 = i == 0 ? 1 : 0
    var features = FeatureWriter(keys, template: 7000)
    features.add(c.word)
    features.add(b.word)
    features.add(d.word)
    features.add(a.word)
    features.add(e.word)
    features.add(c.shape)
    features.add(b.shape << 12 | c.shape)
    features.add(c.shape << 12 | d.shape)
    features.add(c.prefix)
    features.add(c.suffix3)
    features.add(c.suffix4)
    features.add(c.suffix2)
    features.add(c.tag)
    features.add(b.tag << 6 | c.tag)
    features.add(c.tag << 6 | d.tag)
    features.add(b.tag << 12 | c.tag << 6 | d.tag)
    features.add(c.clue)
    features.add(b.clue << 8 | c.clue)
    features.add(c.clue << 8 | d.clue)
    features.add(c.clue << 20 | c.tag << 12 | c.shape)
    features.add(c.clue << 7 | c.tag << 1 | first)
    features.add(l1)
    features.add(l1 << 4 | l2)
    features.add(l1 << 26 | c.word)
    features.add(l1 << 6 | c.tag)
    features.add(l1 << 8 | c.clue)
    features.add(l1 << 12 | c.shape)
    features.add(b.word << 26 | c.word)
    features.add(c.word << 26 | d.word)
    features.add(c.shape << 26 | c.word)
    features.add(l1 << 20 | b.clue << 8 | c.clue)
    features.add(l1 << 12 | b.tag << 6 | c.tag)
    features.add(l1 << 26 | b.word)
    features.add(l1 << 26 | d.word)
    features.add(c.clue << 26 | d.word)
    features.add(c.clue << 26 | b.word)
    features.add(first << 18 | c.shape << 6 | c.tag)
    features.add(a.word << 26 | b.word)
    features.add(d.word << 26 | e.word)
    return features.count
  }
}
