import ChanceryRecord

/// Reports of real happenings in sentences of our own: which belong together, which do not.
///
/// The happenings are real; the wording, and some details that make the case, are invented.
struct MergingCase: Sendable, CustomStringConvertible {
  let description: String
  let told: @Sendable () -> [Told]

  init(_ description: String, _ told: @escaping @Sendable () -> [Told]) {
    self.description = description
    self.told = told
  }

  static let all: [MergingCase] = visits + calls + exercises + answers + accords + others

  private static let visits: [MergingCase] = [
    MergingCase("a visit previewed and reported (Lavrov in Islamabad, April 2021)") {
      [
        Told(
          "A", "2021-04-05", "Lavrov arrives in Islamabad tomorrow for two days.", .consult,
          mode: "visit", ["*Sergey Lavrov/RUS"], to: ["Pakistan/PAK"], .planned,
          when: "2021-04-06..2021-04-07", at: "Islamabad/PAK"),
        Told(
          "A", "2021-04-07", "The Russian foreign minister ended his stay in Pakistan.", .consult,
          mode: "visit", ["*Lavrov/RUS"], to: ["Pakistan/PAK"], when: "2021-04-07"),
        Told(
          "A", "2021-05-02", "Last month Sergei Lavrov came to Islamabad.", .consult,
          mode: "visit", ["*Sergei Lavrov/RUS"], to: ["Pakistan/PAK"], when: "2021-04",
          at: "Islamabad/PAK"),
      ]
    },
    MergingCase("visits of one person in different years (Putin in Beijing, 2014 and 2016)") {
      [
        Told(
          "A", "2014-05-21", "Putin landed in Shanghai for a state visit.", .consult, mode: "visit",
          ["*Vladimir Putin/RUS"], to: ["China/CHN"], when: "2014-05-20..2014-05-21"),
        Told(
          "A", "2014-05-22", "The Russian president's trip to China closed with a gas deal.",
          .consult, mode: "visit", ["*Vladimir Putin/RUS"], to: ["China/CHN"],
          when: "2014-05-20..2014-05-21"),
        Told(
          "B", "2016-06-26", "Putin came to Beijing for a day.", .consult, mode: "visit",
          ["*Vladimir Putin/RUS"], to: ["China/CHN"], when: "2016-06-25", at: "Beijing/CHN"),
      ]
    },
    MergingCase("a return visit (Abiy in Asmara, Isaias in Addis Ababa, July 2018)") {
      [
        Told(
          "A", "2018-07-09", "Abiy flew to Asmara on Sunday.", .consult, mode: "visit",
          ["*Abiy Ahmed/ETH"], to: ["Eritrea/ERI"], when: "2018-07-08", at: "Asmara/ERI"),
        Told(
          "A", "2018-07-15", "Ethiopia's prime minister had been in Asmara a week before.",
          .consult, mode: "visit", ["Ethiopia/ETH"], to: ["Eritrea/ERI"], when: "2018-07-08",
          in: "x"),
        Told(
          "B", "2018-07-15", "Isaias was welcomed in Addis Ababa on Saturday.", .consult,
          mode: "visit", ["*Isaias Afwerki/ERI"], to: ["Ethiopia/ETH"], when: "2018-07-14",
          at: "Addis Ababa/ETH", in: "x"),
        Told(
          "B", "2018-07-16", "The Eritrean leader toured the capital.", .consult, mode: "visit",
          ["*Isaias/ERI"], to: ["Ethiopia/ETH"], when: "2018-07-14..2018-07-16"),
      ]
    },
    MergingCase("a visit that was called off (Peña Nieto, January 2017)") {
      [
        Told(
          "A", "2017-01-24", "Peña Nieto goes to Washington on 31 January.", .consult,
          mode: "visit", ["*Enrique Peña Nieto/MEX"], to: ["United States/USA"], .planned,
          when: "2017-01-31", at: "Washington/USA"),
        Told(
          "A", "2017-01-27", "The Mexican president has scrapped Tuesday's meeting with Trump.",
          .consult, ["*Enrique Pena Nieto/MEX", "*Donald Trump/USA"], .cancelled,
          when: "2017-01-31"),
      ]
    },
    MergingCase("two ministers of one state in one week (Osman Saleh is not Isaias)") {
      [
        Told(
          "A", "2018-06-27", "Osman Saleh landed in Addis Ababa.", .consult, mode: "visit",
          ["*Osman Saleh/ERI"], to: ["Ethiopia/ETH"], when: "2018-06-26", at: "Addis Ababa/ETH"),
        Told(
          "B", "2018-06-27", "Isaias may come to Addis Ababa himself.", .consult, mode: "visit",
          ["*Isaias Afwerki/ERI"], to: ["Ethiopia/ETH"], .possible, when: "2018-07",
          at: "Addis Ababa/ETH"),
      ]
    },
    MergingCase("a visit whose day moved (Zarif in Ankara, April 2019)") {
      [
        Told(
          "A", "2019-04-01", "Zarif is due in Ankara on the tenth.", .consult, mode: "visit",
          ["*Javad Zarif/IRN"], to: ["Turkey/TUR"], .planned, when: "2019-04-10",
          at: "Ankara/TUR"),
        Told(
          "A", "2019-04-18", "Zarif held a day of meetings in Ankara on Wednesday.", .consult,
          mode: "visit", ["*Mohammad Javad Zarif/IRN"], to: ["Turkey/TUR"], when: "2019-04-17",
          at: "Ankara/TUR"),
      ]
    },
    MergingCase("a visit and the talks in it, told side by side, stay two") {
      [
        Told(
          "A", "2016-12-16", "Putin came to Japan on Thursday.", .consult, mode: "visit",
          ["*Vladimir Putin/RUS"], to: ["Japan/JPN"], when: "2016-12-15..2016-12-16",
          at: "Japan/JPN", in: "x"),
        Told(
          "B", "2016-12-16", "Abe and Putin spoke at an inn in Nagato.", .consult,
          ["*Vladimir Putin/RUS", "*Shinzo Abe/JPN"], when: "2016-12-15", at: "Nagato/JPN",
          in: "x"),
        Told(
          "A", "2016-12-17", "Putin's journey to Japan is over.", .consult, mode: "visit",
          ["*Vladimir Putin/RUS"], to: ["Japan/JPN"], when: "2016-12-15..2016-12-16", in: "y"),
        Told(
          "B", "2016-12-17", "The Nagato conversation of the two ran late.", .consult,
          ["*Vladimir Putin/RUS", "*Shinzo Abe/JPN"], when: "2016-12-15", at: "Nagato/JPN",
          in: "y"),
      ]
    },
    MergingCase("two diplomats of one state (Sherman with Wang Yi, with Qin Gang)") {
      [
        Told(
          "A", "2021-07-26", "Wendy Sherman met Wang Yi in Tianjin.", .consult,
          ["*Wendy Sherman/USA", "*Wang Yi/CHN"], when: "2021-07-26", at: "Tianjin/CHN"),
        Told(
          "B", "2021-07-27", "Qin Gang will present himself to Sherman in Washington.", .consult,
          ["*Wendy Sherman/USA", "*Qin Gang/CHN"], .planned, when: "2021-08",
          at: "Washington/USA"),
      ]
    },
  ]

