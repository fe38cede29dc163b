import ChanceryCodebook

/// What a pattern notes about the words it matched; the names before `:` and `=` in patterns.
enum TimeSlot: Int, Sendable, CaseIterable {
  /// Year, month, day of a date; `y2` … of the end of a range.
  case y, m, d, y2, m2, d2
  case wd, dec, cent, s, q, h, part, clock, hour, zone, era, ap, min
  /// Edge ("early"), unit, second unit, count, its hundredths, second count, vague count.
  case edge, u, n, frac, n2, x
  /// Offset from the publication date, offset from the expression before, fixed reference.
  case rel, trel, ref, hol, set, dir, fy
  /// First and last piece of the two ends of a range.
  case e1, b2

  static let names: [String: TimeSlot] = Dictionary(
    uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })
}

/// Values of the slots of one match; absent ones are `TimeCapture.none`.
struct TimeCapture: Sendable {
  static let none = Int32.min
  private var values = SIMD64<Int32>(repeating: TimeCapture.none)

  subscript(_ slot: TimeSlot) -> Int? {
    get {
      let value = values[slot.rawValue]
      return value == TimeCapture.none ? nil : Int(value)
    }
    set { values[slot.rawValue] = newValue.map { Int32(clamping: $0) } ?? TimeCapture.none }
  }

  func has(_ slot: TimeSlot) -> Bool { values[slot.rawValue] != TimeCapture.none }
}

/// One step of a compiled pattern.
enum TimeStep: Sendable {
  /// A piece of this class; its value goes to the slot.
  case kind(TimeClass, TimeSlot?)
  case word(Int)
  /// The next piece follows without blank.
  case glue
  /// The next piece does not follow without blank.
  case loose
  case set(TimeSlot, Int)
  /// Notes the place: the number of the piece before (`e1`) or next (`b2`).
  case mark(TimeSlot)
  /// Goes on at both places, the first preferred.
  case split(Int, Int)
  case jump(Int)
  /// The next piece must not be this.
  case notWord(Int)
  case notKind(TimeClass)
  /// The piece before the match must, or must not, be this.
  case before(Int)
  case notBefore(Int)
  case beforeKind(TimeClass)
  case notBeforeKind(TimeClass)
  case accept

  /// The same step in a program that begins so much earlier.
  func moved(by offset: Int) -> TimeStep {
    switch self {
    case .split(let a, let b): .split(a + offset, b + offset)
    case .jump(let a): .jump(a + offset)
    default: self
    }
  }
}

/// Compiles the patterns of `rules.tsv`.
///
/// A pattern is words in lower case and classes in upper case, separated by blanks. `y:YEAR` notes the value of
/// the piece, `n=1` notes a number, `( a | b )` chooses, `?` after an element makes it optional, `$NAME` stands
/// for a pattern named before, `~` demands that the next piece follows without blank, `!x` that it is not x,
/// `<x` and `<!x` look at the piece before, `[` and `]` mark the end of the first and the start of the second
/// part of a range.
struct TimePatternCompiler {
  var macros: [String: [Substring]] = [:]
  private var steps: [TimeStep] = []
  private var items: [Substring] = []
  private var place = 0

  enum Problem: Error {
    case unknownName(String)
    case unbalanced
  }

  /// Names a pattern for later ones.
  mutating func define(_ name: String, _ pattern: String) throws(Problem) {
    macros[name] = try expand(pattern)
  }

  mutating func compile(_ pattern: String, _ lexicon: inout TimeLexicon) throws(Problem)
    -> [TimeStep]
  {
    items = try expand(pattern)
    steps = []
    place = 0
    try alternatives(&lexicon)
    guard place == items.count else { throw .unbalanced }
    steps.append(.accept)
    return steps
  }

  private func expand(_ pattern: String) throws(Problem) -> [Substring] {
    var result: [Substring] = []
    for item in pattern.split(separator: " ") {
      guard item.first == "$" else {
        result.append(item)
        continue
      }
      let isOptional = item.last == "?"
      let name = String(isOptional ? item.dropLast() : item)
      guard let body = macros[name] else { throw .unknownName(name) }
      result += ["("] + body + [isOptional ? ")?" : ")"]
    }
    return result
  }

