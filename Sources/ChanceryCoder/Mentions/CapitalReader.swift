import ChanceryLanguage
import ChanceryText

/// Tells of each capital in the text whether it means the government or the place.
///
/// Who acts, owns, is spoken to or stands on one side is a government; where something happens is a place.
/// In between ("talks in", "went to") the words stay a place that may stand for its government.
struct CapitalReader {
  let sets: [String: Set<String>]

  private enum Meaning { case government, place, open }

  func read(_ builder: inout MentionBuilder) {
    for index in builder.mentions.indices {
      let mention = builder.mentions[index]
      let actor = builder.actors[mention.actor]
      guard actor.kind == .place, actor.sector == "GOV", let state = actor.state else { continue }
      switch meaning(of: mention, builder) {
      case .government: builder.mentions[index].actor = builder.stateActor(state)
      case .place:
        builder.mentions[index].actor = builder.actor(key: "place:\(actor.name):\(state)") {
          DraftActor(
            name: actor.name, kind: .place, state: state, sector: nil, entity: actor.entity)
        }
      case .open: break
      }
    }
  }

  private func meaning(of mention: Mention, _ builder: MentionBuilder) -> Meaning {
    let parse = builder.parse
    let first = parse.firstConjunct(mention.head)
    let word = mention.tokens.lowerBound > 0 ? builder.words[mention.tokens.lowerBound - 1] : ""
    if sets["locative"]?.contains(word) == true || isFollowedByState(mention, builder) {
      return .place
    }
    let token = parse.tokens[first]
    let head = token.head
    switch token.deprel {
    case .nsubj, .nsubjPass:
      guard head >= 0 else { return .open }
      return parse.isVerb(head) ? .government : .open
    case .nmodPoss: return .government
    case .obj, .iobj:
      guard head >= 0 else { return .open }
      return sets["place_verb"]?.contains(parse.tokens[head].lemma) == true ? .open : .government
    case .obl, .nmod, .oblAgent:
      switch parse.preposition(of: first) ?? "" {
      case "with", "against", "by", "between": return .government
      default: return .open
      }
    default: return .open
    }
  }

  /// "Kyiv, Ukraine".
  private func isFollowedByState(_ mention: Mention, _ builder: MentionBuilder) -> Bool {
    let comma = mention.tokens.upperBound
    guard comma + 1 < builder.forms.count, builder.forms[comma] == ",",
      let next = builder.mention(at: comma + 1), next.form == .name
    else { return false }
    let state = builder.actors[mention.actor].state
    let after = next.tokens.upperBound
    let isList = after < builder.forms.count && builder.words[after] == "and"
    return !isList && builder.actors[next.actor].state == state
      && builder.actors[next.actor].kind == .state
  }
}
