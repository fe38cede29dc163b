/// The key of a feature: its template and the values that fill it, packed into 64 bits and mixed.
///
/// Keys stand for the features themselves; no string is built and no dictionary asked.
@inline(__always)
package func featureKey(_ template: UInt64, _ values: UInt64) -> UInt64 {
  var x = values &+ template &* 0x9E37_79B9_7F4A_7C15
  x ^= x >> 32
  x = x &* 0xD6E8_FEB8_6659_FD93
  x ^= x >> 29
  x = x &* 0xA076_1D64_78BD_642F
  return x ^ (x >> 32)
}

/// FNV-1a step.
@inline(__always)
package func hashStep(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
  (hash ^ UInt64(byte)) &* 0x100_0000_01B3
}

package let hashSeed: UInt64 = 0xCBF2_9CE4_8422_2325

/// Folds a hash to the 26 bits in which words are packed; never 0, which stands for "no word".
@inline(__always)
package func fold26(_ hash: UInt64) -> UInt64 {
  let h = hash ^ (hash >> 27)
  return ((h &* 0x9E37_79B9_7F4A_7C15) >> 38) | 1
}

/// Writes the keys of features one after the other, each under a template number of its own.
package struct FeatureWriter {
  private let keys: UnsafeMutablePointer<UInt64>
  private var template: UInt64
  /// Keys written so far, those before `start` included.
  package private(set) var count: Int

  @inline(__always)
  package init(_ keys: UnsafeMutablePointer<UInt64>, from start: Int = 0, template: UInt64) {
    self.keys = keys
    self.template = template
    count = start
  }

  @inline(__always)
  package mutating func add(_ values: UInt64) {
    keys[count] = featureKey(template, values)
    count += 1
    template += 1
  }
}
