/// A trained model of a language: tagger, parser, lemmatiser and word lists in one flat file.
///
/// The tables are used as they lie. Loading copies the bytes once and checks mark, version, length and
/// checksum of the file; it costs two passes over the bytes.
public struct LanguageModel: Sendable {
  let storage: ModelBytes
  public let lists: WordLists
  package let tags: [JointTag]
  package let lexicon: Lexicon
  let taggerWeights: WeightTable
  /// The parser that reads from the first word on.
  let parser: ParserModel
  /// The parser that reads from the last word, with the first reading in view.
  let guidedParser: ParserModel
  let lemmatizer: Lemmatizer

  /// From bytes such as an embedded resource, which are copied.
  public init(bytes: UnsafeRawBufferPointer) throws(ModelError) {
    try self.init(storage: ModelBytes(copying: bytes))
  }

  /// From bytes in memory, which are copied.
  public init(bytes: [UInt8]) throws(ModelError) {
    try self.init(storage: ModelBytes(copying: bytes))
  }

  private init(storage: ModelBytes) throws(ModelError) {
    let bytes = storage.bytes
    try ModelFile.check(bytes)
    self.storage = storage
    lists = WordLists(bytes: try ModelFile.section(.words, of: bytes))
    guard let tags = JointTag.decode(try ModelFile.section(.tags, of: bytes)) else {
      throw .section("tags")
    }
    guard let lexicon = Lexicon(try ModelFile.section(.lexicon, of: bytes)) else {
      throw .section("lexicon")
    }
    guard let tagger = WeightTable(try ModelFile.section(.tagger, of: bytes)),
      tagger.classCount == tags.count
    else { throw .section("tagger") }
    guard
      let lemmatizer = Lemmatizer(
        rules: try ModelFile.section(.lemmaRules, of: bytes),
        table: try ModelFile.section(.lemmas, of: bytes))
    else { throw .section("lemmas") }
    self.tags = tags
    self.lexicon = lexicon
    taggerWeights = tagger
    parser = try ParserModel(bytes, moves: .moves, weights: .parser)
    guidedParser = try ParserModel(bytes, moves: .guidedMoves, weights: .guidedParser)
    self.lemmatizer = lemmatizer
  }
}

/// A class of the tagger: UPOS and XPOS together, as English tags fix each other.
package struct JointTag: Hashable, Sendable {
  package var upos: UPOS
  package var xpos: XPOS

  package init(upos: UPOS, xpos: XPOS) {
    self.upos = upos
    self.xpos = xpos
  }

  package static func encode(_ tags: [JointTag]) -> [UInt8] {
    Array(tags.map { "\($0.upos.name) \($0.xpos.rawValue)\n" }.joined().utf8)
  }

  package static func decode(_ bytes: UnsafeRawBufferPointer) -> [JointTag]? {
    var result: [JointTag] = []
    for line in bytes.split(separator: 0x0A) {
      let names = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard names.count == 2, let upos = UPOS(tag: names[0]), let xpos = XPOS(rawValue: names[1])
      else { return nil }
      result.append(JointTag(upos: upos, xpos: xpos))
    }
    return result.isEmpty || result.count > 250 ? nil : result
  }
}

/// A class of the parser: a move and the relation it draws.
package struct ParserMove: Hashable, Sendable {
  package var move: ParserState.Move
  package var deprel: Deprel

  package init(move: ParserState.Move, deprel: Deprel) {
    self.move = move
    self.deprel = deprel
  }

  package static func encode(_ moves: [ParserMove]) -> [UInt8] {
    Array(moves.map { "\($0.move.rawValue) \($0.deprel.rawValue)\n" }.joined().utf8)
  }

  package static func decode(_ bytes: UnsafeRawBufferPointer) -> [ParserMove]? {
    var result: [ParserMove] = []
    for line in bytes.split(separator: 0x0A) {
      let names = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard names.count == 2, let number = UInt8(names[0]),
        let move = ParserState.Move(rawValue: number), let deprel = Deprel(rawValue: names[1])
      else { return nil }
      result.append(ParserMove(move: move, deprel: deprel))
    }
    guard result.first?.move == .shift, result.count <= 256,
      result.dropFirst().allSatisfy({ $0.move != .shift }),
      result.contains(where: { $0.move == .left && $0.deprel == .root }),
      result.contains(where: { $0.move == .left && $0.deprel != .root }),
      result.contains(where: { $0.move == .right })
    else { return nil }
    return result
  }
}
