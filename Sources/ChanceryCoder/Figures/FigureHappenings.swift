import ChanceryLanguage
import ChanceryRecord
import ChanceryText

/// What the happening that a figure is part of tells about it: from whom to whom aid goes, and when.
///
/// "$60 million in aid" has the flow of the AID that its sentence tells; people killed, arrested or sent have the
/// day of the attack, the arrest, the deployment. Turnover, growth and shares are no part of a happening.
struct FigureHappenings {
  let reading: Reading
  let events: [DraftEvent]

  private static let flows: Set<String> = ["aid", "loan", "weapons", "quantity", "debt"]
  private static let dated: Set<String> = [
    "aid", "loan", "weapons", "quantity", "debt", "investment", "deal_value", "troops", "other",
    "casualties_dead", "casualties_injured", "arrested", "displaced",
  ]

  func completed(_ figures: [DraftFigure]) -> [DraftFigure] {
    figures.map { figure in
      guard Self.dated.contains(figure.measure), let event = happening(of: figure) else {
        return figure
      }
      var figure = figure
      if figure.period == nil { figure.period = event.when }
      if event.type == "AID", Self.flows.contains(figure.measure),
        figure.from == nil || figure.to == nil,
        let from = state(of: event.actors), let to = state(of: event.recipients),
        figure.from ?? from == from, figure.to ?? to == to
      {
        figure.from = from
        figure.to = to
      }
      return figure
    }
  }

  /// The happening of the figure's sentence that is nearest to it in the tree.
  private func happening(of figure: DraftFigure) -> DraftEvent? {
    let tree = reading.parse
    guard let token = tree.tokens(in: figure.text).last else { return nil }
    let sentence = tree.sentence(of: token)
    var best: (distance: Int, event: DraftEvent)?
    for event in events where tree.sentence(of: event.trigger) == sentence {
      guard let distance = tree.distance(token, event.trigger), distance <= 5,
        distance < best?.distance ?? .max
      else { continue }
      best = (distance, event)
    }
    return best?.event
  }

  /// The one state that takes part; nil where there are several.
  private func state(of actors: [Int]) -> String? {
    let states = Set(actors.compactMap { reading.actors[$0].state })
    return states.count == 1 ? states.first : nil
  }
}
