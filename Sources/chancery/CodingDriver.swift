import ChanceryCoder
import ChanceryRecord
import ChancerySources
import Foundation

/// Codes articles on several threads and gives the records back in the order of the inputs.
///
/// At most `4 * jobs` articles are in flight or waiting, so memory does not grow with the batch.
struct CodingDriver: Sendable {
  let coder: Coder
  let jobs: Int

  /// Counts of a batch.
  struct Summary {
    var documents = 0
    var failures = 0
  }

  private enum Outcome: Sendable {
    case record(Record, findings: [String])
    case failure(String)
  }

  /// - Parameter each: called for each record, in input order.
  func run(_ items: SourceSequence, each: (Record) throws -> Void) async throws -> Summary {
    var summary = Summary()
    var source = items.makeIterator()
    var started = 0
    var written = 0
    var waiting: [Int: Outcome] = [:]
    let progress = ProgressLine()
    try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      func start() {
        guard let item = source.next() else { return }
        let place = started
        started += 1
        switch item {
        case .failure(let failure): waiting[place] = .failure(failure.description)
        case .document(let document):
          let input = document.coderInput
          let findings = document.findings.map { "\(document.uri): \($0.detail)" }
          let coder = coder
          group.addTask { (place, .record(coder.code(input), findings: findings)) }
        }
      }
      func flush() throws {
        while let outcome = waiting.removeValue(forKey: written) {
          written += 1
          switch outcome {
          case .failure(let text):
            summary.failures += 1
            progress.clear()
            Terminal.note("chancery: \(text)")
          case .record(let record, let findings):
            summary.documents += 1
            for finding in findings {
              progress.clear()
              Terminal.note("chancery: note: \(finding)")
            }
            try each(record)
          }
          progress.show("\(summary.documents) coded, \(summary.failures) failed")
          start()
        }
      }
      for _ in 0..<(4 * jobs) { start() }
      try flush()
      while let (place, outcome) = try await group.next() {
        waiting[place] = outcome
        try flush()
      }
      try flush()
    }
    progress.clear()
    return summary
  }
}

/// A line on standard error that rewrites itself, when a person watches.
struct ProgressLine {
  let isShown = Terminal.errorIsTerminal

  func show(_ text: String) {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  func clear() {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
