import ChanceryRecord
import ChanceryText

/// How surely the date of an event is known.
enum DateKnowledge: Equatable {
  /// The text tells it.
  case told
  /// News of the day: taken from the publication date.
  case guessed
  /// Background without a date.
  case unknown
}

/// One event of one document with everything that merging asks of it.
///
/// A class, because merging looks at each report thousands of times and a copy is dear.
final class Report {
  let document: String
  let documentID: String
  /// Position of the document in the run; reports of one document never merge.
  let documentIndex: Int
  let event: Event
  let actors: [Party]
  let recipients: [Party]
  /// States and organisations of either side, and of both.
  let actorSides: Set<String>
  let recipientSides: Set<String>
  let allSides: Set<String>
  /// The named persons of each side, in order of the sides' names.
  let people: [(side: String, people: [Party])]
  let interval: DateInterval?
  let knowledge: DateKnowledge
  let published: DateInterval?
  let outlet: String?
  let evidence: String
  let evidenceSpan: Span
  /// Stems of the evidence's words, sorted, without repetition.
  let stems: [String]
  let triggerStem: String
  let figures: [Figure]
  let claims: [(claim: Claim, evidence: String)]

  var status: Status { event.status }
  var parties: [Party] { actors + recipients }
  /// It lies ahead or was called off: its day may have moved.
  var isTentative: Bool { status == .planned || status == .possible || status == .cancelled }
  /// The text says how it ended, or that it goes on.
  var isSettled: Bool { status != .planned && status != .possible }
  /// It is told as having taken place.
  var isReal: Bool { status == .occurred || status == .ongoing }

  init(event: Event, in context: DocumentContext) {
    let record = context.record
    document = record.document.uri ?? record.document.id
    documentID = record.document.id
    documentIndex = context.index
    self.event = event
    actors = event.actors.compactMap { context.parties[$0] }
    recipients = event.recipients.compactMap { context.parties[$0] }
    actorSides = Set(actors.map(\.side))
    recipientSides = Set(recipients.map(\.side))
    allSides = actorSides.union(recipientSides)
    people = Dictionary(grouping: (actors + recipients).filter(\.isPerson), by: \.side)
      .map { (side: $0.key, people: $0.value) }.sorted { $0.side < $1.side }
    published = record.document.published?.interval
    interval = event.when?.interval
    if interval == nil {
      knowledge = .unknown
    } else if event.when?.basis == .published {
      knowledge = event.status == .occurred || event.status == .ongoing ? .guessed : .unknown
    } else {
      knowledge = .told
    }
    outlet = record.document.outlet
    let span =
      event.evidence.first { $0.start <= event.trigger.start && event.trigger.start < $0.end }
      ?? event.evidence.first ?? event.trigger
    evidenceSpan = span
    evidence = context.words(span)
    let text = event.evidence.prefix(3).map(context.words).joined(separator: " ")
    stems = Set(contentWords(of: text).compactMap(usefulStem)).sorted()
    triggerStem = contentWords(of: context.words(event.trigger)).last.map(stem) ?? ""
    figures = context.figures(of: event)
    claims = record.claims.filter { $0.about == event.id }.map { claim in
      (claim, claim.evidence.first.map(context.words) ?? "")
    }
  }
}

/// A record with what is looked up in it again and again.
struct DocumentContext {
  let record: Record
  let index: Int
  let parties: [String: Party]
  private let scalars: [Unicode.Scalar]

  init(_ record: Record, index: Int) {
    self.record = record
    self.index = index
    parties = Dictionary(
      record.actors.map { ($0.id, Party($0)) }, uniquingKeysWith: { first, _ in first })
    scalars = Array(record.document.text.unicodeScalars)
  }

  /// The words of a span, cut to the text.
  func words(_ span: Span) -> String {
    let start = max(0, min(span.start, scalars.count))
    let end = max(start, min(span.end, scalars.count))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  /// Figures told in the words of the event; where several events share them, the nearest one's.
  func figures(of event: Event) -> [Figure] {
    record.figures.filter { figure in
      let spans = figure.evidence.isEmpty ? [figure.text] : figure.evidence
      let shares = event.evidence.contains { own in
        spans.contains { own.start < $0.end && $0.start < own.end }
      }
      guard shares else { return false }
      if event.evidence.contains(where: {
        $0.start <= figure.text.start && figure.text.end <= $0.end
      }) {
        return true
      }
      return nearestEvent(to: figure)?.id == event.id
    }
  }

  private func nearestEvent(to figure: Figure) -> Event? {
    record.events.min { a, b in
      abs(a.trigger.start - figure.text.start) < abs(b.trigger.start - figure.text.start)
    }
  }
}

/// A crude stem: enough to see that "expelled" and "expulsions" of one kind share their beginning.
func stem(_ word: String) -> String {
  var bytes = Array(word.utf8)
  func drop(_ suffix: String, leaving least: Int) -> Bool {
    let tail = Array(suffix.utf8)
    guard bytes.count >= tail.count + least, bytes.suffix(tail.count).elementsEqual(tail) else {
      return false
    }
    bytes.removeLast(tail.count)
    return true
  }
  if !drop("ing", leaving: 4), !drop("ed", leaving: 4), !drop("es", leaving: 4) {
    _ = drop("s", leaving: 3)
  }
  return String(decoding: bytes.prefix(7), as: UTF8.self)
}

/// The stem of a word that can tell happenings apart: longer than three letters, or with a digit.
private func usefulStem(_ word: String) -> String? {
  let hasDigit = word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
  return word.utf8.count > 3 || hasDigit ? stem(word) : nil
}
