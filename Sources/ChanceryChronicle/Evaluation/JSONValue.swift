import ChanceryRecord

extension JSONValue {
  /// The text where it is not empty.
  var nonEmpty: String? { string.flatMap { $0.isEmpty ? nil : $0 } }

  /// False for null, empty text, empty lists, empty objects, zero.
  var isSomething: Bool {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .number(let number): number != 0
    case .string(let text): !text.isEmpty
    case .array(let list): !list.isEmpty
    case .object(let object): !object.isEmpty
    }
  }

  /// `[start, end)`, where the value is a list of two numbers.
  var range: (start: Int, end: Int)? {
    let numbers = list.compactMap(\.number)
    guard numbers.count == 2 else { return nil }
    return (Int(numbers[0]), Int(numbers[1]))
  }
}
