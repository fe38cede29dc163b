import ChanceryRecord
import ChanceryText

@testable import ChanceryChronicle

/// What one document of one event says, in short: the fixtures of the merging tests.
///
/// Parties read "Name/STATE", with a `*` before a person's name: `*Sergey Lavrov/RUS`. Days read
/// "2021-04-06", "2021-04", "2021" or "2021-04-06..2021-04-07"; "" is unknown, "~" before a day
/// marks one that was taken from the publication date. Places read "Islamabad/PAK".
struct Told {
  /// Which happening it is; reports with one label belong together.
  var label: String
  var published: String
  var words: String
  var type: EventType
  var mode: String?
  var actors: [String]
  var recipients: [String]
  var status: Status
  var when: String
  var place: String
  var document: String?

  init(
    _ label: String, _ published: String, _ words: String, _ type: EventType, mode: String? = nil,
    _ actors: [String], to recipients: [String] = [], _ status: Status = .occurred,
    when: String = "", at place: String = "", in document: String? = nil
  ) {
    self.label = label
    self.published = published
    self.words = words
    self.type = type
    self.mode = mode
    self.actors = actors
    self.recipients = recipients
    self.status = status
    self.when = when
    self.place = place
    self.document = document
  }

  private var period: When? {
    let isGuess = when.hasPrefix("~")
    let bare = isGuess ? String(when.dropFirst()) : when
    guard !bare.isEmpty else { return nil }
    if let range = bare.range(of: "..") {
      guard let first = DateInterval(iso: bare[..<range.lowerBound]),
        let last = DateInterval(iso: bare[range.upperBound...])
      else { return nil }
      return When(DateInterval(first.start, last.end), basis: isGuess ? .published : .expression)
    }
    return DateInterval(iso: bare).map { When($0, basis: isGuess ? .published : .expression) }
  }

  private var site: Where? {
    let parts = place.split(separator: "/").map(String.init)
    guard let name = parts.first else { return nil }
    return Where(name: name, country: parts.count > 1 ? parts[1] : nil)
  }

  private static func actor(_ text: String, id: String) -> Actor {
    let isPerson = text.hasPrefix("*")
    let parts = text.drop { $0 == "*" }.split(separator: "/").map(String.init)
    let state = parts.count > 1 ? parts[1] : nil
    let kind: Actor.Kind = isPerson ? .person : state == nil ? .organization : .state
    return Actor(id: id, name: parts[0], kind: kind, state: state, sector: "GOV")
  }

  /// One record a document; reports that name the same document share it.
  static func records(_ all: [Told]) -> [Record] {
    var order: [String] = []
    var byDocument: [String: [Told]] = [:]
    for (index, told) in all.enumerated() {
      let document = told.document ?? "doc\(index + 1)"
      if byDocument[document] == nil { order.append(document) }
      byDocument[document, default: []].append(told)
    }
    return order.map { record($0, byDocument[$0] ?? []) }
  }

  private static func record(_ id: String, _ all: [Told]) -> Record {
    var text = ""
    var actors: [Actor] = []
    var events: [Event] = []
    for told in all {
      let start = text.unicodeScalars.count
      text += told.words
      let end = text.unicodeScalars.count
      text += " "
      func side(_ names: [String]) -> [String] {
        names.map { name in
          let made = actor(name, id: "a\(actors.count + 1)")
          actors.append(made)
          return made.id
        }
      }
      events.append(
        Event(
          id: told.label, type: told.type, mode: told.mode, contexts: [],
          actors: side(told.actors), recipients: side(told.recipients), status: told.status,
          voice: .article, speaker: nil, when: told.period, where: told.site, score: 2.5,
          confidence: 1, trigger: Span(start, start + 1), evidence: [Span(start, end)]))
    }
    let day = DateInterval(iso: all[0].published)
    return Record(
      document: DocumentPart(
        id: id, uri: "\(id).txt", published: day.map { Published($0, basis: .given) }, text: text,
        body: [Span(0, text.unicodeScalars.count)]),
      actors: actors, events: events, coder: CoderPart(version: "1", codebook: "1"))
  }
}

extension Chronicle {
  /// The labels of each entry's reports: "A A", "B", sorted.
  var labels: [String] {
    entries.map { $0.reports.map(\.event).sorted().joined(separator: " ") }.sorted()
  }
}
