import ChanceryText
import ChanceryFacts
import ChanceryLanguage
struct TimeReader: Sendable { enum Style { case news }; init(_ t: CodebookTables) throws {}
  func times(in t: SourceText, parse: ParsedText, published: DateInterval?, style: Style) -> [TimeExpression] { [] } }
struct StatementReader: Sendable { init(_ t: CodebookTables) throws {}
  func statements(in r: Reading) -> [DraftStatement] { [] } }
struct FigureReader: Sendable { init(_ t: CodebookTables) throws {}
  func figures(in r: Reading) -> [DraftFigure] { [] } }
struct ClaimReader: Sendable { init(_ t: CodebookTables) throws {}
  func claims(in r: Reading) -> [DraftClaim] { [] } }
public struct DraftFigure: Sendable { var measure: String, value: Double, unit: String, qualifier: String?, from: String?, to: String?, period: DateInterval?, text: ByteSpan, evidence: [ByteSpan] }
public struct DraftClaim: Sendable { var kind: String, since: DateInterval?, evidence: [ByteSpan], headToken: Int }
extension OfficeTitles { init(_ f: FactBase) { table = [:] } }
