import ChanceryRecord

/// Compares the record of one document with its annotation.
struct DocumentScorer {
  /// A longer span is no evidence for one happening.
  private static let longestEvidence = 600
  private static let directed: Set<String> = [
    "AID", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT", "RETREAT",
  ]

  private let gold: JSONValue
  private let record: JSONValue
  private let text: SnippetFinder
  private let actors: [String: JSONValue]
  private let address: String

  init(gold: JSONValue, record: JSONValue) {
    self.gold = gold
    self.record = record
    text = SnippetFinder(record["document"]["text"].string ?? "")
    actors = Dictionary(
      record["actors"].list.compactMap { actor in actor["id"].string.map { ($0, actor) } },
      uniquingKeysWith: { _, last in last })
    address = gold["document"]["uri"].string ?? ""
  }

  /// Adds this document's counts; gives the missed and spurious events in words.
  func score(into tally: inout Tally) -> [String] {
    let errors = scoreEvents(&tally)
    scoreStatements(&tally)
    scoreFigures(&tally)
    scoreClaims(&tally)
    scoreDocument(&tally)
    return errors
  }

  // MARK: - Looking up

  private func person(_ reference: JSONValue) -> JSONValue? {
    switch reference {
    case .object: reference
    case .string(let id): actors[id]
    default: nil
    }
  }

  private func places(_ snippets: JSONValue) -> [TextRange] {
    snippets.list.compactMap { $0.string.flatMap(text.locate) }
  }

  private func spans(_ event: JSONValue) -> [TextRange] {
    let evidence = event["evidence"].list.compactMap(\.range)
      .filter { $0.end - $0.start <= DocumentScorer.longestEvidence }
    return evidence + (event["trigger"].range.map { [$0] } ?? [])
  }

  private func parties(_ event: JSONValue, _ side: String) -> Set<String> {
    Set(event[side].list.compactMap { scoredParty(person($0)) })
  }

  private func touch(_ a: [TextRange], _ b: [TextRange]) -> Int {
    var best = 0
    for x in a { for y in b { best = max(best, overlap(x, y)) } }
    return best
  }

  // MARK: - Events

  private func scoreEvents(_ tally: inout Tally) -> [String] {
    let wanted = gold["events"].list
    let found = record["events"].list
    let snippets = wanted.map { places($0["evidence"]) }
    let evidence = found.map(spans)
    for event in found {
      guard let first = event["evidence"].list.first?.range else { continue }
      tally["ev_n"] += 1
      tally["ev_len"] += first.end - first.start
    }
    tally["gold"] += wanted.count
    tally["core"] += wanted.count { $0["tier"].string == "core" }
    tally["got"] += found.count

    func isFound(_ i: Int, _ j: Int) -> Double {
      let touched = touch(snippets[i], evidence[j])
      guard touched > 0 else { return 0 }
      let size = evidence[j].map { $0.end - $0.start }.reduce(0, +)
      let trigger = found[j]["trigger"].range
      let isInside = trigger.map { point in
        snippets[i].contains { $0.start <= point.start && point.start < $0.end }
      }
      return Double(touched) / Double(size == 0 ? 1 : size) + (isInside == true ? 2 : 0)
    }
    func isTyped(_ i: Int, _ j: Int) -> Double {
      wanted[i]["type"] == found[j]["type"] ? isFound(i, j) : 0
    }
    func isEvent(_ i: Int, _ j: Int) -> Double {
      let weight = isTyped(i, j)
      return weight > 0 && haveSameStates(wanted[i], found[j]) ? weight : 0
    }
    var matched: [(gold: Int, got: Int)] = []
    for (name, weight) in [("found", isFound), ("typed", isTyped), ("event", isEvent)] {
      matched = greedyPairs(wanted.count, found.count, weight)
      tally[name] += matched.count
      tally[name + "_core"] += matched.count { wanted[$0.gold]["tier"].string == "core" }
    }
    for pair in matched { scoreDetails(wanted[pair.gold], found[pair.got], &tally) }
    return errors(wanted, found, matched)
  }

  private func haveSameStates(_ wanted: JSONValue, _ found: JSONValue) -> Bool {
    let doers = parties(wanted, "actors")
    let targets = parties(wanted, "recipients")
    let foundDoers = parties(found, "actors")
    let foundTargets = parties(found, "recipients")
    if DocumentScorer.directed.contains(wanted["type"].string ?? "") {
      return doers == foundDoers && targets == foundTargets
    }
    return doers.union(targets) == foundDoers.union(foundTargets)
  }

  private func scoreDetails(_ wanted: JSONValue, _ found: JSONValue, _ tally: inout Tally) {
    let status = wanted["status"].string ?? "None"
    let given = found["status"].string ?? "None"
    let isDated = datesAgree(wanted["when"], found["when"])
    tally.add("status", status == given)
    tally.statuses[status, default: (0, 0, 0)].gold += 1
    tally.statuses[given, default: (0, 0, 0)].got += 1
    tally.statuses[status, default: (0, 0, 0)].right += status == given ? 1 : 0
    tally.add("mode", wanted["mode"].nonEmpty == found["mode"].nonEmpty)
    tally.add("voice", wanted["voice"] == found["voice"])
    if wanted["where"].isSomething {
      tally["where_n"] += 1
      tally.add(
        "where",
        found["where"].isSomething && found["where"]["country"] == wanted["where"]["country"])
    }
    if scoredInterval(wanted["when"]) != nil {
      tally["dated_n"] += 1
      tally.add("dated", isDated)
    }
    for side in ["actors", "recipients"] {
      for actor in wanted[side].list where actor["state"].nonEmpty != nil {
        guard let surname = foldedWords(actor["name"].string).last else { continue }
        tally["name_n"] += 1
        tally.add(
          "name",
          found[side].list.contains {
            foldedWords(person($0)?["name"].string).contains(surname)
          })
      }
    }
    tally.add("whole", wanted["tier"].string == "core" && status == given && isDated)
  }

