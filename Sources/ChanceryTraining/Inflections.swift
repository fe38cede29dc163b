import ChanceryLanguage

/// The inflections of verbs and nouns that a word list tells: lemmas of forms that the treebanks do not hold.
///
/// They help where the tag is wrong as well: "restore" tagged as past is still "restore".
public struct Inflections {
  /// Lemmas by form and tag.
  private var lemmas: [Key: [String]] = [:]
  /// Lemmas by form whatever the tag, for each of verbs and nouns.
  private var byForm: [Key: [String]] = [:]
  private(set) var forms: [(form: String, upos: UPOS)] = []

  private struct Key: Hashable {
    let form: String
    let upos: UPOS
    let xpos: XPOS?
  }

  public init() {}

  /// Reads `lemma TAB pos TAB forms`; lines that begin with # and the heading are passed over. Verbs give past,
  /// participle, -ing and -s; nouns the plural; alternatives stand with "/", "-" is none.
  public init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, !line.hasPrefix("#") else { continue }
      let lemma = String(cells[0])
      let columns = cells[2].split(separator: " ")
      switch cells[1] {
      case "verb":
        add(lemma, lemma, .verb, [.vb, .vbp])
        for (column, xpos) in zip(columns, [XPOS.vbd, .vbn, .vbg, .vbz]) {
          add(lemma, column, .verb, [xpos])
        }
      case "noun":
        add(lemma, lemma, .noun, [.nn])
        for column in columns { add(lemma, column, .noun, [.nns]) }
      default: continue
      }
    }
  }

  private mutating func add(
    _ lemma: String, _ cell: some StringProtocol, _ upos: UPOS, _ tags: [XPOS]
  ) {
    for part in cell.split(separator: "/") where part != "-" {
      let form = String(part)
      let any = Key(form: form, upos: upos, xpos: nil)
      if byForm[any] == nil { forms.append((form, upos)) }
      if byForm[any]?.contains(lemma) != true { byForm[any, default: []].append(lemma) }
      for tag in tags { lemmas[Key(form: form, upos: upos, xpos: tag), default: []].append(lemma) }
    }
  }

  /// What the word may be as a form of that tag.
  func lemmas(_ form: String, _ upos: UPOS, _ xpos: XPOS) -> [String]? {
    lemmas[Key(form: form, upos: upos, xpos: xpos)]
  }

  /// What the word may be as a form of its class; never empty for one of `forms`.
  func lemmas(_ form: String, _ upos: UPOS) -> [String] {
    byForm[Key(form: form, upos: upos, xpos: nil)] ?? []
  }
}
