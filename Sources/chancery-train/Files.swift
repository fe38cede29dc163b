import ArgumentParser
import ChanceryLanguage
import Foundation

/// Reads whole files; `.gz` through the gzip program.
enum Files {
  static func bytes(_ path: String) throws -> [UInt8] {
    guard path.hasSuffix(".gz") else {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ValidationError("\(path): cannot be read")
      }
      return [UInt8](data)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("\(path): gzip ended with status \(process.terminationStatus)")
    }
    return [UInt8](data)
  }

  static func treebank(_ path: String) throws -> [ConlluSentence] {
    do {
      return try Conllu.sentences(in: bytes(path))
    } catch let error as ConlluError {
      throw ValidationError("\(path): \(error)")
    }
  }

  static func model(_ path: String) throws -> LanguageModel {
    do {
      return try LanguageModel(bytes: bytes(path))
    } catch let error as ModelError {
      throw ValidationError("\(path): \(error)")
    }
  }

  static func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
