import ChanceryRecord

import struct FoundationEssentials.Data
import class FoundationEssentials.JSONDecoder

extension JSONValue {
  /// The value that the bytes hold; nil when they are no JSON.
  static func read(_ bytes: [UInt8]) -> JSONValue? {
    try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }
}
