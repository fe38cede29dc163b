import ChanceryFacts
import ChanceryText
import Testing

/// Who held which office when.
struct OfficeTests {
  @Test(arguments: [
    ("PAK", "head_of_government", "2019-06-15", "Imran Khan"),
    ("PAK", "foreign_minister", "2019-06-15", "Qureshi"),
    ("PAK", "military_chief", "2020-05-01", "Bajwa"),
    ("PAK", "head_of_state", "1970-01-01", "Yahya"),
    ("IND", "head_of_government", "1966-06-01", "Gandhi"),
    ("IND", "head_of_government", "2015-12-25", "Modi"),
    ("IND", "foreign_minister", "2017-01-01", "Swaraj"),
    ("IND", "foreign_secretary", "2023-02-01", "Kwatra"),
    ("IND", "national_security", "2016-09-29", "Doval"),
    ("RUS", "head_of_state", "2010-01-01", "Medvedev"),
    ("RUS", "head_of_government", "2018-01-01", "Medvedev"),
    ("RUS", "foreign_minister", "2012-06-01", "Lavrov"),
    ("RUS", "defence_minister", "2014-11-20", "Shoigu"),
    ("RUS", "defence_minister", "2024-09-01", "Belousov"),
    ("SUN", "foreign_minister", "1962-10-18", "Gromyko"),
    ("USA", "head_of_state", "1962-10-22", "Kennedy"),
    ("USA", "foreign_minister", "1972-01-01", "Rogers"),
    ("USA", "foreign_minister", "2023-06-18", "Blinken"),
    ("USA", "defence_minister", "2003-03-20", "Rumsfeld"),
    ("USA", "national_security", "1971-07-09", "Kissinger"),
    ("CHN", "foreign_minister", "2023-05-01", "Qin Gang"),
    ("CHN", "foreign_minister", "2024-05-01", "Wang Yi"),
    ("GBR", "head_of_government", "1982-04-02", "Thatcher"),
    ("GBR", "head_of_government", "2022-10-01", "Truss"),
    ("GBR", "foreign_minister", "1956-11-01", "Lloyd"),
    ("GBR", "foreign_minister", "2024-08-01", "Lammy"),
    ("FRA", "head_of_state", "1966-03-10", "Gaulle"),
    ("FRA", "foreign_minister", "2003-02-14", "Villepin"),
    ("DEU", "head_of_government", "2010-01-01", "Merkel"),
    ("DEU", "foreign_minister", "2022-02-24", "Baerbock"),
    ("BRD", "head_of_government", "1970-08-12", "Brandt"),
    ("JPN", "head_of_government", "2015-12-28", "Abe"),
    ("JPN", "foreign_minister", "2016-01-01", "Kishida"),
    ("TUR", "head_of_state", "2016-07-15", "Erdogan"),
    ("TUR", "foreign_minister", "2024-01-01", "Fidan"),
    ("IRN", "foreign_minister", "2015-07-14", "Zarif"),
    ("IRN", "head_of_state", "1971-10-12", "Pahlavi"),
    ("ISR", "head_of_government", "1978-09-17", "Begin"),
    ("EGY", "foreign_minister", "2020-01-01", "Shoukry"),
    ("SAU", "head_of_state", "1990-08-06", "Fahd"),
    ("JOR", "head_of_state", "1994-10-26", "Hussein"),
    ("KOR", "foreign_minister", "2018-04-27", "Kang"),
    ("UKR", "head_of_state", "2022-02-24", "Zelensk"),
    ("UKR", "foreign_minister", "2022-02-24", "Kuleba"),
    ("VAT", "head_of_state", "1979-06-02", "John Paul II"),
    ("ITA", "foreign_minister", "2023-01-01", "Tajani"),
    ("POL", "foreign_minister", "2010-04-10", "Sikorski"),
  ])
  func holder(_ state: String, _ office: String, _ day: String, _ name: String) throws {
    let base = try Tables.base.get()
    let date = try #require(CivilDate(iso: day))
    let spans = base.holders(of: office, state: state, during: DateInterval(day: date))
    let names = spans.prefix(4).map { fold(base.entity($0.person).name) }
    #expect(names.contains { $0.contains(fold(name)) }, "\(names)")
  }

  @Test(arguments: [
    ("UN", "2015-01-01", "Ban Ki-moon"), ("NATO", "2015-01-01", "Jens Stoltenberg"),
    ("IAEA", "2022-03-01", "Rafael Grossi"), ("EU", "2013-01-01", "Catherine Ashton"),
  ])
  func organizationHead(_ code: String, _ day: String, _ name: String) throws {
    let base = try Tables.base.get()
    let date = try #require(CivilDate(iso: day))
    let surname = String(name.split(separator: " ").last!)
    let ids = base.persons(surname: surname) + base.persons(surname: "Ban")
    let held = ids.flatMap { base.offices(of: $0) }.filter {
      $0.organization == code && $0.validity(during: DateInterval(day: date)) == .certain
    }
    #expect(held.contains { fold(base.entity($0.person).name) == fold(name) })
  }

  @Test func spansAreValidToTheirLastDay() {
    func span(_ start: String?, _ end: String?, _ seen: String?) -> OfficeSpan {
      OfficeSpan(
        person: 0, state: "PAK", organization: nil, office: "minister", title: "", sector: "GOV",
        start: start.flatMap { CivilDate(iso: $0) }, end: end.flatMap { CivilDate(iso: $0) },
        lastSeen: seen.flatMap { CivilDate(iso: $0) })
    }
    func validity(_ span: OfficeSpan, _ day: String) -> SpanValidity {
      span.validity(during: DateInterval(day: CivilDate(iso: day)!))
    }
    let closed = span("2001-05-01", "2003-06-30", nil)
    #expect(validity(closed, "2001-04-30") == .no)
    #expect(validity(closed, "2001-05-01") == .certain)
    #expect(validity(closed, "2003-06-30") == .certain)
    #expect(validity(closed, "2003-07-01") == .no)
    let open = span("2001-05-01", nil, "2003-06-30")
    #expect(validity(open, "2003-06-30") == .certain)
    #expect(validity(open, "2004-06-30") == .likely)
    #expect(validity(open, "2004-07-01") == .no)
    #expect(validity(span("2001-05-01", nil, nil), "2020-01-01") == .certain)
    #expect(validity(span(nil, nil, nil), "2020-01-01") == .likely)
  }

  @Test func memberships() throws {
    let base = try Tables.base.get()
    let day = try #require(CivilDate(iso: "2020-01-01"))
    let early = try #require(CivilDate(iso: "2016-01-01"))
    #expect(base.membership(of: "PAK", in: "SCO", on: day))
    #expect(!base.membership(of: "PAK", in: "SCO", on: early))
    #expect(base.membership(of: "TUR", in: "NATO", on: day))
    #expect(base.members(of: "NATO", on: day).contains("MNE"))
    #expect(base.capital(of: "PAK")?.name == "Islamabad")
    #expect(base.capital(of: "KAZ") != nil)
  }
}
