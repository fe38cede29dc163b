import ChanceryCodebook
import ChanceryLanguage
import ChanceryText

/// Reads numbers about the relation between states with what they measure (codebook §4).
///
/// Total: any reading gives figures in text order. Ordinals, dates, ages, clock times and numbers of things that
/// are no figures (years, sides, sessions) are left out. Cost: linear in the tokens of sentences with numbers
/// times the words around each number.
public struct FigureReader: Sendable {
  private let measures: MeasureTable
  private let currencies: CurrencyTable

  /// - Parameters:
  ///   - measures: the bytes of `Codebook/measures.tsv`.
  ///   - currencies: the bytes of `Codebook/currencies.tsv`.
  public init(measures: [UInt8], currencies: [UInt8]) throws(CodebookError) {
    self.measures = try MeasureTable(measures, file: "measures.tsv")
    self.currencies = try CurrencyTable(currencies, file: "currencies.tsv")
  }

  init(_ tables: CodebookTables) throws(CodebookError) {
    try self.init(
      measures: tables.bytes("measures.tsv"), currencies: tables.bytes("currencies.tsv"))
  }

  public func figures(in reading: Reading) -> [DraftFigure] {
    var result: [DraftFigure] = []
    var lastPeriod: DateInterval?
    let leading = FigureFlow.leadingStates(of: reading)
    for sentence in reading.parse.sentences where hasNumber(sentence, reading) {
      let pass = FigurePass(
        reading: reading, sentence: sentence, measures: measures, currencies: currencies,
        leading: leading)
      for var figure in pass.figures() {
        if figure.period == nil, pass.refersToPeriod { figure.period = lastPeriod }
        if let period = figure.period { lastPeriod = period }
        if let same = result.firstIndex(where: { $0.isSame(as: figure) }) {
          if result[same].measure == "other" { result[same].measure = figure.measure }
          if result[same].evidence != figure.evidence { result[same].evidence += figure.evidence }
          continue
        }
        result.append(figure)
      }
    }
    completeFlows(&result, leading, publisher: reading.publisherState)
    return result
  }

  /// Aid and loans of which the sentence names one side or none: the other is that of the figure before, or the other
  /// of the two states that the text is about; a government's release tells what its own state gives.
  private func completeFlows(
    _ figures: inout [DraftFigure], _ leading: [String], publisher: String?
  ) {
    var last: [String: DraftFigure] = [:]
    for i in figures.indices where ["aid", "loan"].contains(figures[i].measure) {
      let before = last[figures[i].measure]
      if figures[i].from == nil, figures[i].to != nil || before != nil || publisher != nil {
        let from = figures[i].to == nil ? before?.from ?? publisher : publisher
        if from != figures[i].to { figures[i].from = from }
      }
      if figures[i].to == nil, let from = figures[i].from {
        let to = before?.from == from ? before?.to : nil
        figures[i].to = to ?? (leading.contains(from) ? leading.first { $0 != from } : nil)
      }
      last[figures[i].measure] = figures[i]
    }
  }

  private func hasNumber(_ sentence: Sentence, _ reading: Reading) -> Bool {
    sentence.tokens.contains { i in
      let token = reading.parse.tokens[i]
      return token.upos == .num || token.xpos == .cd
        || token.form.utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        || NumberWords.small[token.form.asciiLowercased] != nil
        || NumberWords.scales[token.form.asciiLowercased] != nil
    }
  }
}

extension Mention {
  /// "US" in "US $ 5 million": a mention directly before or after a currency sign.
  func isCurrency(in reading: Reading) -> Bool {
    let parse = reading.parse
    let first = tokens.lowerBound
    let next = tokens.upperBound
    for beside in [head - 1, head + 1] where parse.tokens.indices.contains(beside) {
      if parse.tokens[beside].form == "$" { return true }
    }
    guard tokens.count <= 2 else { return false }
    if next < parse.tokens.count,
      parse.tokens[next].xpos == .dollar
        || parse.tokens[next].form.utf8.first == UInt8(ascii: "$")
    {
      return true
    }
    if first > 0, parse.tokens[first - 1].form == "$" { return true }
    return parse.tokens[first].form.utf8.contains(UInt8(ascii: "$"))
  }
}

extension DraftFigure {
  /// The same number told again: equal in all, or a large number of the same unit.
  fileprivate func isSame(as other: DraftFigure) -> Bool {
    guard value == other.value, unit == other.unit, unit != "percent" else { return false }
    let kin = measure == other.measure || measure == "other" || other.measure == "other"
    let apart = period != nil && other.period != nil && period != other.period
    if kin, abs(value) >= 100, abs(value).truncatingRemainder(dividingBy: 10) != 0 { return true }
    if measure == other.measure, from == other.from, to == other.to { return !apart }
    return kin && abs(value) >= 1000 && !apart
  }
}
