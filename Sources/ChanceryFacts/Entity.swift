import ChanceryText

/// Something that a name can mean: a state, a person, an organisation, a group, a place, a medium.
public struct Entity: Sendable, Equatable {
  public typealias ID = Int32

  public enum Kind: String, Sendable {
    case state, person, organization, group, place, medium, initiative
  }

  public var id: ID
  public var kind: Kind
  /// The customary full name ("Imran Khan", "Shanghai Cooperation Organization", "Islamabad").
  public var name: String
  /// State key (ISO 3166-1 alpha-3, or a key of a former state); nil for organisations and the stateless.
  public var state: String?
  /// PLOVER sector where it does not depend on the date (groups, organisations: IGO).
  public var sector: String?
  /// Short code of an organisation or group ("SCO", "EU").
  public var code: String?
  public var wikidata: String?
  public var latitude: Double?
  public var longitude: Double?
  /// Inhabitants, for places; 0 where unknown.
  public var population: Int
}

/// How a name means its entity.
public enum NameSense: String, Sendable {
  /// The name of the state, organisation, group, person or place itself.
  case name
  /// "Russian": adjective of a state.
  case demonymAdjective
  /// "Russian", "Pakistanis": a person or people of a state.
  case demonymNoun
  /// A capital that may stand for the government; the match carries the state, not the place.
  case capital
  /// "the Kremlin", "Foggy Bottom": stands for a government, ministry or army.
  case metonym
  /// The surname of a person, or another short form.
  case surname
}

/// A name found in running words.
public struct NameMatch: Sendable, Equatable {
  /// Words of the text that the name covers.
  public var wordCount: Int
  public var entity: Entity.ID
  public var sense: NameSense
  /// Sector that this name gives (metonyms: GOV, MIL, LEG …).
  public var sector: String?
  /// The name has this meaning only between these days.
  public var from: CivilDate?
  public var to: CivilDate?
  /// Also a common word or a person's name: believe it only where the sentence speaks for it ("in Nice").
  public var isWeak: Bool
}

/// A person in an office from one day to another.
public struct OfficeSpan: Sendable, Equatable {
  public var person: Entity.ID
  /// State that the office belongs to; nil for an office of an organisation.
  public var state: String?
  /// Code of the organisation that the office belongs to ("UN").
  public var organization: String?
  /// head_of_state, head_of_government, foreign_minister, defence_minister, … , or minister, official
  public var office: String
  /// "Prime Minister", "Minister of Foreign Affairs"
  public var title: String
  public var sector: String
  public var start: CivilDate?
  /// Nil while in office or where the end is unknown; then `lastSeen` tells.
  public var end: CivilDate?
  public var lastSeen: CivilDate?

  public init(
    person: Entity.ID, state: String?, organization: String? = nil, office: String, title: String,
    sector: String, start: CivilDate?, end: CivilDate?, lastSeen: CivilDate? = nil
  ) {
    self.person = person
    self.state = state
    self.organization = organization
    self.office = office
    self.title = title
    self.sector = sector
    self.start = start
    self.end = end
    self.lastSeen = lastSeen
  }
}
