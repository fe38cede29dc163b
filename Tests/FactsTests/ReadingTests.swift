import ChanceryFacts
import ChanceryText
import Testing

/// Tables that are wrong, and tables that a user adds.
struct ReadingTests {
  private static let states = (
    path: "states.tsv",
    bytes: Array(
      "state\tname\tadjective\nPAK\tPakistan\tPakistani\nSUN\tSoviet Union\tSoviet\n".utf8)
  )

  private func base(_ path: String, _ text: String) throws -> FactBase {
    try FactBase(tables: [ReadingTests.states, (path, Array(text.utf8))])
  }

  @Test(arguments: [
    ("rulers.tsv", "person\n", "rulers.tsv: no such fact table; a file is named after one of: "),
    ("holders.tsv", "# nothing\n", "holders.tsv: the table is empty; "),
    (
      "holders.tsv", "person\toffice\n",
      "holders.tsv:1: column 'sector' is missing from the header line"
    ),
    ("holders.tsv", "person\tjob\n", "holders.tsv:1: no column 'job' in this table; "),
    (
      "holders.tsv", "person\tstate\toffice\tsector\n# x\nA B\tPKA\tminister\tGOV\n",
      "holders.tsv:3: state: no state has the key 'PKA'; "
    ),
    (
      "holders.tsv", "person\tstate\toffice\tsector\nA B\tPAK\t\tGOV\n",
      "holders.tsv:2: office: the cell is empty; "
    ),
    (
      "holders.tsv", "person\tstate\toffice\tsector\tstart\nA B\tPAK\tminister\tGOV\t2019-13\n",
      "holders.tsv:2: start: '2019-13' is no date; "
    ),
    (
      "holders.tsv",
      "person\tstate\toffice\tsector\tstart\tend\nA B\tPAK\tminister\tGOV\t2019-05\t2018\n",
      "holders.tsv:2: end: the end 2018 lies before the start 2019-05"
    ),
    (
      "holders.tsv", "person\toffice\tsector\nA B\tminister\tGOV\tx\n",
      "holders.tsv:2: 4 cells in a table of 3 columns; "
    ),
    (
      "memberships.tsv", "org\tstate\tstatus\nXYZ\tPAK\tmember\n",
      "memberships.tsv:2: org: no organisation has the code 'XYZ'; "
    ),
    (
      "names.tsv", "state\tname\tkind\nPAK\tPak\tnickname\n",
      "names.tsv:2: kind: 'nickname' is not known here; "
    ),
    (
      "metonyms.tsv", "name\tstate\tsector\nRaisina\tPAK\tXYZ\n",
      "metonyms.tsv:2: sector: 'XYZ' is not known here; expected one of: GOV, MIL, "
    ),
    (
      "cities.tsv", "name\tstate\tlatitude\nKarachi\tPAK\t24,8\n",
      "cities.tsv:2: latitude: '24,8' is no number; "
    ),
  ])
  func tells(_ path: String, _ text: String, _ message: String) {
    do {
      _ = try base(path, text)
      Issue.record("no error; expected: \(message)")
    } catch {
      #expect("\(error)".contains(message.dropLast(2)), "\(error)")
    }
  }

  @Test func tellsOfAnUnknownOffice() {
    let holders = "person\tstate\toffice\tsector\nA B\tPAK\thead_of_stat\tGOV\n"
    let tables = [
      ReadingTests.states, ("offices.tsv", Array("office\tweight\nhead_of_state\t20\n".utf8)),
      ("holders.tsv", Array(holders.utf8)),
    ]
    #expect {
      try FactBase(tables: tables)
    } throws: {
      "\($0)"
        == "holders.tsv:2: office: 'head_of_stat' is not known here; expected one of: head_of_state"
    }
  }

  /// A name that a row by hand lists among the others is no longer the customary one.
  @Test func handRowSpellsTheName() throws {
    let header = "person\tvariants\tstate\toffice\tsector\tstart\n"
    let imported = header + "Matamela Ali Raza\t\tPAK\tminister\tGOV\t2019\n"
    let mine = header + "Ali Raza\tMatamela Ali Raza\tPAK\tminister\tGOV\t2019\n"
    let base = try FactBase(tables: [
      ReadingTests.states, ("holders-imported.tsv", Array(imported.utf8)),
      ("holders.tsv", Array(mine.utf8)),
    ])
    let persons = base.persons(surname: "Raza")
    #expect(persons.map { base.entity($0).name } == ["Ali Raza"])
  }

  /// Offices of two states whose keys differ by few bits are kept apart.
  @Test func officesOfLikeStatesAreTold() throws {
    let base = try Tables.base.get()
    let day = DateInterval(day: CivilDate(iso: "2003-03-10")!)
    for state in ["IRQ", "FRA", "AND", "USA", "GRL"] {
      for office in ["effective_leader", "ambassador", "head_of_government", "head_of_state"] {
        let spans = base.holders(of: office, state: state, during: day)
        #expect(spans.allSatisfy { $0.state == state })
      }
    }
  }

  @Test func metonymHasItsProperName() throws {
    let base = try Tables.base.get()
    #expect(
      base.officialName(ofMetonym: ["foggy", "bottom"], state: "USA")
        == "US Department of State (Foggy Bottom)")
    #expect(base.officialName(ofMetonym: ["kremlin"], state: "RUS") == nil)
  }

  @Test func laterTableReplacesEarlier() throws {
    let header = "person\tstate\toffice\tsector\tstart\tend\tlast_seen\n"
    let imported = header + "Ali Raza\tPAK\tforeign_minister\tGOV\t2019-01-01\t\t2020-01\n"
    let mine = header + "Ali Raza\tPAK\tforeign_minister\tGOV\t2019-01-01\t2019-06-30\n"
    let base = try FactBase(tables: [
      ReadingTests.states, ("offices.tsv", Array("office\tweight\nforeign_minister\t16\n".utf8)),
      ("holders-mine.tsv", Array(mine.utf8)), ("holders-imported.tsv", Array(imported.utf8)),
    ])
    let person = try #require(base.persons(surname: "Raza").first)
    #expect(base.offices(of: person).map(\.end) == [CivilDate(iso: "2019-06-30")])
    let late = DateInterval(day: CivilDate(iso: "2019-12-01")!)
    #expect(base.holders(of: "foreign_minister", state: "PAK", during: late).isEmpty)
    let early = DateInterval(day: CivilDate(iso: "2019-03-01")!)
    #expect(base.holders(of: "foreign_minister", state: "PAK", during: early).count == 1)
  }

  @Test func userAddsANameAndATitle() throws {
    let base = try FactBase(tables: [
      ReadingTests.states,
      ("names-mine.tsv", Array("state\tname\tkind\nPAK\tLand of the Pure\tvariant\n".utf8)),
      ("titles-mine.tsv", Array("title\toffice\tsector\nWazir\tminister\tGOV\n".utf8)),
    ])
    let words = ["land", "of", "the", "pure"]
    #expect(base.names(at: 0, in: words).first.map { base.entity($0.entity).state } == "PAK")
    #expect(base.officeTitles.contains { $0.title == "Wazir" && $0.office == "minister" })
  }
}
