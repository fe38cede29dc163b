/// Finds the names of persons, organisations and places in tagged sentences; also those that no table knows.
///
/// A linear model, greedy from left to right. Cost: some forty look-ups a word.
public struct NameTagger: Sendable {
  /// `other`: peoples, works, occasions; it keeps their words from being taken for one of the rest.
  public enum Kind: String, Sendable, CaseIterable { case person, organization, place, other }

  /// Labels in BIO: 0 outside, then begin and inside of each kind.
  package static let labelCount = 1 + 2 * Kind.allCases.count

  private let storage: ModelBytes
  private let weights: WeightTable

  /// - Returns: nil where the bytes are no model of names.
  public init?(bytes: [UInt8]) {
    storage = ModelBytes(copying: bytes)
    guard let table = WeightTable(storage.bytes), table.classCount == Self.labelCount else {
      return nil
    }
    weights = table
  }

  /// The names of a sentence, in order, not overlapping.
  /// - Parameters:
  ///   - tags: of the words.
  ///   - clues: what the facts know each word for (`NameClues`).
  public func names(forms: [String], tags: [XPOS], clues: [UInt8]) -> [(
    words: Range<Int>, kind: Kind
  )] {
    let words = forms.indices.map { NameWord(form: forms[$0], tag: tags[$0], clue: clues[$0]) }
    return Self.names(of: labels(words))
  }

  private func labels(_ words: [NameWord]) -> [Int] {
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: NameFeatures.limit)
    let scratch = UnsafeMutablePointer<UInt64>.allocate(capacity: NameFeatures.limit)
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    defer {
      keys.deallocate()
      scratch.deallocate()
      scores.deallocate()
    }
    var result: [Int] = []
    var (t1, t2) = (0, 0)
    for i in words.indices {
      let count = NameFeatures.extract(i, words, t1, t2, keys)
      scores.update(repeating: 0, count: 256)
      weights.score(keys, count, scratch, into: scores)
      var best = 0
      for label in 1..<Self.labelCount
      where scores[label] > scores[best] && Self.follows(label, t1) {
        best = label
      }
      result.append(best)
      (t2, t1) = (t1, best)
    }
    return result
  }

  /// "Inside" follows only "begin" or "inside" of the same kind.
  package static func follows(_ label: Int, _ before: Int) -> Bool {
    label == 0 || label % 2 == 1 || before == label || before == label - 1
  }

  /// The names that a sequence of labels tells.
  public static func names(of labels: [Int]) -> [(words: Range<Int>, kind: Kind)] {
    var result: [(words: Range<Int>, kind: Kind)] = []
    var i = 0
    while i < labels.count {
      guard labels[i] > 0 else {
        i += 1
        continue
      }
      let number = (labels[i] - 1) / 2
      var end = i + 1
      while end < labels.count, labels[end] == 2 * number + 2 { end += 1 }
      let kind = Kind.allCases[number]
      result.append((i..<end, kind))
      i = end
    }
    return result
  }
}
