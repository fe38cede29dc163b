/// One line of a CoNLL-U sentence, its columns as written.
public struct ConlluRow: Sendable, Equatable {
  /// `7`, `7-8` for a multiword token, `7.1` for an empty node.
  public var id: String
  public var form: String
  public var lemma: String
  public var upos: String
  public var xpos: String
  public var feats: String
  public var head: String
  public var deprel: String
  public var deps: String
  public var misc: String

  public init(
    id: String, form: String, lemma: String, upos: String, xpos: String, feats: String,
    head: String, deprel: String, deps: String, misc: String
  ) {
    self.id = id
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.feats = feats
    self.head = head
    self.deprel = deprel
    self.deps = deps
    self.misc = misc
  }

  /// Whether the line is a syntactic word: neither a multiword token nor an empty node.
  public var isWord: Bool {
    !id.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  public var isMultiword: Bool { id.utf8.contains(UInt8(ascii: "-")) }
}

/// A CoNLL-U sentence: comments, multiword tokens, empty nodes and words, in file order.
public struct ConlluSentence: Sendable, Equatable {
  /// Comment lines with their `#`.
  public var comments: [String]
  public var rows: [ConlluRow]

  public init(comments: [String] = [], rows: [ConlluRow] = []) {
    self.comments = comments
    self.rows = rows
  }

  /// Indices into `rows` of the syntactic words.
  public var words: [Int] { rows.indices.filter { rows[$0].isWord } }

  /// The value of a `# key = value` comment.
  public func comment(_ key: String) -> String? {
    let start = "# \(key) = "
    for line in comments where line.hasPrefix(start) {
      return String(line.dropFirst(start.count))
    }
    return nil
  }

  /// The sentence as CoNLL-U, with the empty line that ends it.
  public var text: String {
    var out = ""
    for comment in comments {
      out += comment
      out += "\n"
    }
    for row in rows {
      out += row.id
      for column in [
        row.form, row.lemma, row.upos, row.xpos, row.feats, row.head, row.deprel, row.deps,
        row.misc,
      ] {
        out += "\t"
        out += column
      }
      out += "\n"
    }
    return out + "\n"
  }
}

/// A line of a CoNLL-U file that cannot be read.
public struct ConlluError: Error, Equatable, CustomStringConvertible {
  /// Counted from 1.
  public var line: Int
  public var columns: Int

  public init(line: Int, columns: Int) {
    self.line = line
    self.columns = columns
  }

  public var description: String {
    "line \(line): \(columns) tab-separated columns; a CoNLL-U line has 10"
  }
}

/// Reads CoNLL-U.
public enum Conllu {
  /// The sentences of a file. Comments, multiword tokens, empty nodes and all columns are kept.
  ///
  /// Cost: one pass. Throws at the first line that has neither 10 columns nor a `#`.
  public static func sentences(in bytes: [UInt8]) throws(ConlluError)
    -> [ConlluSentence]
  {
    var result: [ConlluSentence] = []
    var current = ConlluSentence()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty {
        if !current.rows.isEmpty { result.append(current) }
        if !current.rows.isEmpty || current.comments.isEmpty { current = ConlluSentence() }
        continue
      }
      if line.first == UInt8(ascii: "#") && current.rows.isEmpty {
        current.comments.append(String(decoding: line, as: UTF8.self))
        continue
      }
      let c = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard c.count == 10 else { throw ConlluError(line: number, columns: c.count) }
      current.rows.append(
        ConlluRow(
          id: c[0], form: c[1], lemma: c[2], upos: c[3], xpos: c[4], feats: c[5], head: c[6],
          deprel: c[7], deps: c[8], misc: c[9]))
    }
    if !current.rows.isEmpty { result.append(current) }
    return result
  }
}
