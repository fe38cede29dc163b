import ChanceryCodebook

/// The words that the reading of slots rests on: sets of the codebook (`Data/Codebook/sets*.txt`).
struct SlotWords: Sendable {
  /// Verbs that only carry a noun of happening ("*held* talks").
  var lightVerbs: Set<String> = []
  /// Nouns that only carry another ("a *series* of attacks").
  var carriers: Set<String> = []
  /// Verbs that tell what a happening did ("three were *killed* in a strike").
  var harmVerbs: Set<String> = []
  /// Verbs whose infinitive tells what is threatened, refused, promised.
  var intentVerbs: Set<String> = []
  /// What is issued and says something ("statement", "resolution").
  var textNouns: Set<String> = []
  /// Verbs whose subject does, or would do, what the noun below them tells ("weighs *expulsion*").
  var doerVerbs: Set<String> = []
  /// Verbs whose object did what the noun behind "for" or "of" tells ("thank", "blame").
  var judging: Set<String> = []
  /// "subject", "target": nouns for whom or what something is done to.
  var subjected: Set<String> = []
  /// Embassies and the like, which open and close by themselves.
  var posts: Set<String> = []
  /// Ambassadors and the like, who are sent to somebody.
  var envoys: Set<String> = []
  /// Forces and offices of a state ("the army").
  var ownBodies: Set<String> = []
  /// Verbs whose object is a means to what the infinitive tells.
  var means: Set<String> = []
  /// Verbs that say where somebody is at work ("rings *operating* in Myanmar").
  var located: Set<String> = []
  /// Verbs of keeping somebody prisoner.
  var holding: Set<String> = []
  /// Deeds of force ("war"), which have doers of their own.
  var deeds: Set<String> = []
  /// "light", "view" of "in light of", "in view of".
  var circumstances: Set<String> = []
  /// Verbs with their particles ("write off").
  var phrasal: Set<String> = []
  /// Verbs of thanking, whose subject the deed was done to.
  var thanking: Set<String> = []
  /// Verbs whose subject does what the passive below them tells ("*announces* all talks are ended").
  var announcing: Set<String> = []
  /// Verbs of sending: what the sent ones are to do is their `xcomp`.
  var sending: Set<String> = []
  /// Participles that say whom a measure or complaint meets ("a case *accusing* Iran").
  var aiming: Set<String> = []
  /// What two make: with whom may stand in the clause that says what it is for ("a *deal* to sell ships to Peru").
  var dealing: Set<String> = []

  /// No words: the plain tree.
  init() {}

  init(_ codebook: Codebook) {
    func set(_ name: String) -> Set<String> { codebook.sets[name] ?? [] }
    lightVerbs = codebook.lightVerbs
    carriers = codebook.carriers
    phrasal = codebook.phrasalVerbs
    ownBodies = set("own_body").union(set("force"))
    harmVerbs = set("harm_result_verb")
    intentVerbs = set("intent_verb")
    textNouns = set("text_noun")
    doerVerbs = set("doer_verb")
    judging = set("judging_verb")
    subjected = set("subjected_noun")
    posts = set("envoy_post")
    envoys = set("envoy")
    means = set("means_verb")
    located = set("located_verb")
    holding = set("holding_verb")
    deeds = set("harm_noun")
    circumstances = set("circumstance_noun")
    thanking = set("thanking_verb")
    announcing = set("announcing_verb")
    sending = set("sending_verb")
    aiming = set("aiming_verb")
    dealing = set("dealing_noun")
  }
}
