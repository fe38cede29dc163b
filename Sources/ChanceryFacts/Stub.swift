import ChanceryText

public struct FactBase: Sendable {
  public func entity(_ id: Entity.ID) -> Entity { fatalError() }
  public func state(_ key: String) -> Entity? { nil }
  public func names(at index: Int, in words: [String], forms: [String]) -> [NameMatch] { [] }
  public func persons(surname: String) -> [Entity.ID] { [] }
  public func offices(of person: Entity.ID) -> [OfficeSpan] { [] }
  public func holders(of office: String, state: String, during: DateInterval) -> [OfficeSpan] { [] }
  public func members(of org: String, on: CivilDate) -> [String] { [] }
  public func capital(of state: String) -> Entity? { nil }
}
