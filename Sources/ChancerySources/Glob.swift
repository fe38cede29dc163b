/// A pattern over folded lines: `*` stands for any run of bytes, `#` for one or more digits.
struct Glob: Sendable, Hashable {
  let bytes: [UInt8]

  init(_ pattern: ArraySlice<UInt8>) { bytes = Lines.fold(pattern) }

  /// Whether the whole line fits. Cost: at most the product of the lengths.
  func matches(_ line: [UInt8]) -> Bool {
    var (p, t) = (0, 0)
    var (starAt, resume) = (-1, 0)
    while true {
      if p < bytes.count, bytes[p] == 0x2A {
        (starAt, resume) = (p, t)
        p += 1
      } else if t < line.count, p < bytes.count, bytes[p] == 0x23, Glob.isDigit(line[t]) {
        while t < line.count, Glob.isDigit(line[t]) { t += 1 }
        p += 1
      } else if t < line.count, p < bytes.count, bytes[p] == line[t] {
        p += 1
        t += 1
      } else if t == line.count, p == bytes.count {
        return true
      } else if starAt >= 0, resume < line.count {
        resume += 1
        (p, t) = (starAt + 1, resume)
      } else {
        return false
      }
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
