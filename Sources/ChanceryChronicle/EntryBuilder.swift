import ChanceryRecord
import ChanceryText

/// Makes one entry of the reports of one happening.
struct EntryBuilder {
  /// In order of publication.
  let reports: [Report]
  let likeness: Likeness
  /// Positions in `reports`, grouped by the text their documents copy.
  private let voices: [[Int]]

  init(reports: [Report], likeness: Likeness) {
    let reports = reports.sorted { EntryBuilder.order($0) < EntryBuilder.order($1) }
    self.reports = reports
    self.likeness = likeness
    voices = likeness.copies.independentGroups(of: reports.map(\.documentIndex)).map { group in
      reports.indices.filter { group.contains(reports[$0].documentIndex) }
    }
  }

  private static func order(_ report: Report) -> (String, String, Int) {
    let day = report.published?.start.description ?? "~"
    return (day, report.documentID, report.event.trigger.start)
  }

  func entry() -> Entry {
    let status = finalStatus
    let kind = kindOfHappening
    let (actors, recipients) = sides(kind)
    let when = period(status)
    var entry = Entry(
      id: "", type: kind.event.type, mode: kind.event.mode,
      contexts: Set(reports.flatMap(\.event.contexts)).sorted(), actors: actors,
      recipients: recipients, status: status, independentSources: voices.count, claims: claims,
      figures: figures, when: when, where: place, score: kind.event.score,
      reports: reports.map(told),
      conflicts: ConflictFinder(reports: reports, likeness: likeness).conflicts())
    entry.id = identity(of: entry)
    return entry
  }

  private func told(_ report: Report) -> EntryReport {
    EntryReport(
      document: report.document, event: report.event.id,
      published: report.published?.start.description, outlet: report.outlet,
      status: report.status, evidence: report.evidence, span: report.evidenceSpan)
  }

  /// Key facts and the earliest report: entries that agree in all facts still differ.
  private func identity(of entry: Entry) -> String {
    var hash = StableHash()
    hash.add(entry.type.rawValue)
    hash.add(entry.mode ?? "")
    for party in entry.actors + entry.recipients { hash.add(party.state ?? party.name) }
    hash.add(entry.when?.start ?? "")
    hash.add(entry.where?.name ?? "")
    hash.add(reports[0].documentID)
    hash.add(reports[0].event.id)
    return hash.text
  }

  /// Votes of independent voices, the same text once.
  func votes(_ holds: (Report) -> Bool) -> Int {
    voices.count { voice in voice.contains { holds(reports[$0]) } }
  }
}

// MARK: - Kind and status

extension EntryBuilder {
  /// The report that speaks for type and mode: the combination most voices hold, with a mode rather
  /// than without, the earlier one where that leaves a choice.
  private var kindOfHappening: Report {
    let ranked = reports.indices.map { index -> (votes: Int, hasMode: Int, index: Int) in
      let event = reports[index].event
      let count = votes { $0.event.type == event.type && $0.event.mode == event.mode }
      return (count, event.mode == nil ? 0 : 1, index)
    }
    let best = ranked.max { a, b in
      (a.votes, a.hasMode, -a.index) < (b.votes, b.hasMode, -b.index)
    }
    return reports[best?.index ?? 0]
  }

  /// How the happening stands after all reports.
  ///
  /// A report that settles it (occurred, ongoing, cancelled, denied) outweighs any plan; of several
  /// settling ones the majority of voices counts, then the latest. A new plan for a day still to
  /// come, told after a cancellation, revives it.
  var finalStatus: Status {
    let settled = reports.filter(\.isSettled)
    guard !settled.isEmpty else { return reports.last?.status ?? .occurred }
    let statuses = settled.map(\.status)
    let latest = statuses.indices.max { a, b in
      let x = votes { $0.status == statuses[a] }
      let y = votes { $0.status == statuses[b] }
      return (x, a) < (y, b)
    }
    let winner = statuses[latest ?? 0]
    if winner == .ongoing, statuses.last == .occurred { return .occurred }
    if winner == .cancelled, isRevived { return .planned }
    return winner
  }

  private var isRevived: Bool {
    guard let last = reports.last, last.status == .planned, last.knowledge == .told,
      let day = last.interval, let told = last.published,
      let cancelled = reports.last(where: { $0.status == .cancelled })?.published
    else { return false }
    return told.start > cancelled.end && day.start >= told.start
      && !reports.contains { $0.isReal }
  }
}

// MARK: - Parties

extension EntryBuilder {
  private func sides(_ kind: Report) -> (actors: [EntryParty], recipients: [EntryParty]) {
    let peers = reports.filter {
      $0.event.type == kind.event.type && $0.recipients.isEmpty == kind.recipients.isEmpty
    }
    let actors = parties(peers.map(\.actors))
    let recipients = parties(peers.map(\.recipients))
    return (actors, recipients.filter { !actors.contains($0) })
  }

  /// The participants that at least a third of the reports name, the persons rather than their
  /// state.
  private func parties(_ lists: [[Party]]) -> [EntryParty] {
    var order: [String] = []
    for list in lists {
      for party in list where !order.contains(party.side) { order.append(party.side) }
    }
    let common = order.filter { side in
      let count = lists.count { $0.contains { $0.side == side } }
      return count * 3 >= lists.count
    }
    return common.flatMap { side in
      finest(lists.map { list in list.filter { $0.side == side } }.filter { !$0.isEmpty })
    }
  }

