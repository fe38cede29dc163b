import ChanceryCodebook
import ChanceryLanguage
import ChanceryText

/// Tells in plain words why an event was coded, or why a sentence gave none.
public struct Explanation {
  let analysis: Analysis
  let codebook: Codebook

  public init(_ analysis: Analysis, coder: Coder) {
    self.analysis = analysis
    codebook = coder.codebook
  }

  private var reading: Reading { analysis.reading }
  private var parse: ParsedText { reading.parse }

  /// The whole document, sentence by sentence.
  public func text() -> String {
    parse.sentences.indices.map(sentence).joined(separator: "\n")
  }

  /// The sentence of one event ("e3"); nil when the document has no such event.
  public func text(event id: String) -> String? {
    guard let number = Int(id.dropFirst()), id.hasPrefix("e"),
      analysis.events.indices.contains(number - 1)
    else { return nil }
    return sentence(parse.sentence(of: analysis.events[number - 1].trigger))
  }

  private func sentence(_ index: Int) -> String {
    let sentence = parse.sentences[index]
    var lines = ["Sentence \(index + 1): \(reading.text[sentence.span].flattened)", ""]
    lines += tree(sentence.tokens)
    lines += section("Mentions", mentions(sentence.tokens))
    lines += section("Times", times(sentence.span))
    lines += section("Statements", statements(sentence.span))
    let events = analysis.events.indices.filter {
      sentence.tokens.contains(analysis.events[$0].trigger)
    }
    if events.isEmpty {
      lines += section("No event. What came nearest", misses(sentence.tokens))
    } else {
      for event in events { lines += section("Event e\(event + 1)", self.event(event)) }
      lines += section("Not coded", misses(sentence.tokens))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", "  \(title)"] + lines.map { "    \($0)" }
  }

  // MARK: Parts

  private func tree(_ tokens: Range<Int>) -> [String] {
    let width = tokens.map { parse.tokens[$0].form.count }.max() ?? 0
    return tokens.map { token in
      let word = parse.tokens[token]
      let head = word.head < 0 ? "-" : parse.tokens[word.head].form
      return "  " + word.form.padded(width) + "  " + word.upos.name.padded(6)
        + word.xpos.rawValue.padded(6) + word.deprel.rawValue.padded(14) + "← " + head
    }
  }

  private func mentions(_ tokens: Range<Int>) -> [String] {
    reading.mentions.filter { tokens.contains($0.head) }.map { mention in
      let words = reading.text[parse.span(of: mention.tokens)].flattened
      let meanings = mention.allActors.map { index -> String in
        let actor = reading.actors[index]
        let parts = [actor.state ?? actor.code, actor.sector, actor.role].compactMap { $0 }
        return
          "\(actor.name) (\(actor.kind.rawValue)\(parts.isEmpty ? "" : ": ")\(parts.joined(separator: ", ")))"
      }
      return "\"\(words)\" → \(meanings.joined(separator: " + "))"
    }
  }

  private func times(_ span: ByteSpan) -> [String] {
    reading.times.filter { span.contains($0.span) }.map { time in
      let interval = time.interval.map { " = \($0.start)..\($0.end)" } ?? ""
      return
        "\"\(reading.text[time.span].flattened)\" → \(time.kind.rawValue) \(time.value)\(interval)"
    }
  }

  private func statements(_ span: ByteSpan) -> [String] {
    analysis.statements.filter { $0.quote.overlaps(span) }.map { statement in
      let speaker = statement.speaker.map { reading.actors[$0].name } ?? "nobody known"
      return
        "\(speaker) (\(statement.kind.rawValue)): \"\(reading.text[statement.quote].flattened)\""
    }
  }

  private func event(_ index: Int) -> [String] {
    let event = analysis.events[index]
    let frame = codebook.frames[event.frame]
    let predicate = codebook.predicates[event.predicate]
    let conditions = predicate.conditions.map(\.source).joined(separator: " ")
    func names(_ list: [Int]) -> String {
      list.map { "\(reading.actors[$0].name) [\(reading.actors[$0].party)]" }.joined(
        separator: ", ")
    }
    var lines = [
      "\(event.type)\(event.mode.map { "/\($0)" } ?? "") by frame '\(frame.name)' (\(frame.origin))",
      "predicate: \(predicate.lemma) (\(predicate.partOfSpeech.rawValue))\(conditions.isEmpty ? "" : " " + conditions) at \"\(parse.tokens[event.trigger].form)\"",
      "actors: \(names(event.actors))",
    ]
    if !event.recipients.isEmpty { lines.append("recipients: \(names(event.recipients))") }
    lines.append(
      "status: \(event.status.rawValue)"
        + (event.cues.isEmpty ? "" : ", because of: \(event.cues.joined(separator: ", "))"))
    let speaker = event.speaker.map { ", speaker \(reading.actors[$0].name)" } ?? ""
    lines.append("voice: \(event.voice.rawValue)\(speaker)")
    if let when = event.when {
      lines.append("when: \(when.start)..\(when.end) (\(event.whenBasis?.rawValue ?? ""))")
    }
    if let place = event.place {
      lines.append("where: \(place.name)\(place.country.map { " [\($0)]" } ?? "")")
    }
    lines.append(
      "confidence: \((event.confidence * 100).rounded() / 100), resting on "
        + event.traits.sorted().joined(separator: ", "))
    return lines
  }

  private func misses(_ tokens: Range<Int>) -> [String] {
    var seen: Set<String> = []
    return analysis.misses.filter { tokens.contains($0.trigger) }.compactMap { miss in
      let predicate = codebook.predicates[miss.predicate]
      let frame = codebook.frames[predicate.frame]
      let line =
        "\"\(parse.tokens[miss.trigger].form)\": frame '\(frame.name)' (\(frame.type)): \(miss.reason)"
      return seen.insert(line).inserted ? line : nil
    }
  }
}

extension String {
  /// On one line, runs of blanks as one.
  var flattened: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func padded(_ width: Int) -> String {
    count >= width ? self + " " : self + String(repeating: " ", count: width - count)
  }
}
