/// What the training text tells of a word form.
package struct LexiconEntry: Sendable, Equatable {
  /// Number of the set of tags seen with the form; 0 for unknown forms.
  package var ambiguity: UInt16 = 0
  /// The one tag of a frequent unambiguous form, or 255.
  package var certainTag: UInt8 = 255
  /// Bit 0: common enough to be a parser feature. Bits 1–2: how often it is capitalised.
  package var flags: UInt8 = 0

  package init() {}

  package init(ambiguity: UInt16, certainTag: UInt8, flags: UInt8) {
    self.ambiguity = ambiguity
    self.certainTag = certainTag
    self.flags = flags
  }

  package var isCommon: Bool { flags & 1 != 0 }
  package var capitalBucket: UInt64 { UInt64(flags >> 1 & 3) }
}

/// Known word forms, an open-addressing table read in place: 8 bytes a slot, of which the first four
/// are the high half of the form's hash (0 marks an empty slot).
package struct Lexicon: @unchecked Sendable {
  private let slots: UnsafePointer<UInt64>
  private let slotCount: Int

  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8, bytes.count % 8 == 0, Int(bitPattern: bytes.baseAddress!) & 7 == 0
    else { return nil }
    slots = bytes.baseAddress!.assumingMemoryBound(to: UInt64.self)
    slotCount = bytes.count / 8
  }

  package subscript(_ form: UInt64) -> LexiconEntry {
    let wanted = max(form >> 32, 1)
    var at = Self.slot(form, slotCount)
    while true {
      let slot = slots[at]
      let check = slot & 0xFFFF_FFFF
      if check == 0 { return LexiconEntry() }
      if check == wanted { return Self.unpack(slot) }
      at += 1
      if at == slotCount { at = 0 }
    }
  }

  private static func slot(_ form: UInt64, _ slotCount: Int) -> Int {
    Int(
      truncatingIfNeeded: (((form &* 0x9E37_79B9_7F4A_7C15) >> 32) &* UInt64(slotCount)) >> 32)
  }

  private static func unpack(_ slot: UInt64) -> LexiconEntry {
    LexiconEntry(
      ambiguity: UInt16(truncatingIfNeeded: slot >> 32),
      certainTag: UInt8(truncatingIfNeeded: slot >> 48),
      flags: UInt8(truncatingIfNeeded: slot >> 56))
  }

  /// The table as bytes; entries in the order given, which must not depend on hashing seeds.
  package static func encode(_ entries: [(form: UInt64, entry: LexiconEntry)]) -> [UInt8] {
    let slotCount = max(16, entries.count * 3 / 2)
    var slots = [UInt64](repeating: 0, count: slotCount)
    for (form, entry) in entries {
      let check = max(form >> 32, 1)
      var at = slot(form, slotCount)
      while slots[at] != 0 && slots[at] & 0xFFFF_FFFF != check { at = (at + 1) % slotCount }
      if slots[at] != 0 { continue }
      slots[at] =
        check | UInt64(entry.ambiguity) << 32 | UInt64(entry.certainTag) << 48
        | UInt64(entry.flags) << 56
    }
    return slots.withUnsafeBytes { Array($0) }
  }
}
