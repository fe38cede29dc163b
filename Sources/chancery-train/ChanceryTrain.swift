import ArgumentParser

@main
struct ChanceryTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "chancery-train")
}
