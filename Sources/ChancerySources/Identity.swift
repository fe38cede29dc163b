/// A stable name for a document that brings none.
enum Identity {
  /// FNV-1a, 64 bits, over the fields separated by NUL; 16 hexadecimal digits.
  ///
  /// Source: Fowler, Noll, Vo; draft-eastlake-fnv.
  static func hash(outlet: String?, date: String?, title: String?, text: [UInt8]) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    for field in [outlet, date, title] {
      for byte in (field ?? "").utf8 { add(byte) }
      add(0)
    }
    for byte in text { add(byte) }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
