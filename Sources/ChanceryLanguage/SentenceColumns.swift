/// The words of one sentence as columns of hashes, reused from sentence to sentence.
///
/// Every column carries `pad` empty places on both sides, so that features may look past the ends.
/// Unsafe memory: this file and the feature files are the inner loops of the reader.
package final class SentenceColumns {
  package static let pad = 4
  package private(set) var count = 0
  private var capacity = 0
  package private(set) var words: UnsafeMutablePointer<WordFeatures>
  package private(set) var lexicon: UnsafeMutablePointer<LexiconEntry>
  /// Joint tag + 1; 0 outside the sentence.
  package private(set) var tags: UnsafeMutablePointer<UInt64>
  /// The word as the parser sees it: common words as such, rare ones by suffix and shape.
  package private(set) var parserWords: UnsafeMutablePointer<UInt64>
  /// 0 running text, 1 most words capitalised, 2 all in capitals.
  package private(set) var capitals: UInt64 = 0
  package let keys: UnsafeMutablePointer<UInt64>
  package let scratch: UnsafeMutablePointer<UInt64>
  package let scores: UnsafeMutablePointer<Int32>
  package static let featureLimit = 192

  package init() {
    words = .allocate(capacity: 1)
    lexicon = .allocate(capacity: 1)
    tags = .allocate(capacity: 1)
    parserWords = .allocate(capacity: 1)
    keys = .allocate(capacity: Self.featureLimit)
    scratch = .allocate(capacity: Self.featureLimit)
    scores = .allocate(capacity: 256)
    reserve(64)
  }

  deinit {
    words.deallocate()
    lexicon.deallocate()
    tags.deallocate()
    parserWords.deallocate()
    keys.deallocate()
    scratch.deallocate()
    scores.deallocate()
  }

  private func reserve(_ n: Int) {
    guard n > capacity else { return }
    capacity = max(n, capacity * 2)
    let size = capacity + 2 * Self.pad + 2
    words.deallocate()
    lexicon.deallocate()
    tags.deallocate()
    parserWords.deallocate()
    words = .allocate(capacity: size)
    lexicon = .allocate(capacity: size)
    tags = .allocate(capacity: size)
    parserWords = .allocate(capacity: size)
    words.initialize(repeating: WordFeatures(), count: size)
    lexicon.initialize(repeating: LexiconEntry(), count: size)
    tags.initialize(repeating: 0, count: size)
    parserWords.initialize(repeating: 0, count: size)
  }

  /// Begins a sentence of `n` words; `set` fills them.
  package func begin(_ n: Int) {
    reserve(n)
    count = n
    for i in 0..<Self.pad {
      for at in [i, Self.pad + n + i] {
        words[at] = WordFeatures()
        lexicon[at] = LexiconEntry()
        tags[at] = 0
        parserWords[at] = 0
      }
    }
  }

  package func set(_ i: Int, _ word: WordFeatures, _ entry: LexiconEntry) {
    let at = i + Self.pad
    words[at] = word
    lexicon[at] = entry
    tags[at] = 0
    parserWords[at] = entry.isCommon ? word.word : fold26(word.suffix3 << 8 ^ word.shape)
  }

  /// Call after the last `set`: measures the use of capitals.
  package func finish() {
    var lettered = 0
    var capital = 0
    var upper = 0
    for i in 0..<count {
      let word = words[i + Self.pad]
      guard word.hasLetter else { continue }
      lettered += 1
      if word.isCapital { capital += 1 }
      if word.isUpper { upper += 1 }
    }
    capitals =
      lettered < 3 ? 0 : upper * 10 >= lettered * 7 ? 2 : capital * 10 >= lettered * 6 ? 1 : 0
  }
}
