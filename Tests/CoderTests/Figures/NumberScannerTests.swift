import ChanceryText
import Testing

@testable import ChanceryCoder

/// Numbers as they are written.
@Suite struct NumberScannerTests {
  static let cases: [(String, [Double])] = [
    ("two warships", [2]),
    ("twenty-five tanks", [25]),
    ("two hundred and fifty thousand men", [250_000]),
    ("1,650,000 barrels", [1_650_000]),
    ("1,00,000 rupees", [100_000]),
    ("US$ 146.92 million", [146_920_000]),
    ("$60m and 3bn euros", [60_000_000, 3e9]),
    ("a $60-million loan", [60_000_000]),
    ("half a million people", [500_000]),
    ("a dozen visas", [12]),
    ("two dozen ships", [24]),
    ("one and a half billion dollars", [1.5e9]),
    ("Rs 5 crore, 3 lakh", [50_000_000, 300_000]),
    ("10-15 boats", [10, 15]),
    ("5 to 7 billion dollars", [5e9, 7e9]),
    ("the 50th anniversary", []),
    ("a MI-35 helicopter and COVID-19", []),
    ("Boeing 737-800", []),
    ("at 5:30 or 24/7", []),
    ("2:14:04", []),
    ("resolution 2397(2017)", []),
    ("hundreds of people, several ships", []),
  ]

  @Test(arguments: cases) func values(_ text: String, _ expected: [Double]) {
    let bytes = Array(text.utf8)
    let atoms = Atom.atoms(in: ByteSpan(0, bytes.count), of: bytes)
    var scanner = NumberScanner(atoms: atoms)
    scanner.isCapitalized = { bytes[$0] >= 65 && bytes[$0] <= 90 }
    #expect(scanner.numbers().map(\.value) == expected)
  }
}
