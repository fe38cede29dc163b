import ChanceryFacts
import ChanceryText
import Testing

/// What a name means on a day.
struct ExplainTests {
  @Test(arguments: [
    ("PM Khan", "2019-06-15", "Imran Khan", "PAK", "GOV"),
    ("Premier Medvedev", "2018-01-01", "Dmitry Medvedev", "RUS", "GOV"),
    ("President Medvedev", "2010-01-01", "Dmitry Medvedev", "RUS", "GOV"),
    ("former Russian President Medvedev", "2023-01-01", "Dmitry Medvedev", "RUS", "GOV"),
    ("president Yahya", "1970-06-01", "Yahya Khan", "PAK", ""),
    ("Moscow", "2019-06-15", "Russia", "RUS", "GOV"),
    ("Moscow", "1980-06-15", "Soviet Union", "SUN", "GOV"),
    ("Kremlin", "2019-06-15", "Russia", "RUS", "GOV"),
    ("Kremlin", "1985-01-01", "Soviet Union", "SUN", "GOV"),
    ("SCO", "2019-06-15", "Shanghai Cooperation Organisation", "", "IGO"),
    ("Georgia", "2008-08-08", "Georgia", "GEO", ""),
    ("Lavrov", "2016-03-01", "Sergey Lavrov", "RUS", "GOV"),
    ("Sergei Lavrov", "2016-03-01", "Sergey Lavrov", "RUS", "GOV"),
    ("Lavrov, Russian foreign minister", "2016-03-01", "Sergey Lavrov", "RUS", "GOV"),
    ("Foreign Minister Qureshi", "2019-06-15", "Qureshi", "PAK", "GOV"),
    ("Shah Mahmood Qureshi", "2019-06-15", "Qureshi", "PAK", "GOV"),
    ("Secretary of State Kerry", "2015-07-14", "John Kerry", "USA", "GOV"),
    ("Queen Elizabeth", "2005-01-01", "Elizabeth II", "GBR", "GOV"),
    ("King Hussein", "1990-01-01", "Hussein", "JOR", "GOV"),
    ("President-elect Biden", "2020-12-01", "Joe Biden", "USA", "GOV"),
    ("NATO chief Stoltenberg", "2019-01-01", "Jens Stoltenberg", "", "IGO"),
    ("foreign minister of Russia", "2015-01-01", "Sergey Lavrov", "RUS", "GOV"),
    ("Premier Medvedyev", "2018-01-01", "Dmitry Medvedev", "RUS", "GOV"),
    ("Prime Minister Holland", "1953-06-01", "Sidney Holland", "NZL", "GOV"),
    ("Foreign Secretary of India", "2016-06-01", "Jaishankar", "IND", "GOV"),
    ("Pakstan", "2018-01-01", "Pakistan", "PAK", ""),
  ])
  func first(_ name: String, _ day: String, _ entity: String, _ state: String, _ sector: String)
    throws
  {
    let base = try Tables.base.get()
    let found = base.explain(name: name, on: CivilDate(iso: day))
    let answer = try #require(found.first)
    #expect(
      fold(answer.entity.name).contains(fold(entity)),
      "\(found.prefix(3).map { "\($0.entity.name) \($0.score) \($0.reasons)" })")
    #expect(answer.state ?? "" == state)
    if !sector.isEmpty { #expect(answer.sector == sector) }
    #expect(!answer.reasons.isEmpty)
  }

  @Test func unknownNamesMeanNothing() throws {
    let base = try Tables.base.get()
    #expect(base.explain(name: "Qwertzuiop", on: CivilDate(iso: "2019-01-01")).isEmpty)
    #expect(base.explain(name: "", on: nil).isEmpty)
    #expect(base.explain(name: " ,", on: nil).isEmpty)
  }

  @Test func disputedAreasNameTheirClaimants() throws {
    let base = try Tables.base.get()
    let place = try #require(base.explain(name: "Senkaku Islands", on: nil).first)
    #expect(base.claimants(of: place.entity.id) == ["CHN", "JPN", "TWN"])
    #expect(place.reasons.contains { $0.contains("claimed or held by CHN, JPN, TWN") })
    let city = try #require(base.explain(name: "Rawalpindi", on: nil).last)
    #expect(base.claimants(of: city.entity.id).isEmpty)
  }

  @Test func noDateMeansAnyTime() throws {
    let base = try Tables.base.get()
    let found = base.explain(name: "Foreign Minister Gromyko", on: nil)
    #expect(found.first?.state == "SUN")
  }
}
