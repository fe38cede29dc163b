import ChanceryCodebook
import ChanceryLanguage
import ChanceryRecord

/// Who asserts a happening: the text, a speaker, or hearsay (codebook §2, "voice").
struct VoiceReader {
  let codebook: Codebook
  let reading: Reading
  let statements: [DraftStatement]

  func voice(of trigger: Int, isHearsay: Bool) -> (voice: Voice, speaker: Int?) {
    let start = reading.parse.tokens[trigger].span.start
    let holding = statements.filter { $0.quote.contains(start) && $0.cueToken != trigger }
    if let inner = holding.min(by: { $0.quote.byteCount < $1.quote.byteCount }),
      inner.speaker != nil
    {
      return (.attributed, inner.speaker)
    }
    if isHearsay { return (.reported, nil) }
    return reportedBy(trigger)
  }

  /// A reporting verb above the happening whose subject is nobody in particular: hearsay.
  private func reportedBy(_ trigger: Int) -> (Voice, Int?) {
    let parse = reading.parse
    var current = trigger
    while parse.tokens[current].head >= 0 {
      let token = parse.tokens[current]
      let head = token.head
      if token.deprel == .ccomp || token.deprel == .parataxis || token.deprel == .xcomp,
        parse.isVerb(head)
      {
        let words = codebook.reportingWords(lemma: parse.tokens[head].lemma.asciiLowercased)
        if words.contains(where: { $0.partOfSpeech == "verb" && $0.force != "think" }) {
          let subject = parse.child(of: head, [.nsubj])
          if let subject, let mention = reading.mention(covering: subject) {
            let actor = reading.actors[mention.actor]
            if token.deprel == .xcomp { return (.article, nil) }
            return actor.state != nil || actor.code != nil || actor.kind == .person
              ? (.attributed, mention.actor) : (.reported, nil)
          }
          let passive = parse.children(of: head).contains { parse.tokens[$0].deprel == .auxPass }
          if passive { return (.reported, nil) }
        }
      }
      current = head
    }
    for child in parse.children(of: current) where parse.tokens[child].deprel == .advmod {
      if ["reportedly", "allegedly"].contains(parse.tokens[child].lemma.asciiLowercased) {
        return (.reported, nil)
      }
    }
    return (.article, nil)
  }
}
