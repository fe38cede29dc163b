import Foundation

/// The shared material beside the project, which the project does not need.
enum Shared {
  static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = project.deletingLastPathComponent().appendingPathComponent("shared")

  static var canRunPython: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("evaluation").path)
      && (try? python(["-c", "print(1)"])) == "1\n"
  }

  /// What a Python program prints.
  static func python(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
