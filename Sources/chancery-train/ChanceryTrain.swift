import ArgumentParser

@main
struct ChanceryTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chancery-train",
    abstract: "Trains and scores the language model of Chancery.",
    subcommands: [
      TrainCommand.self, EvaluateCommand.self, BenchmarkCommand.self, ParseCommand.self,
      NamesCommand.self,
    ])
}
