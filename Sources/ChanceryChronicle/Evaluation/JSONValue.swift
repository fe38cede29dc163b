import Foundation

/// Any JSON value, for reading what other programs wrote without asking for every key.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let flag = try? value.decode(Bool.self) {
      self = .bool(flag)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .array(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  /// The value of a key; `null` where there is none.
  subscript(_ key: String) -> JSONValue {
    if case .object(let object) = self { return object[key] ?? .null }
    return .null
  }

  var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The text where it is not empty.
  var nonEmpty: String? { string.flatMap { $0.isEmpty ? nil : $0 } }

  var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }

  var list: [JSONValue] {
    if case .array(let list) = self { return list }
    return []
  }

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
