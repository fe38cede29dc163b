/// Distance of two spellings, up to a bound.
enum Spelling {
  /// Slips that a word of so many bytes may have and still be taken for another one.
  static func bound(_ length: Int) -> Int { length < 4 ? 0 : length < 7 ? 1 : 2 }

  /// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`; nil above `bound`.
  ///
  /// Cost: O(length × bound). Source: optimal string alignment with Ukkonen's band, doi:10.1016/S0019-9958(85)80046-2.
  static func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, bound: Int) -> Int? {
    guard abs(a.count - b.count) <= bound else { return nil }
    if bound == 0 { return a.elementsEqual(b) ? 0 : nil }
    let (x, y) = (a.startIndex - 1, b.startIndex - 1)
    let far = bound + 1
    var older = [Int](repeating: far, count: b.count + 1)
    var last = (0...b.count).map { min($0, far) }
    var row = older
    for i in 1..<max(a.count + 1, 2) where i <= a.count {
      for j in row.indices { row[j] = far }
      if i <= bound { row[0] = i }
      let band = max(1, i - bound)...max(1, min(b.count, i + bound))
      var least = row[0]
      for j in band where j <= b.count {
        var best = last[j - 1] + (a[x + i] == b[y + j] ? 0 : 1)
        best = min(best, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[x + i] == b[y + j - 1], a[x + i - 1] == b[y + j] {
          best = min(best, older[j - 2] + 1)
        }
        row[j] = min(best, far)
        least = min(least, row[j])
      }
      if least > bound { return nil }
      swap(&older, &last)
      swap(&last, &row)
    }
    return last[b.count] <= bound ? last[b.count] : nil
  }
}

/// Whether a folded word is another one, or that with a slip or two: "krygystan" for "kyrgyzstan". Short words must agree.
public func isSpelling(_ word: String, of name: String) -> Bool {
  let bound = Spelling.bound(min(word.utf8.count, name.utf8.count))
  return Spelling.distance(ArraySlice(word.utf8), ArraySlice(name.utf8), bound: bound) != nil
}