  private func finest(_ lists: [[Party]]) -> [EntryParty] {
    var people: [[Party]] = []
    for person in lists.joined() where person.isPerson {
      if let index = people.firstIndex(where: { $0.contains { $0.isSamePerson(as: person) } }) {
        people[index].append(person)
      } else {
        people.append([person])
      }
    }
    let naming = lists.count { $0.contains(where: \.isPerson) }
    let kept = people.filter { $0.count * 3 >= naming }
    let groups = kept.isEmpty ? [Array(lists.joined())] : kept
    return groups.map { group in
      let best = EntryBuilder.fullest(group)
      return EntryParty(
        name: best.name, state: best.state,
        sector: best.sector ?? group.lazy.compactMap(\.sector).first)
    }
  }

  /// The commonest name; of equally common ones the longest.
  private static func fullest(_ parties: [Party]) -> Party {
    let ranked = parties.map { party in
      (parties.count { $0.name == party.name }, party.name.utf8.count, party)
    }
    return ranked.sorted { a, b in
      if parties[0].isPerson, (a.2.nameWords.count > 1) != (b.2.nameWords.count > 1) {
        return a.2.nameWords.count > 1
      }
      return (a.0, a.1) != (b.0, b.1) ? (a.0, a.1) > (b.0, b.1) : a.2.name < b.2.name
    }[0].2
  }
}

// MARK: - When and where

extension EntryBuilder {
  /// The reports that speak for day and place: those that tell how it ended, where there are any.
  private func speakers(_ status: Status) -> [Report] {
    let same = reports.filter { $0.status == status || ($0.isReal && status == .occurred) }
    return same.isEmpty ? reports : same
  }

  private func period(_ status: Status) -> EntryPeriod? {
    let speaking = speakers(status)
    let candidates = [
      speaking.filter { $0.knowledge == .told && $0.interval != nil },
      reports.filter { $0.knowledge == .told && $0.interval != nil },
      speaking.filter { $0.interval != nil },
    ].first { !$0.isEmpty }
    guard let candidates, let best = bestPeriod(candidates) else { return nil }
    return EntryPeriod(start: best.start.description, end: best.end.description)
  }

  /// Where most voices meet; days before weeks; of some days the longest stay.
  private func bestPeriod(_ candidates: [Report]) -> DateInterval? {
    let intervals = candidates.compactMap(\.interval)
    let ranked = intervals.map { interval -> [Int] in
      let meeting = votes { report in
        candidates.contains { $0.documentIndex == report.documentIndex }
          && (report.interval?.meets(interval) ?? false)
      }
      let equal = votes { $0.interval == interval }
      let isStay = interval.dayCount <= 5
      return [meeting, isStay ? 1 : 0, isStay ? 0 : -interval.dayCount, equal, interval.dayCount]
    }
    let best = ranked.indices.max { a, b in
      ranked[a] != ranked[b]
        ? ranked[a].lexicographicallyPrecedes(ranked[b]) : intervals[a].start > intervals[b].start
    }
    return best.map { intervals[$0] }
  }

  private var place: EntryPlace? {
    let speaking =
      speakers(finalStatus).contains { $0.event.where != nil }
      ? speakers(finalStatus) : reports
    let places = speaking.compactMap(\.event.where)
    let ranked = places.map { place -> (Int, Int) in
      let count = votes { report in
        report.event.where.map { likeness.places($0, place) == .same } ?? false
      }
      return (likeness.isState(place) ? 0 : 1, count)
    }
    let best = ranked.indices.max { a, b in
      ranked[a] != ranked[b] ? ranked[a] < ranked[b] : a > b
    }
    return best.map { index in
      EntryPlace(
        name: places[index].name, country: places[index].country,
        latitude: places[index].latitude, longitude: places[index].longitude,
        claimants: places[index].claimants)
    }
  }
}

// MARK: - Claims and figures

extension EntryBuilder {
  private var claims: [EntryClaim] {
    reports.flatMap { report in
      report.claims.map { claim, evidence in
        EntryClaim(
          kind: claim.kind,
          since: claim.since?.interval.map {
            EntryPeriod(start: $0.start.description, end: $0.end.description)
          },
          document: report.document, evidence: evidence)
      }
    }
  }

  private var figures: [EntryFigure] {
    var all: [EntryFigure] = []
    for report in reports {
      for figure in report.figures {
        let told = EntryFigure(
          measure: figure.measure, value: figure.value, unit: figure.unit,
          qualifier: figure.qualifier, from: figure.from, to: figure.to, documents: [])
        let index = all.firstIndex { known in
          var bare = known
          bare.documents = []
          return bare == told
        }
        let position = index ?? all.count
        if index == nil { all.append(told) }
        if !all[position].documents.contains(report.document) {
          all[position].documents.append(report.document)
        }
      }
    }
    return all.sorted { a, b in
      (a.measure, a.unit, a.value) != (b.measure, b.unit, b.value)
        ? (a.measure, a.unit, a.value) < (b.measure, b.unit, b.value)
        : (a.from ?? "", a.to ?? "", a.qualifier ?? "") < (
          b.from ?? "", b.to ?? "", b.qualifier ?? ""
        )
    }
  }
}
