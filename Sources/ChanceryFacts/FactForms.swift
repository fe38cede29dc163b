/// The kinds of fact tables, in the order in which they are read.
enum FactForm: String, CaseIterable {
  case states, organizations, names, titles, offices, cities, regions, metonyms, groups, media,
    initiatives, places
  case memberships, holders

  /// `holders-imported.tsv` and `holders.tsv` are both tables of holders.
  init?(path: String) {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.prefix { $0 != "-" && $0 != "." }
    self.init(rawValue: String(stem))
  }

  var table: TableForm {
    switch self {
    case .states:
      TableForm(
        columns: [
          "state", "name", "adjective", "iso2", "cow", "gw", "fips", "wikidata", "capital",
          "region",
          "independent", "from", "to", "successor", "source",
        ], required: ["state", "name"])
    case .organizations:
      TableForm(
        columns: ["code", "name", "variants", "type", "founded", "dissolved", "seat", "source"],
        required: ["code", "name"])
    case .names:
      TableForm(
        columns: ["state", "name", "kind", "from", "to", "case", "source"],
        required: ["state", "name", "kind"])
    case .titles:
      TableForm(
        columns: ["title", "office", "sector", "state"], required: ["title", "office", "sector"])
    case .offices:
      TableForm(columns: ["office", "weight", "related"], required: ["office", "weight"])
    case .cities:
      TableForm(
        columns: [
          "name", "variants", "state", "admin1", "latitude", "longitude", "population", "role",
          "flag",
          "wikidata",
        ], required: ["name", "state"])
    case .regions:
      TableForm(
        columns: [
          "name", "variants", "state", "kind", "adjectives", "latitude", "longitude", "claimants",
          "source",
        ], required: ["name", "kind"])
    case .places:
      TableForm(
        columns: [
          "name", "variants", "state", "kind", "within", "latitude", "longitude", "population",
          "source",
        ], required: ["kind", "latitude", "longitude"])
    case .metonyms:
      TableForm(
        columns: [
          "name", "state", "org", "sector", "stands_for", "official", "from", "to", "source",
        ], required: ["name", "sector"])
    case .groups:
      TableForm(
        columns: ["name", "code", "variants", "state", "sector", "from", "to", "source"],
        required: ["name", "sector"])
    case .media:
      TableForm(
        columns: ["name", "variants", "state", "kind", "source"], required: ["name", "state"])
    case .initiatives:
      TableForm(
        columns: ["name", "variants", "kind", "parties", "from", "to", "source"],
        required: ["name", "kind"])
    case .memberships:
      TableForm(
        columns: ["org", "state", "status", "start", "end", "source"],
        required: ["org", "state", "status"])
    case .holders:
      TableForm(
        columns: [
          "person", "surname", "variants", "state", "org", "office", "title", "sector", "start",
          "end",
          "last_seen", "source", "wikidata",
        ], required: ["person", "office", "sector"])
    }
  }
}
