import ChanceryLanguage
import ChanceryText

/// Scores against a treebank, as the CoNLL 2018 shared task counts them: relations without subtypes,
/// punctuation included.
public struct Evaluation: Sendable {
  /// Right, given and wanted counts of one measure.
  public struct Count: Sendable {
    public var right = 0
    public var given = 0
    public var wanted = 0

    /// F1 in percent; accuracy where as many are given as wanted.
    public var percent: Double {
      given + wanted == 0 ? 0 : 200 * Double(right) / Double(given + wanted)
    }
  }

  public var tokens = Count()
  public var sentences = Count()
  public var upos = Count()
  public var xpos = Count()
  public var lemma = Count()
  public var uas = Count()
  public var las = Count()
  /// Relations with their subtypes.
  public var fullLAS = Count()

  /// Scores trees for the words of the treebank.
  public init(reader: LanguageReader, words gold: [TreebankSentence]) {
    let gold = gold.filter { $0.count > 0 }
    let parsed = reader.annotate(forms: gold.map(\.forms))
    var all = 0
    for (s, sentence) in gold.enumerated() {
      let first = parsed.sentences[s].tokens.lowerBound
      for i in 0..<sentence.count {
        let head = sentence.heads[i] < 0 ? -1 : first + sentence.heads[i]
        compare(
          parsed.tokens[first + i], sentence, i, sameHead: parsed.tokens[first + i].head == head)
      }
      all += sentence.count
    }
    finish(given: all, wanted: all)
    tokens = Count(right: all, given: all, wanted: all)
    sentences = Count(right: gold.count, given: gold.count, wanted: gold.count)
  }

  /// Scores reading from running text: words count where their characters are the same.
  public init(reader: LanguageReader, raw gold: [ConlluSentence]) {
    let source = RawTreebank(gold)
    let text = SourceText(source.text)
    let parsed = reader.read(text, in: [ByteSpan(0, text.byteCount)])
    let offsets = RawTreebank.solidOffsets(text.bytes)
    var given: [Span: Int] = [:]
    for (t, token) in parsed.tokens.enumerated() {
      given[Span(offsets[token.span.start], offsets[token.span.end])] = t
    }
    let headSpan = { (t: Int) -> Span? in
      let head = parsed.tokens[t].head
      guard head >= 0 else { return nil }
      let span = parsed.tokens[head].span
      return Span(offsets[span.start], offsets[span.end])
    }
    for (s, sentence) in source.sentences.enumerated() {
      for i in 0..<sentence.count {
        guard let t = given[source.spans[s][i]] else { continue }
        tokens.right += 1
        let head = sentence.heads[i] < 0 ? nil : source.spans[s][sentence.heads[i]]
        compare(parsed.tokens[t], sentence, i, sameHead: headSpan(t) == head)
      }
    }
    let wanted = source.sentences.reduce(0) { $0 + $1.count }
    finish(given: parsed.tokens.count, wanted: wanted)
    tokens.given = parsed.tokens.count
    tokens.wanted = wanted
    let ends = Set(parsed.sentences.map { Span(offsets[$0.span.start], offsets[$0.span.end]) })
    for spans in source.spans where ends.contains(Span(spans[0].start, spans[spans.count - 1].end))
    {
      sentences.right += 1
    }
    sentences.given = parsed.sentences.count
    sentences.wanted = source.sentences.count
  }

  private mutating func compare(
    _ token: Token, _ sentence: TreebankSentence, _ i: Int, sameHead: Bool
  ) {
    if token.upos == sentence.upos[i] { upos.right += 1 }
    if token.xpos == sentence.xpos[i] { xpos.right += 1 }
    if sentence.lemmas[i] == "_" || token.lemma == sentence.lemmas[i] { lemma.right += 1 }
    guard sameHead else { return }
    uas.right += 1
    if token.deprel.universal == sentence.deprels[i].universal { las.right += 1 }
    if token.deprel == sentence.deprels[i] { fullLAS.right += 1 }
  }

  private mutating func finish(given: Int, wanted: Int) {
    for path in [\Evaluation.upos, \.xpos, \.lemma, \.uas, \.las, \.fullLAS] {
      self[keyPath: path].given = given
      self[keyPath: path].wanted = wanted
    }
  }

  /// The scores in one line.
  public var line: String {
    let parts: [(String, Count)] = [
      ("tokens", tokens), ("sentences", sentences), ("UPOS", upos), ("XPOS", xpos),
      ("lemma", lemma), ("UAS", uas), ("LAS", las), ("LAS+subtypes", fullLAS),
    ]
    return parts.map { "\($0.0) \(Self.hundredths($0.1.percent))" }.joined(separator: "  ")
  }

  private static func hundredths(_ value: Double) -> String {
    let n = Int((value * 100).rounded())
    return "\(n / 100).\(n % 100 / 10)\(n % 10)"
  }
}

/// Characters `[start, end)` of a text without its white space.
struct Span: Hashable {
  var start: Int
  var end: Int

  init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// A treebank as running text, with the place of each word in it.
struct RawTreebank {
  var text = ""
  var sentences: [TreebankSentence] = []
  var spans: [[Span]] = []

  init(_ gold: [ConlluSentence]) {
    var offset = 0
    for sentence in gold {
      let tree = TreebankSentence(sentence)
      guard tree.count > 0, let line = sentence.comment("text") else { continue }
      let opensBlock = sentence.comments.contains {
        $0.hasPrefix("# newpar") || $0.hasPrefix("# newdoc")
      }
      text += text.isEmpty ? "" : opensBlock ? "\n\n" : " "
      text += line
      sentences.append(tree)
      spans.append(Self.place(sentence, &offset))
    }
  }

  private static func size(_ form: String) -> Int { solidOffsets(Array(form.utf8)).last! }

  private static func place(_ sentence: ConlluSentence, _ offset: inout Int) -> [Span] {
    var result: [Span] = []
    var multiwordEnd = -1
    var multiword = Span(0, 0)
    var inside: [Int] = []
    for (r, row) in sentence.rows.enumerated() {
      if row.isMultiword {
        let ids = row.id.split(separator: "-").compactMap { Int($0) }
        multiwordEnd = ids[1]
        multiword = Span(offset, offset + size(row.form))
        let parts = sentence.rows[(r + 1)...].filter(\.isWord).prefix(ids[1] - ids[0] + 1)
        inside = parts.map { size($0.form) }
        if inside.reduce(0, +) != size(row.form) { inside = [] }
        continue
      }
      guard row.isWord, let id = Int(row.id) else { continue }
      if id <= multiwordEnd && inside.isEmpty {
        result.append(multiword)
        offset = multiword.end
      } else {
        let length = size(row.form)
        result.append(Span(offset, offset + length))
        offset += length
      }
    }
    return result
  }

  /// For each byte offset, how many bytes before it are not white space.
  static func solidOffsets(_ bytes: [UInt8]) -> [Int] {
    var result = [Int](repeating: 0, count: bytes.count + 1)
    var i = 0
    var solid = 0
    while i < bytes.count {
      let (character, next) = TextCharacter.decode(bytes, i, bytes.count)
      let isBlank = character.kind == .blank || character.kind == .newline
      for at in i..<next { result[at] = solid + (isBlank ? 0 : at - i) }
      if !isBlank { solid += next - i }
      i = next
    }
    result[bytes.count] = solid
    return result
  }
}
