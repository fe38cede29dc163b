/// Folds a word for comparison: lower case, Latin letters without diacritics, one apostrophe, one dash.
///
/// "Erdoğan" becomes "erdogan", "Əliyev" "aliyev", "Quai d’Orsay" "quai d'orsay". Full stops stay ("U.S." is
/// "u.s."), so an acronym is told from a word by its form; "US" folds to "us" like the pronoun, and whoever
/// compares must look at the original form as well. Other scripts are only lower-cased.
/// Cost: one pass; nothing is allocated beyond the result.
public func fold(_ word: some StringProtocol) -> String {
  var word = String(word)
  return word.withUTF8 { bytes in
    if bytes.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) && $0 != 0x60 }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    appendFolded(bytes, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }
}

/// Appends the folded form of UTF-8 bytes; ill-formed bytes are copied as they are.
public func appendFolded(_ bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
  var i = 0
  while i < bytes.count {
    let byte = bytes[i]
    if byte < 0x80 {
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte == 0x60 ? 0x27 : byte)
      i += 1
      continue
    }
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, i + width <= bytes.count else {
      folded.append(byte)
      i += 1
      continue
    }
    var scalar = UInt32(byte) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for k in 1..<width { scalar = scalar << 6 | UInt32(bytes[i + k] & 0x3F) }
    if !appendFolded(scalar, to: &folded) {
      appendLowerCase(scalar, bytes[i..<i + width], to: &folded)
    }
    i += width
  }
}

/// False when the scalar has no folded form of its own.
private func appendFolded(_ scalar: UInt32, to folded: inout [UInt8]) -> Bool {
  switch scalar {
  case 0xC0...0x25B:
    return appendLetters(FoldingTable.latin, Int(scalar - 0xC0), to: &folded)
  case 0x1E00...0x1EFF:
    return appendLetters(FoldingTable.latinAdditional, Int(scalar - 0x1E00), to: &folded)
  case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFEFF:
    break  // soft hyphen, combining marks, invisible characters
  case 0xB4, 0x2B9...0x2BF, 0x2018...0x201B, 0x2032, 0xFF07:
    folded.append(0x27)
  case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D:
    folded.append(0x2D)
  case 0xA0, 0x2000...0x200A, 0x202F:
    folded.append(0x20)
  default:
    return false
  }
  return true
}

private func appendLetters(_ table: [UInt8], _ index: Int, to folded: inout [UInt8]) -> Bool {
  let first = table[2 * index]
  let second = table[2 * index + 1]
  guard first != FoldingTable.none else { return false }
  folded.append(first)
  if second != FoldingTable.none { folded.append(second) }
  return true
}

private func appendLowerCase(
  _ scalar: UInt32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, to folded: inout [UInt8]
) {
  if let known = Unicode.Scalar(scalar) {
    folded.append(contentsOf: known.properties.lowercaseMapping.utf8)
  } else {
    folded.append(contentsOf: bytes)
  }
}

/// Two letters for each code point: its base letters in lower case, filled up with full stops.
private enum FoldingTable {
  static let none = UInt8(ascii: ".")

  /// U+00C0 to U+025B.
  static let latin = Array(latinText.utf8)
  /// U+1E00 to U+1EFF.
  static let latinAdditional = Array(latinAdditionalText.utf8)

  private static let latinText = """
    a.a.a.a.a.a.aec.e.e.e.e.i.i.i.i.d.n.o.o.o.o.o...o.u.u.u.u.y.thssa.a.a.a.a.a.aec.\
    e.e.e.e.i.i.i.i.d.n.o.o.o.o.o...o.u.u.u.u.y.thy.a.a.a.a.a.a.c.c.c.c.c.c.c.c.d.d.\
    d.d.e.e.e.e.e.e.e.e.e.e.g.g.g.g.g.g.g.g.h.h.h.h.i.i.i.i.i.i.i.i.i.i.ijijj.j.k.k.\
    k.l.l.l.l.l.l.l.l.l.l.n.n.n.n.n.n.n.n.n.o.o.o.o.o.o.oeoer.r.r.r.r.r.s.s.s.s.s.s.\
    s.s.t.t.t.t.t.t.u.u.u.u.u.u.u.u.u.u.u.u.w.w.y.y.y.z.z.z.z.z.z.s.b.b.........o...\
    ..d.d.......e.a.e.f.f.g.g.hvi.i.k.k.l...m.n.n.o.o.o.ghghp.p.r.....sh....t.t...u.\
    u.u.v.y.y.z.z.z...............w.........dzdzdzljljljnjnjnja.a.i.i.o.o.u.u.u.u.u.\
    u.u.u.u.u.e.a.a.a.a.....g.g.g.g.k.k.o.o.o.o.....j.dzdzdzg.g.hvw.n.n.a.a.........\
    a.a.a.a.e.e.e.e.i.i.i.i.o.o.o.o.r.r.r.r.u.u.u.u.s.s.t.t.....h.h.n...........a.a.\
    e.e.o.o.o.o.o.o.o.o.y.y.......j.....a.c.c.l.t.........b.u.v.e.e.j.j.....r.r.y.y.\
    ......b.o...d.d...a...e.
    """
  private static let latinAdditionalText = """
    a.a.b.b.b.b.b.b.c.c.d.d.d.d.d.d.d.d.d.d.e.e.e.e.e.e.e.e.e.e.f.f.g.g.h.h.h.h.h.h.\
    h.h.h.h.i.i.i.i.k.k.k.k.k.k.l.l.l.l.l.l.l.l.m.m.m.m.m.m.n.n.n.n.n.n.n.n.o.o.o.o.\
    o.o.o.o.p.p.p.p.r.r.r.r.r.r.r.r.s.s.s.s.s.s.s.s.s.s.t.t.t.t.t.t.t.t.u.u.u.u.u.u.\
    u.u.u.u.v.v.v.v.w.w.w.w.w.w.w.w.w.w.x.x.x.x.y.y.z.z.z.z.z.z.h.t.w.y.a.s.....ss..\
    a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.e.e.e.e.e.e.e.e.e.e.e.e.e.e.e.e.\
    i.i.i.i.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.o.u.u.u.u.u.u.u.u.u.u.u.u.\
    u.u.y.y.y.y.y.y.y.y.............
    """
}
