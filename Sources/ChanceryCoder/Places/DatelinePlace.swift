import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// The place before a report ("ISLAMABAD, Apr 04 (APP): "), which stands on the line on which the body begins.
struct DatelinePlace {
  let text: SourceText
  let body: [ByteSpan]
  let facts: FactBase

  /// The first name of a town, else of a state, on that line; nil where the body begins the line.
  func place() -> EventPlace? {
    guard let start = body.first?.start, start > 0 else { return nil }
    var line = start
    while line > 0, text.bytes[line - 1] != UInt8(ascii: "\n"), start - line < 120 { line -= 1 }
    let words = split(ByteSpan(line, start))
    let forms = words.map { text[$0] }
    let folded = forms.map { fold($0) }
    for index in words.indices {
      let matches = facts.names(at: index, in: folded, forms: forms)
      guard let longest = matches.first?.wordCount else { continue }
      let known = matches.filter { $0.wordCount == longest }.map { facts.entity($0.entity) }
      guard let best = known.first(where: { $0.kind == .place }) ?? capital(known) ?? known.first,
        best.kind == .place || best.kind == .state
      else { continue }
      return EventPlace(
        name: best.name, country: best.state, entity: best.id,
        span: ByteSpan(words[index].start, words[index + longest - 1].end), isTold: true,
        isState: best.kind == .state)
    }
    return nil
  }

  /// A capital is known as a name of its government first.
  private func capital(_ known: [Entity]) -> Entity? {
    known.first.flatMap(\.state).flatMap { facts.capital(of: $0) }
  }

  private func split(_ span: ByteSpan) -> [ByteSpan] {
    var words: [ByteSpan] = []
    var start: Int?
    for offset in span.start...span.end {
      let byte = offset < span.end ? text.bytes[offset] : 0x20
      let isWord = byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2E
      if isWord, start == nil { start = offset }
      if !isWord, let first = start {
        words.append(ByteSpan(first, offset))
        start = nil
      }
    }
    return words
  }
}
