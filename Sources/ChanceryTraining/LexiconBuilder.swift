import ChanceryLanguage

/// The classes and the lexicon of a training set.
struct TrainingLexicon {
  let storage: ModelBytes
  let lexicon: Lexicon

  /// Forms seen once stay unknown, so that training meets unknown words as reading will; of these and of forms
  /// not seen `inflections` tells the tags.
  init(_ sentences: [TreebankSentence], tags: TagSet, inflections: Inflections = Inflections()) {
    struct Facts {
      var counts: [Int: Int] = [:]
      var total = 0
      var capital = 0
    }
    var facts: [UInt64: Facts] = [:]
    var order: [UInt64] = []
    for sentence in sentences {
      for i in 0..<sentence.count {
        let word = WordFeatures(form: sentence.forms[i])
        if facts[word.form] == nil {
          order.append(word.form)
          facts[word.form] = Facts()
        }
        facts[word.form]!.counts[tags.index(sentence, i), default: 0] += 1
        facts[word.form]!.total += 1
        if word.isCapital && i > 0 { facts[word.form]!.capital += 1 }
      }
    }
    var classes: [[Int]: UInt16] = [:]
    var entries: [(form: UInt64, entry: LexiconEntry)] = []
    for form in order {
      let fact = facts[form]!
      guard fact.total >= 2 else { continue }
      let ranked = fact.counts.sorted {
        $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
      }
      let kept = ranked.filter { $0.value * 50 >= fact.total }.map(\.key)
      let key = Array(kept.prefix(4))
      let number = classes[key] ?? UInt16(classes.count + 1)
      classes[key] = number
      let isCertain = fact.total >= 30 && ranked.count == 1
      let bucket =
        fact.capital == 0
        ? 0
        : fact.capital * 4 < fact.total
          ? 1
          : fact.capital * 10 < fact.total * 9 ? 2 : 3
      entries.append(
        (
          form,
          LexiconEntry(
            ambiguity: number, certainTag: isCertain ? UInt8(ranked[0].key) : 255,
            flags: 1 | UInt8(bucket << 1))
        ))
    }
    var listed: [UInt64: [Int]] = [:]
    var listOrder: [UInt64] = []
    for (form, upos) in inflections.forms {
      let hash = WordFeatures(form: form).form
      guard (facts[hash]?.total ?? 0) < 2 else { continue }
      if listed[hash] == nil { listOrder.append(hash) }
      for (number, tag) in tags.tags.enumerated()
      where tag.upos == upos && inflections.lemmas(form, upos, tag.xpos) != nil {
        listed[hash, default: []].append(number)
      }
    }
    for hash in listOrder {
      let key = Array(listed[hash]!.sorted().prefix(4))
      let number = classes[key] ?? UInt16(classes.count + 1)
      classes[key] = number
      entries.append((hash, LexiconEntry(ambiguity: number, certainTag: 255, flags: 0)))
    }
    storage = ModelBytes(copying: Lexicon.encode(entries))
    lexicon = Lexicon(storage.bytes)!
  }

  /// Fills columns with the words of a sentence.
  func load(_ sentence: TreebankSentence, into columns: SentenceColumns) {
    columns.begin(sentence.count)
    for i in 0..<sentence.count {
      let word = WordFeatures(form: sentence.forms[i])
      columns.set(i, word, lexicon[word.form])
    }
    columns.finish()
  }
}

extension SentenceColumns {
  /// Gives the words of the loaded sentence their tags, as tag numbers.
  func setTags(_ numbers: [UInt8]) {
    for (i, number) in numbers.enumerated() { tags[i + Self.pad] = UInt64(number) + 1 }
  }
}

extension WordFeatures {
  init(form: String) {
    var form = form
    self = form.withUTF8 { WordFeatures($0) }
  }
}

/// The joint tags of a training set, in order of first use.
struct TagSet {
  private(set) var tags: [JointTag] = []
  private var numbers: [JointTag: Int] = [:]

  init(_ sentences: [TreebankSentence]) {
    var counts: [JointTag: Int] = [:]
    var order: [JointTag] = []
    for sentence in sentences {
      for i in 0..<sentence.count {
        let tag = JointTag(upos: sentence.upos[i], xpos: sentence.xpos[i])
        if counts[tag] == nil { order.append(tag) }
        counts[tag, default: 0] += 1
      }
    }
    tags = order.filter { counts[$0]! >= 3 }
    for (n, tag) in tags.enumerated() { numbers[tag] = n }
    // A rare pair reads as the commonest pair with its UPOS.
    for tag in order where numbers[tag] == nil {
      let near = tags.filter { $0.upos == tag.upos }.max { counts[$0]! < counts[$1]! }
      numbers[tag] = near.map { numbers[$0]! } ?? 0
    }
  }

  func index(_ sentence: TreebankSentence, _ i: Int) -> Int {
    numbers[JointTag(upos: sentence.upos[i], xpos: sentence.xpos[i])] ?? 0
  }
}
