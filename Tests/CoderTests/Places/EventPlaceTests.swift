import ChanceryRecord
import Testing

/// Where happenings were. Sentences are the project's own; each tells one event of the type at a place.
@Suite struct EventPlaceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var type: EventType
    /// Name of the place, or nil for none.
    var place: String?
    var country: String?
    var testDescription: String { text }

    init(_ text: String, _ type: EventType, _ place: String?, _ country: String?) {
      self.text = text
      self.type = type
      self.place = place
      self.country = country
    }
  }

  @Test(arguments: [
    Case("Emmanuel Macron met Xi Jinping in Beijing on Monday.", .consult, "Beijing", "CHN"),
    Case("Narendra Modi visited Moscow in 2019.", .consult, "Moscow", "RUS"),
    Case(
      "Olaf Scholz visited Kenya in 2023. He made a speech in the capital.", .consult, "Kenya",
      "KEN"),
    Case(
      "Officials of India and China held talks at a hotel in Geneva.", .consult, "Geneva", "CHE"),
    Case(
      "Turkey and Greece signed an agreement on fishing in Ankara.", .support, "Ankara", "TUR"),
    Case("Russian missiles struck Kharkiv in 2022.", .assault, "Kharkiv", "UKR"),
    Case("Iraq invaded Kuwait in 1990.", .assault, "Kuwait", "KWT"),
    Case("Poland expelled three Russian diplomats in 2021.", .sanction, "Poland", "POL"),
    Case(
      "Finland closed its border with Russia in 2023.", .sanction, "Finland", "FIN"),
    Case(
      "Emmanuel Macron spoke by phone with Vladimir Putin in 2022.", .consult, nil, nil),
    Case(
      "The United States imposed sanctions on banks in Iran in 2018.", .sanction, nil, nil),
    Case(
      "France condemned the attack in Mogadishu by Somalia's rebels.", .accuse, nil, nil),
  ])
  func place(_ test: Case) {
    let record = record(test.text)
    let events = record.events.filter { $0.type == test.type }
    #expect(events.first?.where?.name == test.place, "\(events.map { $0.where?.name ?? "-" })")
    #expect(events.first?.where?.country == test.country)
  }

  @Test func whatIsDoneAtAMeetingIsWhereItIs() {
    let record = record(
      "Shavkat Mirziyoyev met Emomali Rahmon in Samarkand on Friday. "
        + "Uzbekistan and Tajikistan signed an agreement on water.", published: "2022-06-12")
    let signing = record.events.first { $0.type == .support }
    #expect(signing?.where?.name == "Samarkand")
    #expect(signing?.where?.country == "UZB")
  }

  @Test func wordsOfThePlaceAreTold() {
    let text = "Emmanuel Macron met Xi Jinping in Beijing on Monday."
    let record = record(text)
    let span = record.events.first?.where?.text
    #expect(span == Span(text.utf8.count - 18, text.utf8.count - 11))
  }
}
