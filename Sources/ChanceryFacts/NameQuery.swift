import ChanceryText

/// "former Pakistani PM Khan" taken apart: the words of the name, and what stands around them.
struct NameQuery {
  /// A title and the offices that it may mean, each with the state where it means that.
  struct Title {
    var text: String
    var offices: [(office: UInt16, state: ShortCode)]
  }

  /// What a word like "former" or "-elect" says of the time of the office.
  enum Tense { case present, past, future }

  /// The words as they stand, without marks around them, and folded.
  private(set) var forms: [String] = []
  private(set) var words: [String] = []
  private(set) var titles: [Title] = []
  private(set) var states: Set<ShortCode> = []
  private(set) var organizations: Set<Int32> = []
  private(set) var tense = Tense.present
  /// Words that belong to the name itself.
  private(set) var name: [Int] = []
  private var endsWithComma: Set<Int> = []

  private static let passing: Set<String> = [
    "the", "of", "for", "to", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "his", "her",
    "excellency", "majesty", "highness", "royal", "acting", "interim", "caretaker", "then",
  ]
  private static let past: Set<String> = ["former", "ex", "late", "past", "outgoing"]
  private static let future: Set<String> = ["elect", "designate", "incoming", "nominee"]

  /// `namesPlaces` false: words that name a state are taken for a person's name ("Prime Minister Holland").
  init(_ text: String, _ facts: FactBase, namesPlaces: Bool = true) {
    split(text)
    takeApart(facts, namesPlaces)
    if name.isEmpty, states.isEmpty && organizations.isEmpty || titles.isEmpty {
      titles = []
      states = []
      organizations = []
      name = Array(words.indices)
    }
  }

  private mutating func split(_ text: String) {
    let marks: Set<UInt8> = [0x22, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F, 0x21, 0x5B, 0x5D]
    for part in text.split(whereSeparator: \.isWhitespace) {
      var bytes = part.utf8[...]
      while let first = bytes.first, marks.contains(first) { bytes.removeFirst() }
      var comma = false
      while let last = bytes.last, marks.contains(last) {
        comma = comma || last == 0x2C
        bytes.removeLast()
      }
      var form = String(Substring(bytes))
      for ending in ["'s", "’s"] where form.hasSuffix(ending) {
        form.removeLast(2)
      }
      guard !form.isEmpty else { continue }
      add(form)
      if comma, !words.isEmpty { endsWithComma.insert(words.count - 1) }
    }
  }

  /// "President-elect" and "ex-PM" are two words.
  private mutating func add(_ form: String) {
    let pieces = form.split(separator: "-").map(String.init)
    let folded = pieces.map { fold($0) }
    let isModified =
      pieces.count == 2
      && (NameQuery.past.contains(folded[0]) || NameQuery.future.contains(folded[1]))
    for piece in isModified ? pieces : [form] {
      forms.append(piece)
      words.append(fold(piece))
    }
  }

  private mutating func takeApart(_ facts: FactBase, _ namesPlaces: Bool) {
    var i = 0
    var isDescribing = false
    while i < words.count {
      if !name.isEmpty, i > 0, endsWithComma.contains(i - 1), name.last == i - 1 {
        isDescribing = true  // "Lavrov, Russian foreign minister"
      }
      if !isDescribing, !name.isEmpty, words[i] != "of", words[i - 1] != "of" {
        name.append(i)
        i += 1
        continue
      }
      if NameQuery.past.contains(words[i]) {
        tense = .past
      } else if NameQuery.future.contains(words[i]) {
        tense = .future
      } else if let (title, count) = title(at: i, facts) {
        titles.append(title)
        i += count
        continue
      } else if namesPlaces, let count = place(at: i, facts) {
        i += count
        continue
      } else if !NameQuery.passing.contains(
        words[i].hasSuffix(".") ? String(words[i].dropLast()) : words[i])
      {
        name.append(i)
      }
      i += 1
    }
  }

  private func title(at start: Int, _ facts: FactBase) -> (Title, Int)? {
    var pieces = NamePieces()
    var sequence = NamePieces.seed
    var found: (head: Int32, count: Int)?
    for i in start..<min(words.count, start + 7) {
      pieces.read(folded: words[i])
      for hash in pieces.pieceHash { sequence = NamePieces.join(sequence, hash) }
      if let head = facts.store.titleHeads[sequence] { found = (head, i - start + 1) }
    }
    guard let found else { return nil }
    var offices: [(UInt16, ShortCode)] = []
    var next = found.head
    while next >= 0 {
      let row = facts.store.titles[Int(next)]
      offices.append((row.office, row.state))
      next = row.next
    }
    let text = forms[start..<start + found.count].joined(separator: " ")
    return (Title(text: text, offices: offices.reversed()), found.count)
  }

  /// A state or organisation that the title belongs to; nil where no other words follow or came before.
  private mutating func place(at start: Int, _ facts: FactBase) -> Int? {
    let matches = facts.names(at: start, in: words, forms: forms)
    guard let longest = matches.first?.wordCount,
      start + longest < words.count || !titles.isEmpty || !name.isEmpty
    else { return nil }
    var isFound = false
    for match in matches where match.wordCount == longest {
      let row = facts.store.entities[Int(match.entity)]
      switch row.kind {
      case .state where match.sense != .capital && match.sense != .metonym:
        states.insert(row.state)
        isFound = true
      case .organization:
        organizations.insert(match.entity)
        isFound = true
      default: break
      }
    }
    return isFound ? longest : nil
  }
}
