import Testing

/// Who takes part, where the tree does not say it in the plainest way.
@Suite struct RoleTests {
  @Test(arguments: [
    // An infinitive with a subject of its own behind "for".
    ("Norway called on China to release the bishop.", "REQUEST/yield NOR > CHN occurred"),
    // An addressee at large is nobody's state.
    ("Norway called on all parties to show restraint.", "REQUEST/change NOR >  occurred"),
    // Lists of which the tree coordinates only a part.
    (
      "Chile, Peru and Ecuador signed a treaty on the river.",
      "SUPPORT CHL,ECU,PER >  occurred"
    ),
    // Who takes part in the "when" clause.
    (
      "Diplomatic relations were established when the French envoy presented his credentials to "
        + "the president of Chile.",
      "SUPPORT CHL,FRA >  occurred"
    ),
    // Whose the mission is, and where it stands.
    ("The Danish legation in Peru was raised to an embassy in 1955.", "SUPPORT DNK > PER occurred"),
    // Who discusses a war does not wage it; who is reproached is the doer of the deed, not its victim.
    (
      "Norway's foreign minister discussed Russia's war on Ukraine.",
      "ASSAULT RUS > UKR possible"
    ),
    (
      "Japan voiced its condemnation of Russia's aggression against Ukraine.",
      "ACCUSE/disapprove JPN > RUS occurred"
    ),
    // Whose clause the participle is.
    (
      "Canada is working to bring home Kenyans detained in Iran.",
      "COERCE/arrest IRN > KEN ongoing"
    ),
    // What one is punished for is one's own doing.
    (
      "The United States imposed sanctions on Turkey over its purchase of Russian missiles.",
      "COOPERATE RUS,TUR >  occurred"
    ),
    // A finite verb is no fellow of a noun; a name before it is its subject.
    (
      "Mali withdraws its recognition of the Sahrawi Republic and endorses Morocco's plan.",
      "SUPPORT MLI > MAR occurred"
    ),
    (
      "Rebels retook Mekelle and Addis Ababa declared a unilateral ceasefire.",
      "CONCEDE ETH >  occurred"
    ),
    // Who holds them frees them.
    ("Two Kenyan sailors held in Iran were freed.", "RETREAT/release IRN > KEN occurred"),
    // Two deeds of one owner; the victim of an invasion stands behind "of".
    (
      "Norway regretted Russia's aggression and attack on Ukraine.",
      "ASSAULT RUS > UKR occurred"
    ),
    (
      "Norway regretted the effects of Russia's invasion of Ukraine on food in Egypt.",
      "ASSAULT RUS > UKR occurred"
    ),
    (
      "Chile announces new rates, including a tariff on Peru.",
      "SANCTION/discontinue CHL > PER occurred"
    ),
    // A subject of a nominal predicate.
    (
      "The United States is one of the donors to Ukraine.", "AID USA > UKR ongoing"
    ),
  ])
  func parties(text: String, expected: String) {
    #expect(summaries(text).contains(expected))
  }

  @Test(arguments: [
    "Norway condemned the terrorist attack against the university in Pakistan.",
    "Canada condemned the killing of Kenyan soldiers in Somalia.",
    "Canada criticised the sanctions on Cuba.",
  ])
  func victimsAreNotReproached(text: String) {
    #expect(!summaries(text).contains { $0.hasPrefix("ACCUSE") })
  }

  @Test func talksThatAReleaseFollowedAreNoRecipient() {
    let found = summaries("Belarus freed a Polish journalist following talks with Canada.")
    #expect(found.contains("RETREAT/release BLR > POL occurred"))
  }

  @Test func consentYieldsToWhatIsAgreedButNotToWhatItEnds() {
    let found = summaries("Serbia and Kosovo agreed on a treaty to end the war.")
    #expect(found.contains { $0.hasPrefix("AGREE") })
  }
}