  private static let calls: [MergingCase] = [
    MergingCase("two telephone calls months apart (Biden and Putin, December 2021)") {
      [
        Told(
          "A", "2021-12-08", "Biden and Putin spoke by video for two hours.", .consult,
          mode: "phone", ["*Joe Biden/USA", "*Vladimir Putin/RUS"], when: "2021-12-07"),
        Told(
          "A", "2021-12-09", "Tuesday's video call of the two presidents lasted two hours.",
          .consult, mode: "phone", ["*Biden/USA", "*Putin/RUS"], when: "2021-12-07"),
        Told(
          "B", "2021-12-31", "The presidents talked by telephone on Thursday.", .consult,
          mode: "phone", ["*Joe Biden/USA", "*Vladimir Putin/RUS"], when: "2021-12-30"),
      ]
    },
    MergingCase("a call is no meeting") {
      [
        Told(
          "A", "2021-06-17", "Biden and Putin met in Geneva.", .consult, mode: "third-party",
          ["*Joe Biden/USA", "*Vladimir Putin/RUS"], when: "2021-06-16", at: "Geneva/CHE"),
        Told(
          "B", "2021-07-09", "Biden rang Putin about the hackers.", .consult, mode: "phone",
          ["*Joe Biden/USA", "*Vladimir Putin/RUS"], when: "2021-07-09"),
      ]
    },
    MergingCase("a call dated by its day, by the news of the day, and not at all") {
      [
        Told(
          "A", "2015-02-06", "Merkel telephoned Poroshenko on Thursday about the ceasefire.",
          .consult, mode: "phone", ["*Angela Merkel/DEU", "*Petro Poroshenko/UKR"],
          when: "2015-02-05"),
        Told(
          "A", "2015-02-06", "Merkel and Poroshenko discussed the ceasefire by telephone.",
          .consult, mode: "phone", ["*Angela Merkel/DEU", "*Petro Poroshenko/UKR"],
          when: "~2015-02-05..2015-02-06"),
        Told(
          "A", "2015-02-07", "The chancellor had telephoned Poroshenko.", .consult, mode: "phone",
          ["Germany/DEU", "*Poroshenko/UKR"]),
      ]
    },
  ]

