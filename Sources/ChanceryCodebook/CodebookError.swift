/// A codebook file that cannot be used: where, what is wrong, what would be right.
public struct CodebookError: Error, CustomStringConvertible, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    case unknownKey(String, near: String?)
    case unknownValue(key: String, value: String, near: String?, allowed: [String])
    case missingFrame(key: String)
    case missing(key: String, frame: String)
    case unknownSlot(String, near: String?)
    case unknownSet(String, near: String?)
    case badCondition(String)
    case badExample(String)
    case badSet(String)
    case columns(found: Int, expected: Int)
    case notUTF8
    case duplicateFrame(String)
  }

  public var origin: Origin
  public var problem: Problem

  public init(_ origin: Origin, _ problem: Problem) {
    self.origin = origin
    self.problem = problem
  }

  public var description: String { "\(origin): \(words)" }

  private var words: String {
    func hint(_ near: String?) -> String { near.map { "; did you mean '\($0)'?" } ?? "" }
    switch problem {
    case .unknownKey(let key, let near): return "unknown key '\(key)'\(hint(near))"
    case .unknownValue(let key, let value, let near, let allowed):
      return "'\(value)' is no value of '\(key)'"
        + (near.map { "; did you mean '\($0)'?" } ?? "; one of: \(allowed.joined(separator: ", "))")
    case .missingFrame(let key): return "'\(key)' stands before any 'frame NAME' line"
    case .missing(let key, let frame): return "frame '\(frame)' has no '\(key)' line"
    case .unknownSlot(let slot, let near):
      return
        "unknown slot '\(slot)'\(hint(near)); prepositions are written as they are, joined by _"
    case .unknownSet(let name, let near): return "no set named '$\(name)' in sets*.txt\(hint(near))"
    case .badCondition(let text):
      return
        "cannot read the condition '\(text)'; write slot=word, slot!=word, slot:kind, +slot or -slot"
    case .badExample(let text):
      return "cannot read the example '\(text)'; write \"Sentence.\" ACTORS > RECIPIENTS status"
    case .badSet(let text): return "cannot read '\(text)'; write name = lemma | lemma"
    case .columns(let found, let expected):
      return "\(found) columns where \(expected) are expected, separated by tabs"
    case .notUTF8: return "not valid UTF-8"
    case .duplicateFrame(let name): return "a frame named '\(name)' exists already"
    }
  }
}

/// The candidate with the smallest edit distance, if it is near enough to be a slip.
func nearest(_ word: String, in candidates: [String]) -> String? {
  func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var previous = row[0]
      row[0] = i + 1
      for j in b.indices {
        let kept = row[j + 1]
        row[j + 1] = min(row[j + 1] + 1, row[j] + 1, previous + (a[i] == b[j] ? 0 : 1))
        previous = kept
      }
    }
    return row[b.count]
  }
  let bytes = Array(word.utf8)
  let scored = candidates.map { (distance(bytes, Array($0.utf8)), $0) }
  guard let best = scored.min(by: { $0 < $1 }), best.0 <= max(1, bytes.count / 3) else {
    return nil
  }
  return best.1
}
