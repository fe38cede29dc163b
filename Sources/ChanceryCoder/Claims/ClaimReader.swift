import ChanceryCodebook
import ChanceryLanguage
import ChanceryText

/// Reads superlatives that history can check: "the first visit … since 1969" (codebook §5).
///
/// Total: any reading gives claims in text order, one for each point of reference. Cost: linear in the tokens.
public struct ClaimReader: Sendable {
  private let table: ClaimTable

  /// - Parameter claims: the bytes of `Codebook/claims.tsv`.
  public init(claims: [UInt8]) throws(CodebookError) {
    table = try ClaimTable(claims, file: "claims.tsv")
  }

  init(_ tables: CodebookTables) throws(CodebookError) {
    try self.init(claims: tables.bytes("claims.tsv"))
  }

  public func claims(in reading: Reading) -> [DraftClaim] {
    var result: [DraftClaim] = []
    for sentence in reading.parse.sentences {
      let pass = ClaimPass(reading: reading, sentence: sentence, table: table)
      result.append(contentsOf: pass.claims())
    }
    return result
  }
}
