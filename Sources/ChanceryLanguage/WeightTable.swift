/// The pruned weights of a linear model, read in place from the model file.
///
/// An open-addressing table: a slot holds 16 bits of the feature's key and where its weights begin,
/// relative to a base kept for every 16 slots; the weights of a feature are pairs of a class and an
/// 8-bit code into a table of values. A feature with weights for many classes holds the value of every
/// class instead, which is added eight classes at a time: such features, tags alone mostly, are few in
/// the table and most of what is added. A wrong feature slips in about once in 30,000 look-ups, which a
/// sum over a hundred features does not feel. Most features of a configuration have no weights; a
/// bitmap, small enough for the cache, turns seven of eight away. Look-ups run in passes, so that the
/// loads of all features overlap.
package struct WeightTable: @unchecked Sendable {
  package let slotCount: Int
  package let classCount: Int
  /// Entries of a feature that holds the value of every class: the classes, rounded up to eight.
  private let denseWidth: Int
  private let filterBits: UInt64
  private let filter: UnsafePointer<UInt8>
  private let slots: UnsafePointer<UInt32>
  private let bases: UnsafePointer<UInt32>
  private let decode: UnsafePointer<Int16>
  private let entries: UnsafePointer<UInt16>

  /// Bytes 0..<16 hold slot count, class count, entry count and the bytes of the filter (a multiple of
  /// 4); then decode table (256 Int16), filter, bases, slots (one more than counted), entries. All
  /// little-endian and aligned to 4.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 528, Int(bitPattern: bytes.baseAddress!) & 3 == 0 else { return nil }
    let head = bytes.baseAddress!.assumingMemoryBound(to: UInt32.self)
    slotCount = Int(head[0])
    classCount = Int(head[1])
    let entryCount = Int(head[2])
    let filterSize = Int(head[3])
    let baseCount = slotCount / 16 + 1
    let basesAt = 528 + filterSize
    let slotsAt = basesAt + 4 * baseCount
    let entriesAt = slotsAt + 4 * (slotCount + 1)
    guard slotCount > 0, classCount <= 256, slotCount < 1 << 28, entryCount < 1 << 28,
      filterSize > 0, filterSize < 1 << 28, filterSize & 3 == 0,
      entriesAt + 2 * entryCount <= bytes.count, classCount > 0
    else { return nil }
    let start = bytes.baseAddress!
    denseWidth = Self.denseWidth(classCount)
    filterBits = UInt64(filterSize) * 8
    decode = (start + 16).assumingMemoryBound(to: Int16.self)
    filter = (start + 528).assumingMemoryBound(to: UInt8.self)
    bases = (start + basesAt).assumingMemoryBound(to: UInt32.self)
    slots = (start + slotsAt).assumingMemoryBound(to: UInt32.self)
    entries = (start + entriesAt).assumingMemoryBound(to: UInt16.self)
  }

  @inline(__always)
  package static func slot(of key: UInt64, _ slotCount: Int) -> Int {
    Int(truncatingIfNeeded: ((key >> 32) &* UInt64(truncatingIfNeeded: slotCount)) >> 32)
  }

  /// Features with at least this many weights hold the values of all classes.
  package static let denseFrom = 16

  package static func denseWidth(_ classCount: Int) -> Int { (classCount + 7) / 8 * 8 }

  /// The bit of the filter that stands for a feature.
  @inline(__always)
  package static func filterBit(of key: UInt64, _ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* bits) >> 32)
  }

  /// Never 0, which marks an empty slot.
  @inline(__always)
  package static func fingerprint(of key: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: key & 0xFFFF) | 1
  }

  /// Adds the weights of the features to the scores of the classes, which have room for a multiple of
  /// eight. The keys are used up.
  package func score(
    _ keys: UnsafeMutablePointer<UInt64>, _ count: Int, _ scratch: UnsafeMutablePointer<UInt64>,
    into scores: UnsafeMutablePointer<Int32>
  ) {
    let slots = self.slots
    let bases = self.bases
    let entries = self.entries
    let decode = self.decode
    let filter = self.filter
    var known = 0
    for i in 0..<count {
      let bit = Self.filterBit(of: keys[i], filterBits)
      keys[known] = keys[i]
      known &+= Int(filter[bit >> 3] >> UInt8(truncatingIfNeeded: bit & 7)) & 1
    }
    for i in 0..<known {
      let at = Self.slot(of: keys[i], slotCount)
      scratch[i] = UInt64(slots[at]) << 32 | UInt64(truncatingIfNeeded: at)
    }
    var hits = 0
    for i in 0..<known {
      let wanted = Self.fingerprint(of: keys[i])
      var at = Int(scratch[i] & 0xFFFF_FFFF)
      var slot = UInt32(truncatingIfNeeded: scratch[i] >> 32)
      while slot >> 16 != wanted && slot >> 16 != 0 {
        at += 1
        if at == slotCount { at = 0 }
        slot = slots[at]
      }
      if slot >> 16 == 0 { continue }
      let begin = bases[at >> 4] &+ (slot & 0xFFFF)
      let end = bases[(at + 1) >> 4] &+ (slots[at + 1] & 0xFFFF)
      scratch[hits] = UInt64(begin) << 32 | UInt64((end &- begin) & 0xFFFF) << 16
      hits += 1
    }
    // In a loop of its own, so that many of these loads are on their way at once.
    for i in 0..<hits { scratch[i] |= UInt64(entries[Int(scratch[i] >> 32)]) }
    for i in 0..<hits {
      let packed = scratch[i]
      let begin = Int(packed >> 32)
      let length = Int(packed >> 16 & 0xFFFF)
      if length == denseWidth {
        addDense(entries + begin, into: scores)
        continue
      }
      let first = Int(packed & 0xFFFF)
      scores[first & 0xFF] &+= Int32(decode[first >> 8])
      var at = begin &+ 1
      let end = begin &+ length
      while at < end {
        let entry = Int(entries[at])
        scores[entry & 0xFF] &+= Int32(decode[entry >> 8])
        at += 1
      }
    }
  }

  @inline(__always)
  private func addDense(
    _ values: UnsafePointer<UInt16>, into scores: UnsafeMutablePointer<Int32>
  ) {
    let values = UnsafeRawPointer(values)
    let sums = UnsafeMutableRawPointer(scores)
    var at = 0
    while at < denseWidth {
      let more = values.loadUnaligned(fromByteOffset: 2 * at, as: SIMD8<Int16>.self)
      let sum = sums.loadUnaligned(fromByteOffset: 4 * at, as: SIMD8<Int32>.self)
      sums.storeBytes(
        of: sum &+ SIMD8<Int32>(truncatingIfNeeded: more), toByteOffset: 4 * at,
        as: SIMD8<Int32>.self)
      at += 8
    }
  }
}