  private static let exercises: [MergingCase] = [
    MergingCase("the next year's edition of an exercise (Friendship 2016, 2017)") {
      [
        Told(
          "A", "2016-09-25", "Russian and Pakistani soldiers opened the drill Druzhba.",
          .cooperate, ["Russia/RUS", "Pakistan/PAK"], when: "2016-09-24..2016-10-10"),
        Told(
          "A", "2016-10-11", "The drill Druzhba ended on Monday.", .cooperate,
          ["Russia/RUS", "Pakistan/PAK"], when: "2016-10-10"),
        Told(
          "B", "2017-09-26", "The second Druzhba drill began in the Caucasus.", .cooperate,
          ["Russia/RUS", "Pakistan/PAK"], when: "2017-09-25..2017-10-04", in: "x"),
        Told(
          "A", "2017-09-26", "The first Druzhba was held the year before.", .cooperate,
          ["Russia/RUS", "Pakistan/PAK"], when: "2016", in: "x"),
      ]
    },
    MergingCase("an exercise and one part of it (Balikatan and the sinking of a ship)") {
      [
        Told(
          "A", "2023-04-11", "Balikatan, the biggest joint exercise so far, has begun.",
          .cooperate, ["Philippines/PHL", "United States/USA"],
          when: "2023-04-11..2023-04-28", in: "x"),
        Told(
          "B", "2023-04-11", "A target ship will be sunk off Zambales.", .cooperate,
          ["Philippines/PHL", "United States/USA"], .planned, when: "2023-04-26",
          at: "Zambales/PHL", in: "x"),
        Told(
          "B", "2023-04-27", "Rockets sank the target ship off Zambales on Wednesday.", .cooperate,
          ["Philippines/PHL", "United States/USA"], when: "2023-04-26", at: "Zambales/PHL",
          in: "y"),
        Told(
          "A", "2023-04-29", "The joint exercise Balikatan closed on Friday.", .cooperate,
          ["Philippines/PHL", "United States/USA"], when: "2023-04-28", in: "z"),
      ]
    },
    MergingCase("more parties in one report than in the other (Malabar 2020)") {
      [
        Told(
          "A", "2020-11-03", "The Malabar naval exercise started in the Bay of Bengal.",
          .cooperate, ["India/IND", "United States/USA", "Japan/JPN", "Australia/AUS"],
          when: "2020-11-03..2020-11-06", at: "Bay of Bengal"),
        Told(
          "A", "2020-11-04", "India and America sail together in the Malabar naval exercise.",
          .cooperate, ["India/IND", "United States/USA"], when: "2020-11-03..2020-11-06"),
      ]
    },
    MergingCase("a flight called off and the one that flew (graves on Kunashir, 2017)") {
      [
        Told(
          "A", "2017-05-02", "A charter will carry former islanders to the graves in June.",
          .cooperate, ["Japan/JPN", "Russia/RUS"], .planned, when: "2017-06-18"),
        Told(
          "A", "2017-06-19", "Fog grounded Sunday's charter to the graves.", .cooperate,
          ["Japan/JPN", "Russia/RUS"], .cancelled, when: "2017-06-18"),
        Told(
          "B", "2017-09-24", "A charter at last brought islanders to the graves on Kunashir.",
          .cooperate, ["Japan/JPN", "Russia/RUS"], when: "2017-09-23", at: "Kunashir/RUS"),
      ]
    },
  ]

