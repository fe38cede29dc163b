import ChanceryCoder
import ChanceryData
import ChanceryFacts
import ChanceryLanguage
import ChanceryText
import Testing

/// The names of a text and their kinds.
@Suite struct EntityTests {
  static let reader: EntityReader = {
    let list = UnsafeBufferPointer(start: chancery_resource_list(), count: chancery_resource_count)
    func bytes(_ path: String) -> [UInt8] {
      guard let resource = list.first(where: { String(cString: $0.path) == path }) else {
        return []
      }
      return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.byte_count))
    }
    do {
      let tables = list.map { String(cString: $0.path) }.filter { $0.hasPrefix("Facts/") }
      let gazetteer = try Gazetteer(tables: tables.map { (String($0.dropFirst(6)), bytes($0)) })
      return EntityReader(
        coder: shippedCoder, places: PlaceReader(coder: shippedCoder, gazetteer: gazetteer),
        tagger: NameTagger(bytes: bytes("Model/names.model")))
    } catch {
      fatalError("the shipped data cannot be used: \(error)")
    }
  }()

  @Test(arguments: [
    (
      "Alice Moore of the Nile Institute met Kenyan officials in Kisumu.",
      ["Alice Moore PER", "Nile Institute ORG", "Kenyan NAT", "Kisumu LOC"]
    ),
    (
      "The Norwegian skier Ingrid Solheim won in Oslo.",
      ["Norwegian NAT", "Ingrid Solheim PER", "Oslo LOC"]
    ),
    ("The committee met on Monday and went home.", []),
  ])
  func findsNames(text: String, expected: [String]) {
    let source = SourceText(text)
    let found = Self.reader.entities(in: source).map { "\(source[$0.span]) \($0.kind.rawValue)" }
    #expect(found == expected)
  }

  @Test(arguments: [
    (
      "The government of Peru thanked Foreign Minister Ana Gervasi in Lima.",
      ["The government of Peru ORG", "Foreign Minister Ana Gervasi PER", "Lima LOC"]
    ),
    (
      "Turkey will train Syrian fighters in Turkey.",
      ["Turkey ORG", "Syrian fighters ORG", "Turkey LOC"]
    ),
    ("We met him near the bridge.", ["We ORG", "him PER", "the bridge LOC"]),
    ("It was a long and quiet winter.", []),
  ])
  func findsMentions(text: String, expected: [String]) {
    let source = SourceText(text)
    let found = Self.reader.mentions(in: source).map { "\(source[$0.span]) \($0.kind.rawValue)" }
    #expect(found == expected)
  }

  /// Whatever the bytes are, they make a model or none.
  @Test func refusesWhatIsNoModel() {
    #expect(NameTagger(bytes: []) == nil)
    #expect(NameTagger(bytes: [UInt8](repeating: 7, count: 2_000)) == nil)
  }

  @Test func namesDoNotOverlap() {
    let source = SourceText(
      "The government of Peru thanked Iraqi security forces and the European Union in Lima, Peru.")
    let spans = Self.reader.entities(in: source).map(\.span)
    for (a, b) in zip(spans, spans.dropFirst()) { #expect(a.end <= b.start) }
  }
}
