import ChanceryFacts
import ChanceryText
import Testing

struct LoadingTests {
  @Test func loads() throws {
    let base = try Tables.base.get()
    #expect(base.spanCount > 40_000)
    let clock = ContinuousClock()
    let tables = try Tables.all()
    for _ in 0..<3 {
      print("build", try clock.measure { _ = try FactBase(tables: tables) })
    }
    print(base.entityCount, base.nameCount, base.spanCount)
  }
}
