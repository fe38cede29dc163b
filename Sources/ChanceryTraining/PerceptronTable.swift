import ChanceryLanguage

/// The growing weights of an averaged perceptron under training.
///
/// Rows are made for features that take part in an update; a row holds the classes it has weights for.
/// Averages come from running sums (Daumé 2006). Unsafe memory: the inner loop of training.
final class PerceptronTable {
  private struct Slot {
    var key: UInt64
    var row: Int32
    var pad: Int32
  }

  private struct Row {
    var begin: UInt32
    var count: UInt16
    var capacity: UInt16
  }

  private struct Weight {
    var value: Float
    var label: Int32
  }

  private struct Sum {
    var total: Double
    var since: Int
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var slotBits = 16
  private var rows: [Row] = []
  private var rowKeys: [UInt64] = []
  private var weights: UnsafeMutablePointer<Weight>
  private var sums: UnsafeMutablePointer<Sum>
  private var poolCount = 0
  private var poolCapacity = 1 << 16
  /// Number of updates seen; the denominator of averages.
  private(set) var step = 1
  let classCount: Int
  /// Whether no feature or class may be added: training after pruning.
  var isFrozen = false

  init(classCount: Int) {
    self.classCount = classCount
    slots = .allocate(capacity: 1 << slotBits)
    slots.initialize(repeating: Slot(key: 0, row: -1, pad: 0), count: 1 << slotBits)
    weights = .allocate(capacity: poolCapacity)
    sums = .allocate(capacity: poolCapacity)
  }

  deinit {
    slots.deallocate()
    weights.deallocate()
    sums.deallocate()
  }

  var rowCount: Int { rows.count }

  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    let mask = 1 << slotBits - 1
    var at = Int(truncatingIfNeeded: key >> 20) & mask
    while true {
      let row = slots[at].row
      if row < 0 { return -1 }
      if slots[at].key == key { return Int(row) }
      at = (at + 1) & mask
    }
  }

  func score(_ keys: UnsafePointer<UInt64>, _ count: Int, into scores: UnsafeMutablePointer<Float>)
  {
    rows.withUnsafeBufferPointer { rows in
      for i in 0..<count {
        let r = find(keys[i])
        if r < 0 { continue }
        let row = rows[r]
        var at = weights + Int(row.begin)
        let end = at + Int(row.count)
        while at < end {
          scores[Int(at.pointee.label)] += at.pointee.value
          at += 1
        }
      }
    }
  }

  func update(_ keys: UnsafePointer<UInt64>, _ count: Int, plus: Int, minus: Int) {
    for i in 0..<count {
      var r = find(keys[i])
      if r < 0 {
        if isFrozen { continue }
        r = insert(keys[i])
      }
      add(1, row: r, label: plus)
      add(-1, row: r, label: minus)
    }
  }

  func tick() { step += 1 }

  private func add(_ delta: Float, row r: Int, label: Int) {
    let row = rows[r]
    let begin = Int(row.begin)
    for at in begin..<begin + Int(row.count) where Int(weights[at].label) == label {
      sums[at].total += Double(weights[at].value) * Double(step - sums[at].since)
      sums[at].since = step
      weights[at].value += delta
      return
    }
    if isFrozen { return }
    append(Weight(value: delta, label: Int32(label)), Sum(total: 0, since: step), to: r)
  }

  private func append(_ weight: Weight, _ sum: Sum, to r: Int) {
    if rows[r].count == rows[r].capacity {
      let capacity = max(2, Int(rows[r].capacity) * 2)
      growPool(by: capacity)
      let from = Int(rows[r].begin)
      for i in 0..<Int(rows[r].count) {
        weights[poolCount + i] = weights[from + i]
        sums[poolCount + i] = sums[from + i]
      }
      rows[r].begin = UInt32(poolCount)
      rows[r].capacity = UInt16(capacity)
      poolCount += capacity
    }
    let at = Int(rows[r].begin) + Int(rows[r].count)
    weights[at] = weight
    sums[at] = sum
    rows[r].count += 1
  }

  private func growPool(by n: Int) {
    guard poolCount + n > poolCapacity else { return }
    let capacity = poolCapacity * 2
    let newWeights = UnsafeMutablePointer<Weight>.allocate(capacity: capacity)
    let newSums = UnsafeMutablePointer<Sum>.allocate(capacity: capacity)
    newWeights.update(from: weights, count: poolCount)
    newSums.update(from: sums, count: poolCount)
    weights.deallocate()
    sums.deallocate()
    weights = newWeights
    sums = newSums
    poolCapacity = capacity
  }

  private func insert(_ key: UInt64) -> Int {
    if rows.count * 2 > 1 << slotBits { growSlots() }
    let r = rows.count
    rows.append(Row(begin: 0, count: 0, capacity: 0))
    rowKeys.append(key)
    place(key, r)
    return r
  }

  private func place(_ key: UInt64, _ r: Int) {
    let mask = 1 << slotBits - 1
    var at = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[at].row >= 0 { at = (at + 1) & mask }
    slots[at] = Slot(key: key, row: Int32(r), pad: 0)
  }

  private func growSlots() {
    slots.deallocate()
    slotBits += 1
    slots = .allocate(capacity: 1 << slotBits)
    slots.initialize(repeating: Slot(key: 0, row: -1, pad: 0), count: 1 << slotBits)
    for (r, key) in rowKeys.enumerated() { place(key, r) }
  }

  /// A weight of the averaged model.
  struct Entry {
    var key: UInt64
    var label: Int
    var value: Float
  }

  /// Averaged weights, in the order in which they were made.
  func averages() -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(poolCount)
    for (r, row) in rows.enumerated() {
      for at in Int(row.begin)..<Int(row.begin) + Int(row.count) {
        let total = sums[at].total + Double(weights[at].value) * Double(step - sums[at].since)
        let value = Float(total / Double(step))
        if value != 0 {
          result.append(Entry(key: rowKeys[r], label: Int(weights[at].label), value: value))
        }
      }
    }
    return result
  }

  /// The sum of the averaged models of several runs: their vote, at the cost of one.
  static func merge(_ runs: [[Entry]]) -> [Entry] {
    guard runs.count > 1 else { return runs.first ?? [] }
    var rowOf: [UInt64: Int] = [:]
    var keys: [UInt64] = []
    var rows: [[(label: Int, value: Float)]] = []
    for entry in runs.joined() {
      let r: Int
      if let known = rowOf[entry.key] {
        r = known
      } else {
        r = keys.count
        rowOf[entry.key] = r
        keys.append(entry.key)
        rows.append([])
      }
      if let at = rows[r].firstIndex(where: { $0.label == entry.label }) {
        rows[r][at].value += entry.value
      } else {
        rows[r].append((entry.label, entry.value))
      }
    }
    var result: [Entry] = []
    for (r, key) in keys.enumerated() {
      for (label, value) in rows[r] {
        result.append(Entry(key: key, label: label, value: value / Float(runs.count)))
      }
    }
    return result
  }

  /// A table that starts from averaged weights and only retrains these.
  static func frozen(_ entries: [Entry], classCount: Int) -> PerceptronTable {
    let table = PerceptronTable(classCount: classCount)
    for entry in entries {
      var r = table.find(entry.key)
      if r < 0 { r = table.insert(entry.key) }
      table.append(
        Weight(value: entry.value, label: Int32(entry.label)), Sum(total: 0, since: 1), to: r)
    }
    table.isFrozen = true
    return table
  }
}
