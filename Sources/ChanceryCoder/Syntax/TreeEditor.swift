import ChanceryLanguage

/// The tokens of a text while their trees are mended, and whether any was changed.
struct TreeEditor {
  private(set) var tokens: [Token]
  private(set) var isChanged = false

  init(_ tokens: [Token]) { self.tokens = tokens }

  subscript(token: Int) -> Token {
    get { tokens[token] }
    set {
      tokens[token] = newValue
      isChanged = true
    }
  }

  /// The first dependent of a token that lies in a range and has one of the relations. Cost: the range.
  func firstChild(of head: Int, in range: Range<Int>, _ relations: Set<Deprel>) -> Int? {
    range.first { tokens[$0].head == head && relations.contains(tokens[$0].deprel) }
  }

  func hasChild(of head: Int, in range: Range<Int>, _ relations: Set<Deprel>) -> Bool {
    firstChild(of: head, in: range, relations) != nil
  }

  /// Whether a token hangs below another, however deep, or is it.
  func isBelow(_ token: Int, _ ancestor: Int) -> Bool { tokens.isBelow(token, ancestor) }

  /// Does nothing where the head hangs below the token: a tree stays a tree.
  mutating func attach(_ token: Int, to head: Int, as relation: Deprel) {
    guard head < 0 || !isBelow(head, token) else { return }
    self[token].head = head
    self[token].deprel = relation
  }

  /// Makes a word the root of its sentence, with a subject below it.
  mutating func makeRoot(_ verb: Int, subject: Int, as relation: Deprel = .nsubj) {
    attach(verb, to: -1, as: .root)
    attach(subject, to: verb, as: relation)
  }
}
