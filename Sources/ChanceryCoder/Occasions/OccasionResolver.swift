import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Tells which occasion a name means: by the place and the year beside it, the dates of the sentence, the publication.
struct OccasionResolver {
  let table: OccasionTable
  let reading: Reading
  let words: OccasionWords
  let era: OfficeEra?

  private var published: DateInterval? { reading.published }

  func resolve(_ match: inout OccasionMatch, _ sentence: Range<Int>) -> Occasion? {
    let strong = resolve(match.rows, &match, sentence)
    guard strong == nil, !match.weakRows.isEmpty else { return occasion(strong, match) }
    return occasion(resolve(match.weakRows, &match, sentence), match)
  }

  private func occasion(_ row: Int?, _ match: OccasionMatch) -> Occasion? {
    guard let row, let interval = table.rows[row].interval(until: published?.end) else {
      return nil
    }
    let found = table.rows[row]
    return Occasion(
      tokens: match.tokens, interval: interval, name: found.name, kind: found.kind,
      place: found.place, state: found.state)
  }

  private func resolve(_ rows: [Int], _ match: inout OccasionMatch, _ sentence: Range<Int>) -> Int?
  {
    var rows = rows
    var isNarrowed = false
    if let year = match.year {
      let fitting = rows.filter {
        table.rows[$0].start.year <= year
          && year <= (table.rows[$0].end ?? table.rows[$0].start).year
      }
      if fitting.isEmpty, match.isSeries {
        match.isContradicted = true
        return nil
      }
      if !fitting.isEmpty {
        rows = fitting
        isNarrowed = true
      }
    }
    if match.isSeries || rows.count > 1 {
      switch place(rows, match) {
      case .none: break
      case .some(let fitting):
        if fitting.isEmpty {
          match.isContradicted = true
          return nil
        }
        rows = fitting
        isNarrowed = true
      }
    }
    if let dated = dated(rows, match, sentence) {
      rows = dated
      isNarrowed = true
    }
    if rows.count > 1, let era {
      let fitting = rows.filter { row in
        table.rows[row].interval(until: nil).map { era.allows($0) } ?? true
      }
      if !fitting.isEmpty { rows = fitting }
      if fitting.count == 1 { isNarrowed = true }
    }
    if rows.count > 1, published == nil, let fitting = onWeekday(rows, match), fitting.count == 1 {
      rows = fitting
      isNarrowed = true
    }
    return choose(rows, match, isNarrowed: isNarrowed || !match.isSeries)
  }

  // MARK: Place

  /// The rows that fit the place told beside the name; nil where none is told.
  private func place(_ rows: [Int], _ match: OccasionMatch) -> [Int]? {
    if let before = placeBefore(rows, match) { return before }
    var next = match.words.upperBound
    if words[next] == "of" || words[next] == "in", Int(words[next + 1]) != nil { next += 2 }
    if Int(words[next]) != nil { next += 1 }
    var steps = 0
    while steps < 5, words[next] == "," || table.has("held", words[next]) {
      next += 1
      steps += 1
    }
    guard ["in", "at"].contains(words[next]) else { return nil }
    next += 1
    if words[next] == "the" { next += 1 }
    let inPlace = rows.filter {
      !table.rows[$0].placeWords.isEmpty && words.has(table.rows[$0].placeWords, at: next)
    }
    if !inPlace.isEmpty { return inPlace }
    guard next < words.list.count, let actor = placeActor(at: words.list[next].token) else {
      return misspelt(rows, at: next)
    }
    return fitting(rows, actor)
  }

  /// An unknown name with a slip or two from the place or state of some rows.
  private func misspelt(_ rows: [Int], at place: Int) -> [Int]? {
    guard place < words.list.count, words.list[place].isCapital, words[place].utf8.count >= 6 else {
      return nil
    }
    func isMeant(_ names: [String]) -> Bool {
      names.count == 1 && isSpelling(words[place], of: names[0])
    }
    let found = rows.filter {
      isMeant(table.rows[$0].placeWords) || isMeant(table.rows[$0].stateWords)
    }
    return found.isEmpty ? nil : found
  }

