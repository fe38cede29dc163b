/// Reads `.frames` files.
struct FrameReader {
  static let keys = [
    "frame", "type", "context", "cameo", "tier", "actor", "recipient", "scheme", "verb", "noun",
    "adj", "needs", "status", "complement", "foreign", "domestic", "scope", "matches", "rejects",
    "wish",
  ]
  static let types = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]
  static let statuses = ["occurred", "ongoing", "planned", "possible", "cancelled", "denied"]
  static let syntacticSlots: Set<String> = [
    "subj", "obj", "iobj", "xcomp", "ccomp", "poss", "mod", "prt", "when", "adv", "victim",
    "purpose",
  ]

  let sets: [String: Set<String>]
  private(set) var frames: [Frame] = []
  private(set) var predicates: [Predicate] = []

  init(sets: [String: Set<String>]) { self.sets = sets }

  /// Adds the frames of one file. A frame of the same name as an earlier file's replaces it.
  mutating func read(_ text: String, file: String) throws(CodebookError) {
    var current: Frame?
    var pending: [Predicate] = []
    var seen: Set<String> = []
    var line = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let content = stripped(raw)
      if content.isEmpty || content.hasPrefix("#") { continue }
      let origin = Origin(file: file, line: line)
      let key = String(content.prefix { $0 != " " && $0 != "\t" })
      let value = stripped(content.dropFirst(key.count))
      if key == "frame" {
        try close(&current, &pending)
        if !seen.insert(String(value)).inserted {
          throw CodebookError(origin, .duplicateFrame(String(value)))
        }
        current = Frame(name: String(value), type: "", origin: origin)
        continue
      }
      guard Self.keys.contains(key) else {
        throw CodebookError(origin, .unknownKey(key, near: nearest(key, in: Self.keys)))
      }
      guard var frame = current else { throw CodebookError(origin, .missingFrame(key: key)) }
      if let part = Predicate.PartOfSpeech(rawValue: key) {
        pending += try readPredicates(value, part, origin)
      } else {
        try apply(key, value, to: &frame, origin)
        current = frame
      }
    }
    try close(&current, &pending)
  }

  private mutating func close(_ current: inout Frame?, _ pending: inout [Predicate])
    throws(CodebookError)
  {
    guard let frame = current else { return }
    if frame.type.isEmpty {
      throw CodebookError(frame.origin, .missing(key: "type", frame: frame.name))
    }
    var index = frames.count
    if let old = frames.firstIndex(where: { $0.name == frame.name }) {
      index = old
      frames[old] = frame
      predicates.removeAll { $0.frame == old }
    } else {
      frames.append(frame)
    }
    for var predicate in pending {
      predicate.frame = index
      predicates.append(predicate)
    }
    pending = []
    current = nil
  }

  private func apply(_ key: String, _ value: Substring, to frame: inout Frame, _ origin: Origin)
    throws(CodebookError)
  {
    switch key {
    case "type":
      let parts = value.split(separator: "/", maxSplits: 1).map(String.init)
      frame.type = try allowed(parts.first ?? "", in: Self.types, key: key, origin)
      frame.mode = parts.count > 1 ? parts[1] : nil
      switch frame.type {
      case "REQUEST", "REJECT", "THREATEN": frame.complement = .absorbs
      case "AGREE": frame.complement = .yields
      default: break
      }
    case "context": frame.contexts = value.split(separator: " ").map(String.init)
    case "cameo": frame.cameo = String(value)
    case "tier":
      frame.tier = Frame.Tier(
        rawValue: try allowed(value, in: Frame.Tier.allCases.map(\.rawValue), key: key, origin))!
    case "needs":
      frame.needs = Frame.Needs(
        rawValue: try allowed(value, in: Frame.Needs.allCases.map(\.rawValue), key: key, origin))!
    case "complement":
      frame.complement = Frame.Complement(
        rawValue: try allowed(
          value, in: Frame.Complement.allCases.map(\.rawValue), key: key, origin))!
    case "status": frame.status = try allowed(value, in: Self.statuses, key: key, origin)
    case "domestic": frame.isDomestic = true
    case "scope":
      frame.isBroad = try allowed(value, in: ["interstate", "all"], key: key, origin) == "all"
    case "foreign": frame.isDomestic = false
    case "actor": frame.actor = try readRole(value, origin) ?? RolePath([])
    case "recipient": frame.recipient = try readRole(value, origin)
    case "scheme": try applyScheme(value, to: &frame, origin)
    case "matches": frame.matches.append(try readExample(value, origin, expectsParties: true))
    case "wish": frame.wishes.append(try readExample(value, origin, expectsParties: true))
    case "rejects": frame.rejects.append(try readExample(value, origin, expectsParties: false))
    default: break
    }
  }

  private func applyScheme(_ value: Substring, to frame: inout Frame, _ origin: Origin)
    throws(CodebookError)
  {
    switch try allowed(value, in: ["mutual", "visit", "directed"], key: "scheme", origin) {
    case "mutual":
      frame.isMutual = true
      frame.actor = .mutual
      frame.recipient = nil
    case "visit":
      frame.actor = .visitor
      frame.recipient = .host
    default: break
    }
  }

  private func allowed(
    _ value: some StringProtocol, in values: [String], key: String, _ origin: Origin
  ) throws(CodebookError) -> String {
    let value = String(value)
    guard values.contains(value) else {
      throw CodebookError(
        origin,
        .unknownValue(key: key, value: value, near: nearest(value, in: values), allowed: values))
    }
    return value
  }

  private func readRole(_ value: Substring, _ origin: Origin) throws(CodebookError) -> RolePath? {
    if value == "-" { return nil }
    let all = value.contains("+")
    var slots: [String] = []
    for part in value.split(whereSeparator: { $0 == "|" || $0 == "+" }) {
      slots.append(try readSlot(stripped(part), origin))
    }
    return RolePath(slots, takesAll: all)
  }

  private func readSlot(_ name: Substring, _ origin: Origin) throws(CodebookError) -> String {
    let fine = !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 }
    guard fine else {
      throw CodebookError(
        origin,
        .unknownSlot(
          String(name), near: nearest(String(name), in: Self.syntacticSlots.sorted())))
    }
    return String(name)
  }

  private func readPredicates(
    _ value: Substring, _ part: Predicate.PartOfSpeech, _ origin: Origin
  ) throws(CodebookError) -> [Predicate] {
    var result: [Predicate] = []
    for item in value.split(separator: ",") {
      let words = item.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard let lemma = words.first else { continue }
      var conditions: [Condition] = []
      for word in words.dropFirst() { conditions.append(try readCondition(word, origin)) }
      result.append(
        Predicate(
          lemma: String(lemma), partOfSpeech: part, conditions: conditions, frame: -1,
          line: origin.line))
    }
    return result
  }

  private func readCondition(_ word: Substring, _ origin: Origin) throws(CodebookError)
    -> Condition
  {
    let source = String(word)
    if word.hasPrefix("+") || word.hasPrefix("-") {
      let slot = try readSlot(word.dropFirst(), origin)
      return Condition(slot: slot, test: word.hasPrefix("+") ? .filled : .empty, source: source)
    }
    if let colon = word.firstIndex(of: ":") {
      let negative = word[..<colon].hasSuffix("!")
      let slot = try readSlot(negative ? word[..<colon].dropLast() : word[..<colon], origin)
      let name = String(word[word.index(after: colon)...])
      let kinds = Condition.Kind.allCases.map(\.rawValue)
      let kind = Condition.Kind(rawValue: try allowed(name, in: kinds, key: slot, origin))!
      return Condition(slot: slot, test: negative ? .notKind(kind) : .kind(kind), source: source)
    }
    guard let sign = word.firstIndex(of: "=") else {
      throw CodebookError(origin, .badCondition(source))
    }
    let negative = word[..<sign].hasSuffix("!")
    let slot = try readSlot(negative ? word[..<sign].dropLast() : word[..<sign], origin)
    var words: Set<String> = []
    for item in word[word.index(after: sign)...].split(separator: "|") {
      if item.hasPrefix("$") {
        let name = String(item.dropFirst())
        guard let set = sets[name] else {
          throw CodebookError(
            origin, .unknownSet(name, near: nearest(name, in: sets.keys.sorted())))
        }
        words.formUnion(set)
      } else {
        words.insert(String(item))
      }
    }
    if words.isEmpty { throw CodebookError(origin, .badCondition(source)) }
    return Condition(slot: slot, test: negative ? .notWord(words) : .word(words), source: source)
  }

  private func readExample(_ value: Substring, _ origin: Origin, expectsParties: Bool)
    throws(CodebookError) -> Frame.Example
  {
    guard value.hasPrefix("\""), let close = value.dropFirst().lastIndex(of: "\"") else {
      throw CodebookError(origin, .badExample(String(value)))
    }
    let text = String(value[value.index(after: value.startIndex)..<close])
    var example = Frame.Example(text: text, line: origin.line)
    let rest = value[value.index(after: close)...]
    guard expectsParties else { return example }
    guard let arrow = rest.firstIndex(of: ">") else {
      throw CodebookError(origin, .badExample(String(value)))
    }
    func codes(_ part: Substring) -> [String] {
      part.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    }
    example.actors = codes(rest[..<arrow])
    var right = codes(rest[rest.index(after: arrow)...])
    if let last = right.last, Self.statuses.contains(last) {
      example.status = last
      right.removeLast()
    }
    example.recipients = right
    return example
  }
}

/// Without blanks at either end.
func stripped(_ text: some StringProtocol) -> Substring {
  var part = Substring(text)
  while let first = part.first, first == " " || first == "\t" || first == "\r" {
    part.removeFirst()
  }
  while let last = part.last, last == " " || last == "\t" || last == "\r" { part.removeLast() }
  return part
}
