import ArgumentParser

@main
struct ChanceryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chancery",
    subcommands: [ChronicleCommand.self, ConflictsCommand.self, EvaluateCommand.self])
}
