import ArgumentParser
import ChanceryCodebook
import ChanceryCoder
import ChanceryFacts
import ChanceryLanguage
import Foundation

/// Options of every command that codes.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .long, help: "Folder with further codebook files; a frame of the same name overrides.")
  var codebook: String?

  @Option(name: .long, help: "Folder with further fact tables; a row of the same name overrides.")
  var facts: String?
}

/// Which happenings are coded.
struct ScopeOption: ParsableArguments {
  @Option(
    name: .long,
    help: "interstate, or all: every happening of the sixteen types, domestic ones too.")
  var scope: Scope = .interstate
}

extension Scope: ExpressibleByArgument {}

/// The model, facts and codebook of the program with what the user adds.
struct Workbench {
  let language: LanguageReader
  let facts: FactBase
  let codebook: Codebook
  let tables: CodebookTables

  init(_ options: KnowledgeOptions = KnowledgeOptions()) throws {
    language = try Workbench.languageReader()
    facts = try Workbench.factBase(options.facts)
    let files = Resources.files(under: "Codebook/") + (try Workbench.folder(options.codebook))
    codebook = try Codebook(files: files)
    tables = CodebookTables(files: files)
  }

  func coder(scope: Scope = .interstate) throws -> Coder {
    try Coder(
      language: language, facts: facts, codebook: codebook, tables: tables, scope: scope)
  }

  static func languageReader(_ mode: LanguageReader.Mode = .fast) throws -> LanguageReader {
    guard let bytes = Resources.bytes(of: "Model/english.model") else { return LanguageReader() }
    return LanguageReader(model: try LanguageModel(bytes: bytes), mode: mode)
  }

  static func factBase(_ folder: String?) throws -> FactBase {
    let tables = Resources.files(under: "Facts/") + (try Workbench.folder(folder))
    return try FactBase(tables: tables)
  }

  /// - Parameter folder: of further fact tables.
  func entityReader(facts folder: String?) throws -> EntityReader {
    let places = PlaceReader(coder: try coder(), gazetteer: try Workbench.gazetteer(folder))
    return EntityReader(
      coder: places.coder, places: places,
      tagger: Resources.bytes(of: "Model/names.model").flatMap { NameTagger(bytes: [UInt8]($0)) })
  }

  static func gazetteer(_ folder: String?) throws -> Gazetteer {
    try Gazetteer(
      tables: Resources.files(under: "Facts/") + (try Workbench.folder(folder)))
  }

  /// The files of a user's folder, in path order.
  static func folder(_ path: String?) throws -> [(path: String, bytes: [UInt8])] {
    guard let path else { return [] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw ValidationError("\(path): no such folder") }
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    return try names.compactMap { name in
      guard [".tsv", ".txt", ".frames"].contains(where: { name.hasSuffix($0) }) else { return nil }
      let data = try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name))
      return (name, [UInt8](data))
    }
  }
}