  private mutating func alternatives(_ lexicon: inout TimeLexicon) throws(Problem) {
    var exits: [Int] = []
    while true {
      let start = steps.count
      try sequence(&lexicon)
      guard place < items.count, items[place] == "|" else { break }
      place += 1
      steps.insert(.split(0, 0), at: start)
      shift(from: start, by: 1)
      steps.append(.jump(0))
      exits.append(steps.count - 1)
      steps[start] = .split(start + 1, steps.count)
    }
    for exit in exits { steps[exit] = .jump(steps.count) }
  }

  /// Moves the targets of the steps after an inserted one.
  private mutating func shift(from start: Int, by count: Int) {
    for i in (start + 1)..<steps.count {
      switch steps[i] {
      case .split(let a, let b): steps[i] = .split(a + count, b + count)
      case .jump(let a): steps[i] = .jump(a + count)
      default: break
      }
    }
  }

  private mutating func sequence(_ lexicon: inout TimeLexicon) throws(Problem) {
    while place < items.count, items[place] != "|", !items[place].hasPrefix(")") {
      var item = items[place]
      place += 1
      let start = steps.count
      var isOptional = false
      if item == "(" {
        try alternatives(&lexicon)
        guard place < items.count, items[place].hasPrefix(")") else { throw .unbalanced }
        isOptional = items[place] == ")?"
        place += 1
      } else {
        if item.count > 1, item.last == "?" {
          isOptional = true
          item = item.dropLast()
        }
        steps.append(try step(item, &lexicon))
      }
      if isOptional {
        steps.insert(.split(0, 0), at: start)
        shift(from: start, by: 1)
        steps[start] = .split(start + 1, steps.count)
      }
    }
  }

  private func step(_ item: Substring, _ lexicon: inout TimeLexicon) throws(Problem) -> TimeStep {
    switch item {
    case "~": return .glue
    case "_": return .loose
    case "[": return .mark(.e1)
    case "]": return .mark(.b2)
    default: break
    }
    if item.first == "\\" { return .word(lexicon.intern(String(item.dropFirst()))) }
    if item.hasPrefix("<!") {
      let name = item.dropFirst(2)
      return try kind(name).map { .notBeforeKind($0) } ?? .notBefore(lexicon.intern(String(name)))
    }
    if item.hasPrefix("<") {
      let name = item.dropFirst()
      return try kind(name).map { .beforeKind($0) } ?? .before(lexicon.intern(String(name)))
    }
    if item.hasPrefix("!") {
      let name = item.dropFirst()
      return try kind(name).map { .notKind($0) } ?? .notWord(lexicon.intern(String(name)))
    }
    if item.count > 2, let equals = item.firstIndex(of: "=") {
      guard let slot = TimeSlot.names[String(item[..<equals])],
        let value = Int(item[item.index(after: equals)...])
      else { throw .unknownName(String(item)) }
      return .set(slot, value)
    }
    if item.count > 2, let mark = item.firstIndex(of: ":") {
      guard let slot = TimeSlot.names[String(item[..<mark])],
        let kind = try kind(item[item.index(after: mark)...])
      else { throw .unknownName(String(item)) }
      return .kind(kind, slot)
    }
    return try kind(item).map { .kind($0, nil) } ?? .word(lexicon.intern(String(item)))
  }

  private func kind(_ name: Substring) throws(Problem) -> TimeClass? {
    guard let first = name.utf8.first, (0x41...0x5A).contains(first) else { return nil }
    guard let kind = TimeClass.names[String(name)] else { throw .unknownName(String(name)) }
    return kind
  }
}

/// Runs patterns over the pieces of a sentence.
struct TimeMatcher {
  private let steps: [TimeStep]
  private let lexicon: TimeLexicon
  /// What can come next at each step.
  private let openings: [Opening]

  /// A sieve before a branch is tried: classes, words (by their low six bits), or nothing at all.
  private struct Opening {
    var classes: UInt64 = 0
    var words: UInt64 = 0
    var acceptsNothing = false
  }

