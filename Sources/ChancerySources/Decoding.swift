/// Turns the bytes of a file into text: UTF-8 without BOM and with LF line ends, otherwise unchanged.
///
/// Cost: a few passes over the bytes.
enum TextDecoding {
  struct Result: Equatable {
    var text: String
    var findings: [Finding]
  }

  /// The text, or the reason why the bytes are none.
  static func decode(_ bytes: [UInt8]) -> (text: Result?, reason: String) {
    if bytes.isEmpty { return (nil, "the file is empty") }
    if let utf16 = decodeUTF16(bytes) { return utf16 }
    if let name = binaryKind(bytes) { return (nil, name) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = unixLines(bytes[start...])
    if let text = String(validating: content, as: UTF8.self) {
      return finish(Result(text: text, findings: []))
    }
    let (valid, invalid) = countSequences(content)
    if valid > invalid {
      let text = String(decoding: content, as: UTF8.self)
      let detail = "\(invalid) byte\(invalid == 1 ? "" : "s") not UTF-8, replaced by U+FFFD"
      return finish(Result(text: text, findings: [Finding(.repaired, detail)]))
    }
    guard let text = decodeWindows1252(content) else {
      return (nil, "neither UTF-8 nor Windows-1252")
    }
    return finish(Result(text: text, findings: [Finding(.windows1252, "read as Windows-1252")]))
  }

  private static func finish(_ result: Result) -> (text: Result?, reason: String) {
    let isBlank = result.text.utf8.allSatisfy { $0 <= 0x20 }
    return isBlank ? (nil, "the file holds no text") : (result, "")
  }

  /// CR LF and lone CR become LF.
  static func unixLines(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(0x0D) else { return Array(bytes) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        out.append(0x0A)
        if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
      } else {
        out.append(byte)
      }
    }
    return out
  }

  /// Names what the bytes are when they are no text.
  static func binaryKind(_ bytes: [UInt8]) -> String? {
    let signatures: [([UInt8], String)] = [
      ([0x25, 0x50, 0x44, 0x46], "a PDF file; save its text first"),
      ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or Word document; save its text first"),
      ([0x1F, 0x8B], "a gzip archive; decompress it first"),
      ([0x7B, 0x5C, 0x72, 0x74, 0x66], "an RTF file; save its text first"),
    ]
    for (signature, name) in signatures where bytes.starts(with: signature) { return name }
    if bytes.prefix(65_536).contains(0) || bytes.contains(0) { return "a binary file, no text" }
    let controls = bytes.prefix(65_536).count { $0 < 0x20 && !($0 >= 0x08 && $0 <= 0x0D) }
    return controls * 20 > min(bytes.count, 65_536) ? "a binary file, no text" : nil
  }

  private static func decodeUTF16(_ bytes: [UInt8]) -> (text: Result?, reason: String)? {
    let little = bytes.starts(with: [0xFF, 0xFE])
    guard little || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    guard bytes.count % 2 == 0 else { return (nil, "UTF-16 with an odd number of bytes") }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count, by: 2) {
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(little ? b << 8 | a : a << 8 | b)
    }
    guard let text = String(validating: units, as: UTF16.self), !text.utf8.contains(0) else {
      return (nil, "broken UTF-16")
    }
    let content = unixLines(Array(text.utf8)[...])
    let result = Result(
      text: String(decoding: content, as: UTF8.self),
      findings: [Finding(.utf16, "read as UTF-16")])
    return finish(result)
  }

  /// Counts well-formed multi-byte sequences, and bytes that belong to none.
  static func countSequences(_ bytes: [UInt8]) -> (valid: Int, invalid: Int) {
    var (valid, invalid, index) = (0, 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      let length =
        byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
      let end = index + length
      if length == 1 {
        index += 1
      } else if length > 1, end <= bytes.count,
        bytes[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        valid += 1
        index = end
      } else {
        invalid += 1
        index += 1
      }
    }
    return (valid, invalid)
  }

  /// Nil when a byte has no meaning in Windows-1252.
  ///
  /// Source: WHATWG Encoding, index windows-1252; its five unassigned bytes are refused here.
  private static func decodeWindows1252(_ bytes: [UInt8]) -> String? {
    let upper: [UInt32] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
    var out = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
      guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
      out.append(scalar)
    }
    return String(out)
  }
}
