import ChanceryLanguage

/// Names and titles.
extension ParseRepair {
  /// "as [Envoy Extraordinary and Minister Plenipotentiary] to Peru", "[Envoy … Plenipotentiary] Ann Berg presented":
  /// one title, whose first word governs the others.
  func readLongTitles(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      defer { token += 1 }
      guard let count = longTitle(at: token, sentence, tokens) else { continue }
      let title = token..<(token + count)
      var first = token
      while first > sentence.lowerBound,
        tokens[first - 1].upos == .adj || tokens[first - 1].upos == .det
          || tokens[first - 1].upos == .propn && tokens[first - 1].form != ","
      {
        first -= 1
      }
      let isNamed =
        title.upperBound < sentence.upperBound && tokens[title.upperBound].upos == .propn
      let head: Int
      var end = title.upperBound
      if isNamed {
        head = title.upperBound
        end = head + 1
        while end < sentence.upperBound, tokens[end].upos == .propn { end += 1 }
        guard end < sentence.upperBound, tokens[end].upos == .verb else { continue }
        tokens.attach(head, to: end, as: .nsubj)
        for name in head + 1..<end { tokens.attach(name, to: head, as: .flat) }
        tokens.attach(token, to: head, as: .nmodDesc)
      } else {
        head = token
        guard first > sentence.lowerBound, tokens[first - 1].form == "as",
          let verb = sentence.last(where: { $0 < first && tokens[$0].upos == .verb })
        else { continue }
        tokens.attach(head, to: verb, as: .obl)
        tokens.attach(first - 1, to: head, as: .case)
      }
      for part in title.dropFirst() { tokens.attach(part, to: token, as: .flat) }
      for before in first..<token {
        tokens.attach(before, to: token, as: tokens[before].upos == .propn ? .compound : .amod)
      }
      for other in sentence where !(first..<end).contains(other) && other != first - 1 {
        let above = tokens[other].head
        guard (first..<end).contains(above), above != head else { continue }
        tokens.attach(other, to: head, as: tokens[other].deprel)
      }
      if !isNamed, end < sentence.upperBound, tokens[end].form == "to",
        let goal = sentence.first(where: { $0 > end && tokens[end].head == $0 }),
        !tokens.isBelow(head, goal)
      {
        tokens.attach(goal, to: head, as: .nmod)
      }
      token = end - 1
    }
  }

  /// How many words of a title of the codebook begin at a token, two at least.
  func longTitle(at token: Int, _ sentence: Range<Int>, _ tokens: TreeEditor) -> Int? {
    let word = tokens[token].form.asciiLowercased
    for title in longTitles where title.first == word && token + title.count <= sentence.upperBound
    {
      if title.indices.allSatisfy({ tokens[token + $0].form.asciiLowercased == title[$0] }) {
        return title.count
      }
    }
    return nil
  }

  /// "[Embassy] Nairobi opened": the post is named by its town, as foreign services do.
  func namePosts(_ sentence: Range<Int>, _ tokens: inout TreeEditor) {
    for post in sentence.dropLast() {
      let town = post + 1
      guard posts.contains(tokens[post].lemma.asciiLowercased), tokens[post].form.startsUpper,
        tokens[town].upos == .propn, tokens[town].form.startsUpper,
        post == sentence.lowerBound || tokens[post - 1].upos != .det,
        !sentence.contains(where: {
          [post, town].contains(tokens[$0].head) && $0 < post && tokens[$0].upos != .adp
            && tokens[$0].upos != .punct
        })
      else { continue }
      let parts: Set<Deprel> = [.compound, .flat, .nmodDesc, .amod, .appos, .nmodUnmarked]
      if tokens[post].head == town, parts.contains(tokens[post].deprel) {
        let (head, relation) = (tokens[town].head, tokens[town].deprel)
        for child in sentence where tokens[child].head == town && child != post {
          tokens.attach(child, to: post, as: tokens[child].deprel)
        }
        tokens.attach(post, to: head, as: relation)
      } else if tokens[town].head != post || !parts.contains(tokens[town].deprel) {
        continue
      }
      tokens.attach(town, to: post, as: .nmodUnmarked)
      tokens[post].lemma = tokens[post].lemma.asciiLowercased
      tokens[post].upos = .noun
    }
  }
}
