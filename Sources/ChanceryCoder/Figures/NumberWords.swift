/// English number words and scales, with those of South Asia.
enum NumberWords {
  /// Up to ninety.
  static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]

  static let scales: [String: Double] = [
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "lac": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12, "mln": 1e6,
    "mn": 1e6, "bln": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12, "millions": 1e6, "billions": 1e9,
  ]

  /// Scales that are written against the digits only ("$60m", "5k").
  static let attached: [String: Double] = [
    "m": 1e6, "k": 1e3, "b": 1e9, "t": 1e12, "mm": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
    "mln": 1e6, "bln": 1e9, "cr": 1e7,
  ]
}
