import ChanceryLanguage

/// Averaged weights → the pruned table of the model file.
enum WeightPacking {
  /// The weights of greatest magnitude that fit the byte budget.
  ///
  /// A weight costs 2 bytes and its feature about 6.3, so the threshold is found by bisection.
  static func prune(_ entries: [PerceptronTable.Entry], bytes budget: Int) -> [PerceptronTable
    .Entry]
  {
    var low: Float = 0
    var high: Float = entries.reduce(0) { max($0, abs($1.value)) }
    func kept(_ threshold: Float) -> (rows: Int, weights: Int) {
      var rows = 0
      var weights = 0
      var last: UInt64 = 0
      var isFirst = true
      for entry in entries where abs(entry.value) >= threshold {
        weights += 1
        if isFirst || entry.key != last { rows += 1 }
        last = entry.key
        isFirst = false
      }
      return (rows, weights)
    }
    func size(_ threshold: Float) -> Int {
      let (rows, weights) = kept(threshold)
      return 600 + filterSize(rows) + slotCount(rows) * 17 / 4 + weights * 2
    }
    if size(0) <= budget { return entries }
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if size(middle) > budget { low = middle } else { high = middle }
    }
    return entries.filter { abs($0.value) >= high }
  }

  private static func filterSize(_ rows: Int) -> Int { (rows + 64) / 4 * 4 }

  private static func slotCount(_ rows: Int) -> Int { (rows * 5 / 4 + 32) / 16 * 16 }

  /// The bytes of a `WeightTable`.
  static func pack(_ entries: [PerceptronTable.Entry], classCount: Int) -> [UInt8] {
    var order: [UInt64] = []
    var lists: [[(Int, Float)]] = []
    var rowOf: [UInt64: Int] = [:]
    for entry in entries {
      let row: Int
      if let known = rowOf[entry.key] {
        row = known
      } else {
        row = order.count
        rowOf[entry.key] = row
        order.append(entry.key)
        lists.append([])
      }
      lists[row].append((entry.label, entry.value))
    }
    let slotCount = slotCount(order.count)
    var owner = [Int32](repeating: -1, count: slotCount)
    for (row, key) in order.enumerated() {
      var at = WeightTable.slot(of: key, slotCount)
      while owner[at] >= 0 { at = at + 1 == slotCount ? 0 : at + 1 }
      owner[at] = Int32(row)
    }
    var filter = [UInt8](repeating: 0, count: filterSize(order.count))
    for key in order {
      let bit = WeightTable.filterBit(of: key, UInt64(filter.count) * 8)
      filter[bit >> 3] |= 1 << UInt8(bit & 7)
    }
    let code = WeightCode(entries)
    var slots = [UInt32](repeating: 0, count: slotCount + 1)
    var bases = [UInt32](repeating: 0, count: slotCount / 16 + 1)
    var packed: [UInt16] = []
    for at in 0...slotCount {
      if at & 15 == 0 { bases[at >> 4] = UInt32(packed.count) }
      let relative = UInt32(packed.count) - bases[at >> 4]
      precondition(relative < 1 << 16, "too many weights in sixteen slots")
      slots[at] = relative
      guard at < slotCount, owner[at] >= 0 else { continue }
      slots[at] |= WeightTable.fingerprint(of: order[Int(owner[at])]) << 16
      let list = lists[Int(owner[at])]
      if list.count >= WeightTable.denseFrom {
        var values = [UInt16](repeating: 0, count: WeightTable.denseWidth(classCount))
        for (label, value) in list {
          values[label] = UInt16(bitPattern: code.values[Int(code.encode(value))])
        }
        packed += values
      } else {
        for (label, value) in list {
          packed.append(UInt16(label) | UInt16(code.encode(value)) << 8)
        }
      }
    }
    var bytes: [UInt8] = []
    for word in [UInt32(slotCount), UInt32(classCount), UInt32(packed.count), UInt32(filter.count)]
    {
      append(word, &bytes)
    }
    code.values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes += filter
    bases.withUnsafeBytes { bytes.append(contentsOf: $0) }
    slots.withUnsafeBytes { bytes.append(contentsOf: $0) }
    packed.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  private static func append(_ word: UInt32, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Weights in 8 bits: a sign and 127 steps of equal ratio between the smallest and the largest.
struct WeightCode {
  var values = [Int16](repeating: 0, count: 256)
  private var smallest: Float = 1
  private var ratio: Float = 1

  init(_ entries: [PerceptronTable.Entry]) {
    var low = Float.greatestFiniteMagnitude
    var high: Float = 0
    for entry in entries {
      low = min(low, abs(entry.value))
      high = max(high, abs(entry.value))
    }
    guard high > 0 else { return }
    low = max(low, high / 4000)
    smallest = low
    ratio = high / low
    let scale = 16000 / high
    for code in 0..<128 {
      let size = low * power(ratio, Float(code) / 127) * scale
      values[code] = Int16(size.rounded())
      values[code + 128] = -values[code]
    }
  }

  func encode(_ value: Float) -> UInt8 {
    let size = max(abs(value), smallest)
    let step = ratio == 1 ? 0 : logarithm(size / smallest) / logarithm(ratio) * 127
    let code = UInt8(min(127, max(0, step.rounded())))
    return value < 0 ? code + 128 : code
  }

  // Series instead of the C library, so that a model comes out the same on every machine.
  private func logarithm(_ x: Float) -> Float {
    var x = Double(x)
    var result = 0.0
    while x > 1.5 {
      x /= 2
      result += 0.693147180559945309
    }
    while x < 0.75 {
      x *= 2
      result -= 0.693147180559945309
    }
    let y = (x - 1) / (x + 1)
    var term = y
    var sum = 0.0
    for k in stride(from: 1, to: 40, by: 2) {
      sum += term / Double(k)
      term *= y * y
    }
    return Float(result + 2 * sum)
  }

  private func power(_ base: Float, _ exponent: Float) -> Float {
    let x = Double(logarithm(base)) * Double(exponent)
    var term = 1.0
    var sum = 1.0
    let y = x / 64
    for k in 1..<20 {
      term *= y / Double(k)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return Float(sum)
  }
}
