import ChanceryCoder
import ChanceryRecord
import ChanceryText
import Testing

/// Who is meant: words of a sentence, the day, and the actor that they must mean.
@Suite struct MentionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var mention: String
    var published: String
    /// Last word of the name, or all of it.
    var name: String?
    var state: String?
    var sector: String?

    init(
      _ text: String, _ mention: String, _ published: String, _ name: String?, _ state: String?,
      _ sector: String?
    ) {
      self.text = text
      self.mention = mention
      self.published = published
      self.name = name
      self.state = state
      self.sector = sector
    }

    var testDescription: String { "\(mention), \(published)" }
  }

  static let first: [Case] = [
    Case(
      "Russian Foreign Minister Sergey Lavrov flew to Ankara.",
      "Russian Foreign Minister Sergey Lavrov",
      "2019-06-10", "Lavrov", "RUS", "GOV"),
    Case(
      "Secretary of State Antony J. Blinken spoke to reporters in Doha.",
      "Secretary of State Antony J. Blinken",
      "2022-11-22", "Blinken", "USA", "GOV"),
    Case(
      "U.S. President Donald Trump threatened new tariffs on Mexico.",
      "U.S. President Donald Trump",
      "2019-05-31", "Trump", "USA", "GOV"),
    Case(
      "Prime Minister of Pakistan Imran Khan opened the corridor.", "Imran Khan",
      "2019-11-09", "Khan", "PAK", "GOV"),
    Case(
      "Imran Khan, Pakistan's prime minister, welcomed the offer.", "Pakistan's prime minister",
      "2019-07-23", "Khan", "PAK", "GOV"),
    Case(
      "Ahmed al-Sharaa, de facto leader of Syria, met the envoys.", "Ahmed al-Sharaa",
      "2025-01-03", "al-Sharaa", "SYR", "GOV"),
    Case(
      "Kyrgyz President Sadyr Japarov opened the congress.", "Kyrgyz President Sadyr Japarov",
      "2023-10-01", nil, "KGZ", "GOV"),
    Case(
      "Home Secretary Shabana Mahmood announced stricter visa rules.",
      "Home Secretary Shabana Mahmood",
      "2025-10-20", "Mahmood", "GBR", "GOV"),
    Case(
      "Liu Shyh-fang, Taiwan's interior minister, rejected the warrant.", "Liu Shyh-fang",
      "2026-01-08", "Shyh-fang", "TWN", "GOV"),
    Case(
      "Former president George W. Bush visited the troops.", "Former president George W. Bush",
      "2014-05-02", "Bush", "USA", "ELI"),
    Case(
      "The former Pakistani president Pervez Musharraf left for Dubai.",
      "former Pakistani president Pervez Musharraf",
      "2016-03-18", "Musharraf", "PAK", "ELI"),
    Case(
      "President Kennedy ordered the quarantine.", "President Kennedy",
      "1962-10-23", "Kennedy", "USA", "GOV"),
    Case(
      "President Nixon landed in Beijing.", "President Nixon",
      "1972-02-21", "Nixon", "USA", "GOV"),
    Case(
      "President Park received the American delegation.", "President Park",
      "1975-08-10", "Hee", "KOR", "GOV"),
    Case(
      "President Park called for unification talks.", "President Park",
      "2014-03-28", "Geun-hye", "KOR", "GOV"),
    Case(
      "Prime Minister Thatcher refused to negotiate.", "Prime Minister Thatcher",
      "1982-05-04", "Thatcher", "GBR", "GOV"),
    Case(
      "Chancellor Merkel telephoned the Greek premier.", "Chancellor Merkel",
      "2015-07-06", "Merkel", "DEU", "GOV"),
    Case(
      "Mr. Gorbachev proposed deep cuts.", "Gorbachev",
      "1986-10-11", "Gorbachev", "SUN", "GOV"),
    Case(
      "The Russian president toured the shipyard.", "Russian president",
      "1995-04-12", "Yeltsin", "RUS", "GOV"),
    Case(
      "The Russian president toured the shipyard.", "Russian president",
      "2009-04-12", "Medvedev", "RUS", "GOV"),
    Case(
      "China's foreign minister flew to Colombo.", "China's foreign minister",
      "2020-01-15", "Yi", "CHN", "GOV"),
    Case(
      "The British prime minister apologised.", "British prime minister",
      "2020-02-15", "Johnson", "GBR", "GOV"),
    Case(
      "The UN chief condemned the raid.", "UN chief",
      "2018-04-10", "Guterres", nil, "IGO"),
    Case(
      "The UN Security Council met in emergency session.", "UN Security Council",
      "2018-04-10", "UN", nil, "IGO"),
    Case(
      "NATO troops left the valley.", "NATO",
      "2010-04-10", "NATO", nil, "IGO"),
    Case(
      "The FBI accused Iran of the intrusion.", "FBI",
      "2020-10-22", nil, "USA", nil),
    Case(
      "The Pentagon denied the report.", "Pentagon",
      "2020-01-09", nil, "USA", nil),
    Case(
      "The Kremlin rejected the claim.", "Kremlin",
      "2018-03-14", "Kremlin", "RUS", "GOV"),
    Case(
      "The Kremlin rejected the claim.", "Kremlin",
      "1983-09-06", "Kremlin", "SUN", "GOV"),
    Case(
      "Moscow expelled two Polish diplomats.", "Moscow",
      "2021-04-16", "Russia", "RUS", "GOV"),
    Case(
      "Islamabad summoned the Indian envoy.", "Islamabad",
      "2019-02-15", "Pakistan", "PAK", "GOV"),
    Case(
      "Prague recalled its ambassador.", "Prague",
      "1978-06-01", "Czechoslovakia", "CSK", "GOV"),
    Case(
      "Belgrade rejected the ultimatum.", "Belgrade",
      "1991-07-02", "Yugoslavia", "YUG", "GOV"),
    Case(
      "The delegation met the governor in Moscow.", "Moscow",
      "2016-04-01", "Moscow", "RUS", nil),
    Case(
      "Washington and Tehran exchanged prisoners.", "Washington",
      "2016-01-17", "United States", "USA", "GOV"),
    Case(
      "Washington and Tehran exchanged prisoners.", "Tehran",
      "2016-01-17", "Iran", "IRN", "GOV"),
    Case(
      "Talks between Moscow and Kyiv broke down.", "Kyiv",
      "2022-04-12", "Ukraine", "UKR", "GOV"),
    Case(
      "Chinese ships entered the lagoon.", "Chinese ships",
      "2023-08-06", nil, "CHN", "MIL"),
    Case(
      "Russian forces shelled the depot.", "Russian forces",
      "2022-06-06", nil, "RUS", "MIL"),
    Case(
      "Pakistan's army returned fire.", "Pakistan's army",
      "2017-05-01", nil, "PAK", "MIL"),
    Case(
      "Israeli warplanes bombed the airfield.", "Israeli warplanes",
      "2018-04-09", nil, "ISR", "MIL"),
    Case(
      "Japanese lawmakers visited the shrine.", "Japanese lawmakers",
      "2013-04-23", nil, "JPN", "LEG"),
    Case(
      "Iranian state television broadcast the confession.", "Iranian state television",
      "2019-07-23", nil, "IRN", "JRN"),
    Case(
      "Turkish police detained the suspects.", "Turkish police",
      "2017-07-23", nil, "TUR", "COP"),
  ]

  static let second: [Case] = [
    Case(
      "Palestinians marched to the fence.", "Palestinians",
      "2018-03-30", nil, "PSE", nil),
    Case(
      "The Taliban captured the town.", "Taliban",
      "2015-09-28", "Taliban", "AFG", "REB"),
    Case(
      "The Taliban asked for recognition.", "Taliban",
      "2022-09-28", "Taliban", "AFG", "GOV"),
    Case(
      "Hezbollah fired rockets at the town.", "Hezbollah",
      "2006-07-13", "Hezbollah", "LBN", "REB"),
    Case(
      "Foreign Minister Zarif arrived in Vienna.", "Foreign Minister Zarif",
      "2015-07-05", "Zarif", "IRN", "GOV"),
    Case(
      "Defence Minister Ivanov inspected the fleet.", "Defence Minister Ivanov",
      "2004-06-05", "Ivanov", "RUS", "GOV"),
    Case(
      "PM Khan telephoned the Saudi king.", "PM Khan",
      "2019-06-10", "Khan", "PAK", "GOV"),
    Case(
      "Premier Li Keqiang toured the plant.", "Premier Li Keqiang",
      "2015-05-20", "Keqiang", "CHN", "GOV"),
    Case(
      "French Prime Minister Edouard Philipp resigned.", "French Prime Minister Edouard Philipp",
      "2019-05-20", "Philippe", "FRA", "GOV"),
    Case(
      "Krygyzstan closed the border.", "Krygyzstan",
      "2010-04-08", "Kyrgyzstan", "KGZ", "GOV"),
    Case(
      "Khan arrived in Riyadh. Imran Khan met the king.", "Imran Khan",
      "2019-09-19", "Khan", "PAK", "GOV"),
    Case(
      "Sergey Lavrov arrived in Delhi. Lavrov praised the talks.", "Lavrov",
      "2019-09-19", "Lavrov", "RUS", "GOV"),
    Case(
      "Xi Jinping hosted a banquet. Xi thanked the guests.", "Xi",
      "2019-09-19", "Jinping", "CHN", "GOV"),
    Case(
      "Sergey Lavrov met Wang Yi. He praised the talks.", "He",
      "2019-09-19", "Lavrov", "RUS", "GOV"),
    Case(
      "France condemned the coup. It recalled its envoy.", "It",
      "2019-09-19", "France", "FRA", "GOV"),
    Case(
      "France and Germany signed a treaty. Both countries praised it.", "Both countries",
      "2019-01-22", "France", "FRA", "GOV"),
    Case(
      "France and Germany signed a treaty. The two sides will meet again.", "The two sides",
      "2019-01-22", "France", "FRA", "GOV"),
    Case(
      "Imran Khan met the press. The prime minister denied the claim.", "prime minister",
      "2019-09-19", "Khan", "PAK", "GOV"),
    Case(
      "Ukraine declared a truce. The country faces a hard winter.", "The country",
      "2014-09-19", "Ukraine", "UKR", "GOV"),
    Case(
      "Sergey Lavrov met his Turkish counterpart in Sochi.", "Turkish counterpart",
      "2018-09-17", "Çavuşoğlu", "TUR", "GOV"),
    Case(
      "The foreign ministers of Canada, France and Japan met in Paris.", "foreign ministers",
      "2018-06-08", "foreign minister of Canada", "CAN", "GOV"),
    Case(
      "Russian and Pakistani officials met in Moscow.", "Pakistani officials",
      "2018-06-08", "Pakistani officials", "PAK", "GOV"),
    Case(
      "Leaders of India and China agreed to talk.", "Leaders",
      "2018-04-27", "leader of India", "IND", "GOV"),
    Case(
      "The ambassador flew from Atlanta to Tbilisi.", "Atlanta",
      "2018-04-27", "Atlanta", "USA", nil),
    Case(
      "Jordan signed the accord.", "Jordan",
      "1994-10-26", "Jordan", "JOR", "GOV"),
    Case(
      "Niger closed the base.", "Niger",
      "2024-03-17", "Niger", "NER", "GOV"),
    Case(
      "Chad sent soldiers to Mali.", "Chad",
      "2013-01-17", "Chad", "TCD", "GOV"),
    Case(
      "The Congo protested from Brazzaville.", "Congo",
      "1998-01-17", "Republic of the Congo", "COG", "GOV"),
    Case(
      "Equatorial Guinea reopened its embassy.", "Equatorial Guinea",
      "2012-01-17", "Equatorial Guinea", "GNQ", "GOV"),
    Case(
      "Turkish Airlines resumed flights to Libya.", "Turkish Airlines",
      "2020-09-17", nil, "TUR", "BUS"),
    Case(
      "European Commission President Ursula von der Leyen visited Kyiv.",
      "European Commission President Ursula von der Leyen",
      "2022-04-08", "Leyen", nil, "IGO"),
    Case(
      "The European Union extended the sanctions.", "European Union",
      "2017-06-28", "EU", nil, "IGO"),
    Case(
      "US envoy Zalmay Khalilzad met the Taliban in Doha.", "US envoy Zalmay Khalilzad",
      "2019-02-25", "Khalilzad", "USA", "GOV"),
    Case(
      "Belgian Prime Minister Jan Achternaam resigned.", "Belgian Prime Minister Jan Achternaam",
      "2019-02-25", "Achternaam", "BEL", "GOV"),
    Case(
      "Chilean General Juan Nombre Apellido retired.", "Chilean General Juan Nombre Apellido",
      "2019-02-25", "Apellido", "CHL", "MIL"),
    Case(
      "Miss Jane Placeholder, a Kenyan lawmaker, protested.", "Jane Placeholder",
      "2019-02-25", "Placeholder", "KEN", "LEG"),
    Case(
      "Minister of Education Anna Beispiel of Austria resigned.", "Anna Beispiel",
      "2019-02-25", "Beispiel", "AUT", "GOV"),
    Case(
      "Vice President Mike Pence addressed the forum.", "Vice President Mike Pence",
      "2018-11-16", "Pence", "USA", "GOV"),
    Case(
      "Crown Prince Mohammed bin Salman received the guests.", "Crown Prince Mohammed bin Salman",
      "2021-11-16", "Salman", "SAU", "GOV"),
    Case(
      "The Soviet Union tested a bomb.", "Soviet Union",
      "1961-10-30", "Soviet Union", "SUN", "GOV"),
    Case(
      "The Soviets tested a bomb.", "Soviets",
      "1961-10-30", "Soviet Union", "SUN", "GOV"),
    Case(
      "The US leader spoke by phone with the Mongolian president.", "US leader",
      "2008-02-05", "Bush", "USA", "GOV"),
    Case(
      "In 1993 the Russian president dissolved parliament.", "Russian president",
      "2015-10-03", "Yeltsin", "RUS", "GOV"),
    Case(
      "External Affairs Minister Jaishankar left for Moscow.",
      "External Affairs Minister Jaishankar",
      "2019-08-26", "Jaishankar", "IND", "GOV"),
  ]

  @Test(arguments: first + second) func meansActor(_ example: Case) {
    let record = record(example.text, published: example.published)
    let text = Array(record.document.text.unicodeScalars)
    let found = record.actors.filter { actor in
      actor.mentions.contains { span in
        String(String.UnicodeScalarView(text[span.start..<span.end])) == example.mention
      }
    }
    let fits = found.contains { actor in
      (example.name.map {
        actor.name == $0 || actor.name.hasSuffix(" \($0)") || actor.name.contains($0)
      }
        ?? true) && actor.state == example.state
        && (example.sector.map { $0 == actor.sector } ?? true)
    }
    #expect(fits, "\(example.mention) means \(found.map { ($0.name, $0.state, $0.sector) })")
  }

  /// Places without a table entry are nobody.
  @Test(arguments: [
    ("Villagers in Kryvyi Rih fled.", "Kryvyi Rih"), ("A reporter met them in Lutsk.", "them"),
    ("Crowds gathered near Qarya Jadida.", "Qarya Jadida"),
  ]) func meansNobody(_ text: String, _ mention: String) {
    let record = record(text, published: "2023-10-03")
    let scalars = Array(text.unicodeScalars)
    for actor in record.actors where actor.kind == .person {
      for span in actor.mentions {
        #expect(String(String.UnicodeScalarView(scalars[span.start..<span.end])) != mention)
      }
    }
  }

  /// "We" of a joint release are all that issue it.
  @Test func jointStatement() {
    let text = """
      We, the Foreign Ministers of Canada, France, and Japan, condemn the launch. We call on Iran to stop.
      """
    let source = record(text, published: "2022-05-01", outlet: "U.S. Department of State")
    let states = source.actors.filter { actor in
      actor.mentions.contains { $0 == Span(0, 2) }
    }.compactMap(\.state).sorted()
    #expect(states == ["CAN", "FRA", "JPN"])
  }
}

/// The record of a text of an outlet.
private func record(_ text: String, published: String, outlet: String) -> Record {
  let source = SourceText(text)
  var document = DocumentPart(
    id: "test", published: DateInterval(iso: published).map { Published($0, basis: .given) },
    text: text, body: [Span(0, source.codePointCount)])
  document.outlet = outlet
  return shippedCoder.code(
    CoderInput(document: document, text: source, body: [ByteSpan(0, source.byteCount)]))
}
