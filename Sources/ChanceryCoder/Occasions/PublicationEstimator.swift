import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Infers when an undated text was published: shortly after the latest occasion that it tells as news.
struct PublicationEstimator {
  let reader: OccasionReader
  let facts: FactBase

  /// Nil where the text is dated, names no gathering of known date, or does not speak as of the same days.
  func estimate(_ reading: Reading) -> DateInterval? {
    guard reading.published == nil, speaksAsOfNow(reading) else { return nil }
    let era = OfficeEra(reading, facts: facts, table: reader.table)
    let told = reader.occasions(in: reading, era: era).filter {
      $0.kind.isGathering
        && (reading.parse.tense(at: head(of: $0, reading)) != .future || isOver($0, reading))
    }
    guard let latest = told.map(\.interval.end).max() else { return nil }
    let mentions = told.filter { $0.interval.end == latest }
    guard !hasLaterDate(reading, than: latest + 6) else { return nil }
    for occasion in mentions {
      if let found = governed(occasion, reading) { return found }
    }
    return DateInterval(latest, latest + 6)
  }

  /// "The recent visit of the minister will help".
  private func isOver(_ occasion: Occasion, _ reading: Reading) -> Bool {
    let place = occasion.tokens.lowerBound
    let before = reading.parse.tokens[max(0, place - 2)..<place]
    return before.contains {
      ["recent", "latest", "just-concluded"].contains($0.lemma.lowercased())
    }
  }

  private func head(of occasion: Occasion, _ reading: Reading) -> Int {
    occasion.tokens.first { !occasion.tokens.contains(reading.parse.tokens[$0].head) }
      ?? occasion.tokens.lowerBound
  }

  // MARK: Words that count from the day of publication

  private static let recent = ["today", "yesterday", "tomorrow", "tonight"]
  private static let periods = ["week", "month", "weekend"]

  private func speaksAsOfNow(_ reading: Reading) -> Bool {
    reading.parse.sentences.contains { sentence in
      let words = OccasionWords(reading.parse, sentence.tokens)
      return words.list.indices.contains { place in
        let word = words[place]
        if Self.recent.contains(word) { return true }
        if Weekdays.number(word) != nil { return !isDated(words, place) }
        if Self.periods.contains(word) {
          return ["last", "this", "next"].contains(words[place - 1])
        }
        return word == "concluded" && ["has", "have"].contains(words[place - 1])
      }
    }
  }

  /// "Monday, 5 November": a whole date, not a day of this week.
  private func isDated(_ words: OccasionWords, _ place: Int) -> Bool {
    ((place - 3)...(place + 4)).contains { $0 != place && Int(words[$0]) != nil }
  }

  /// What the occasion's own sentence tells: "last week" is the week before, "on Monday" a day of the occasion.
  private func governed(_ occasion: Occasion, _ reading: Reading) -> DateInterval? {
    let sentence = reading.parse.sentences[reading.parse.sentence(of: occasion.tokens.lowerBound)]
    let words = OccasionWords(reading.parse, sentence.tokens)
    let (start, end) = (occasion.interval.start, occasion.interval.end)
    for place in words.list.indices {
      switch (words[place - 1], words[place]) {
      case ("last", "week"):
        let monday = end - (end.weekday - 1) + 7
        return DateInterval(monday, monday + 6)
      case ("this", "week"):
        return DateInterval(start, end - (end.weekday - 1) + 6)
      case ("last", "month"):
        let next = end.adding(months: 1).components
        return DateInterval(year: next.year, month: next.month)
      case (_, "yesterday"): return DateInterval(start + 1, end + 1)
      case (_, "today"): return occasion.interval
      case (_, let word):
        guard let weekday = Weekdays.number(word), !isDated(words, place) else { continue }
        let days = Weekdays.days(weekday, in: occasion.interval)
        if days.count == 1 { return DateInterval(days[0], days[0] + 6) }
      }
    }
    return nil
  }

  // MARK: Dates of the text

  /// Whether the text tells a day or month after that as past.
  private func hasLaterDate(_ reading: Reading, than day: CivilDate) -> Bool {
    reading.times.contains { time in
      guard time.kind == .date, let interval = time.interval, interval.dayCount <= 31 else {
        return false
      }
      return interval.start > day
        && reading.parse.tense(at: time.tokens.lowerBound) != .future
    }
  }
}
