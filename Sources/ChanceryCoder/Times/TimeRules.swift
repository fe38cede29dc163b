import ChanceryCodebook
import ChanceryText

/// How the value of a match is worked out; the `sense` column of `rules.tsv`.
enum TimeSense: String, Sendable {
  case point, iso, slash, bareyear, shortyear, season, fiscal, range, clock, part, day, unit,
    weekday
  case shift, ref, duration, within, set, seta, empty, holiday, period
}

/// A compiled pattern with what it means.
struct TimeRule: Sendable {
  enum Style: String, Sendable { case all, news, narrative }

  var name: String
  var style: Style
  var kind: TimeExpression.Kind
  var sense: TimeSense
  var steps: [TimeStep]
  /// Index of the named period or holiday that the pattern names.
  var entry = -1
}

/// The compiled tables of `times/`: words, patterns, named periods, holidays, fiscal years.
struct TimeRules: Sendable {
  private(set) var rules: [TimeRule] = []
  private(set) var lexer: TimeLexer
  private(set) var periods: [NamedPeriod] = []
  private(set) var holidays: [Holiday] = []
  /// First month of the fiscal year by state.
  private(set) var fiscalYears: [String: Int] = [:]
  /// Rules that can begin with a word, by word; and with a number, by class.
  private(set) var rulesOfWord: [[Int32]] = []
  private(set) var rulesOfClass: [[Int32]] = []
  /// Of each rule: its style, its first step in the matcher, and the classes it can begin with.
  private(set) var styles: [TimeRule.Style] = []
  private(set) var starts: [Int] = []
  private(set) var firstMasks: [UInt64] = []
  private(set) var matcher: TimeMatcher
  /// Words that no pattern takes alone.
  private(set) var needsMore: [Bool] = []

  init(
    words: [UInt8], rules: [UInt8], periods: [UInt8], holidays: [UInt8], fiscalYears: [UInt8]
  ) throws(CodebookError) {
    var lexicon = try TimeLexicon(words, file: "times/words.tsv")
    for word in TimeLexer.ownWords { _ = lexicon.intern(word) }
    var compiler = TimePatternCompiler()
    var compiled: [TimeRule] = []
    for row in try Table(rules, file: "times/rules.tsv", columns: 5).rows {
      let name = row[0] ?? ""
      let pattern = row[4] ?? ""
      do throws(TimePatternCompiler.Problem) {
        if name.hasPrefix("$") {
          try compiler.define(name, pattern)
          continue
        }
        compiled.append(
          TimeRule(
            name: name, style: TimeRule.Style(rawValue: row[1] ?? "all") ?? .all,
            kind: TimeExpression.Kind(rawValue: row[2] ?? "") ?? .date,
            sense: try TimeRules.sense(row),
            steps: try compiler.compile(pattern, &lexicon)))
      } catch {
        throw CodebookError(row.origin, .badCondition("\(name): \(error)"))
      }
    }
    self.periods = try TimeRules.periods(periods, &compiler, &lexicon, &compiled)
    self.holidays = try TimeRules.holidays(holidays, &compiler, &lexicon, &compiled)
    for row in try Table(fiscalYears, file: "times/fiscal-years.tsv", columns: 2).rows {
      guard let state = row[0], let month = row[1].flatMap({ Int($0) }), (1...12).contains(month)
      else { continue }
      self.fiscalYears[state] = month
    }
    lexicon.seal()
    self.rules = compiled
    lexer = TimeLexer(lexicon)
    styles = compiled.map(\.style)
    var program: [TimeStep] = []
    for rule in compiled {
      let start = program.count
      starts.append(start)
      for step in rule.steps { program.append(step.moved(by: start)) }
    }
    matcher = TimeMatcher(steps: program, lexicon: lexicon)
    index()
  }

  private static func sense(_ row: Table.Row) throws(TimePatternCompiler.Problem) -> TimeSense {
    guard let sense = TimeSense(rawValue: row[3] ?? "") else { throw .unknownName(row[3] ?? "") }
    return sense
  }

  // MARK: First words

