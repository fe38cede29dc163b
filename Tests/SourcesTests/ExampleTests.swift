import ChanceryText
import Foundation
import Testing

@testable import ChancerySources

@Suite("The repository's example articles")
struct ExampleTests {
  private var documents: [SourceDocument] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("Examples").path
    let items = SourceSequence(paths: [path], options: SourceOptions(debris: debris))
    return items.compactMap(\.document)
  }

  @Test("All are read, with date, outlet and title")
  func all() {
    #expect(documents.count == 21)
    for document in documents {
      #expect(document.published.basis == .given, "\(document.id)")
      #expect(document.outlet != nil && document.title != nil, "\(document.id)")
      #expect(document.findings.isEmpty && !document.body.isEmpty, "\(document.id)")
    }
    #expect(Set(documents.map(\.id)).count == 21)
  }

  @Test("The story is told apart from what stands around it")
  func bishkek() throws {
    let document = try #require(documents.first { $0.id == "2019-06-14-bishkek" })
    let story = body(document)
    #expect(document.byline == "Staff Reporter")
    #expect(story.count == 2)
    #expect(story.first?.hasPrefix("Pakistani Prime Minister") == true)
    #expect(story.last?.hasSuffix("in June 2017.") == true)
    for furniture in ["Read more", "Tags", "COMMENTS", "steppe_reader", "Copyright", "Home"] {
      #expect(!story.joined().contains(furniture))
    }
  }
}
