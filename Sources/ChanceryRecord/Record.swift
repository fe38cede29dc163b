import ChanceryText

/// What the coder says of one document: the JSON object of codebook §1.
///
/// All spans count Unicode code points of `document.text`, `[start, end)`.
public struct Record: Codable, Equatable, Sendable {
  public var document: DocumentPart
  public var actors: [Actor]
  public var events: [Event]
  public var statements: [Statement]
  public var figures: [Figure]
  public var claims: [Claim]
  public var coder: CoderPart

  public init(
    document: DocumentPart, actors: [Actor] = [], events: [Event] = [],
    statements: [Statement] = [], figures: [Figure] = [], claims: [Claim] = [], coder: CoderPart
  ) {
    self.document = document
    self.actors = actors
    self.events = events
    self.statements = statements
    self.figures = figures
    self.claims = claims
    self.coder = coder
  }

  /// The actor with an id.
  public func actor(_ id: String?) -> Actor? {
    guard let id else { return nil }
    return actors.first { $0.id == id }
  }
}

/// `[start, end)` in code points; a two-element array in JSON.
public struct Span: Codable, Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public init(_ span: CodePointSpan) { self.init(span.start, span.end) }

  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    start = try list.decode(Int.self)
    end = try list.decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(start)
    try list.encode(end)
  }
}

/// Identity, source and date of a document, and the text that every span counts in.
public struct DocumentPart: Codable, Equatable, Sendable {
  public var id: String
  public var uri: String?
  public var title: String?
  public var outlet: String?
  public var byline: String?
  public var published: Published?
  public var language: String?
  public var text: String
  /// What may be coded: titles, datelines, navigation, comments are outside (codebook §6).
  public var body: [Span]

  public init(
    id: String, uri: String? = nil, title: String? = nil, outlet: String? = nil,
    byline: String? = nil, published: Published? = nil, language: String? = "en", text: String,
    body: [Span]
  ) {
    self.id = id
    self.uri = uri
    self.title = title
    self.outlet = outlet
    self.byline = byline
    self.published = published
    self.language = language
    self.text = text
    self.body = body
  }
}

/// The day or period of publication and how it is known.
public struct Published: Codable, Equatable, Sendable {
  public enum Basis: String, Codable, Sendable {
    case given, header, html, url, feed, dateline, text, inferred, unknown
  }

  public var start: String?
  public var end: String?
  public var basis: Basis

  public init(start: String?, end: String?, basis: Basis) {
    self.start = start
    self.end = end
    self.basis = basis
  }

  public init(_ interval: DateInterval, basis: Basis) {
    self.init(start: interval.start.description, end: interval.end.description, basis: basis)
  }

  public var interval: DateInterval? {
    guard let start, let first = CivilDate(iso: start), let last = CivilDate(iso: end ?? start)
    else { return nil }
    return DateInterval(first, last)
  }
}

/// A person, office, state, organisation, group or place that the text names.
public struct Actor: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case person, office, state, organization, group, place
  }

  public var id: String
  public var name: String
  public var kind: Kind
  /// ISO 3166-1 alpha-3 or a key of the fact tables for former states.
  public var state: String?
  /// PLOVER sector (GOV, MIL, …).
  public var sector: String?
  public var role: String?
  public var wikidata: String?
  public var mentions: [Span]

  public init(
    id: String, name: String, kind: Kind, state: String? = nil, sector: String? = nil,
    role: String? = nil, wikidata: String? = nil, mentions: [Span] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.state = state
    self.sector = sector
    self.role = role
    self.wikidata = wikidata
    self.mentions = mentions
  }
}

/// Did it happen? (codebook §2, "Status")
public enum Status: String, Codable, Sendable, CaseIterable {
  case occurred, ongoing, planned, possible, cancelled, denied
}

/// Who asserts it? (codebook §2)
public enum Voice: String, Codable, Sendable {
  case article, attributed, reported
}

/// The sixteen PLOVER types (codebook §2).
public enum EventType: String, Codable, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
}

/// When it happened, and how that is known.
public struct When: Codable, Equatable, Sendable {
  public enum Basis: String, Codable, Sendable {
    case expression, anchor, dateline, published
  }

  public var start: String?
  public var end: String?
  public var basis: Basis?
  public var text: Span?

