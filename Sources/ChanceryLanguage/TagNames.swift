extension UPOS {
  /// From the name in capitals, as CoNLL-U has it.
  public init?(tag: String) {
    guard let index = Self.names.firstIndex(of: tag) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}

extension Deprel {
  /// From the name in CoNLL-U; an unknown subtype reads as its type, an unknown type as `dep`.
  public init(label: String) {
    if let known = Deprel(rawValue: label) {
      self = known
    } else {
      self = Deprel(rawValue: String(label.prefix { $0 != ":" })) ?? .dep
    }
  }

  /// The relation without its subtype.
  public var universal: Deprel {
    let name = rawValue
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return self }
    return Deprel(rawValue: String(name[..<colon])) ?? self
  }
}
