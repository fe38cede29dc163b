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

  /// Eras, sectors, groups, organisations, by-names and misspellings.
  static let third: [Case] = [
    Case(
      "Japanese Prime Minister Sanae Takaichi said Tokyo would not yield.",
      "Japanese Prime Minister Sanae Takaichi", "2026-02-15", "Takaichi", "JPN", "GOV"),
    Case(
      "Secretary of War Hegseth toured the shipyard in Busan.",
      "Secretary of War Hegseth", "2025-10-15", "Hegseth", "USA", "GOV"),
    Case(
      "Vice President Vance landed at the Arctic base with his wife.",
      "Vice President Vance", "2025-03-15", "Vance", "USA", "GOV"),
    Case(
      "Prime Minister Carney ended the digital tax to save the talks.",
      "Prime Minister Carney", "2025-06-15", "Carney", "CAN", "GOV"),
    Case(
      "President Lee flew to Tokyo before meeting the American leader.",
      "President Lee", "2025-08-15", "Jae-myung", "KOR", "GOV"),
    Case(
      "President Lee ordered the armed forces to answer the shelling of the island.",
      "President Lee", "2010-11-15", "Myung-bak", "KOR", "GOV"),
    Case(
      "The Soviet leader spoke with the American president by the fireside.",
      "Soviet leader", "1985-11-15", "Gorbachev", "SUN", "GOV"),
    Case(
      "Mrs. Meir appealed to Washington for an airlift.",
      "Meir", "1973-10-15", "Meir", "ISR", "GOV"),
    Case(
      "President Nasser closed the straits to Israeli shipping.",
      "President Nasser", "1967-05-15", "Nasser", "EGY", "GOV"),
    Case(
      "Chancellor Brandt knelt before the memorial in Warsaw.",
      "Chancellor Brandt", "1970-12-15", "Brandt", "BRD", "GOV"),
    Case(
      "General de Gaulle vetoed the British bid to join the Common Market.",
      "General de Gaulle", "1963-01-15", "Gaulle", "FRA", "GOV"),
    Case(
      "Prime Minister Eden halted the advance along the canal.",
      "Prime Minister Eden", "1956-11-15", "Eden", "GBR", "GOV"),
    Case(
      "Prime Minister Nehru greeted the delegates from Ceylon.",
      "Prime Minister Nehru", "1955-04-15", "Nehru", "IND", "GOV"),
    Case(
      "Generalissimo Chiang Kai-shek offered troops for Korea.",
      "Generalissimo Chiang Kai-shek", "1950-10-15", "Kai-shek", "TWN", "GOV"),
    Case(
      "Ho Chi Minh sent his foreign minister to Geneva.",
      "Ho Chi Minh", "1954-05-15", "Minh", "DVN", "GOV"),
    Case("Saigon objected to the draft accord.", "Saigon", "1972-12-15", nil, "RVN", "GOV"),
    Case(
      "East Berlin blamed western agents for the strikes.",
      "East Berlin", "1953-06-15", nil, "DDR", "GOV"),
    Case(
      "Belgrade agreed to pull its troops out of Kosovo.",
      "Belgrade", "1999-06-15", nil, "SCG", "GOV"),
    Case(
      "Taipei said eleven missiles had fallen into nearby waters.",
      "Taipei", "2022-08-15", nil, "TWN", "GOV"),
    Case(
      "Hong Kong's leader defended the security law against American criticism.",
      "Hong Kong's leader", "2020-05-15", "Lam", "HKG", "GOV"),
    Case(
      "Hamas gunmen crossed the fence and seized hostages.",
      "Hamas", "2023-10-15", "Hamas", "PSE", "REB"),
    Case(
      "M23 fighters entered Goma as Congolese soldiers fled.",
      "M23", "2025-01-15", "Movement", "COD", "REB"),
    Case(
      "The Zapatistas seized four towns and declared war on the government.",
      "Zapatistas", "1994-01-15", "Zapatistas", "MEX", "REB"),
    Case(
      "The contras ambushed a column near the Honduran border.",
      "contras", "1986-06-15", "Contras", "NIC", "REB"),
    Case("The PLO agreed to leave Beirut.", "PLO", "1982-07-15", "Organization", "PSE", "REB"),
    Case(
      "The peshmerga entered Kirkuk alongside American special forces.",
      "peshmerga", "2003-04-15", "peshmerga", "IRQ", "MIL"),
    Case("Boko Haram overran the base at Baga.", "Boko Haram", "2015-01-15", "Haram", "NGA", "REB"),
    Case(
      "General Burhan froze the bank accounts of the paramilitaries.",
      "General Burhan", "2023-05-15", "al-Burhan", "SDN", "GOV"),
    Case(
      "Hassan Nasrallah vowed to send more fighters to Aleppo.",
      "Hassan Nasrallah", "2016-07-15", "Nasrallah", "LBN", "REB"),
    Case(
      "Radovan Karadzic rejected the Vance-Owen map.",
      "Radovan Karadzic", "1993-02-15", "Karadžić", "BIH", "REB"),
    Case(
      "Jonas Savimbi thanked Washington for the Stinger missiles.",
      "Jonas Savimbi", "1987-08-15", "Savimbi", "AGO", "REB"),
    Case(
      "Yevgeny Prigozhin turned his columns back before Moscow.",
      "Yevgeny Prigozhin", "2023-06-15", "Prigozhin", "RUS", "PRM"),
    Case(
      "Captain Traore expelled the French ambassador from Ouagadougou.",
      "Captain Traore", "2023-08-15", "Traoré", "BFA", "GOV"),
    Case(
      "General Tiani accused France of planning a strike on the palace.",
      "General Tiani", "2023-08-15", "Tiani", "NER", "GOV"),
    Case(
      "General Kayani discussed the border posts with the American commander.",
      "General Kayani", "2012-03-15", "Kayani", "PAK", "MIL"),
    Case(
      "Prime Minister Bhutto recognised Bangladesh at the Lahore summit.",
      "Prime Minister Bhutto", "1974-02-15", "Bhutto", "PAK", "GOV"),
    Case(
      "Prime Minister Gandhi addressed a joint session of Congress.",
      "Prime Minister Gandhi", "1985-06-15", "Gandhi", "IND", "GOV"),
    Case(
      "Premier Li signed trade deals in London.",
      "Premier Li", "2014-06-15", "Keqiang", "CHN", "GOV"),
    Case(
      "President Bush gave the Iraqi leader forty-eight hours to leave.",
      "President Bush", "2003-03-15", "Bush", "USA", "GOV"),
    Case(
      "President Bush gave the Iraqi leader forty-eight hours to leave.",
      "Iraqi leader", "2003-03-15", "Hussein", "IRQ", "GOV"),
    Case(
      "The North Korean leader inspected plans to fire missiles towards Guam.",
      "North Korean leader", "2017-08-15", "Jong-un", "PRK", "GOV"),
    Case(
      "The ousted Syrian president was granted asylum in Moscow.",
      "ousted Syrian president", "2024-12-15", "al-Assad", "SYR", "ELI"),
    Case(
      "Ayatollah Khomeini refused to receive the American envoys.",
      "Ayatollah Khomeini", "1979-11-15", "Khomeini", "IRN", "GOV"),
    Case(
      "Supreme Leader Mojtaba Khamenei rejected the American terms.",
      "Supreme Leader Mojtaba Khamenei", "2026-04-15", "Khamenei", "IRN", "GOV"),
    Case(
      "Pope Leo XIV offered the Vatican as a venue for the talks.",
      "Pope Leo XIV", "2025-05-15", "XIV", "VAT", "GOV"),
    Case(
      "The Pope urged Congress to lift the embargo on Cuba.",
      "Pope", "2015-09-15", "Francis", "VAT", "GOV"),
    Case(
      "NATO Secretary General Solana ordered the air strikes to begin.",
      "NATO Secretary General Solana", "1999-03-15", "Solana", nil, "IGO"),
    Case(
      "Hans Blix told the Security Council that Iraq had not accepted disarmament.",
      "Hans Blix", "2003-01-15", "Blix", nil, "IGO"),
    Case(
      "The West African bloc gave the junta a week to step down.",
      "West African bloc", "2023-07-15", "ECOWAS", nil, "IGO"),
    Case(
      "The Arab League accepted the Syrian opposition coalition as a partner.",
      "Arab League", "2012-11-15", "AL", nil, "IGO"),
    Case(
      "The 28-nation bloc extended the sanctions against Russia by six months.",
      "28-nation bloc", "2016-06-15", "EU", nil, "IGO"),
    Case(
      "EU foreign policy chief Kaja Kallas arrived in Kyiv.",
      "EU foreign policy chief Kaja Kallas", "2025-04-15", "Kallas", nil, "IGO"),
    Case(
      "The International Criminal Court issued a warrant for the Russian president.",
      "International Criminal Court", "2023-03-15", "ICC", nil, "IGO"),
    Case(
      "Kofi Annan flew to Baghdad to see the palaces opened.",
      "Kofi Annan", "1998-02-15", "Annan", nil, "IGO"),
    Case(
      "The UN Secretary-General refused to resign.",
      "UN Secretary-General", "1960-09-15", "Hammarskjöld", nil, "IGO"),
    Case("The CSTO sent paratroopers to Almaty.", "CSTO", "2022-01-15", "CSTO", nil, "IGO"),
    Case(
      "The G7 leaders promised to stand by Ukraine.",
      "G7 leaders", "2022-06-15", "G7", nil, "IGO"),
    Case(
      "Downing Street conceded that Britain would not join the strikes.",
      "Downing Street", "2013-09-15", nil, "GBR", "GOV"),
    Case(
      "Malacanang recalled its envoy over the shoal.",
      "Malacanang", "2012-07-15", nil, "PHL", "GOV"),
    Case(
      "South Block summoned the Pakistani high commissioner.",
      "South Block", "2019-02-15", nil, "IND", "GOV"),
    Case(
      "The Quai d'Orsay insisted on a second resolution.",
      "Quai d'Orsay", "2003-02-15", nil, "FRA", "GOV"),
    Case(
      "Itamaraty denied that Brasilia had sided with Moscow.",
      "Itamaraty", "2023-04-15", nil, "BRA", "GOV"),
    Case(
      "The Casa Rosada congratulated the new leader in Montevideo.",
      "Casa Rosada", "2025-06-15", nil, "ARG", "GOV"),
    Case("The Duma voted to annex the peninsula.", "Duma", "2014-03-15", nil, "RUS", "LEG"),
    Case(
      "The IRGC denied that its boats had harassed the destroyer.",
      "IRGC", "2015-07-15", nil, "IRN", "MIL"),
    Case("The IDF struck the airport south of Beirut.", "IDF", "2006-07-15", nil, "ISR", "MIL"),
    Case(
      "The KGB followed the American attache to the station.",
      "KGB", "1983-09-15", nil, "SUN", "SPY"),
    Case("Georgia applied to join the European Union.", "Georgia", "2022-03-15", nil, "GEO", "GOV"),
    Case("Dominica joined the Bolivarian alliance.", "Dominica", "2008-07-15", nil, "DMA", "GOV"),
    Case(
      "Guinea-Bissau shut its border after the coup.",
      "Guinea-Bissau", "2012-04-15", nil, "GNB", "GOV"),
    Case(
      "Congo accused Rwanda of arming the rebels outside Goma.",
      "Congo", "2012-11-15", nil, "COD", "GOV"),
    Case(
      "North Korea hurled seven divisions across the parallel.",
      "North Korea", "1950-06-15", nil, "PRK", "GOV"),
    Case(
      "Turkiye recalled its ambassador from Tel Aviv.",
      "Turkiye", "2024-09-15", nil, "TUR", "GOV"),
    Case(
      "Kazakstan let the American planes refuel at Almaty.",
      "Kazakstan", "2001-03-15", nil, "KAZ", "GOV"),
    Case(
      "Iranian Foreign Minister Mohamad Javad Zareef returned to Vienna.",
      "Iranian Foreign Minister Mohamad Javad Zareef", "2015-06-15", "Zarif", "IRN", "GOV"),
    Case(
      "Prime Minister Nawaz Shareef flew to Washington to end the fighting in Kargil.",
      "Prime Minister Nawaz Shareef", "1999-07-15", "Sharif", "PAK", "GOV"),
    Case(
      "Greenlandic Prime Minister Mute Egede refused to meet the envoy.",
      "Greenlandic Prime Minister Mute Egede", "2022-02-15", "Egede", "GRL", "GOV"),
    Case(
      "Chinese commerce ministry spokesman Gao Weng said Beijing would retaliate.",
      "Chinese commerce ministry spokesman Gao Weng", "2018-09-15", "Weng", "CHN", "GOV"),
    Case(
      "Brazilian oil company Petrolux signed a contract with Angola.",
      "Brazilian oil company Petrolux", "2013-05-15", "Petrolux", "BRA", "BUS"),
    Case(
      "Venezuelan lawmakers condemned the coup in Honduras.",
      "Venezuelan lawmakers", "2009-06-15", nil, "VEN", "LEG"),
    Case(
      "The Malaysian police arrested the suspected bomber for Indonesia.",
      "Malaysian police", "2003-10-15", nil, "MYS", "COP"),
    Case("KCNA threatened a sea of fire.", "KCNA", "2013-04-15", "KCNA", "PRK", "JRN"),
    Case(
      "Dawn reported that the Indian pilot would be freed.",
      "Dawn", "2019-02-15", "Dawn", "PAK", "JRN"),
    Case(
      "Mr. Armitage extracted a pledge from the general in Islamabad.",
      "Armitage", "2002-05-15", "Armitage", "USA", "GOV"),
    Case(
      "Zalmay Khalilzad opened talks with the Taliban in Doha.",
      "Zalmay Khalilzad", "2018-10-15", "Khalilzad", "USA", "GOV"),
    Case(
      "Steve Witkoff met the Iranian foreign minister in Muscat.",
      "Iranian foreign minister", "2025-04-15", "Araghchi", "IRN", "GOV"),
    Case(
      "The Chinese ambassador in Moscow called the ties rock solid.",
      "Chinese ambassador", "2022-03-15", nil, "CHN", "GOV"),
    Case(
      "Foreign Secretary Rao left for Islamabad.",
      "Foreign Secretary Rao", "2010-07-15", "Rao", "IND", "GOV"),
    Case(
      "Prime Minister Singh met the Chinese premier.",
      "Prime Minister Singh", "2013-09-15", "Singh", "IND", "GOV"),
    Case(
      "Foreign Minister Gromyko assured the president that the weapons were defensive.",
      "Foreign Minister Gromyko", "1962-10-15", "Gromyko", "SUN", "GOV"),
    Case(
      "Secretary Kissinger shuttled between Cairo and Jerusalem.",
      "Secretary Kissinger", "1973-11-15", "Kissinger", "USA", "GOV"),
    Case(
      "President Clinton dined with the Russian leader.",
      "Russian leader", "1996-04-15", "Yeltsin", "RUS", "GOV"),
    Case(
      "Speaker Pelosi landed in Taipei despite Chinese warnings.",
      "Speaker Pelosi", "2022-08-15", "Pelosi", "USA", "LEG"),
    Case(
      "Philippine President Duterte announced a separation from the United States.",
      "Philippine President Duterte", "2016-10-15", "Duterte", "PHL", "GOV"),
    Case(
      "President Marcos received the American envoy.",
      "President Marcos", "1984-01-15", "Marcos", "PHL", "GOV"),
    Case(
      "General Pinochet broke off ties with Hanoi.",
      "General Pinochet", "1975-04-15", "Pinochet", "CHL", "GOV"),
    Case(
      "Prime Minister Smith declared independence from Britain.",
      "Prime Minister Smith", "1965-11-15", "Smith", "ZWE", "GOV"),
    Case(
      "President Ruto offered a thousand police for Haiti.",
      "President Ruto", "2024-02-15", "Ruto", "KEN", "GOV"),
    Case(
      "President Tshisekedi accused Kigali of planning the coup.",
      "Kigali", "2024-05-15", nil, "RWA", "GOV"),
    Case(
      "President Sheinbaum answered the tariff threat with calm.",
      "President Sheinbaum", "2025-01-15", "Sheinbaum", "MEX", "GOV"),
    Case(
      "President Lula called Havana an old friend.",
      "President Lula", "2003-05-15", "Silva", "BRA", "GOV"),
    Case(
      "Lukashenko flew to Sochi for a loan.",
      "Lukashenko", "2020-09-15", "Lukashenko", "BLR", "GOV"),
    Case(
      "Ariel Sharon sent tanks back into Ramallah.",
      "Ariel Sharon", "2002-06-15", "Sharon", "ISR", "GOV"),
    Case(
      "Yoav Gallant telephoned the US defense secretary.",
      "Yoav Gallant", "2024-10-15", "Gallant", "ISR", "GOV"),
    Case(
      "Israel Katz warned that Tehran would burn.",
      "Israel Katz", "2025-06-15", "Katz", "ISR", "GOV"),
    Case(
      "Syrian leader Ahmed al-Sharaa addressed the General Assembly.",
      "Syrian leader Ahmed al-Sharaa", "2025-09-15", "al-Sharaa", "SYR", "GOV"),
  ]

  @Test(arguments: first + second + third) func meansActor(_ example: Case) {
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
