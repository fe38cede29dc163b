import ChanceryRecord

/// One happening, told by one or more documents: an entry of the chronicle.
public struct Entry: Codable, Equatable, Sendable {
  /// Sixteen hexadecimal digits, a hash of the key facts and of the earliest report.
  public var id: String
  public var type: EventType
  public var mode: String?
  public var contexts: [String]
  public var actors: [EntryParty]
  public var recipients: [EntryParty]
  /// How it stands after the last report that settles it.
  public var status: Status
  /// Documents that tell it; copies of one agency text count once.
  public var independentSources: Int
  public var claims: [EntryClaim]
  public var figures: [EntryFigure]
  public var when: EntryPeriod?
  public var `where`: EntryPlace?
  /// Goldstein-like score of type and mode, whatever the status.
  public var score: Double
  /// In order of publication.
  public var reports: [EntryReport]
  public var conflicts: [Conflict]

  enum CodingKeys: String, CodingKey {
    case id, type, mode, contexts, actors, recipients, status
    case independentSources = "independent_sources"
    case claims, figures, when
    case `where`
    case score, reports, conflicts
  }
}

/// Who takes part in an entry.
public struct EntryParty: Codable, Hashable, Sendable {
  public var name: String
  /// ISO 3166-1 alpha-3 or a key of a former state; nil for organisations.
  public var state: String?
  /// PLOVER sector (GOV, MIL, …).
  public var sector: String?

  public init(name: String, state: String?, sector: String?) {
    self.name = name
    self.state = state
    self.sector = sector
  }
}

/// First and last day, both included, `YYYY-MM-DD`.
public struct EntryPeriod: Codable, Hashable, Sendable {
  public var start: String
  public var end: String

  public init(start: String, end: String) {
    self.start = start
    self.end = end
  }
}

/// Where an entry took place.
public struct EntryPlace: Codable, Hashable, Sendable {
  public var name: String
  public var country: String?
  public var latitude: Double?
  public var longitude: Double?
  /// States that claim or hold a disputed area, in alphabetical order; nil elsewhere.
  public var claimants: [String]?
}

/// What one document says of an entry.
public struct EntryReport: Codable, Equatable, Sendable {
  /// The document's address, or its id where it has none.
  public var document: String
  /// Id of the event in that document's record.
  public var event: String
  public var published: String?
  public var outlet: String?
  public var status: Status
  /// The words of the document that tell the happening.
  public var evidence: String
  /// Where those words stand in `document.text`, in code points.
  public var span: Span
}

/// Reports that cannot all be true, by what they disagree on.
public struct Conflict: Codable, Equatable, Sendable {
  public enum Field: String, Codable, Sendable, CaseIterable {
    case `where`, when, figure, actors, status
  }

  public var field: Field
  public var values: [ConflictValue]
}

/// One side of a conflict and the documents that hold it.
public struct ConflictValue: Codable, Equatable, Sendable {
  public var value: String
  public var documents: [String]
}

/// A superlative told of an entry.
public struct EntryClaim: Codable, Equatable, Sendable {
  public var kind: String
  public var since: EntryPeriod?
  public var document: String
  public var evidence: String
}

/// A number told of an entry and the documents that tell it.
public struct EntryFigure: Codable, Equatable, Sendable {
  public var measure: String
  public var value: Double
  public var unit: String
  public var qualifier: String?
  public var from: String?
  public var to: String?
  public var documents: [String]
}
