import ChanceryLanguage
import ChanceryText

/// From which state to which a figure flows (codebook §4).
struct FigureFlow {
  let reading: Reading
  let sentence: Sentence
  let tree: ParsedText
  let measures: MeasureTable
  /// The two states that the document is about; empty where it is about more.
  let leading: [String]

  /// A state of the sentence and how its words hang in the tree.
  private struct Party {
    var state: String
    var token: Int
    var role: Role
  }

  private enum Role { case source, goal, origin, owner, other }

  /// The two states that a document names most, where no third is named half as often as the second.
  static func leadingStates(of reading: Reading) -> [String] {
    var counts: [String: Int] = [:]
    for mention in reading.mentions {
      for actor in mention.allActors where actor < reading.actors.count {
        if let state = reading.actors[actor].state, !mention.isCurrency(in: reading) {
          counts[state, default: 0] += 1
        }
      }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard sorted.count >= 2, sorted[1].value >= 2 else { return [] }
    if sorted.count > 2, 2 * sorted[2].value > sorted[1].value { return [] }
    return [sorted[0].key, sorted[1].key]
  }

  /// - Parameters:
  ///   - head: the noun that the number modifies.
  ///   - anchor: the word that gave the measure.
  func flow(
    measure: String, unit: String, head: Int, anchor: Int?
  ) -> (from: String?, to: String?) {
    let isTraded = ["exports", "imports", "tariff"].contains(measure)
    let all = parties(near: anchor ?? head, isGift: !isTraded)
    if all.isEmpty, !measure.hasPrefix("trade") { return (nil, nil) }
    switch measure {
    case "trade", "trade_balance":
      var states = distinct(all.map(\.state))
      // "Turnover is five billion": that of the two states that the text is about.
      let isTold = states.count > 2 && leading.allSatisfy { states.contains($0) }
      if isTold || states.count < 2 && states.allSatisfy({ leading.contains($0) }) {
        states = leading
      }
      guard states.count >= 2 else { return (nil, nil) }
      let pair = states.prefix(2).sorted()
      return (pair[0], pair[1])
    case "imports":
      let origin = first(all, .origin)
      let goal = first(all, .goal, .owner, .source, except: origin)
      return (origin, goal)
    case "tariff":
      let taxed = first(all, .origin) ?? first(all, .goal)
      return (taxed, first(all, .source, .owner, except: taxed))
    case "exports", "aid", "loan", "investment", "debt", "deal_value", "troops":
      let from = first(all, .origin, .source, .owner)
      return (from, first(all, .goal, except: from))
    case "quantity", "weapons":
      guard let from = first(all, .origin, .source, .owner),
        let to = first(all, .goal, except: from)
      else { return (nil, nil) }
      return (from, to)
    default: return (nil, nil)
    }
  }

  /// The state nearest to the measure in one of the roles.
  private func first(_ parties: [Party], _ roles: Role..., except: String? = nil) -> String? {
    parties.first { roles.contains($0.role) && $0.state != except }?.state
  }

  private func distinct(_ states: [String]) -> [String] {
    var result: [String] = []
    for state in states where !result.contains(state) { result.append(state) }
    return result
  }

  /// States of the sentence, nearest to the measure first.
  private func parties(near anchor: Int, isGift: Bool) -> [Party] {
    var result: [(cost: Int, party: Party)] = []
    for mention in reading.mentions where sentence.tokens.contains(mention.head) {
      guard mention.actor < reading.actors.count,
        let state = reading.actors[mention.actor].state, !mention.isCurrency(in: reading)
      else { continue }
      let edges = tree.distance(anchor, mention.head) ?? 10
      let party = Party(
        state: state, token: mention.head,
        role: isGift ? role(ofGift: mention, near: anchor) : role(of: mention))
      let far = separated(mention.head, anchor) ? 60 : 0
      result.append((10 * edges + min(40, abs(mention.head - anchor)) + far, party))
    }
    return result.sorted { ($0.cost, $0.party.token) < ($1.cost, $1.party.token) }.map(\.party)
  }

  private func separated(_ a: Int, _ b: Int) -> Bool {
    (min(a, b)..<max(a, b)).contains {
      let lemma = tree.token($0).lemma
      return lemma == "whereas" || lemma == "while" || lemma == ";"
    }
  }

  /// Only what hangs on the measure itself owns it: "Japan's aid", not "aid for Syrian refugees".
  private func role(ofGift mention: Mention, near anchor: Int) -> Role {
    let role = role(of: mention)
    return role == .owner && !tree.isBelow(mention.head, anchor) ? .other : role
  }

  private func role(of mention: Mention) -> Role {
    var head = mention.head
    // "the government of Ukraine", "vulnerable communities in Ukraine": up to the noun with the preposition.
    for _ in 0..<3 {
      let token = tree.token(head)
      let preposition = tree.preposition(of: head)
      switch preposition {
      case "to", "for", "in", "into", "on", "against", "upon", "onto", "with", "toward", "towards",
        "inside":
        return .goal
      case "from": return .origin
      case "by": return .source
      case "of" where token.deprel == .nmod: return .owner
      default: break
      }
      switch token.deprel {
      case .nsubj, .nsubjOuter:
        let receives = token.head >= 0 && measures.isReceiving(tree.token(token.head).lemma)
        return receives ? .goal : .source
      case .oblAgent: return .source
      case .iobj: return .goal
      case .obj, .nsubjPass: return mention.head == head ? .goal : .other
      case .nmodPoss: return .owner
      case .conj, .compound, .amod, .flat, .nmod, .appos, .nmodDesc:
        guard token.head >= 0, tree.token(token.head).upos != .verb else { return .other }
        if mention.form == .adjective, token.deprel == .amod || token.deprel == .compound,
          tree.preposition(of: token.head) == nil
        {
          return .owner
        }
        head = token.head
      default: return .other
      }
    }
    return .other
  }
}
