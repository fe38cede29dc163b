import ChanceryLanguage
import ChanceryText

@testable import ChanceryCoder

/// A reading made by hand: a text, trees in the manner of CoNLL-U, and who is mentioned where.
struct ReadingFixture {
  /// An actor and the words that mention it.
  struct Named {
    var words: String
    var actor: DraftActor
    var form: Mention.Form

    init(
      _ words: String, _ name: String, _ kind: DraftActor.Kind, state: String? = nil,
      form: Mention.Form = .name, isMedium: Bool = false
    ) {
      self.words = words
      actor = DraftActor(name: name, kind: kind, state: state)
      actor.isMedium = isMedium
      self.form = form
    }
  }

  /// - Parameters:
  ///   - rows: form, lemma, UPOS, XPOS, head (from 1, 0 at the root) and relation; a blank line after a sentence.
  ///   - named: every occurrence of the words becomes a mention whose head is the last word.
  static func reading(
    _ text: String, _ rows: String, named: [Named] = [], times: [(String, DateInterval)] = [],
    published: DateInterval? = nil
  ) -> Reading {
    let source = SourceText(text)
    let parse = parse(source, rows)
    var reading = Reading(
      text: source, body: [ByteSpan(0, source.byteCount)], published: published, parse: parse)
    for named in named { add(named, to: &reading) }
    reading.mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for (i, mention) in reading.mentions.enumerated() {
      for token in mention.tokens { reading.mentionOfToken[token] = Int32(i) }
    }
    for (words, interval) in times {
      for tokens in occurrences(of: words, in: parse) {
        let span = ByteSpan(
          parse.tokens[tokens.lowerBound].span.start, parse.tokens[tokens.upperBound - 1].span.end)
        reading.times.append(
          TimeExpression(span: span, tokens: tokens, kind: .date, value: "", interval: interval))
      }
    }
    return reading
  }

  private static func add(_ named: Named, to reading: inout Reading) {
    var index = reading.actors.firstIndex { $0.name == named.actor.name }
    if index == nil {
      reading.actors.append(named.actor)
      index = reading.actors.count - 1
    }
    for tokens in occurrences(of: named.words, in: reading.parse) {
      let head = tokens.first { !tokens.contains(reading.parse.tokens[$0].head) }
      reading.mentions.append(
        Mention(
          tokens: tokens, head: head ?? tokens.lowerBound, actor: index!, form: named.form))
    }
  }

  private static func occurrences(of words: String, in parse: ParsedText) -> [Range<Int>] {
    let forms = words.split(separator: " ").map(String.init)
    return parse.tokens.indices.compactMap { i in
      i + forms.count <= parse.tokens.count
        && forms.indices.allSatisfy { parse.tokens[i + $0].form == forms[$0] }
        ? i..<(i + forms.count) : nil
    }
  }

  private static func parse(_ text: SourceText, _ rows: String) -> ParsedText {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var offset = 0
    var first = 0
    func close() {
      guard tokens.count > first else { return }
      sentences.append(
        Sentence(
          span: ByteSpan(tokens[first].span.start, tokens[tokens.count - 1].span.end),
          tokens: first..<tokens.count))
      first = tokens.count
    }
    for line in rows.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: " ").map(String.init)
      guard cells.count == 6 else {
        close()
        continue
      }
      let form = Array(cells[0].utf8)
      while Array(text.bytes[offset..<(offset + form.count)]) != form { offset += 1 }
      let head = Int(cells[4])!
      tokens.append(
        Token(
          span: ByteSpan(offset, offset + form.count), form: cells[0], lemma: cells[1],
          upos: UPOS.allCases.first { $0.name == cells[2] }!, xpos: XPOS(rawValue: cells[3])!,
          head: head == 0 ? -1 : first + head - 1, deprel: Deprel(rawValue: cells[5])!))
      offset += form.count
    }
    close()
    return ParsedText(tokens: tokens, sentences: sentences)
  }
}

/// The words of a text between `[[` and `]]`, and the text without these marks.
func marked(_ text: String) -> (text: String, words: [String]) {
  var words: [String] = []
  for part in text.split(separator: "[[", omittingEmptySubsequences: false).dropFirst() {
    guard let end = part.firstRange(of: "]]") else { continue }
    words.append(String(part[..<end.lowerBound]))
  }
  let plain = text.split(separator: "[[", omittingEmptySubsequences: false).joined()
    .split(separator: "]]", omittingEmptySubsequences: false).joined()
  return (plain, words)
}
