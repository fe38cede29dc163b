import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// Reads quotations, direct and indirect, with their speakers (codebook §3).
///
/// Total: any reading gives statements in text order whose quotes do not overlap. A statement whose speaker is
/// neither an actor nor a name is left out. Cost: linear in the tokens, but for long quotations.
/// Source of the method: attribution by reporting verb and its subject, then by the turn before, as in
/// Pareti et al. 2013, "Automatically Detecting and Attributing Indirect Quotations".
public struct StatementReader: Sendable {
  private let lexicon: ReportingLexicon

  /// - Parameters:
  ///   - reporting: the bytes of `Codebook/reporting.tsv`.
  ///   - quoting: the bytes of `Codebook/quoting.tsv`.
  public init(reporting: [UInt8], quoting: [UInt8]) throws(CodebookError) {
    lexicon = try ReportingLexicon(reporting: reporting, quoting: quoting)
  }

  init(_ tables: CodebookTables) throws(CodebookError) {
    try self.init(
      reporting: tables.bytes("reporting.tsv"), quoting: tables.bytes("quoting.tsv"))
  }

  /// Adds to the reading the speakers that no earlier stage knows ("analysts", a company).
  public func statements(in reading: inout Reading) -> [DraftStatement] {
    let paragraphs = Paragraphs(reading.text, body: reading.body)
    let quotations = QuotationFinder(text: reading.text, paragraphs: paragraphs).quotations()
      .map { withoutCue($0, reading) }
    reading.narrator =
      Narrator(reading: reading, lexicon: lexicon, quotations: quotations).actor()
    let transcript = Transcript(reading, paragraphs)
    let adopter = SpeakerAdopter(
      reading: reading, lexicon: lexicon, transcript: transcript, quotations: quotations)
    var pass = StatementPass(
      reading: adopter.adopted(), lexicon: lexicon, paragraphs: paragraphs,
      quotations: quotations, transcript: transcript)
    var statements = pass.run()
    adopter.keepSpeakers(of: &statements, from: pass.reading, in: &reading)
    return statements
  }
}

extension StatementReader {
  /// A quotation whose closing mark is missing ends before a cue that closes its sentence: "“We agree, he said."
  func withoutCue(_ quotation: Quotation, _ reading: Reading) -> Quotation {
    guard !quotation.isClosed else { return quotation }
    let tree = reading.parse
    let tokens = tree.tokens(in: quotation.inner)
    let tail = tokens.suffix(9)
    guard
      let verb = tail.last(where: {
        tree.token($0).upos == .verb && lexicon.verb(tree.token($0).lemma) == "say"
      }),
      let comma = tail.last(where: { $0 < verb && verb - $0 <= 5 && tree.token($0).form == "," }),
      comma > tokens.lowerBound + 1, tree.child(of: verb, [.ccomp, .obj]) == nil
    else { return quotation }
    let end = tree.token(comma).span.start
    return Quotation(
      span: ByteSpan(quotation.span.start, end), inner: ByteSpan(quotation.inner.start, end),
      isClosed: false)
  }
}