  /// Notes for each word and class the rules that may begin with it.
  private mutating func index() {
    rulesOfWord = Array(repeating: [], count: lexer.lexicon.entries.count)
    rulesOfClass = Array(repeating: [], count: TimeClass.allCases.count)
    needsMore = Array(repeating: true, count: lexer.lexicon.entries.count)
    for (number, rule) in rules.enumerated() {
      var mask: UInt64 = 0
      var words: Set<Int> = []
      var seen: Set<Int> = []
      first(rule.steps, 0, &mask, &words, &seen)
      firstMasks.append(mask)
      for (word, entry) in lexer.lexicon.entries.enumerated()
      where entry.mask & mask != 0 || words.contains(word) {
        rulesOfWord[word].append(Int32(number))
        if acceptsAlone(rule.steps, 0, word, entry.mask, isTaken: false) { needsMore[word] = false }
      }
      for kind in TimeClass.allCases where mask & kind.bit != 0 {
        rulesOfClass[Int(kind.rawValue)].append(Int32(number))
      }
    }
  }

  /// Whether a pattern matches a word with nothing after it.
  private func acceptsAlone(
    _ steps: [TimeStep], _ pc: Int, _ word: Int, _ mask: UInt64, isTaken: Bool
  ) -> Bool {
    switch steps[pc] {
    case .kind(let kind, _):
      return !isTaken && mask & kind.bit != 0
        && acceptsAlone(steps, pc + 1, word, mask, isTaken: true)
    case .word(let other):
      return !isTaken && other == word && acceptsAlone(steps, pc + 1, word, mask, isTaken: true)
    case .jump(let target): return acceptsAlone(steps, target, word, mask, isTaken: isTaken)
    case .split(let a, let b):
      return acceptsAlone(steps, a, word, mask, isTaken: isTaken)
        || acceptsAlone(steps, b, word, mask, isTaken: isTaken)
    case .accept: return isTaken
    default: return acceptsAlone(steps, pc + 1, word, mask, isTaken: isTaken)
    }
  }

  private func first(
    _ steps: [TimeStep], _ pc: Int, _ mask: inout UInt64, _ words: inout Set<Int>,
    _ seen: inout Set<Int>
  ) {
    guard seen.insert(pc).inserted else { return }
    switch steps[pc] {
    case .kind(let kind, _): mask |= kind.bit
    case .word(let word): words.insert(word)
    case .jump(let target): first(steps, target, &mask, &words, &seen)
    case .split(let a, let b):
      first(steps, a, &mask, &words, &seen)
      first(steps, b, &mask, &words, &seen)
    case .accept: break
    default: first(steps, pc + 1, &mask, &words, &seen)
    }
  }
}

// MARK: - Named periods and holidays

/// A period or turning point that everybody can look up ("the Cold War").
struct NamedPeriod: Sendable {
  var interval: DateInterval
  var value: String
}

/// A day of the year with a name.
struct Holiday: Sendable {
  enum Rule: Sendable {
    case fixed(month: Int, day: Int)
    /// Days after Easter Sunday of the western churches.
    case easter(Int)
    /// The n-th weekday of a month; -1 is the last.
    case weekday(month: Int, weekday: Int, count: Int)
    /// A month, or a day of a month, of the tabular Islamic calendar; a day more or less.
    case islamic(month: Int, day: Int?)
  }

  var rule: Rule
}

extension TimeRules {
  private static func periods(
    _ bytes: [UInt8], _ compiler: inout TimePatternCompiler, _ lexicon: inout TimeLexicon,
    _ compiled: inout [TimeRule]
  ) throws(CodebookError) -> [NamedPeriod] {
    var periods: [NamedPeriod] = []
    for row in try Table(bytes, file: "times/periods.tsv", columns: 3).rows {
      guard let start = row[1].flatMap({ DateInterval(iso: $0) }),
        let end = row[2].flatMap({ DateInterval(iso: $0) })
      else { throw CodebookError(row.origin, .badCondition((row[1] ?? "") + " " + (row[2] ?? ""))) }
      let isOne = row[1] == row[2]
      let value = isOne ? row[1]! : "\(row[1]!)/\(row[2]!)"
      do throws(TimePatternCompiler.Problem) {
        compiled.append(
          TimeRule(
            name: row[0] ?? "", style: .news, kind: .date, sense: .period,
            steps: try compiler.compile("$beforeperiod ] $edgeof? the? \(row[0] ?? "")", &lexicon),
            entry: periods.count))
      } catch { throw CodebookError(row.origin, .badCondition("\(row[0] ?? ""): \(error)")) }
      periods.append(NamedPeriod(interval: DateInterval(start.start, end.end), value: value))
    }
    return periods
  }