  init(steps: [TimeStep], lexicon: TimeLexicon) {
    self.steps = steps
    self.lexicon = lexicon
    var openings = [Opening](repeating: Opening(), count: steps.count)
    // Targets lie ahead, so one pass from the end suffices.
    for pc in steps.indices.reversed() {
      switch steps[pc] {
      case .kind(let kind, _): openings[pc].classes = kind.bit
      case .word(let word): openings[pc].words = 1 << UInt64(word & 63)
      case .accept: openings[pc].acceptsNothing = true
      case .jump(let target): openings[pc] = openings[target]
      case .split(let a, let b):
        openings[pc].classes = openings[a].classes | openings[b].classes
        openings[pc].words = openings[a].words | openings[b].words
        openings[pc].acceptsNothing = openings[a].acceptsNothing || openings[b].acceptsNothing
      default: openings[pc] = openings[pc + 1]
      }
    }
    self.openings = openings
  }

  @inline(__always) private func canGoOn(_ list: [TimeLex], _ place: Int, _ pc: Int) -> Bool {
    let opening = openings[pc]
    if opening.acceptsNothing { return true }
    guard place < list.count else { return false }
    let piece = list[place]
    return piece.mask & opening.classes != 0
      || piece.word >= 0 && opening.words & (1 << UInt64(piece.word & 63)) != 0
  }

  /// The longest match that begins at a piece.
  func match(
    _ list: [TimeLex], at start: Int, from first: Int
  ) -> (end: Int, capture: TimeCapture)? {
    guard canGoOn(list, start, first) else { return nil }
    var best: (end: Int, capture: TimeCapture)?
    var budget = 400
    run(list, start, start, first, TimeCapture(), &best, &budget)
    return best
  }

  private func run(
    _ list: [TimeLex], _ start: Int, _ from: Int, _ first: Int, _ given: TimeCapture,
    _ best: inout (end: Int, capture: TimeCapture)?, _ budget: inout Int
  ) {
    var place = from
    var pc = first
    var capture = given
    while budget > 0 {
      budget -= 1
      switch steps[pc] {
      case .kind(let kind, let slot):
        guard place < list.count, list[place].mask & kind.bit != 0 else { return }
        if let slot { note(list[place], kind, slot, &capture) }
        place += 1
      case .word(let word):
        guard place < list.count, list[place].word == word else { return }
        place += 1
      case .glue: guard place < list.count, list[place].isGlued else { return }
      case .loose: guard place >= list.count || !list[place].isGlued else { return }
      case .set(let slot, let value): capture[slot] = value
      case .mark(let slot): capture[slot] = slot == .e1 ? place - 1 - start : place - start
      case .jump(let target):
        pc = target
        continue
      case .split(let a, let b):
        if !canGoOn(list, place, b) {
          pc = a
          continue
        }
        if canGoOn(list, place, a) { run(list, start, place, a, capture, &best, &budget) }
        pc = b
        continue
      case .notWord(let word): if place < list.count, list[place].word == word { return }
      case .notKind(let kind): if place < list.count, list[place].mask & kind.bit != 0 { return }
      case .before(let word): guard start > 0, list[start - 1].word == word else { return }
      case .notBefore(let word): if start > 0, list[start - 1].word == word { return }
      case .beforeKind(let kind):
        guard start > 0, list[start - 1].mask & kind.bit != 0 else { return }
      case .notBeforeKind(let kind): if start > 0, list[start - 1].mask & kind.bit != 0 { return }
      case .accept:
        if place > start, best == nil || place > best!.end { best = (place, capture) }
        return
      }
      pc += 1
    }
  }

  private func note(
    _ piece: TimeLex, _ kind: TimeClass, _ slot: TimeSlot, _ capture: inout TimeCapture
  ) {
    let isWordValue = piece.word >= 0 && !piece.isDigits && kind != .number
    capture[slot] = isWordValue ? lexicon.value(of: piece.word, as: kind) : piece.value
    if slot == .n, piece.hundredths > 0 { capture[.frac] = piece.hundredths }
  }
}
