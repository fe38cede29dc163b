import ChanceryLanguage
import ChanceryText

/// A word of a sentence as names are compared: folded, without hyphens, full stops, apostrophes and quotation marks.
struct OccasionWord: Sendable {
  var text: String
  var token: Int
  var isCapital: Bool
}

/// The words of a sentence; short forms in brackets after a name ("(SCO)") are left out.
struct OccasionWords {
  private(set) var list: [OccasionWord] = []

  init(_ parse: ParsedText, _ tokens: Range<Int>) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      let form = parse.tokens[token].form
      if form == "(", let close = closing(parse, token, tokens) {
        token = close + 1
        continue
      }
      for part in Self.parts(form) {
        list.append(
          OccasionWord(
            text: part, token: token, isCapital: form.startsUpper || form.first?.isNumber == true))
      }
      token += 1
    }
  }

  private func closing(_ parse: ParsedText, _ open: Int, _ tokens: Range<Int>) -> Int? {
    for close in (open + 1)..<min(open + 5, tokens.upperBound) where parse.tokens[close].form == ")"
    {
      let inside = (open + 1)..<close
      let isShortForm = inside.allSatisfy { token in
        let form = parse.tokens[token].form
        return form == "-"
          || form.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
      }
      return isShortForm && !inside.isEmpty ? close : nil
    }
    return nil
  }

  /// The words of a name in the tables.
  static func normal(_ name: String) -> [String] {
    name.split(separator: " ").flatMap { word -> [String] in
      var word = fold(word)
      if word.hasPrefix("~") { word.removeFirst() }
      if word.hasSuffix("'s") { word.removeLast(2) }
      return parts(word)
    }
  }

  /// Nothing for possessive marks and quotation marks; several for compounds with hyphens.
  private static func parts(_ form: String) -> [String] {
    let folded = fold(form)
    if folded == "'s" || folded == "'" { return [] }
    if folded.utf8.count == 1, let byte = folded.utf8.first, ",;:!?)".utf8.contains(byte) {
      return [folded]
    }
    var result: [String] = []
    var current: [UInt8] = []
    func isMark(_ byte: UInt8) -> Bool { byte == 0x27 || byte == 0x22 || byte == 0x2E }
    for byte in folded.utf8 {
      if byte == 0x2D {
        if !current.isEmpty { result.append(String(decoding: current, as: UTF8.self)) }
        current = []
      } else if !isMark(byte) {
        current.append(byte)
      }
    }
    if !current.isEmpty { result.append(String(decoding: current, as: UTF8.self)) }
    return result.map { $0 == "saint" ? "st" : $0 }.filter { $0 != "“" && $0 != "”" }
  }

  func has(_ words: [String], at place: Int) -> Bool {
    guard place >= 0, place + words.count <= list.count else { return false }
    for (offset, word) in words.enumerated() where list[place + offset].text != word {
      return false
    }
    return true
  }

  subscript(_ place: Int) -> String { list.indices.contains(place) ? list[place].text : "" }
}
