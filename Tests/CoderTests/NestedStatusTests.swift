import ChanceryCodebook
import ChanceryRecord
import Testing

@testable import ChanceryCoder

/// Nested operators, aftermath and voice: the event that must come out, whatever else does.
@Suite struct NestedStatusTests {
  static let nested: [(String, String)] = [
    ("Turkey denied that it planned to invade Cyprus.", "ASSAULT TUR > CYP denied"),
    ("Japan has no plans to expel Russian diplomats.", "SANCTION JPN > RUS denied"),
    ("Peru is not planning to expel Chilean diplomats.", "SANCTION PER > CHL denied"),
    ("France did not rule out expelling Russian diplomats.", "SANCTION FRA > RUS possible"),
    ("Norway refused to rule out expelling two Russian diplomats.", "SANCTION NOR > RUS possible"),
    ("Norway ruled out expelling Russian diplomats.", "SANCTION NOR > RUS denied"),
    ("Spain stopped short of expelling Moroccan diplomats.", "SANCTION ESP > MAR denied"),
    ("Libya failed to release the Italian pilot.", "RETREAT LBY > ITA denied"),
    ("Libya managed to bomb Chad.", "ASSAULT LBY > TCD occurred"),
    ("Greece would have invaded Turkey.", "ASSAULT GRC > TUR denied"),
    ("China was to have met Japan on Friday.", "CONSULT CHN,JPN >  cancelled"),
    ("Putin was due to visit Japan in May but stayed at home.", "CONSULT RUS > JPN cancelled"),
    ("Putin had planned to visit Japan but changed his mind.", "CONSULT RUS > JPN cancelled"),
    ("Putin was to visit Japan in May, but the talks collapsed.", "CONSULT RUS > JPN cancelled"),
    ("Ghana dropped plans to expel Nigerian diplomats.", "SANCTION GHA > NGA cancelled"),
    ("Putin will no longer visit Japan.", "CONSULT RUS > JPN cancelled"),
    ("Russia and China are to sign a treaty.", "SUPPORT CHN,RUS >  planned"),
    ("Russia and China were about to sign a treaty.", "SUPPORT CHN,RUS >  planned"),
    ("Iran is preparing to release the British sailors.", "RETREAT IRN > GBR planned"),
    ("Iran agreed to release the British sailors.", "RETREAT IRN > GBR planned"),
    ("Iran is expected to release the British sailors.", "RETREAT IRN > GBR planned"),
    ("Analysts expect Iran to release the British sailors.", "RETREAT IRN > GBR possible"),
    ("Iran is considering releasing the British sailors.", "RETREAT IRN > GBR possible"),
    ("Iran is ready to release the British sailors.", "RETREAT IRN > GBR possible"),
    ("Will Iran release the British sailors?", "RETREAT IRN > GBR possible"),
    ("Israel continued to bomb Lebanon.", "ASSAULT ISR > LBN ongoing"),
    ("Israel kept on bombing Lebanon.", "ASSAULT ISR > LBN ongoing"),
    ("Israel has been bombing Lebanon since Monday.", "ASSAULT ISR > LBN ongoing"),
    ("Israel is bombing Lebanon.", "ASSAULT ISR > LBN ongoing"),
    ("Israel is not bombing Lebanon.", "ASSAULT ISR > LBN denied"),
    ("Talks between Peru and Chile are under way.", "CONSULT CHL,PER >  ongoing"),
    ("Talks between Peru and Chile are on hold.", "CONSULT CHL,PER >  cancelled"),
    ("Talks between Peru and Chile fell through.", "CONSULT CHL,PER >  cancelled"),
    ("Talks between Peru and Chile did not take place.", "CONSULT CHL,PER >  cancelled"),
    ("Peru and Chile put off talks.", "CONSULT CHL,PER >  cancelled"),
    ("No talks between Peru and Chile were held.", "CONSULT CHL,PER >  denied"),
    ("No Peruvian minister has met the Chilean president.", "CONSULT CHL,PER >  denied"),
    ("Neither Peru nor Chile signed the treaty.", "SUPPORT CHL,PER >  denied"),
    (
      "Putin's visit to Syria, which never took place, was planned for May.",
      "CONSULT RUS > SYR cancelled"
    ),
    (
      "Putin is to visit Mongolia in July. The visit was later called off.",
      "CONSULT RUS > MNG cancelled"
    ),
    ("Putin not only bombed Syria but also invaded Georgia.", "ASSAULT RUS > SYR occurred"),
  ]

  private func plain(_ line: String) -> String {
    guard let slash = line.firstIndex(of: "/"), let blank = line.firstIndex(of: " "), slash < blank
    else { return line }
    return String(line[..<slash] + line[blank...])
  }

  @Test(arguments: nested)
  func isComposed(text: String, expected: String) {
    let found = summaries(text, published: "2015-05-05").map(plain)
    #expect(found.contains(expected), "\(text): \(found)")
  }

  @Test func negationTakesTheNegatedEffectOfWhatStandsBelow() {
    func status(_ effects: [(Cue.Effect, Cue.Effect)]) -> Status {
      var chain = StatusChain()
      for (effect, negated) in effects {
        chain.apply(StatusOperator(effect: effect, negated: negated, word: ""))
      }
      return chain.status
    }
    let not: (Cue.Effect, Cue.Effect) = (.denied, .occurred)
    #expect(status([]) == .occurred)
    #expect(status([not]) == .denied)
    #expect(status([(.planned, .denied), not]) == .denied)
    #expect(status([(.denied, .possible), not]) == .possible)
    #expect(status([(.cancelled, .planned), not]) == .planned)
    #expect(status([(.transparent, .denied), not]) == .denied)
    #expect(status([(.transparent, .transparent), not]) == .occurred)
    #expect(status([(.planned, .denied), (.possible, .denied)]) == .possible)
    #expect(status([(.possible, .denied), (.planned, .denied)]) == .possible)
    #expect(status([(.planned, .denied), (.cancelled, .planned)]) == .cancelled)
    #expect(status([(.ongoing, .denied), (.planned, .denied)]) == .ongoing)
  }

  static let voices: [(String, Voice, String?)] = [
    ("Iran bombed Iraq, it emerged on Monday.", .reported, nil),
    ("Iran reportedly bombed Iraq.", .reported, nil),
    ("Iran is said to have bombed Iraq.", .reported, nil),
    ("Sources said Iran had bombed Iraq.", .reported, nil),
    ("Iran bombed Iraq, local newspapers said.", .reported, nil),
    ("Iran bombed Iraq, the Turkish prime minister said.", .attributed, "TUR"),
    ("According to Turkey, Iran bombed Iraq.", .attributed, "TUR"),
    ("Iran denied that it had bombed Iraq.", .attributed, "IRN"),
    ("Iran hopes to sign a treaty with Iraq.", .article, nil),
    ("Iran plans to bomb Iraq.", .article, nil),
    ("Iran accused Iraq of espionage.", .article, nil),
  ]

  @Test(arguments: voices)
  func isHeard(text: String, voice: Voice, speaker: String?) {
    let record = record(text, published: "2015-05-05")
    let events = record.events
    #expect(events.map(\.voice) == [voice], "\(text)")
    #expect(events.first.flatMap { record.actor($0.speaker)?.state } == speaker, "\(text)")
  }
}