  private static let answers: [MergingCase] = [
    MergingCase("an expulsion and the answer to it (Prague and Moscow, April 2021)") {
      [
        Told(
          "A", "2021-04-18", "Prague expelled 18 Russians on Saturday.", .sanction, mode: "expel",
          ["Czech Republic/CZE"], to: ["Russia/RUS"], when: "2021-04-17"),
        Told(
          "B", "2021-04-19", "Moscow expelled 20 Czechs in return.", .sanction, mode: "expel",
          ["Russia/RUS"], to: ["Czech Republic/CZE"], when: "2021-04-18", in: "x"),
        Told(
          "A", "2021-04-19", "The Czechs had thrown out 18 Russians.", .sanction, mode: "expel",
          ["Czech Republic/CZE"], to: ["Russia/RUS"], when: "2021-04-17", in: "x"),
      ]
    },
    MergingCase("expulsions of one week by different states (April 2021)") {
      [
        Told(
          "A", "2021-04-22", "Slovakia expels three Russian diplomats.", .sanction, mode: "expel",
          ["Slovakia/SVK"], to: ["Russia/RUS"], when: "2021-04-22"),
        Told(
          "B", "2021-04-23", "Latvia expels one Russian diplomat.", .sanction, mode: "expel",
          ["Latvia/LVA"], to: ["Russia/RUS"], when: "2021-04-23"),
      ]
    },
    MergingCase("a threat is no sanction") {
      [
        Told(
          "A", "2021-04-21", "Kulhanek gave Moscow until noon, or more would go.", .threaten,
          mode: "expel", ["*Jakub Kulhanek/CZE"], to: ["Russia/RUS"], when: "2021-04-21"),
        Told(
          "B", "2021-04-22", "Prague cut the Russian embassy down.", .sanction, mode: "expel",
          ["*Jakub Kulhanek/CZE"], to: ["Russia/RUS"], when: "2021-04-22"),
      ]
    },
    MergingCase("an air strike and the answer to it (Balakot, February 2019)") {
      [
        Told(
          "A", "2019-02-27", "Indian jets bombed a camp near Balakot.", .assault, mode: "aerial",
          ["India/IND"], to: ["Pakistan/PAK"], when: "2019-02-26", at: "Balakot/PAK"),
        Told(
          "A", "2019-02-28", "The Balakot bombing by Indian jets hit trees.", .assault,
          mode: "aerial", ["India/IND"], to: ["Pakistan/PAK"], when: "2019-02-26",
          at: "Balakot/PAK", in: "x"),
        Told(
          "B", "2019-02-28", "Pakistan shot down a plane over the Line of Control.", .assault,
          mode: "aerial", ["Pakistan/PAK"], to: ["India/IND"], when: "2019-02-27", in: "x"),
      ]
    },
    MergingCase("shellings of one border on different days") {
      [
        Told(
          "A", "2020-07-13", "Artillery struck near Tovuz on Sunday.", .assault,
          mode: "heavy-weapons", ["Armenia/ARM"], to: ["Azerbaijan/AZE"], when: "2020-07-12",
          at: "Tovuz/AZE"),
        Told(
          "B", "2020-09-28", "Shells fell on Terter at dawn.", .assault, mode: "heavy-weapons",
          ["Armenia/ARM"], to: ["Azerbaijan/AZE"], when: "2020-09-27", at: "Terter/AZE"),
      ]
    },
  ]

  private static let accords: [MergingCase] = [
    MergingCase("a signing planned, done and remembered (Asmara declaration, July 2018)") {
      [
        Told(
          "A", "2018-07-09", "The two leaders signed a declaration of peace on Monday.", .support,
          ["*Abiy Ahmed/ETH", "*Isaias Afwerki/ERI"], when: "2018-07-09", at: "Asmara/ERI"),
        Told(
          "A", "2018-10-02", "In July they had signed their declaration of peace.", .support,
          ["Ethiopia/ETH", "Eritrea/ERI"], when: "2018-07"),
        Told(
          "B", "2018-09-17", "A treaty was signed before the king in Jeddah.", .support,
          ["*Abiy Ahmed/ETH", "*Isaias Afwerki/ERI"], when: "2018-09-16", at: "Jeddah/SAU"),
      ]
    },
    MergingCase("embassies opened by either side (Addis Ababa in July, Asmara in September)") {
      [
        Told(
          "A", "2018-07-16", "Eritrea reopened its embassy in Addis Ababa.", .support,
          ["Eritrea/ERI"], to: ["Ethiopia/ETH"], when: "2018-07-16", at: "Addis Ababa/ETH"),
        Told(
          "B", "2018-09-07", "Ethiopia's embassy in Asmara opened.", .support, ["Ethiopia/ETH"],
          to: ["Eritrea/ERI"], when: "2018-09-06", at: "Asmara/ERI"),
      ]
    },
    MergingCase("an accord remembered years later (Algiers, December 2000)") {
      [
        Told(
          "A", "2018-06-06", "Abiy accepts the accord of Algiers signed in December 2000.",
          .support, ["Ethiopia/ETH", "Eritrea/ERI"], when: "2000-12", at: "Algiers/DZA"),
        Told(
          "A", "2018-07-07", "The accord signed in Algiers on 12 December 2000 lay idle.",
          .support, ["Ethiopia/ETH", "Eritrea/ERI"], when: "2000-12-12", at: "Algiers/DZA"),
      ]
    },
    MergingCase("promises of one summit, in other words each, and another promise") {
      [
        Told(
          "A", "2016-12-17", "They agreed to start talks on joint business on the islands.",
          .agree, ["*Vladimir Putin/RUS", "*Shinzo Abe/JPN"], when: "2016-12-16"),
        Told(
          "A", "2016-12-18", "Both promised joint business on the islands.", .agree,
          ["*Vladimir Putin/RUS", "*Shinzo Abe/JPN"], when: "2016-12-16", in: "x"),
        Told(
          "B", "2016-12-18", "They also agreed to revive a visa working group.", .agree,
          ["Russia/RUS", "Japan/JPN"], when: "2016-12-16", in: "x"),
      ]
    },
    MergingCase("arms delivered in two lots (helicopters for Pakistan)") {
      [
        Told(
          "A", "2017-08-26", "Pakistan received four Mi-35 helicopters.", .aid, ["Russia/RUS"],
          to: ["Pakistan/PAK"], when: "2017-08"),
        Told(
          "B", "2019-02-10", "Food parcels from Moscow reached Pakistan.", .aid, ["Russia/RUS"],
          to: ["Pakistan/PAK"], when: "2019-02-09"),
      ]
    },
  ]

