import ChanceryLanguage

/// Copies of sentences as headlines have them: words capitalised, or all in capitals, without the
/// final stop. They teach the tagger that a capital does not make a name there.
enum HeadlineCopies {
  static func make(_ sentences: [TreebankSentence], percent: Int, seed: UInt64)
    -> [TreebankSentence]
  {
    var generator = SeededGenerator(seed: seed)
    var result: [TreebankSentence] = []
    for sentence in sentences {
      let draw = generator.below(100)
      guard draw < percent, sentence.count >= 5, sentence.count <= 20 else { continue }
      var copy = dropStop(sentence)
      let isUpper = draw * 4 < percent
      for i in copy.forms.indices {
        let keepsLower = !isUpper && copy.forms[i].utf8.count <= 3 && generator.below(100) < 70
        if keepsLower && i > 0 || copy.xpos[i] == .pos { continue }
        copy.forms[i] = raise(copy.forms[i], all: isUpper)
      }
      result.append(copy)
    }
    return result
  }

  private static func dropStop(_ sentence: TreebankSentence) -> TreebankSentence {
    var copy = sentence
    let last = sentence.count - 1
    guard sentence.upos[last] == .punct, !sentence.heads.contains(last), sentence.heads[last] >= 0
    else { return copy }
    copy.forms.removeLast()
    copy.lemmas.removeLast()
    copy.upos.removeLast()
    copy.xpos.removeLast()
    copy.heads.removeLast()
    copy.deprels.removeLast()
    return copy
  }

  private static func raise(_ form: String, all: Bool) -> String {
    var bytes = Array(form.utf8)
    for i in bytes.indices where (all || i == 0) && bytes[i] >= 0x61 && bytes[i] <= 0x7A {
      bytes[i] -= 0x20
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
