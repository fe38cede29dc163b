import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// When the people whom a text gives an office held it: "PM Khan", "President Putin".
struct OfficeEra {
  /// For each person with a title, the times in that office.
  private var terms: [[OfficeSpan]] = []

  init(_ reading: Reading, facts: FactBase, table: OccasionTable) {
    var seen: Set<Entity.ID> = []
    for mention in reading.mentions where mention.form == .name {
      let actor = reading.actors[mention.actor]
      guard actor.kind == .person, let id = actor.entity, !seen.contains(id) else { continue }
      let sentence = reading.parse.sentences[reading.parse.sentence(of: mention.head)].tokens
      // What a sentence tells of a year gone by is no sign of the day of writing.
      guard !reading.times.contains(where: { Self.tellsPast($0, sentence, reading) }) else {
        continue
      }
      let first = max(sentence.lowerBound, mention.tokens.lowerBound - 4)
      let words = OccasionWords(reading.parse, first..<mention.tokens.upperBound)
      guard let office = Self.office(in: words, before: mention.head, table) else { continue }
      let spans = facts.offices(of: id).filter { $0.office == office && $0.start != nil }
      guard !spans.isEmpty else { continue }
      seen.insert(id)
      terms.append(spans)
    }
  }

  private static func tellsPast(
    _ time: TimeExpression, _ sentence: Range<Int>, _ reading: Reading
  ) -> Bool {
    guard time.kind == .date, sentence.contains(time.tokens.lowerBound) else { return false }
    return time.interval != nil && reading.parse.tense(at: time.tokens.lowerBound) == .past
  }

  private static func office(in words: OccasionWords, before head: Int, _ table: OccasionTable)
    -> String?
  {
    for office in ["head_of_government", "head_of_state", "foreign_minister", "defence_minister"] {
      for title in (table.words[office] ?? []).sorted() {
        let title = OccasionWords.normal(title)
        for place in words.list.indices where words.has(title, at: place) {
          guard words.list[place].token < head else { break }
          let before = [words[place - 1], words[place - 2]]
          if before.contains(where: { table.has("former", $0) }) { return nil }
          if before[0] == "deputy" || before[0] == "vice" { return nil }
          return office
        }
      }
    }
    return nil
  }

  /// Whether everybody was in office at some time in the interval.
  func allows(_ interval: DateInterval) -> Bool {
    terms.allSatisfy { spans in spans.contains { $0.validity(during: interval) > .no } }
  }
}
