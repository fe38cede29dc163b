import ChanceryCodebook
import ChanceryFacts
import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// What the coder is given of one document.
public struct CoderInput: Sendable {
  public var document: DocumentPart
  public var text: SourceText
  /// Bytes of the text that may be coded.
  public var body: [ByteSpan]

  public init(document: DocumentPart, text: SourceText, body: [ByteSpan]) {
    self.document = document
    self.text = text
    self.body = body
  }
}

/// The whole way from a document to its record: a pure function of the document, the model, the facts and
/// the codebook. Holds only immutable resources, so one coder serves all threads.
public struct Coder: Sendable {
  public static let version = "0.1.0"

  let language: LanguageReader
  let facts: FactBase
  let codebook: Codebook
  let agents: AgentIndex
  let offices: OfficeTitles
  let states: StateSpellings
  let repair: ParseRepair
  let timeReader: TimeReader
  let statementReader: StatementReader
  let figureReader: FigureReader
  let claimReader: ClaimReader
  let occasionReader: OccasionReader
  let scope: Scope
  let eventPlaces: EventPlaceTable
  let confidence: ConfidenceTable

  /// - Parameters:
  ///   - tables: the codebook's tables that single stages read, by file name.
  ///   - scope: whether happenings within one state are events too.
  public init(
    language: LanguageReader, facts: FactBase, codebook: Codebook, tables: CodebookTables,
    scope: Scope = .interstate
  ) throws {
    self.scope = scope
    self.language = language
    self.facts = facts
    self.codebook = codebook
    agents = AgentIndex(codebook.agents)
    offices = OfficeTitles(facts)
    states = StateSpellings(facts)
    repair = ParseRepair(codebook)
    timeReader = try TimeReader(tables)
    statementReader = try StatementReader(tables)
    figureReader = try FigureReader(tables)
    claimReader = try ClaimReader(tables)
    occasionReader = try OccasionReader(tables, facts: facts)
    eventPlaces = try EventPlaceTable(tables)
    confidence = try ConfidenceTable(tables)
  }

  /// The frames in use; for tests and pages.
  public var frames: [Frame] { codebook.frames }

  /// The predicates of the codebook that tell the events of a document, once for each event they tell.
  public func firings(_ input: CoderInput) -> [Firing] {
    let analysis = analyze(input)
    return analysis.events.flatMap { event in
      event.predicates.map { index in
        let predicate = codebook.predicates[index]
        let frame = codebook.frames[predicate.frame]
        return Firing(
          frame: frame.name, origin: Origin(file: frame.origin.file, line: predicate.line),
          predicate: predicate.source)
      }
    }
  }

  /// What the confidence in each event of a document rests on, in the order of the record's events.
  public func traits(_ input: CoderInput) -> [[String]] {
    analyze(input).events.map { $0.traits.sorted() }
  }

  /// The record of a document. Never fails: a text in which nothing is found gives an empty record.
  public func code(_ input: CoderInput) -> Record {
    analyze(input).record(coder: self)
  }

  /// All layers of a document, for the record and for `explain`.
  public func analyze(_ input: CoderInput) -> Analysis {
    let parse = repair.repaired(language.read(input.text, in: input.body))
    var reading = Reading(
      text: input.text, body: input.body, published: input.document.published?.interval,
      parse: parse)
    reading.publisherState = publisherState(input.document.outlet)
    reading.title = input.document.title
    findMentions(&reading)
    if let state = reading.publisherState { readHead(of: input.document, state, &reading) }
    reading.times = timeReader.times(
      in: input.text, parse: parse, published: reading.published, style: .news)
    if let estimate = PublicationEstimator(reader: occasionReader, facts: facts).estimate(reading) {
      var dated = input
      dated.document.published = Published(estimate, basis: .inferred)
      return analyze(dated)
    }
    reading.occasions = occasionReader.occasions(in: reading)
    let statements = statementReader.statements(in: &reading)
    FirstPersonResolver().resolve(&reading, statements: statements)
    SceneResolver(sets: codebook.sets, scope: scope).resolve(&reading)
    let told = figureReader.figures(in: reading)
    let claims = claimReader.claims(in: reading)
    var misses: [FrameMiss] = []
    var eventCoder = EventCoder(
      codebook: codebook, reading: reading, statements: statements, scope: scope)
    eventCoder.occasionTimes = OccasionTimes(reading: reading, table: occasionReader.table)
    eventCoder.places = EventPlaceReader(
      table: eventPlaces, codebook: codebook, reading: reading, facts: facts)
    eventCoder.dateline =
      DatelinePlace(text: reading.text, body: reading.body, facts: facts).place()
    eventCoder.confidence = confidence
    let events = eventCoder.events(misses: &misses)
    let figures = FigureHappenings(reading: reading, events: events).completed(told)
    return Analysis(
      input: input, reading: reading, statements: statements, figures: figures, claims: claims,
      events: events, misses: misses)
  }