  private static func holidays(
    _ bytes: [UInt8], _ compiler: inout TimePatternCompiler, _ lexicon: inout TimeLexicon,
    _ compiled: inout [TimeRule]
  ) throws(CodebookError) -> [Holiday] {
    var holidays: [Holiday] = []
    for row in try Table(bytes, file: "times/holidays.tsv", columns: 2).rows {
      guard let rule = Holiday.Rule(row[1] ?? "") else {
        throw CodebookError(row.origin, .badCondition(row[1] ?? ""))
      }
      do throws(TimePatternCompiler.Problem) {
        compiled.append(
          TimeRule(
            name: row[0] ?? "", style: .all, kind: .date, sense: .holiday,
            steps: try compiler.compile(
              "( rel:RELATIVE )? \(row[0] ?? "") ( ,? ( of | in )? $year | ( this rel=0 | last rel=-1 | next rel=1 ) year )?",
              &lexicon),
            entry: holidays.count))
      } catch { throw CodebookError(row.origin, .badCondition("\(row[0] ?? ""): \(error)")) }
      holidays.append(Holiday(rule: rule))
    }
    return holidays
  }
}

extension Holiday.Rule {
  /// `12-25`, `easter -2`, `weekday 11 4 4` (month, ISO weekday, count), `islamic 10 1`, `islamic 9`.
  init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    let numbers = parts.dropFirst().compactMap { Int($0) }
    switch (parts.first ?? "", numbers.count) {
    case ("easter", 1): self = .easter(numbers[0])
    case ("weekday", 3):
      self = .weekday(month: numbers[0], weekday: numbers[1], count: numbers[2])
    case ("islamic", 1): self = .islamic(month: numbers[0], day: nil)
    case ("islamic", 2): self = .islamic(month: numbers[0], day: numbers[1])
    default:
      let day = text.split(separator: "-").compactMap { Int($0) }
      guard day.count == 2 else { return nil }
      self = .fixed(month: day[0], day: day[1])
    }
  }

  /// Its days in a year of the Gregorian calendar.
  func days(in year: Int) -> DateInterval? {
    switch self {
    case .fixed(let month, let day):
      return CivilDate(year: year, month: month, day: day).map { DateInterval(day: $0) }
    case .easter(let offset): return DateInterval(day: Holiday.easter(year) + offset)
    case .weekday(let month, let weekday, let count):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      let skip = (weekday - first.weekday + 7) % 7
      if count > 0 { return DateInterval(day: first + (skip + 7 * (count - 1))) }
      let last = first.adding(months: 1) - 1
      return DateInterval(day: last - (last.weekday - weekday + 7) % 7)
    case .islamic(let month, let day): return Holiday.islamic(month, day, in: year)
    }
  }
}

extension Holiday {
  /// Easter Sunday, after the anonymous Gregorian algorithm.
  static func easter(_ year: Int) -> CivilDate {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114
    return CivilDate(year: year, month: f / 31, day: f % 31 + 1)!
  }

  /// The first such month or day of the tabular Islamic calendar that begins in a Gregorian year.
  static func islamic(_ month: Int, _ day: Int?, in year: Int) -> DateInterval? {
    let guess = (year - 622) * 33 / 32
    for islamicYear in (guess - 1)...(guess + 2) where islamicYear > 0 {
      let first = islamicDay(islamicYear, month, day ?? 1)
      guard first.year == year else { continue }
      guard day == nil else { return DateInterval(day: first) }
      return DateInterval(first, islamicDay(islamicYear, month + 1, 1) - 1)
    }
    return nil
  }

  /// Epoch 16 July 622 (Julian), thirty-year cycle with eleven leap years.
  private static func islamicDay(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    let days =
      day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 227014
    // `days` counts from 1 January of the year 1.
    return CivilDate(dayNumber: days - 719_163)
  }
}
