import Foundation

/// Records made of annotations: text of the annotated snippets, events dropped, shifted and changed
/// by a seeded draw.
struct PseudoRecords {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Linear congruential, after Knuth, MMIX.
  private mutating func isHit(oneIn chances: UInt64) -> Bool {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % chances == 0
  }

  mutating private func shift() -> Int { isHit(oneIn: 2) ? 0 : isHit(oneIn: 2) ? 2 : 9 }

  func lines(_ annotations: [Data]) throws -> Data {
    var copy = self
    var result = Data()
    for annotation in annotations {
      guard let gold = try JSONSerialization.jsonObject(with: annotation) as? [String: Any],
        !copy.isHit(oneIn: 20)
      else { continue }
      let record = copy.record(gold)
      result += try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
      result.append(0x0A)
    }
    return result
  }

  private mutating func record(_ gold: [String: Any]) -> [String: Any] {
    var text = SnippetText()
    var record = gold
    var events: [[String: Any]] = []
    for event in gold["events"] as? [[String: Any]] ?? [] where !isHit(oneIn: 10) {
      events.append(changed(event, &text))
      if isHit(oneIn: 10), let last = events.last { events.append(last) }
    }
    record["events"] = events
    for (list, key) in [("statements", "quote"), ("figures", "evidence"), ("claims", "evidence")] {
      record[list] = (gold[list] as? [[String: Any]] ?? []).map { item in
        var item = item
        if let quote = item[key] as? String { item[key] = text.place(quote) }
        if let all = item[key] as? [String] { item[key] = all.map { text.place($0) } }
        if isHit(oneIn: 5), let value = item["value"] as? Double { item["value"] = value * 1.1 }
        return item
      }
    }
    var document = gold["document"] as? [String: Any] ?? [:]
    document["text"] = text.text
    record["document"] = document
    return record
  }

  private mutating func changed(
    _ event: [String: Any], _ text: inout SnippetText
  ) -> [String: Any] {
    var event = event
    let places = (event["evidence"] as? [String] ?? []).map { text.place($0) }
    event["evidence"] = places.map { [$0[0] + shift(), $0[1] + shift()] }
    if let first = places.first, !isHit(oneIn: 10) {
      event["trigger"] = [first[0] + 1, first[0] + 5]
    }
    if isHit(oneIn: 5) { event["status"] = "planned" }
    if isHit(oneIn: 10) { event["type"] = "CONSULT" }
    if isHit(oneIn: 10) { event["when"] = nil }
    if isHit(oneIn: 10) { event["recipients"] = [] as [Any] }
    return event
  }
}

/// Snippets set one after another, a line break in place of the first space of each.
private struct SnippetText {
  private(set) var text = ""
  private var places: [String: [Int]] = [:]

  mutating func place(_ snippet: String) -> [Int] {
    if let known = places[snippet] { return known }
    let start = text.unicodeScalars.count
    var scalars = Array(snippet.unicodeScalars)
    if let space = scalars.firstIndex(of: " ") { scalars[space] = "\n" }
    text.unicodeScalars.append(contentsOf: scalars)
    text += " . "
    let place = [start, start + scalars.count]
    places[snippet] = place
    return place
  }
}