  /// Sentences and names of a text, without what happened.
  func mentions(in text: SourceText, published: DateInterval?) -> Reading {
    let body = [ByteSpan(0, text.byteCount)]
    let parse = repair.repaired(language.read(text, in: body))
    var reading = Reading(text: text, body: body, published: published, parse: parse)
    findMentions(&reading)
    return reading
  }

  private func findMentions(_ reading: inout Reading) {
    var builder = MentionBuilder(
      facts: facts, parse: reading.parse, published: reading.published)
    builder.publisherState = reading.publisherState
    NameReader(agents: agents, offices: offices, codebook: codebook, states: states)
      .read(&builder)
    let nominals = NominalReader(agents: agents, offices: offices, sets: codebook.sets)
    nominals.read(&builder)
    CapitalReader(sets: codebook.sets).read(&builder)
    ReferenceResolver(sets: codebook.sets, offices: offices).resolve(&builder)
    nominals.reindex(&builder)
    for actor in builder.actors.indices {
      if let state = builder.actors[actor].state {
        reading.stateActors[state] = builder.stateActor(state)
      }
    }
    if let state = reading.publisherState { reading.stateActors[state] = builder.stateActor(state) }
    if reading.publisherState == nil, let dyad = ReferenceResolver.dyad(of: builder) {
      reading.dyad = dyad.map { builder.stateActor($0) }
    }
    reading.dependencies = Set(reading.stateActors.keys.filter(facts.isDependency))
    reading.actors = builder.actors
    reading.mentions = builder.mentions
    reading.mentionOfToken = builder.owner
  }

  /// Who signs an official text, and which states its title names.
  private func readHead(of document: DocumentPart, _ publisher: String, _ reading: inout Reading) {
    let title = mentions(in: SourceText(document.title ?? ""), published: reading.published)
    for mention in title.mentions {
      for actor in mention.allActors {
        if let state = title.actors[actor].state, state != publisher {
          reading.titleStates.insert(state)
        }
      }
    }
    let byline = mentions(in: SourceText(document.byline ?? ""), published: reading.published)
    let signing = byline.mentions.first {
      let actor = byline.actors[$0.actor]
      return actor.kind == .person && actor.entity != nil && actor.state == publisher
    }
    guard let signing else { return }
    let author = byline.actors[signing.actor]
    if let known = reading.actors.firstIndex(where: { $0.entity == author.entity }) {
      reading.author = known
    } else {
      reading.author = reading.actors.count
      reading.actors.append(author)
    }
  }

  /// "U.S. Department of State": the state whose government speaks; nil for the press.
  private func publisherState(_ outlet: String?) -> String? {
    guard let outlet else { return nil }
    let parse = language.read(SourceText(outlet), in: [ByteSpan(0, outlet.utf8.count)])
    let forms = parse.tokens.map(\.form)
    let words = forms.map { fold($0) }
    guard codebook.sets["government_office"]?.isDisjoint(with: words) == false else { return nil }
    for index in words.indices {
      for match in facts.names(at: index, in: words, forms: forms) {
        if let state = facts.entity(match.entity).state { return state }
      }
    }
    return nil
  }
}

/// A predicate that told an event.
public struct Firing: Sendable, Equatable {
  public var frame: String
  /// The line of the codebook that holds the predicate.
  public var origin: Origin
  /// As the codebook writes it ("verb call prt=off").
  public var predicate: String
}

/// The tables that single stages read.
public struct CodebookTables: Sendable {
  private let files: [String: [UInt8]]

  public init(files: [(path: String, bytes: [UInt8])]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  /// The bytes of a file below the codebook folder; empty where there is none.
  public func bytes(_ path: String) -> [UInt8] { files[path] ?? [] }
}

/// All that the stages found in one document.
public struct Analysis: Sendable {
  public let input: CoderInput
  public let reading: Reading
  public let statements: [DraftStatement]
  let figures: [DraftFigure]
  let claims: [DraftClaim]
  let events: [DraftEvent]
  let misses: [FrameMiss]
}
