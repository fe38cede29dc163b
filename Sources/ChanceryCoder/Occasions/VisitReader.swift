import ChanceryLanguage
import ChanceryText

/// Finds visits of known date: a sentence with a visitor, a host and a word for visiting.
///
/// Never a guess among several: the dates of the sentence decide, else the day of publication; in an undated
/// text only a visit that was the only one, while everybody held the office that the text gives them.
struct VisitReader {
  let visits: VisitTable
  let words: Set<String>
  /// Verbs whose object is the visitor: "received the Russian minister".
  let hosting: Set<String>
  let reading: Reading
  let era: OfficeEra?

  private var parse: ParsedText { reading.parse }

  /// Days around the publication in which an undated visit is the news.
  private static let news = 60

  func occasions() -> [Occasion] {
    guard !words.isEmpty else { return [] }
    var found: [Occasion] = []
    for sentence in parse.sentences {
      let verbs = sentence.tokens.filter {
        [.noun, .verb].contains(parse.tokens[$0].upos)
          && words.contains(parse.tokens[$0].lemma.asciiLowercased)
      }
      let hosts = sentence.tokens.filter {
        parse.tokens[$0].upos == .verb && hosting.contains(parse.tokens[$0].lemma.asciiLowercased)
      }
      guard !verbs.isEmpty || !hosts.isEmpty,
        let (row, visitor, guest) = visit(in: sentence.tokens)
      else { continue }
      for verb in verbs + hosts.filter({ isObject(guest, of: $0) }) {
        found.append(
          Occasion(
            tokens: verb..<(verb + 1), interval: row.interval, name: "visit of \(visitor)",
            kind: .visit, place: nil, state: row.host))
      }
    }
    return found
  }

  private func isObject(_ guest: Range<Int>, of verb: Int) -> Bool {
    guest.contains { token in
      let word = parse.tokens[token]
      return word.head == verb && (word.deprel == .obj || word.deprel == .nsubjPass)
    }
  }

  /// The visit, the visitor's name and the tokens that name the visitor.
  private func visit(in sentence: Range<Int>) -> (VisitTable.Row, String, Range<Int>)? {
    let mentions = reading.mentions.filter { sentence.contains($0.head) }
    let states = Set(mentions.compactMap { reading.actors[$0.actor].state })
    var found: [(VisitTable.Row, String, Range<Int>)] = []
    for mention in mentions where mention.form != .pronoun {
      let actor = reading.actors[mention.actor]
      guard actor.kind == .person, let state = actor.state else { continue }
      let rows = visits.visits(by: actor.name, of: state).filter { states.contains($0.host) }
      guard let row = chosen(rows, sentence) else { continue }
      if !found.contains(where: { $0.0.interval == row.interval && $0.0.host == row.host }) {
        found.append((row, actor.name, mention.tokens))
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  private func chosen(_ rows: [VisitTable.Row], _ sentence: Range<Int>) -> VisitTable.Row? {
    guard !rows.isEmpty else { return nil }
    let told = reading.times.filter { sentence.contains($0.tokens.lowerBound) }
      .compactMap { $0.kind == .date ? $0.interval : nil }
    if !told.isEmpty {
      let fitting = rows.filter { row in told.contains { $0.meets(row.interval) } }
      return fitting.count == 1 ? fitting[0] : nil
    }
    guard let published = reading.published else {
      return rows.count == 1 && era?.allows(rows[0].interval) == true ? rows[0] : nil
    }
    let near = rows.filter {
      $0.interval.start <= published.end + Self.news
        && $0.interval.end >= published.start - Self.news
    }
    return near.count == 1 ? near[0] : nil
  }
}
