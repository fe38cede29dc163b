import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord

/// Who asserts a happening: the text, a speaker, or hearsay (codebook §2, "voice").
///
/// The nearest word of saying above the happening decides ("A said B had told him that …": B); then the
/// quotation it stands in; then hearsay words beside it.
struct VoiceReader {
  let codebook: Codebook
  let reading: Reading
  let statements: [DraftStatement]

  private var parse: ParsedText { reading.parse }

  typealias Answer = (voice: Voice, speaker: Int?)

  /// - Parameters:
  ///   - type: PLOVER type of the happening.
  ///   - actors: who does it; their own wish or plan is the article's to tell.
  func voice(of trigger: Int, type: String, actors: [Int], isHearsay: Bool) -> Answer {
    let told = told(trigger, actors)
    if let told, told.voice == .reported || told.speaker != nil { return told }
    if let quoted = quoted(trigger), let speaker = quoted.speaker {
      if isUnnamed(speaker) { return (.reported, nil) }
      if isOwnAct(trigger, type, actors, speaker) { return (.article, nil) }
      return (.attributed, speaker)
    }
    if isHearsay { return (.reported, nil) }
    return told ?? (.article, nil)
  }

  private func quoted(_ trigger: Int) -> DraftStatement? {
    let start = parse.tokens[trigger].span.start
    return statements.filter { $0.quote.contains(start) && $0.cueToken != trigger }
      .min { $0.quote.byteCount < $1.quote.byteCount }
  }

  /// "“We condemn the attack,” he said": the words are the act; the text witnesses it.
  private func isOwnAct(_ trigger: Int, _ type: String, _ actors: [Int], _ speaker: Int) -> Bool {
    ["REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"].contains(type)
      && [.vbp, .vbz].contains(parse.tokens[trigger].xpos)
      && actors.contains { reading.actors[$0].party == reading.actors[speaker].party }
  }

  // MARK: Words of saying above

  private func told(_ trigger: Int, _ actors: [Int]) -> Answer? {
    var current = trigger
    var steps = 0
    while steps < 10 {
      steps += 1
      if let beside = parenthesis(below: current) { return beside }
      let head = parse.tokens[current].head
      guard head >= 0 else { return nil }
      if let answer = judged(current, by: head, trigger, actors) { return answer }
      current = head
    }
    return nil
  }

  private func judged(_ below: Int, by governor: Int, _ trigger: Int, _ actors: [Int]) -> Answer? {
    let lemma = parse.tokens[governor].lemma.asciiLowercased
    let forces = codebook.reportingWords(lemma: lemma)
    let relation = parse.tokens[below].deprel
    if parse.isVerb(governor) {
      guard let force = forces.first(where: { $0.partOfSpeech == "verb" })?.force else {
        return nil
      }
      switch relation {
      case .ccomp, .xcomp, .csubj, .csubjPass, .parataxis: break
      case .obj, .nsubjPass:
        guard isAssertion(lemma, force, below, trigger) else { return nil }
      default: return nil
      }
      return speech(governor, lemma, force, relation, actors)
    }
    guard parse.tokens[governor].upos == .noun,
      [.acl, .ccomp, .nmod].contains(relation),
      codebook.sets["hearsay_noun"]?.contains(lemma) == true,
      lemma != "talk" || parse.tokens[governor].xpos == .nn,
      parse.child(of: governor, [.nmodPoss, .compound]) == nil
    else { return nil }
    return isJudged(governor) ? nil : (.reported, nil)
  }

  /// "confirmed a call", "denied reports that …", "dismissed an account that …"
  private func isAssertion(
    _ lemma: String, _ force: String, _ below: Int, _ trigger: Int
  ) -> Bool {
    let asserts = codebook.sets["asserting_verb"]?.contains(lemma) == true
    if below == trigger { return asserts }
    guard parse.tokens[below].upos == .noun, asserts || force == "deny" || force == "claim" else {
      return false
    }
    return codebook.reportingWords(lemma: parse.tokens[below].lemma.asciiLowercased).contains {
      $0.partOfSpeech == "noun" && ["claim", "say", "hearsay"].contains($0.force)
    }
  }

  /// "rejected reports that …": somebody named judges the rumour.
  private func isJudged(_ noun: Int) -> Bool {
    let head = parse.tokens[noun].head
    guard head >= 0, [.obj, .nsubjPass].contains(parse.tokens[noun].deprel) else { return false }
    return codebook.reportingWords(lemma: parse.tokens[head].lemma.asciiLowercased).contains {
      $0.partOfSpeech == "verb"
    }
  }

