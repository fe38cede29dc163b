import ChanceryCoder
import ChanceryRecord
import Testing

/// Releases of a government: who says "I", whom they address, what they tell apart.
@Suite struct OfficialTextTests {
  private func events(_ text: String, title: String, byline: String? = nil) -> [String] {
    var release = input(text, published: "2022-02-26")
    release.document.outlet = "U.S. Department of State"
    release.document.title = title
    release.document.byline = byline
    let record = shippedCoder.code(release)
    return record.events.map { summary($0, of: record) }
  }

  private let drawdown =
    "Ukraine is a sovereign state. Russia invaded Ukraine in 2014. The people of Ukraine resist. "
    + "In December, as that threat grew, I authorized a further drawdown worth $200 million."

  @Test func whoSignsSaysI() {
    let release = input(drawdown)
    var signed = release
    signed.document.outlet = "U.S. Department of State"
    signed.document.title = "Military Assistance for Ukraine"
    signed.document.byline = "Antony J. Blinken"
    signed.document.published = Published(.init(iso: "2022-02-26")!, basis: .given)
    let record = shippedCoder.code(signed)
    let aid = record.events.first { $0.type == .aid }
    #expect(aid?.actors.compactMap { record.actor($0)?.name } == ["Antony Blinken"])
    #expect(aid?.recipients.compactMap { record.actor($0)?.state } == ["UKR"])
  }

  @Test func nobodySignsWhatHasNoByline() {
    let found = events(drawdown, title: "Military Assistance for Ukraine")
    #expect(!found.contains { $0.hasPrefix("AID") })
  }

  @Test func theTitleTellsWhomItIsAbout() {
    let text =
      "Ukraine resists. Russia attacked the north. Russia bombed the south. Ukraine asked for help. "
      + "Ukraine needs it. In December I authorized a further drawdown worth $200 million."
    let untold = events(text, title: "New Assistance", byline: "Antony J. Blinken")
    #expect(!untold.contains { $0.hasPrefix("AID USA > UKR") })
    let told = events(text, title: "Assistance for Ukraine", byline: "Antony J. Blinken")
    #expect(told.contains("AID USA > UKR occurred"))
  }

  @Test func whatIsSaidOfATerritoryIsSaidToItsState() {
    let text =
      "The Secretary spoke with the Chinese foreign minister about trade with China. He called on "
      + "Beijing to stop the drills. The Secretary underscored U.S. concern over the decay of "
      + "norms in Hong Kong."
    let found = events(text, title: "Secretary Blinken’s Call with Minister Wang")
    #expect(found.contains("ACCUSE/disapprove USA > CHN occurred"))
    #expect(!found.contains { $0.contains("HKG") })
  }

  @Test func theSidesAreTheOthers() {
    let text =
      "We call on Armenia to withdraw its forces. We call on Azerbaijan to free the soldiers. The "
      + "United States urges the sides to hold talks."
    let found = events(text, title: "Border Incident")
    #expect(found.contains { $0.hasPrefix("REQUEST") && $0.contains("USA > ARM,AZE") })
  }
}

/// What makes two happenings of one type and the same parties two.
@Suite struct ContentTests {
  @Test(arguments: [
    // Different goods, sums or measures.
    ("Japan donated tents to Nepal in May. Japan also donated vaccines to Nepal.", "AID", 2),
    ("Norway gave Sudan $60 million in aid. Norway gave Sudan $200 million in aid.", "AID", 2),
    (
      "Peru suspended electricity exports to Chile and announced a 30% tariff on Chilean goods.",
      "SANCTION", 2
    ),
    // The same, told twice.
    ("Norway gave Sudan $60 million in aid. The aid for Sudan pleased Norway.", "AID", 1),
    ("Japan imposed sanctions on Iran. Japan's measures against Iran hit banks.", "SANCTION", 1),
  ])
  func tellThemApart(text: String, type: String, count: Int) {
    #expect(summaries(text, published: "2021-06-01").filter { $0.hasPrefix(type) }.count == count)
  }

  @Test func aCompanionIsThatOfTheOneNamedFirst() {
    let found = summaries(
      "President Duda spoke. Belarus arrested the Polish journalist Jan Nowak and his companion, "
        + "a Norwegian student.", published: "2021-06-01")
    #expect(found.contains { $0.hasPrefix("COERCE/arrest BLR > ") && $0.contains("POL") })
  }
}
