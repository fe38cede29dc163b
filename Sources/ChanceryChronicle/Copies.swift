/// The runs of five words of a text, hashed: two copies of one agency text share most of them.
///
/// Source: shingling after Broder 1997, "On the resemblance and containment of documents".
struct Shingles {
  /// Sorted, without repetition.
  let hashes: [UInt64]

  init(_ text: String) {
    let words = contentWords(of: text)
    let width = 5
    guard words.count >= width else {
      hashes = []
      return
    }
    let wordHashes = words.map { StableHash.of($0) }
    var found = Set<UInt64>()
    for start in 0...(words.count - width) {
      var hash = StableHash()
      for word in wordHashes[start..<start + width] { hash.add(word) }
      found.insert(hash.value)
    }
    hashes = found.sorted()
  }

  /// Whether one text is a copy of the other, with small edits or cuts.
  func isCopy(of other: Shingles) -> Bool {
    let smaller = min(hashes.count, other.hashes.count)
    guard smaller >= 8 else { return false }
    return Double(sharedCount(with: other)) >= 0.5 * Double(smaller)
  }

  private func sharedCount(with other: Shingles) -> Int {
    var i = 0
    var j = 0
    var count = 0
    while i < hashes.count, j < other.hashes.count {
      if hashes[i] == other.hashes[j] {
        count += 1
        i += 1
        j += 1
      } else if hashes[i] < other.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}

/// Which documents are copies of one text; each document is shingled once, when it is asked for.
struct CopyFinder {
  private let texts: [String]
  private var shingles: [Int: Shingles] = [:]

  init(_ texts: [String]) { self.texts = texts }

  /// Shingles some documents; those of an earlier call are forgotten.
  mutating func prepare(_ documents: [Int]) {
    let wanted = Set(documents)
    shingles = shingles.filter { wanted.contains($0.key) }
    for document in wanted where shingles[document] == nil {
      shingles[document] = Shingles(texts[document])
    }
  }

  func isCopy(_ a: Int, _ b: Int) -> Bool {
    guard let mine = shingles[a], let theirs = shingles[b] else { return a == b }
    return a == b || mine.isCopy(of: theirs)
  }

  /// Documents grouped by the text they copy, in order of their first member.
  func independentGroups(of documents: [Int]) -> [[Int]] {
    let all = Set(documents).sorted()
    var sets = DisjointSets(count: all.count)
    for i in all.indices {
      for j in all.indices.dropFirst(i + 1) where isCopy(all[i], all[j]) { sets.join(i, j) }
    }
    return sets.groups.map { group in group.map { all[$0] } }
  }
}

/// FNV-1a, 64 bits: the same on every machine and in every run.
struct StableHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(UInt8(0xFF))
  }

  static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.add(text)
    return hash.value
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
