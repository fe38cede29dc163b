import ArgumentParser
import ChanceryFacts
import ChancerySources
import ChanceryText

import struct Foundation.Data
import class Foundation.FileHandle
import class Foundation.JSONDecoder
import struct Foundation.URL

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract:
      "What a name means on a day: states, offices and their holders, organisations, places.",
    discussion: """
      Examples:
        chancery facts "PM Khan" --on 2019-06-15
        chancery facts "Foreign Secretary of India" --on 2016
        chancery facts Kremlin --on 1985-01-01 --json
      """)

  @Argument(help: "A name, with or without a title: \"PM Khan\", Kremlin, SCO.")
  var name: String?

  @Option(
    name: .long, help: "The day: 2019-06-15, 2019-06 or 2019.",
    transform: { text in
      guard let interval = GivenDate.read(text) else {
        throw ValidationError("'\(text)' is no date; write 2019-06-15, 2019-06 or 2019")
      }
      return interval
    })
  var on: ChanceryText.DateInterval?

  @Option(
    name: .long, help: "JSON Lines with \"name\" and, where known, \"on\"; - reads standard input.",
    completion: .file())
  var batch: String?

  @Option(name: .long, help: "Candidates to give at most.")
  var limit = 8

  @Flag(name: .long, help: "JSON Lines instead of a list.")
  var json = false

  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if (name == nil) == (batch == nil) {
      throw ValidationError("Give either a name or --batch FILE.")
    }
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func run() throws {
    let facts = try Workbench.factBase(knowledge.facts)
    if let batch {
      try answer(batch, facts)
      return
    }
    let found = facts.explain(name: name ?? "", during: on).prefix(limit)
    if json {
      for candidate in found { Terminal.write(try Terminal.json(FactsAnswer(candidate)) + "\n") }
    } else {
      Terminal.write(found.enumerated().map { FactsList.text($1, rank: $0 + 1) }.joined())
    }
    if found.isEmpty {
      Terminal.note("chancery: nothing in the facts is called '\(name ?? "")'")
      throw ExitCode(1)
    }
  }

  /// One line out for each line in: the question with its candidates.
  private func answer(_ path: String, _ facts: FactBase) throws {
    let data =
      path == "-"
      ? FileHandle.standardInput.readDataToEndOfFile()
      : try Data(contentsOf: URL(fileURLWithPath: path))
    var output = ""
    for (index, line) in data.split(separator: 0x0A).enumerated() {
      let question: FactsQuestion
      do {
        question = try JSONDecoder().decode(FactsQuestion.self, from: Data(line))
      } catch {
        throw ValidationError("\(path):\(index + 1): expected {\"name\": …, \"on\": …}")
      }
      let day = try question.on.map { text in
        guard let interval = GivenDate.read(text) else {
          throw ValidationError("\(path):\(index + 1): '\(text)' is no date")
        }
        return interval
      }
      let found = facts.explain(name: question.name, during: day).prefix(limit)
      let answer = FactsAnswers(
        name: question.name, on: question.on, candidates: found.map(FactsAnswer.init))
      output += try Terminal.json(answer) + "\n"
    }
    Terminal.write(output)
  }
}

/// A line of `--batch`.
private struct FactsQuestion: Decodable {
  var name: String
  var on: String?
}

private struct FactsAnswers: Encodable {
  var name: String
  var on: String?
  var candidates: [FactsAnswer]
}

/// A candidate as a JSON object.
private struct FactsAnswer: Encodable {
  struct Office: Encodable {
    var office: String
    var title: String?
    var state: String?
    var organization: String?
    var start: String?
    var end: String?
    var lastSeen: String?
  }

  var name: String
  var kind: String
  var sense: String
  var code: String?
  var state: String?
  var sector: String?
  var wikidata: String?
  var office: Office?
  var score: Int
  var reasons: [String]

  init(_ candidate: NameCandidate) {
    name = candidate.entity.name
    kind = candidate.entity.kind.rawValue
    sense = candidate.sense.rawValue
    code = candidate.entity.code
    state = candidate.state
    sector = candidate.sector
    wikidata = candidate.entity.wikidata
    office = candidate.office.map {
      Office(
        office: $0.office, title: $0.title.isEmpty ? nil : $0.title, state: $0.state,
        organization: $0.organization, start: $0.start?.description, end: $0.end?.description,
        lastSeen: $0.lastSeen?.description)
    }
    score = candidate.score
    reasons = candidate.reasons
  }
}

/// The list for people.
private enum FactsList {
  static func text(_ candidate: NameCandidate, rank: Int) -> String {
    let entity = candidate.entity
    let actor = [candidate.state ?? entity.code, candidate.sector].compactMap { $0 }
    let number = "\(rank)."
    var text =
      "\(number) \(entity.name)  (\(entity.kind.rawValue))  \(actor.joined(separator: " "))\n"
    if let office = candidate.office {
      text += "   \(officeLine(office))\n"
    }
    return text + "   why: \(candidate.reasons.joined(separator: "; "))\n"
  }

  private static func officeLine(_ office: OfficeSpan) -> String {
    let kind = office.office.split(separator: "_").joined(separator: " ")
    let title = office.title.isEmpty ? kind : office.title
    let place = office.organization.map { " (\($0))" } ?? ""
    let start = office.start?.description ?? "?"
    let end =
      office.end?.description ?? office.lastSeen.map { "(seen until \($0))" } ?? "(in office)"
    return "\(title)\(place), \(start) – \(end)"
  }
}