  private func placeBefore(_ rows: [Int], _ match: OccasionMatch) -> [Int]? {
    for gap in 0...1 {
      let inPlace = rows.filter {
        let place = table.rows[$0].placeWords
        return !place.isEmpty && words.has(place, at: match.words.lowerBound - gap - place.count)
      }
      if !inPlace.isEmpty, gap == 0 || match.year != nil { return inPlace }
    }
    return nil
  }

  private func placeActor(at token: Int) -> DraftActor? {
    guard let mention = reading.mention(covering: token) else { return nil }
    let actor = reading.actors[mention.actor]
    return (actor.kind == .place || actor.kind == .state) && actor.state != nil ? actor : nil
  }

  private func fitting(_ rows: [Int], _ actor: DraftActor) -> [Int] {
    let name = OccasionWords.normal(actor.name)
    let byName = rows.filter { table.rows[$0].placeWords == name }
    if !byName.isEmpty { return byName }
    return rows.filter { row in
      guard table.rows[row].state == actor.state else { return false }
      return actor.kind == .state || table.rows[row].place == nil
    }
  }

  // MARK: Dates

  /// The rows that meet a date expression beside the name, else one of the sentence; nil where none does.
  private func dated(_ rows: [Int], _ match: OccasionMatch, _ sentence: Range<Int>) -> [Int]? {
    let times = reading.times.filter {
      $0.interval != nil && ($0.kind == .date || $0.kind == .time)
        && sentence.contains($0.tokens.lowerBound) && !$0.tokens.overlaps(match.tokens)
    }
    let ordered = times.sorted { gap($0, match) < gap($1, match) }
    for time in ordered {
      guard let interval = time.interval, interval.dayCount <= 400 else { continue }
      let fitting = rows.filter { row in
        table.rows[row].interval(until: published?.end).map { $0.meets(interval) } ?? false
      }
      if !fitting.isEmpty, gap(time, match) < 12 || fitting.count == 1 { return fitting }
    }
    return nil
  }

  private func gap(_ time: TimeExpression, _ match: OccasionMatch) -> Int {
    time.tokens.lowerBound >= match.tokens.upperBound
      ? time.tokens.lowerBound - match.tokens.upperBound
      : match.tokens.lowerBound - time.tokens.upperBound
  }

  /// "on Monday, during the expo": the rows that have a Monday.
  private func onWeekday(_ rows: [Int], _ match: OccasionMatch) -> [Int]? {
    let near = (match.words.lowerBound - 8)..<match.words.lowerBound
    let days = near.compactMap { Weekdays.number(words[$0]) }
    guard days.count == 1, let day = days.first else { return nil }
    return rows.filter { row in
      guard let interval = table.rows[row].interval(until: nil) else { return false }
      return Weekdays.days(day, in: interval).count > 0
    }
  }

  // MARK: Publication

  private func choose(_ rows: [Int], _ match: OccasionMatch, isNarrowed: Bool) -> Int? {
    guard let published else { return rows.count == 1 && isNarrowed ? rows.first : nil }
    let limit = published.end + (rows.count == 1 && isNarrowed ? 400 : 60)
    var near = rows.filter { table.rows[$0].start <= limit }
    if rows.count == 1, isNarrowed { return near.first }
    near = near.filter { distance($0, published) <= 400 }
    let tense = reading.parse.tense(at: match.tokens.lowerBound)
    let inTense = near.filter { row in
      switch tense {
      case .past: table.rows[row].start <= published.end
      case .future: (table.rows[row].end ?? published.end) >= published.start
      case .open: true
      }
    }
    if !inTense.isEmpty { near = inTense }
    let nearest = near.map { distance($0, published) }.min()
    let best = near.filter { distance($0, published) == nearest }
    return best.count == 1 ? best.first : nil
  }

  private func distance(_ row: Int, _ published: DateInterval) -> Int {
    let interval = table.rows[row]
    let end = interval.end ?? published.end
    if interval.start > published.end {
      return interval.start.dayNumber - published.end.dayNumber
    }
    return max(0, published.start.dayNumber - end.dayNumber)
  }
}
