/// A name of the tables in a sentence, before it is known which occasion is meant.
struct OccasionMatch {
  /// Words of the sentence, the noun included.
  var words: Range<Int>
  var tokens: Range<Int>
  /// Rows that the name may mean, and those it means only where no other fits.
  var rows: [Int]
  var weakRows: [Int] = []
  var isSeries: Bool
  /// A year in the name: "the 2019 SCO summit".
  var year: Int?
  /// The text tells a place or year that no row has.
  var isContradicted = false
}

/// Compares the words of a sentence with the names of the tables.
struct OccasionMatcher {
  let table: OccasionTable
  let words: OccasionWords

  func match(at place: Int) -> OccasionMatch? {
    let word = words.list[place]
    guard let names = table.names[word.text] else { return nil }
    var best: OccasionMatch?
    for name in names where words.has(name.words, at: place) {
      guard !name.needsCapital || word.isCapital else { continue }
      guard
        let found = name.series.map({ series($0, name.words.count, place) })
          ?? named(name, place)
      else { continue }
      if best == nil || found.words.count > best!.words.count {
        best = found
      } else if found.words == best!.words {
        let more = found.rows.filter { !best!.rows.contains($0) }
        if best!.isSeries == found.isSeries {
          best!.rows += more
        } else if !found.isSeries {
          best = found
        }
        best!.weakRows += found.weakRows
      }
    }
    return best
  }

  private func named(_ name: OccasionTable.Name, _ place: Int) -> OccasionMatch? {
    let end = place + name.words.count
    return match(place..<end, rows: name.rows, isSeries: false)
  }

  private func match(_ range: Range<Int>, rows: [Int], isSeries: Bool, year: Int? = nil)
    -> OccasionMatch
  {
    let tokens = words.list[range.lowerBound].token..<(words.list[range.upperBound - 1].token + 1)
    return OccasionMatch(
      words: range, tokens: tokens, rows: rows, isSeries: isSeries,
      year: year ?? self.year(around: range))
  }

  private func year(around range: Range<Int>) -> Int? {
    for place in [range.lowerBound - 1, range.upperBound] {
      if let year = year(at: place) { return year }
    }
    if ["of", "in"].contains(words[range.upperBound]) { return year(at: range.upperBound + 1) }
    return nil
  }

  private func year(at place: Int) -> Int? {
    let word = words[place]
    guard word.utf8.count == 4, let year = Int(word), (1800...2199).contains(year) else {
      return nil
    }
    return year
  }

  // MARK: Series

  private func series(_ index: Int, _ length: Int, _ place: Int) -> OccasionMatch? {
    let series = table.series[index]
    let end = place + length
    if let found = nounAfter(series, place, end) { return found }
    if let found = nounBefore(series, place, end) { return found }
    switch series.standing {
    case .never: return nil
    case .name: break
    case .setting:
      guard followsSetting(place) else { return nil }
    case .place:
      guard words[end] == "in" || words[end] == "at",
        series.rows.contains(where: {
          !table.rows[$0].placeWords.isEmpty && words.has(table.rows[$0].placeWords, at: end + 1)
        })
      else { return nil }
    }
    return match(place..<end, rows: series.rows, isSeries: true)
  }

  private func nounAfter(_ series: OccasionTable.Series, _ place: Int, _ end: Int)
    -> OccasionMatch?
  {
    var next = end
    var year: Int?
    for _ in 0..<6 {
      var best: (length: Int, isWeak: Bool)?
      for noun in series.nouns where words.has(noun.words, at: next) {
        if best == nil || noun.words.count > best!.length { best = (noun.words.count, noun.isWeak) }
      }
      if let best {
        let range = place..<(next + best.length)
        var found = match(range, rows: series.rows, isSeries: true, year: year)
        if best.isWeak { (found.weakRows, found.rows) = (found.rows, []) }
        return found
      }
      let word = words[next]
      if let found = self.year(at: next) {
        year = found
      } else if !table.has("filler", word), !isOrdinal(word) {
        return nil
      }
      next += 1
    }
    return nil
  }

  private func nounBefore(_ series: OccasionTable.Series, _ place: Int, _ end: Int)
    -> OccasionMatch?
  {
    var before = place - 1
    if words[before] == "the" { before -= 1 }
    guard words[before] == "of" else { return nil }
    for noun in series.nouns {
      let start = before - noun.words.count
      guard words.has(noun.words, at: start) else { continue }
      var found = match(start..<end, rows: series.rows, isSeries: true)
      if noun.isWeak { (found.weakRows, found.rows) = (found.rows, []) }
      return found
    }
    return nil
  }

  /// "at the", "on the sidelines of this year's".
  private func followsSetting(_ place: Int) -> Bool {
    var before = place - 1
    for _ in 0..<4 {
      let word = words[before]
      if table.has("setting", word) { return true }
      if word == "of" { return table.has("margin", words[before - 1]) }
      guard ["the", "this", "last", "year", "annual"].contains(word) || isOrdinal(word) else {
        return false
      }
      before -= 1
    }
    return false
  }

  private func isOrdinal(_ word: String) -> Bool {
    guard let first = word.utf8.first, (48...57).contains(first) else { return false }
    return ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
  }
}
