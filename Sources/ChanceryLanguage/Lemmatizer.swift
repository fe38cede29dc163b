/// How a form becomes its lemma: a change of case, bytes cut off the end, bytes put there.
package struct LemmaRule: Hashable, Sendable {
  package enum Case: UInt8, Sendable { case keep, lower, title, capital }

  /// `title` raises the first letter, `capital` also lowers the others.
  package var letters: Case
  package var cut: UInt8
  package var ending: [UInt8]

  package init(letters: Case, cut: UInt8, ending: [UInt8]) {
    self.letters = letters
    self.cut = cut
    self.ending = ending
  }

  package func apply(to form: UnsafeBufferPointer<UInt8>) -> String {
    let kept = max(0, form.count - Int(cut))
    return String(unsafeUninitializedCapacity: kept + ending.count) { out in
      for i in 0..<kept {
        var byte = form[i]
        switch letters {
        case .keep: break
        case .lower: if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
        case .title, .capital:
          if i == 0 && byte >= 0x61 && byte <= 0x7A { byte &= 0xDF }
          if i > 0 && letters == .capital && byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
        }
        out[i] = byte
      }
      for (i, byte) in ending.enumerated() { out[kept + i] = byte }
      return kept + ending.count
    }
  }
}

/// Lemmas by form and tag: the rule learnt for both, else for the form and its word class, else for the
/// longest known ending with the tag.
package struct Lemmatizer: @unchecked Sendable {
  /// The form, its endings of six bytes to one, nothing.
  package static let levelCount = 8
  private let rules: [LemmaRule]
  private let slots: UnsafePointer<UInt64>
  private let slotCount: Int

  package init?(rules bytes: UnsafeRawBufferPointer, table: UnsafeRawBufferPointer) {
    var rules: [LemmaRule] = []
    var i = 0
    while i + 3 <= bytes.count {
      let size = Int(bytes[i + 2])
      guard let letters = LemmaRule.Case(rawValue: bytes[i]), i + 3 + size <= bytes.count else {
        return nil
      }
      rules.append(
        LemmaRule(
          letters: letters, cut: bytes[i + 1], ending: Array(bytes[(i + 3)..<(i + 3 + size)])))
      i += 3 + size
    }
    guard table.count >= 8, table.count % 8 == 0, !rules.isEmpty else { return nil }
    self.rules = rules
    slots = table.baseAddress!.assumingMemoryBound(to: UInt64.self)
    slotCount = table.count / 8
  }

  package static func key(_ part: UInt64, level: UInt64, tag: UInt64) -> UInt64 {
    featureKey(3000 + level, part &* 0x1_0000_0001 &+ tag)
  }

  /// The keys to look up, from the most to the least exact.
  package static func keys(_ word: WordFeatures, tag: UInt64) -> [UInt64] {
    (0..<levelCount).map { key($0, word, tag) }
  }

  @inline(__always)
  private static func key(_ level: Int, _ word: WordFeatures, _ tag: UInt64) -> UInt64 {
    let part =
      switch level {
      case 0: word.form
      case 1: word.suffix6
      case 2: word.suffix5
      case 3: word.suffix4
      case 4: word.suffix3
      case 5: word.suffix2
      case 6: word.suffix1
      default: 0 as UInt64
      }
    return key(part, level: UInt64(level), tag: tag)
  }

  /// The key of a form as a word of a class, whatever its tag.
  package static func classKey(_ word: WordFeatures, _ upos: UPOS) -> UInt64 {
    key(word.form, level: UInt64(levelCount), tag: UInt64(upos.rawValue))
  }

  package func rule(of word: WordFeatures, tag: UInt64, _ upos: UPOS) -> LemmaRule? {
    if let rule = find(Self.key(0, word, tag)) { return rules[rule] }
    if let rule = find(Self.classKey(word, upos)) { return rules[rule] }
    for level in 1..<Self.levelCount {
      if let rule = find(Self.key(level, word, tag)) { return rules[rule] }
    }
    return nil
  }

  package func lemma(
    of form: UnsafeBufferPointer<UInt8>, _ word: WordFeatures, tag: UInt64, _ upos: UPOS
  ) -> String {
    if word.hasDigit {
      return String(
        decoding: Self.isFigure(form) ? form.filter { $0 != 0x2C } : Array(form), as: UTF8.self)
    }
    guard let rule = rule(of: word, tag: tag, upos) else {
      return String(decoding: form, as: UTF8.self)
    }
    if form.contains(0xE2) {
      return Self.plainApostrophes(form).withUnsafeBufferPointer { Self.apply(rule, $0) }
    }
    return Self.apply(rule, form)
  }

  /// The rule's lemma; the form itself where the rule would cut inside a character.
  private static func apply(_ rule: LemmaRule, _ form: UnsafeBufferPointer<UInt8>) -> String {
    let kept = form.count - Int(rule.cut)
    let isWhole = kept >= 0 && (kept == form.count || form[kept] & 0xC0 != 0x80)
    return isWhole ? rule.apply(to: form) : String(decoding: form, as: UTF8.self)
  }

  /// ’s and n’t as rules know them, with the plain apostrophe.
  private static func plainApostrophes(_ form: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var i = 0
    while i < form.count {
      if form[i] == 0xE2, i + 2 < form.count, form[i + 1] == 0x80, form[i + 2] & 0xFE == 0x98 {
        result.append(0x27)
        i += 3
      } else {
        result.append(form[i])
        i += 1
      }
    }
    return result
  }

  /// 1,250.5: digits with commas and stops between them; the commas are no part of the lemma.
  private static func isFigure(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    form.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E } && form.last != 0x2C
  }

  private func find(_ key: UInt64) -> Int? {
    let check = max(key & 0xFFFF_FFFF, 1)
    var at = WeightTable.slot(of: key, slotCount)
    while true {
      let slot = slots[at]
      if slot == 0 { return nil }
      if slot & 0xFFFF_FFFF == check {
        let rule = Int(slot >> 32)
        return rule < rules.count ? rule : nil
      }
      at += 1
      if at == slotCount { at = 0 }
    }
  }

  package static func encode(_ rules: [LemmaRule]) -> [UInt8] {
    rules.flatMap { [$0.letters.rawValue, $0.cut, UInt8($0.ending.count)] + $0.ending }
  }

  package static func encode(_ entries: [(key: UInt64, rule: Int)]) -> [UInt8] {
    let slotCount = max(16, entries.count * 3 / 2)
    var slots = [UInt64](repeating: 0, count: slotCount)
    for (key, rule) in entries {
      let check = max(key & 0xFFFF_FFFF, 1)
      var at = WeightTable.slot(of: key, slotCount)
      while slots[at] != 0 && slots[at] & 0xFFFF_FFFF != check { at = (at + 1) % slotCount }
      if slots[at] == 0 { slots[at] = check | UInt64(rule) << 32 }
    }
    return slots.withUnsafeBytes { Array($0) }
  }
}
