import ChanceryRecord
import ChanceryText

/// The happenings that a set of records tells, each once, with all its reports.
///
/// A pure function of the records: their order does not matter, and adding a record that shares no
/// blocking key with others leaves the other entries as they were. Records are told apart by
/// `document.id`; a record given twice counts once.
public struct Chronicle: Sendable {
  /// By date, type, parties and id; entries without a date come last.
  public let entries: [Entry]
  /// Figures between two sides with their arithmetic, over all documents.
  public let figureSeries: [FigureSeries]

  public init(records: [Record]) {
    let unique = Chronicle.unique(records)
    let reports = unique.enumerated().flatMap { index, record in
      let context = DocumentContext(record, index: index)
      return record.events.map { Report(event: $0, in: context) }
    }
    var copies = CopyFinder(unique.map(\.document.text))
    var entries: [Entry] = []
    for group in components(ofKeys: reports.map(\.blockingKeys)) {
      entries += Chronicle.merge(group.map { reports[$0] }, &copies)
    }
    self.entries = Chronicle.ordered(entries)
    figureSeries = FigureSeries.all(in: unique)
  }

  private static func merge(_ reports: [Report], _ copies: inout CopyFinder) -> [Entry] {
    copies.prepare(reports.count > 1 ? reports.map(\.documentIndex) : [])
    let likeness = Likeness(reports: reports, copies: copies)
    var clustering = Clustering(likeness)
    return clustering.clusters().map { members in
      EntryBuilder(reports: members.map { reports[$0] }, likeness: likeness).entry()
    }
  }

  /// In order of publication and id, so that nothing depends on the order of arrival.
  private static func unique(_ records: [Record]) -> [Record] {
    let sorted = records.enumerated().sorted { a, b in
      let mine = (a.element.document.published?.start ?? "~", a.element.document.id)
      let theirs = (b.element.document.published?.start ?? "~", b.element.document.id)
      return mine != theirs ? mine < theirs : a.offset < b.offset
    }
    var seen = Set<String>()
    return sorted.map(\.element).filter { seen.insert($0.document.id).inserted }
  }

  private static func ordered(_ entries: [Entry]) -> [Entry] {
    func key(_ entry: Entry) -> [String] {
      [
        entry.when?.start ?? "~", entry.when?.end ?? "~", entry.type.rawValue,
        (entry.actors + entry.recipients).map { $0.state ?? $0.name }.joined(separator: " "),
        entry.id,
      ]
    }
    return entries.map { (key($0), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      .map(\.1)
  }
}