  private func errors(
    _ wanted: [JSONValue], _ found: [JSONValue], _ matched: [(gold: Int, got: Int)]
  ) -> [String] {
    let hitGold = Set(matched.map(\.gold))
    let hitGot = Set(matched.map(\.got))
    var lines: [String] = []
    for (index, event) in wanted.enumerated() where !hitGold.contains(index) {
      let sides = ["actors", "recipients"].map { side in
        listed(event[side].list.map { scoredParty(person($0)) })
      }
      let words = clipped(event["evidence"].list.first?.string ?? "")
      lines.append(
        "MISSED  \(address) \(told(event["tier"])) \(told(event["type"])) "
          + "\(told(event["status"])) \(sides[0]) -> \(sides[1]) | \(words)")
    }
    for (index, event) in found.enumerated() where !hitGot.contains(index) {
      let sides = ["actors", "recipients"].map { listed(parties(event, $0).sorted()) }
      let words = event["evidence"].list.first?.range.map(text.words) ?? ""
      lines.append(
        "SPURIOUS \(address) \(told(event["type"])) \(told(event["status"])) "
          + "\(sides[0]) -> \(sides[1]) | \(clipped(words))")
    }
    return lines
  }

  private func told(_ value: JSONValue) -> String { value.string ?? "None" }

  private func listed(_ names: [String?]) -> String {
    "[" + names.map { $0.map { "'\($0)'" } ?? "None" }.joined(separator: ", ") + "]"
  }

  /// The first ninety code points.
  private func clipped(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(90)))
  }

  // MARK: - Statements, figures, claims, document

  private func scoreStatements(_ tally: inout Tally) {
    let wanted = gold["statements"].list
    let found = record["statements"].list
    let quotes = wanted.map { $0["quote"].string.flatMap(text.locate) }
    let matched = greedyPairs(wanted.count, found.count) { i, j in
      guard let a = quotes[i], let b = found[j]["quote"].range else { return 0 }
      let shared = overlap(a, b)
      let all = (a.end - a.start) + (b.end - b.start) - shared
      let share = quotient(shared, all)
      return share >= 0.5 ? share : 0
    }
    tally["st_gold"] += wanted.count
    tally["st_got"] += found.count
    tally["st_quote"] += matched.count
    for pair in matched {
      let speaker = wanted[pair.gold]["speaker"]
      let answer = person(found[pair.got]["speaker"])
      let names = foldedWords(speaker["name"].string)
      let given = foldedWords(answer?["name"].string)
      let isNamed = !names.isEmpty && !given.isEmpty && names.last == given.last
      let side = scoredParty(speaker)
      let isState = names.count == 1 && side != nil && side == scoredParty(answer)
      tally.add("st_speaker", isNamed || isState)
    }
  }

  private func scoreFigures(_ tally: inout Tally) {
    let wanted = gold["figures"].list
    let found = record["figures"].list
    let snippets = wanted.map { places($0["evidence"]) }
    let evidence = found.map { figure in
      figure["evidence"].list.compactMap(\.range) + (figure["text"].range.map { [$0] } ?? [])
    }
    let matched = greedyPairs(wanted.count, found.count) { i, j in
      guard let value = found[j]["value"].number, let right = wanted[i]["value"].number,
        touch(snippets[i], evidence[j]) > 0, wanted[i]["unit"] == found[j]["unit"],
        abs(right - value) <= 0.005 * max(1, abs(right))
      else { return 0 }
      return wanted[i]["measure"] == found[j]["measure"] ? 1.5 : 1
    }
    tally["fig_gold"] += wanted.count
    tally["fig_got"] += found.count
    tally["fig"] += matched.count
    for pair in matched {
      let (a, b) = (wanted[pair.gold], found[pair.got])
      tally.add("fig_measure", a["measure"] == b["measure"])
      tally.add("fig_flow", a["from"] == b["from"] && a["to"] == b["to"])
      tally.add("fig_period", datesAgree(a["period"], b["period"]))
    }
  }

  private func scoreClaims(_ tally: inout Tally) {
    let wanted = gold["claims"].list
    let found = record["claims"].list
    let snippets = wanted.map { places($0["evidence"]) }
    let matched = greedyPairs(wanted.count, found.count) { i, j in
      Double(touch(snippets[i], found[j]["evidence"].list.compactMap(\.range)))
    }
    tally["cl_gold"] += wanted.count
    tally["cl_got"] += found.count
    tally["cl"] += matched.count
  }

  private func scoreDocument(_ tally: inout Tally) {
    let wanted = gold["document"]
    let found = record["document"]
    if let title = wanted["title"].nonEmpty {
      tally["title_n"] += 1
      tally.add("title", foldForScoring(found["title"].string) == foldForScoring(title))
    }
    if scoredInterval(wanted["published"]) != nil {
      tally["pub_n"] += 1
      tally.add("pub", datesAgree(wanted["published"], found["published"]))
    }
    if wanted["body"].isSomething {
      let right = Set(wanted["body"].list.compactMap(\.range).flatMap { $0.start..<$0.end })
      let given = Set(found["body"].list.compactMap(\.range).flatMap { $0.start..<$0.end })
      tally["body_tp"] += right.intersection(given).count
      tally["body_g"] += right.count
      tally["body_s"] += given.count
    }
  }
}
