import ChanceryLanguage

/// Learns the lemma rules of a treebank: by form and tag, and by ending and tag where that suffices.
struct LemmaTrainer {
  private(set) var rules: [LemmaRule] = []
  private(set) var entries: [(key: UInt64, rule: Int)] = []

  private var numbers: [LemmaRule: Int] = [:]

  /// The treebank tells the rules; `inflections` tells the words that it does not hold and that its rules would
  /// get wrong.
  init(_ sentences: [TreebankSentence], tags: TagSet, inflections: Inflections = Inflections()) {
    let last = Lemmatizer.levelCount - 1
    var seen: Set<UInt64> = []
    var levels = Array(repeating: LemmaCounts(), count: Lemmatizer.levelCount)
    for sentence in sentences {
      for i in 0..<sentence.count where sentence.lemmas[i] != "_" {
        let word = WordFeatures(form: sentence.forms[i])
        let rule = Self.rule(sentence.forms[i], sentence.lemmas[i], sentence.upos[i])
        guard let rule, !word.hasDigit else { continue }
        number(rule)
        let keys = Lemmatizer.keys(word, tag: UInt64(tags.index(sentence, i)) + 1)
        // Endings count different forms: "best" must not teach how "test" ends.
        let isNew = seen.insert(keys[0] &+ UInt64(numbers[rule]!)).inserted
        for level in levels.indices where level == 0 || isNew {
          levels[level].add(keys[level], numbers[rule]!, parent: level < last ? keys[level + 1] : 0)
        }
      }
    }
    select(levels)
    add(inflections, tags: tags, known: Set(levels[0].order))
  }

  @discardableResult
  private mutating func number(_ rule: LemmaRule) -> Int {
    if let known = numbers[rule] { return known }
    numbers[rule] = rules.count
    rules.append(rule)
    return rules.count - 1
  }

  private mutating func add(_ inflections: Inflections, tags: TagSet, known: Set<UInt64>) {
    let learnt = Dictionary(
      entries.map { ($0.key, $0.rule) }, uniquingKeysWith: { first, _ in first })
    for (form, upos) in inflections.forms {
      let word = WordFeatures(form: form)
      let all = inflections.lemmas(form, upos)
      func tells(_ rule: Int?, _ lemmas: [String]) -> Bool {
        let bytes = Array(form.utf8)
        let told = bytes.withUnsafeBufferPointer { bytes in rule.map { rules[$0].apply(to: bytes) }
        }
        return lemmas.contains(told ?? form)
      }
      let tagged = tags.tags.enumerated().filter { $1.upos == upos }.map { number, tag in
        (keys: Lemmatizer.keys(word, tag: UInt64(number) + 1), xpos: tag.xpos)
      }.filter { !known.contains($0.keys[0]) }
      let common = all.contains(form) ? form : all[0]
      guard let commonRule = Self.rule(form, common, upos) else { continue }
      let isNeeded = tagged.contains { keys, xpos in
        let right = inflections.lemmas(form, upos, xpos) ?? [common]
        return !tells(keys.lazy.compactMap { learnt[$0] }.first, right)
      }
      guard isNeeded else { continue }
      entries.append((Lemmatizer.classKey(word, upos), number(commonRule)))
      for (keys, xpos) in tagged {
        guard let right = inflections.lemmas(form, upos, xpos), !right.contains(common),
          let exact = Self.rule(form, right[0], upos)
        else { continue }
        entries.append((keys[0], number(exact)))
      }
    }
  }

  /// Keeps an entry only where the next shorter ending would say something else.
  private mutating func select(_ levels: [LemmaCounts]) {
    let last = Lemmatizer.levelCount - 1
    var said: [UInt64: Int] = [:]
    for level in stride(from: last, through: 0, by: -1) {
      for key in levels[level].order {
        let (rule, count, total) = levels[level].best(key)
        let fallback = level < last ? said[levels[level].parents[key]!] : nil
        let isTrusted = level == 0 || level == last || count >= 2 && count * 10 >= total * 6
        said[key] = isTrusted ? rule : fallback ?? rule
        if isTrusted && fallback != rule { entries.append((key, rule)) }
      }
    }
  }

  /// The rule that makes the lemma of the form, with the longest common beginning.
  static func rule(_ form: String, _ lemma: String, _ upos: UPOS) -> LemmaRule? {
    let target = Array(lemma.utf8)
    var best: LemmaRule?
    var bestCost = Int.max
    let orders: [LemmaRule.Case] =
      upos == .propn ? [.title, .keep, .capital, .lower] : [.lower, .title, .keep, .capital]
    for letters in orders {
      let plain = LemmaRule(letters: letters, cut: 0, ending: [])
      let bytes = Array(form.utf8)
      let cased = Array(bytes.withUnsafeBufferPointer { plain.apply(to: $0) }.utf8)
      var common = 0
      while common < min(cased.count, target.count) && cased[common] == target[common] {
        common += 1
      }
      // Never cut inside a character.
      while common > 0 && common < cased.count && cased[common] & 0xC0 == 0x80
        || common > 0 && common < target.count && target[common] & 0xC0 == 0x80
      { common -= 1 }
      let cost = cased.count - common + target.count - common
      guard cost < bestCost, cased.count - common < 256, target.count - common < 256 else {
        continue
      }
      bestCost = cost
      best = LemmaRule(
        letters: letters, cut: UInt8(cased.count - common), ending: Array(target[common...]))
    }
    return best
  }
}

private struct LemmaCounts {
  var order: [UInt64] = []
  var parents: [UInt64: UInt64] = [:]
  private var counts: [UInt64: [Int: Int]] = [:]

  mutating func add(_ key: UInt64, _ rule: Int, parent: UInt64) {
    if counts[key] == nil {
      order.append(key)
      parents[key] = parent
    }
    counts[key, default: [:]][rule, default: 0] += 1
  }

  func best(_ key: UInt64) -> (rule: Int, count: Int, total: Int) {
    let all = counts[key]!
    let best = all.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }!
    return (best.key, best.value, all.values.reduce(0, +))
  }
}
