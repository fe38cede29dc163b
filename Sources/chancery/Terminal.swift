import Foundation

/// Standard output and error, and what is known of them.
enum Terminal {
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) != 0 }
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

  /// Columns of the terminal, as the shell tells; 100 where it does not.
  static var width: Int {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 100
  }

  /// Colours only for people: on a terminal, and not when NO_COLOR is set (no-color.org).
  static var usesColor: Bool {
    outputIsTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
  }

  /// One compact JSON line; keys in alphabetical order, so that equal values give equal bytes.
  static func json<T: Encodable>(_ value: T, pretty: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
