import ArgumentParser
import ChanceryCoder

@main
struct ChanceryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chancery",
    abstract: "News about relations between states in; a sourced, machine-readable chronicle out.",
    version: Coder.version,
    subcommands: [
      DemoCommand.self, CodeCommand.self, ChronicleCommand.self, ConflictsCommand.self,
      ExplainCommand.self,
      EvaluateCommand.self, ReadCommand.self, ParseCommand.self, TimesCommand.self,
      PlacesCommand.self, EntitiesCommand.self, FactsCommand.self, StatusCommand.self,
    ])
}
