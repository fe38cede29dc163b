import Dispatch
import Synchronization

/// Work whose parts do not depend on each other, on as many threads as there are processors.
enum Parallel {
  /// The results of `body` for 0..<count, in this order whatever ends first.
  static func map<T>(_ count: Int, _ body: (Int) -> T) -> [T] {
    let results = Mutex<[Int: Results<T>]>([:])
    withoutActuallyEscaping(body) { body in
      let work = Work(body: body)
      DispatchQueue.concurrentPerform(iterations: count) { i in
        let result = Results(value: work.body(i))
        results.withLock { $0[i] = result }
      }
    }
    let all = results.withLock { $0 }
    return (0..<count).map { all[$0]!.value }
  }

  /// The trainers share nothing that changes.
  private struct Work<T>: @unchecked Sendable {
    let body: (Int) -> T
  }

  private struct Results<T>: @unchecked Sendable {
    let value: T
  }
}
