import Testing

/// Did it happen, and who said so: each sentence with the events that must come out, and no others.
@Suite struct StatusTests {
  static let minimal: [(String, [String])] = [
    ("Germany invaded France.", ["ASSAULT DEU > FRA occurred"]),
    ("France was invaded by Germany.", ["ASSAULT DEU > FRA occurred"]),
    ("Germany threatened to invade France.", ["THREATEN DEU > FRA occurred"]),
    ("Germany did not invade France.", ["ASSAULT DEU > FRA denied"]),
    ("Germany will invade France.", ["ASSAULT DEU > FRA planned"]),
    ("Germany may invade France.", ["ASSAULT DEU > FRA possible"]),
    ("Germany plans to invade France.", ["ASSAULT DEU > FRA planned"]),
    (
      "If Germany invades France, Russia will mobilise.",
      ["ASSAULT DEU > FRA possible", "MOBILIZE RUS >  possible"]
    ),
    ("Russia said Germany invaded France.", ["ASSAULT DEU > FRA occurred"]),
    ("Russia denied that Germany invaded France.", ["ASSAULT DEU > FRA denied"]),
    ("Germany's invasion of France began Monday.", ["ASSAULT DEU > FRA occurred"]),
  ]

  static let paraphrases: [(String, [String])] = [
    ("Iraq attacked Kuwait.", ["ASSAULT IRQ > KWT occurred"]),
    ("Kuwait was attacked by Iraq.", ["ASSAULT IRQ > KWT occurred"]),
    ("Iraq did not attack Kuwait.", ["ASSAULT IRQ > KWT denied"]),
    ("Iraq could attack Kuwait.", ["ASSAULT IRQ > KWT possible"]),
    ("Iraq is going to attack Kuwait.", ["ASSAULT IRQ > KWT planned"]),
    ("Iraq might bomb Iran.", ["ASSAULT IRQ > IRN possible"]),
    ("Turkey has invaded Cyprus.", ["ASSAULT TUR > CYP occurred"]),
    ("Turkey never invaded Greece.", ["ASSAULT TUR > GRC denied"]),
    ("Japan's attack on China began in July.", ["ASSAULT JPN > CHN occurred"]),
    ("China intends to visit no one.", []),
    // A report that is denied takes with it what it claims.
    (
      "Kenya denies a report claiming that Kenya attacked Peru.", ["ASSAULT KEN > PER denied"]
    ),
    // What was before is no outcome; who is described as held is held still.
    (
      "Ferry services between Japan and China are announced to resume for the first time since it "
        + "was suspended.", ["COOPERATE CHN,JPN >  planned"]
    ),
    ("Peru raised the case of Kenyans detained in Chile.", ["COERCE CHL > KEN ongoing"]),
    ("Norway urged still others to act.", ["REQUEST NOR >  occurred"]),
    ("Putin visited India.", ["CONSULT RUS > IND occurred"]),
    ("Putin will visit India.", ["CONSULT RUS > IND planned"]),
    ("Putin plans to visit India.", ["CONSULT RUS > IND planned"]),
    ("Putin may visit India.", ["CONSULT RUS > IND possible"]),
    ("Putin hopes to visit India.", ["CONSULT RUS > IND possible"]),
    ("Putin is expected to visit India.", ["CONSULT RUS > IND planned"]),
    ("Putin did not visit India.", ["CONSULT RUS > IND denied"]),
    ("Putin cancelled his visit to India.", ["CONSULT RUS > IND cancelled"]),
    ("Putin postponed a visit to India.", ["CONSULT RUS > IND cancelled"]),
    ("Putin's planned visit to India was announced.", ["CONSULT RUS > IND planned"]),
    ("Putin's visit to India was cancelled.", ["CONSULT RUS > IND cancelled"]),
    ("Putin's visit to India did not take place.", ["CONSULT RUS > IND cancelled"]),
    ("China denied that it had attacked Vietnam.", ["ASSAULT CHN > VNM denied"]),
    ("Vietnam said China had attacked Laos.", ["ASSAULT CHN > LAO occurred"]),
    ("France and Germany met.", ["CONSULT DEU,FRA >  occurred"]),
    ("France and Germany will meet.", ["CONSULT DEU,FRA >  planned"]),
    ("France met with Germany.", ["CONSULT DEU,FRA >  occurred"]),
    ("Talks between France and Germany are planned.", ["CONSULT DEU,FRA >  planned"]),
    ("Talks between France and Germany collapsed.", ["CONSULT DEU,FRA >  cancelled"]),
    ("France refused to meet with Germany.", ["REJECT FRA > DEU occurred"]),
    ("The United States imposed sanctions on Iran.", ["SANCTION USA > IRN occurred"]),
    ("The United States may impose sanctions on Iran.", ["SANCTION USA > IRN possible"]),
    ("The United States will impose sanctions on Iran.", ["SANCTION USA > IRN planned"]),
    ("Sanctions were imposed on Iran by the United States.", ["SANCTION USA > IRN occurred"]),
    ("The United States threatened to bomb Iran.", ["THREATEN USA > IRN occurred"]),
    ("Poland expelled two Russian diplomats.", ["SANCTION POL > RUS occurred"]),
    ("Poland will expel two Russian diplomats.", ["SANCTION POL > RUS planned"]),
    ("Poland decided to expel two Russian diplomats.", ["SANCTION POL > RUS planned"]),
    ("Poland considered expelling two Russian diplomats.", ["SANCTION POL > RUS possible"]),
    ("Russia and Pakistan held joint military exercises.", ["COOPERATE PAK,RUS >  occurred"]),
    ("Russia and Pakistan will hold joint military exercises.", ["COOPERATE PAK,RUS >  planned"]),
    ("Russia and Pakistan are holding joint military exercises.", ["COOPERATE PAK,RUS >  ongoing"]),
    ("Russia and Pakistan cancelled joint military exercises.", ["COOPERATE PAK,RUS >  cancelled"]),
    ("India and Japan signed a treaty.", ["SUPPORT IND,JPN >  occurred"]),
    ("India and Japan will sign a treaty.", ["SUPPORT IND,JPN >  planned"]),
    ("India and Japan failed to sign a treaty.", ["SUPPORT IND,JPN >  denied"]),
    ("Israel accused Iran of terrorism.", ["ACCUSE ISR > IRN occurred"]),
    ("Iran was accused of terrorism by Israel.", ["ACCUSE ISR > IRN occurred"]),
    ("Israel condemned Iran.", ["ACCUSE ISR > IRN occurred"]),
    ("Canada urged China to release two Canadians.", ["REQUEST CAN > CHN occurred"]),
    ("Pakistan released the Indian pilot.", ["RETREAT PAK > IND occurred"]),
    ("Pakistan will release the Indian pilot.", ["RETREAT PAK > IND planned"]),
  ]

  /// Modes apart: this table is about type, parties and status.
  private func plain(_ line: String) -> String {
    guard let slash = line.firstIndex(of: "/"), let blank = line.firstIndex(of: " "), slash < blank
    else { return line }
    return String(line[..<slash] + line[blank...])
  }

  @Test(arguments: minimal + paraphrases)
  func isRead(text: String, expected: [String]) {
    #expect(summaries(text, published: "2015-06-15").map(plain).sorted() == expected.sorted())
  }

  @Test func theSpeakerIsNotTheDoer() {
    for text in [
      "Russia said Germany invaded France.", "Russia denied that Germany invaded France.",
    ] {
      let record = record(text)
      #expect(record.events.map(\.voice) == [.attributed], "\(text)")
      #expect(record.events.compactMap { record.actor($0.speaker)?.state } == ["RUS"], "\(text)")
    }
  }
}
