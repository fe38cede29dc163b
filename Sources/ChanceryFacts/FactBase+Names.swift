import ChanceryText

extension FactBase {
  /// What a metonym is properly called ("Foggy Bottom": "US Department of State"); nil where its words are its name.
  public func officialName(ofMetonym words: [String], state: String) -> String? {
    guard let code = ShortCode(state) else { return nil }
    var pieces = NamePieces()
    var sequence = NamePieces.seed
    for word in words {
      pieces.read(folded: word)
      for hash in pieces.pieceHash { sequence = NamePieces.join(sequence, hash) }
    }
    let key = NamePieces.join(UInt64(code.raw), sequence)
    return store.officialNames[key].map(store.string)
  }

  /// All names that begin at `words[index]`, whatever their letters' case; names that are told from a common word by
  /// their letters alone ("US", "WHO") are left out. See `names(at:in:forms:)`.
  public func names(at index: Int, in words: [String]) -> [NameMatch] {
    matches(at: index, in: words, forms: nil)
  }

  /// All names that begin at `words[index]`: longest first, then by sense, kind, population and id.
  ///
  /// `words` are folded (`fold`), `forms` the same words as they stand in the text. Hyphens between words may be
  /// words of their own or not. A capitalised name is found only where its first word is capitalised too; names of
  /// groups, media and initiatives need all their capitals; acronyms of two or three letters need capitals throughout.
  /// Cost: one hash look-up for each word that some name begins with.
  public func names(at index: Int, in words: [String], forms: [String]) -> [NameMatch] {
    matches(at: index, in: words, forms: forms)
  }

  private func matches(at index: Int, in words: [String], forms: [String]?) -> [NameMatch] {
    var pieces = NamePieces()
    var found: [NameMatch] = []
    var sequence = NamePieces.seed
    var seen = Capitals()
    search: for i in index..<words.count {
      pieces.read(folded: words[i])
      if pieces.pieceHash.isEmpty {
        if i == index { break }
        continue
      }
      if let forms { seen.add(forms[i], pieces.pieceHash.count) }
      var head: Int32 = -1
      for hash in pieces.pieceHash {
        sequence = NamePieces.join(sequence, hash)
        guard let next = store.names.head(sequence) else { break search }
        head = next
      }
      while head >= 0 {
        let entry = store.names.entries[Int(head)]
        head = entry.next
        let fits = forms.map { entry.fits(seen, firstForm: $0[index]) } ?? (entry.form == 0)
        if fits { found.append(match(entry, i - index + 1)) }
      }
    }
    if found.count > 1 { found.sort(by: precedes) }
    return found
  }

  private func match(_ entry: NameEntry, _ wordCount: Int) -> NameMatch {
    func date(_ day: Int32) -> CivilDate? {
      day == NameEntry.noDay ? nil : CivilDate(dayNumber: Int(day))
    }
    return NameMatch(
      wordCount: wordCount, entity: entry.entity, sense: NameSense.codes[Int(entry.sense)],
      sector: ShortCode(raw: entry.sector).text, from: date(entry.from), to: date(entry.to),
      isWeak: entry.rules.contains(.weak))
  }

  private func precedes(_ a: NameMatch, _ b: NameMatch) -> Bool {
    if a.wordCount != b.wordCount { return a.wordCount > b.wordCount }
    func rank(_ match: NameMatch) -> (Int, Int, Int, Int, Int) {
      let row = store.entities[Int(match.entity)]
      let kinds: [Entity.Kind] = [
        .state, .organization, .group, .person, .place, .initiative, .medium,
      ]
      return (
        NameSense.codes.firstIndex(of: match.sense)!, kinds.firstIndex(of: row.kind)!,
        -Int(row.population), Int(match.entity), match.from?.dayNumber ?? Int.min
      )
    }
    return rank(a) < rank(b)
  }
}

/// How the pieces of the words seen so far are written.
struct Capitals {
  /// One bit for each of the first eight pieces.
  var bits: UInt8 = 0
  /// The first word has no small letter.
  var firstIsUpper = false
  private var pieceCount = 0

  mutating func add(_ form: String, _ pieces: Int) {
    var form = form
    form.withUTF8 { bytes in
      if pieceCount == 0 { firstIsUpper = !bytes.contains { (0x61...0x7A).contains($0) } }
      if pieceCount < 8 { bits |= NameIndex.capitals(of: bytes) << UInt8(pieceCount) }
    }
    pieceCount += pieces
  }
}

extension NameEntry {
  func fits(_ seen: Capitals, firstForm: String) -> Bool {
    if rules.contains(.exact) {
      var first = firstForm
      if first.withUTF8({ NameForm.hash($0) }) != form { return false }
    }
    if rules.contains(.acronym), !seen.firstIsUpper { return false }
    if rules.contains(.everyCapital) { return capitals & ~seen.bits == 0 }
    let first = capitals & (~capitals &+ 1)
    return first & ~seen.bits == 0
  }
}
