/// Which sentences an epoch shows: all that people annotated, and a part of those parsed by machine.
///
/// The machine's sentences take turns, so that each is seen once in `parts` epochs.
struct TrainingMixture {
  /// Sentences that people annotated; they stand first.
  let gold: Int
  let total: Int
  /// Epochs in which every machine-parsed sentence comes once.
  let parts: Int

  /// Numbers of the sentences of an epoch in the order of learning.
  func order(epoch: Int, using generator: inout SeededGenerator) -> [Int] {
    var order = Array(0..<gold)
    order += (gold..<total).filter { ($0 - gold) % parts == epoch % parts }
    order.shuffle(using: &generator)
    return order
  }
}