  public init(_ interval: DateInterval, basis: Basis?, text: Span? = nil) {
    start = interval.start.description
    end = interval.end.description
    self.basis = basis
    self.text = text
  }

  public var interval: DateInterval? {
    guard let start, let first = CivilDate(iso: start), let last = CivilDate(iso: end ?? start)
    else { return nil }
    return DateInterval(first, last)
  }
}

public struct Where: Codable, Equatable, Sendable {
  public var name: String
  public var country: String?
  public var latitude: Double?
  public var longitude: Double?
  /// States that claim or hold a disputed area, in alphabetical order; nil elsewhere.
  public var claimants: [String]?
  public var text: Span?

  public init(
    name: String, country: String?, latitude: Double? = nil, longitude: Double? = nil,
    claimants: [String]? = nil, text: Span? = nil
  ) {
    self.name = name
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.claimants = claimants
    self.text = text
  }
}

/// One happening in one document (codebook §2).
public struct Event: Codable, Equatable, Sendable {
  public var id: String
  public var type: EventType
  public var mode: String?
  public var contexts: [String]
  public var cameo: String?
  /// Ids of `Record.actors`.
  public var actors: [String]
  public var recipients: [String]
  public var status: Status
  public var voice: Voice
  public var speaker: String?
  public var when: When?
  public var `where`: Where?
  public var score: Double
  public var confidence: Double
  public var trigger: Span
  public var evidence: [Span]

  public init(
    id: String, type: EventType, mode: String?, contexts: [String], cameo: String? = nil,
    actors: [String], recipients: [String], status: Status, voice: Voice, speaker: String?,
    when: When?, where place: Where?, score: Double, confidence: Double, trigger: Span,
    evidence: [Span]
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.contexts = contexts
    self.cameo = cameo
    self.actors = actors
    self.recipients = recipients
    self.status = status
    self.voice = voice
    self.speaker = speaker
    self.when = when
    self.where = place
    self.score = score
    self.confidence = confidence
    self.trigger = trigger
    self.evidence = evidence
  }
}

/// A quotation with its speaker (codebook §3).
public struct Statement: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable { case direct, indirect, mixed }

  public var id: String
  public var speaker: String?
  public var kind: Kind
  public var medium: String?
  public var addressee: String?
  public var when: When?
  public var quote: Span
  public var cue: Span?

  public init(
    id: String, speaker: String?, kind: Kind, medium: String? = nil, addressee: String? = nil,
    when: When? = nil, quote: Span, cue: Span?
  ) {
    self.id = id
    self.speaker = speaker
    self.kind = kind
    self.medium = medium
    self.addressee = addressee
    self.when = when
    self.quote = quote
    self.cue = cue
  }
}

/// A number with what it measures (codebook §4).
public struct Figure: Codable, Equatable, Sendable {
  public var id: String
  public var measure: String
  /// In base units: US$ 146.92 million is 146920000.
  public var value: Double
  /// ISO 4217 code, `percent`, `people`, `items` or a UCUM symbol.
  public var unit: String
  public var qualifier: String?
  public var from: String?
  public var to: String?
  public var period: When?
  public var text: Span
  public var evidence: [Span]

  public init(
    id: String, measure: String, value: Double, unit: String, qualifier: String? = nil,
    from: String? = nil, to: String? = nil, period: When? = nil, text: Span, evidence: [Span]
  ) {
    self.id = id
    self.measure = measure
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.from = from
    self.to = to
    self.period = period
    self.text = text
    self.evidence = evidence
  }
}

/// A superlative that history can check (codebook §5).
public struct Claim: Codable, Equatable, Sendable {
  public var id: String
  public var kind: String
  public var about: String?
  public var since: When?
  public var evidence: [Span]

  public init(id: String, kind: String, about: String?, since: When?, evidence: [Span]) {
    self.id = id
    self.kind = kind
    self.about = about
    self.since = since
    self.evidence = evidence
  }
}

/// Which program, with which codebook, wrote the record.
public struct CoderPart: Codable, Equatable, Sendable {
  public var name: String
  public var version: String
  public var codebook: String

  public init(name: String = "chancery", version: String, codebook: String) {
    self.name = name
    self.version = version
    self.codebook = codebook
  }
}
