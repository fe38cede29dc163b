import ChanceryLanguage
import ChanceryText

/// The turns of a text that writes who speaks before a colon: "SECRETARY BLINKEN: …", "QUESTION: …", "Q: … A: …".
///
/// A text is a transcript when two of its paragraphs or more begin with such labels and one of them names a person
/// or an office, or marks a question. A turn goes on until the next label. Empty for any other text.
struct Transcript: Sendable {
  struct Turn: Sendable, Equatable {
    /// Tokens before the colon.
    var label: Range<Int>
    /// From the first word behind the colon to the last before the next label.
    var speech: ByteSpan
    /// Not "Q", "QUESTION", "A", "MODERATOR".
    var isNamed: Bool
    /// "A:", "ANSWER:"
    var isAnswer: Bool
    /// The label with capitals as in a name: "Secretary Blinken".
    var name: String
  }

  private(set) var turns: [Turn] = []
  /// What those ask who are not named; nothing in them is a statement.
  private(set) var questions: [ByteSpan] = []

  private static let questions: Set<String> = [
    "q", "question", "questioner", "reporter", "journalist", "moderator", "interviewer", "host",
    "press", "media", "audience",
  ]
  private static let answers: Set<String> = ["a", "answer"]
  private static let titles: Set<String> = [
    "mr", "ms", "mrs", "dr", "secretary", "president", "minister", "ambassador", "senator",
    "spokesperson", "chancellor", "general", "admiral", "official", "governor", "king", "queen",
  ]

  init(_ reading: Reading, _ paragraphs: Paragraphs) {
    let labels = paragraphs.spans.map { Transcript.label(of: $0, reading) }
    let known = labels.compactMap { $0 }
    let hasQuestions = known.contains { $0.isQuestion || $0.isAnswer }
    guard known.count >= 2, hasQuestions || known.count(where: \.isPerson) >= 2 else { return }
    var open: (label: Label, start: Int)?
    var end = 0
    for (paragraph, label) in zip(paragraphs.spans, labels) {
      if let label, label.isPerson || label.isQuestion || label.isAnswer || label.hasTitle {
        close(open, end, reading)
        open = (label, label.colon + 1)
      }
      end = paragraph.end
    }
    close(open, end, reading)
  }

  private mutating func close(_ open: (label: Label, start: Int)?, _ end: Int, _ reading: Reading) {
    guard let (label, start) = open else { return }
    var first = start
    while first < end, Paragraphs.isBlank(reading.text.bytes[first]) { first += 1 }
    guard first < end else { return }
    if label.isQuestion {
      questions.append(ByteSpan(first, end))
      return
    }
    turns.append(
      Turn(
        label: label.tokens, speech: ByteSpan(first, end), isNamed: !label.isAnswer,
        isAnswer: label.isAnswer, name: label.name))
  }

  /// Who speaks a turn: whom its label mentions; behind "A:" the person that the text names first.
  func speaker(of turn: Turn, _ reading: Reading) -> Speaker? {
    if turn.isAnswer {
      let first = reading.mentions.filter { reading.actors[$0.actor].kind == .person }
        .min { $0.head < $1.head }
      return first.map { Speaker(actor: $0.actor, token: $0.head) }
    }
    let named = turn.label.compactMap { reading.mention(covering: $0) }
    let person = named.first { mention in
      mention.form == .name && reading.actors[mention.actor].kind == .person
    }
    if let person { return Speaker(actor: person.actor, token: person.head) }
    if let person = self.person(named: turn, reading) { return person }
    // "SECRETARY" of "SECRETARY BLINKEN" is not who speaks.
    guard let last = named.last, named.count == turn.label.count else { return nil }
    return Speaker(actor: last.actor, token: last.head)
  }

  /// The person of the text whose last name ends the label, whatever its capitals.
  private func person(named turn: Turn, _ reading: Reading) -> Speaker? {
    guard let last = turn.name.split(separator: " ").last.map({ String($0).asciiLowercased }) else {
      return nil
    }
    let found = reading.actors.firstIndex { actor in
      actor.kind == .person
        && actor.name.split(separator: " ").last.map { String($0).asciiLowercased } == last
    }
    return found.map { Speaker(actor: $0, token: turn.label.last) }
  }

  // MARK: Labels

  private struct Label {
    var tokens: Range<Int>
    var colon: Int
    var isQuestion: Bool
    var isAnswer: Bool
    var hasTitle: Bool
    var isPerson: Bool
    var name: String
  }

  /// The words before a colon at the beginning of a paragraph: at most six, each beginning with a capital letter.
  private static func label(of paragraph: ByteSpan, _ reading: Reading) -> Label? {
    let end = min(paragraph.end, paragraph.start + 60)
    guard
      let colon = (paragraph.start..<end).first(where: {
        reading.text.bytes[$0] == UInt8(ascii: ":")
      }), colon > paragraph.start
    else { return nil }
    let tokens = reading.parse.tokens(in: ByteSpan(paragraph.start, colon))
    let words = tokens.map { reading.parse.token($0).form }
      .filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
    guard let last = words.last, words.count <= 6,
      words.allSatisfy({ $0.startsUpper || $0 == "of" || $0 == "the" })
    else { return nil }
    let folded = words.map { $0.asciiLowercased.filter { $0 != "." } }
    let isPerson = tokens.contains { token in
      reading.mention(covering: token).map { mention in
        let kind = reading.actors[mention.actor].kind
        return kind == .person || kind == .office
      } ?? false
    }
    return Label(
      tokens: tokens, colon: colon, isQuestion: questions.contains(last.asciiLowercased),
      isAnswer: words.count == 1 && answers.contains(last.asciiLowercased),
      hasTitle: folded.contains { titles.contains($0) }, isPerson: isPerson,
      name: words.map(capitalized).joined(separator: " "))
  }

  /// "BLINKEN" as "Blinken"; other words as they are.
  private static func capitalized(_ word: String) -> String {
    guard word.count > 1, word == word.uppercased(), let first = word.first else { return word }
    return String(first) + word.dropFirst().lowercased()
  }
}
