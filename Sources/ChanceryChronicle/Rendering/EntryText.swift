import ChanceryRecord

/// Pieces of an entry in words, shared by the renderers.
enum EntryText {
  /// "2021-04-06", "2021-04-06..2021-04-07"; empty where unknown.
  static func period(_ period: EntryPeriod?) -> String {
    guard let period else { return "" }
    return period.start == period.end ? period.start : "\(period.start)..\(period.end)"
  }

  /// "Sergey Lavrov (RUS) → Pakistan (PAK)"; "Japan (JPN), Russia (RUS)".
  static func parties(_ entry: Entry) -> String {
    let actors = entry.actors.map(party).joined(separator: ", ")
    let recipients = entry.recipients.map(party).joined(separator: ", ")
    if recipients.isEmpty { return actors }
    return actors.isEmpty ? "→ \(recipients)" : "\(actors) → \(recipients)"
  }

  static func party(_ party: EntryParty) -> String {
    guard let state = party.state else { return party.name }
    return "\(party.name) (\(state))"
  }

  /// "Islamabad, PAK"; empty where unknown.
  static func place(_ place: EntryPlace?) -> String {
    guard let place else { return "" }
    return place.country.map { "\(place.name), \($0)" } ?? place.name
  }

  /// "CONSULT visit".
  static func kind(_ entry: Entry) -> String {
    entry.mode.map { "\(entry.type.rawValue) \($0)" } ?? entry.type.rawValue
  }

  /// One decimal, always: "4.0", "-3.5".
  static func score(_ score: Double) -> String {
    let tenths = Int((abs(score) * 10).rounded())
    return "\(score < 0 && tenths != 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// Runs of white space become one space; control characters go.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        pending = !result.isEmpty
      } else {
        if pending { result.append(" ") }
        pending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// "Islamabad (a.txt, b.txt) | Rawalpindi (c.txt)".
  static func sides(_ values: [ConflictValue]) -> String {
    values.map { "\($0.value) (\($0.documents.joined(separator: ", ")))" }
      .joined(separator: " | ")
  }

  /// "first since 1969-01-01..1969-12-31".
  static func claim(_ claim: EntryClaim) -> String {
    guard let since = claim.since else { return claim.kind }
    let kind = claim.kind == "first-since" ? "first" : claim.kind
    return "\(kind) since \(period(since))"
  }

  /// "exports PAK→RUS 146920000 USD".
  static func figure(_ figure: EntryFigure) -> String {
    let flow =
      figure.from == nil && figure.to == nil
      ? "" : " \(figure.from ?? "?")→\(figure.to ?? "?")"
    let qualifier = figure.qualifier.map { " \($0)" } ?? ""
    return "\(figure.measure)\(flow)\(qualifier) \(FigureText.number(figure.value)) \(figure.unit)"
  }
}
