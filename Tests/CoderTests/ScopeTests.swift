import ChanceryCoder
import ChanceryRecord
import Testing

/// What `--scope` takes in and leaves out.
@Suite struct ScopeTests {
  /// A text, what is coded between states, and what is coded with domestic happenings.
  static let cases: [(String, [String], [String])] = [
    (
      "Police arrested three journalists in Belarus.", [],
      ["COERCE/arrest BLR > BLR occurred"]
    ),
    (
      "Workers protested against the government in Athens.", [],
      ["PROTEST/demo GRC > GRC occurred"]
    ),
    ("Sweden condemned the raid by Ruritania.", [], ["ACCUSE/disapprove SWE >  occurred"]),
    (
      "Iran fired missiles at Israel.", ["ASSAULT/heavy-weapons IRN > ISR occurred"],
      ["ASSAULT/heavy-weapons IRN > ISR occurred"]
    ),
    ("The orchestra played in Vienna.", [], []),
  ]

  @Test(arguments: cases) func scope(text: String, interstate: [String], all: [String]) {
    #expect(summaries(text) == interstate)
    #expect(summaries(text, coder: broadCoder) == all)
  }

  /// A government that faces an armed group of a sentence that names one state.
  @Test func armedGroupsAreOfTheStateNamed() {
    let found = summaries("Nigerian troops killed forty insurgents.")
    #expect(found.contains { $0.hasPrefix("ASSAULT") && $0.hasSuffix("NGA > NGA occurred") })
  }

  /// Those who gather are of the place where they do.
  @Test func protestersAreOfTheirPlace() {
    let found = summaries("Demonstrators burned a Swedish flag in Karachi.")
    #expect(found == ["PROTEST/demo PAK > SWE occurred"])
  }

  /// Whom a verb harms, the attack that it tells of harms.
  @Test func victimsAreThoseOfTheAttack() {
    let found = summaries("Three Lebanese civilians were killed in an Israeli drone strike.")
    #expect(found == ["ASSAULT/drone ISR > LBN occurred"])
  }

  /// Who issues a text says what it says.
  @Test func statementsSpeakForTheirAuthors() {
    let found = summaries("Spain issued a statement condemning Georgia.")
    #expect(found.contains("ACCUSE/disapprove ESP > GEO occurred"))
  }

  @Test func firingsNameTheLineOfTheCodebook() {
    let text = "Iran fired missiles at Israel."
    let firings = broadCoder.firings(input(text))
    #expect(firings.map(\.frame) == ["assault-heavy"])
    #expect(firings.first?.predicate.hasPrefix("verb fire obj=missile") == true)
    #expect(firings.first?.origin.file.hasSuffix("assault.frames") == true)
  }
}
