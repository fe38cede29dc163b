import ChanceryLanguage
import ChanceryText

/// Who says "I" outside quotation marks: the person whose interview, speech or remarks the text is.
struct Narrator {
  let reading: Reading
  let lexicon: ReportingLexicon
  let quotations: [Quotation]

  /// The person that the title names beside a word like "interview" or "remarks", else whom the beginning of the
  /// text says that it interviewed; nil for a text that hardly says "I".
  func actor() -> Int? {
    guard saysI() else { return nil }
    let title = words(of: reading.title ?? "")
    if title.contains(where: lexicon.isOwnWords), let named = person(in: title) { return named }
    for sentence in reading.parse.sentences.prefix(8)
    where sentence.tokens.contains(where: { lexicon.isOwnWords(reading.parse.token($0).lemma) }) {
      if let first = firstPerson(in: sentence.tokens) { return first }
    }
    return nil
  }

  /// Three times at least outside quotations.
  private func saysI() -> Bool {
    var count = 0
    for token in reading.parse.tokens where token.form == "I" && token.upos == .pron {
      if !quotations.contains(where: { $0.inner.contains(token.span.start) }) { count += 1 }
      if count == 3 { return true }
    }
    return false
  }

  private func words(of title: String) -> [String] {
    title.split(whereSeparator: { !$0.isLetter && $0 != "-" }).map { String($0).asciiLowercased }
  }

  /// The person named first in the text whose last name the title holds.
  private func person(in title: [String]) -> Int? {
    let named = reading.mentions.filter { mention in
      let actor = reading.actors[mention.actor]
      guard actor.kind == .person, mention.form == .name,
        let last = actor.name.split(separator: " ").last
      else { return false }
      return title.contains(String(last).asciiLowercased)
    }
    return named.min { $0.head < $1.head }?.actor
  }

  private func firstPerson(in tokens: Range<Int>) -> Int? {
    reading.mentions.filter { mention in
      tokens.contains(mention.head) && mention.form == .name
        && reading.actors[mention.actor].kind == .person
    }.min { $0.head < $1.head }?.actor
  }
}
