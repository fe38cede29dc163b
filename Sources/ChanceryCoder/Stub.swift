import ChanceryText
import ChanceryFacts
import ChanceryLanguage
struct TimeReader: Sendable { enum Style { case news }; init(_ t: CodebookTables) throws {}
  func times(in t: SourceText, parse: ParsedText, published: DateInterval?, style: Style) -> [TimeExpression] { [] } }