  private static let others: [MergingCase] = [
    MergingCase("a summit of four and a meeting of two of them") {
      [
        Told(
          "A", "2015-02-12", "The four leaders negotiated all night in Minsk.", .consult,
          mode: "multilateral",
          ["*Angela Merkel/DEU", "*François Hollande/FRA", "*Vladimir Putin/RUS", "Ukraine/UKR"],
          when: "2015-02-11..2015-02-12", at: "Minsk/BLR"),
        Told(
          "A", "2015-02-13", "A night of talks in Minsk brought a truce.", .consult,
          mode: "multilateral",
          ["*Angela Merkel/DEU", "*Hollande/FRA", "*Vladimir Putin/RUS", "*Petro Poroshenko/UKR"],
          when: "2015-02-12", at: "Minsk/BLR"),
        Told(
          "B", "2015-05-11", "Merkel met Putin in Moscow on Sunday.", .consult,
          ["*Angela Merkel/DEU", "*Vladimir Putin/RUS"], when: "2015-05-10", at: "Moscow/RUS"),
      ]
    },
    MergingCase("organisations take part under their code (EU and Ukraine)") {
      [
        Told(
          "A", "2014-06-28", "The EU and Ukraine signed their association pact on Friday.",
          .support, ["EU", "*Petro Poroshenko/UKR"], when: "2014-06-27", at: "Brussels/BEL"),
        Told(
          "A", "2014-06-28", "Poroshenko put his name to the association pact with the EU.",
          .support, ["EU", "*Poroshenko/UKR"], when: "2014-06-27"),
      ]
    },
    MergingCase("a denial and the report it denies") {
      [
        Told(
          "A", "2015-09-04", "Russian soldiers are said to be landing at Latakia in Syria.",
          .mobilize, mode: "troops", ["Russia/RUS"], to: ["Syria/SYR"], when: "2015-09",
          at: "Latakia/SYR"),
        Told(
          "A", "2015-09-05", "Moscow denied that Russian soldiers were landing at Latakia.",
          .mobilize, mode: "troops", ["Russia/RUS"], to: ["Syria/SYR"], .denied, when: "2015-09",
          at: "Latakia/SYR"),
      ]
    },
    MergingCase("documents without any date never meet a dated one") {
      [
        Told(
          "A", "2019-10-24", "Putin welcomed African leaders in Sochi.", .consult,
          ["*Vladimir Putin/RUS", "Egypt/EGY"], when: "2019-10-23", at: "Sochi/RUS"),
        Told(
          "B", "", "Putin will meet the Egyptian leader.", .consult,
          ["*Vladimir Putin/RUS", "Egypt/EGY"], .planned),
      ]
    },
    MergingCase("protests against different states on one day") {
      [
        Told(
          "A", "2012-09-15", "Crowds marched on the American embassy.", .protest, mode: "demo",
          ["protesters/TUN"], to: ["United States/USA"], when: "2012-09-14", at: "Tunis/TUN"),
        Told(
          "B", "2012-09-15", "Crowds marched on the French embassy.", .protest, mode: "demo",
          ["protesters/TUN"], to: ["France/FRA"], when: "2012-09-14", at: "Tunis/TUN"),
      ]
    },
  ]
}
