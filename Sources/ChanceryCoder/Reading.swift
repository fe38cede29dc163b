import ChanceryFacts
import ChanceryLanguage
import ChanceryText

/// Words that refer to a participant or a place.
public struct Mention: Sendable, Equatable {
  public enum Form: Sendable { case name, nominal, pronoun, adjective }

  /// Tokens that the mention covers, without determiners before it.
  public var tokens: Range<Int>
  /// The token that governs the others.
  public var head: Int
  /// Index into `Reading.actors`.
  public var actor: Int
  /// Further actors that the same words mean ("both sides", "the two leaders").
  public var coActors: [Int] = []
  public var form: Form
  /// "each other": the actors do it to one another.
  public var isReciprocal = false

  public init(
    tokens: Range<Int>, head: Int, actor: Int, coActors: [Int] = [], form: Form,
    isReciprocal: Bool = false
  ) {
    self.tokens = tokens
    self.head = head
    self.actor = actor
    self.coActors = coActors
    self.form = form
    self.isReciprocal = isReciprocal
  }

  /// All actors that the words mean.
  public var allActors: [Int] { [actor] + coActors }
}

/// An actor while the document is being read; becomes `Actor` of the record.
public struct DraftActor: Sendable, Equatable {
  public enum Kind: String, Sendable { case person, office, state, organization, group, place }

  public var name: String
  public var kind: Kind
  public var state: String?
  public var sector: String?
  public var role: String?
  public var entity: Entity.ID?
  /// Short code of an organisation.
  public var code: String?
  /// A newspaper, agency or broadcaster.
  public var isMedium = false

  public init(
    name: String, kind: Kind, state: String? = nil, sector: String? = nil, role: String? = nil,
    entity: Entity.ID? = nil, code: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.state = state
    self.sector = sector
    self.role = role
    self.entity = entity
    self.code = code
  }

  /// What makes two participants different sides: the state, else the code of an organisation, else the name.
  public var party: String { state ?? code ?? name }

  /// The side one is on: an armed or political group is another side than the government of its state.
  public var side: String {
    let isGroup = kind == .group || ["REB", "OPP", "UAF", "PRM"].contains(sector ?? "")
    return isGroup ? "\(party)/\(kind == .group ? name : sector ?? "")" : party
  }
}

/// A time expression of the text and what it means (TIMEX3 type and value).
public struct TimeExpression: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  public var span: ByteSpan
  /// Tokens that the expression covers.
  public var tokens: Range<Int>
  public var kind: Kind
  /// TIMEX3 value ("2019-06-13", "1969", "P2W", "PAST_REF"); empty where it has none.
  public var value: String
  /// The days it covers, where it means a period of the calendar.
  public var interval: DateInterval?

  public init(
    span: ByteSpan, tokens: Range<Int>, kind: Kind, value: String, interval: DateInterval?
  ) {
    self.span = span
    self.tokens = tokens
    self.kind = kind
    self.value = value
    self.interval = interval
  }
}

/// What the earlier stages know of a document; the later ones read it.
public struct Reading: Sendable {
  public let text: SourceText
  public let body: [ByteSpan]
  public let published: DateInterval?
  public let parse: ParsedText
  /// The government in whose voice the text speaks (an official release), if any.
  public var publisherState: String?
  /// The document's title.
  public var title: String?
  /// Keys of the states that the title of an official text names, its government's own apart.
  public var titleStates: Set<String> = []
  /// Index into `actors` of the person whose interview or speech the text is, if it is one.
  public var narrator: Int?
  /// Index into `actors` of the official who signs an official text.
  public var author: Int?
  public var actors: [DraftActor] = []
  /// In text order.
  public var mentions: [Mention] = []
  /// In text order, not overlapping.
  public var times: [TimeExpression] = []
  /// Named occasions of known date, in text order, not overlapping.
  public var occasions: [Occasion] = []
  /// The actor of each state that any actor belongs to.
  public var stateActors: [String: Int] = [:]
  /// The actors of the two states that the text is about, if it is about two.
  public var dyad: [Int] = []
  /// Actors of the governments in whose voice the text speaks, one for the publisher's, all for a joint statement.
  public var issuers: [Int] = []
  /// Actor of the one state besides the issuers that an official text is about.
  public var addressee: Int?
  /// Keys of those states of `stateActors` that are another state's territories.
  public var dependencies: Set<String> = []
  /// For each token, the index of the mention that covers it, or -1.
  public var mentionOfToken: [Int32] = []

  public init(text: SourceText, body: [ByteSpan], published: DateInterval?, parse: ParsedText) {
    self.text = text
    self.body = body
    self.published = published
    self.parse = parse
    mentionOfToken = [Int32](repeating: -1, count: parse.tokens.count)
  }

  /// The innermost mention that covers a token.
  public func mention(covering token: Int) -> Mention? {
    let index = mentionOfToken[token]
    return index < 0 ? nil : mentions[Int(index)]
  }
}