  private func speech(
    _ verb: Int, _ lemma: String, _ force: String, _ relation: Deprel, _ actors: [Int]
  ) -> Answer? {
    guard force != "ask", force != "promise" else { return nil }
    let isPassive = parse.children(of: verb).contains { parse.tokens[$0].deprel == .auxPass }
    let subject =
      isPassive ? parse.child(of: verb, [.oblAgent]) : subject(of: verb)
    guard let subject else {
      let isOpen = codebook.sets["hearsay_passive"]?.contains(lemma) == true
      return isPassive && isOpen ? (.reported, nil) : nil
    }
    if force == "hearsay" { return (.reported, nil) }
    if parse.tokens[subject].form.asciiLowercased == "it",
      codebook.sets["hearsay_verb"]?.contains(lemma) == true
    {
      return (.reported, nil)
    }
    // "hopes to meet", "said it to be", "believes": one's own plan or wish is told by the text.
    if relation == .xcomp, force == "say" || force == "claim", lemma != "claim" { return nil }
    if isUnnamedSource(before: verb) { return (.reported, nil) }
    let speaker = reading.mention(covering: subject)?.actor
    if force == "think" {
      guard let speaker, !isOwn(speaker, actors) else { return nil }
      return relation == .xcomp && !hasObject(verb) ? nil : (.attributed, speaker)
    }
    return attributed(to: speaker, at: subject)
  }

  /// The subject of a verb or of the fellow before it.
  private func subject(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<3 {
      if let subject = parse.child(of: current, [.nsubj]) { return subject }
      guard parse.tokens[current].deprel == .conj, parse.tokens[current].head >= 0 else {
        return nil
      }
      current = parse.tokens[current].head
    }
    return nil
  }

  /// "a Khartoum daily wrote": whatever the tree makes of the name.
  private func isUnnamedSource(before verb: Int) -> Bool {
    guard verb > 0 else { return false }
    let word = parse.tokens[verb - 1]
    return !word.form.startsUpper
      && codebook.sets["unnamed_source"]?.contains(singular(word)) == true
  }

  private func singular(_ word: Token) -> String {
    word.upos == .noun ? word.lemma.asciiLowercased : word.form.asciiLowercased
  }

  private func hasObject(_ verb: Int) -> Bool { parse.child(of: verb, [.obj]) != nil }

  private func isOwn(_ speaker: Int, _ actors: [Int]) -> Bool {
    actors.contains { reading.actors[$0].party == reading.actors[speaker].party }
  }

  private func attributed(to speaker: Int?, at subject: Int) -> Answer {
    guard let speaker else {
      let lemma = parse.tokens[subject].lemma.asciiLowercased
      let isUnnamed = codebook.sets["unnamed_source"]?.contains(lemma) == true
      return isUnnamed ? (.reported, nil) : (.attributed, nil)
    }
    return isUnnamed(speaker, at: subject) ? (.reported, nil) : (.attributed, speaker)
  }

  /// "local newspapers", "Bolivian radio", "sources": media and sources without a name.
  private func isUnnamed(_ speaker: Int, at subject: Int? = nil) -> Bool {
    let actor = reading.actors[speaker]
    guard actor.entity == nil, let unnamed = codebook.sets["unnamed_source"] else { return false }
    let name = actor.name.asciiLowercased
    if unnamed.contains(name.hasSuffix("s") ? String(name.dropLast()) : name) { return true }
    guard actor.kind != .person || actor.sector == "JRN" else { return false }
    var words = [name.split(separator: " ").last.map(String.init) ?? ""]
    if let subject { words.append(parse.tokens[subject].lemma.asciiLowercased) }
    return words.contains { unnamed.contains($0) } && !isProperName(actor.name)
  }

  /// "Chosun Daily", not "Bolivian radio".
  private func isProperName(_ name: String) -> Bool {
    name.split(separator: " ").last.map { String($0).startsUpper } ?? false
  }

  // MARK: "…, he said", "according to …"

  private func parenthesis(below clause: Int) -> Answer? {
    for child in parse.children(of: clause) {
      let token = parse.tokens[child]
      switch token.deprel {
      case .parataxis, .advcl, .conj, .aclRelcl, .acl:
        guard parse.isVerb(child), isSaying(child), parse.child(of: child, [.mark, .cc]) == nil,
          parse.child(of: child, [.ccomp, .xcomp, .obj]) == nil, isAfterComma(child)
        else { continue }
        if let subject = parse.child(of: child, [.nsubj]) {
          let lemma = token.lemma.asciiLowercased
          let isIt = parse.tokens[subject].form.asciiLowercased == "it"
          if isIt, codebook.sets["hearsay_verb"]?.contains(lemma) == true {
            return (.reported, nil)
          }
          if isIt { continue }
          if isUnnamedSource(before: child) { return (.reported, nil) }
          return attributed(to: reading.mention(covering: subject)?.actor, at: subject)
        }
      case .obl, .nmod, .obj, .advmod:
        guard parse.preposition(of: child)?.hasPrefix("according") == true else { continue }
        return attributed(to: reading.mention(covering: child)?.actor, at: child)
      default: break
      }
    }
    return nil
  }

  private func isSaying(_ verb: Int) -> Bool {
    let lemma = parse.tokens[verb].lemma.asciiLowercased
    return codebook.sets["hearsay_verb"]?.contains(lemma) == true
      || codebook.reportingWords(lemma: lemma).contains {
        $0.partOfSpeech == "verb" && ["say", "claim"].contains($0.force)
      }
  }

  /// The clause begins right behind a comma and ends its sentence.
  private func isAfterComma(_ verb: Int) -> Bool {
    let range = parse.subtree(of: verb)
    var first = range.lowerBound
    if parse.tokens[first].upos == .punct { first += 1 }
    guard first > 0 else { return false }
    return [",", "\"", "”", "''"].contains(parse.tokens[first - 1].form) && range.count <= 16
  }
}
