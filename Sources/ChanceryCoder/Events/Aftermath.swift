import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord

/// What became of a plan, told in a later clause or sentence: "… The meeting was later called off."
struct Aftermath {
  let reading: Reading
  let codebook: Codebook
  let statusReader: StatusReader

  private var parse: ParsedText { reading.parse }

  /// Sentences after the happening in which its outcome is looked for.
  private static let reach = 2

  /// Changes the status of plans whose end the text tells.
  func settle(_ drafts: inout [DraftEvent]) {
    for index in drafts.indices where isOpen(drafts[index]) {
      guard let (word, status) = outcome(of: drafts[index], among: drafts) else { continue }
      drafts[index].status = status
      drafts[index].cues.append(word)
    }
  }

  private func isOpen(_ draft: DraftEvent) -> Bool {
    draft.status == .planned || draft.status == .possible
  }

  private func outcome(of draft: DraftEvent, among drafts: [DraftEvent]) -> (String, Status)? {
    let first = parse.sentence(of: draft.trigger)
    for sentence in first...min(first + Self.reach, parse.sentences.count - 1) {
      for token in parse.sentences[sentence].tokens where token > draft.trigger {
        if sentence == first, isWithin(token, clauseOf: draft.trigger) { continue }
        guard meansIt(token, draft, sentence - first), !isBackground(token), !isEarlier(token)
        else { continue }
        if drafts.contains(where: { $0.trigger == token }) { return nil }
        let answer = statusReader.status(of: token, type: draft.type)
        switch answer.status {
        case .cancelled: return (answer.cues.last ?? "", .cancelled)
        case .denied where isTakingPlace(token): return (answer.cues.last ?? "", .cancelled)
        default: break
        }
      }
    }
    return nil
  }

  /// "questions that had delayed the delivery had been settled": what a relative clause tells is no outcome.
  private func isBackground(_ token: Int) -> Bool {
    ([token] + parse.ancestors(token)).contains {
      [.acl, .aclRelcl].contains(parse.tokens[$0].deprel)
    }
  }

  /// "to resume for the first time since it was suspended": what was before is no outcome.
  private func isEarlier(_ token: Int) -> Bool {
    ([token] + parse.ancestors(token)).contains { clause in
      parse.tokens[clause].deprel == .advcl
        && parse.children(of: clause, [.mark]).contains {
          ["since", "after"].contains(parse.tokens[$0].form.asciiLowercased)
        }
    }
  }

  /// "the trip", "their meeting", or "it" in the next clause.
  private func meansIt(_ token: Int, _ draft: DraftEvent, _ distance: Int) -> Bool {
    let word = parse.tokens[token]
    if word.upos == .pron {
      guard distance <= 1,
        ["it", "they", "them", "that", "this"].contains(word.form.asciiLowercased)
      else { return false }
      return [.obj, .nsubj, .nsubjPass].contains(word.deprel)
        && reading.mention(covering: token) == nil
    }
    guard word.upos == .noun else { return false }
    let lemma = word.lemma.asciiLowercased
    let isSame = lemma == parse.tokens[draft.trigger].lemma.asciiLowercased
    guard isSame || codebook.sets["again_" + draft.type.asciiLowercased]?.contains(lemma) == true
    else { return false }
    return parse.children(of: token).allSatisfy {
      let child = parse.tokens[$0]
      switch child.deprel {
      case .det:
        return ["the", "this", "that", "these", "those"].contains(child.form.asciiLowercased)
      case .nmod, .nmodPoss: return child.deprel == .nmodPoss && child.upos == .pron
      default: return true
      }
    }
  }

  /// "did not take place", "never happened": the happening did not come about.
  private func isTakingPlace(_ token: Int) -> Bool {
    let head = parse.tokens[token].head
    return head >= 0 && [.nsubj, .nsubjPass].contains(parse.tokens[token].deprel)
  }

  private func isWithin(_ token: Int, clauseOf trigger: Int) -> Bool {
    var current = token
    while current >= 0, current != trigger {
      let relation = parse.tokens[current].deprel
      if [.conj, .parataxis, .advcl].contains(relation), parse.isVerb(current) { return false }
      current = parse.tokens[current].head
    }
    return current == trigger
  }
}
