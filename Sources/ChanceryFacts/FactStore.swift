import ChanceryText

/// Up to four ASCII letters in one number: state keys and sectors.
struct ShortCode: Hashable {
  var raw: UInt32
  static let none = ShortCode(raw: 0)

  init(raw: UInt32) { self.raw = raw }

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.count <= 4 else { return nil }
    raw = 0
    for i in range { raw = raw << 8 | UInt32(bytes[i]) }
  }

  init?(_ text: String) {
    guard text.utf8.count <= 4 else { return nil }
    raw = 0
    for byte in text.utf8 { raw = raw << 8 | UInt32(byte) }
  }

  var text: String? {
    guard raw != 0 else { return nil }
    var letters: [UInt8] = []
    for shift in [24, 16, 8, 0] as [UInt32] where raw >> shift != 0 {
      letters.append(UInt8(truncatingIfNeeded: raw >> shift))
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

/// An entity as it lies in the store; texts stay in the tables.
struct EntityRow {
  var kind: Entity.Kind
  var name: TextRange
  var code = TextRange.none
  var wikidata = TextRange.none
  var state = ShortCode.none
  var sector = ShortCode.none
  var latitude: Float = .nan
  var longitude: Float = .nan
  var population: Int32 = 0
  /// First of the person's offices; -1 without.
  var firstSpan: Int32 = -1
}

struct SpanRow {
  var person: Int32
  var state: ShortCode
  var organization: Int32
  var office: UInt16
  var sector: ShortCode
  var title: TextRange
  var start: Int32
  var end: Int32
  var lastSeen: Int32
  /// Next office of the person.
  var nextOfPerson: Int32
  /// Next holder of such an office in that state.
  var nextOfOffice: Int32
  /// A later table says otherwise; the span counts no more.
  var isReplaced = false
}

struct MembershipRow {
  var organization: Int32
  var state: ShortCode
  var isFull: Bool
  var start: Int32
  var end: Int32
}

struct TitleRow {
  var office: UInt16
  var sector: ShortCode
  var state: ShortCode
  var text: TextRange
  var next: Int32
}

/// First and last day; `NameEntry.noDay` where open.
struct DayRange {
  var first: Int32
  var last: Int32

  init(_ period: (start: Int32?, end: Int32?)) {
    first = period.start ?? NameEntry.noDay
    last = period.end ?? NameEntry.noDay
  }

  init(first: Int32, last: Int32) {
    self.first = first
    self.last = last
  }
}

/// What `offices.tsv` says of an office.
struct OfficeRule {
  var weight: Int
  var related: [UInt16]
}

/// Everything the tables hold, in columns and indices; filled by `FactReader`.
struct FactStore {
  var text: [UInt8] = []
  var entities: [EntityRow] = []
  var spans: [SpanRow] = []
  var memberships: [MembershipRow] = []
  var titles: [TitleRow] = []
  var offices: [String] = []
  var officeRules: [UInt16: OfficeRule] = [:]
  var names = NameIndex(capacity: 160_000)
  var states: [ShortCode: Int32] = [:]
  var statePeriods: [ShortCode: DayRange] = [:]
  /// Territories of another state ("HKG", "GRL").
  var dependencies: Set<ShortCode> = []
  var adjectives: [ShortCode: TextRange] = [:]
  var capitals: [ShortCode: Int32] = [:]
  /// Hash of a code to the organisation or group.
  var codes = KeyTable(capacity: 1024)
  var titleHeads = KeyTable(capacity: 512)
  var officeHeads = KeyTable(capacity: 16_384)
  /// What a metonym is properly called, by the hash of its words and its state.
  var officialNames: [UInt64: TextRange] = [:]
  /// States that claim or hold a disputed area, by the area.
  var claimants: [Int32: [ShortCode]] = [:]
  /// Hash of a surname to the first of `surnameLinks`.
  var surnameHeads = KeyTable(capacity: 50_000)
  var surnameLinks: [(person: Int32, next: Int32)] = []

  func string(_ range: TextRange) -> String { String(decoding: text[range.range], as: UTF8.self) }

  func officeKey(_ office: UInt16, _ state: ShortCode) -> UInt64 {
    NamePieces.join(UInt64(state.raw) << 16 | UInt64(office), 1)
  }
}
