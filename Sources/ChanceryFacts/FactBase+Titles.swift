/// A title word and the office that it means.
public struct OfficeTitle: Sendable, Equatable {
  /// As written in the table ("Foreign Secretary").
  public var title: String
  public var office: String
  /// The state where the title means this office; nil for all.
  public var state: String?
}

extension FactBase {
  /// Every title of `titles.tsv`, in the order of the tables.
  public var officeTitles: [OfficeTitle] {
    store.titles.map {
      OfficeTitle(
        title: store.string($0.text), office: store.offices[Int($0.office)],
        state: $0.state.text)
    }
  }
}
